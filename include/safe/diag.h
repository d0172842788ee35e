/* SPDX-License-Identifier: GPL-2.0 */
#ifndef _SAFE_DIAG_H
#define _SAFE_DIAG_H

#include <linux/compiler.h>
#include <linux/build_bug.h>

#include <safe/annotations.h>

/**
 * DOC: Errors that the headers raise
 *
 * A macro that is used wrongly must not answer with "request for member in
 * something not a structure".  Each misuse that the type system can see has an
 * id, and a message of one form: the id, the macro with its arguments, what is
 * wrong, and what to write instead.  docs/errors/ has a page for each id: bad code, message, cure.
 *
 * Three ways, the first that can see the mistake: an assertion on the types, a
 * function that must not be called once the optimiser is done, and the checker.
 * The first two need no checker::
 *
 *	#define foo_double(x) ({						\
 *		__safe_assert(sizeof(x) == 4, SAFE_E_NOT_RESULT,		\
 *			      "foo_double(" #x "): not 32 bits wide; cast it");	\
 *		(x) * 2; })
 *
 * The trap: #x shows what the user wrote only in the outermost macro.  The text
 * is built there and handed down.
 *
 * The rule: one id a mistake, one page an id, and a test for each.
 */

/**
 * enum safe_error - the mistakes that these headers report
 * @SAFE_E_NOT_RESULT: a value that cannot say that it failed is used as a result
 * @SAFE_E_PLAIN_POINTER: a pointer does not say if failure is NULL or an error
 * @SAFE_E_NOT_POINTER: a value that is no pointer is converted like one
 * @SAFE_E_NOT_ERRNO: an error code that is not a negative errno
 * @SAFE_E_UNCHECKED: the payload of a result that may have failed is read
 * @SAFE_E_RESULT_DROPPED: nobody looks at a result
 * @SAFE_E_REST_DROPPED: what the error arm of a result carries is lost
 * @SAFE_E_TRY_CONVENTION: TRY() in a function that returns something else
 * @SAFE_E_NOT_OWNER: a plain pointer is used as an owner
 * @SAFE_E_OWN_FAMILY: memory of one allocator, an owner that frees with another
 * @SAFE_E_OWN_DEVM: what a device owns is moved or given away
 * @SAFE_E_OWN_MOVED: an owner is used after it gave its pointer away
 * @SAFE_E_OWNER_DROPPED: nobody keeps an owner that is returned
 * @SAFE_E_PIN_LIST: a list of fields is not that of the struct
 * @SAFE_E_PIN_MARK: a pinned struct without SAFE_PINNED
 * @SAFE_E_PIN_MISSING: an initialiser leaves a field out
 * @SAFE_E_PIN_TWICE: an initialiser sets a field twice
 * @SAFE_E_PIN_ORDER: an initialiser has another order than the list
 * @SAFE_E_PIN_PUBLISH: an object that is published is only done, or the reverse
 * @SAFE_E_PIN_NEW: an initialiser that does not say if the object is complete
 */
enum safe_error {
	SAFE_E_NOT_RESULT = 1,
	SAFE_E_PLAIN_POINTER,
	SAFE_E_NOT_POINTER,
	SAFE_E_NOT_ERRNO,
	SAFE_E_UNCHECKED,
	SAFE_E_RESULT_DROPPED,
	SAFE_E_REST_DROPPED,
	SAFE_E_TRY_CONVENTION,
	SAFE_E_NOT_OWNER,
	SAFE_E_OWN_FAMILY,
	SAFE_E_OWN_DEVM,
	SAFE_E_OWN_MOVED,
	SAFE_E_OWNER_DROPPED,
	SAFE_E_PIN_LIST,
	SAFE_E_PIN_MARK,
	SAFE_E_PIN_MISSING,
	SAFE_E_PIN_TWICE,
	SAFE_E_PIN_ORDER,
	SAFE_E_PIN_PUBLISH,
	SAFE_E_PIN_NEW,
};

/* private: */

/* A declaration.  The id is a token: one that does not exist is an error. */
#define __safe_assert(_cond, _id, _text)	\
	_Static_assert((_cond) && (_id), #_id ": " _text)

/*
 * A statement: the optimiser must be able to prove @_cond.  The function does
 * not exist; a call that is left over is an error with this text.
 */
#ifdef __OPTIMIZE__
# define __safe_prove(_cond, _id, _text)	\
	__safe_prove_at(_cond, __UNIQUE_ID(safe_unproven), #_id ": " _text)
#else
# define __safe_prove(_cond, _id, _text)	((void)(_cond))
#endif

#define __safe_prove_at(_cond, _fn, _text) do {				\
	__noreturn extern void _fn(void) __compiletime_error(_text);	\
	if (!(_cond))							\
		_fn();							\
} while (0)

/* What kind of value an expression has, as a constant. */
#define __safe_is_pointer(x)	(__builtin_classify_type(x) == 5)
#define __safe_is_record(x)	(__builtin_classify_type(x) == 12)
#define __safe_is_signed_int(x) \
	_Generic((x), signed char: 1, short: 1, int: 1, long: 1, long long: 1, default: 0)

/* public: */

#endif /* _SAFE_DIAG_H */
