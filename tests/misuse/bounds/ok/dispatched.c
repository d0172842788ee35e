// SPDX-License-Identifier: GPL-2.0
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
/* Callbacks that are given their index, and objects that know theirs. */
#include <linux/container_of.h>
#include <linux/errno.h>
#include <linux/fs.h>
#include <linux/interrupt.h>
#include <linux/list.h>
#include <linux/module.h>
#include <linux/uaccess.h>

#define FOO_LINES	4

struct foo;

struct foo_line {
	struct list_head node;
	unsigned int index;
};

struct foo_header {
	__le16 kind;
	__le16 length;
};

struct foo_packet {
	struct foo_header header;
	u8 body[28];
};

struct foo {
	struct foo_line lines[FOO_LINES];
	u32 counts[FOO_LINES];
	u32 kinds[8];
	struct list_head open;
};

/* The element is the argument: its index is where it lies. */
static irqreturn_t foo_line_irq(int irq, void *data)
{
	struct foo_line *line = data;
	struct foo *foo = container_of(line - line->index, struct foo, lines[0]);

	foo->counts[line->index]++;
	return IRQ_HANDLED;
}

int foo_request(struct foo *foo, int irq);
int foo_request(struct foo *foo, int irq)
{
	unsigned int i;
	int ret;

	for (i = 0; i < FOO_LINES; i++) {
		foo->lines[i].index = i;
		ret = request_irq(irq + i, foo_line_irq, 0, "foo", &foo->lines[i]);
		if (ret)
			goto free;
	}
	return 0;

free:
	while (i--)
		free_irq(irq + i, &foo->lines[i]);
	return ret;
}

/* Each of the list is one of the array. */
u32 count_open(const struct foo *foo);
u32 count_open(const struct foo *foo)
{
	const struct foo_line *line;
	u32 n = 0;

	list_for_each_entry(line, &foo->open, node)
		n += foo->counts[line - foo->lines];
	return n;
}

/* The header lies in the packet, whose body has room for what the test lets through. */
static int foo_receive(struct foo_header *header, const void *from)
{
	struct foo_packet *packet = container_of(header, struct foo_packet, header);
	unsigned int length = le16_to_cpu(header->length);

	if (length > sizeof(packet->body))
		return -EMSGSIZE;
	memcpy(packet->body, from, length);
	return length;
}

static int foo_start(struct foo *foo)
{
	foo->counts[0] = 0;
	return 0;
}

static int foo_stop(struct foo *foo)
{
	return foo->counts[0];
}

/* A table of functions, with a test against its own size. */
static int (*const foo_calls[])(struct foo *foo) = { foo_start, foo_stop };

int foo_call(struct foo *foo, const struct foo_header *header);
int foo_call(struct foo *foo, const struct foo_header *header)
{
	unsigned int kind = le16_to_cpu(header->kind);

	if (kind >= ARRAY_SIZE(foo_calls) || !foo_calls[kind])
		return -EOPNOTSUPP;
	return foo_calls[kind](foo);
}

int foo_packet(struct foo_packet *packet, const void *from);
int foo_packet(struct foo_packet *packet, const void *from)
{
	return foo_receive(&packet->header, from);
}

/* What is written is cut to the buffer, and its end is set behind what was copied. */
static ssize_t foo_write(struct file *file, const char __user *user, size_t n, loff_t *pos)
{
	struct foo *foo = file->private_data;
	char text[8];
	size_t len = min(n, sizeof(text) - 1);
	unsigned int i;

	if (copy_from_user(text, user, len))
		return -EFAULT;
	text[len] = '\0';
	if (kstrtouint(text, 0, &i))
		return -EINVAL;
	if (i >= FOO_LINES)
		return -ERANGE;
	foo->counts[i] = 0;
	return n;
}

/* The number of the command is one of sixteen by its mask. */
static long foo_ioctl(struct file *file, unsigned int cmd, unsigned long arg)
{
	struct foo *foo = file->private_data;

	return foo->kinds[_IOC_NR(cmd) & 7] > arg ? -EINVAL : 0;
}

const struct file_operations foo_line_fops = {
	.owner = THIS_MODULE,
	.write = foo_write,
	.unlocked_ioctl = foo_ioctl,
};
