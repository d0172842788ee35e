// SPDX-License-Identifier: GPL-2.0
#include <safe/own.h>

#include "../foo.h"

DEFINE_SAFE_OWN(foo_box, struct foo, kfree)
DEFINE_SAFE_OWN_PAGES(foo_page, 1)

void *test(void);
void *test(void)
{
#ifdef FAIL
	CLASS(foo_box, page)(TRY(safe_alloc_pages(foo_box, GFP_KERNEL)));	/* { dg-error "SAFE_E_OWN_FAMILY: safe_alloc_pages\(foo_box, GFP_KERNEL\): .*; define foo_box with DEFINE_SAFE_OWN_PAGES" } */
#else
	CLASS(foo_page, page)(TRY(safe_alloc_pages(foo_page, GFP_KERNEL)));
#endif
	return safe_give(page);
}
