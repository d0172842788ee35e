// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: ret == -ENOENT */
#include "../misuse.h"

struct key_slot {
	const char *name;
};

static const struct key_slot keys[] = { { "red" }, { "green" } };

static const struct key_slot *find_key(const char *name) __returns_null;
static const struct key_slot *find_key(const char *name)
{
	int i;

	for (i = 0; i < ARRAY_SIZE(keys); i++)
		if (!strcmp(keys[i].name, name))
			return &keys[i];
	return NULL;
}

/* Nothing reads the key: only whether there is one matters. */
static int check_wrongly(const char *name)
{
	if (IS_ERR(find_key(name)))	/* { dg-error "what 'find_key' returned is tested with IS_ERR\(\), but it is NULL when it fails: test for NULL.*SAFE_E_NULL_AS_ERR" } */
		return -ENOENT;
	return 0;
}

static int check(const char *name)
{
	if (!find_key(name))
		return -ENOENT;
	return 0;
}

static int wrong(void)
{
	int ret = check_wrongly("blue");

	must(ret == -ENOENT);
	return ret;
}

static int right(void)
{
	int ret = check("blue");

	must(ret == -ENOENT);
	return ret;
}
