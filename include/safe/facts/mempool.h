/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Memory pools.
 */
#ifndef _SAFE_FACTS_MEMPOOL_H
#define _SAFE_FACTS_MEMPOOL_H

#include <linux/mempool.h>
#include <linux/dmapool.h>
#include <linux/genalloc.h>
#include <safe/annotations.h>

mempool_t *mempool_create(int min_nr, mempool_alloc_t *alloc_fn, mempool_free_t *free_fn,
		void *pool_data) __returns_owned __returns_null
		__released_by("mempool_destroy");
mempool_t *mempool_create_node(int min_nr, mempool_alloc_t *alloc_fn,
		mempool_free_t *free_fn, void *pool_data, gfp_t gfp_mask, int nid)
		__returns_owned __returns_null __released_by("mempool_destroy");
mempool_t *mempool_create_slab_pool(int min_nr, struct kmem_cache *kc) __returns_owned
		__returns_null __released_by("mempool_destroy") __kernels("6.1");
mempool_t *mempool_create_kmalloc_pool(int min_nr, size_t size) __returns_owned
		__returns_null __released_by("mempool_destroy") __kernels("6.1");
mempool_t *mempool_create_page_pool(int min_nr, int order) __returns_owned __returns_null
		__released_by("mempool_destroy") __kernels("6.1");
void mempool_destroy(mempool_t * __takes pool);
void *mempool_alloc(mempool_t * __borrowed __deref pool, gfp_t gfp_mask) __returns_owned
		__released_by("mempool_free");
void mempool_free(void * __takes element, mempool_t * __borrowed pool);
int mempool_resize(mempool_t * __borrowed pool, int new_min_nr) __must_look;
int mempool_init(mempool_t * __borrowed pool, int min_nr, mempool_alloc_t *alloc_fn,
		mempool_free_t *free_fn, void *pool_data) __must_look;
void mempool_exit(mempool_t * __borrowed pool);
int mempool_init_node(mempool_t * __borrowed pool, int min_nr, mempool_alloc_t *alloc_fn,
		mempool_free_t *free_fn, void *pool_data, gfp_t gfp_mask, int node_id)
		__must_look;
void mempool_free_slab(void * __takes element, void *pool_data);
void mempool_kfree(void * __takes element, void *pool_data);
struct dma_pool *dma_pool_create(const char * __borrowed name,
		struct device * __borrowed dev, size_t size, size_t align,
		size_t allocation) __returns_owned __returns_null
		__released_by("dma_pool_destroy");
void dma_pool_destroy(struct dma_pool * __takes pool);
void *dma_pool_alloc(struct dma_pool * __borrowed __deref pool, gfp_t mem_flags,
		dma_addr_t * __borrowed handle) __returns_owned __returns_null
		__released_by("dma_pool_free");
void *dma_pool_zalloc(struct dma_pool * __borrowed pool, gfp_t mem_flags,
		dma_addr_t * __borrowed handle)
		__returns_zeroed __returns_owned __returns_null
		__released_by("dma_pool_free");
void dma_pool_free(struct dma_pool * __borrowed pool, void * __takes vaddr,
		dma_addr_t addr);
struct dma_pool *dmam_pool_create(const char * __borrowed name,
		struct device * __borrowed dev, size_t size, size_t align,
		size_t allocation) __returns_borrowed __returns_null
		__released_by("dmam_pool_destroy");
void dmam_pool_destroy(struct dma_pool * __takes pool);
struct gen_pool *gen_pool_create(int, int) __returns_owned __returns_null
		__released_by("gen_pool_destroy");
void gen_pool_destroy(struct gen_pool * __takes);
struct gen_pool *devm_gen_pool_create(struct device * __borrowed dev, int min_alloc_order,
		int nid, const char * __borrowed name) __returns_err;
unsigned long gen_pool_alloc_algo_owner(struct gen_pool * __borrowed pool, size_t size,
		genpool_algo_t algo, void *data, void **owner);
void gen_pool_free_owner(struct gen_pool * __borrowed pool, unsigned long addr,
		size_t size, void ** __borrowed owner);
void *gen_pool_dma_alloc(struct gen_pool * __borrowed pool, size_t size,
		dma_addr_t * __borrowed dma) __returns_null;
void *gen_pool_dma_zalloc(struct gen_pool * __borrowed pool, size_t size,
		dma_addr_t * __borrowed dma) __returns_zeroed __returns_null;
int gen_pool_add_owner(struct gen_pool * __borrowed, unsigned long, phys_addr_t, size_t,
		int, void *) __must_look;
phys_addr_t gen_pool_virt_to_phys(struct gen_pool * __borrowed pool, unsigned long);
struct gen_pool *gen_pool_get(struct device * __borrowed dev,
		const char * __borrowed name) __returns_none;
struct gen_pool *of_gen_pool_get(struct device_node * __borrowed np,
		const char * __borrowed propname, int index) __returns_none;

#endif /* _SAFE_FACTS_MEMPOOL_H */
