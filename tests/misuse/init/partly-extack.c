// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: extack._msg == default_message */
#include "../misuse.h"
#include <linux/netlink.h>

static const char default_message[] = "refused";

/* Says why only when it knows. */
static noinline int foo_configure(int value, struct netlink_ext_ack *extack)
{
	if (value > 10) {
		extack->_msg = "value is too large";
		return -ERANGE;
	}
	return value < 0 ? -EINVAL : 0;
}

static int wrong(void)
{
	struct netlink_ext_ack extack;
	int ret = foo_configure(-1, &extack);	/* { dg-error "'extack' is given to 'foo_configure', which sets it only if something is wrong, but it was never cleared; declare it with '= {}'.*SAFE_E_PARTLY_INIT" } */

	must(extack._msg == default_message);
	return ret;
}

static int right(void)
{
	struct netlink_ext_ack extack = { ._msg = default_message };
	int ret = foo_configure(-1, &extack);

	must(extack._msg == default_message);
	return ret;
}
