/* SPDX-License-Identifier: GPL-2.0 */
#ifndef _SAFE_RESULT_H
#define _SAFE_RESULT_H

#include <linux/const.h>
#include <linux/err.h>
#include <linux/errno.h>

#include <safe/diag.h>

/**
 * DOC: Results
 *
 * A function that can fail says so in one of three ways, and the compiler tells
 * none of them from success: a negative int, an error pointer, NULL.  Testing an
 * error pointer against NULL compiles, and so does forgetting the test.
 *
 * A result is a type of its own.  The payload is reached through macros that
 * look at the error first; a result that fails can be handed up in one word::
 *
 *	DEFINE_SAFE_RESULT(foo_speed, u32)
 *
 *	static struct foo_speed foo_read_speed(struct foo *foo)
 *	{
 *		int raw = TRY(foo_read(foo, FOO_SPEED), foo_speed);
 *
 *		if (!raw)
 *			return safe_err(foo_speed, -ENODATA);
 *		return safe_ok(foo_speed, raw * 10);
 *	}
 *
 *	static int foo_start(struct foo *foo)
 *	{
 *		u32 speed = TRY(foo_read_speed(foo));
 *
 *		return foo_write(foo, speed);
 *	}
 *
 * An int is a result as it stands: negative is an errno, the rest is payload.  A
 * plain pointer is not, because it does not say how it fails: safe_from_null() or
 * safe_from_errptr() says it, at the call.
 *
 * The trap: TRY() returns.  What must happen before belongs into the cleanup of a
 * variable, which does run.  And it must know what to return: in a function that
 * returns a signed int or a pointer it finds that out, a result type has to be
 * named, as above.  In any other function it does not compile.
 *
 * The rule: name a convention once, where the value comes from; from there on
 * use TRY(), safe_get(), safe_unwrap_or() or, after safe_is_ok(), safe_unwrap().
 *
 * Cost: a pointer shares its word with the error, as with ERR_PTR(); any other
 * payload is beside it: in the same register up to 32 bits, in a second up to 64.
 */

/* private: */

/*
 * The type of __safe_err says how a result fails.  An int is the errno.  The empty
 * ones take no room: the error is a value of __safe_word that no payload has.
 */
struct __safe_errptr { };	/* the payload is an error pointer */
struct __safe_null { };		/* the payload is NULL: an option */
struct __safe_no_rest { };

#define __SAFE_RESULT(_type, _err, _rest) {				\
	typeof(_err) __safe_err;					\
	union {								\
		typeof(_type) __safe_val;				\
		typeof(_rest) __safe_rest;				\
		typeof(__builtin_choose_expr(sizeof(_err), *(char (*)[0])0,	\
					     *(const void **)0)) __safe_word;	\
	};								\
}

#define __safe_err_type(_type)						\
	__builtin_choose_expr(						\
		__safe_is_pointer(*(typeof(_type) *)0),			\
		*(struct __safe_errptr *)0, 0)

/*
 * @_err: an expression of the type of __safe_err.  An error clears the rest where
 * that is free, in registers; keeping a part is not.
 * SAFE: a cast is to the type that the member has where it is done.
 */
#define __DEFINE_SAFE_RESULT(_name, _type, _err, _rest)			\
struct __must_use("SAFE_E_RESULT_DROPPED: the error is lost; use TRY(), "	\
		  "safe_get() or safe_errno()") _name			\
__SAFE_RESULT(_type, _err, _rest) __designated_init;			\
									\
static __always_inline struct _name __safe_ok_##_name(_type val)	\
{									\
	return (struct _name){ .__safe_val = val };			\
}									\
									\
static __always_inline struct _name __safe_err_##_name(long err)	\
{									\
	struct _name r __uninit;					\
									\
	if (sizeof(r) <= 2 * sizeof(long))				\
		r = (struct _name){};					\
	if (sizeof(r.__safe_err))					\
		*(int *)&r.__safe_err = err;				\
	else								\
		*(const void **)&r.__safe_word = ERR_PTR(err);		\
	return r;							\
}

