/* SPDX-License-Identifier: GPL-2.0 */
#ifndef _SAFE_RESULT_REST_H
#define _SAFE_RESULT_REST_H

#include <safe/result.h>

/**
 * DOC: Results whose error arm carries a value
 *
 * A function that takes ownership when it succeeds has to say who owns the
 * argument when it fails.  If it is still the caller, and the caller has given it
 * away already, it leaks; if both think so, it is freed twice.  And some errors
 * say more than an errno can.
 *
 * Here the argument, or what there is to say, comes back with the error::
 *
 *	DEFINE_SAFE_RESULT_WITH(foo_queued, u32, struct foo *)
 *
 *	static struct foo_queued foo_queue(struct foo *foo)
 *	{
 *		if (foo->dead)
 *			return safe_err_with(foo_queued, -ENODEV, foo);
 *		return safe_ok(foo_queued, foo->ticket);
 *	}
 *
 *	static u32 foo_queue_or_free(struct foo *foo)
 *	{
 *		struct foo *back;
 *		u32 ticket;
 *
 *		if (!safe_get_or_rest(foo_queue(foo), &ticket, &back))
 *			return ticket;
 *		kfree(back);
 *		return 0;
 *	}
 *
 * The trap: TRY() would lose the value.  It does not compile for such a result,
 * and neither does safe_get().
 *
 * The rule: what the error carries is taken out where the result is received.
 */

/**
 * DEFINE_SAFE_RESULT_WITH() - Define a result whose error arm carries a value
 * @_name: the type is struct @_name
 * @_type: type of the payload
 * @_rest: type of what the error arm carries beside the errno
 *
 * At file scope, without a semicolon.
 *
 * Example::
 *
 *	DEFINE_SAFE_RESULT_WITH(foo_queued, u32, struct foo *)
 *
 * Invariants: as those of DEFINE_SAFE_RESULT(); where there is an error, there is
 * the value that safe_err_with() was given.
 */
#define DEFINE_SAFE_RESULT_WITH(_name, _type, _rest)			\
__DEFINE_SAFE_RESULT(_name, _type, 0, _rest)				\
									\
static __always_inline struct _name __safe_err_with_##_name(long err, _rest rest) \
{									\
	return (struct _name){ .__safe_err = err, .__safe_rest = rest };	\
}

/**
 * safe_err_with() - Make an error that carries a value
 * @_name: name of a type made by DEFINE_SAFE_RESULT_WITH()
 * @err: a negative errno
 * @rest: the value; ownership goes into the result
 *
 * Example::
 *
 *	return safe_err_with(foo_queued, -EBUSY, foo);
 *
 * Context: Any context.
 * Return: A struct @_name.
 */
#define safe_err_with(_name, err, rest) ({				\
	__safe_assert_errno(err, "safe_err_with(" #_name ", " #err ", " #rest ")"); \
	__safe_err_with_##_name(err, rest); })

/**
 * safe_get_or_rest() - Take out the payload, or what the error carries
 * @res: a result of DEFINE_SAFE_RESULT_WITH(); evaluated once, consumed
 * @out: where the payload goes if there is one
 * @rest: where the value of the error arm goes otherwise
 *
 * Example::
 *
 *	struct foo *back;
 *	u32 ticket;
 *
 *	if (safe_get_or_rest(foo_queue(foo), &ticket, &back))
 *		kfree(back);
 *
 * Context: Any context.
 * Return: 0, or the negative errno.  Must be looked at.
 */
#define safe_get_or_rest(res, out, rest) \
	__safe_get_or_rest(__UNIQUE_ID(safe_res), __UNIQUE_ID(safe_err), res, out, rest)

/* private: */

#define __safe_get_or_rest(_r, _err, res, out, rest) __safe_checked(({	\
	__auto_type _r = (res);						\
	int _err = _r.__safe_err;					\
	if (_err)							\
		*(rest) = _r.__safe_rest;				\
	else								\
		*(out) = _r.__safe_val;					\
	_err; }))

/* public: */

#endif /* _SAFE_RESULT_REST_H */
