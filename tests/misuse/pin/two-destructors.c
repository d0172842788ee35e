// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !undone|must: undone */
#include "../misuse.h"
#include <linux/mutex.h>
#include <safe/pin.h>

static int undone;

struct foo {
	struct mutex lock;
	SAFE_PINNED;
};

#define SAFE_PIN_foo(FIELD, ARRAY)	\
	FIELD(foo, lock, undone++)
DEFINE_SAFE_PIN(foo)
DEFINE_SAFE_PIN_OWN(foo_box, foo)
DEFINE_SAFE_OWN(foo_raw, struct foo, kfree)	/* { dg-error "struct 'foo' is pinned and has two owners that free it differently.*SAFE_E_PIN_DESTRUCTOR" } */

static struct safe_init foo_init(struct foo *foo)
{
	safe_pin_begin(foo, foo);
	safe_pin_init(foo, lock, mutex_init);
	return safe_pin_done(foo);
}

static int wrong_one(void)
{
	CLASS(foo_box, foo)(TRY(safe_pin_new(foo_box, GFP_KERNEL, foo_init)));
	CLASS(foo_raw, raw)(safe_take(foo_raw, safe_give(foo)));

	return safe_is_empty(raw);
}

static int right_one(void)
{
	CLASS(foo_box, foo)(TRY(safe_pin_new(foo_box, GFP_KERNEL, foo_init)));

	return safe_is_empty(foo);
}

static int wrong(void)
{
	wrong_one();
	must(undone == 1);
	return 0;
}

static int right(void)
{
	right_one();
	must(undone == 1);
	return 0;
}
