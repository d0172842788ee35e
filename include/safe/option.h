/* SPDX-License-Identifier: GPL-2.0 */
#ifndef _SAFE_OPTION_H
#define _SAFE_OPTION_H

#include <safe/result.h>

/**
 * DOC: Options
 *
 * A lookup that finds nothing has not failed, but neither is there a value to
 * use.  A NULL pointer says so without being asked; a number has to give up one
 * of its values for it, and the next reader has to know which.
 *
 * An option holds a value or none, and is read with the macros of a result::
 *
 *	DEFINE_SAFE_OPTION(foo_limit, u32)
 *
 *	static struct foo_limit foo_get_limit(struct foo *foo)
 *	{
 *		if (!foo->limited)
 *			return safe_none(foo_limit);
 *		return safe_some(foo_limit, foo->limit);
 *	}
 *
 *	static u32 foo_room(struct foo *foo)
 *	{
 *		return safe_unwrap_or(foo_get_limit(foo), U32_MAX) - foo->used;
 *	}
 *
 * The trap: TRY() returns -ENOENT for none.  If that is the wrong answer, say
 * which is the right one with safe_ok_or().
 *
 * The rule: what may be absent is an option; what may fail is a result.
 *
 * Cost: an option of a pointer is that pointer, NULL is none.
 */

/* private: */

#define __safe_none_type(_type)						\
	__builtin_choose_expr(						\
		__safe_is_pointer(*(typeof(_type) *)0),			\
		*(struct __safe_null *)0, (bool)0)

/* public: */

/**
 * DEFINE_SAFE_OPTION() - Define a type that is a value or none
 * @_name: the type is struct @_name
 * @_type: type of the value; a pointer is never NULL when it is there
 *
 * At file scope, without a semicolon.
 *
 * Example::
 *
 *	DEFINE_SAFE_OPTION(foo_limit, u32)
 *	DEFINE_SAFE_OPTION(foo_parent, struct foo *)
 *
 * Invariants: an option is none, or holds what safe_some() was given.
 */
#define DEFINE_SAFE_OPTION(_name, _type)				\
struct __must_use("SAFE_E_RESULT_DROPPED: nobody looks if there is a value") _name	\
__SAFE_RESULT(_type, __safe_none_type(_type), struct __safe_no_rest) __designated_init;	\
									\
static __always_inline struct _name __safe_some_##_name(_type val)	\
{									\
	return (struct _name){ .__safe_val = val };			\
}									\
									\
static __always_inline struct _name __safe_none_##_name(void)		\
{									\
	struct _name r = {};						\
									\
	if (sizeof(r.__safe_err))					\
		*(bool *)&r.__safe_err = true;				\
	return r;							\
}

/**
 * safe_some() - Make an option that holds a value
 * @_name: name of the option type
 * @val: the value; ownership goes into the option; a pointer must not be NULL
 *
 * Example::
 *
 *	return safe_some(foo_limit, 100);
 *
 * Context: Any context.
 * Return: A struct @_name.
 */
#define safe_some(_name, val)	__safe_some_##_name(val)

/**
 * safe_none() - Make an option that holds nothing
 * @_name: name of the option type
 *
 * Example::
 *
 *	return safe_none(foo_limit);
 *
 * Context: Any context.
 * Return: A struct @_name.
 */
#define safe_none(_name)	__safe_none_##_name()

/**
 * safe_option() - Make an option of a pointer that may be NULL
 * @ptr: the pointer; evaluated once, consumed
 *
 * Example::
 *
 *	struct foo *parent = safe_unwrap_or(safe_option(foo->parent), foo);
 *
 * Context: Any context.
 * Return: An option with the type of @ptr.  safe_to_null() is the way back.
 */
#define safe_option(ptr) \
	__safe_option("safe_option(" #ptr ")", __UNIQUE_ID(safe_ptr), ptr)

/**
 * safe_ok_or() - Make a result of an option
 * @opt: an option; evaluated once, consumed
 * @err: the negative errno that none stands for; evaluated only then
 *
 * Example::
 *
 *	u32 limit = TRY(safe_ok_or(foo_get_limit(foo), -ERANGE));
 *
 * Context: Any context.
 * Return: A result with the same payload.
 */
#define safe_ok_or(opt, err) \
	__safe_ok_or("safe_ok_or(" #opt ", " #err ")", __UNIQUE_ID(safe_opt), opt, err)

/**
 * safe_is_some() - Is there a value?
 * @opt: an option; evaluated once, not consumed
 *
 * Example::
 *
 *	if (safe_is_some(foo_get_limit(foo)))
 *		pr_info("limited\n");
 *
 * Context: Any context.
 * Return: true if @opt holds a value; safe_unwrap() compiles after it.
 */
#define safe_is_some(opt) \
	__safe_is_ok("safe_is_some(" #opt ")", __UNIQUE_ID(safe_opt), opt)

/* private: */

#define __safe_option(_call, _p, ptr) ({				\
	__auto_type _p = (ptr);						\
	__safe_assert(__safe_is_pointer(_p), SAFE_E_NOT_POINTER,	\
		      _call ": not a pointer; use a type made by DEFINE_SAFE_OPTION()"); \
	(struct __SAFE_RESULT(typeof(_p), struct __safe_null, struct __safe_no_rest) \
	 __designated_init) { .__safe_val = _p }; })

#define __safe_ok_or(_call, _o, opt, err) ({				\
	__auto_type _o = (opt);						\
	__safe_assert_result(_call, _o);				\
	__safe_assert_errno(err, _call);				\
	(struct __SAFE_RESULT(typeof(__safe_payload(_o)), int, struct __safe_no_rest) \
	 __designated_init) {						\
		.__safe_err = __safe_failed(_o) ? (err) : 0,		\
		.__safe_val = __safe_payload(_o) }; })

/* public: */

#endif /* _SAFE_OPTION_H */
