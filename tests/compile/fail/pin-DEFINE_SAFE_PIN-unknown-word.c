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
#ifdef FAIL
DEFINE_SAFE_PIN(bar, packed)	/* { dg-error "'packed' undeclared" } */
#else
DEFINE_SAFE_PIN(bar)
#endif
