/* SPDX-License-Identifier: GPL-2.0 */
#ifndef _HELPER_H
#define _HELPER_H

struct foo {
	int id;
	char *name;
};

struct foo_ops {
	void (*drop)(struct foo *foo);
};

const struct foo_ops *foo_ops(bool plain);

#endif /* _HELPER_H */
