// SPDX-License-Identifier: GPL-2.0
/* Helpers that say 0 for success, named like what they help; and what is not there. */
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

static ssize_t cooler_store(struct device *dev, struct device_attribute *attr, const char *buf,
			    size_t count)
{
	ssize_t ret;
	long speed;

	if (!heater_on) {
		ret = 0;
		goto out;
	}
	ret = kstrtol(buf, 0, &speed);
	if (ret)
		goto out;
	ret = speed < 0 ? -ENOMEM : count;
out:
	/* No other error leaves here. */
	if (ret == -ENOMEM || ret == 0)
		ret = -EINVAL;
	return ret;
}

/* The attributes that have no store cannot be written. */
struct part_attribute {
	struct attribute attr;
	ssize_t (*store)(struct kobject *kobj, const char *buf, size_t count);
};

static ssize_t part_attr_store(struct kobject *kobj, struct attribute *attr, const char *buf,
			       size_t count)
{
	struct part_attribute *part = container_of(attr, struct part_attribute, attr);

	return part->store ? part->store(kobj, buf, count) : 0;
}

static const struct sysfs_ops part_ops = { .store = part_attr_store };

static struct device_attribute heater_attr = __ATTR(heater, 0200, NULL, heater_store);
static struct device_attribute cooler_attr = __ATTR(cooler, 0200, NULL, cooler_store);

ssize_t stores_for_others(void);

ssize_t stores_for_others(void)
{
	struct part_attribute part = {};

	if (part_ops.store(NULL, &part.attr, "1", 1))
		return -EIO;
	return heater_attr.store(NULL, NULL, "1", 1) + cooler_attr.store(NULL, NULL, "1", 1);
}
