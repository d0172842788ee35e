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

int n_init(int *n);	/* { dg-note "expected 'int \*' but argument is of type 'struct mutex \*'" } */

struct safe_init test(struct bar *bar);
struct safe_init test(struct bar *bar)
{
	safe_pin_begin(bar, bar);
#ifdef FAIL
	safe_pin_try(bar, lock, n_init);	/* { dg-error "passing argument 1 of 'n_init' from incompatible pointer type" } */
#else
	safe_pin_init(bar, lock, mutex_init);
#endif
	safe_pin_try(bar, n, n_init);
	return safe_pin_done(bar);
}
