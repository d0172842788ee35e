// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: double-free */
#include "../misuse.h"

struct foo {
	int port;
};

static struct foo *foo_registered;

int foo_register(struct foo *__takes_if("ret == 0") foo);
void foo_unregister(void);

int foo_register(struct foo *foo)
{
	if (foo_registered)
		return -EBUSY;
	foo_registered = foo;
	return 0;
}

void foo_unregister(void)
{
	kfree(foo_registered);
	foo_registered = NULL;
}

static int foo_connect(int port)
{
	return port ? -ECONNREFUSED : 0;
}

static int wrong(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int ret;

	if (!foo)
		return -ENOMEM;
	ret = foo_register(foo);	/* { dg-note "given to 'foo_register'" } */
	if (!ret)
		ret = foo_connect(7);
	if (ret)
		kfree(foo);	/* { dg-error "'foo' is used after it was given to 'foo_register'; it belongs to somebody else since.*SAFE_E_USE_AFTER_MOVE" } */
	foo_unregister();
	return ret;
}

static int right(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int ret;

	if (!foo)
		return -ENOMEM;
	ret = foo_register(foo);
	if (ret) {
		kfree(foo);
		return ret;
	}
	ret = foo_connect(7);
	foo_unregister();
	return ret;
}
