/* SPDX-License-Identifier: GPL-2.0 */
#ifndef _HELPER_H
#define _HELPER_H

struct foo {
	int id;
	char *name;
};

struct foo *foo_open(int id);

#endif /* _HELPER_H */
