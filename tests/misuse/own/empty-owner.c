// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel panic */
#include <safe/own.h>
#include "../misuse.h"

struct foo {
	int port;
};

DEFINE_SAFE_OWN(foo_box, struct foo, kfree)

static int foo_port = 8080;

static void foo_listen(struct foo_box box)
{
	pr_info("listening on %d\n", safe_borrow(box)->port);
	safe_drop(foo_box, box);
}

static int wrong(void)
{
	CLASS(foo_box, foo)(TRY(safe_kzalloc(foo_box, GFP_KERNEL)));
	int port = READ_ONCE(foo_port);

	safe_borrow(foo)->port = port;
	if (port > 1024)
		foo_listen(safe_move(foo));
	return safe_borrow(foo)->port;	/* { dg-error "'foo' owns nothing on this path: it was moved or dropped before; ask safe_is_empty.. first.*SAFE_E_OWN_MOVED" } */
}

static int right(void)
{
	CLASS(foo_box, foo)(TRY(safe_kzalloc(foo_box, GFP_KERNEL)));
	int port = READ_ONCE(foo_port);

	safe_borrow(foo)->port = port;
	if (port > 1024)
		foo_listen(safe_move(foo));
	return safe_is_empty(foo) ? port : safe_borrow(foo)->port;
}
