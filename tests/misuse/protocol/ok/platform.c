// SPDX-License-Identifier: GPL-2.0
/* Platform devices, as they should be. */
#include <linux/err.h>
#include <linux/platform_device.h>

int foo_add(struct platform_device **out, const void *data, size_t size);
int foo_add(struct platform_device **out, const void *data, size_t size)
{
	struct platform_device *pdev = platform_device_alloc("foo", 0);
	int ret;

	if (!pdev)
		return -ENOMEM;
	ret = platform_device_add_data(pdev, data, size);
	if (ret)
		goto put;
	ret = platform_device_add(pdev);
	if (ret)
		goto put;
	*out = pdev;
	return 0;
put:
	platform_device_put(pdev);
	return ret;
}

int foo_try(void);
int foo_try(void)
{
	struct platform_device *pdev = platform_device_alloc("foo", 0);
	int ret;

	if (!pdev)
		return -ENOMEM;
	ret = platform_device_add(pdev);
	if (ret) {
		platform_device_put(pdev);
		return ret;
	}
	platform_device_del(pdev);
	platform_device_put(pdev);
	return 0;
}
