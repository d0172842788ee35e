/* SPDX-License-Identifier: GPL-2.0 */
/* A function that only some configurations have; the kernel that is run has it. */
#ifndef MISUSE_LEFT_OUT_H
#define MISUSE_LEFT_OUT_H

#include <linux/types.h>

#ifdef CONFIG_UML
bool foo_powered(void);
#else
static inline bool foo_powered(void)
{
	return false;
}
#endif

#endif /* MISUSE_LEFT_OUT_H */
