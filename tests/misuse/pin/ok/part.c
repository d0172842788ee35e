// SPDX-License-Identifier: GPL-2.0
/* Only the part without the lock is copied. */
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/string.h>

struct foo_data {
	int id, n;
	char name[8];
};

struct foo {
	struct foo_data data;
	struct mutex lock;
};

int foo_copy(struct foo *to, struct foo *from);
int foo_copy(struct foo *to, struct foo *from)
{
	mutex_init(&to->lock);
	mutex_lock(&from->lock);
	to->data = from->data;
	memcpy(&to->data, &from->data, sizeof(to->data));
	memcpy(to, from, offsetof(struct foo, lock));
	mutex_unlock(&from->lock);
	mutex_lock(&to->lock);
	mutex_unlock(&to->lock);
	return to->data.id;
}
