// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: double-free */
#include "../misuse.h"

/* Where growing has worked, the old memory is gone already. */
static int wrong(void)
{
	char *text = kmalloc(8, GFP_KERNEL), *longer;

	if (!text)
		return -ENOMEM;
	longer = krealloc(text, 256, GFP_KERNEL);
	if (!longer) {
		kfree(text);
		return -ENOMEM;
	}
	kfree(text);	/* { dg-error "'text' is used after it was given to 'krealloc.*SAFE_E_USE_AFTER_MOVE" } */
	kfree(longer);
	return 0;
}

static int right(void)
{
	char *text = kmalloc(8, GFP_KERNEL), *longer;

	if (!text)
		return -ENOMEM;
	longer = krealloc(text, 256, GFP_KERNEL);
	if (!longer) {
		kfree(text);
		return -ENOMEM;
	}
	kfree(longer);
	return 0;
}
