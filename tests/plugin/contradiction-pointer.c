// SPDX-License-Identifier: GPL-2.0
/* Pointers to functions have one declaration, which can contradict itself. */
#include <linux/types.h>
#include <safe/annotations.h>

struct foo;

struct foo_ops {
	void (*release)(struct foo * __takes __puts foo);	/* { dg-error "'safe_puts' contradicts 'safe_takes', which is said of the same pointer.*SAFE_E_CONTRADICTION" } */
	struct foo *(*get)(int id) __returns_null __returns_err;	/* { dg-error "'safe_returns_err' contradicts 'safe_returns_null', which is said of the same function.*SAFE_E_CONTRADICTION" } */
};

typedef void foo_release(struct foo * __borrowed __takes foo);	/* { dg-error "'safe_takes' contradicts 'safe_borrowed', which is said of the same pointer.*SAFE_E_CONTRADICTION" } */
typedef struct foo *(*foo_get)(int id) __returns_owned __returns_borrowed;	/* { dg-error "'safe_returns_borrowed' contradicts 'safe_returns_owned', which is said of the same function.*SAFE_E_CONTRADICTION" } */

/* What a typedef says counts as well. */
typedef struct foo * __takes foo_taken;
void of_typedef(foo_taken __borrowed foo);		/* { dg-error "'safe_borrowed' contradicts 'safe_takes', which is said of the same pointer.*SAFE_E_CONTRADICTION" } */

typedef struct foo *foo_find(int id) __returns_null;
foo_find declared_by_typedef;
struct foo *declared_by_typedef(int id) __returns_err;	/* { dg-error "the declarations of 'declared_by_typedef' contradict each other: 'safe_returns_null' and 'safe_returns_err'.*SAFE_E_CONTRADICTION" } */
