// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: double-free */
#include "../misuse.h"
#include <safe/own.h>
#include <safe/strict.h>

SAFE_STRICT_FILE();

struct foo {
	u32 id;
};

DEFINE_SAFE_OWN(foo_box, struct foo, kfree)

static struct foo *foos[2];

static noinline void wrong_close(int i)
{
	kfree(foos[i]);	/* { dg-error "kfree.. allocates or frees by hand; use the owners of.*SAFE_E_RAW_CALL" } */
}

static int wrong(void)
{
	CLASS(foo_box, foo)(TRY(safe_kzalloc(foo_box, GFP_KERNEL)));

	foos[1] = safe_borrow(foo);
	wrong_close(1);
	return 0;
}

static noinline void right_close(int i)
{
	foos[i] = NULL;
}

static int right(void)
{
	CLASS(foo_box, foo)(TRY(safe_kzalloc(foo_box, GFP_KERNEL)));

	foos[1] = safe_borrow(foo);
	right_close(1);
	return 0;
}
