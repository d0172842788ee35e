// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: .*id == 7|KASAN: stack-out-of-bounds */
#include "../misuse.h"
#include <safe/pin.h>

struct foo {
	const u32 *id;
	SAFE_PINNED;
};

#define SAFE_PIN_foo(FIELD, ARRAY)	FIELD(foo, id)
DEFINE_SAFE_PIN(foo)
DEFINE_SAFE_PIN_OWN(foo_box, foo)

static const u32 first_id = 7;

static noinline struct safe_init wrong_init(struct foo *foo)
{
	u32 id = first_id;	/* { dg-note "it is on the stack" } */

	safe_pin_begin(foo, foo);
	safe_pin_set(foo, id, &id);	/* { dg-error "struct 'foo' keeps a pointer to 'id', which ends with this function.*SAFE_E_PIN_OUTLIVES" } */
	return safe_pin_done(foo);
}

static noinline struct safe_init right_init(struct foo *foo)
{
	safe_pin_begin(foo, foo);
	safe_pin_set(foo, id, &first_id);
	return safe_pin_done(foo);
}

static int wrong(void)
{
	CLASS(foo_box, foo)(TRY(safe_pin_new(foo_box, GFP_KERNEL, wrong_init)));

	must(*safe_borrow(foo)->id == 7);
	return 0;
}

static int right(void)
{
	CLASS(foo_box, foo)(TRY(safe_pin_new(foo_box, GFP_KERNEL, right_init)));

	must(*safe_borrow(foo)->id == 7);
	return 0;
}
