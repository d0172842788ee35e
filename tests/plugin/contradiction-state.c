// SPDX-License-Identifier: GPL-2.0
/* What becomes of an argument, said in two ways. */
#include <linux/types.h>
#include <safe/annotations.h>

struct foo;

int a(struct foo * __takes __keeps_if("ret == 0") f);	/* { dg-error "'safe_keeps_if' contradicts 'safe_takes'.*SAFE_E_CONTRADICTION" } */
int b(struct foo * __takes_if("ret == 0") __keeps_if("ret == 0") f);	/* { dg-error "'safe_keeps_if' contradicts 'safe_takes_if'.*SAFE_E_CONTRADICTION" } */
int c(struct foo * __keeps_if("ret == 0") __keeps_or_frees("ret == 0") f);	/* { dg-error "'safe_keeps_or_frees' contradicts 'safe_keeps_if'.*SAFE_E_CONTRADICTION" } */
int d(struct foo * __puts __keeps_if("ret == 0") f);	/* { dg-error "'safe_keeps_if' contradicts 'safe_puts'.*SAFE_E_CONTRADICTION" } */
int e(struct foo * __takes __keeps_or_frees("ret == 0") f);	/* { dg-error "'safe_keeps_or_frees' contradicts 'safe_takes'.*SAFE_E_CONTRADICTION" } */
int g(struct foo * __takes_if("ret == 0") __keeps_or_frees("ret == 0") f);	/* { dg-error "'safe_keeps_or_frees' contradicts 'safe_takes_if'.*SAFE_E_CONTRADICTION" } */
int h(struct foo * __puts __keeps_or_frees("ret == 0") f);	/* { dg-error "'safe_keeps_or_frees' contradicts 'safe_puts'.*SAFE_E_CONTRADICTION" } */
int i(struct foo * __keeps_if("ret == 0") __keeps_if("ret < 0") f);	/* { dg-error "'safe_keeps_if' contradicts 'ret == 0'.*SAFE_E_CONTRADICTION" } */

int j(struct foo * __raises("x") __raises_if("ret == 0", "x") f);	/* { dg-error "'safe_raises_if' contradicts 'safe_raises'.*SAFE_E_CONTRADICTION" } */
int k(struct foo * __raises("x") __lowers f);		/* { dg-error "'safe_lowers' contradicts 'safe_raises'.*SAFE_E_CONTRADICTION" } */
int l(struct foo * __raises_if("ret == 0", "x") __lowers f);	/* { dg-error "'safe_lowers' contradicts 'safe_raises_if'.*SAFE_E_CONTRADICTION" } */
int m(struct foo * __raises("x") __manages f);		/* { dg-error "'safe_manages' contradicts 'safe_raises'.*SAFE_E_CONTRADICTION" } */
int n(struct foo * __raises_if("ret == 0", "x") __manages f);	/* { dg-error "'safe_manages' contradicts 'safe_raises_if'.*SAFE_E_CONTRADICTION" } */
int o(struct foo * __lowers __manages f);		/* { dg-error "'safe_manages' contradicts 'safe_lowers'.*SAFE_E_CONTRADICTION" } */
