// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: ret == -ENODEV */
/* Likely, not certain: reported to those who ask for it. */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"
#include <linux/device.h>

static struct class *foo_class;		/* never made */

static int wrong_init(void)
{
	device_create(foo_class, NULL, 0, NULL, "foo%d", 0);	/* { dg-warning "what 'device_create' returns is ignored, and with it the error.*SAFE_E_RESULT_IGNORED" } */
	return 0;
}

static int right_init(void)
{
	struct device *dev = device_create(foo_class, NULL, 0, NULL, "foo%d", 0);

	return PTR_ERR_OR_ZERO(dev);
}

static int wrong(void)
{
	int ret = wrong_init();

	must(ret == -ENODEV);
	return ret;
}

static int right(void)
{
	int ret = right_init();

	must(ret == -ENODEV);
	return ret;
}
