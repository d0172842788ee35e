// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: stack-out-of-bounds in wrong_last */
#include "../misuse.h"
#include <safe/strict.h>

SAFE_STRICT_FILE();

struct foo_ids {
	u32 n;
	u32 id[4];
};

static noinline u32 wrong_last(const u32 *ids, u32 n)
{
	return ids[n];	/* { dg-error "pointer arithmetic: nothing checks that it stays inside the object.*SAFE_E_RAW_POINTER" } */
}

static noinline u32 right_last(const struct foo_ids *ids)
{
	return ids->n && ids->n <= ARRAY_SIZE(ids->id) ? ids->id[ids->n - 1] : 0;
}

static int wrong(void)
{
	struct foo_ids ids = { .n = 4 };

	return wrong_last(ids.id, ids.n);
}

static int right(void)
{
	struct foo_ids ids = { .n = 4 };

	return right_last(&ids);
}
