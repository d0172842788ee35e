// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !rwsem_is_locked */
#include <linux/rwsem.h>
#include "../misuse.h"

static DECLARE_RWSEM(foo_sem);
static int foo_key;

static noinline int foo_get(void)
{
	int key;

	down_read(&foo_sem);	/* { dg-note "'&foo_sem' is taken for reading" } */
	key = foo_key;
	up_write(&foo_sem);	/* { dg-error "'&foo_sem' is held for reading, and released as if it was held for writing.*SAFE_E_LOCK_MODE" } */
	return key;
}

static noinline int foo_get_rightly(void)
{
	int key;

	down_read(&foo_sem);
	key = foo_key;
	up_read(&foo_sem);
	return key;
}

static int wrong(void)
{
	int key = foo_get();

	must(!rwsem_is_locked(&foo_sem));
	return key;
}

static int right(void)
{
	int key = foo_get_rightly();

	must(!rwsem_is_locked(&foo_sem));
	return key;
}
