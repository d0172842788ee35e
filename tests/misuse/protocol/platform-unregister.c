// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel mode fault */
#include "../misuse.h"
#include <linux/platform_device.h>

/* The name is taken, so that it fails. */
static noinline int wrong_add(void)
{
	struct platform_device *pdev = platform_device_alloc("safe-foo", 1);
	int ret;

	if (!pdev)
		return -ENOMEM;
	ret = platform_device_add(pdev);
	if (ret)
		platform_device_unregister(pdev);	/* { dg-error "'pdev' is 'allocated' when 'platform_device_unregister' is called, which wants it 'added'.*SAFE_E_PROTOCOL_ORDER" } */ /* { dg-error "'pdev' is leaked.*SAFE_E_LEAK" } */
	return ret;
}

static noinline int right_add(void)
{
	struct platform_device *pdev = platform_device_alloc("safe-foo", 1);
	int ret;

	if (!pdev)
		return -ENOMEM;
	ret = platform_device_add(pdev);
	if (ret)
		platform_device_put(pdev);
	return ret;
}

static int twice(int (*add)(void))
{
	struct platform_device *first;
	int ret;

	first = platform_device_register_simple("safe-foo", 1, NULL, 0);
	if (IS_ERR(first))
		return PTR_ERR(first);
	ret = add();
	platform_device_unregister(first);
	return ret;
}

static int wrong(void)
{
	return twice(wrong_add);
}

static int right(void)
{
	return twice(right_add);
}
