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
	safe_unsafe("") {	/* { dg-error "safe_unsafe.. needs a reason, a string: what makes this right.*SAFE_E_UNSAFE_REASON" } */
		return ids[n];
	}
}

static noinline u32 right_last(const u32 *ids, u32 n)
{
	safe_unsafe("the caller has at least one") {
		return ids[n - 1];
	}
}

static int wrong(void)
{
	struct foo_ids ids = { .n = 4 };

	return wrong_last(ids.id, ids.n);
}

static int right(void)
{
	struct foo_ids ids = { .n = 4 };

	return right_last(ids.id, ids.n);
}
