// SPDX-License-Identifier: GPL-2.0
/* What the last call returns is returned, and something stays done. */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include <linux/device.h>
#include <linux/errno.h>
#include <linux/fs.h>
#include <linux/kref.h>

struct line {
	struct kref users;
	struct device dev;
	int speed;
};

int line_set_speed(struct line *line, int speed);
int line_check(struct line *line);
void line_gone(struct kref *users);

int line_claim(struct line *line);
int line_claim(struct line *line)
{
	kref_get(&line->users);
	return 0;
}

void line_release(struct line *line);
void line_release(struct line *line)
{
	kref_put(&line->users, line_gone);
}

/* This call cannot fail, whatever it returns. */
int open(struct inode *inode, struct file *file, struct line *line);
int open(struct inode *inode, struct file *file, struct line *line)
{
	int ret = line_claim(line);

	if (ret)
		return ret;
	file->private_data = line;
	return nonseekable_open(inode, file);
}

/* Undone by itself where the last call fails. */
int claim_or_not(struct line *line);
int claim_or_not(struct line *line)
{
	int ret = line_claim(line);

	if (ret)
		return ret;
	ret = line_check(line);
	if (ret)
		line_release(line);
	return ret;
}

/* The caller undoes it. */
static int begin(struct line *line)
{
	int ret = line_claim(line);

	if (ret)
		return ret;
	return line_check(line);
}

int probe(struct line *line);
int probe(struct line *line)
{
	int ret = begin(line);

	if (ret)
		line_release(line);
	return ret;
}

/* The error is of something before: the line was to be claimed all the same. */
int slow_down(struct line *line, bool claim);
int slow_down(struct line *line, bool claim)
{
	int ret = line_set_speed(line, 0);

	if (ret)
		dev_warn(&line->dev, "keeps its speed\n");
	if (claim)
		line_claim(line);
	return ret;
}
