/* SPDX-License-Identifier: GPL-2.0 */
#ifndef _HELPER_H
#define _HELPER_H

struct foo {
	int id;
	char *name;
};

int foo_start(struct foo *foo);

#endif /* _HELPER_H */
