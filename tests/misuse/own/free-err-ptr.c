// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel panic */
#include <linux/uaccess.h>
#include "../misuse.h"

/* Where nothing is mapped. */
static const void __user *user_data;

static int wrong(void)
{
	char *data = memdup_user(user_data, 8);	/* { dg-note "allocated by 'memdup_user'" } */
	int ret = 0;

	if (IS_ERR(data)) {	/* { dg-note "this condition is true on the path" } */
		ret = PTR_ERR(data);
		goto out;
	}
	pr_info("%8ph\n", data);
out:
	kfree(data);	/* { dg-error "'data' is an error pointer when 'kfree' releases it.*SAFE_E_FREE_ERR_PTR" } */
	return ret;
}

static int right(void)
{
	char *data = memdup_user(user_data, 8);

	if (IS_ERR(data))
		return PTR_ERR(data);
	pr_info("%8ph\n", data);
	kfree(data);
	return 0;
}
