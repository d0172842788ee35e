// SPDX-License-Identifier: GPL-2.0
/* Declarations that say one thing of what a function returns and another. */
#include <linux/types.h>
#include <safe/annotations.h>

struct foo;

struct foo *owned_borrowed(int id) __returns_owned;
struct foo *owned_borrowed(int id) __returns_borrowed;	/* { dg-error "the declarations of 'owned_borrowed' contradict each other: 'safe_returns_owned' and 'safe_returns_borrowed'.*SAFE_E_CONTRADICTION" } */

struct foo *null_err(int id) __returns_null;
struct foo *null_err(int id) __returns_err;		/* { dg-error "the declarations of 'null_err' contradict each other: 'safe_returns_null' and 'safe_returns_err'.*SAFE_E_CONTRADICTION" } */

struct foo *null_err_or_null(int id) __returns_null;
struct foo *null_err_or_null(int id) __returns_err_or_null;	/* { dg-error "the declarations of 'null_err_or_null' contradict each other: 'safe_returns_null' and 'safe_returns_err_or_null'.*SAFE_E_CONTRADICTION" } */

struct foo *err_err_or_null(int id) __returns_err;
struct foo *err_err_or_null(int id) __returns_err_or_null;	/* { dg-error "the declarations of 'err_err_or_null' contradict each other: 'safe_returns_err' and 'safe_returns_err_or_null'.*SAFE_E_CONTRADICTION" } */

/* The definition is a declaration too, and so is one inside a function. */
struct foo *definition(int id) __returns_null;
struct foo *in_block(int id) __returns_null;

__returns_err struct foo *definition(int id)		/* { dg-error "the declarations of 'definition' contradict each other: 'safe_returns_null' and 'safe_returns_err'.*SAFE_E_CONTRADICTION" } */
{
	struct foo *in_block(int id) __returns_err;	/* { dg-error "the declarations of 'in_block' contradict each other: 'safe_returns_null' and 'safe_returns_err'.*SAFE_E_CONTRADICTION" } */

	return in_block(id);
}

/* One declaration is enough for it. */
struct foo *at_once(int id) __returns_owned __returns_borrowed;	/* { dg-error "'safe_returns_borrowed' contradicts 'safe_returns_owned', which is said of the same function.*SAFE_E_CONTRADICTION" } */
