// SPDX-License-Identifier: GPL-2.0
#include <safe/own.h>

#include "../foo.h"

static struct kmem_cache *foo_cache;
DEFINE_SAFE_OWN(foo_box, struct foo, kfree)
DEFINE_SAFE_OWN_CACHE(foo_object, struct foo, foo_cache)

int test(void);
int test(void)
{
#ifdef FAIL
	CLASS(foo_box, foo)(TRY(safe_kmem_cache_alloc(foo_box, GFP_KERNEL)));	/* { dg-error "SAFE_E_OWN_FAMILY: safe_kmem_cache_alloc\(foo_box, GFP_KERNEL\): .*; define foo_box with DEFINE_SAFE_OWN_CACHE" } */
#else
	CLASS(foo_object, foo)(TRY(safe_kmem_cache_alloc(foo_object, GFP_KERNEL)));
#endif
	return foo_read(safe_borrow(foo));
}
