/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the cases of misuse share.  Each is a module that does one thing twice:
 * wrong(), which the checker must refuse and a running kernel must trip over, and
 * right(), its corrected twin, which passes both.  tests/group_misuse.py runs them.
 */
#ifndef _MISUSE_H
#define _MISUSE_H

#include <linux/err.h>
#include <linux/list.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/vmalloc.h>

#include <safe/annotations.h>

/* Not inlined, so that a report names the one that it is about. */
static noinline int wrong(void);
static noinline int right(void);

/* For mistakes that no sanitizer sees: what a caller relies on does not hold. */
#define must(cond)	WARN(!(cond), "must: %s\n", #cond)

static bool twin;
module_param_named(right, twin, bool, 0);

/* Loading succeeds whatever the case returns: what is leaked is then not freed with it. */
static int __init misuse_init(void)
{
	pr_info("%s returned %d\n", twin ? "right()" : "wrong()", twin ? right() : wrong());
	return 0;
}
module_init(misuse_init);

static void __exit misuse_exit(void)
{
}
module_exit(misuse_exit);

MODULE_DESCRIPTION("Does one thing wrongly, or as it should be");
MODULE_LICENSE("GPL");

#endif /* _MISUSE_H */