/* public: */

/**
 * DEFINE_SAFE_RESULT() - Define a type that is a payload or an error
 * @_name: the type is struct @_name
 * @_type: type of the payload; anything that can be assigned
 *
 * Replaces the out parameter beside an int, and the comment on what a pointer
 * means.  At file scope, without a semicolon.
 *
 * Example::
 *
 *	DEFINE_SAFE_RESULT(foo_speed, u32)
 *	DEFINE_SAFE_RESULT(foo_ptr, struct foo *)
 *
 * Where the error arm has to carry a value of its own, see safe/result_rest.h.
 *
 * Invariants: the error is a negative errno, or there is none and the payload
 * is what safe_ok() was given.
 */
#define DEFINE_SAFE_RESULT(_name, _type)	\
	__DEFINE_SAFE_RESULT(_name, _type, __safe_err_type(_type), struct __safe_no_rest)

/**
 * safe_ok() - Make a result that holds a value
 * @_name: name of the result type
 * @val: the payload; ownership goes into the result
 *
 * Example::
 *
 *	return safe_ok(foo_speed, 100);
 *
 * Context: Any context.
 * Return: A struct @_name.
 */
#define safe_ok(_name, val)	__safe_ok_##_name(val)

/**
 * safe_err() - Make a result that holds an error
 * @_name: name of the result type
 * @err: a negative errno
 *
 * Replaces ERR_PTR() and the negative return.
 *
 * Example::
 *
 *	return safe_err(foo_speed, -EINVAL);
 *
 * Context: Any context.
 * Return: A struct @_name.
 */
