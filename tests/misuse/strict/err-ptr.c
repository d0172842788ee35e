// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: safe_ptr_is_bad */
#include "../misuse.h"
#include <safe/result.h>
#include <safe/strict.h>

SAFE_STRICT_FILE();

static struct foo {
	u32 id;
} the_foo;

static noinline struct foo *wrong_find(int found)
{
	if (found <= 0)
		return ERR_PTR(found);	/* { dg-error "ERR_PTR.. makes a result of a pointer by hand.*SAFE_E_RAW_CALL" } */
	return &the_foo;
}

DEFINE_SAFE_RESULT(foo_result, struct foo *)

static noinline struct foo_result right_find(int found)
{
	if (found <= 0)
		return safe_err(foo_result, found < 0 ? found : -ENOENT);
	return safe_ok(foo_result, &the_foo);
}

static int wrong(void)
{
	bool safe_ptr_is_bad = IS_ERR(wrong_find(0));

	must(safe_ptr_is_bad);
	return 0;
}

static int right(void)
{
	struct foo_result res = right_find(0);
	bool safe_ptr_is_bad = !safe_is_ok(res);

	must(safe_ptr_is_bad);
	return 0;
}
