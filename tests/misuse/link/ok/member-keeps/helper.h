/* SPDX-License-Identifier: GPL-2.0 */
#ifndef _HELPER_H
#define _HELPER_H

struct foo {
	int id;
	char *name;
	struct list_head node;
	struct foo *next;
};

struct foo_ops {
	void (*give)(struct foo *__takes foo);
};

void foo_add(struct foo *foo);

#endif /* _HELPER_H */
