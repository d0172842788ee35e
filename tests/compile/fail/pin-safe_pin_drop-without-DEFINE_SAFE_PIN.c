// SPDX-License-Identifier: GPL-2.0
#include <linux/mutex.h>
#include <safe/pin.h>

#include "../foo.h"

struct bar {
	int n;
	SAFE_PINNED;
};

#define SAFE_PIN_bar(FIELD, ARRAY)	FIELD(bar, n)
#ifndef FAIL
DEFINE_SAFE_PIN(bar)
#endif

void test(struct bar *bar);
void test(struct bar *bar)
{
	safe_pin_drop(bar, bar);	/* { dg-error "'SAFE_E_PIN_LIST_write_DEFINE_SAFE_PIN_bar' undeclared" } { dg-error "implicit declaration" } { dg-warning "no effect" } */
}
