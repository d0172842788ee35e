// SPDX-License-Identifier: GPL-2.0
/* Runs into: unreferenced object(.|\n)*wrong */
#include "../misuse.h"

struct foo_request {
	int length;
	char *data;
};

static noinline int foo_submit(const struct foo_request *__borrowed request)
{
	return request->length + request->data[0];
}

/* The struct goes when the function returns, what its member points to stays. */
static int wrong(void)
{
	struct foo_request request = { .length = 8 };

	request.data = kzalloc(request.length, GFP_KERNEL);	/* { dg-note "allocated by 'k.alloc'" } */
	if (!request.data)
		return -ENOMEM;
	return foo_submit(&request);	/* { dg-error "'request.data' is leaked: the last pointer to it goes here; release it with kfree.*SAFE_E_LEAK" } */
}

static int right(void)
{
	struct foo_request request = { .length = 8 };
	int ret;

	request.data = kzalloc(request.length, GFP_KERNEL);
	if (!request.data)
		return -ENOMEM;
	ret = foo_submit(&request);
	kfree(request.data);
	return ret;
}
