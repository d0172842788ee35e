// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

struct bar *bar_new(int mode);
struct bar *bar_new(int mode)
{
	struct bar *bar;
	int ret;

	bar = kzalloc(sizeof(*bar), GFP_KERNEL);
	if (!bar)
		return ERR_PTR(-ENOMEM);

	ret = foo_start(&bar->base);
	if (ret) {
		kfree(bar);
		return ERR_PTR(ret);
	}

	bar->base.mode = mode;
	return bar;
}

struct foo *bar_base(int mode);
struct foo *bar_base(int mode)
{
	struct bar *bar;

	bar = kzalloc(sizeof(*bar), GFP_KERNEL);
	if (!bar)
		return NULL;

	if (foo_start(&bar->base) < 0)
		goto fail;

	bar->base.mode = mode;
	return &bar->base;

fail:
	kfree(bar);
	return NULL;
}
