// SPDX-License-Identifier: GPL-2.0
/* Runs into: WARNING: .*mutex|INFO: trying to register|BUG:  */
#include "../misuse.h"
#include <linux/mutex.h>

struct foo {
	int id;
	struct mutex lock;
};

static noinline struct foo *wrong_new(int id)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return NULL;
	mutex_lock(&foo->lock);	/* { dg-error "'&foo->lock' is passed to 'mutex_lock(_nested)?' but was never initialised: call mutex_init.. first.*SAFE_E_PROTOCOL_RAW" } */
	foo->id = id;
	mutex_unlock(&foo->lock);
	return foo;
}

static noinline struct foo *right_new(int id)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return NULL;
	mutex_init(&foo->lock);
	mutex_lock(&foo->lock);
	foo->id = id;
	mutex_unlock(&foo->lock);
	return foo;
}

static int wrong(void)
{
	kfree(wrong_new(1));
	return 0;
}

static int right(void)
{
	kfree(right_new(1));
	return 0;
}
