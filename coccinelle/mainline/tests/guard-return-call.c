// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

int foo_get(struct foo *foo, int reg);
int foo_get(struct foo *foo, int reg)
{
	int ret;

	mutex_lock(&foo->lock);
	ret = foo_read(foo, reg);
	mutex_unlock(&foo->lock);

	return ret;
}

int foo_get_long(struct foo *foo, int a_long_name_of_a_register);
int foo_get_long(struct foo *foo, int a_long_name_of_a_register)
{
	int result;

	mutex_lock(&foo->lock);
	result = foo_write(foo, a_long_name_of_a_register,
			   foo->count + foo->mode);
	mutex_unlock(&foo->lock);
	return result;
}

/* The value would not be cut to an int any more. */
long foo_get_wide(struct foo *foo, long value);
long foo_get_wide(struct foo *foo, long value)
{
	int ret;

	mutex_lock(&foo->lock);
	ret = value + foo->count;
	mutex_unlock(&foo->lock);

	return ret;
}
