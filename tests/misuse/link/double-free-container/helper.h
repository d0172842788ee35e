/* SPDX-License-Identifier: GPL-2.0 */
#ifndef _HELPER_H
#define _HELPER_H

struct node {
	int key;
};

struct foo {
	int id;
	struct node node;
};

void node_drop(struct node *node);

#endif /* _HELPER_H */
