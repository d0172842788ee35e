// SPDX-License-Identifier: GPL-2.0
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
/* Members that say how many there are, or that cannot be larger. */
#include <linux/bits.h>
#include <linux/errno.h>
#include <linux/kernel.h>
#include <linux/slab.h>
#include <linux/string.h>

enum foo_mode { FOO_IDLE, FOO_READ, FOO_WRITE, FOO_MODES };

struct foo_entry {
	u32 id, size;
};

struct foo_message {
	__le16 length;
	__le16 kind;
	u8 port:2;
	u8 lane:3;
	u8 data[];
};

struct foo_old_message {
	u32 length;
	u8 data[1];
};

struct foo_log {
	size_t size;
	u32 used;
	u8 data[16];
};

struct foo {
	const char *names[FOO_MODES];
	u32 ports[4];
	u32 lanes[8];
	unsigned int nr_ports, index;
	enum foo_mode mode;
};

/* A bit field of two bits has four values. */
u32 port(const struct foo *foo, const struct foo_message *m);
u32 port(const struct foo *foo, const struct foo_message *m)
{
	return foo->ports[m->port] + foo->lanes[m->lane];
}

/* The array at the end goes on behind its last element. */
u8 last(const struct foo_message *m);
u8 last(const struct foo_message *m)
{
	unsigned int length = le16_to_cpu(m->length);

	return length ? m->data[length - 1] : 0;
}

u8 old_last(const struct foo_old_message *m);
u8 old_last(const struct foo_old_message *m)
{
	if (m->length > 8 || !m->length)
		return 0;
	return m->data[m->length - 1];
}

/* More than one is subtracted, and it was tested for as much. */
u8 trailer(const struct foo_log *log);
u8 trailer(const struct foo_log *log)
{
	if (!log->used)
		return 0;
	if (log->used < 4 || log->used > sizeof(log->data))
		return 0;
	return log->data[log->used - 4];
}

/* The number in the struct is the limit, and was tested when it was set. */
int set_ports(struct foo *foo, unsigned int n);
int set_ports(struct foo *foo, unsigned int n)
{
	if (n > ARRAY_SIZE(foo->ports))
		return -E2BIG;
	foo->nr_ports = n;
	return 0;
}

int select_port(struct foo *foo, unsigned int i);
int select_port(struct foo *foo, unsigned int i)
{
	if (i >= foo->nr_ports)
		return -EINVAL;
	foo->index = i;
	return foo->ports[foo->index];
}

/* One for each value of the enum; the value that counts them is none. */
const char *mode_name(const struct foo *foo);
const char *mode_name(const struct foo *foo)
{
	switch (foo->mode) {
	case FOO_MODES:
		return "none";
	default:
		return foo->names[foo->mode];
	}
}

/* Added on the other side: nothing is subtracted. */
int parse(const struct foo_log *log, size_t offset);
int parse(const struct foo_log *log, size_t offset)
{
	if (offset > log->size || log->size - offset < sizeof(struct foo_entry))
		return -EINVAL;
	return log->data[offset & 15];
}

/* The size was tested by who made the log: here it is only one test of two. */
int parse_next(const struct foo_log *log, size_t offset);
int parse_next(const struct foo_log *log, size_t offset)
{
	if (log->size < sizeof(struct foo_entry) ||
	    offset > log->size - sizeof(struct foo_entry))
		return -EINVAL;
	return log->data[offset & 15];
}

/* A copy of a member into one of the same size. */
void copy_lanes(struct foo *to, const struct foo *from);
void copy_lanes(struct foo *to, const struct foo *from)
{
	memcpy(to->lanes, from->lanes, sizeof(to->lanes));
	strscpy((char *)to->ports, "foo", sizeof(to->ports));
}
