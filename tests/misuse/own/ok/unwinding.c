// SPDX-License-Identifier: GPL-2.0
/* Exits that free what is there, once. */
#include <linux/err.h>
#include <linux/slab.h>
#include <linux/string.h>

#include <safe/annotations.h>

struct foo {
	char *name;
	u32 *table;
};

int foo_check(const struct foo *foo);
int foo_send(const char *buf, size_t len);

/* A label a step. */
struct foo *foo_new(const char *name, size_t n);
struct foo *foo_new(const char *name, size_t n)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return ERR_PTR(-ENOMEM);
	foo->name = kstrdup(name, GFP_KERNEL);
	if (!foo->name)
		goto free_foo;
	foo->table = kcalloc(n, sizeof(*foo->table), GFP_KERNEL);
	if (!foo->table)
		goto free_name;
	return foo;

free_name:
	kfree(foo->name);
free_foo:
	kfree(foo);
	return ERR_PTR(-ENOMEM);
}

/* One label for all: what is not there yet is NULL. */
struct foo *foo_new_checked(const char *name, size_t n);
struct foo *foo_new_checked(const char *name, size_t n)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int ret = -ENOMEM;

	if (!foo)
		return ERR_PTR(ret);
	foo->name = kstrdup(name, GFP_KERNEL);
	if (!foo->name)
		goto fail;
	foo->table = kcalloc(n, sizeof(*foo->table), GFP_KERNEL);
	if (!foo->table)
		goto fail;
	ret = foo_check(foo);
	if (ret)
		goto fail;
	return foo;

fail:
	kfree(foo->table);
	kfree(foo->name);
	kfree(foo);
	return ERR_PTR(ret);
}

/* Success and failure leave by the same label; the pointer tells which it was. */
int foo_build(struct foo **out, const char *name);
int foo_build(struct foo **out, const char *name)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int ret = -ENOMEM;

	if (!foo)
		goto out;
	foo->name = kstrdup(name, GFP_KERNEL);
	if (!foo->name)
		goto out;
	ret = foo_check(foo);
	if (ret)
		goto out;
	*out = foo;
	foo = NULL;
out:
	if (foo)
		kfree(foo->name);
	kfree(foo);
	return ret;
}

/* The same condition at both ends. */
int foo_send_copy(const char *data, size_t len, bool copy);
int foo_send_copy(const char *data, size_t len, bool copy)
{
	const char *buf = data;
	int ret;

	if (copy) {
		buf = kmemdup(data, len, GFP_KERNEL);
		if (!buf)
			return -ENOMEM;
	}
	ret = foo_send(buf, len);
	if (copy)
		kfree(buf);
	return ret;
}

/* An error pointer on one path only. */
int foo_read(const char __user *text);
int foo_read(const char __user *text)
{
	char *name = strndup_user(text, 16);
	int ret;

	if (IS_ERR(name)) {
		ret = PTR_ERR(name);
		name = NULL;
		goto out;
	}
	ret = foo_send(name, 16);
out:
	kfree(name);
	return ret;
}

int foo_read_if(const char __user *text, bool wanted);
int foo_read_if(const char __user *text, bool wanted)
{
	char *name = wanted ? strndup_user(text, 16) : NULL;
	int ret = 0;

	if (!IS_ERR_OR_NULL(name))
		ret = foo_send(name, 16);
	if (!IS_ERR(name))
		kfree(name);
	return ret;
}

/* The scope frees, except for what has been handed on. */
struct foo *foo_new_scoped(const char *name);
struct foo *foo_new_scoped(const char *name)
{
	struct foo *foo __free(kfree) = kzalloc(sizeof(*foo), GFP_KERNEL);
	char *copy __free(kfree) = NULL;

	if (!foo)
		return NULL;
	copy = kstrdup(name, GFP_KERNEL);
	if (!copy)
		return NULL;
	foo->name = no_free_ptr(copy);
	return_ptr(foo);
}

enum foo_op { FOO_SEND, FOO_KEEP, FOO_DROP };

/* Each case does it, and none falls through. */
char *foo_apply(enum foo_op op, char *__takes arg);
char *foo_apply(enum foo_op op, char *arg)
{
	switch (op) {
	case FOO_SEND:
		foo_send(arg, 1);
		kfree(arg);
		return NULL;
	case FOO_KEEP:
		return arg;
	case FOO_DROP:
		kfree(arg);
		break;
	default:
		kfree(arg);
		return ERR_PTR(-EINVAL);
	}
	return NULL;
}
