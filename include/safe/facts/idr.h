/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Numbers that are handed out.
 */
#ifndef _SAFE_FACTS_IDR_H
#define _SAFE_FACTS_IDR_H

#include <linux/idr.h>
#include <safe/annotations.h>

int ida_alloc_range(struct ida * __borrowed, unsigned int min, unsigned int max, gfp_t)
		__returns_id("ida_free");
int ida_alloc(struct ida * __borrowed ida, gfp_t gfp) __returns_id("ida_free");
int ida_alloc_min(struct ida * __borrowed ida, unsigned int min, gfp_t gfp)
		__returns_id("ida_free");
int ida_alloc_max(struct ida * __borrowed ida, unsigned int max, gfp_t gfp)
		__returns_id("ida_free");
void ida_free(struct ida * __borrowed, unsigned int __lowers id);
void ida_destroy(struct ida * __borrowed ida);
int idr_alloc(struct idr * __borrowed, void * __keeps_if("ret >= 0") ptr, int start,
		int end, gfp_t) __returns_id("idr_remove");
int idr_alloc_cyclic(struct idr * __borrowed, void * __keeps_if("ret >= 0") ptr,
		int start, int end, gfp_t) __returns_id("idr_remove");
void *idr_remove(struct idr * __borrowed, unsigned long __lowers id);
void *idr_find(const struct idr * __borrowed, unsigned long id) __returns_none;
void idr_destroy(struct idr * __borrowed);
int idr_for_each(const struct idr * __borrowed, int (*fn)(int id, void *p, void *data),
		void *data);
void *idr_replace(struct idr * __borrowed, void *, unsigned long id) __returns_err;
void *idr_get_next(struct idr * __borrowed, int * __borrowed nextid) __returns_none;

#endif /* _SAFE_FACTS_IDR_H */
