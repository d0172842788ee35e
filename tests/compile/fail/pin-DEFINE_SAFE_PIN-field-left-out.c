// SPDX-License-Identifier: GPL-2.0
#include <linux/mutex.h>
#include <safe/pin.h>

#include "../foo.h"

struct bar {
	struct mutex lock;
	int n;	/* { dg-note "'n' declared here" } */
	SAFE_PINNED;
};

#ifdef FAIL
#define SAFE_PIN_bar(FIELD, ARRAY)			\
	FIELD(bar, lock, mutex_destroy(&_T->lock))
#else
#define SAFE_PIN_bar(FIELD, ARRAY)			\
	FIELD(bar, lock, mutex_destroy(&_T->lock))	\
	FIELD(bar, n)
#endif
DEFINE_SAFE_PIN(bar)	/* { dg-error "missing initializer for field 'n' of 'struct bar'" } { dg-note "SAFE_E_PIN_LIST" } */
