// SPDX-License-Identifier: GPL-2.0
/* Functions that hand a lock to their caller, or take it from there. */
#include <linux/err.h>
#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/rcupdate.h>
#include <linux/spinlock.h>

struct foo {
	struct mutex lock;
	struct list_head node;
	int id;
	bool dead;
};

/* Held on success, and not on failure. */
int foo_lock(struct foo *foo);
int foo_lock(struct foo *foo)
{
	mutex_lock(&foo->lock);
	if (foo->dead) {
		mutex_unlock(&foo->lock);
		return -ENODEV;
	}
	return 0;
}

void foo_unlock(struct foo *foo);
void foo_unlock(struct foo *foo)
{
	mutex_unlock(&foo->lock);
}

/* The one that is found comes locked. */
struct foo *foo_find(struct list_head *foos, int id);
struct foo *foo_find(struct list_head *foos, int id)
{
	struct foo *foo;

	list_for_each_entry(foo, foos, node) {
		mutex_lock(&foo->lock);
		if (foo->id == id)
			return foo;
		mutex_unlock(&foo->lock);
	}
	return NULL;
}

/* Until it is one that lives. */
void foo_lock_alive(struct foo *foo);
void foo_lock_alive(struct foo *foo)
{
again:
	mutex_lock(&foo->lock);
	if (foo->dead) {
		mutex_unlock(&foo->lock);
		goto again;
	}
}

/* The caller's lock is dropped for a while. */
void foo_wait(struct foo *foo, void (*wait)(void));
void foo_wait(struct foo *foo, void (*wait)(void))
{
	while (!foo->dead) {
		mutex_unlock(&foo->lock);
		wait();
		mutex_lock(&foo->lock);
	}
}

static bool foo_begin(struct foo *foo)
{
	if (foo->dead)
		return false;
	mutex_lock(&foo->lock);
	return true;
}

int foo_use(struct foo *foo);
int foo_use(struct foo *foo)
{
	int id;

	if (!foo_begin(foo))
		return -ENODEV;
	id = foo->id;
	foo_unlock(foo);
	return id;
}

/* Says by its result what it has done. */
int foo_lock_if(struct foo *foo, bool *locked);
int foo_lock_if(struct foo *foo, bool *locked)
{
	mutex_lock(&foo->lock);
	*locked = true;
	if (foo->dead) {
		mutex_unlock(&foo->lock);
		*locked = false;
	}
	return 0;
}
