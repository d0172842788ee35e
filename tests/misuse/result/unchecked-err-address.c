// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel panic .*Kernel mode fault */
/* Likely, not certain: reported to those who ask for it. */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"
#include <linux/fs.h>
#include <linux/path.h>

static int wrong(void)
{
	struct file *file = filp_open("/no/such/file", O_RDONLY, 0);

	path_get(&file->f_path); /* { dg-warning "'.*file.*' is used but may be an error pointer: test what 'filp_open' returned with IS_ERR.. first.*SAFE_E_UNCHECKED_ERR" } */
	path_put(&file->f_path);
	filp_close(file, NULL);
	return 0;
}

static int right(void)
{
	struct file *file = filp_open("/no/such/file", O_RDONLY, 0);

	if (IS_ERR(file))
		return PTR_ERR(file);
	path_get(&file->f_path);
	path_put(&file->f_path);
	filp_close(file, NULL);
	return 0;
}
