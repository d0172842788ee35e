// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: ret == -ENOENT */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"
#include <linux/fs.h>
#include <linux/kstrtox.h>

static const char *const files[] = { "/init", "/no/such/file", "/etc/script" };

static int wrong_check(const char *first)
{
	struct file *file;
	unsigned int i;
	int ret;

	ret = kstrtouint(first, 10, &i);
	if (ret)
		return ret;
	if (i > ARRAY_SIZE(files))
		return -ERANGE;
	for (; i < ARRAY_SIZE(files); i++) {
		file = filp_open(files[i], O_RDONLY, 0);
		if (IS_ERR(file))	/* { dg-warning "this failure is not reported: the function goes on to return ret.*SAFE_E_ERROR_LOST" } */
			break;
		filp_close(file, NULL);
	}
	return ret;
}

static int right_check(const char *first)
{
	struct file *file;
	unsigned int i;
	int ret;

	ret = kstrtouint(first, 10, &i);
	if (ret)
		return ret;
	if (i > ARRAY_SIZE(files))
		return -ERANGE;
	for (; i < ARRAY_SIZE(files); i++) {
		file = filp_open(files[i], O_RDONLY, 0);
		if (IS_ERR(file)) {
			ret = PTR_ERR(file);
			break;
		}
		filp_close(file, NULL);
	}
	return ret;
}

static int wrong(void)
{
	int ret = wrong_check("0");

	must(ret == -ENOENT);
	return ret;
}

static int right(void)
{
	int ret = right_check("0");

	must(ret == -ENOENT);
	return ret;
}
