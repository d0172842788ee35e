// SPDX-License-Identifier: GPL-2.0
/* left: code after the free */
#include "foo.h"

int foo_reuse(struct foo *foo);
int foo_reuse(struct foo *foo)
{
	char *name;

	name = kstrdup(foo->name, GFP_KERNEL);
	if (!name)
		return -ENOMEM;
	foo_register(name);
	kfree(name);
	foo->count++;
	return 0;
}
