// SPDX-License-Identifier: GPL-2.0
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
/* Every way through the function releases what it has taken. */
#include <linux/bug.h>
#include <linux/cleanup.h>
#include <linux/kernel.h>
#include <linux/mutex.h>
#include <linux/spinlock.h>

struct foo {
	struct mutex lock;
	spinlock_t spin;
	int count;
	bool done;
};

int foo_ask(void);

void one_after_the_other(struct foo *foo);
void one_after_the_other(struct foo *foo)
{
	mutex_lock(&foo->lock);
	foo->count++;
	mutex_unlock(&foo->lock);
	mutex_lock(&foo->lock);
	foo->count--;
	mutex_unlock(&foo->lock);
}

void one_in_the_other(struct foo *foo);
void one_in_the_other(struct foo *foo)
{
	mutex_lock(&foo->lock);
	if (foo_ask()) {
		spin_lock(&foo->spin);
		foo->count++;
		spin_unlock(&foo->spin);
	}
	mutex_unlock(&foo->lock);
}

int on_both_ways(struct foo *foo);
int on_both_ways(struct foo *foo)
{
	mutex_lock(&foo->lock);
	if (foo_ask()) {
		mutex_unlock(&foo->lock);
		return -EINVAL;
	}
	mutex_unlock(&foo->lock);
	return 0;
}

/* A loop in it, and it in a loop. */
void around_loop(struct foo *foo);
void around_loop(struct foo *foo)
{
	mutex_lock(&foo->lock);
	while (foo_ask())
		foo->count++;
	mutex_unlock(&foo->lock);
}

void in_loop(struct foo *foo);
void in_loop(struct foo *foo)
{
	while (foo_ask()) {
		mutex_lock(&foo->lock);
		foo->count++;
		mutex_unlock(&foo->lock);
		if (foo_ask())
			break;
		mutex_lock(&foo->lock);
		foo->count--;
		mutex_unlock(&foo->lock);
	}
}

/* The way out of the loop releases, and there is no other. */
void released_on_the_way_out(struct foo *foo);
void released_on_the_way_out(struct foo *foo)
{
	mutex_lock(&foo->lock);
	for (;;) {
		if (foo_ask()) {
			mutex_unlock(&foo->lock);
			break;
		}
	}
}

void off_in_the_middle(struct foo *foo);
void off_in_the_middle(struct foo *foo)
{
	mutex_lock(&foo->lock);
	for (;;) {
		mutex_unlock(&foo->lock);
		if (foo_ask())
			break;
		mutex_lock(&foo->lock);
	}
}

/* By jumps. */
void to_the_release(struct foo *foo);
void to_the_release(struct foo *foo)
{
	mutex_lock(&foo->lock);
	if (foo_ask())
		goto unlock;
	foo->count++;
unlock:
	mutex_unlock(&foo->lock);
}

void past_both(struct foo *foo);
void past_both(struct foo *foo)
{
	if (foo_ask())
		goto out;
	mutex_lock(&foo->lock);
	foo->count++;
	mutex_unlock(&foo->lock);
out:
	foo->done = true;
}

int to_its_own_release(struct foo *foo);
int to_its_own_release(struct foo *foo)
{
	mutex_lock(&foo->lock);
	if (foo_ask())
		goto fail;
	mutex_unlock(&foo->lock);
	return 0;
fail:
	mutex_unlock(&foo->lock);
	return -EIO;
}

/* A path that does not go on holds it until the end of the world. */
void never_comes_back(struct foo *foo);
void never_comes_back(struct foo *foo)
{
	mutex_lock(&foo->lock);
	if (foo->count < 0)
		panic("foo: %d\n", foo->count);
	mutex_unlock(&foo->lock);
}

void never_gets_there(struct foo *foo);
void never_gets_there(struct foo *foo)
{
	mutex_lock(&foo->lock);
	switch (foo->count) {
	case 0:
		foo->count = 1;
		break;
	case 1:
		break;
	default:
		unreachable();
	}
	mutex_unlock(&foo->lock);
}

/* Conditions that are none. */
void always(struct foo *foo);
void always(struct foo *foo)
{
	if (!IS_ENABLED(CONFIG_NO_SUCH_OPTION))
		mutex_lock(&foo->lock);
	foo->count++;
	if (IS_ENABLED(CONFIG_NO_SUCH_OPTION))
		mutex_unlock(&foo->lock);
	if (!IS_ENABLED(CONFIG_NO_SUCH_OPTION))
		mutex_unlock(&foo->lock);
}

/* What it returned went through an expression. */
int tried(struct foo *foo);
int tried(struct foo *foo)
{
	if (!({ foo_ask(); spin_trylock(&foo->spin); }))
		return -EBUSY;
	foo->count++;
	spin_unlock(&foo->spin);
	return 0;
}

int tried_twice(struct foo *foo);
int tried_twice(struct foo *foo)
{
	bool locked = spin_trylock(&foo->spin) ? true : false;

	if (!locked)
		locked = spin_trylock(&foo->spin);
	if (locked)
		spin_unlock(&foo->spin);
	return locked;
}

/* A variable with a cleanup of its own releases it, taken before or behind. */
static void foo_unlock(struct mutex **lock)
{
	mutex_unlock(*lock);
}

void cleaned_up(struct foo *foo);
void cleaned_up(struct foo *foo)
{
	struct mutex *lock __cleanup(foo_unlock) = &foo->lock;

	mutex_lock(lock);
	foo->count++;
}

void cleaned_up_behind(struct foo *foo);
void cleaned_up_behind(struct foo *foo)
{
	mutex_lock(&foo->lock);
	{
		struct mutex *lock __cleanup(foo_unlock) = &foo->lock;

		if (foo_ask())
			return;
		foo->count += mutex_is_locked(lock);
	}
}
