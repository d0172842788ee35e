// SPDX-License-Identifier: GPL-2.0
/* Runs into: Trying to vfree\(\) bad address */
#include "../misuse.h"

struct foo {
	u16 *colours;
};

static int foo_resize(struct foo *foo, size_t n)
{
	foo->colours = kvcalloc(n, sizeof(*foo->colours), GFP_KERNEL);
	return foo->colours ? 0 : -ENOMEM;
}

static int wrong(void)
{
	struct foo foo;
	int ret = foo_resize(&foo, 256);

	if (ret)
		return ret;
	foo.colours[0] = 0xffff;
	vfree(foo.colours);	/* { dg-error "'foo.colours' comes from 'kv(calloc|malloc_array_node)' and is released by 'vfree'; use kvfree.*SAFE_E_WRONG_RELEASE" } */
	return 0;
}

static int right(void)
{
	struct foo foo;
	int ret = foo_resize(&foo, 256);

	if (ret)
		return ret;
	foo.colours[0] = 0xffff;
	kvfree(foo.colours);
	return 0;
}
