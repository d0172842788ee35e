// SPDX-License-Identifier: GPL-2.0
/* Runs into: unreferenced object(.|\n)*wrong */
#include "../misuse.h"

static const char * const foo_names[] = { "foo", "#bar", "bar" };

static int wrong(void)
{
	int i, found = 0;

	for (i = 0; i < ARRAY_SIZE(foo_names); i++) {
		char *name = kstrdup(foo_names[i], GFP_KERNEL);	/* { dg-note "allocated by 'kstrdup'" } */

		if (!name)
			return -ENOMEM;
		if (name[0] == '#')	/* { dg-error "'name' is leaked: the last pointer to it goes here; release it with kfree.*SAFE_E_LEAK" } */
			continue;
		found++;
		kfree(name);
	}
	return found;
}

static int right(void)
{
	int i, found = 0;

	for (i = 0; i < ARRAY_SIZE(foo_names); i++) {
		char *name = kstrdup(foo_names[i], GFP_KERNEL);

		if (!name)
			return -ENOMEM;
		if (name[0] != '#')
			found++;
		kfree(name);
	}
	return found;
}
