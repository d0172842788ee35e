// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: double-free */
#include "../misuse.h"

static int foo_parse(const char *text)
{
	return text[0] == '#' ? -ENODATA : 0;
}

static int wrong(void)
{
	char *text __free(kfree) = kstrdup("# nothing", GFP_KERNEL);	/* { dg-error "'text' is released by 'kfree' after it was released by 'kfree'.*SAFE_E_DOUBLE_FREE" } */
	int ret;

	if (!text)
		return -ENOMEM;
	ret = foo_parse(text);
	if (ret)
		kfree(text);	/* { dg-note "released by 'kfree'" } */
	return ret;
}

static int right(void)
{
	char *text __free(kfree) = kstrdup("# nothing", GFP_KERNEL);

	if (!text)
		return -ENOMEM;
	return foo_parse(text);
}
