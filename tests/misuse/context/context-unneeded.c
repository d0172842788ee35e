// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !foo_slow */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"
#include <linux/delay.h>

static int foo_level;

/* For want of a callee that sleeps, callers are kept from nothing. */
int foo_slow(int strict) __sleeps;
int foo_slow(int strict)	/* { dg-warning "'foo_slow' is declared to sleep, but nothing in it does: leave '__sleeps' out.*SAFE_E_CONTEXT_CONTRACT" } */
{
	foo_level += strict;
	return foo_level;
}

static int wrong(void)
{
	int level = foo_level;

	must(!foo_slow(1));
	return level;
}

int foo_sleeps(int strict) __sleeps;
int foo_sleeps(int strict)
{
	msleep(strict);
	foo_level += strict;
	return foo_level;
}

static int right(void)
{
	return foo_sleeps(1);
}
