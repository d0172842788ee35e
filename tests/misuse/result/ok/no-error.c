// SPDX-License-Identifier: GPL-2.0
/* What may be NULL, but no error pointer, goes where both is known. */
#include <linux/err.h>
#include <safe/annotations.h>

struct foo;

struct foo *foo_get(const char *name) __returns_err;
struct foo *foo_get_optional(const char *name) __returns_err_or_null;
struct foo *foo_find(const char *name) __returns_none;
int foo_rate(struct foo *__borrowed __no_error foo);

int rate(const char *name);
int rate(const char *name)
{
	struct foo *foo = foo_get(name);

	return IS_ERR(foo) ? PTR_ERR(foo) : foo_rate(foo);
}

int rate_or_none(const char *name);
int rate_or_none(const char *name)
{
	struct foo *foo = foo_get_optional(name);

	if (IS_ERR(foo))
		return PTR_ERR(foo);
	return foo_rate(foo);
}

/* Turned into none. */
int rate_if_there(const char *name);
int rate_if_there(const char *name)
{
	struct foo *foo = foo_get(name);

	if (IS_ERR(foo))
		foo = NULL;
	return foo_rate(foo);
}

int rate_of_found(const char *name);
int rate_of_found(const char *name)
{
	return foo_rate(foo_find(name));
}
