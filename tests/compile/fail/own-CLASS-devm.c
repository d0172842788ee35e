// SPDX-License-Identifier: GPL-2.0
#include <safe/own.h>

#include "../foo.h"

DEFINE_SAFE_OWN_DEVM(foo_devm, struct foo)

int test(struct device *dev);
int test(struct device *dev)
{
#ifdef FAIL
	/* { dg-error "implicit declaration of function 'class_foo_devm_constructor'" +1 } */
	CLASS(foo_devm, foo)(TRY(safe_devm_kzalloc(foo_devm, dev, GFP_KERNEL)));	/* { dg-error "unknown type name 'class_foo_devm_t'" } { dg-error "cleanup argument not a function" } { dg-note "." } */
	return !!foo;
#else
	struct foo_devm foo = TRY(safe_devm_kzalloc(foo_devm, dev, GFP_KERNEL));

	return foo_read(safe_borrow(foo));
#endif
}
