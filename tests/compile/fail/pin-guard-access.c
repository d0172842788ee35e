// SPDX-License-Identifier: GPL-2.0
#include <linux/mutex.h>
#include <safe/pin.h>

#include "../foo.h"

struct bar {
	struct mutex locks[4];
	SAFE_PINNED;
};

#define SAFE_PIN_bar(FIELD, ARRAY)	ARRAY(bar, locks, mutex_destroy(_T))
DEFINE_SAFE_PIN(bar)

struct safe_init test(struct bar *bar);
struct safe_init test(struct bar *bar)
{
	safe_pin_begin(bar, bar);
	safe_pin_init_each(bar, locks, mutex_init);
#ifdef FAIL
	__safe_guard_locks.__safe_done = 2;	/* { dg-error "attempt to use poisoned \"__safe_done\"" } */
#endif
	return safe_pin_done(bar);
}
