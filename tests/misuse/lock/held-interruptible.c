// SPDX-License-Identifier: GPL-2.0
/* Runs into: still has locks held */
#include <linux/mutex.h>
#include "../misuse.h"

struct foo {
	struct mutex lock;
	char text[8];
};

static noinline ssize_t foo_write(struct foo *foo, const char *text, size_t n)
{
	if (mutex_lock_interruptible(&foo->lock))	/* { dg-note "'&foo->lock' is taken" } */
		return -ERESTARTSYS;
	if (n > sizeof(foo->text))
		goto out;
	memcpy(foo->text, text, n);
	mutex_unlock(&foo->lock);
	return n;
out:
	return -E2BIG;	/* { dg-error "'&foo->lock' is still held when the function returns here.*SAFE_E_LOCK_HELD" } */
}

static noinline ssize_t foo_write_rightly(struct foo *foo, const char *text, size_t n)
{
	if (mutex_lock_interruptible(&foo->lock))
		return -ERESTARTSYS;
	if (n > sizeof(foo->text))
		goto out;
	memcpy(foo->text, text, n);
	mutex_unlock(&foo->lock);
	return n;
out:
	mutex_unlock(&foo->lock);
	return -E2BIG;
}

static struct foo the_foo = { .lock = __MUTEX_INITIALIZER(the_foo.lock) };

static int wrong(void)
{
	return foo_write(&the_foo, "too much text", 13);
}

static int right(void)
{
	return foo_write_rightly(&the_foo, "too much text", 13);
}
