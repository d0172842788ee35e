// SPDX-License-Identifier: GPL-2.0
/* Conversions that make nothing else of an object. */
#include <linux/types.h>
#include <linux/string.h>
#include <safe/strict.h>

SAFE_STRICT_FILE();

struct foo {
	u32 id;
	char name[8];
};

/* What a callback is given, it was given before. */
u32 foo_id(void *data);
u32 foo_id(void *data)
{
	struct foo *foo = data;

	return foo->id;
}

/* Bytes are bytes. */
int foo_compare(const struct foo *a, const u8 *name);
int foo_compare(const struct foo *a, const u8 *name)
{
	const u8 *bytes = (const u8 *)a;

	return strcmp(a->name, (const char *)name) + *bytes;
}

/* A qualifier, a number, a null pointer. */
unsigned long foo_hash(const struct foo *foo);
unsigned long foo_hash(const struct foo *foo)
{
	struct foo *changed = (struct foo *)foo;

	changed->id = (u32)foo->id;
	foo = (struct foo *)NULL;
	return (unsigned long)changed >> 4;
}
