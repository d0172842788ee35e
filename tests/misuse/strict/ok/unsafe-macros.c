// SPDX-License-Identifier: GPL-2.0
/* A macro that says why itself. */
#include <linux/types.h>
#include <safe/strict.h>

SAFE_STRICT_FILE();

#define foo_at(p, i)	safe_unsafe("all callers check i", *((p) + (i)))
#define foo_copy(to, from, n) do {			\
	int _i;						\
							\
	for (_i = 0; _i < (n); _i++)			\
		safe_unsafe("n of both") {		\
			(to)[_i] = (from)[_i];		\
		}					\
} while (0)

u32 foo_first(const u32 *p, u32 *to);
u32 foo_first(const u32 *p, u32 *to)
{
	foo_copy(to, p, 2);
	return foo_at(p, 0) + foo_at(p, 1);
}
