// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: ret < 0 */
/* Likely, not certain: reported to those who ask for it. */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"
#include <linux/kstrtox.h>

struct sensor {
	bool powered;
	int value;
};

static noinline int sensor_power(struct sensor *sensor, bool on)
{
	if (sensor->powered == on)
		return -EALREADY;
	sensor->powered = on;
	return 0;
}

static noinline int sensor_measure(struct sensor *sensor, const char *text)
{
	return sensor->powered ? kstrtoint(text, 10, &sensor->value) : -EIO;
}

static int wrong_read(struct sensor *sensor, const char *text)
{
	int ret;

	ret = sensor_power(sensor, true);
	if (ret)
		return ret;
	ret = sensor_measure(sensor, text);	/* { dg-warning "the error of 'sensor_measure' is put in 'ret', but nobody looks at it: the function goes on to return 0.*SAFE_E_ERROR_LOST" } */
	if (sensor_power(sensor, false))
		pr_warn("it stays on\n");
	return 0;
}

static int right_read(struct sensor *sensor, const char *text)
{
	int ret;

	ret = sensor_power(sensor, true);
	if (ret)
		return ret;
	ret = sensor_measure(sensor, text);
	if (sensor_power(sensor, false))
		pr_warn("it stays on\n");
	return ret;
}

static int wrong(void)
{
	struct sensor sensor = {};
	int ret = wrong_read(&sensor, "much");

	must(ret < 0);
	return ret;
}

static int right(void)
{
	struct sensor sensor = {};
	int ret = right_read(&sensor, "much");

	must(ret < 0);
	return ret;
}
