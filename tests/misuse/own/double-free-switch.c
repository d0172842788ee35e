// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: double-free */
#include "../misuse.h"

enum foo_op { FOO_SET, FOO_CLEAR, FOO_RESET };

static int foo_apply(enum foo_op op, char *arg)
{
	switch (op) {
	case FOO_SET:
		kfree(arg);
		return 0;
	case FOO_CLEAR:
		kfree(arg);
		fallthrough;
	default:
		kfree(arg);	/* { dg-error "'arg' is released by 'kfree' after it was released by 'kfree'.*SAFE_E_DOUBLE_FREE" } */
		return -EINVAL;
	}
}

static int wrong(void)
{
	char *arg = kstrdup("all", GFP_KERNEL);

	return arg ? foo_apply(FOO_CLEAR, arg) : -ENOMEM;
}

static int foo_apply_once(enum foo_op op, char *arg)
{
	switch (op) {
	case FOO_SET:
	case FOO_CLEAR:
		kfree(arg);
		return 0;
	default:
		kfree(arg);
		return -EINVAL;
	}
}

static int right(void)
{
	char *arg = kstrdup("all", GFP_KERNEL);

	return arg ? foo_apply_once(FOO_CLEAR, arg) : -ENOMEM;
}
