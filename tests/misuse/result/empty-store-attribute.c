// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: n < 0 \|\| n == 1 */
#include "../misuse.h"
#include <linux/device.h>
#include <linux/kstrtox.h>

static bool heater_on, heater_hot;

static ssize_t wrong_store(struct device *dev, struct device_attribute *attr, const char *buf,
			   size_t count)
{
	bool on;

	if (kstrtobool(buf, &on))
		return -EINVAL;
	if (on && heater_hot)
		return -EBUSY;
	heater_on = on;
	return 0;	/* { dg-error "0 is returned to whoever writes to the attribute: nothing was written, try again; return the count, or an error.*SAFE_E_EMPTY_STORE" } */
}

static ssize_t right_store(struct device *dev, struct device_attribute *attr, const char *buf,
			   size_t count)
{
	bool on;

	if (kstrtobool(buf, &on))
		return -EINVAL;
	if (on && heater_hot)
		return -EBUSY;
	heater_on = on;
	return count;
}

static struct device_attribute wrong_attr = __ATTR(wrong, 0200, NULL, wrong_store);
static struct device_attribute right_attr = __ATTR(right, 0200, NULL, right_store);

static int wrong(void)
{
	ssize_t n = wrong_attr.store(NULL, NULL, "1", 1);

	must(n < 0 || n == 1);
	return 0;
}

static int right(void)
{
	ssize_t n = right_attr.store(NULL, NULL, "1", 1);

	must(n < 0 || n == 1);
	return 0;
}
