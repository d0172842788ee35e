// SPDX-License-Identifier: GPL-2.0
/* What an initialiser may keep a pointer to, and addresses that it does not keep. */
#include <linux/mutex.h>
#include <safe/pin.h>

struct foo {
	const u32 *max;
	const u32 *first;
	struct mutex lock;
	struct mutex *which;
	u32 sum;
	SAFE_PINNED;
};

#define SAFE_PIN_foo(FIELD, ARRAY)			\
	FIELD(foo, max)					\
	FIELD(foo, first)				\
	FIELD(foo, lock, mutex_destroy(&_T->lock))	\
	FIELD(foo, which)				\
	FIELD(foo, sum)
DEFINE_SAFE_PIN(foo)

int foo_sum(const u32 *ids);

struct safe_init foo_init(struct foo *foo, const u32 *ids);
struct safe_init foo_init(struct foo *foo, const u32 *ids)
{
	static const u32 max = 8;
	u32 own[2] = { ids[0], ids[1] }, *last = &own[1];

	safe_pin_begin(foo, foo);
	safe_pin_set(foo, max, &max);
	safe_pin_set(foo, first, &ids[1]);
	safe_pin_init(foo, lock, mutex_init);
	safe_pin_set(foo, which, &foo->lock);
	safe_pin_set(foo, sum, TRY(foo_sum(own), safe_init) + *last);
	return safe_pin_done(foo);
}
