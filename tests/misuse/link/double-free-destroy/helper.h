/* SPDX-License-Identifier: GPL-2.0 */
#ifndef _HELPER_H
#define _HELPER_H

struct foo {
	int id;
	char *name;
};

void foo_free(struct foo *foo);
void foo_destroy(struct foo *foo);

#endif /* _HELPER_H */
