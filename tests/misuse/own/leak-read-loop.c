// SPDX-License-Identifier: GPL-2.0
/* Runs into: unreferenced object(.|\n)*filp_open */
#include <linux/fs.h>
#include <linux/sched.h>
#include "../misuse.h"

/* All that is done between opening and returning is reading. */
static noinline ssize_t foo_size(const char *name)
{
	struct file *file = filp_open(name, O_RDONLY, 0);	/* { dg-note "allocated by 'filp_open'" } */
	char buf[16];
	loff_t pos = 0;

	if (IS_ERR(file))
		return PTR_ERR(file);
	while (kernel_read(file, buf, sizeof(buf), &pos) > 0)
		cond_resched();
	return pos;	/* { dg-error "'file' is leaked: the last pointer to it goes here; release it with filp_close.*SAFE_E_LEAK" } */
}

static noinline ssize_t foo_size_rightly(const char *name)
{
	struct file *file = filp_open(name, O_RDONLY, 0);
	char buf[16];
	loff_t pos = 0;

	if (IS_ERR(file))
		return PTR_ERR(file);
	while (kernel_read(file, buf, sizeof(buf), &pos) > 0)
		cond_resched();
	filp_close(file, NULL);
	return pos;
}

static int wrong(void)
{
	return foo_size("/init") < 0;
}

static int right(void)
{
	return foo_size_rightly("/init") < 0;
}
