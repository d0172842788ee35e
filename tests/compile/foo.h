/* SPDX-License-Identifier: GPL-2.0 */
/* What the compile tests call. */
#ifndef _TESTS_COMPILE_FOO_H
#define _TESTS_COMPILE_FOO_H

#include <linux/types.h>

struct foo {
	u32 id;
	int count;
};

int foo_read(struct foo *foo);			/* a value, or a negative errno */
u32 foo_flags(struct foo *foo);
struct foo *foo_find(u32 id);			/* NULL if there is none */
struct foo *foo_open(u32 id);			/* or an error pointer */
void foo_close(struct foo *foo);

#endif /* _TESTS_COMPILE_FOO_H */
