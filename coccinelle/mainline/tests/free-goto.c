// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

int foo_match(struct foo *foo, int n);
int foo_match(struct foo *foo, int n)
{
	const char **values;
	int ret, i;

	if (n < 0)
		return -EINVAL;

	values = kcalloc(n, sizeof(*values), GFP_KERNEL);
	if (!values)
		return -ENOMEM;

	ret = foo_register(values);
	if (ret < 0)
		goto out_free;

	for (i = 0; i < n; i++) {
		if (values[i] == foo->name)
			break;
	}

	ret = foo_write(foo, 0, i);
	if (ret > 100)
		ret = -ERANGE;

out_free:
	kfree(values);
	return ret;
}
