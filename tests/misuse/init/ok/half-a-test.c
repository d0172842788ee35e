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

/* Copied to where a device looks for what it is told to. */
struct foo_descriptor {
	u32 address, length, status, cookie;
};

void foo_post(volatile struct foo_descriptor *to, u32 address, u32 length);
void foo_post(volatile struct foo_descriptor *to, u32 address, u32 length)
{
	struct foo_descriptor d;

	d.address = address;
	d.length = length;
	d.status = 0;
	*to = d;
}
