// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: .*id == 1 */
#include "../misuse.h"
#include <linux/mutex.h>
#include <safe/pin.h>

struct foo {
	struct mutex lock;
	u32 id;
	u32 n;
	struct list_head node;
	SAFE_PINNED;
};

#define SAFE_PIN_foo(FIELD, ARRAY)			\
	FIELD(foo, lock, mutex_destroy(&_T->lock))	\
	FIELD(foo, id)					\
	FIELD(foo, n)					\
	FIELD(foo, node)
DEFINE_SAFE_PIN(foo)
DEFINE_SAFE_PIN_OWN(foo_box, foo)

static LIST_HEAD(foos);


static struct safe_init wrong_init(struct foo *foo)
{
	memset(foo, 0xff, sizeof(*foo));
	safe_pin_begin(foo, foo);
	safe_pin_init(foo, lock, mutex_init);
	safe_pin_set(foo, id, foo->n);	/* { dg-error "'n' of struct 'foo' is read before it is initialised.*SAFE_E_PIN_EARLY" } */
	safe_pin_set(foo, n, 1);
	safe_pin_init(foo, node, INIT_LIST_HEAD);
	must(foo->id == 1);
	return safe_pin_done(foo);
}

static struct safe_init right_init(struct foo *foo)
{
	memset(foo, 0xff, sizeof(*foo));
	safe_pin_begin(foo, foo);
	safe_pin_init(foo, lock, mutex_init);
	safe_pin_set(foo, id, 1);
	safe_pin_set(foo, n, foo->id);
	safe_pin_init(foo, node, INIT_LIST_HEAD);
	must(foo->id == 1);
	return safe_pin_done(foo);
}

static int wrong(void)
{
	CLASS(foo_box, foo)(TRY(safe_pin_new(foo_box, GFP_KERNEL, wrong_init)));

	return safe_borrow(foo)->id;
}

static int right(void)
{
	CLASS(foo_box, foo)(TRY(safe_pin_new(foo_box, GFP_KERNEL, right_init)));

	return safe_borrow(foo)->id;
}
