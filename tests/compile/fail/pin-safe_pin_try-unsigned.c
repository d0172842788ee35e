// SPDX-License-Identifier: GPL-2.0
#include <linux/mutex.h>
#include <safe/pin.h>

#include "../foo.h"

struct bar {
	struct mutex lock;
	int n;
	SAFE_PINNED;
};

#define SAFE_PIN_bar(FIELD, ARRAY)			\
	FIELD(bar, lock, mutex_destroy(&_T->lock))	\
	FIELD(bar, n)
DEFINE_SAFE_PIN(bar)

int n_init(int *n);
u32 n_setup(int *n);

struct safe_init test(struct bar *bar);
struct safe_init test(struct bar *bar)
{
	safe_pin_begin(bar, bar);
	safe_pin_init(bar, lock, mutex_init);
#ifdef FAIL
	safe_pin_try(bar, n, n_setup);	/* { dg-error "SAFE_E_NOT_RESULT: TRY\(n_setup\(.*\)\): this type cannot hold an error" } */
#else
	safe_pin_try(bar, n, n_init);
#endif
	return safe_pin_done(bar);
}
