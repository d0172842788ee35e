// SPDX-License-Identifier: GPL-2.0
#include <linux/mutex.h>
#include <safe/pin.h>

#include "../foo.h"

struct bar {
	int n;
	SAFE_PINNED;
};

#ifdef FAIL
#define SAFE_PIN_bar(FIELD, ARRAY)	FIELD(bar n)
#else
#define SAFE_PIN_bar(FIELD, ARRAY)	FIELD(bar, n)
#endif
DEFINE_SAFE_PIN(bar)	/* { dg-error "macro \"__SAFE_PIN_FIELD\" requires 3 arguments, but only 1 given" } { dg-error "." } { dg-warning "." } */
