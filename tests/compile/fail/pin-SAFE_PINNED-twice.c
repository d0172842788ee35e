// SPDX-License-Identifier: GPL-2.0
#include <linux/mutex.h>
#include <safe/pin.h>

#include "../foo.h"

struct bar {
	int n;
	SAFE_PINNED;
#ifdef FAIL
	SAFE_PINNED;	/* { dg-error "duplicate member 'SAFE_E_PIN_MARK_write_SAFE_PINNED_last'" } */
#endif
};

#define SAFE_PIN_bar(FIELD, ARRAY)	FIELD(bar, n)
DEFINE_SAFE_PIN(bar)