#define safe_err(_name, err) ({						\
	__safe_assert_errno(err, "safe_err(" #_name ", " #err ")");	\
	__safe_err_##_name(err); })

/**
 * safe_is_ok() - Did it work?
 * @res: a result; evaluated once, not consumed
 *
 * Replaces !IS_ERR(), ret >= 0 and the comparison with NULL.
 *
 * Example::
 *
 *	struct foo_speed res = foo_read_speed(foo);
 *
 *	if (safe_is_ok(res))
 *		foo_write(foo, safe_unwrap(res));
 *	else
 *		pr_warn("no speed: %d\n", safe_errno(res));
 *
 * Context: Any context.
 * Return: true if @res holds a payload.
 */
#define safe_is_ok(res) \
	__safe_is_ok("safe_is_ok(" #res ")", __UNIQUE_ID(safe_res), res)

/**
 * safe_errno() - The error of a result
 * @res: a result; evaluated once, not consumed
 *
 * Replaces PTR_ERR_OR_ZERO().
 *
 * Example::
 *
 *	return safe_errno(foo_read_speed(foo));
 *
 * Context: Any context.
 * Return: The negative errno, 0 if @res holds a payload; -ENOENT for an option
 * that is none.
 */
#define safe_errno(res) \
	__safe_errno("safe_errno(" #res ")", __UNIQUE_ID(safe_res), res)

/**
 * safe_unwrap() - The payload of a result that was found to be good
 * @res: a local result; evaluated once, consumed
 *
 * Compiles only where the compiler can see that @res holds a payload: after a
 * test of safe_is_ok() or safe_errno() that leads here.  Nothing is left of it
 * at run time.
 *
 * Example::
 *
 *	struct foo_speed res = foo_read_speed(foo);
 *
 *	if (!safe_is_ok(res))
 *		return -EIO;
 *	return foo_write(foo, safe_unwrap(res));
 *
 * Context: Any context.
 * Return: The payload.
 */
#define safe_unwrap(res) \
	__safe_unwrap("safe_unwrap(" #res ")", __UNIQUE_ID(safe_res), res)

/**
 * safe_unwrap_or() - The payload, or something else
 * @res: a result; evaluated once, consumed
 * @dflt: the value if @res holds an error; evaluated only then
 *
 * Example::
 *
 *	u32 speed = safe_unwrap_or(foo_read_speed(foo), 100);
 *
 * Context: Any context.
 * Return: The payload of @res, or @dflt.
 */
#define safe_unwrap_or(res, dflt) \
	__safe_unwrap_or("safe_unwrap_or(" #res ", " #dflt ")", __UNIQUE_ID(safe_res), res, dflt)

/**
 * safe_get() - Take the payload out, or report the error
 * @res: a result; evaluated once, consumed
 * @out: where the payload goes if there is one; untouched if not
 *
 * Example::
 *
 *	u32 speed;
 *
 *	if (safe_get(foo_read_speed(foo), &speed))
 *		speed = 100;
 *
 * Context: Any context.
 * Return: 0, or the negative errno.  Must be looked at.
 */
#define safe_get(res, out) \
	__safe_get("safe_get(" #res ", " #out ")", __UNIQUE_ID(safe_res), res, out)

/**
 * safe_from_null() - Make a result of a pointer that is NULL on failure
 * @ptr: the pointer; evaluated once, consumed
 * @err: the negative errno that NULL stands for; evaluated only then
 *
 * Example::
 *
 *	char *name = TRY(safe_from_null(kstrdup(s, GFP_KERNEL), -ENOMEM));
 *
 * Context: Any context.
 * Return: A result with the type of @ptr as payload.
 */
#define safe_from_null(ptr, err) \
	__safe_from_null("safe_from_null(" #ptr ", " #err ")", __UNIQUE_ID(safe_ptr), ptr, err)

/**
 * safe_from_errptr() - Make a result of a pointer that is an error pointer on failure
 * @ptr: the pointer; evaluated once, consumed
 *
 * Example::
 *
 *	struct clk *clk = TRY(safe_from_errptr(clk_get(dev, NULL)));
 *
 * Context: Any context.
 * Return: A result with the type of @ptr as payload.
 */
#define safe_from_errptr(ptr) \
	__safe_from_errptr("safe_from_errptr(" #ptr ")", __UNIQUE_ID(safe_ptr), ptr)

/**
 * safe_to_errptr() - Make a pointer that is an error pointer on failure
 * @res: a result with a pointer as payload; evaluated once, consumed
 *
 * Example::
 *
 *	return safe_to_errptr(foo_find(id));
 *
 * Context: Any context.
 * Return: The payload or an error pointer.
 */
#define safe_to_errptr(res) \
	__safe_to_errptr("safe_to_errptr(" #res ")", __UNIQUE_ID(safe_res), res)

/**
 * safe_to_null() - Make a pointer that is NULL on failure
 * @res: a result with a pointer as payload; evaluated once, consumed
 *
 * Example::
 *
 *	return safe_to_null(foo_find(id));
 *
 * Context: Any context.
 * Return: The payload or NULL; the errno is lost.
 */
#define safe_to_null(res) \
	__safe_unwrap_or("safe_to_null(" #res ")", __UNIQUE_ID(safe_res), res, NULL)

/**
 * safe_as() - Make a result of one type one of another
 * @_name: name of the result type that is wanted
 * @res: any result whose payload can be assigned to that of @_name; evaluated
 *	 once, consumed
 *
 * Example::
 *
 *	return safe_as(foo_ptr, safe_from_errptr(foo_lookup(id)));
 *
 * Context: Any context.
 * Return: A struct @_name.
 */
#define safe_as(_name, res) \
	__safe_as("safe_as(" #_name ", " #res ")", __UNIQUE_ID(safe_res), _name, res)

/**
 * safe_try_or_return() - The payload; on error, return from this function
 * @res: a result: an int, or a type made by one of the macros here; evaluated
 *	 once, consumed
 * @_name...: the result type that this function returns; left out in a function
 *	      that returns a signed int or a pointer
 *
 * Replaces "if (ret) return ret;" and "if (IS_ERR(p)) return PTR_ERR(p);".  What
 * has been declared with a cleanup is undone on the way out.
 *
 * The error is converted to what the caller expects: a negative errno, an error
 * pointer, or a result of type @_name.  C cannot name the type that a function
 * returns, so that one must be told: SAFE_E_TRY_CONVENTION if it is missing.
 *
 * Example::
 *
 *	static int foo_reset(struct foo *foo)
 *	{
 *		int raw = safe_try_or_return(foo_read(foo, FOO_SPEED));
 *
 *		return foo_write(foo, raw & ~1);
 *	}
 *
 * Context: Any context.
 * Return: The payload of @res.
 */
#define safe_try_or_return(res, _name...) \
	__safe_try("safe_try_or_return(" #res ")", __UNIQUE_ID(safe_res), res, ##_name)

/**
 * TRY() - Short for safe_try_or_return()
 * @res: a result; evaluated once, consumed
 * @_name...: the result type that this function returns, if it returns one
 *
 * The only name here that does not say that it returns: it stands in every third
 * line of a driver, so it is short, and in capitals, so that nobody reads over it.
 *
 * Example::
 *
 *	u32 speed = TRY(foo_read_speed(foo));
 *
 * Context: Any context.
 * Return: The payload of @res.
 */
#define TRY(res, _name...) \
	__safe_try("TRY(" #res ")", __UNIQUE_ID(safe_res), res, ##_name)

/**
 * safe_try_or_return_value() - The payload; on error, return a given value
 * @res: a result; evaluated once, consumed
 * @val: what this function returns on error; evaluated only then; may be left
 *	 empty in a function that returns nothing
 *
 * For functions that cannot return an errno: NULL, IRQ_NONE, false, nothing.
 *
 * Example::
 *
 *	static bool foo_is_fast(struct foo *foo)
 *	{
 *		return safe_try_or_return_value(foo_read_speed(foo), false) > 1000;
 *	}
 *
 * Context: Any context.
 * Return: The payload of @res.
 */
#define safe_try_or_return_value(res, val) \
	__safe_try_value("safe_try_or_return_value(" #res ", " #val ")",	\
			 __UNIQUE_ID(safe_res), res, val)

/* private: */

/* ---- what a result is ---- */

#if defined(__has_builtin) && !defined(__clang__)
# if __has_builtin(__builtin_has_attribute)
#  define __safe_is_marked(r)	__builtin_has_attribute(r, designated_init)
# endif
#endif
#ifndef __safe_is_marked
# define __safe_is_marked(r)	1	/* any struct; a wrong one lacks __safe_err */
#endif

#define __safe_is_result(r)	(__safe_is_record(r) && __safe_is_marked(r))

#define __safe_assert_result(_call, r)						\
_Static_assert(!__safe_is_pointer(r), "SAFE_E_PLAIN_POINTER: " _call			\
	       ": a plain pointer does not say how it fails; wrap it in "		\
	       "safe_from_null() or safe_from_errptr()");				\
_Static_assert(__safe_is_pointer(r) || __safe_is_signed_int(r) || __safe_is_result(r),	\
	       "SAFE_E_NOT_RESULT: " _call						\
	       ": this type cannot hold an error; use a signed int or a type "		\
	       "made by DEFINE_SAFE_RESULT()")

#define __safe_assert_errno(err, _call)					\
	__safe_assert(__builtin_choose_expr(__is_constexpr(err),	\
			(err) < 0 && (err) >= -MAX_ERRNO, 1), SAFE_E_NOT_ERRNO,	\
		      _call ": error codes are negative; write -EINVAL or the like")

/*
 * An int and a struct have no expression in common.  Each of these is the value
 * itself if it is of the kind, and something harmless of that kind if not, so
 * that every branch of the macros below has valid types.
 */
struct __safe_nothing __SAFE_RESULT(void *, struct __safe_errptr, struct __safe_no_rest);

#define __safe_num(r)	__builtin_choose_expr(__safe_is_signed_int(r), r, 0)
#define __safe_rec(r)	__builtin_choose_expr(__safe_is_result(r), r,	\
					      (struct __safe_nothing){})

#define __safe_err_is(r, _type)	\
	__builtin_types_compatible_p(typeof(__safe_rec(r).__safe_err), _type)
#define __safe_err_of(r)	\
	__builtin_choose_expr(sizeof(__safe_rec(r).__safe_err), __safe_rec(r).__safe_err, 0)

#define __safe_failed(r) (						\
	__safe_is_signed_int(r) ? __safe_num(r) < 0 :			\
	__safe_err_is(r, struct __safe_errptr) ? IS_ERR(__safe_rec(r).__safe_word) : \
	__safe_err_is(r, struct __safe_null) ? !__safe_rec(r).__safe_word : \
	__safe_err_of(r) != 0)

/* The errno of a result that has failed. */
#define __safe_code(r) ((long)(						\
	__safe_is_signed_int(r) ? __safe_num(r) :			\
	__safe_err_is(r, struct __safe_errptr) ? PTR_ERR(__safe_rec(r).__safe_word) : \
	__safe_err_is(r, int) ? __safe_err_of(r) : -ENOENT))

/* 0 if it has not; an explicit error is 0 then, and need not be tested. */
#define __safe_code_or_zero(r) \
	((int)(__safe_err_is(r, int) ? __safe_err_of(r) :		\
	       !__safe_failed(r) ? 0 :					\
	       __safe_err_is(r, struct __safe_errptr) ? __safe_ptr_code(__safe_code(r)) : \
	       __safe_code(r)))

/* The compiler knows the range of an int, but not that of an error pointer. */
static __always_inline int __safe_ptr_code(long code)
{
	if (code >= 0 || code < -MAX_ERRNO)
		__builtin_unreachable();
	return code;
}

#define __safe_payload(r) \
	__builtin_choose_expr(__safe_is_result(r), __safe_rec(r).__safe_val, r)

/* ---- the macros above ---- */

static __always_inline int __must_check __safe_checked(int err)
{
	return err;
}

#define __safe_is_ok(_call, _r, res) ({					\
	__auto_type _r = (res);						\
	__safe_assert_result(_call, _r);				\
	!__safe_failed(_r); })

#define __safe_errno(_call, _r, res) ({					\
	__auto_type _r = (res);						\
	__safe_assert_result(_call, _r);				\
	__safe_code_or_zero(_r); })

#define __safe_unwrap(_call, _r, res) ({				\
	__auto_type _r = (res);						\
	__safe_assert_result(_call, _r);				\
	__safe_prove(!__safe_failed(_r), SAFE_E_UNCHECKED,		\
		     _call ": may hold an error here; test safe_is_ok() first, or use TRY()"); \
	__safe_payload(_r); })

#define __safe_unwrap_or(_call, _r, res, dflt) ({			\
	__auto_type _r = (res);						\
	__safe_assert_result(_call, _r);				\
	__safe_failed(_r) ? (dflt) : __safe_payload(_r); })

#define __safe_get(_call, _r, res, out) __safe_checked(({		\
	__auto_type _r = (res);						\
	__safe_assert_result(_call, _r);				\
	__safe_assert_no_rest(_call, _r);				\
	if (!__safe_failed(_r))						\
		*(out) = __safe_payload(_r);				\
	__safe_code_or_zero(_r); }))

