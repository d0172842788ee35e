// SPDX-License-Identifier: GPL-2.0
/* Allocation through owners. */
#include <safe/own.h>
#include <safe/strict.h>

SAFE_STRICT_FILE();

struct foo {
	int id;
};

DEFINE_SAFE_OWN(foo_box, struct foo, kfree)

struct foo_box_result foo_new(int id);
struct foo_box_result foo_new(int id)
{
	CLASS(foo_box, foo)(TRY(safe_kzalloc(foo_box, GFP_KERNEL), foo_box_result));

	safe_borrow(foo)->id = id;
	return safe_ok(foo_box_result, safe_move(foo));
}
