// SPDX-License-Identifier: GPL-2.0
/* Strict, by its Kbuild: one raw operation. */
#include <linux/module.h>
#include <linux/types.h>

#include "parts.h"

static const u32 numbers[] = { 1, 2, 3 };

static u32 first(const u32 *p)
{
	return safe_unsafe("all callers have one", p[0]);
}

static int __init strict_init(void)
{
	pr_info("safe_strict: %u %u\n", first(numbers), parts_sum(numbers, ARRAY_SIZE(numbers)));
	return 0;
}
module_init(strict_init);

static void __exit strict_exit(void)
{
}
module_exit(strict_exit);

MODULE_DESCRIPTION("Says that it is strict");
MODULE_LICENSE("GPL");
