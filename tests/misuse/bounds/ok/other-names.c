// SPDX-License-Identifier: GPL-2.0
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
/* Arrays and indices under a second name, which has another size or the same one. */
#include <linux/errno.h>
#include <linux/kernel.h>
#include <linux/sizes.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/uaccess.h>

struct foo_frame {
	u8 header[4];
	u8 key[12];
};

struct foo {
	u8 small[8];
	u32 words[16];
};

/* The pointer is to the larger one where the length may be large. */
int copy_either(const u8 *from, size_t n, u8 *out);
int copy_either(const u8 *from, size_t n, u8 *out)
{
	u8 small[8], large[64], *to = small;

	if (n > sizeof(large))
		return -EINVAL;
	if (n > sizeof(small))
		to = large;
	memcpy(to, from, n);
	*out = to[0];
	return 0;
}

/* On the stack where it fits, from the heap where not. */
int copy_any(const void __user *from, size_t n);
int copy_any(const void __user *from, size_t n)
{
	u8 small[32], *to = small;
	int ret = 0;

	if (n > SZ_4K)
		return -EINVAL;
	if (n > sizeof(small)) {
		to = kmalloc(n, GFP_KERNEL);
		if (!to)
			return -ENOMEM;
	}
	if (copy_from_user(to, from, n))
		ret = -EFAULT;
	if (to != small)
		kfree(to);
	return ret;
}

/* The index is tested under its first name, and used under another. */
u32 word(const struct foo *foo, unsigned long address);
u32 word(const struct foo *foo, unsigned long address)
{
	unsigned int i = address;

	if (address >= ARRAY_SIZE(foo->words))
		return 0;
	return foo->words[i];
}

/* Words seen as bytes are four times as many. */
u8 byte_of(const struct foo *foo, unsigned int i);
u8 byte_of(const struct foo *foo, unsigned int i)
{
	const u8 *bytes = (const u8 *)foo->words;

	if (i >= sizeof(foo->words))
		return 0;
	return bytes[i];
}

/* A pointer that goes to the end, and is not used there. */
u32 sum(const struct foo *foo);
u32 sum(const struct foo *foo)
{
	const u32 *word = foo->words, *end = foo->words + ARRAY_SIZE(foo->words);
	u32 sum = 0;

	while (word < end)
		sum += *word++;
	return sum;
}

/* The old index is gone: the same variable has a new value, and a new test. */
u32 mapped(const struct foo *foo, unsigned int i);
u32 mapped(const struct foo *foo, unsigned int i)
{
	if (i > ARRAY_SIZE(foo->words))
		return 0;
	i = i / 4;
	return foo->small[i] + foo->words[i];
}

/* Bytes behind a header: the pointer was cast before it was moved. */
void clear_key(struct foo_frame *frame, size_t n);
void clear_key(struct foo_frame *frame, size_t n)
{
	u8 *bytes = (u8 *)frame;

	if (n >= sizeof(frame->header) && n <= sizeof(*frame))
		memset(&bytes[4], 0, n - 4);
}

/* The first frame is skipped, and with it as many bytes as it has. */
void clear_others(struct foo_frame *frames, size_t size);
void clear_others(struct foo_frame *frames, size_t size)
{
	if (size >= sizeof(*frames))
		memset(&frames[1], 0, size - sizeof(*frames));
}

/* A string's room, told by the pointer's own variable. */
int shown(char *buf, const struct foo *foo);
int shown(char *buf, const struct foo *foo)
{
	char line[24], *at = line;
	size_t room = sizeof(line);
	int n;

	n = scnprintf(at, room, "%u:", foo->small[0]);
	at += n;
	room -= n;
	scnprintf(at, room, "%u", foo->small[1]);
	return strscpy(buf, line, sizeof(line));
}
