// SPDX-License-Identifier: GPL-2.0
#include <safe/result.h>

#include "../foo.h"

struct pair {
	long a, b;
};

struct pair pair_get(void);
int test(struct foo *foo);
int test(struct foo *foo)
{
#ifdef FAIL
	return TRY(pair_get()).a;	/* { dg-error "SAFE_E_NOT_RESULT: TRY\(pair_get\(\)\): " } */
#else
	return pair_get().a;
#endif
}
