/* SPDX-License-Identifier: GPL-2.0 */
#ifndef _HELPER_H
#define _HELPER_H

struct foo {
	int id;
	char *name;
};

int foo_sum(const struct foo *foo, int more);

#endif /* _HELPER_H */
