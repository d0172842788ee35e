// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

int foo_stat(struct foo *foo);
int foo_stat(struct foo *foo)
{
	int ret;

	/* Nobody may change the mode now. */
	mutex_lock(&foo->lock);	/* foo->lock is the outer one */
	if (foo->busy) {
		ret = -EBUSY;	/* try again */
		goto out;
	}

	/*
	 * The register is slow.
	 * Read it once.
	 */
	ret = foo_read(foo, 0);

	/* Behind here is nothing but the way out. */
out:
	/* now others may */
	mutex_unlock(&foo->lock);

	return ret;
}
