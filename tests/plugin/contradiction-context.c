// SPDX-License-Identifier: GPL-2.0
/* Where a function runs, said in two ways. */
#include <linux/types.h>
#include <safe/annotations.h>

void at_once(int id) __sleeps __nosleep;		/* { dg-error "'safe_nosleep' contradicts 'safe_sleeps', which is said of the same function.*SAFE_E_CONTRADICTION" } */
void in_irq(int id) __runs_in("hardirq") __sleeps;	/* { dg-error "'safe_runs_in' contradicts 'safe_sleeps', which is said of the same function.*SAFE_E_CONTRADICTION" } */
void places(int id) __runs_in("hardirq") __runs_in("process");	/* { dg-error "'hardirq' contradicts 'process', which is said of the same function.*SAFE_E_CONTRADICTION" } */

void declared(int id) __sleeps;
void declared(int id) __nosleep;			/* { dg-error "the declarations of 'declared' contradict each other: 'safe_nosleep' and 'safe_sleeps'.*SAFE_E_CONTRADICTION" } */

struct ops {
	void (*call)(int id) __nosleep __sleeps;	/* { dg-error "'safe_nosleep' contradicts 'safe_sleeps'.*SAFE_E_CONTRADICTION" } */
};
