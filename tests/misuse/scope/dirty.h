/* SPDX-License-Identifier: GPL-2.0 */
/* What is read from the stack without being set is not 0 by chance. */
#ifndef _SCOPE_DIRTY_H
#define _SCOPE_DIRTY_H

static noinline void dirty_stack(void)
{
	char used[1024];

	memset(used, 0x5a, sizeof(used));
	barrier_data(used);
}

/* Below what every frame begins with. */
static noinline int call_deeper(int (*fn)(int), int arg)
{
	char room[128];
	int ret;

	barrier_data(room);
	ret = fn(arg);
	barrier_data(room);
	return ret;
}

static noinline int on_dirty_stack(int (*fn)(int), int arg)
{
	dirty_stack();
	return call_deeper(fn, arg);
}

#endif /* _SCOPE_DIRTY_H */
