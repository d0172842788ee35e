// SPDX-License-Identifier: GPL-2.0
/* A function of the file's own that is called like a lock. */
#include <linux/types.h>
#include <safe/strict.h>

SAFE_STRICT_FILE();

struct foo {
	int n;
};

static void spin_lock_foo(struct foo *foo)
{
	foo->n++;
}

static int read_lock_state(struct foo *foo)
{
	return foo->n;
}

int foo_state(struct foo *foo);
int foo_state(struct foo *foo)
{
	spin_lock_foo(foo);
	return read_lock_state(foo);
}
