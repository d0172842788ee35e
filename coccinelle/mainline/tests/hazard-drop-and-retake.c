// SPDX-License-Identifier: GPL-2.0
/* left: one unlock for several locks */
#include "foo.h"

int foo_request(struct foo *foo);
int foo_request(struct foo *foo)
{
	int ret;

	spin_lock(&foo->slock);
	foo->busy = true;
	if (foo->count) {
		spin_unlock(&foo->slock);
		ret = foo_start(foo);
		spin_lock(&foo->slock);
		if (ret)
			foo->busy = false;
	}
	foo->count++;
	spin_unlock(&foo->slock);
	return 0;
}
