// SPDX-License-Identifier: GPL-2.0
#include <linux/mutex.h>
#include <safe/pin.h>

#include "../foo.h"

struct bar {
	struct mutex lock;
	int n;
	SAFE_PINNED;
};

#ifdef FAIL
#define SAFE_PIN_bar(FIELD, ARRAY)			\
	FIELD(bar, lock, mutex_destroy(_T))		\
	FIELD(bar, n)
#else
#define SAFE_PIN_bar(FIELD, ARRAY)			\
	FIELD(bar, lock, mutex_destroy(&_T->lock))	\
	FIELD(bar, n)
#endif
DEFINE_SAFE_PIN(bar)	/* { dg-error "passing argument 1 of 'mutex_destroy' from incompatible pointer type" } */
