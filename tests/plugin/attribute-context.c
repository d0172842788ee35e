// SPDX-License-Identifier: GPL-2.0
/* What is said of contexts, in places that are none and in words that are none. */
#include <linux/types.h>
#include <safe/annotations.h>

struct foo;

/* A parameter, a member and a variable are no functions. */
void parameter(struct foo * __sleeps foo);		/* { dg-error "'safe_sleeps' says where a function runs; write it after the parameter list.*SAFE_E_ATTRIBUTE" } */
struct bar {
	int id __nosleep;				/* { dg-error "'safe_nosleep' says where a function runs.*SAFE_E_ATTRIBUTE" } */
	struct foo *foo __enters("irq");		/* { dg-error "'safe_enters' says where a function runs.*SAFE_E_ATTRIBUTE" } */
};
extern int variable __leaves("irq");			/* { dg-error "'safe_leaves' says where a function runs.*SAFE_E_ATTRIBUTE" } */
typedef struct foo *foo_ptr __runs_in("hardirq");	/* { dg-error "'safe_runs_in' says where a function runs.*SAFE_E_ATTRIBUTE" } */
int unchecked __context_unchecked;			/* { dg-error "'safe_context_unchecked' says where a function runs.*SAFE_E_ATTRIBUTE" } */

/* Words that do not exist, and no words. */
void role(int id) __runs_in("interrupt");		/* { dg-error "'safe_runs_in' needs a context: '\"process\"', '\"hardirq\"'.*SAFE_E_ATTRIBUTE" } */
void role_empty(int id) __runs_in("");			/* { dg-error "'safe_runs_in' needs a context.*SAFE_E_ATTRIBUTE" } */
void role_number(int id) __runs_in(1);			/* { dg-error "'safe_runs_in' needs a context.*SAFE_E_ATTRIBUTE" } */
void level(int id) __enters("mutex");			/* { dg-error "'safe_enters' needs levels, each a string: '\"preempt\"'.*SAFE_E_ATTRIBUTE" } */
void level_number(int id) __enters(1);			/* { dg-error "'safe_enters' needs levels.*SAFE_E_ATTRIBUTE" } */
void level_second(int id) __leaves("irq", "hard");	/* { dg-error "'safe_leaves' needs levels.*SAFE_E_ATTRIBUTE" } */
void level_member(void (*call)(int id) __leaves("x"));	/* { dg-error "'safe_leaves' needs levels.*SAFE_E_ATTRIBUTE" } */

/* Trust in nothing. */
void trusted(int id) __context_unchecked;		/* { dg-error "'safe_context_unchecked' of 'trusted' stands alone.*SAFE_E_ATTRIBUTE" } */
