// SPDX-License-Identifier: GPL-2.0
/* Runs into: WARNING: .*mutex|DEBUG_LOCKS_WARN_ON|trying to register non-static key */
#include "../misuse.h"
#include <linux/mutex.h>
#include <linux/notifier.h>

struct foo {
	struct notifier_block nb;
	struct mutex lock;
	int events;
};

static BLOCKING_NOTIFIER_HEAD(foo_chain);

static int foo_event(struct notifier_block *nb, unsigned long action, void *data)
{
	struct foo *foo = container_of(nb, struct foo, nb);

	mutex_lock(&foo->lock);
	foo->events++;
	mutex_unlock(&foo->lock);
	return NOTIFY_OK;
}

/* An event can come at any time, so also here. */
static void foo_something_happens(void)
{
	blocking_notifier_call_chain(&foo_chain, 1, NULL);
}

static int wrong_probe(struct foo *foo)
{
	int ret;

	foo->nb.notifier_call = foo_event;
	ret = blocking_notifier_chain_register(&foo_chain, &foo->nb);
	if (ret)
		return ret;
	foo_something_happens();
	mutex_init(&foo->lock);	/* { dg-error "'lock' is initialised after 'blocking_notifier_chain_register' has registered 'foo_event', which uses it: call mutex_init.. before that.*SAFE_E_USED_BEFORE_INIT" } */
	return blocking_notifier_chain_unregister(&foo_chain, &foo->nb);
}

static int right_probe(struct foo *foo)
{
	int ret;

	mutex_init(&foo->lock);
	foo->nb.notifier_call = foo_event;
	ret = blocking_notifier_chain_register(&foo_chain, &foo->nb);
	if (ret)
		return ret;
	foo_something_happens();
	return blocking_notifier_chain_unregister(&foo_chain, &foo->nb);
}

static int wrong(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int ret = foo ? wrong_probe(foo) : -ENOMEM;

	kfree(foo);
	return ret;
}

static int right(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int ret = foo ? right_probe(foo) : -ENOMEM;

	kfree(foo);
	return ret;
}
