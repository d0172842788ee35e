// SPDX-License-Identifier: GPL-2.0
/* Runs into: unreferenced object(.|\n)*filp_open */
#include <linux/fs.h>
#include "../misuse.h"

/* The second file cannot be opened, and the first stays open. */
static noinline int foo_copy(const char *from, const char *to)
{
	struct file *source, *target;

	source = filp_open(from, O_RDONLY, 0);	/* { dg-note "allocated by 'filp_open'" } */
	if (IS_ERR(source))
		return PTR_ERR(source);
	target = filp_open(to, O_WRONLY, 0);
	if (IS_ERR(target))
		return PTR_ERR(target);	/* { dg-error "'source' is leaked: the last pointer to it goes here; release it with filp_close.*SAFE_E_LEAK" } */
	filp_close(target, NULL);
	filp_close(source, NULL);
	return 0;
}

static noinline int foo_copy_rightly(const char *from, const char *to)
{
	struct file *source, *target;

	source = filp_open(from, O_RDONLY, 0);
	if (IS_ERR(source))
		return PTR_ERR(source);
	target = filp_open(to, O_WRONLY, 0);
	if (IS_ERR(target)) {
		filp_close(source, NULL);
		return PTR_ERR(target);
	}
	filp_close(target, NULL);
	filp_close(source, NULL);
	return 0;
}

static int wrong(void)
{
	return foo_copy("/init", "/nowhere/foo");
}

static int right(void)
{
	return foo_copy_rightly("/init", "/nowhere/foo");
}
