// SPDX-License-Identifier: GPL-2.0
#include <linux/mutex.h>
#include <safe/pin.h>

#include "../foo.h"

struct bar {
	struct mutex lock;
	u32 *ids;
	int n;
	SAFE_PINNED;
};

#define SAFE_PIN_bar(FIELD, ARRAY)			\
	FIELD(bar, lock, mutex_destroy(&_T->lock))	\
	FIELD(bar, ids, kfree(_T->ids))			\
	FIELD(bar, n)
DEFINE_SAFE_PIN(bar)

DEFINE_SAFE_PIN_OWN(bar_box, bar)

int bar_setup(struct bar *bar);
struct safe_init bar_init(struct bar *bar);
int test(void);
int test(void)
{
#ifdef FAIL
	CLASS(bar_box, bar)(TRY(safe_pin_new(bar_box, GFP_KERNEL, bar_setup)));	/* { dg-error "SAFE_E_PIN_NEW: safe_pin_new\(bar_box, GFP_KERNEL, bar_setup\): .* must return struct safe_init" } */
#else
	CLASS(bar_box, bar)(TRY(safe_pin_new(bar_box, GFP_KERNEL, bar_init)));
#endif
	return safe_borrow(bar)->n;
}
