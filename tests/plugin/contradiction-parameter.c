// SPDX-License-Identifier: GPL-2.0
/* Declarations that say one thing of a parameter and another. */
#include <linux/types.h>
#include <safe/annotations.h>

struct foo;

void takes_borrowed(struct foo * __takes foo);
void takes_borrowed(struct foo * __borrowed foo);	/* { dg-error "the declarations of parameter 1 of 'takes_borrowed' contradict each other: 'safe_takes' and 'safe_borrowed'.*SAFE_E_CONTRADICTION" } */

void takes_puts(int id, struct foo * __puts foo);
void takes_puts(int id, struct foo * __takes foo);	/* { dg-error "the declarations of parameter 2 of 'takes_puts' contradict each other: 'safe_(takes' and 'safe_puts|puts' and 'safe_takes)'.*SAFE_E_CONTRADICTION" } */

void puts_borrowed(struct foo * __puts foo);
void puts_borrowed(struct foo * __borrowed foo);	/* { dg-error "parameter 1 of 'puts_borrowed' contradict each other: 'safe_puts' and 'safe_borrowed'.*SAFE_E_CONTRADICTION" } */

int takes_if_puts(struct foo * __takes_if("ret == 0") foo);
int takes_if_puts(struct foo * __puts foo);		/* { dg-error "parameter 1 of 'takes_if_puts' contradict each other: 'safe_takes_if' and 'safe_puts'.*SAFE_E_CONTRADICTION" } */

int takes_takes_if(struct foo * __takes foo);
int takes_takes_if(struct foo * __takes_if("ret == 0") foo);	/* { dg-error "parameter 1 of 'takes_takes_if' contradict each other: 'safe_takes' and 'safe_takes_if'.*SAFE_E_CONTRADICTION" } */

int takes_if_borrowed(struct foo * __takes_if("ret == 0") foo);
int takes_if_borrowed(struct foo * __borrowed foo);	/* { dg-error "parameter 1 of 'takes_if_borrowed' contradict each other: 'safe_takes_if' and 'safe_borrowed'.*SAFE_E_CONTRADICTION" } */

void deref_may_be_error(struct foo * __deref foo);
void deref_may_be_error(struct foo * __may_be_error foo);	/* { dg-error "parameter 1 of 'deref_may_be_error' contradict each other: 'safe_deref' and 'safe_may_be_error'.*SAFE_E_CONTRADICTION" } */
void no_error_may_be_error(struct foo * __no_error foo);
void no_error_may_be_error(struct foo * __may_be_error foo);	/* { dg-error "parameter 1 of 'no_error_may_be_error' contradict each other: 'safe_no_error' and 'safe_may_be_error'.*SAFE_E_CONTRADICTION" } */
void error_only_may_be_error(struct foo * __error_only foo);
void error_only_may_be_error(struct foo * __may_be_error foo);	/* { dg-error "parameter 1 of 'error_only_may_be_error' contradict each other: 'safe_error_only' and 'safe_may_be_error'.*SAFE_E_CONTRADICTION" } */
void no_error_error_only(struct foo * __no_error foo);
void no_error_error_only(struct foo * __error_only foo);	/* { dg-error "parameter 1 of 'no_error_error_only' contradict each other: 'safe_no_error' and 'safe_error_only'.*SAFE_E_CONTRADICTION" } */
void deref_error_only(struct foo * __deref foo);
void deref_error_only(struct foo * __error_only foo);	/* { dg-error "parameter 1 of 'deref_error_only' contradict each other: 'safe_deref' and 'safe_error_only'.*SAFE_E_CONTRADICTION" } */

void counter_takes(struct foo * __counter foo);
void counter_takes(struct foo * __takes foo);		/* { dg-error "parameter 1 of 'counter_takes' contradict each other: 'safe_counter' and 'safe_takes'.*SAFE_E_CONTRADICTION" } */

void counter_puts(struct foo * __puts foo);
void counter_puts(struct foo * __counter foo);		/* { dg-error "parameter 1 of 'counter_puts' contradict each other: 'safe_puts' and 'safe_counter'.*SAFE_E_CONTRADICTION" } */

void counter_borrowed(struct foo * __counter foo);
void counter_borrowed(struct foo * __borrowed foo);	/* { dg-error "parameter 1 of 'counter_borrowed' contradict each other: 'safe_counter' and 'safe_borrowed'.*SAFE_E_CONTRADICTION" } */

int counter_takes_if(struct foo * __takes_if("ret == 0") foo);
int counter_takes_if(struct foo * __counter foo);	/* { dg-error "parameter 1 of 'counter_takes_if' contradict each other: 'safe_takes_if' and 'safe_counter'.*SAFE_E_CONTRADICTION" } */

/* Two conditions. */
int conditions(struct foo * __takes_if("ret == 0") foo);
int conditions(struct foo * __takes_if("ret < 0") foo);	/* { dg-error "parameter 1 of 'conditions' contradict each other: 'ret == 0' and 'ret < 0'.*SAFE_E_CONTRADICTION" } */

/* The definition is a declaration too. */
void definition(struct foo * __takes foo);
void definition(struct foo * __borrowed foo)		/* { dg-error "parameter 1 of 'definition' contradict each other: 'safe_takes' and 'safe_borrowed'.*SAFE_E_CONTRADICTION" } */
{
}

/* Said once, however often it is declared. */
void often(struct foo * __takes foo);
void often(struct foo *foo);
void often(struct foo * __borrowed foo);		/* { dg-error "parameter 1 of 'often' contradict each other: 'safe_takes' and 'safe_borrowed'.*SAFE_E_CONTRADICTION" } */
void often(struct foo *foo);
void often(struct foo * __takes foo);

/* One declaration is enough for it. */
void at_once(struct foo * __takes __borrowed foo);	/* { dg-error "'safe_borrowed' contradicts 'safe_takes', which is said of the same pointer.*SAFE_E_CONTRADICTION" } */
int conditions_at_once(struct foo * __takes_if("ret == 0") __takes_if("ret > 0") foo);	/* { dg-error "'safe_takes_if' contradicts 'ret == 0', which is said of the same pointer.*SAFE_E_CONTRADICTION" } */
