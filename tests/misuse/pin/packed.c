// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: IS_ALIGNED */
#include "../misuse.h"
#include <safe/pin.h>

struct foo_link {
	struct list_head node;
	SAFE_PINNED;
};

struct wrong_foo {	/* { dg-error "struct 'wrong_foo' is packed and pinned.*SAFE_E_PIN_PACKED" } */
	u8 kind;
	struct foo_link link;
} __packed;

struct right_foo {
	u8 kind;
	struct foo_link link;
};

static int wrong(void)
{
	must(IS_ALIGNED(offsetof(struct wrong_foo, link), sizeof(long)));
	return 0;
}

static int right(void)
{
	must(IS_ALIGNED(offsetof(struct right_foo, link), sizeof(long)));
	return 0;
}
