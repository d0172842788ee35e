// SPDX-License-Identifier: GPL-2.0
/* left: break or continue out of the region */
#include "foo.h"

void foo_drain(struct foo *foo, int n);
void foo_drain(struct foo *foo, int n)
{
	while (n--) {
		spin_lock(&foo->slock);
		if (!foo->count) {
			spin_unlock(&foo->slock);
			break;
		}
		foo->count--;
		spin_unlock(&foo->slock);

		foo_write(foo, 0, n);
	}
}
