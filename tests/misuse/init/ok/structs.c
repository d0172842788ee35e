// SPDX-License-Identifier: GPL-2.0
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
/* Structs that are set as far as anybody reads them. */
#include <linux/errno.h>
#include <linux/string.h>

struct foo {
	int id, flags, count;
	char name[16];
};

struct foo_value {
	int kind;
	int number;
	const char *text;
};

int foo_add(const struct foo *foo);
int foo_fill(struct foo *foo);
int foo_query(struct foo *foo);
int foo_set(const struct foo_value *value);
void foo_name(char *name, size_t size);

int initialised(void);
int initialised(void)
{
	struct foo foo = { .id = 1 };

	foo.flags = 2;
	return foo_add(&foo);
}

int zeroed(void);
int zeroed(void)
{
	struct foo foo;

	memset(&foo, 0, sizeof(foo));
	foo.id = 1;
	foo.flags = 2;
	return foo_add(&foo);
}

int complete(void);
int complete(void)
{
	struct foo foo;

	foo.id = 1;
	foo.flags = 2;
	foo.count = 3;
	foo_name(foo.name, sizeof(foo.name));
	return foo_add(&foo);
}

/* The callee sets what is not set, and it is read. */
int question(void);
int question(void)
{
	struct foo foo;

	foo.id = 1;
	foo.flags = 2;
	if (foo_query(&foo))
		return -EIO;
	return foo.count;
}

/* Copied from another one. */
int copy(const struct foo *from);
int copy(const struct foo *from)
{
	struct foo foo = *from;

	foo.id = 1;
	foo.flags = 2;
	return foo_add(&foo);
}

/* Filled by a callee before. */
int filled(void);
int filled(void)
{
	struct foo foo;

	if (foo_fill(&foo))
		return -EIO;
	foo.id = 1;
	foo.flags = 2;
	return foo_add(&foo);
}

/* What it is decides which members count. */
int tagged(int number);
int tagged(int number)
{
	struct foo_value value;

	value.kind = 1;
	value.number = number;
	return foo_set(&value);
}

/* The callee is in sight, and reads what is set. */
static noinline int foo_sum(const struct foo *foo)
{
	return foo->id + foo->flags;
}

int in_sight(void);
int in_sight(void)
{
	struct foo foo;

	foo.id = 1;
	foo.flags = 2;
	return foo_sum(&foo);
}

/* Only this function looks at it. */
int own_use(int n);
int own_use(int n)
{
	struct foo foo;

	foo.id = n;
	foo.flags = n * 2;
	return foo.id + foo.flags;
}

/* Through a pointer. */
int by_pointer(void);
int by_pointer(void)
{
	struct foo foo, *p = &foo;

	p->id = 1;
	p->flags = 2;
	p->count = 0;
	p->name[0] = '\0';
	return foo_add(p);
}
