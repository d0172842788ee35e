// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel panic .*Kernel mode fault */
#include "../misuse.h"

struct sensor {
	int scale;
};

static struct sensor thermometer = { .scale = 10 };

static struct sensor *sensor_by_name(const char *name) __returns_err_or_null;
static struct sensor *sensor_by_name(const char *name)
{
	if (!*name)
		return NULL;	/* none is wanted */
	return strcmp(name, "temp") ? ERR_PTR(-ENOENT) : &thermometer;
}

static struct sensor *sensor_get(const char *name) __returns_err;
static struct sensor *sensor_get(const char *name)
{
	struct sensor *sensor = sensor_by_name(name);

	return sensor ?: ERR_PTR(-EINVAL);
}

/* The two arms are the wrong way round. */
static noinline int scale_wrongly(const char *name)
{
	struct sensor *sensor = sensor_get(name);

	return IS_ERR(sensor) ? sensor->scale : 1; /* { dg-error "'sensor' is an error pointer here: 'sensor_get' failed on this path.*SAFE_E_FAILED_USED" } */
}

static noinline int scale(const char *name)
{
	struct sensor *sensor = sensor_get(name);

	return IS_ERR(sensor) ? 1 : sensor->scale;
}

static int wrong(void)
{
	return scale_wrongly("humidity");
}

static int right(void)
{
	return scale("humidity");
}
