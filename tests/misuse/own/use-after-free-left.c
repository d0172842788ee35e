// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: (double-free|(slab-)?use-after-free) */
/* Likely, not certain: reported to those who ask for it. */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"

struct foo {
	char *log;
	int size;
};

static int foo_check(struct foo *foo)
{
	return foo->size > 8 ? -E2BIG : 0;
}

static noinline void wrong_setup(struct foo *foo)
{
	foo->log = kmalloc(16, GFP_KERNEL);
	if (!foo->log)
		return;
	if (foo_check(foo))
		kfree(foo->log);	/* { dg-warning "'log' still points to what 'kfree' releases here, and foo_stop.. goes by whether it is NULL; set it to NULL.*SAFE_E_USE_AFTER_FREE" } */
}

static noinline void right_setup(struct foo *foo)
{
	foo->log = kmalloc(16, GFP_KERNEL);
	if (!foo->log)
		return;
	if (foo_check(foo)) {
		kfree(foo->log);
		foo->log = NULL;
	}
}

static noinline void foo_stop(struct foo *foo)
{
	if (foo->log) {
		foo->log[0] = '\0';
		kfree(foo->log);
	}
	foo->log = NULL;
}

/* Somebody calls it who knows only that it is there. */
static void (*stop)(struct foo *) = foo_stop;

static int wrong(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	foo->size = 9;
	wrong_setup(foo);
	READ_ONCE(stop)(foo);
	kfree(foo);
	return 0;
}

static int right(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	foo->size = 9;
	right_setup(foo);
	READ_ONCE(stop)(foo);
	kfree(foo);
	return 0;
}
