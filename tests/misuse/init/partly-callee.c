// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: tries == 3 */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"

struct foo_request {
	u32 address;
	u16 length;
	u8 retries;
};

static noinline int foo_send(const struct foo_request *request)
{
	return request->length ? request->retries : 0;
}

static int wrong(void)
{
	struct foo_request request;
	int tries;

	request.address = 0x1000;
	request.length = 4;
	tries = foo_send(&request);	/* { dg-warning "'request' is given to 'foo_send' but 'retries' of it was never set; declare it with '= {}'.*SAFE_E_PARTLY_INIT" } */
	must(tries == 3);
	return 0;
}

static int right(void)
{
	struct foo_request request = { .retries = 3 };
	int tries;

	request.address = 0x1000;
	request.length = 4;
	tries = foo_send(&request);
	must(tries == 3);
	return 0;
}
