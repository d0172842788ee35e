// SPDX-License-Identifier: GPL-2.0
#include <linux/mutex.h>
#include <safe/pin.h>

#include "../foo.h"

struct bar {
	struct mutex lock;
	int n;
	SAFE_PINNED;
};

#define SAFE_PIN_bar(FIELD, ARRAY)			\
	FIELD(bar, lock, mutex_destroy(&_T->lock))	\
	FIELD(bar, n)
DEFINE_SAFE_PIN(bar)

struct safe_init test(struct bar *bar);
struct safe_init test(struct bar *bar)
{
	safe_pin_begin(bar, bar);
	safe_pin_init(bar, lock, mutex_init);
#ifdef FAIL
	safe_pin_set(bar, n 1);	/* { dg-error "macro \"safe_pin_set\" requires 3 arguments, but only 2 given" } { dg-error "." } */
#else
	safe_pin_set(bar, n, 1);
#endif
	return safe_pin_done(bar);	/* { dg-error "SAFE_E_PIN_MISSING: bar.n: not initialised" } */
}
