// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: foo.config.timeout == 100 */
#include "../misuse.h"

struct foo_config {
	u32 speed;
	u32 timeout;
	u8 lanes;
};

static struct foo {
	struct foo_config config;
} foo;

static noinline void wrong_setup(struct foo *f, u32 speed)
{
	struct foo_config config;

	config.speed = speed;
	config.lanes = 4;
	f->config = config;	/* { dg-error "'config' is copied but 'timeout' of it was never set; declare it with '= {}'.*SAFE_E_PARTLY_INIT" } */
}

static noinline void right_setup(struct foo *f, u32 speed)
{
	struct foo_config config = { .timeout = 100 };

	config.speed = speed;
	config.lanes = 4;
	f->config = config;
}

static int wrong(void)
{
	wrong_setup(&foo, 10);
	must(foo.config.timeout == 100);
	return 0;
}

static int right(void)
{
	right_setup(&foo, 10);
	must(foo.config.timeout == 100);
	return 0;
}
