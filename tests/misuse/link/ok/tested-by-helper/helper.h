/* SPDX-License-Identifier: GPL-2.0 */
#ifndef _HELPER_H
#define _HELPER_H

struct foo {
	int id;
	char *name;
};

bool foo_good(const struct foo *foo);
struct foo *foo_open(void);

#endif /* _HELPER_H */
