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
#ifdef FAIL
DEFINE_SAFE_PIN_OWN(bar_box, bar, kfree)	/* { dg-error "macro \"DEFINE_SAFE_PIN_OWN\" passed 3 arguments, but takes just 2" } { dg-error "." } */
#else
DEFINE_SAFE_PIN_OWN(bar_box, bar)
#endif

int test(void);
