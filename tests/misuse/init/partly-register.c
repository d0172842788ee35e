// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: foo_count\(device\) == 2 */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"
#include <linux/platform_device.h>

static const int foo_data[] = { 1, 2 };

static int foo_count(struct platform_device *device)
{
	return dev_get_platdata(&device->dev) ? 2 : 0;
}

static int wrong(void)
{
	struct platform_device_info info;
	struct platform_device *device;

	info.name = "foo";
	info.id = PLATFORM_DEVID_NONE;
	info.parent = NULL;
	info.fwnode = NULL;
	info.of_node_reused = false;
	info.res = NULL;
	info.num_res = 0;
	info.dma_mask = 0;
	info.properties = NULL;
	device = platform_device_register_full(&info);	/* { dg-warning "'info' is given to 'platform_device_register_full' but 'data', 'size_data'.* of it were never set.*SAFE_E_PARTLY_INIT" } */
	if (IS_ERR(device))
		return PTR_ERR(device);
	must(foo_count(device) == 2);
	platform_device_unregister(device);
	return 0;
}

static int right(void)
{
	struct platform_device_info info = {
		.name = "foo",
		.id = PLATFORM_DEVID_NONE,
		.data = foo_data,
		.size_data = sizeof(foo_data),
	};
	struct platform_device *device = platform_device_register_full(&info);

	if (IS_ERR(device))
		return PTR_ERR(device);
	must(foo_count(device) == 2);
	platform_device_unregister(device);
	return 0;
}
