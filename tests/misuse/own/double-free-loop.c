// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: double-free */
#include "../misuse.h"

static int foo_read(char *buf, int reg)
{
	buf[0] = reg;
	return reg ? -EIO : 0;
}

static int wrong(void)
{
	char *buf = kzalloc(8, GFP_KERNEL);
	int reg, ret = 0;

	if (!buf)
		return -ENOMEM;
	for (reg = 0; reg < 4; reg++) {
		ret = foo_read(buf, reg);
		if (ret) {
			kfree(buf);	/* { dg-note "released by 'kfree'" } */
			break;
		}
	}
	kfree(buf);	/* { dg-error "'buf' is released by 'kfree' after it was released by 'kfree'.*SAFE_E_DOUBLE_FREE" } */
	return ret;
}

static int right(void)
{
	char *buf = kzalloc(8, GFP_KERNEL);
	int reg, ret = 0;

	if (!buf)
		return -ENOMEM;
	for (reg = 0; reg < 4; reg++) {
		ret = foo_read(buf, reg);
		if (ret)
			break;
	}
	kfree(buf);
	return ret;
}
