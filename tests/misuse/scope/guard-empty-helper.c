// SPDX-License-Identifier: GPL-2.0
/* Runs into: must:  */
#include "../misuse.h"

#include <linux/cleanup.h>
#include <linux/mutex.h>

static DEFINE_MUTEX(foo_lock);

static void foo_enter(void)
{
	guard(mutex)(&foo_lock);	/* { dg-error "SAFE_E_GUARD_EMPTY" } */
}

static int wrong(void)
{
	foo_enter();
	must(mutex_is_locked(&foo_lock));
	return 0;
}

static int right(void)
{
	guard(mutex)(&foo_lock);
	must(mutex_is_locked(&foo_lock));
	return 0;
}
