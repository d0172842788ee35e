// SPDX-License-Identifier: GPL-2.0
#include <safe/own.h>

#include "../foo.h"

DEFINE_SAFE_OWN(foo_box, struct foo, kfree)
DEFINE_SAFE_OWN_DEVM(foo_devm, struct foo)

int test(struct device *dev);
int test(struct device *dev)
{
#ifdef FAIL
	CLASS(foo_box, foo)(TRY(safe_devm_kzalloc(foo_box, dev, GFP_KERNEL)));	/* { dg-error "SAFE_E_OWN_FAMILY: safe_devm_kzalloc\(foo_box, dev, GFP_KERNEL\): the device frees it" } */
#else
	struct foo_devm foo = TRY(safe_devm_kzalloc(foo_devm, dev, GFP_KERNEL));
#endif

	return foo_read(safe_borrow(foo));
}
