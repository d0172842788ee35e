// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !find_foo|KASAN|WARNING */
#include "../misuse.h"
#include <linux/platform_device.h>

static bool find_foo(void)
{
	struct device *dev = bus_find_device_by_name(&platform_bus_type, NULL, "safe-foo.2");

	put_device(dev);
	return dev;
}

static noinline int wrong_try(int id)
{
	struct platform_device *pdev = platform_device_alloc("safe-foo", 2);
	int ret;

	if (!pdev)
		return -ENOMEM;
	ret = platform_device_add(pdev);
	if (!ret && id < 0)
		ret = -EINVAL;
	if (ret)
		platform_device_put(pdev);	/* { dg-error "'pdev' is 'added' when 'platform_device_put' is called, which wants it 'allocated' or 'deleted'.*SAFE_E_PROTOCOL_ORDER" } */
	return ret;
}

static noinline int right_try(int id)
{
	struct platform_device *pdev = platform_device_alloc("safe-foo", 2);
	int ret;

	if (!pdev)
		return -ENOMEM;
	ret = platform_device_add(pdev);
	if (ret) {
		platform_device_put(pdev);
		return ret;
	}
	if (id < 0) {
		platform_device_unregister(pdev);
		return -EINVAL;
	}
	return 0;
}

static int wrong(void)
{
	wrong_try(-1);
	must(!find_foo());
	return 0;
}

static int right(void)
{
	right_try(-1);
	must(!find_foo());
	return 0;
}
