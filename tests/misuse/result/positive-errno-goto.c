// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: ret < 0 */
#include "../misuse.h"

static DEFINE_MUTEX(foo_lock);
static int foo_users = 1;

static noinline int wrong_reset(int level)
{
	int ret;

	if (level < 0)
		return -EINVAL;
	mutex_lock(&foo_lock);
	if (foo_users) {
		ret = EBUSY;	/* { dg-error "EBUSY is returned as a positive number, .*return -EBUSY.*SAFE_E_POSITIVE_ERRNO" } */
		goto unlock;
	}
	ret = 0;
unlock:
	mutex_unlock(&foo_lock);
	return ret;
}

static noinline int right_reset(int level)
{
	int ret;

	if (level < 0)
		return -EINVAL;
	mutex_lock(&foo_lock);
	ret = foo_users ? -EBUSY : 0;
	mutex_unlock(&foo_lock);
	return ret;
}

static int wrong(void)
{
	int ret = wrong_reset(1);

	must(ret < 0);
	return ret;
}

static int right(void)
{
	int ret = right_reset(1);

	must(ret < 0);
	return ret;
}
