// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: ret == -ENODEV */
#include "../misuse.h"
#include <linux/device.h>

static struct class *foo_class;		/* never made */
static bool foo_busy;

static int wrong_add(void)
{
	if (foo_busy || !device_create(foo_class, NULL, 0, NULL, "foo"))	/* { dg-error "what 'device_create' returned is tested for NULL, but it is an error pointer when it fails: test with IS_ERR\(\).*SAFE_E_ERR_AS_NULL" } */
		return -ENODEV;
	return 0;
}

static int right_add(void)
{
	if (foo_busy || IS_ERR(device_create(foo_class, NULL, 0, NULL, "foo")))
		return -ENODEV;
	return 0;
}

static int wrong(void)
{
	int ret = wrong_add();

	must(ret == -ENODEV);
	return ret;
}

static int right(void)
{
	int ret = right_add();

	must(ret == -ENODEV);
	return ret;
}
