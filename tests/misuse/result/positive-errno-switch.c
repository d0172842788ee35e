// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: ret == -ENOTTY */
#include "../misuse.h"

enum { FOO_START = 1, FOO_STOP };

static noinline int wrong_ioctl(unsigned int cmd, int *running)
{
	int ret = 0;

	switch (cmd) {
	case FOO_START:
		if (*running)
			ret = -EBUSY;
		*running = 1;
		break;
	case FOO_STOP:
		*running = 0;
		break;
	default:
		ret = ENOTTY;	/* { dg-error "ENOTTY is returned as a positive number, .*return -ENOTTY.*SAFE_E_POSITIVE_ERRNO" } */
	}
	return ret;
}

static noinline int right_ioctl(unsigned int cmd, int *running)
{
	switch (cmd) {
	case FOO_START:
		if (*running)
			return -EBUSY;
		*running = 1;
		return 0;
	case FOO_STOP:
		*running = 0;
		return 0;
	default:
		return -ENOTTY;
	}
}

static int wrong(void)
{
	int running = 0;
	int ret = wrong_ioctl(3, &running);

	must(ret == -ENOTTY);
	return ret;
}

static int right(void)
{
	int running = 0;
	int ret = right_ioctl(3, &running);

	must(ret == -ENOTTY);
	return ret;
}
