// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: stack-out-of-bounds|KASAN: global-out-of-bounds|detected buffer overflow|KASAN: */
#include "../misuse.h"

static u8 packet[32];

static noinline int wrong_copy(size_t n)
{
	u8 header[8];

	if (n > sizeof(packet))
		return -EINVAL;
	memcpy(header, packet, n);	/* { dg-error "'n' may be up to 32 here, but 'header' has only 8 bytes.*SAFE_E_LENGTH" } */
	return header[0];
}

static noinline int right_copy(size_t n)
{
	u8 header[8];

	if (n > sizeof(header))
		return -EINVAL;
	memcpy(header, packet, n);
	return header[0];
}

static int wrong(void)
{
	return wrong_copy(20);
}

static int right(void)
{
	return right_copy(20);
}
