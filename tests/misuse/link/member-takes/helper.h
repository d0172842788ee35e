/* SPDX-License-Identifier: GPL-2.0 */
#ifndef _HELPER_H
#define _HELPER_H

struct foo {
	int id;
	char *name;
};

struct foo_ops {
	void (*give)(struct foo *__takes foo);
};

void foo_show(struct foo *foo);
void foo_eat(struct foo *foo);

#endif /* _HELPER_H */
