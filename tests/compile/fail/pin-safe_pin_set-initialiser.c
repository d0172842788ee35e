// SPDX-License-Identifier: GPL-2.0
#include <linux/mutex.h>
#include <safe/pin.h>

#include "../foo.h"

struct part {
	int n;
	SAFE_PINNED;
};

struct bar {
	struct part part;
	SAFE_PINNED;
};

#define SAFE_PIN_bar(FIELD, ARRAY)	FIELD(bar, part)
DEFINE_SAFE_PIN(bar)

struct safe_init part_init(struct part *part);

struct safe_init test(struct bar *bar);
struct safe_init test(struct bar *bar)
{
	safe_pin_begin(bar, bar);
#ifdef FAIL
	safe_pin_set(bar, part, part_init(&bar->part));	/* { dg-error "assignment of read-only member 'part'" } */
#else
	safe_pin_try(bar, part, part_init);
#endif
	return safe_pin_done(bar);
}
