// SPDX-License-Identifier: GPL-2.0
/* Helpers that say 0 for success, named like what they help. */
#include <linux/device.h>
#include <linux/kstrtox.h>

static bool heater_on;

static noinline int heater_on_store(struct device *dev, const char *buf, size_t count)
{
	bool on;

	if (kstrtobool(buf, &on))
		return -EINVAL;
	heater_on = on;
	return 0;
}

static ssize_t heater_store(struct device *dev, struct device_attribute *attr, const char *buf,
			    size_t count)
{
	int ret = heater_on_store(dev, buf, count);

	return ret ? ret : count;
}

static struct device_attribute heater_attr = __ATTR(heater, 0200, NULL, heater_store);

ssize_t stores_for_others(void);

ssize_t stores_for_others(void)
{
	return heater_attr.store(NULL, NULL, "1", 1);
}
