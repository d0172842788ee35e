// SPDX-License-Identifier: GPL-2.0
#include <linux/mutex.h>
#include <safe/pin.h>

#include "../foo.h"

#ifdef FAIL
union bar {
#else
struct bar {
#endif
	int n;
	SAFE_PINNED;
};

#define SAFE_PIN_bar(FIELD, ARRAY)	FIELD(bar, n)
DEFINE_SAFE_PIN(bar)	/* { dg-error "'bar' defined as wrong kind of tag" } { dg-error "." } { dg-warning "." } */
