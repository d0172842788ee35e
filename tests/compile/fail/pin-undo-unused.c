// SPDX-License-Identifier: GPL-2.0
#include <linux/mutex.h>
#include <safe/pin.h>

#include "../foo.h"

struct bar {
	struct mutex lock;
	int n;
	SAFE_PINNED;
};

#ifdef FAIL
static void bar_lock_exit(struct bar *bar)	/* { dg-warning "'bar_lock_exit' defined but not used" } */
{
	mutex_destroy(&bar->lock);
}
#endif

#define SAFE_PIN_bar(FIELD, ARRAY)			\
	FIELD(bar, lock, mutex_destroy(&_T->lock))	\
	FIELD(bar, n)
DEFINE_SAFE_PIN(bar)
