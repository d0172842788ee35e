// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

/* kstrdup() may sleep: not under the spinlock. */
char *foo_label(struct foo *foo);
char *foo_label(struct foo *foo)
{
	const char *name;

	spin_lock(&foo->slock);
	name = foo->name;
	spin_unlock(&foo->slock);

	return kstrdup(name, GFP_KERNEL);
}
