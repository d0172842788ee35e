// SPDX-License-Identifier: GPL-2.0
/* Runs into: unreferenced object(.|\n)*foo_create */
#include "../../misuse.h"
#include "helper.h"

static int wrong(void)
{
	foo_create(3);	/* { dg-warning "what 'foo_create' returns is leaked: it is ignored.*SAFE_E_LEAK" } */
	return 0;
}

static int right(void)
{
	kfree(foo_create(3));
	return 0;
}
