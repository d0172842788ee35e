// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: ret == -ENOENT */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"

struct foo {
	struct list_head node;
	int key;
};

static LIST_HEAD(foos);

static noinline int wrong_find(int key)
{
	struct foo *foo;
	int ret;	/* { dg-note "declared here without a value" } */

	list_for_each_entry(foo, &foos, node) {
		ret = foo->key == key ? 0 : -EAGAIN;
		if (!ret)
			break;
	}
	return ret;	/* { dg-warning "'ret' is returned but was not set on this path; set it where it is declared.*SAFE_E_UNINIT_READ" } */
}

static noinline int right_find(int key)
{
	struct foo *foo;
	int ret = -ENOENT;

	list_for_each_entry(foo, &foos, node) {
		ret = foo->key == key ? 0 : -EAGAIN;
		if (!ret)
			break;
	}
	return ret;
}

static int wrong(void)
{
	int ret = wrong_find(1);

	must(ret == -ENOENT);
	return ret;
}

static int right(void)
{
	int ret = right_find(1);

	must(ret == -ENOENT);
	return ret;
}
