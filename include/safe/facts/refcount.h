/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Reference counts.  Who drops one does not know whether it was the last.
 */
#ifndef _SAFE_FACTS_REFCOUNT_H
#define _SAFE_FACTS_REFCOUNT_H

#include <linux/refcount.h>
#include <linux/atomic.h>
#include <linux/kref.h>
#include <linux/atomic/atomic-instrumented.h>
#include <safe/annotations.h>

void refcount_inc(refcount_t * __counter r);
bool refcount_inc_not_zero(refcount_t * __counter r);
void refcount_dec(refcount_t * __counter r);
bool refcount_dec_and_test(refcount_t * __counter r);
bool refcount_sub_and_test(int i, refcount_t * __counter r);
void kref_get(struct kref * __counter kref);
int kref_put(struct kref * __counter kref, void (*release)(struct kref *kref));
int kref_get_unless_zero(struct kref * __counter kref);
void atomic_dec(atomic_t * __counter v);
int atomic_dec_return(atomic_t * __counter v);
bool atomic_dec_and_test(atomic_t * __counter v);
int atomic_sub_return(int i, atomic_t * __counter v);
bool atomic_sub_and_test(int i, atomic_t * __counter v);
int atomic_fetch_dec(atomic_t * __counter v);
void atomic_inc(atomic_t * __counter v);
int atomic_inc_return(atomic_t * __counter v);
bool atomic_inc_not_zero(atomic_t * __counter v);
bool atomic_add_unless(atomic_t * __counter v, int a, int u);
int atomic_dec_if_positive(atomic_t * __counter v);
bool atomic_long_dec_and_test(atomic_long_t * __counter v);
long atomic_long_dec_return(atomic_long_t * __counter v);

#endif /* _SAFE_FACTS_REFCOUNT_H */
