// SPDX-License-Identifier: GPL-2.0
/* Runs into: possible recursive locking detected */
#include <linux/spinlock.h>
#include "../misuse.h"

static DEFINE_RWLOCK(foo_lock);
static int foo_key;

/* A reader that wants to write waits until all readers are gone: it is one of them. */
static noinline int foo_get(void)
{
	int key;

	read_lock(&foo_lock);	/* { dg-note "'&foo_lock' is taken for reading" } */
	if (!foo_key) {
		write_lock(&foo_lock);	/* { dg-error "'&foo_lock' is taken while it is held: this waits for itself for ever.*SAFE_E_DOUBLE_LOCK" } */
		foo_key = 1;
		write_unlock(&foo_lock);
	}
	key = foo_key;
	read_unlock(&foo_lock);
	return key;
}

static noinline int foo_get_rightly(void)
{
	int key;

	read_lock(&foo_lock);
	key = foo_key;
	read_unlock(&foo_lock);
	if (!key) {
		write_lock(&foo_lock);
		if (!foo_key)
			foo_key = 1;
		key = foo_key;
		write_unlock(&foo_lock);
	}
	return key;
}

static int wrong(void)
{
	return foo_get();
}

static int right(void)
{
	return foo_get_rightly();
}
