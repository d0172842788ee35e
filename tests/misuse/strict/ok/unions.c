// SPDX-License-Identifier: GPL-2.0
/* A union is written, and read by what knows which member it has. */
#include <linux/types.h>
#include <safe/option.h>
#include <safe/result.h>
#include <safe/strict.h>

SAFE_STRICT_FILE();

struct foo {
	int kind;
	union {
		u32 id;
		struct {
			u16 num, den;
		} ratio;
	};
};

DEFINE_SAFE_RESULT(foo_id, u32)

void foo_set(struct foo *foo, u32 id);
void foo_set(struct foo *foo, u32 id)
{
	foo->kind = 1;
	foo->id = id;
	foo->ratio.num = 2;
}

struct foo_id foo_find(int kind);
struct foo_id foo_find(int kind)
{
	if (kind)
		return safe_err(foo_id, -ENOENT);
	return safe_ok(foo_id, 1);
}

u32 foo_get(int kind);
u32 foo_get(int kind)
{
	struct foo_id res = foo_find(kind);

	return safe_is_ok(res) ? safe_unwrap(res) : 0;
}
