/* SPDX-License-Identifier: GPL-2.0 */
#ifndef _HELPER_H
#define _HELPER_H

struct foo {
	int id;
	char *name;
	struct list_head node;
	struct foo *next;
};

void foo_add(struct foo *foo);

#endif /* _HELPER_H */
