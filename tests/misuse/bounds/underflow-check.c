// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: wrong_parse\(&log, 4\) == -EINVAL */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"

struct foo_entry {
	u32 id, size;
};

struct foo_log {
	size_t size;
	u8 data[16];
};

static noinline int wrong_parse(const struct foo_log *log, size_t offset)
{
	if (offset > log->size - sizeof(struct foo_entry))	/* { dg-warning "this subtraction of unsigned numbers is huge if the first is the smaller one.*SAFE_E_UNDERFLOW" } */
		return -EINVAL;
	return 0;
}

static noinline int right_parse(const struct foo_log *log, size_t offset)
{
	if (offset + sizeof(struct foo_entry) > log->size)
		return -EINVAL;
	return 0;
}

static const struct foo_log log = { .size = 5 };

static int wrong(void)
{
	must(wrong_parse(&log, 4) == -EINVAL);
	return 0;
}

static int right(void)
{
	must(right_parse(&log, 4) == -EINVAL);
	return 0;
}
