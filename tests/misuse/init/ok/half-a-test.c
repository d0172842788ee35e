// SPDX-License-Identifier: GPL-2.0
/* A truth value that counts only where another one is true. */
#include <linux/types.h>

bool foo_ready(int id);
void foo_poll(int id);
bool foo_check(int id, unsigned int flags);
bool foo_check(int id, unsigned int flags)
{
	bool ret, poll;

	if (flags & 1) {
		ret = foo_ready(id);
		poll = false;
		goto out;
	}
	if (flags & 2) {
		ret = foo_ready(id + 1);
		poll = true;
		goto out;
	}
	ret = false;
out:
	if (ret && poll && !(flags & 4))
		foo_poll(id);
	return ret;
}
