// SPDX-License-Identifier: GPL-2.0
/* Arrays know their size, flexible ones too. */
#include <linux/kernel.h>
#include <linux/types.h>
#include <safe/strict.h>

SAFE_STRICT_FILE();

struct foo {
	u32 n;
	u32 id[];
};

u32 foo_sum(struct foo *foo);
u32 foo_sum(struct foo *foo)
{
	u32 four[4] = { 1, 2, 3, 4 }, sum = 0, i;

	for (i = 0; i < ARRAY_SIZE(four); i++)
		sum += four[i];
	for (i = 0; i < foo->n; i++)
		sum += foo->id[i]++;
	return sum + (&foo->id[2] - &foo->id[1]);
}
