// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: |detected buffer overflow */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"

struct foo_message {
	__le32 length;
	u8 text[60];
};

static noinline int wrong_receive(const struct foo_message *m)
{
	u8 text[8];

	memcpy(text, m->text, le32_to_cpu(m->length));	/* { dg-warning "says how much is copied, as it was received, but 'text' has only 8 bytes: test it first.*SAFE_E_LENGTH" } */
	return text[0];
}

static noinline int right_receive(const struct foo_message *m)
{
	u32 length = le32_to_cpu(m->length);
	u8 text[8];

	if (length > sizeof(text))
		return -EINVAL;
	memcpy(text, m->text, length);
	return text[0];
}

static struct foo_message message = { .length = cpu_to_le32(20) };

static int wrong(void)
{
	return wrong_receive(&message);
}

static int right(void)
{
	return right_receive(&message);
}
