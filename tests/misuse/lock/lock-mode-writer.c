// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !rwsem_is_locked */
#include <linux/rwsem.h>
#include "../misuse.h"

static DECLARE_RWSEM(foo_sem);
static int foo_key;

/* Who writes releases as a writer. */
static noinline void foo_set(int key)
{
	down_write(&foo_sem);	/* { dg-note "'&foo_sem' is taken" } */
	foo_key = key;
	up_read(&foo_sem);	/* { dg-error "'&foo_sem' is held for writing, and released as if it was held for reading.*SAFE_E_LOCK_MODE" } */
}

static noinline void foo_set_rightly(int key)
{
	down_write(&foo_sem);
	foo_key = key;
	up_write(&foo_sem);
}

static int wrong(void)
{
	foo_set(1);
	must(!rwsem_is_locked(&foo_sem));
	return 0;
}

static int right(void)
{
	foo_set_rightly(1);
	must(!rwsem_is_locked(&foo_sem));
	return 0;
}
