// SPDX-License-Identifier: GPL-2.0
/* break, continue, goto and return in a scope mean what they mean in any block. */
#include <safe/scope.h>

#include "../foo.h"

int test(struct foo *foo, struct mutex *mutex, int n);
int test(struct foo *foo, struct mutex *mutex, int n)
{
	for (int i = 0; i < n; i++) {
		safe_scope {
			guard(safe_mutex)(mutex);
			if (foo[i].count == 1)
				continue;
			if (foo[i].count == 2)
				break;
			if (foo[i].count == 3)
				return 3;
			if (foo[i].count == 4)
				goto out;
		}
		if (foo[i].count == 5) {
			safe_scope {
				guard(safe_mutex)(mutex);
				foo[i].count++;
			}
		} else {
			foo[i].count--;
		}
	}
out:
	return n;
}
