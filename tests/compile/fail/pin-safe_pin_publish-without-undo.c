// SPDX-License-Identifier: GPL-2.0
#include <linux/mutex.h>
#include <safe/pin.h>

#include "../foo.h"

struct bar {
	struct mutex lock;
	u32 *ids;
	int n;
	SAFE_PINNED;
};

#define SAFE_PIN_bar(FIELD, ARRAY)			\
	FIELD(bar, lock, mutex_destroy(&_T->lock))	\
	FIELD(bar, ids, kfree(_T->ids))			\
	FIELD(bar, n)
DEFINE_SAFE_PIN(bar)

struct safe_init test(struct bar *bar, struct foo *foo);
struct safe_init test(struct bar *bar, struct foo *foo)
{
	safe_pin_begin_zeroed(bar, bar);
	safe_pin_init(bar, lock, mutex_init);
	safe_pin_set(bar, ids, NULL);
#ifdef FAIL
	return safe_pin_publish(bar, foo_read(foo));	/* { dg-error "SAFE_E_PIN_PUBLISH: safe_pin_publish\(bar, foo_read\(foo\)\): .*; write DEFINE_SAFE_PIN\(bar, <statement>\)" } */
#else
	return safe_pin_done(bar);
#endif
}
