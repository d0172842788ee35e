// SPDX-License-Identifier: GPL-2.0
/* Runs into: must:  */
#include "../misuse.h"

#include <linux/cleanup.h>
#include <linux/mutex.h>

static DEFINE_MUTEX(foo_lock);
static bool foo_shared = true;

static int wrong(void)
{
	if (foo_shared) {
		guard(mutex)(&foo_lock);	/* { dg-error "nothing follows it there: it protects nothing.*SAFE_E_GUARD_EMPTY" } */
	}
	must(mutex_is_locked(&foo_lock));
	return 0;
}

static int right(void)
{
	if (foo_shared) {
		guard(mutex)(&foo_lock);
		must(mutex_is_locked(&foo_lock));
	}
	return 0;
}
