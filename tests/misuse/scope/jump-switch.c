// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN|Segfault|kernel BUG|Unable to handle|bad unlock balance */
#include "../misuse.h"

#include <linux/cleanup.h>
#include <linux/mutex.h>

static DEFINE_MUTEX(foo_lock);
static int foo_count;

static noinline int foo_command(void)
{
	return 2;
}

static int wrong(void)
{
	switch (foo_command()) {
	case 1:
		guard(mutex)(&foo_lock);
		foo_count++;
		break;
	case 2:		/* { dg-error "this case enters the scope of a guard.*SAFE_E_SCOPE_JUMP" } */
		foo_count = 0;
		break;
	}
	return foo_count;
}

static int right(void)
{
	switch (foo_command()) {
	case 1: {
		guard(mutex)(&foo_lock);
		foo_count++;
		break;
	}
	case 2:
		foo_count = 0;
		break;
	}
	return foo_count;
}
