// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: slab-out-of-bounds in wrong */
#include "../misuse.h"
#include <safe/own.h>
#include <safe/strict.h>

SAFE_STRICT_FILE();

struct foo_request {
	u32 kind;
};

struct foo_write {
	struct foo_request req;
	u32 pad[4];
	u32 len;
};

DEFINE_SAFE_OWN(foo_box, struct foo_request, kfree)

static noinline u32 wrong_length(struct foo_request *req)
{
	return ((struct foo_write *)req)->len;	/* { dg-error "'struct foo_request \*' is cast to 'struct foo_write \*': the object is taken for another one, or say why in a safe_unsafe.*SAFE_E_RAW_POINTER" } */
}

static noinline u32 right_length(struct foo_request *req)
{
	return req->kind ? container_of(req, struct foo_write, req)->len : 0;
}

static int wrong(void)
{
	CLASS(foo_box, req)(TRY(safe_kzalloc(foo_box, GFP_KERNEL)));

	return wrong_length(safe_borrow(req));
}

static int right(void)
{
	CLASS(foo_box, req)(TRY(safe_kzalloc(foo_box, GFP_KERNEL)));

	return right_length(safe_borrow(req));
}
