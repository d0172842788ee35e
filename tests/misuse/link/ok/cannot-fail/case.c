// SPDX-License-Identifier: GPL-2.0
#include "../../../misuse.h"
#include "helper.h"

static int use(void)
{
	return foo_default()->id;
}

static int wrong(void)
{
	return use();
}

static int right(void)
{
	return use();
}
