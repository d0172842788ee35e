// SPDX-License-Identifier: GPL-2.0
/* Runs into: possible circular locking dependency detected */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include <linux/mutex.h>
#include <linux/spinlock.h>
#include "../misuse.h"

/* Nothing is declared; two functions do not agree. */
struct foo {
	struct mutex a, b;
	int x, y;
};

static struct foo the_foo = {
	.a = __MUTEX_INITIALIZER(the_foo.a),
	.b = __MUTEX_INITIALIZER(the_foo.b),
};

static noinline void foo_set(struct foo *foo, int x)
{
	mutex_lock(&foo->a);
	foo->x = x;
	mutex_lock(&foo->b);	/* { dg-note "'&foo->b' is taken while '&foo->a' is held here" } */
	foo->y = x;
	mutex_unlock(&foo->b);
	mutex_unlock(&foo->a);
}

static noinline int foo_sum(struct foo *foo)
{
	int sum;

	mutex_lock(&foo->b);	/* { dg-note "'&foo->b' is taken" } */
	sum = foo->y;
	mutex_lock(&foo->a);	/* { dg-warning "'&foo->a' is taken while '&foo->b' is held, and 'foo_set' takes them the other way round.*SAFE_E_LOCK_ORDER" } */
	sum += foo->x;
	mutex_unlock(&foo->a);
	mutex_unlock(&foo->b);
	return sum;
}

static noinline int foo_sum_rightly(struct foo *foo)
{
	int sum;

	mutex_lock(&foo->a);
	mutex_lock(&foo->b);
	sum = foo->x + foo->y;
	mutex_unlock(&foo->b);
	mutex_unlock(&foo->a);
	return sum;
}

static int wrong(void)
{
	foo_set(&the_foo, 3);
	return foo_sum(&the_foo);
}

static int right(void)
{
	foo_set(&the_foo, 3);
	return foo_sum_rightly(&the_foo);
}
