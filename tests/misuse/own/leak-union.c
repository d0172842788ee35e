// SPDX-License-Identifier: GPL-2.0
/* Runs into: unreferenced object(.|\n)*wrong */
#include "../misuse.h"

struct foo_value {
	bool is_text;
	union {
		char *text;
		long number;
	};
};

/* The number takes the place of the pointer. */
static int wrong(void)
{
	struct foo_value value = { .is_text = true };

	value.text = kstrdup("seven", GFP_KERNEL);	/* { dg-note "allocated by 'kstrdup'" } */
	if (!value.text)
		return -ENOMEM;
	value.is_text = false;
	value.number = 7;	/* { dg-error "is leaked: the last pointer to it goes here; release it with kfree.*SAFE_E_LEAK" } */
	return value.number;
}

static int right(void)
{
	struct foo_value value = { .is_text = true };

	value.text = kstrdup("seven", GFP_KERNEL);
	if (!value.text)
		return -ENOMEM;
	kfree(value.text);
	value.is_text = false;
	value.number = 7;
	return value.number;
}
