// SPDX-License-Identifier: GPL-2.0
#include <safe/own.h>

#include "../foo.h"

DEFINE_SAFE_OWN(foo_box, struct foo, kfree)	/* { dg-note "expected 'struct foo \*'" } */

struct foo_box test(struct foo *foo, u32 *id);
struct foo_box test(struct foo *foo, u32 *id)
{
#ifdef FAIL
	return safe_take(foo_box, id);	/* { dg-error "argument 1 of '__safe_take_foo_box' from incompatible pointer type" } */
#else
	return safe_take(foo_box, foo);
#endif
}
