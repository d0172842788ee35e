// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel panic .*Kernel mode fault */
#include "../misuse.h"

/* More than the machine has. */
#define FOO_TRACE_SIZE	(1UL << 40)

static int wrong(void)
{
	u8 *trace = __vmalloc(FOO_TRACE_SIZE, GFP_KERNEL | __GFP_NOWARN); /* { dg-note "allocated by '__vmalloc'" } */

	if (IS_ERR(trace))	/* { dg-note "tested with IS_ERR" } */
		return PTR_ERR(trace);
	trace[0] = 1;	/* { dg-error "'trace' is used after a test with IS_ERR\(\), but '__vmalloc' returns NULL when it fails: test for NULL.*SAFE_E_NULL_AS_ERR" } */
	vfree(trace);
	return 0;
}

static int right(void)
{
	u8 *trace = __vmalloc(FOO_TRACE_SIZE, GFP_KERNEL | __GFP_NOWARN);

	if (!trace)
		return -ENOMEM;
	trace[0] = 1;
	vfree(trace);
	return 0;
}
