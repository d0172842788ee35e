// SPDX-License-Identifier: GPL-2.0
/* __safe_allow() in a wrong place, of what does not exist, and without a reason. */
#include <linux/types.h>
#include <safe/annotations.h>

__safe_allow("own", "a reason") extern int foo_count;	/* { dg-error "'safe_allow' belongs to a function.*SAFE_E_ATTRIBUTE" } */

__safe_allow("SAFE_E_LEEK", "a reason") void foo_other_id(void);	/* { dg-error "'safe_allow': 'SAFE_E_LEEK' is no rule, nor the id of a finding.*SAFE_E_ATTRIBUTE" } */
__safe_allow("owns", "a reason") void foo_other_rule(void);	/* { dg-error "'safe_allow': 'owns' is no rule.*SAFE_E_ATTRIBUTE" } */
__safe_allow("own", "") void foo_no_reason(void);	/* { dg-error "'safe_allow' needs a reason: why is 'own' right here.*SAFE_E_ATTRIBUTE" } */
__safe_allow("own", "  ") void foo_blank_reason(void);	/* { dg-error "'safe_allow' needs a reason.*SAFE_E_ATTRIBUTE" } */
__safe_allow("", "a reason") void foo_nothing(void);	/* { dg-error "'safe_allow': '' is no rule.*SAFE_E_ATTRIBUTE" } */
