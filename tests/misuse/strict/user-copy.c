// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: wrong_read.*<= 0 */
#include "../misuse.h"
#include <linux/uaccess.h>
#include <safe/strict.h>

SAFE_STRICT_FILE();

static noinline int wrong_read(const void __user *from)
{
	u32 id = 0;

	return copy_from_user(&id, from, sizeof(id));	/* { dg-error "copy_from_user.. copies from or to user space raw.*SAFE_E_RAW_CALL" } */
}

static noinline int right_read(const void __user *from)
{
	u32 id = 0;

	if (safe_unsafe("only whole values count", copy_from_user(&id, from, sizeof(id))))
		return -EFAULT;
	return 0;
}

static int wrong(void)
{
	must(wrong_read(NULL) <= 0);
	return 0;
}

static int right(void)
{
	must(right_read(NULL) <= 0);
	return 0;
}
