// SPDX-License-Identifier: GPL-2.0
/* Runs into: must:  */
#include "../misuse.h"

#include <linux/cleanup.h>
#include <linux/mutex.h>

static DEFINE_MUTEX(foo_lock);
static const int foo_ids[] = { 4, -1, 7 };

static int wrong(void)
{
	int i, used = 0;

	for (i = 0; i < ARRAY_SIZE(foo_ids); i++) {
		scoped_guard(mutex, &foo_lock) {
			if (foo_ids[i] < 0)
				continue;	/* { dg-error "'continue' leaves only the scoped guard.*not the loop around it.*SAFE_E_SCOPE_BREAK" } */
		}
		used++;
	}
	must(used == 2);
	return 0;
}

static int right(void)
{
	int i, used = 0;

	for (i = 0; i < ARRAY_SIZE(foo_ids); i++) {
		guard(mutex)(&foo_lock);

		if (foo_ids[i] < 0)
			continue;
		used++;
	}
	must(used == 2);
	return 0;
}
