// SPDX-License-Identifier: GPL-2.0
/* Runs into: possible circular locking dependency detected */
#include <linux/cleanup.h>
#include <linux/mutex.h>
#include <linux/rwsem.h>
#include <safe/context_analysis.h>
#include "../misuse.h"

/* The lock of all comes before the lock of each. */
static DEFINE_MUTEX(foo_list_lock);

struct foo {
	struct rw_semaphore sem __acquired_after(&foo_list_lock);
	struct foo *next;
	int open;
};

static struct foo the_foo = { .sem = __RWSEM_INITIALIZER(the_foo.sem) };
static struct foo *foos = &the_foo;

static noinline int foo_open_all(void)
{
	struct foo *foo;
	int n = 0;

	mutex_lock(&foo_list_lock);
	for (foo = foos; foo; foo = foo->next) {
		down_read(&foo->sem);
		n += foo->open;
		up_read(&foo->sem);
	}
	mutex_unlock(&foo_list_lock);
	return n;
}

/* Asked by the caller to hold it. */
static noinline void foo_close(struct foo *foo) __must_hold(&foo->sem)	/* { dg-note "held by the caller" } */
{
	foo->open = 0;
	mutex_lock(&foo_list_lock);	/* { dg-error "'&foo_list_lock' is taken while '&foo->sem' is held, but is declared to be taken before it.*SAFE_E_LOCK_ORDER" } */
	foos = foo->next;
	mutex_unlock(&foo_list_lock);
}

static noinline void foo_close_rightly(struct foo *foo)
{
	down_write(&foo->sem);
	foo->open = 0;
	up_write(&foo->sem);
	mutex_lock(&foo_list_lock);
	foos = foo->next;
	mutex_unlock(&foo_list_lock);
}

static int wrong(void)
{
	int n = foo_open_all();

	down_write(&the_foo.sem);
	foo_close(&the_foo);
	up_write(&the_foo.sem);
	return n;
}

static int right(void)
{
	int n = foo_open_all();

	foo_close_rightly(&the_foo);
	return n;
}
