/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Memory pools.
 */
#ifndef _SAFE_FACTS_MEMPOOL_H
#define _SAFE_FACTS_MEMPOOL_H

#include <linux/mempool.h>
#include <safe/annotations.h>

mempool_t *mempool_create(int min_nr, mempool_alloc_t *alloc_fn, mempool_free_t *free_fn,
		void *pool_data) __returns_owned __returns_null
		__released_by("mempool_destroy");
mempool_t *mempool_create_node(int min_nr, mempool_alloc_t *alloc_fn,
		mempool_free_t *free_fn, void *pool_data, gfp_t gfp_mask, int nid)
		__returns_owned __returns_null __released_by("mempool_destroy");
mempool_t *mempool_create_slab_pool(int min_nr, struct kmem_cache *kc) __returns_owned
		__returns_null __released_by("mempool_destroy");
mempool_t *mempool_create_kmalloc_pool(int min_nr, size_t size) __returns_owned
		__returns_null __released_by("mempool_destroy");
mempool_t *mempool_create_page_pool(int min_nr, int order) __returns_owned __returns_null
		__released_by("mempool_destroy");
void mempool_destroy(mempool_t * __takes pool);
void *mempool_alloc(mempool_t * __borrowed pool, gfp_t gfp_mask) __returns_owned
		__released_by("mempool_free");
void mempool_free(void * __takes element, mempool_t * __borrowed pool);

#endif /* _SAFE_FACTS_MEMPOOL_H */
