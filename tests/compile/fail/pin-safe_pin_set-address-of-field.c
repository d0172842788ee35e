// SPDX-License-Identifier: GPL-2.0
#include <linux/mutex.h>
#include <safe/pin.h>

#include "../foo.h"

struct bar {
	struct mutex lock;
	int first;
	int n;
	SAFE_PINNED;
};

#define SAFE_PIN_bar(FIELD, ARRAY)			\
	FIELD(bar, lock, mutex_destroy(&_T->lock))	\
	FIELD(bar, first)				\
	FIELD(bar, n)
DEFINE_SAFE_PIN(bar)

struct safe_init test(struct bar *bar);
struct safe_init test(struct bar *bar)
{
	safe_pin_begin(bar, bar);
	safe_pin_init(bar, lock, mutex_init);
	safe_pin_set(bar, first, 1);
#ifdef FAIL
	safe_pin_set(bar, n, &bar->first);	/* { dg-warning "assignment to 'int' from 'int \*' makes integer from pointer" } */
#else
	safe_pin_set(bar, n, bar->first);
#endif
	return safe_pin_done(bar);
}
