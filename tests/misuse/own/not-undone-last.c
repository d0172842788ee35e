// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: kref_read\(&line.users\) == 1 */
/* Likely, not certain: reported to those who ask for it. */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"
#include <linux/kref.h>

struct line {
	struct kref users;
	int speed;
};

int line_claim(struct line *line);
void line_release(struct line *line);

int line_claim(struct line *line)
{
	if (kref_read(&line->users) > 1)
		return -EBUSY;
	kref_get(&line->users);
	return 0;
}

static void last(struct kref *users)
{
	WARN(1, "the first user is gone");
}

void line_release(struct line *line)
{
	kref_put(&line->users, last);
}

static int line_start(struct line *line)
{
	return line->speed > 8 ? -EINVAL : 0;
}

static noinline int wrong_begin(struct line *line)
{
	int ret = line_claim(line);	/* { dg-note "done by 'line_claim'" } */

	if (ret)
		return ret;
	return line_start(line);	/* { dg-warning "what 'line_claim' did is not undone here.*; call line_release.*SAFE_E_NOT_UNDONE" } */
}

static noinline int right_begin(struct line *line)
{
	int ret = line_claim(line);

	if (ret)
		return ret;
	ret = line_start(line);
	if (ret)
		line_release(line);
	return ret;
}

static noinline void end(struct line *line)
{
	line_release(line);
}

static int wrong(void)
{
	struct line line = { .users = KREF_INIT(1), .speed = 9 };
	int ret = wrong_begin(&line);

	if (!ret)
		end(&line);
	must(kref_read(&line.users) == 1);
	return ret;
}

static int right(void)
{
	struct line line = { .users = KREF_INIT(1), .speed = 9 };
	int ret = right_begin(&line);

	if (!ret)
		end(&line);
	must(kref_read(&line.users) == 1);
	return ret;
}
