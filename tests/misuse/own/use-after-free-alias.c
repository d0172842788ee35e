// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: use-after-free in wrong */
#include "../misuse.h"

static int foo_next_field(const char *text)
{
	return text[0] - '0';
}

static int wrong(void)
{
	char *line = kstrdup("7 8", GFP_KERNEL);	/* { dg-note "allocated by 'kstrdup'" } */
	char *cursor = line;
	int sum;

	if (!line)
		return -ENOMEM;
	sum = foo_next_field(cursor);
	cursor += 2;
	kfree(line);	/* { dg-note "released by 'kfree'" } */
	return sum + *cursor;	/* { dg-error "'cursor' is used after it was released by 'kfree'; use it before that.*SAFE_E_USE_AFTER_FREE" } */
}

static int right(void)
{
	char *line = kstrdup("7 8", GFP_KERNEL);
	char *cursor = line;
	int sum;

	if (!line)
		return -ENOMEM;
	sum = foo_next_field(cursor);
	cursor += 2;
	sum += *cursor;
	kfree(line);
	return sum;
}
