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

void test(struct bar *a, struct bar *b);
void test(struct bar *a, struct bar *b)
{
#ifdef FAIL
	*a = *b;	/* { dg-error "assignment of read-only location '\*a'" } */
#else
	a->n = b->n;
#endif
}
