// SPDX-License-Identifier: GPL-2.0
/* Runs into: bad unlock balance */
#include "../misuse.h"

#include <linux/cleanup.h>
#include <linux/spinlock.h>

struct foo {
	spinlock_t lock;
	int pending;
};

static noinline bool foo_send(struct foo *foo)
{
	return false;
}

/* Not taken again where the loop is left. */
static noinline int foo_flush(struct foo *foo)
{
	guard(spinlock)(&foo->lock);

	while (foo->pending) {
		spin_unlock(&foo->lock);	/* { dg-error "'foo->lock' is unlocked by hand.*SAFE_E_GUARD_DROPPED" } */
		if (!foo_send(foo))
			break;
		spin_lock(&foo->lock);
		foo->pending--;
	}
	return foo->pending;
}

static int wrong(void)
{
	struct foo foo = { .pending = 2 };

	spin_lock_init(&foo.lock);
	return foo_flush(&foo);
}

static noinline int foo_flush_all(struct foo *foo)
{
	guard(spinlock)(&foo->lock);

	while (foo->pending) {
		bool sent;

		spin_unlock(&foo->lock);
		sent = foo_send(foo);
		spin_lock(&foo->lock);
		if (!sent)
			break;
		foo->pending--;
	}
	return foo->pending;
}

static int right(void)
{
	struct foo foo = { .pending = 2 };

	spin_lock_init(&foo.lock);
	return foo_flush_all(&foo);
}
