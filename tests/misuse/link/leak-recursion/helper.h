/* SPDX-License-Identifier: GPL-2.0 */
#ifndef _HELPER_H
#define _HELPER_H

struct foo {
	int id;
	char *name;
};

int foo_depth(struct foo *foo, int depth);
int foo_deeper(struct foo *foo, int depth);

#endif /* _HELPER_H */
