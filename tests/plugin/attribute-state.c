// SPDX-License-Identifier: GPL-2.0
/* What a call raises, lowers or keeps, and its result, said where it cannot be meant. */
#include <linux/types.h>
#include <safe/annotations.h>

struct foo;

/* These speak of a parameter. */
int raise(struct foo *foo) __raises("foo_put");		/* { dg-error "'safe_raises' belongs to a pointer parameter, not to the function.*SAFE_E_ATTRIBUTE" } */
int lower(struct foo *foo) __lowers;			/* { dg-error "'safe_lowers' belongs to a pointer parameter.*SAFE_E_ATTRIBUTE" } */
int manage(struct foo *foo) __manages;			/* { dg-error "'safe_manages' belongs to a pointer parameter.*SAFE_E_ATTRIBUTE" } */
int hand_on(struct foo *foo) __returned;		/* { dg-error "'safe_returned' belongs to a pointer parameter.*SAFE_E_ATTRIBUTE" } */
int keep(struct foo *foo) __keeps_if("ret == 0");	/* { dg-error "'safe_keeps_if' belongs to a pointer parameter.*SAFE_E_ATTRIBUTE" } */
int keep_or_free(struct foo *foo) __keeps_or_frees("ret == 0");	/* { dg-error "'safe_keeps_or_frees' belongs to a pointer parameter.*SAFE_E_ATTRIBUTE" } */

/* Conditions and names that are none. */
int when(struct foo * __raises_if("later", "foo_put") foo);	/* { dg-error "'safe_raises_if' needs a condition on the return value.*SAFE_E_ATTRIBUTE" } */
int names(struct foo * __raises("foo put") foo);	/* { dg-error "'safe_raises' needs names of functions, each a string.*SAFE_E_ATTRIBUTE" } */
int kept(struct foo * __keeps_if("kept") foo);		/* { dg-error "'safe_keeps_if' needs a condition on the return value.*SAFE_E_ATTRIBUTE" } */
void no_result(struct foo * __keeps_if("ret == 0") foo);	/* { dg-error "'safe_keeps_if' of parameter 1 of 'no_result', which returns nothing.*SAFE_E_ATTRIBUTE" } */

/* A pointer is no number, and a number no pointer. */
struct foo *look(int id) __must_look;			/* { dg-error "'safe_must_look' speaks of the number that a function returns.*SAFE_E_ATTRIBUTE" } */
struct foo *id(int id) __returns_id("foo_put");		/* { dg-error "'safe_returns_id' speaks of the number that a function returns.*SAFE_E_ATTRIBUTE" } */
int none(int id) __returns_none;			/* { dg-error "'safe_returns_none' on a function that returns 'int', which is not a pointer.*SAFE_E_ATTRIBUTE" } */
