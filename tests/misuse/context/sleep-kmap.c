// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !pagefault_disabled */
#include "../misuse.h"
#include <linux/gfp.h>
#include <linux/highmem.h>
#include <linux/sched.h>
#include <linux/uaccess.h>

static void foo_wait(void)
{
	must(!pagefault_disabled());
	might_sleep();	/* { dg-note "'might_sleep' is called there" } */
}

static int foo_first(struct page *page)
{
	char *byte = kmap_atomic(page);	/* { dg-note "preemption is turned off here" } */
	int first;

	foo_wait();	/* { dg-error "'foo_wait' may sleep, but preemption is off.*SAFE_E_SLEEP_IN_ATOMIC" } */
	first = *byte;
	kunmap_atomic(byte);
	return first;
}

/* What is mapped for this thread alone stays mapped when it sleeps. */
static int foo_first_rightly(struct page *page)
{
	char *byte = kmap_local_page(page);
	int first;

	foo_wait();
	first = *byte;
	kunmap_local(byte);
	return first;
}

static int wrong(void)
{
	return foo_first(ZERO_PAGE(0));
}

static int right(void)
{
	return foo_first_rightly(ZERO_PAGE(0));
}
