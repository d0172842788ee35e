// SPDX-License-Identifier: GPL-2.0
#include <linux/mutex.h>
#include <safe/pin.h>

#include "../foo.h"

struct bar {
	u32 *ids;
	int n;
	SAFE_PINNED;
};

#ifdef FAIL
#define SAFE_PIN_bar(FIELD, ARRAY)			\
	FIELD(bar, ids, kfree)				\
	FIELD(bar, n)
#else
#define SAFE_PIN_bar(FIELD, ARRAY)			\
	FIELD(bar, ids, kfree(_T->ids))			\
	FIELD(bar, n)
#endif
DEFINE_SAFE_PIN(bar)	/* { dg-warning "statement with no effect" } */
