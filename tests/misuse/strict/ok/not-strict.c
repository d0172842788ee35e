// SPDX-License-Identifier: GPL-2.0
/* A plain file may do all this. */
#include <linux/slab.h>
#include <linux/mutex.h>
#include <linux/uaccess.h>

struct foo {
	struct mutex lock;
	union {
		u32 id;
		char *name;
	};
};

int foo_read(struct foo *foo, const u32 __user *from, const u32 *p);
int foo_read(struct foo *foo, const u32 __user *from, const u32 *p)
{
	u32 *copy = kmalloc(sizeof(*copy), GFP_KERNEL);
	int ret = 0;

	if (!copy)
		return -ENOMEM;
	mutex_lock(&foo->lock);
	if (get_user(*copy, from) || copy_from_user(copy, from, sizeof(*copy)))
		ret = -EFAULT;
	foo->id += *(p + 1) + p[2] + ((struct foo *)p)->id;
	mutex_unlock(&foo->lock);
	kfree(copy);
	return ret;
}
