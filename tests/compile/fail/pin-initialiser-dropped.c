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

struct safe_init bar_init(struct bar *bar);	/* { dg-note "declared here" } */
int test(struct bar *bar);
int test(struct bar *bar)
{
#ifdef FAIL
	bar_init(bar);	/* { dg-warning "SAFE_E_RESULT_DROPPED: the object may not be there; use TRY" } */
#else
	TRY(bar_init(bar));
#endif
	return bar->n;
}
