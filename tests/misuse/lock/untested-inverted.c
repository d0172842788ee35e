// SPDX-License-Identifier: GPL-2.0
/* Runs into: still has locks held */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include <linux/mutex.h>
#include "../misuse.h"

static DEFINE_MUTEX(foo_lock);
static int foo_count;

/* True is success: it is the other way round with mutex_lock_interruptible(). */
static noinline void foo_poll(void)
{
	if (mutex_trylock(&foo_lock))
		return;
	foo_count++;
	mutex_unlock(&foo_lock);	/* { dg-warning "'&foo_lock' is released, but on this path the call that tried to take it has failed.*SAFE_E_LOCK_UNTESTED" } */
}

static noinline void foo_poll_rightly(void)
{
	if (!mutex_trylock(&foo_lock))
		return;
	foo_count++;
	mutex_unlock(&foo_lock);
}

static int wrong(void)
{
	foo_poll();
	return foo_count;
}

static int right(void)
{
	foo_poll_rightly();
	return foo_count;
}
