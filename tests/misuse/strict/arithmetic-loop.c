// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: stack-out-of-bounds in wrong_clear */
#include "../misuse.h"
#include <safe/strict.h>

SAFE_STRICT_FILE();

static noinline void wrong_clear(u8 *to, int n)
{
	while (n-- >= 0)
		*to++ = 0;	/* { dg-error "pointer arithmetic: nothing checks that it stays inside the object.*SAFE_E_RAW_POINTER" } */
}

struct foo_mac {
	u8 byte[6];
};

static noinline void right_clear(struct foo_mac *to)
{
	int i;

	for (i = 0; i < ARRAY_SIZE(to->byte); i++)
		to->byte[i] = 0;
}

static int wrong(void)
{
	struct foo_mac mac = { };

	wrong_clear(mac.byte, ARRAY_SIZE(mac.byte));
	return mac.byte[0];
}

static int right(void)
{
	struct foo_mac mac = { };

	right_clear(&mac);
	return mac.byte[0];
}
