// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel panic .*Kernel mode fault */
#include "../misuse.h"

struct line {
	int users;
	int level;
};

static struct line lines[4];

static struct line *line_get(unsigned int offset) __returns_err;
static struct line *line_get(unsigned int offset)
{
	if (offset >= ARRAY_SIZE(lines))
		return ERR_PTR(-EINVAL);
	lines[offset].users++;
	return &lines[offset];
}

static noinline int set_wrongly(unsigned int offset, int level)
{
	struct line *line = line_get(offset);
	int ret = 0;

	if (IS_ERR(line)) {
		ret = PTR_ERR(line);
		goto out;
	}
	line->level = level;
out:
	line->users--;	/* { dg-error "'line' is an error pointer here: 'line_get' failed on this path.*SAFE_E_FAILED_USED" } */
	return ret;
}

static noinline int set(unsigned int offset, int level)
{
	struct line *line = line_get(offset);

	if (IS_ERR(line))
		return PTR_ERR(line);
	line->level = level;
	line->users--;
	return 0;
}

static int wrong(void)
{
	return set_wrongly(4, 1);
}

static int right(void)
{
	return set(4, 1);
}
