// SPDX-License-Identifier: GPL-2.0
/* Calls through pointers to functions that do what their types ask for. */
#include <linux/err.h>
#include <linux/errno.h>
#include <linux/types.h>
#include <safe/annotations.h>

struct foo {
	int id;
};

typedef void foo_put(struct foo * __takes foo);
typedef struct foo *foo_get(int id) __returns_owned __returns_null __released_by("put");

struct foo_ops {
	struct foo *(*get)(int id) __returns_owned __returns_null __released_by("put");
	struct foo *(*find)(int id) __returns_err;
	foo_get *get_typed;
	void (*put)(struct foo * __takes foo);
	foo_put *put_typed;
	int (*add)(struct foo * __takes_if("ret == 0") foo);
};

int gives_back(const struct foo_ops *ops);
int gives_back(const struct foo_ops *ops)
{
	struct foo *foo = ops->get(1);
	int id;

	if (!foo)
		return -ENOMEM;
	id = foo->id;
	ops->put(foo);
	return id;
}

int gives_back_typed(const struct foo_ops *ops);
int gives_back_typed(const struct foo_ops *ops)
{
	struct foo *foo = ops->get_typed(1);

	if (!foo)
		return -ENOMEM;
	ops->put_typed(foo);
	return 0;
}

int adds(const struct foo_ops *ops);
int adds(const struct foo_ops *ops)
{
	struct foo *foo = ops->get(1);
	int ret;

	if (!foo)
		return -ENOMEM;
	ret = ops->add(foo);
	if (ret)
		ops->put(foo);
	return ret;
}

int checks(const struct foo_ops *ops);
int checks(const struct foo_ops *ops)
{
	struct foo *foo = ops->find(1);

	return IS_ERR(foo) ? PTR_ERR(foo) : foo->id;
}
