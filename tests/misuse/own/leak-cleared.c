// SPDX-License-Identifier: GPL-2.0
/* Runs into: unreferenced object(.|\n)*wrong */
#include "../misuse.h"

static noinline int foo_check(const char *text)
{
	return text[0] == '#';
}

/* The pointer is cleared, so that the end does not release it: nobody does. */
static int wrong(void)
{
	char *text = kstrdup("# nothing", GFP_KERNEL);	/* { dg-note "allocated by 'kstrdup'" } */
	int skipped = 0;

	if (!text)
		return -ENOMEM;
	if (foo_check(text)) {
		skipped++;	/* { dg-error "'text' is leaked: the last pointer to it goes here; release it with kfree.*SAFE_E_LEAK" } */
		text = NULL;
	}
	kfree(text);
	return skipped;
}

static int right(void)
{
	char *text = kstrdup("# nothing", GFP_KERNEL);
	int skipped = 0;

	if (!text)
		return -ENOMEM;
	if (foo_check(text)) {
		skipped++;
		kfree(text);
		text = NULL;
	}
	kfree(text);
	return skipped;
}
