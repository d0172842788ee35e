// SPDX-License-Identifier: GPL-2.0
#include <linux/mutex.h>
#include <safe/pin.h>

#include "../foo.h"

struct bar {
	struct mutex lock;
	int n;
#ifndef FAIL
	SAFE_PINNED;
#endif
};

#define SAFE_PIN_bar(FIELD, ARRAY)			\
	FIELD(bar, lock, mutex_destroy(&_T->lock))	\
	FIELD(bar, n)
DEFINE_SAFE_PIN(bar)	/* { dg-error "'struct bar' has no member named 'SAFE_E_PIN_MARK_write_SAFE_PINNED_last'" } */
