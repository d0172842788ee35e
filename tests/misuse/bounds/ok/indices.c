// SPDX-License-Identifier: GPL-2.0
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
/* Indices and lengths that fit. */
#include <linux/errno.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/uaccess.h>

struct foo {
	int count;
	u8 keys[8];
	__le16 port;
	__le32 length;
};

struct foo_query {
	u32 port, flags;
	size_t length;
	u8 text[8];
};

extern int table[16];

int tested(unsigned int i);
int tested(unsigned int i)
{
	if (i > ARRAY_SIZE(table) - 1)
		return -EINVAL;
	return table[i];
}

/* A second test excludes what the first lets through. */
int excluded(unsigned int i);
int excluded(unsigned int i)
{
	if (i > 16)
		return -EINVAL;
	if (i == 16)
		return 0;
	return table[i];
}

/* Masked, or the rest of a division. */
int masked(unsigned int i, unsigned int j);
int masked(unsigned int i, unsigned int j)
{
	return table[i & 15] + table[j % ARRAY_SIZE(table)];
}

/* The number of those that are in use is the limit. */
int in_use(const struct foo *foo, int i);
int in_use(const struct foo *foo, int i)
{
	if (i > 8 || i >= foo->count)
		return -EINVAL;
	return foo->keys[i];
}

/* The end of an array is no element. */
int *end(void);
int *end(void)
{
	return &table[16];
}

/* A loop that stops one early. */
void shift(struct foo *foo);
void shift(struct foo *foo)
{
	int i;

	for (i = 0; i < 7; i++)
		foo->keys[i] = foo->keys[i + 1];
}

/* Received, and tested. */
int received(const struct foo *foo);
int received(const struct foo *foo)
{
	unsigned int port = le16_to_cpu(foo->port);

	if (port >= ARRAY_SIZE(table))
		return -EINVAL;
	return table[port];
}

/* A byte is an index of 256. */
int byte(u8 i);
int byte(u8 i)
{
	static int bytes[256];

	return bytes[i]++;
}

/* Cut off to what there is room for. */
int cut(const struct foo *foo, const void *from);
int cut(const struct foo *foo, const void *from)
{
	u8 buffer[16];

	memset(buffer, 0, sizeof(buffer));
	memcpy(buffer, from, min_t(size_t, le32_to_cpu(foo->length), sizeof(buffer)));
	return buffer[0];
}

/* From user space, with room for the terminator. */
int from_user(const char __user *from, size_t n);
int from_user(const char __user *from, size_t n)
{
	char text[32];

	if (n >= sizeof(text))
		return -EINVAL;
	if (copy_from_user(text, from, n))
		return -EFAULT;
	text[n] = '\0';
	return text[0];
}

/* A subtraction that was tested before. */
int subtracted(size_t size, size_t offset);
int subtracted(size_t size, size_t offset)
{
	if (size < sizeof(struct foo))
		return -EINVAL;
	if (offset > size - sizeof(struct foo))
		return -EINVAL;
	return 0;
}

/* Bytes of bytes. */
void clear(u8 *frame, size_t n);
void clear(u8 *frame, size_t n)
{
	memset(&frame[4], 0, n - 4);
}

/* Smaller than what there is. */
void print(char *to, int n);
void print(char *to, int n)
{
	char text[16];

	snprintf(text, 8, "%d", n);
	strscpy(to, text, 16);
}

/* What user space gives is tested, masked or compared with the only one there is. */
int given(const struct foo_query __user *from);
int given(const struct foo_query __user *from)
{
	struct foo_query query;
	u8 text[8] = "";

	if (copy_from_user(&query, from, sizeof(query)))
		return -EFAULT;
	if (query.port >= ARRAY_SIZE(table) || query.length > sizeof(text))
		return -EINVAL;
	memcpy(text, query.text, query.length);
	return table[query.port] + table[query.flags & 15] + text[0];
}

int given_one(const struct foo_query __user *from);
int given_one(const struct foo_query __user *from)
{
	struct foo_query query;

	if (copy_from_user(&query, from, sizeof(query)))
		return -EFAULT;
	if (query.port == 3)
		return table[query.port];
	/* Not user space's any more. */
	query.port = 2;
	return table[query.port];
}

/* Somebody else tests it. */
int foo_check(u32 port);

int given_checked(const struct foo_query __user *from);
int given_checked(const struct foo_query __user *from)
{
	struct foo_query query;
	int ret;

	if (copy_from_user(&query, from, sizeof(query)))
		return -EFAULT;
	ret = foo_check(query.port);
	return ret ? ret : table[query.port];
}
