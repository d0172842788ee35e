// SPDX-License-Identifier: GPL-2.0
/* Names of __released_by() that are none. */
#include <linux/types.h>
#include <safe/annotations.h>

struct foo;

extern const char foo_put_name[];

struct foo *empty(int id) __released_by("");			/* { dg-error "'safe_released_by' needs names of functions, each a string.*SAFE_E_ATTRIBUTE" } */
struct foo *number(int id) __released_by(1);			/* { dg-error "'safe_released_by' needs names of functions, each a string.*SAFE_E_ATTRIBUTE" } */
struct foo *no_name(int id) __released_by("1foo");		/* { dg-error "'safe_released_by' needs names of functions, each a string.*SAFE_E_ATTRIBUTE" } */
struct foo *call(int id) __released_by("foo_put()");		/* { dg-error "'safe_released_by' needs names of functions, each a string.*SAFE_E_ATTRIBUTE" } */
struct foo *list(int id) __released_by("foo_put, foo_free");	/* { dg-error "'safe_released_by' needs names of functions, each a string.*SAFE_E_ATTRIBUTE" } */
struct foo *second(int id) __released_by("foo_put", 0);		/* { dg-error "'safe_released_by' needs names of functions, each a string.*SAFE_E_ATTRIBUTE" } */
struct foo *variable(int id) __released_by(foo_put_name);	/* { dg-error "'safe_released_by' needs names of functions, each a string.*SAFE_E_ATTRIBUTE" } */
