/* SPDX-License-Identifier: GPL-2.0 */
#ifndef _SAFE_STRICT_H
#define _SAFE_STRICT_H

#include <safe/annotations.h>

/**
 * DOC: Strict files
 *
 * A strict file does nothing raw: it allocates, locks, reports errors and copies
 * from user space through the headers of safe, and makes no pointer out of
 * another one.  Whatever the checker finds in it is an error.  What cannot be
 * expressed otherwise stands in a safe_unsafe() with the reason, and is counted::
 *
 *	#include <safe/strict.h>
 *
 *	SAFE_STRICT_FILE();
 *
 *	static u32 foo_first(const void *buf)
 *	{
 *		safe_unsafe("the length was checked by foo_parse()") {
 *			return *((const u32 *)buf + 1);
 *		}
 *	}
 *
 * A whole module is strict with SAFE_STRICT := y in its Kbuild, before it
 * includes safe.mk.
 *
 * With the checker a strict object says so in modinfo: "safe: strict, unsafe=1",
 * and "safe_unsafe" names the file, the line and the reason of each.  An object
 * that was not checked says nothing.
 *
 * The trap: a macro of the driver's own counts where it is written, not where it
 * is used: safe_unsafe() inside of it is one, however often it is used.
 *
 * Cost: none; without the checker all of it is empty.
 */

/**
 * SAFE_STRICT_FILE() - This file is strict
 *
 * At file scope, before the first function, with a semicolon.
 *
 * Example::
 *
 *	SAFE_STRICT_FILE();
 */
#define SAFE_STRICT_FILE()	extern const char __safe_strict_file __safe_attr(safe_strict)

/**
 * safe_unsafe() - A raw operation that cannot be avoided
 * @reason: a string: what makes it right; not empty
 * @expr...: an expression; without it, the block or statement that follows is meant
 *
 * Example::
 *
 *	static u32 foo_first(const u8 *message)
 *	{
 *		const u32 *first;
 *
 *		safe_unsafe("the bus aligns what it copies") {
 *			first = (const u32 *)message;
 *		}
 *		return safe_unsafe("the device sends two at least", first[1]);
 *	}
 *
 * Context: Any context.
 */
#define safe_unsafe(reason, expr...)	\
	__safe_unsafe_pick(, ##expr, __safe_unsafe_expr, __safe_unsafe_expr,	\
			   __safe_unsafe_expr, __safe_unsafe_expr, __safe_unsafe_expr,	\
			   __safe_unsafe_block)(expr)

/* private: an expression may have commas, in the arguments of a macro */
#define __safe_unsafe_pick(_0, _1, _2, _3, _4, _5, _what, rest...)	_what
#define __safe_unsafe_expr(expr...)	(expr)

/*
 * The checker finds the uses by what they expand to: for a block, a label that
 * nobody jumps to.
 */
#ifdef __SAFE_CHECKER__
# define __safe_unsafe_block()	__safe_unsafe_label(__COUNTER__)
# define __safe_unsafe_label(n)	__safe_unsafe_paste(n)
# define __safe_unsafe_paste(n)	__safe_unsafe_##n: __maybe_unused
#else
# define __safe_unsafe_block()
#endif

#ifdef SAFE_STRICT
SAFE_STRICT_FILE();
#endif
/* public: */

#endif /* _SAFE_STRICT_H */
