// SPDX-License-Identifier: GPL-2.0
#include <safe/result_rest.h>

#include "../foo.h"

DEFINE_SAFE_RESULT_WITH(foo_queued, u32, struct foo *)

struct foo_queued foo_queue(struct foo *foo);
int test(struct foo *foo);
int test(struct foo *foo)
{
#ifdef FAIL
	return TRY(foo_queue(foo));	/* { dg-error "SAFE_E_REST_DROPPED: TRY\(foo_queue\(foo\)\): .*; use safe_get_or_rest" } */
#else
	struct foo *back;
	u32 ticket;

	if (safe_get_or_rest(foo_queue(foo), &ticket, &back)) {
		foo_close(back);
		return -EBUSY;
	}
	return ticket;
#endif
}
