// SPDX-License-Identifier: GPL-2.0
/* Conditions of __takes_if() that are none. */
#include <linux/types.h>
#include <safe/annotations.h>

struct foo;

int word(struct foo * __takes_if("always") foo);		/* { dg-error "'safe_takes_if' needs a condition on the return value, such as '\"ret == 0\"'.*SAFE_E_ATTRIBUTE" } */
int empty(struct foo * __takes_if("") foo);			/* { dg-error "'safe_takes_if' needs a condition.*SAFE_E_ATTRIBUTE" } */
int only_ret(struct foo * __takes_if("ret") foo);		/* { dg-error "'safe_takes_if' needs a condition.*SAFE_E_ATTRIBUTE" } */
int assignment(struct foo * __takes_if("ret = 0") foo);		/* { dg-error "'safe_takes_if' needs a condition.*SAFE_E_ATTRIBUTE" } */
int other_number(struct foo * __takes_if("ret == 1") foo);	/* { dg-error "'safe_takes_if' needs a condition.*SAFE_E_ATTRIBUTE" } */
int turned_round(struct foo * __takes_if("0 == ret") foo);	/* { dg-error "'safe_takes_if' needs a condition.*SAFE_E_ATTRIBUTE" } */
int other_name(struct foo * __takes_if("err == 0") foo);	/* { dg-error "'safe_takes_if' needs a condition.*SAFE_E_ATTRIBUTE" } */
int two_conditions(struct foo * __takes_if("ret == 0 || ret > 0") foo);	/* { dg-error "'safe_takes_if' needs a condition.*SAFE_E_ATTRIBUTE" } */
int no_string(struct foo * __takes_if(0) foo);			/* { dg-error "'safe_takes_if' needs a condition.*SAFE_E_ATTRIBUTE" } */

/* There is nothing that the condition could be about. */
void returns_nothing(struct foo * __takes_if("ret == 0") foo);	/* { dg-error "'safe_takes_if' of parameter 1 of 'returns_nothing', which returns nothing.*SAFE_E_ATTRIBUTE" } */
