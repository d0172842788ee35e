// SPDX-License-Identifier: GPL-2.0
/* Runs into: WARNING: .*free_large_kmalloc */
#include "../misuse.h"

static int wrong(void)
{
	char *image = vzalloc(16 * PAGE_SIZE);	/* { dg-note "allocated by 'vzalloc'" } */
	int first;

	if (!image)
		return -ENOMEM;
	first = image[0];
	kfree(image);	/* { dg-error "'image' comes from 'vzalloc' and is released by 'kfree'; use vfree.*SAFE_E_WRONG_RELEASE" } */
	return first;
}

static int right(void)
{
	char *image = vzalloc(16 * PAGE_SIZE);
	int first;

	if (!image)
		return -ENOMEM;
	first = image[0];
	vfree(image);
	return first;
}
