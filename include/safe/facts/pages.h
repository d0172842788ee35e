/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Pages.  They are counted: __free_pages() gives up one reference.
 */
#ifndef _SAFE_FACTS_PAGES_H
#define _SAFE_FACTS_PAGES_H

#include <linux/gfp.h>
#include <linux/mm.h>
#include <safe/annotations.h>

struct page *alloc_pages(gfp_t gfp, unsigned int order) __returns_owned __returns_null
		__released_by("__free_pages", "put_page");
struct page *alloc_pages_node(int nid, gfp_t gfp_mask, unsigned int order) __returns_owned
		__returns_null __released_by("__free_pages", "put_page");
struct page *__alloc_pages(gfp_t gfp, unsigned int order, int preferred_nid,
		nodemask_t *nodemask) __returns_owned __returns_null
		__released_by("__free_pages", "put_page");
void __free_pages(struct page * __puts page, unsigned int order);
void put_page(struct page * __puts page);
void *alloc_pages_exact(size_t size, gfp_t gfp_mask) __returns_owned __returns_null
		__released_by("free_pages_exact");
void free_pages_exact(void * __takes virt, size_t size);

#endif /* _SAFE_FACTS_PAGES_H */
