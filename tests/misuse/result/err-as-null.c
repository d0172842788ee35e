// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel panic .*Kernel mode fault */
#include "../misuse.h"
#include <linux/fs.h>

static int wrong(void)
{
	struct file *log = filp_open("/var/log/foo", O_WRONLY, 0); /* { dg-note "allocated by 'filp_open'" } */
	loff_t end;

	if (!log)	/* { dg-note "tested for NULL" } */
		return -ENOENT;
	end = log->f_pos;	/* { dg-error "'log' is used after a test for NULL, but 'filp_open' returns an error pointer when it fails: test with IS_ERR\(\).*SAFE_E_ERR_AS_NULL" } */
	filp_close(log, NULL);
	return end ? 0 : -ENODATA;
}

static int right(void)
{
	struct file *log = filp_open("/var/log/foo", O_WRONLY, 0);
	loff_t end;

	if (IS_ERR(log))
		return PTR_ERR(log);
	end = log->f_pos;
	filp_close(log, NULL);
	return end ? 0 : -ENODATA;
}
