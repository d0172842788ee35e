// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

struct foo *foo_find(int mode);
struct foo *foo_find(int mode)
{
	struct foo *foo;

	mutex_lock(&foo_lock);

	list_for_each_entry(foo, &foo_list, list) {
		if (foo->mode == mode)
			goto found;
	}
	foo = NULL;

found:
	mutex_unlock(&foo_lock);
	return foo;
}
