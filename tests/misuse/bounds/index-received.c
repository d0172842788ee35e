// SPDX-License-Identifier: GPL-2.0
/* Runs into: UBSAN: array-index-out-of-bounds */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"

struct foo_message {
	__le16 port;
	__le16 length;
};

static int ports[3];

static noinline int wrong_port(const struct foo_message *m)
{
	return ports[le16_to_cpu(m->port)];	/* { dg-warning "is used as an index as it was received, but 'ports' has only 3 elements: test it first.*SAFE_E_INDEX" } */
}

static noinline int right_port(const struct foo_message *m)
{
	u16 port = le16_to_cpu(m->port);

	if (port >= ARRAY_SIZE(ports))
		return -EINVAL;
	return ports[port];
}

static struct foo_message message = { .port = cpu_to_le16(7) };

static int wrong(void)
{
	return wrong_port(&message);
}

static int right(void)
{
	return right_port(&message);
}
