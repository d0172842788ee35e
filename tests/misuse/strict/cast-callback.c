// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: slab-out-of-bounds in foo_write_done */
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

static noinline u32 foo_write_done(struct foo_write *write)
{
	return write->len;
}

static noinline u32 foo_request_done(struct foo_request *req)
{
	return req->kind;
}

typedef u32 (*foo_done_t)(struct foo_request *req);

static noinline u32 foo_finish(struct foo_request *req, foo_done_t done)
{
	return done(req);
}

static int wrong(void)
{
	CLASS(foo_box, req)(TRY(safe_kzalloc(foo_box, GFP_KERNEL)));

	return foo_finish(safe_borrow(req), (foo_done_t)foo_write_done);	/* { dg-error "is cast to .*the object is taken for another one.*SAFE_E_RAW_POINTER" } */
}

static int right(void)
{
	CLASS(foo_box, req)(TRY(safe_kzalloc(foo_box, GFP_KERNEL)));

	return foo_finish(safe_borrow(req), foo_request_done);
}
