// SPDX-License-Identifier: GPL-2.0
/* left: preprocessor condition around part of a statement or a jump */
#include "foo.h"

int foo_config(struct foo *foo);
int foo_config(struct foo *foo)
{
	mutex_lock(&foo->lock);
#ifdef CONFIG_FOO_FAST
	if (foo->busy) {
		mutex_unlock(&foo->lock);
		return 0;
	}
#endif
	foo->count++;
	mutex_unlock(&foo->lock);
	return 0;
}
