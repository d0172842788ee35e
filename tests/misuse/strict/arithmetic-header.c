// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: slab-out-of-bounds in wrong_payload */
#include "../misuse.h"
#include <safe/own.h>
#include <safe/strict.h>

SAFE_STRICT_FILE();

struct foo_msg {
	u32 len;
};

DEFINE_SAFE_OWN(foo_box, struct foo_msg, kfree)

static noinline u32 wrong_payload(struct foo_msg *msg)
{
	const struct foo_msg *payload = msg + 4;	/* { dg-error "pointer arithmetic: nothing checks that it stays inside the object.*SAFE_E_RAW_POINTER" } */

	return payload->len;
}

static noinline u32 right_payload(struct foo_msg *msg)
{
	return msg->len;
}

static int wrong(void)
{
	CLASS(foo_box, msg)(TRY(safe_kzalloc(foo_box, GFP_KERNEL)));

	return wrong_payload(safe_borrow(msg));
}

static int right(void)
{
	CLASS(foo_box, msg)(TRY(safe_kzalloc(foo_box, GFP_KERNEL)));

	return right_payload(safe_borrow(msg));
}