#define __safe_assert_no_rest(_call, r)					\
	__safe_assert(!sizeof(__safe_rec(r).__safe_rest), SAFE_E_REST_DROPPED, \
		      _call ": the error carries a value that would be lost; use "	\
		      "safe_get_or_rest()")

#define __safe_from_null(_call, _p, ptr, err) ({			\
	__auto_type _p = (ptr);						\
	__safe_assert(__safe_is_pointer(_p), SAFE_E_NOT_POINTER,	\
		      _call ": not a pointer; an int is a result as it stands"); \
	__safe_assert_errno(err, _call);				\
	(struct __SAFE_RESULT(typeof(_p), int, struct __safe_no_rest) __designated_init) { \
		.__safe_err = _p ? 0 : (err), .__safe_val = _p }; })

#define __safe_from_errptr(_call, _p, ptr) ({				\
	__auto_type _p = (ptr);						\
	__safe_assert(__safe_is_pointer(_p), SAFE_E_NOT_POINTER,	\
		      _call ": not a pointer; an int is a result as it stands"); \
	(struct __SAFE_RESULT(typeof(_p), struct __safe_errptr, struct __safe_no_rest) \
	 __designated_init) { .__safe_val = _p }; })

#define __safe_to_errptr(_call, _r, res) ({				\
	__auto_type _r = (res);						\
	__safe_assert_result(_call, _r);				\
	__safe_err_is(_r, struct __safe_errptr) ? __safe_payload(_r) :	\
	__safe_failed(_r) ? ERR_PTR(__safe_code(_r)) : __safe_payload(_r); })

