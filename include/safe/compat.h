/* SPDX-License-Identifier: GPL-2.0 */
#ifndef _SAFE_COMPAT_H
#define _SAFE_COMPAT_H

#include <linux/cleanup.h>

/**
 * DOC: One source for many kernels
 *
 * A driver that uses these headers builds unchanged from 6.1 on.  What a later
 * kernel has and an earlier one lacks is added here, if it is missing.
 *
 * Macros are probed by #ifndef, never by version: 6.1 in its later releases has
 * a linux/cleanup.h that came with 6.5.  A lock class for guard() cannot be
 * probed, because a type leaves no trace for the preprocessor, and it may not be
 * defined twice; so the classes of safe/scope.h have names of their own::
 *
 *	static int foo_add(void)
 *	{
 *		struct foo *foo __free(kfree) = kzalloc(sizeof(*foo), GFP_KERNEL);
 *
 *		if (!foo)
 *			return -ENOMEM;
 *		TRY(foo_register(foo));
 *		retain_and_null_ptr(foo);	// the same on each kernel
 *		return 0;
 *	}
 *
 * The trap: a probe sees only what has been included.  Each block includes the
 * header that later kernels have it in.
 *
 * The rule: one block a feature, with the version that brought it.
 */

/**
 * retain_and_null_ptr() - Leave a pointer to somebody who took it
 * @p: a variable declared with __free(); is NULL afterwards
 *
 * Since 6.16.  For a call that consumes the pointer when it succeeds.
 *
 * Example::
 *
 *	struct foo *f __free(kfree) = kzalloc(sizeof(*f), GFP_KERNEL);
 *
 *	TRY(foo_register(f));
 *	retain_and_null_ptr(f);
 *
 * Context: Any context.
 */
#ifndef retain_and_null_ptr
#define retain_and_null_ptr(p)	((void)((p) = NULL))
#endif

#endif /* _SAFE_COMPAT_H */
