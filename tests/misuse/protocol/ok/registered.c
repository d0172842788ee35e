// SPDX-License-Identifier: GPL-2.0
/* Devices that are deregistered before they go, or never were. */
#include <linux/miscdevice.h>
#include <linux/slab.h>

struct foo {
	struct miscdevice misc;
};

struct foo *foo_new(int dynamic);
struct foo *foo_new(int dynamic)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return NULL;
	foo->misc.minor = MISC_DYNAMIC_MINOR;
	foo->misc.name = "foo";
	if (misc_register(&foo->misc)) {
		kfree(foo);
		return NULL;
	}
	if (dynamic && foo->misc.minor < 0) {
		misc_deregister(&foo->misc);
		kfree(foo);
		return NULL;
	}
	return foo;
}

void foo_free(struct foo *foo);
void foo_free(struct foo *foo)
{
	misc_deregister(&foo->misc);
	kfree(foo);
}
