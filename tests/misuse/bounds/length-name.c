// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"

struct foo_node {
	const char *full_name;
};

static noinline int wrong_name(const struct foo_node *node)
{
	char name[8];

	sprintf(name, "%s-%d", node->full_name, 1);	/* { dg-warning "'sprintf' copies 'node->full_name', however long it is, but 'name' has only 8 bytes: use snprintf...*SAFE_E_LENGTH" } */
	return name[0];
}

static noinline int right_name(const struct foo_node *node)
{
	char name[8];

	snprintf(name, sizeof(name), "%s-%d", node->full_name, 1);
	return name[0];
}

static const struct foo_node node = { "encoder@ff980000" };

static int wrong(void)
{
	return wrong_name(&node);
}

static int right(void)
{
	return right_name(&node);
}
