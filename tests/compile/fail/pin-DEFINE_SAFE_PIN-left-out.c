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

struct safe_init test(struct bar *bar);
struct safe_init test(struct bar *bar)
{
	safe_pin_begin(bar, bar);	/* { dg-error "'SAFE_E_PIN_LIST_write_DEFINE_SAFE_PIN_bar' undeclared" } { dg-error "incomplete type" } { dg-warning "excess elements" } { dg-error "." } */
	return safe_err(safe_init, -EINVAL);
}
