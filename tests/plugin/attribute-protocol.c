// SPDX-License-Identifier: GPL-2.0
/* States, and what is shared, said where it cannot be meant. */
#include <linux/types.h>
#include <safe/annotations.h>

struct foo;

/* These speak of the handle, a pointer. */
int from(int id __from_state("ready"));	/* { dg-error "'safe_from' belongs to the pointer parameter that is the handle.*SAFE_E_ATTRIBUTE" } */
int to(int id __to_state("ready"));	/* { dg-error "'safe_to' belongs to the pointer parameter that is the handle.*SAFE_E_ATTRIBUTE" } */
int until(int id __until("foo_stop"));	/* { dg-error "'safe_until' belongs to the pointer parameter that is the handle.*SAFE_E_ATTRIBUTE" } */
int makes(void) __returns_state("ready");	/* { dg-error "'safe_returns_in' belongs to a function that returns a pointer.*SAFE_E_ATTRIBUTE" } */

/* Conditions and states that are none. */
int when(struct foo * __to_state_if("later", "ready") foo);	/* { dg-error "'safe_to_if' needs a condition on the return value.*SAFE_E_ATTRIBUTE" } */
int nowhere(struct foo * __to_state("") foo);	/* { dg-error "'safe_to' needs the name of a state, a string.*SAFE_E_ATTRIBUTE" } */
int never(struct foo * __until(1) foo);		/* { dg-error "'safe_until' needs the name of a function, a string.*SAFE_E_ATTRIBUTE" } */

/* A struct, and one of its members. */
typedef int __shared_type number;	/* { dg-error "'safe_shared_type' belongs to a struct.*SAFE_E_ATTRIBUTE" } */
int constant __set_once;		/* { dg-error "'safe_set_once' belongs to a member of a struct.*SAFE_E_ATTRIBUTE" } */
