// SPDX-License-Identifier: GPL-2.0
#include <linux/mutex.h>
#include <safe/pin.h>

#include "../foo.h"

struct bar {
	int n;
	SAFE_PINNED;
};

#define SAFE_PIN_bar(FIELD, ARRAY)	FIELD(bar, n)
DEFINE_SAFE_PIN(bar)
#ifdef FAIL
DEFINE_SAFE_PIN(bar)	/* { dg-error "redefinition of 'struct __safe_pin_bar'" } { dg-error "." } */
#endif
