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
#ifdef FAIL
	safe_pin_begin_zeroed(bar, bar, /* n */);	/* { dg-error "macro \"safe_pin_begin_zeroed\" passed 3 arguments, but takes just 2" } { dg-error "." } */
#else
	safe_pin_begin_zeroed(bar, bar);
#endif
	return safe_err(safe_init, -EINVAL);
}
