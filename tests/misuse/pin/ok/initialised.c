// SPDX-License-Identifier: GPL-2.0
/* An initialiser that publishes last, and reads what is done. */
#include <linux/list.h>
#include <linux/mutex.h>
#include <safe/pin.h>

struct foo {
	struct mutex lock;
	int id, n;
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
DEFINE_SAFE_PIN_OWN(foo_other_box, foo)

static LIST_HEAD(foos);

struct safe_init foo_init(struct foo *foo, int id);
struct safe_init foo_init(struct foo *foo, int id)
{
	safe_pin_begin(foo, foo);
	safe_pin_init(foo, lock, mutex_init);
	safe_pin_set(foo, id, id);
	safe_pin_set(foo, n, foo->id + 1);
	safe_pin_init(foo, node, list_add, &foos);
	return safe_pin_done(foo);
}
