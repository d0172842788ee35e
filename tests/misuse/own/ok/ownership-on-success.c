// SPDX-License-Identifier: GPL-2.0
/* Whoever has the object depends on how a call ended. */
#include <linux/err.h>
#include <linux/firmware.h>
#include <linux/list.h>
#include <linux/slab.h>
#include <linux/string.h>

#include <safe/annotations.h>

struct foo {
	struct list_head node;
	char *name;
	int id;
};

int foo_register(struct foo *__takes_if("ret == 0") foo);
int foo_assign(struct foo *__takes_if("ret >= 0") foo);
int foo_check(const struct foo *__borrowed foo);

/* Given away when it returns 0, still ours when not. */
int add(int id);
int add(int id)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int ret;

	if (!foo)
		return -ENOMEM;
	foo->id = id;
	ret = foo_register(foo);
	if (ret)
		kfree(foo);
	return ret;
}

/* The result goes through a variable and a label. */
int add_checked(int id);
int add_checked(int id)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int ret = -ENOMEM;

	if (!foo)
		goto out;
	foo->id = id;
	ret = foo_check(foo);
	if (!ret)
		ret = foo_register(foo);
	if (ret)
		goto free_foo;
out:
	return ret;

free_foo:
	kfree(foo);
	goto out;
}

/* A number that is not negative is success. */
int add_numbered(void);
int add_numbered(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int number;

	if (!foo)
		return -ENOMEM;
	number = foo_assign(foo);
	if (number < 0) {
		kfree(foo);
		return number;
	}
	return number + 1;
}

/* Set only on success. */
int first_byte(struct device *dev);
int first_byte(struct device *dev)
{
	const struct firmware *fw = NULL;
	int byte = -ENODATA;

	if (!request_firmware(&fw, "foo.bin", dev) && fw->size)
		byte = fw->data[0];
	release_firmware(fw);
	return byte;
}

/* The list has it now. */
int add_to(struct list_head *foos);
int add_to(struct list_head *foos)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	list_add(&foo->node, foos);
	foo->id = 1;
	return 0;
}

/* The caller's object has it now. */
static int foo_set_name(struct foo *foo, const char *name)
{
	char *copy = kstrdup(name, GFP_KERNEL);

	if (!copy)
		return -ENOMEM;
	foo->name = copy;
	return 0;
}

struct foo *new_with_name(const char *name);
struct foo *new_with_name(const char *name)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return ERR_PTR(-ENOMEM);
	if (foo_set_name(foo, name)) {
		kfree(foo);
		return ERR_PTR(-ENOMEM);
	}
	return foo;
}

/* The scope frees it unless it has been given away. */
int add_scoped(int id);
int add_scoped(int id)
{
	struct foo *foo __free(kfree) = kzalloc(sizeof(*foo), GFP_KERNEL);
	int ret;

	if (!foo)
		return -ENOMEM;
	foo->id = id;
	ret = foo_register(foo);
	if (ret)
		return ret;
	foo = NULL;
	return 0;
}

/* An int that is 0 on success is negative otherwise. */
int add_or_free(int id);
int add_or_free(int id)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int ret;

	if (!foo)
		return -ENOMEM;
	foo->id = id;
	ret = foo_register(foo);
	if (ret < 0)
		kfree(foo);
	return ret;
}

/* A message may name what is gone. */
void free_and_tell(struct foo *__takes foo);
void free_and_tell(struct foo *__takes foo)
{
	kfree(foo->name);
	kfree(foo);
	pr_info("%p is free\n", foo);
}
