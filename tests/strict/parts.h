/* SPDX-License-Identifier: GPL-2.0 */
#ifndef PARTS_H
#define PARTS_H

#include <linux/types.h>

u32 parts_sum(const u32 *p, int n);

#endif /* PARTS_H */
