// SPDX-License-Identifier: GPL-2.0
/* Runs into: unreferenced object */
#include "../misuse.h"
#include <safe/own.h>
#include <safe/strict.h>

SAFE_STRICT_FILE();

struct foo {
	u32 id;
};

DEFINE_SAFE_OWN(foo_box, struct foo, kfree)

static struct foo *slots[2];

static noinline void wrong_fill(int i)
{
	slots[i] = kzalloc(sizeof(struct foo), GFP_KERNEL);	/* { dg-error "kzalloc.. allocates or frees by hand; use the owners of.*SAFE_E_RAW_CALL" } */
}

static noinline int right_fill(int i)
{
	CLASS(foo_box, foo)(TRY(safe_kzalloc(foo_box, GFP_KERNEL)));

	slots[i] = safe_borrow(foo);
	return 0;
}

static int wrong(void)
{
	wrong_fill(1);
	slots[1] = NULL;
	return 0;
}

static int right(void)
{
	TRY(right_fill(1));
	slots[1] = NULL;
	return 0;
}
