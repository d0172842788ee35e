// SPDX-License-Identifier: GPL-2.0
#include <linux/mutex.h>
#include <safe/pin.h>

#include "../foo.h"

struct bar {
	int n;
	SAFE_PINNED;
};

int bar_register(struct bar *bar);
void bar_unregister(struct bar *bar);

#define SAFE_PIN_bar(FIELD, ARRAY)	FIELD(bar, n)
DEFINE_SAFE_PIN(bar, bar_unregister(_T))

struct safe_init test(struct bar *bar);
struct safe_init test(struct bar *bar)
{
	safe_pin_begin(bar, bar);
	safe_pin_set(bar, n, 1);
#ifdef FAIL
	return safe_pin_done(bar);	/* { dg-error "SAFE_E_PIN_PUBLISH: safe_pin_done\(bar\): .*; end with safe_pin_publish" } */
#else
	return safe_pin_publish(bar, bar_register(bar));
#endif
}
