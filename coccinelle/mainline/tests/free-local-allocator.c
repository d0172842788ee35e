// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

static char *foo_dup(const char *text, size_t count)
{
	char *dup, *trimmed;

	dup = kstrndup(text, count, GFP_KERNEL);
	if (!dup)
		return NULL;

	trimmed = strstrip(dup);
	memmove(dup, trimmed, strlen(trimmed) + 1);
	return dup;
}

int foo_parse(struct foo *foo, const char *page, size_t count);
int foo_parse(struct foo *foo, const char *page, size_t count)
{
	char *trimmed;
	int ret;

	trimmed = foo_dup(page, count);
	if (!trimmed)
		return -ENOMEM;

	ret = foo_register(trimmed);
	kfree(trimmed);
	return ret;
}
