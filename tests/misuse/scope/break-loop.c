// SPDX-License-Identifier: GPL-2.0
/* Runs into: must:  */
#include "../misuse.h"

#include <linux/cleanup.h>
#include <linux/mutex.h>

static DEFINE_MUTEX(foo_lock);
static int foo_budget = 1;

static int wrong(void)
{
	int done = 0;

	while (done < 10) {
		scoped_guard(mutex, &foo_lock) {
			if (!foo_budget)
				break;	/* { dg-error "'break' leaves only the scoped guard.*not the loop around it.*SAFE_E_SCOPE_BREAK" } */
			foo_budget--;
		}
		done++;
	}
	must(done == 1);
	return 0;
}

static int right(void)
{
	int done = 0;

	while (done < 10) {
		guard(mutex)(&foo_lock);

		if (!foo_budget)
			break;
		foo_budget--;
		done++;
	}
	must(done == 1);
	return 0;
}
