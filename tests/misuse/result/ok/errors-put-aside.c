// SPDX-License-Identifier: GPL-2.0
/* Errors in variables: first values, others that follow, and codes that are meant. */
/* { dg-options "-Wno-unused-function -fplugin-arg-safe_plugin-level=audit" } */
#include <linux/err.h>
#include <linux/fs.h>
#include <linux/kstrtox.h>
#include <linux/mount.h>
#include <linux/path.h>
#include <linux/slab.h>

/* The first value is for the paths that set none. */
static int first_value(const char *text, int *value)
{
	int ret = -EINVAL;

	if (!text)
		return -ENODATA;
	ret = kstrtoint(text, 10, value);
	if (ret)
		return ret;
	return 0;
}

/* Tried again, in another way. */
static int second_try(const char *text, int *value)
{
	int ret = kstrtoint(text, 10, value);

	if (ret == -ERANGE)
		ret = kstrtoint("0", 10, value);
	return ret;
}

/* One code for all. */
static int one_code(const char *text, int *value)
{
	int ret = kstrtoint(text, 10, value);

	if (ret)
		return -EINVAL;
	return 0;
}

/* It is looked at after the next step. */
static int looked_at_later(const char *text, int *value, int *other)
{
	int ret = kstrtoint(text, 10, value), err = -EIO;

	if (*value > 5)
		err = kstrtoint(text, 8, other);
	if (ret && err)
		return -EIO;
	return 0;
}

/* An address of what is there, or of nothing that anybody gets. */
static int depth_of(const char *name)
{
	struct file *file = filp_open(name, O_RDONLY, 0);
	const struct path *path = &file->f_path;
	int depth;

	if (IS_ERR(file))
		return PTR_ERR(file);
	path_get(path);
	depth = path->dentry != path->mnt->mnt_root;
	path_put(path);
	filp_close(file, NULL);
	return depth;
}

int errors_put_aside(const char *text, int *value);

int errors_put_aside(const char *text, int *value)
{
	return first_value(text, value) + second_try(text, value) + one_code(text, value) +
	       looked_at_later(text, value, value) + depth_of(text);
}
