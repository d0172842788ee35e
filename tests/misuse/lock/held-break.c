// SPDX-License-Identifier: GPL-2.0
/* Runs into: still has locks held */
#include <linux/mutex.h>
#include "../misuse.h"

static DEFINE_MUTEX(foo_lock);
static int foo_slots[4] = { 1, 1, 0, 1 }, foo_empty;

/* The way out of the loop is not the way to the end of the round. */
static noinline void foo_find(void)
{
	int i;

	for (i = 0; i < ARRAY_SIZE(foo_slots); i++) {
		mutex_lock(&foo_lock);
		if (!foo_slots[i])
			break;
		mutex_unlock(&foo_lock);
	}
	foo_empty = i;	/* { dg-error "'&foo_lock' is still held when the function returns here, and released on other paths.*SAFE_E_LOCK_HELD" } */
}

static noinline void foo_find_rightly(void)
{
	bool empty;
	int i;

	for (i = 0; i < ARRAY_SIZE(foo_slots); i++) {
		mutex_lock(&foo_lock);
		empty = !foo_slots[i];
		mutex_unlock(&foo_lock);
		if (empty)
			break;
	}
	foo_empty = i;
}

static int wrong(void)
{
	foo_find();
	return foo_empty;
}

static int right(void)
{
	foo_find_rightly();
	return foo_empty;
}
