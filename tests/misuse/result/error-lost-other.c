// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: ret < 0 */
/* Likely, not certain: reported to those who ask for it. */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"
#include <linux/kstrtox.h>

static int wrong_set(const char *text, unsigned int *value)
{
	int err = kstrtouint(text, 10, value);	/* { dg-warning "the error of 'kstrtouint' is put in 'err', but nobody looks at any other than this one: the function goes on to return 0.*SAFE_E_ERROR_LOST" } */

	if (err == -ERANGE)
		*value = UINT_MAX;
	return 0;
}

static int right_set(const char *text, unsigned int *value)
{
	int err = kstrtouint(text, 10, value);

	if (err == -ERANGE) {
		*value = UINT_MAX;
		return 0;
	}
	return err;
}

static int wrong(void)
{
	unsigned int value = 0;
	int ret = wrong_set("much", &value);

	must(ret < 0);
	return ret;
}

static int right(void)
{
	unsigned int value = 0;
	int ret = right_set("much", &value);

	must(ret < 0);
	return ret;
}
