// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: again == -EINVAL */
#include "../misuse.h"
#include <linux/fs.h>
#include <linux/miscdevice.h>

struct foo {
	int id;
	struct miscdevice misc;
};

static const struct file_operations foo_fops = { .owner = THIS_MODULE };

static noinline int wrong_add(int id)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int ret;

	if (!foo)
		return -ENOMEM;
	foo->misc = (struct miscdevice){ MISC_DYNAMIC_MINOR, "foo", &foo_fops };
	ret = misc_register(&foo->misc);
	if (ret)
		goto err_free;
	if (id < 0) {
		ret = -EINVAL;
		goto err_free;
	}
	return 0;

err_free:
	kfree(foo);	/* { dg-error "'foo' is freed while a part of it is 'registered': call misc_deregister.. first.*SAFE_E_PROTOCOL_OPEN" } */
	return ret;
}

static noinline int right_add(int id)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int ret;

	if (!foo)
		return -ENOMEM;
	foo->misc = (struct miscdevice){ MISC_DYNAMIC_MINOR, "foo", &foo_fops };
	ret = misc_register(&foo->misc);
	if (ret)
		goto err_free;
	if (id < 0) {
		ret = -EINVAL;
		goto err_deregister;
	}
	return 0;

err_deregister:
	misc_deregister(&foo->misc);
err_free:
	kfree(foo);
	return ret;
}

static int wrong(void)
{
	int again;

	wrong_add(-1);
	again = wrong_add(-1);
	must(again == -EINVAL);
	return again;
}

static int right(void)
{
	int again;

	right_add(-1);
	again = right_add(-1);
	must(again == -EINVAL);
	return again;
}
