// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: foo->n == 1 */
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
	FIELD(foo, node, list_del(&_T->node))
DEFINE_SAFE_PIN(foo)
DEFINE_SAFE_PIN_OWN(foo_box, foo)

static LIST_HEAD(foos);


/* Whoever sees it works with all of it. */
static void foo_look(void)
{
	struct foo *foo = list_first_entry(&foos, struct foo, node);

	must(foo->n == 1);
}

static struct safe_init wrong_init(struct foo *foo)
{
	safe_pin_begin(foo, foo);
	foo->n = 0;
	safe_pin_init(foo, lock, mutex_init);
	list_add(&foo->node, &foos);	/* { dg-error "struct 'foo' is seen by others from here on, by 'list_add', before all of it is initialised.*SAFE_E_PIN_PUBLISHED" } */
	safe_pin_set(foo, id, 0);
	foo_look();
	safe_pin_set(foo, n, 1);
	safe_pin_init(foo, node, (void));
	return safe_pin_done(foo);
}

static struct safe_init right_init(struct foo *foo)
{
	safe_pin_begin(foo, foo);
	safe_pin_init(foo, lock, mutex_init);
	safe_pin_set(foo, id, 0);
	safe_pin_set(foo, n, 1);
	safe_pin_init(foo, node, list_add, &foos);
	foo_look();
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
