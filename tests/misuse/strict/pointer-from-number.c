// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: slab-use-after-free|KASAN: use-after-free */
#include "../misuse.h"
#include <safe/own.h>
#include <safe/strict.h>

SAFE_STRICT_FILE();

struct foo {
	u32 id;
};

DEFINE_SAFE_OWN(foo_box, struct foo, kfree)

static unsigned long handles[2];

static noinline u32 wrong_lookup(int i)
{
	return ((struct foo *)handles[i])->id;	/* { dg-error "a pointer is made of a number: what it points to, nobody knows.*SAFE_E_RAW_POINTER" } */
}

static int foo_make(int i)
{
	CLASS(foo_box, foo)(TRY(safe_kzalloc(foo_box, GFP_KERNEL)));

	handles[i] = (unsigned long)safe_borrow(foo);
	return 0;
}

static int wrong(void)
{
	TRY(foo_make(1));
	return wrong_lookup(1);
}

static noinline u32 right_lookup(const u32 *ids, int i)
{
	return i ? *ids : 0;
}

static int right(void)
{
	u32 id = 0;

	TRY(foo_make(1));
	return right_lookup(&id, 1);
}
