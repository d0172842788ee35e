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

struct safe_init test(struct bar *bar);
struct safe_init test(struct bar *bar)
{
	safe_pin_begin(bar, bar);
	safe_pin_init(bar, lock, mutex_init);
	safe_pin_set(bar, ids, NULL);
	safe_pin_set(bar, n, 1);	/* { dg-note "previous definition" } */
#ifdef FAIL
	safe_pin_set(bar, n, 2);	/* { dg-error "redeclaration of enumerator 'SAFE_E_PIN_TWICE_bar_n'" } */
#endif
	return safe_pin_done(bar);
}
