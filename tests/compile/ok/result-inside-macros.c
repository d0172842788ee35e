// SPDX-License-Identifier: GPL-2.0
/* The conversion of TRY() relies on pragmas, which must work in any macro. */
#include <linux/list.h>
#include <linux/minmax.h>
#include <linux/rcupdate.h>

#include <safe/result.h>

#include "../foo.h"

#define ID(x...)	x
#define TWICE(x)	ID(ID(({ x; })))

struct node {
	struct list_head list;
	struct foo foo;
};

struct foo *pointer(struct list_head *head);
struct foo *pointer(struct list_head *head)
{
	struct node *node;

	list_for_each_entry(node, head, list) {
		if (WARN_ON(TRY(foo_read(&node->foo)) > 3))
			return &node->foo;
		if (min(TRY(foo_read(&node->foo)), 3) == max(1, TRY(foo_read(&node->foo))))
			return &node->foo;
		switch (TWICE(TRY(foo_read(&node->foo)))) {
		case 1:
			return ID(TWICE(TRY(safe_from_errptr(foo_open(TRY(node->foo.count))))));
		}
	}
	return TRY(safe_from_null(READ_ONCE(head->next) ? foo_find(1) : NULL, -ENOENT));
}

int nested(struct foo *foo);
int nested(struct foo *foo)
{
	return TRY(TRY(TRY(foo_read(foo)) + TRY(foo_read(foo))) + TRY(foo_read(foo)));
}

/* Names that a careless macro would use for itself. */
int names(int r, int res, int err, int ret);
int names(int r, int res, int err, int ret)
{
	int out;

	if (safe_get(res, &out) || safe_get(err, &ret))
		return TRY(r) + TRY(ret);
	return safe_unwrap_or(res, err) + safe_errno(err) + out;
}
