// SPDX-License-Identifier: GPL-2.0
/* Blocks and statements that say why. */
#include <linux/types.h>
#include <linux/errno.h>
#include <linux/slab.h>
#include <safe/strict.h>

SAFE_STRICT_FILE();

struct foo {
	u32 id;
};

struct bar {
	u64 id;
};

u64 foo_read(struct foo *foo, const u32 *ids, int n);
u64 foo_read(struct foo *foo, const u32 *ids, int n)
{
	struct bar *bar;
	u64 sum = 0;

	safe_unsafe("a bar, says its id; \"}\" ends no block /* nor this a comment") {
		bar = (struct bar *)foo;
		/* } nor this */
		if (n) {
			sum = bar->id + '}';
		}
	}
	while (n--)
		safe_unsafe("n of them") sum += *ids++;
	if (sum)
		safe_unsafe("of nobody else") {
			kfree(foo);
		}
	else
		return -EINVAL;
	return sum;
}
