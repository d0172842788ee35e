// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel panic .*Kernel mode fault */
#include "../misuse.h"

struct foo {
	u8 *ring;
	size_t size;
};

/* Nobody has that much memory: it always fails. */
#define FOO_RING_SIZE	(KMALLOC_MAX_SIZE + 1)

static int wrong(void)
{
	struct foo foo;
	u8 *ring;

	foo.ring = kmalloc(FOO_RING_SIZE, GFP_KERNEL | __GFP_NOWARN); /* { dg-note "allocated by 'kmalloc'" } */
	foo.size = FOO_RING_SIZE;
	ring = foo.ring;
	ring[0] = 0xff;	/* { dg-error "'ring' is used but may be NULL: test what 'kmalloc' returned first.*SAFE_E_UNCHECKED_NULL" } */
	kfree(foo.ring);
	return 0;
}

static int right(void)
{
	struct foo foo;
	u8 *ring;

	foo.ring = kmalloc(FOO_RING_SIZE, GFP_KERNEL | __GFP_NOWARN);
	if (!foo.ring)
		return -ENOMEM;
	foo.size = FOO_RING_SIZE;
	ring = foo.ring;
	ring[0] = 0xff;
	kfree(foo.ring);
	return 0;
}
