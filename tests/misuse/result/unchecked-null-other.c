// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel panic .*Kernel mode fault */
#include "../misuse.h"

/* One of the two is tested, and the other one used. */
static noinline int foo_prepare(size_t n)
{
	char *head = kmalloc(8, GFP_KERNEL);
	char *body = kzalloc(n, GFP_KERNEL | __GFP_NOWARN);	/* { dg-note "allocated by 'kzalloc'" } */

	if (head)
		body[0] = 'a';	/* { dg-error "'body' is used but may be NULL: .*'kzalloc'.*SAFE_E_UNCHECKED_NULL" } */
	kfree(body);
	kfree(head);
	return 0;
}

static noinline int foo_prepare_rightly(size_t n)
{
	char *head = kmalloc(8, GFP_KERNEL);
	char *body = kzalloc(n, GFP_KERNEL | __GFP_NOWARN);

	if (body)
		body[0] = 'a';
	kfree(body);
	kfree(head);
	return 0;
}

static int wrong(void)
{
	return foo_prepare(KMALLOC_MAX_SIZE + 1);
}

static int right(void)
{
	return foo_prepare_rightly(KMALLOC_MAX_SIZE + 1);
}
