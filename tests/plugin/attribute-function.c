// SPDX-License-Identifier: GPL-2.0
/* What is said of a function, in places that are none. */
#include <linux/types.h>
#include <safe/annotations.h>

struct foo;

/* The function hands no pointer over. */
int int_returns_zeroed(int id) __returns_zeroed;	/* { dg-error "'safe_returns_zeroed' on a function that returns 'int', which is not a pointer.*SAFE_E_ATTRIBUTE" } */
int int_returns_owned(int id) __returns_owned;		/* { dg-error "'safe_returns_owned' on a function that returns 'int', which is not a pointer.*SAFE_E_ATTRIBUTE" } */
int int_returns_borrowed(int id) __returns_borrowed;	/* { dg-error "'safe_returns_borrowed' on a function that returns 'int', which is not a pointer.*SAFE_E_ATTRIBUTE" } */
int int_returns_null(int id) __returns_null;		/* { dg-error "'safe_returns_null' on a function that returns 'int', which is not a pointer.*SAFE_E_ATTRIBUTE" } */
int int_returns_err(int id) __returns_err;		/* { dg-error "'safe_returns_err' on a function that returns 'int', which is not a pointer.*SAFE_E_ATTRIBUTE" } */
int int_returns_err_or_null(int id) __returns_err_or_null;	/* { dg-error "'safe_returns_err_or_null' on a function that returns 'int', which is not a pointer.*SAFE_E_ATTRIBUTE" } */
int int_released_by(int id) __released_by("foo_put");	/* { dg-error "'safe_released_by' on a function that returns 'int', which is not a pointer, and has no out parameter that is '__owned'.*SAFE_E_ATTRIBUTE" } */
int out_released_by(struct foo **foo) __released_by("foo_put");	/* { dg-error "'safe_released_by' on a function that returns 'int'.*no out parameter.*SAFE_E_ATTRIBUTE" } */
void void_returns_zeroed(int id) __returns_zeroed;	/* { dg-error "'safe_returns_zeroed' on a function that returns 'void', which is not a pointer.*SAFE_E_ATTRIBUTE" } */
void void_returns_owned(int id) __returns_owned;	/* { dg-error "'safe_returns_owned' on a function that returns 'void', which is not a pointer.*SAFE_E_ATTRIBUTE" } */

/* A parameter is no function. */
void parameter_returns_zeroed(struct foo * __returns_zeroed foo);	/* { dg-error "'safe_returns_zeroed' says what a function returns.*SAFE_E_ATTRIBUTE" } */
void parameter_returns_owned(struct foo * __returns_owned foo);	/* { dg-error "'safe_returns_owned' says what a function returns.*SAFE_E_ATTRIBUTE" } */
void parameter_returns_borrowed(struct foo * __returns_borrowed foo);	/* { dg-error "'safe_returns_borrowed' says what a function returns.*SAFE_E_ATTRIBUTE" } */
void parameter_returns_null(struct foo * __returns_null foo);	/* { dg-error "'safe_returns_null' says what a function returns.*SAFE_E_ATTRIBUTE" } */
void parameter_returns_err(struct foo * __returns_err foo);	/* { dg-error "'safe_returns_err' says what a function returns.*SAFE_E_ATTRIBUTE" } */
void parameter_returns_err_or_null(struct foo * __returns_err_or_null foo);	/* { dg-error "'safe_returns_err_or_null' says what a function returns.*SAFE_E_ATTRIBUTE" } */
void parameter_released_by(struct foo * __released_by("foo_put") foo);	/* { dg-error "'safe_released_by' says what a function returns.*SAFE_E_ATTRIBUTE" } */

/* Nor is the type that is returned. */
struct foo * __returns_zeroed type_returns_zeroed(int id);	/* { dg-error "'safe_returns_zeroed' says what a function returns; write it after the parameter list.*SAFE_E_ATTRIBUTE" } */
struct foo * __returns_owned type_returns_owned(int id);	/* { dg-error "'safe_returns_owned' says what a function returns; write it after the parameter list.*SAFE_E_ATTRIBUTE" } */
struct foo * __returns_borrowed type_returns_borrowed(int id);	/* { dg-error "'safe_returns_borrowed' says what a function returns.*SAFE_E_ATTRIBUTE" } */
struct foo * __returns_null type_returns_null(int id);	/* { dg-error "'safe_returns_null' says what a function returns.*SAFE_E_ATTRIBUTE" } */
struct foo * __returns_err type_returns_err(int id);	/* { dg-error "'safe_returns_err' says what a function returns.*SAFE_E_ATTRIBUTE" } */
struct foo * __returns_err_or_null type_returns_err_or_null(int id);	/* { dg-error "'safe_returns_err_or_null' says what a function returns.*SAFE_E_ATTRIBUTE" } */
struct foo * __released_by("foo_put") type_released_by(int id);	/* { dg-error "'safe_released_by' says what a function returns.*SAFE_E_ATTRIBUTE" } */

/* Nor are members and variables. */
struct bar {
	struct foo *foo __returns_owned;		/* { dg-error "'safe_returns_owned' says what a function returns.*SAFE_E_ATTRIBUTE" } */
	int (*get)(int id) __returns_owned;		/* { dg-error "'safe_returns_owned' on a function that returns 'int'.*SAFE_E_ATTRIBUTE" } */
	int (*find)(struct foo **foo) __released_by("foo_put");	/* { dg-error "'safe_released_by' on a function that returns 'int'.*SAFE_E_ATTRIBUTE" } */
};

extern struct foo *the_foo __returns_null;		/* { dg-error "'safe_returns_null' says what a function returns.*SAFE_E_ATTRIBUTE" } */
typedef struct foo *foo_ptr __returns_err;		/* { dg-error "'safe_returns_err' says what a function returns.*SAFE_E_ATTRIBUTE" } */
typedef int foo_call(int id) __returns_err;		/* { dg-error "'safe_returns_err' on a function that returns 'int'.*SAFE_E_ATTRIBUTE" } */
