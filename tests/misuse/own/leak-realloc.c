// SPDX-License-Identifier: GPL-2.0
/* Runs into: unreferenced object(.|\n)*wrong */
#include "../misuse.h"

/* Nobody has that much memory: growing fails. */
#define FOO_MOST	KMALLOC_MAX_SIZE

static int wrong(void)
{
	char *log = kmalloc(16, GFP_KERNEL);	/* { dg-note "allocated by 'kmalloc'" } */

	if (!log)
		return -ENOMEM;
	log[0] = '\0';
	log = krealloc_array(log, FOO_MOST, 8, GFP_KERNEL | __GFP_NOWARN);
	if (!log)
		return -ENOMEM;	/* { dg-error "'log' is leaked: the last pointer to it goes here; release it with kfree.*SAFE_E_LEAK" } */
	kfree(log);
	return 0;
}

static int right(void)
{
	char *log = kmalloc(16, GFP_KERNEL);
	char *longer;

	if (!log)
		return -ENOMEM;
	log[0] = '\0';
	longer = krealloc_array(log, FOO_MOST, 8, GFP_KERNEL | __GFP_NOWARN);
	if (!longer) {
		kfree(log);
		return -ENOMEM;
	}
	kfree(longer);
	return 0;
}
