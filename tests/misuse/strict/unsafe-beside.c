// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: stack-out-of-bounds in wrong_last */
/* That a safe_unsafe() covers nothing is said to those who ask for it. */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"
#include <safe/strict.h>

SAFE_STRICT_FILE();

struct foo_ids {
	u32 n;
	u32 id[4];
};

static noinline u32 wrong_last(const u32 *ids, u32 n)
{
	safe_unsafe("checked")	/* { dg-warning "nothing in this safe_unsafe.. is raw: remove it.*SAFE_E_UNSAFE_UNUSED" } */
		n *= 2;
	return ids[n];	/* { dg-error "pointer arithmetic: nothing checks that it stays inside the object.*SAFE_E_RAW_POINTER" } */
}

static noinline u32 right_last(const u32 *ids, u32 n)
{
	n *= 2;
	return safe_unsafe("checked", n < 4 ? ids[n] : 0);
}

static int wrong(void)
{
	struct foo_ids ids = { .n = 2 };

	return wrong_last(ids.id, ids.n);
}

static int right(void)
{
	struct foo_ids ids = { .n = 2 };

	return right_last(ids.id, ids.n);
}
