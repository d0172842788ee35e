// SPDX-License-Identifier: GPL-2.0
#include "../../../misuse.h"
#include "helper.h"

static const struct foo_ops ops = { .give = foo_add };

static noinline void run(const struct foo_ops *o, struct foo *foo)
{
	o->give(foo);
}

static int use(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	run(&ops, foo);
	return 0;
}

static int wrong(void)
{
	return use();
}

static int right(void)
{
	return use();
}
