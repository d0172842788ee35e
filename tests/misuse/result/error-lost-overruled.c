// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: ret == -EEXIST */
/* Likely, not certain: reported to those who ask for it. */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"
#include <linux/kstrtox.h>

static int the_key, the_value;

static int wrong_add(int key, const char *text)
{
	int err;

	if (key == the_key) {
		err = -EEXIST;	/* { dg-warning "an error code is put in 'err', but nobody looks at it: the function returns another one; return 'err'.*SAFE_E_ERROR_LOST" } */
		goto out;
	}
	err = kstrtoint(text, 10, &the_value);
	if (err)
		goto out;
	the_key = key;
	return 0;
out:
	pr_info("nothing added\n");
	return -EIO;
}

static int right_add(int key, const char *text)
{
	int err;

	if (key == the_key) {
		err = -EEXIST;
		goto out;
	}
	err = kstrtoint(text, 10, &the_value);
	if (err)
		goto out;
	the_key = key;
	return 0;
out:
	pr_info("nothing added\n");
	return err;
}

static int wrong(void)
{
	int ret = wrong_add(the_key, "1");

	must(ret == -EEXIST);
	return ret;
}

static int right(void)
{
	int ret = right_add(the_key, "1");

	must(ret == -EEXIST);
	return ret;
}
