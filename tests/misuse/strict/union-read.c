// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: wrong_id.*== 0 */
#include "../misuse.h"
#include <safe/strict.h>

SAFE_STRICT_FILE();

struct foo_value {
	bool is_ratio;
	union {
		u32 id;
		struct {
			u16 num, den;
		} ratio;
	} u;
};

static noinline u32 wrong_id(const struct foo_value *value)
{
	return value->u.id;	/* { dg-error "a member of a union is read: nothing says that it is the one that was written.*SAFE_E_RAW_UNION" } */
}

static noinline u32 right_id(const struct foo_value *value)
{
	return value->is_ratio ? 0 : safe_unsafe("is_ratio says which", value->u.id);
}

static int wrong(void)
{
	struct foo_value value = { .is_ratio = true, .u.ratio = { 1, 2 } };

	must(wrong_id(&value) == 0);
	return 0;
}

static int right(void)
{
	struct foo_value value = { .is_ratio = true, .u.ratio = { 1, 2 } };

	must(right_id(&value) == 0);
	return 0;
}
