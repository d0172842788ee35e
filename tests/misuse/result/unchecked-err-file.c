// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel panic .*Kernel mode fault */
#include "../misuse.h"
#include <linux/fs.h>

static int wrong(void)
{
	struct file *calibration = filp_open("/lib/firmware/foo.cal", O_RDONLY, 0);
	loff_t size = i_size_read(file_inode(calibration)); /* { dg-error "'calibration' is used but may be an error pointer: test what 'filp_open' returned with IS_ERR\(\) first.*SAFE_E_UNCHECKED_ERR" } */

	filp_close(calibration, NULL);
	return size ? 0 : -ENODATA;
}

static int right(void)
{
	struct file *calibration = filp_open("/lib/firmware/foo.cal", O_RDONLY, 0);
	loff_t size;

	if (IS_ERR(calibration))
		return PTR_ERR(calibration);
	size = i_size_read(file_inode(calibration));
	filp_close(calibration, NULL);
	return size ? 0 : -ENODATA;
}
