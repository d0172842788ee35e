// SPDX-License-Identifier: GPL-2.0
/* Results that may be ignored, and returns that callers understand. */
/* { dg-options "-Wno-unused-function -fplugin-arg-safe_plugin-level=audit" } */
#include <linux/device.h>
#include <linux/err.h>
#include <linux/slab.h>

struct unit {
	bool broken, running;
	int error;
};

static noinline int unit_start(struct unit *unit)
{
	if (unit->broken)
		return -EIO;
	unit->running = true;
	return 0;
}

static noinline int unit_stop(struct unit *unit)
{
	if (unit->broken)
		return -EIO;
	unit->running = false;
	return 0;
}

/* On the way down. */
static int unit_suspend(struct unit *unit)
{
	unit_stop(unit);
	return 0;
}

/* The first error is the one to report. */
static int unit_restart(struct unit *unit, int cause)
{
	int ret = cause ? -EAGAIN : 0;

	if (ret) {
		unit_start(unit);
		return ret;
	}
	return unit_start(unit);
}

/* Nobody to tell. */
static void unit_work(struct unit *unit)
{
	unit_start(unit);
}

/* It is looked at, later. */
static int unit_try(struct unit *unit)
{
	unit->error = unit_start(unit);
	return 0;
}

static int warned(struct unit *unit)
{
	int ret = unit_start(unit);

	if (WARN_ON(ret))
		return ret;
	return 0;
}

/* A bool is no errno. */
static bool is_stuck(struct unit *unit)
{
	return WARN_ON(unit_start(unit));
}

static ssize_t gain_store(struct device *dev, struct device_attribute *attr, const char *buf,
			  size_t count)
{
	struct unit *unit = dev_get_drvdata(dev);
	int ret = 0;

	if (*buf == '1')
		ret = unit_start(unit);
	return ret ? ret : count;
}

/* NULL is "none" for its callers. */
static struct unit *find(struct unit *all, int n)
{
	if (n < 0)
		return ERR_PTR(-EINVAL);
	if (n > 9)
		return NULL;
	if (unit_start(&all[n]))
		return NULL;
	return &all[n];
}

static int count_running(struct unit *unit)
{
	int ret = unit->running;

	if (unit->broken)
		return -EIO;
	/* No error: nothing that fails made it. */
	if (ret <= 0)
		return 0;
	return ret;
}
