/* SPDX-License-Identifier: GPL-2.0 */
#ifndef _SAFE_CONTEXT_ANALYSIS_H
#define _SAFE_CONTEXT_ANALYSIS_H

/**
 * DOC: The lock vocabulary
 *
 * Linux 7.0 has words for which lock guards what, linux/compiler-context-analysis.h, and
 * clang checks them.  This header gives them to older kernels; the compiler plugin
 * checks them with gcc, on every kernel.
 *
 * Example::
 *
 *	struct meter {
 *		struct mutex lock;
 *		int count __guarded_by(&lock);
 *	};
 *
 *	void meter_reset(struct meter *meter) __must_hold(&meter->lock);
 *	bool meter_try(struct meter *meter) __cond_acquires(true, &meter->lock);
 *
 * The words of annotations take the address of a lock, and mean for gcc what
 * Documentation/dev-tools/context-analysis.rst says.  While the plugin is loaded it
 * defines all of them itself; there is nothing to include then, and this header does
 * nothing.  Without it they are empty, as they are in the kernel.
 *
 * A file is checked in full if it, or a header beside it, uses __guarded_by().
 */

#include <linux/compiler.h>

/* private: the words are the kernel's, and documented there */

/* The kernel has them, or the plugin does. */
#ifndef __guarded_by

#ifndef __CHECKER__
/* Older kernels have these with fewer parameters. */
# undef __cond_acquires
# undef __must_hold
# undef __acquires
# undef __releases
# define __cond_acquires(...)
# define __must_hold(...)
# define __acquires(...)
# define __releases(...)
#else
# ifndef __cond_acquires
#  define __cond_acquires(...)
# endif
#endif

/* __guarded_by: a member or variable that is used only with its locks held */
# define __guarded_by(...)
/* __pt_guarded_by: a pointer to what is used only with its locks held */
# define __pt_guarded_by(...)
/* __acquired_before: a lock that is taken before others, if both are */
# define __acquired_before(...)
/* __acquired_after: a lock that is taken after others, if both are */
# define __acquired_after(...)
/* __must_hold_shared: the caller holds the locks, at least for reading */
# define __must_hold_shared(...)
/* __must_not_hold: the caller does not hold the locks */
# define __must_not_hold(...)
/* __acquires_shared: the function takes the locks for reading */
# define __acquires_shared(...)
/* __cond_acquires_shared: the same, when it returns @ret */
# define __cond_acquires_shared(ret, x)
/* __releases_shared: the function releases what is held for reading */
# define __releases_shared(...)
/* __cond_releases: the function releases the lock when it returns @ret */
# define __cond_releases(ret, x)
/* context_lock_struct: a struct that is a lock, or stands for one */
# define context_lock_struct(name, ...)		struct name
/* token_context_lock: a lock that has a name but no object */
# define token_context_lock(name, ...)				\
	struct __ctx_lock_##name {};				\
	extern const struct __ctx_lock_##name *name
# define token_context_lock_instance(ctx, name)			\
	extern const struct __ctx_lock_##ctx *name
# define __acquire_ctx_lock(x)			do { } while (0)
# define __acquire_shared_ctx_lock(x)		do { } while (0)
# define __release_ctx_lock(x)			do { } while (0)
# define __release_shared_ctx_lock(x)		do { } while (0)
# define __assume_ctx_lock(x)			do { } while (0)
# define __assume_shared_ctx_lock(x)		do { } while (0)
# define disable_context_analysis()
# define enable_context_analysis()
# define __no_context_analysis
# define __context_unsafe(comment)
/* context_unsafe: code that is not checked */
# define context_unsafe(...)			({ __VA_ARGS__; })

#endif /* __guarded_by */

#ifndef __acquired_before
# define __acquired_before(...)
# define __acquired_after(...)
#endif

#endif /* _SAFE_CONTEXT_ANALYSIS_H */
