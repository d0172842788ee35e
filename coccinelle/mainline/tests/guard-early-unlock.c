// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

int foo_add(struct foo *foo, struct foo *entry);
int foo_add(struct foo *foo, struct foo *entry)
{
	struct foo *pos;

	mutex_lock(&foo->lock);
	list_for_each_entry(pos, &foo->list, node) {
		if (pos->mode == entry->mode) {
			mutex_unlock(&foo->lock);
			return -EEXIST;
		}
	}

	if (foo->count > 16) {
		dev_err(foo->dev, "too many\n");
		mutex_unlock(&foo->lock);
		return -ENOSPC;
	} else if (foo->busy) {
		mutex_unlock(&foo->lock);
		return -EBUSY;
	}

	list_add_tail(&entry->node, &foo->list);
	mutex_unlock(&foo->lock);
	return 0;
}

int foo_remove(struct foo *foo, int mode);
int foo_remove(struct foo *foo, int mode)
{
	mutex_lock(&foo->lock);

	if (foo->mode != mode) {
		mutex_unlock(&foo->lock);
		return -ENOENT;
	} else {
		foo->count--;
	}

	if (foo->busy) { /* not now */
		mutex_unlock(&foo->lock);
		return -EBUSY;
	}

	mutex_unlock(&foo->lock);
	return 0;
}
