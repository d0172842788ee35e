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
	safe_pin_set(bar, n, 1);
#ifdef FAIL
	__safe_pin_bar.__safe_is_armed = false;	/* { dg-error "attempt to use poisoned \"__safe_is_armed\"" } */
	__safe_pin_bar = (struct __safe_pin_bar){};	/* { dg-error "assignment of read-only variable '__safe_pin_bar'" } */
	if (!bar->n)
		return safe_err(safe_init, -EINVAL);
#endif
	return safe_pin_done(bar);
}