#define __safe_as(_call, _r, _name, res) ({				\
	__auto_type _r = (res);						\
	__safe_assert_result(_call, _r);				\
	__safe_assert_no_rest(_call, _r);				\
	__safe_failed(_r) ? __safe_err_##_name(__safe_code(_r)) :	\
			    __safe_ok_##_name(__safe_payload(_r)); })

#define __safe_try(_call, _r, res, _name...) ({				\
	__auto_type _r = (res);						\
	__safe_assert_result(_call, _r);				\
	__safe_assert_no_rest(_call, _r);				\
	if (__safe_failed(_r))						\
		__safe_return(__safe_code(_r), ##_name);		\
	__safe_payload(_r); })

#define __safe_try_value(_call, _r, res, val) ({			\
	__auto_type _r = (res);						\
	__safe_assert_result(_call, _r);				\
	__safe_assert_no_rest(_call, _r);				\
	if (__safe_failed(_r))						\
		return val;						\
	__safe_payload(_r); })

/* ---- returning an error ---- */

/* With a name: a result.  Without: whatever an int converts to. */
#define __safe_return(err, _name...) \
	__safe_third(0, ##_name, __safe_return_result, SAFE_E_TRY_CONVENTION, 0)(err, ##_name)
#define __safe_third(_1, _2, _3, ...)	_3

#define __safe_return_result(err, _name)	return __safe_err_##_name(err)

/*
 * One return for all functions that return a signed int or a pointer: an int
 * turns into the latter as in ERR_PTR(), by an implicit conversion that is
 * allowed here and here alone.  Every other type must be an error: one without a
 * sign would make a success of it, bool as well.  The second return is never
 * reached.  It is there for GCC, which lets any int be a bool or an enum, but not
 * the address of an object.
 *
 * The compiler's message is about types; the names tell what to do about it.
 */
#define SAFE_E_TRY_CONVENTION(err) do {					\
	_Pragma("GCC diagnostic push")					\
	_Pragma("GCC diagnostic error \"-Wconversion\"")			\
	_Pragma("GCC diagnostic error \"-Wsign-conversion\"")		\
	_Pragma("GCC diagnostic error \"-Waddress\"")			\
	_Pragma("GCC diagnostic ignored \"-Wint-conversion\"")		\
	return __safe_try_code(err);					\
	return (void *)SAFE_E_TRY_CONVENTION_function_returns_bool;	\
	_Pragma("GCC diagnostic pop")					\
} while (0)

typedef int SAFE_E_TRY_CONVENTION_name_the_result_type;

static __always_inline SAFE_E_TRY_CONVENTION_name_the_result_type __safe_try_code(long err)
{
	return err;
}

extern char SAFE_E_TRY_CONVENTION_function_returns_bool[];

/* public: */

#endif /* _SAFE_RESULT_H */
