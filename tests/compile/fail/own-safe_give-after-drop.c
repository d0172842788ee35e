// SPDX-License-Identifier: GPL-2.0
#include <safe/own.h>

#include "../foo.h"

DEFINE_SAFE_OWN(foo_box, struct foo, kfree)

struct foo *test(struct foo_box foo);
struct foo *test(struct foo_box foo)
{
#ifdef FAIL
	safe_drop(foo_box, foo);
#endif
	return safe_give(foo);	/* { dg-error "SAFE_E_OWN_MOVED: safe_give\(foo\): " } */
}
