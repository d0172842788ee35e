// SPDX-License-Identifier: GPL-2.0
/* Expressions that say why. */
#include <linux/types.h>
#include <safe/strict.h>

SAFE_STRICT_FILE();

union foo {
	u32 id;
	char *name;
};

u32 foo_id(const union foo *foo, const u32 *p, u32 n);
u32 foo_id(const union foo *foo, const u32 *p, u32 n)
{
	u32 id = safe_unsafe("n is 1",
			     foo->id + p[1]);

	id += n ? safe_unsafe("two parts", ({ u32 a = *(p + 1), b = p[2]; a + b; })) : 0;
	return safe_unsafe("again", foo->id) + id;
}
