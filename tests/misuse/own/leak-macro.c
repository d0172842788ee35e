// SPDX-License-Identifier: GPL-2.0
/* Runs into: unreferenced object(.|\n)*wrong */
#include "../misuse.h"

#define CHECK_OR_RETURN(call)			\
	do {					\
		int __ret = (call);		\
						\
		if (__ret)			\
			return __ret;		\
	} while (0)

static int foo_check(const char *name)
{
	return name[3] ? -ENAMETOOLONG : 0;
}

static int wrong(void)
{
	char *name = kasprintf(GFP_KERNEL, "foo%d", 1);	/* { dg-note "allocated by 'kasprintf'" } */

	if (!name)
		return -ENOMEM;
	CHECK_OR_RETURN(foo_check(name));	/* { dg-error "'name' is leaked: the last pointer to it goes here; release it with kfree.*SAFE_E_LEAK" } */
	kfree(name);
	return 0;
}

static int right(void)
{
	char *name __free(kfree) = kasprintf(GFP_KERNEL, "foo%d", 1);

	if (!name)
		return -ENOMEM;
	CHECK_OR_RETURN(foo_check(name));
	return 0;
}
