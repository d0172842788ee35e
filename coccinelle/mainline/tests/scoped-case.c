// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

int foo_ioctl(struct foo *foo, unsigned int cmd, int arg);
int foo_ioctl(struct foo *foo, unsigned int cmd, int arg)
{
	switch (cmd) {
	case 0:
		mutex_lock(&foo->lock);
		foo->mode = arg;
		mutex_unlock(&foo->lock);
		return 0;
	case 1:
		mutex_lock(&foo->lock);
		foo->count = arg;
		foo->busy = true;
		mutex_unlock(&foo->lock);
		break;
	default:
		return -ENOTTY;
	}

	return foo_start(foo);
}
