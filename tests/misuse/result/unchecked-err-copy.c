// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel panic .*Kernel mode fault */
#include "../misuse.h"
#include <linux/fs.h>

struct source {
	struct file *file;
	loff_t pos;
};

static struct source open_source(const char *name)
{
	struct source source = { .file = filp_open(name, O_RDONLY, 0) };

	return source;
}

static int wrong(void)
{
	struct source source = open_source("/no/such/file"), copy = source;
	unsigned int flags = copy.file->f_flags; /* { dg-error "'copy.file' is used but may be an error pointer: test what 'filp_open' returned with IS_ERR\(\) first.*SAFE_E_UNCHECKED_ERR" } */

	filp_close(source.file, NULL);
	return flags & O_DIRECT;
}

static int right(void)
{
	struct source source = open_source("/no/such/file"), copy = source;
	unsigned int flags;

	if (IS_ERR(source.file))
		return PTR_ERR(source.file);
	flags = copy.file->f_flags;
	filp_close(source.file, NULL);
	return flags & O_DIRECT;
}
