// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: use-after-free */
#include "../misuse.h"

#include <linux/cleanup.h>

static noinline char *foo_name(int id)
{
	char *name __free(kfree) = kasprintf(GFP_KERNEL, "foo%d", id);	/* { dg-error "'name' is returned, but its cleanup releases it.*return no_free_ptr.name.*SAFE_E_SCOPE_RETURN" } */

	if (!name)
		return NULL;
	if (id < 0)
		return NULL;
	return name;
}

static int wrong(void)
{
	char *name = foo_name(1);

	if (!name)
		return -ENOMEM;
	return strlen(name);
}

static noinline char *foo_new_name(int id)
{
	char *name __free(kfree) = kasprintf(GFP_KERNEL, "foo%d", id);

	if (!name)
		return NULL;
	if (id < 0)
		return NULL;
	return_ptr(name);
}

static int right(void)
{
	char *name __free(kfree) = foo_new_name(1);

	return name ? strlen(name) : -ENOMEM;
}
