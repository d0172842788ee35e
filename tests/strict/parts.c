// SPDX-License-Identifier: GPL-2.0
/* Two raw operations; that one of them is a macro used twice does not count. */
#include "parts.h"

#define part(p, i)	safe_unsafe("i is less than n", (p)[i])

u32 parts_sum(const u32 *p, int n)
{
	u32 sum = 0;
	int i;

	for (i = 0; i < n; i++)
		sum += part(p, i);
	safe_unsafe("n of them") {
		sum += p[n - 1];
	}
	return n ? sum + part(p, 0) : 0;
}
