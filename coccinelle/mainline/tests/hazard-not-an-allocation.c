// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

/* Somebody else allocated it. */
void foo_free(struct device *dev);
void foo_free(struct device *dev)
{
	struct bar *bar = dev_get_drvdata(dev);

	foo_stop(&bar->base);
	kfree(bar);
}
