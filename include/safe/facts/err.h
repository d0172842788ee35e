/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Errors in pointers.
 */
#ifndef _SAFE_FACTS_ERR_H
#define _SAFE_FACTS_ERR_H

#include <linux/err.h>
#include <safe/annotations.h>

long PTR_ERR(__force const void * __error_only ptr);
void *ERR_CAST(__force const void * __error_only ptr);

#endif /* _SAFE_FACTS_ERR_H */
