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

struct safe_init test(struct bar *bar, int n);
struct safe_init test(struct bar *bar, int n)
{
	safe_pin_begin(bar, bar);
	safe_pin_init(bar, lock, mutex_init);
	safe_pin_set(bar, ids, NULL);
#ifdef FAIL
	if (n) {
		safe_pin_set(bar, n, n);
	}
#else
	safe_pin_set(bar, n, n ?: 1);
#endif
	return safe_pin_done(bar);	/* { dg-error "SAFE_E_PIN_MISSING: bar.n: .* in this block" } */
}
