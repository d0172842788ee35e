/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The slab allocator and what is built on it: kmalloc(), kvmalloc(), caches.
 */
#ifndef _SAFE_FACTS_SLAB_H
#define _SAFE_FACTS_SLAB_H

#include <linux/slab.h>
#include <linux/string.h>
#include <safe/annotations.h>

#define __slab_object __returns_owned __returns_null \
	__released_by("kfree", "kfree_sensitive", "kvfree", "kvfree_sensitive")
#define __kv_object __returns_owned __returns_null \
	__released_by("kvfree", "kvfree_sensitive")

void *kmalloc(size_t size, gfp_t flags) __slab_object;
void *kzalloc(size_t size, gfp_t flags) __returns_zeroed __slab_object;
void *kmalloc_array(size_t n, size_t size, gfp_t flags) __slab_object;
void *kcalloc(size_t n, size_t size, gfp_t flags)
		__returns_zeroed __slab_object __kernels("6.1");
void *kmalloc_node(size_t size, gfp_t flags, int node) __slab_object;
void *kzalloc_node(size_t size, gfp_t flags, int node)
		__returns_zeroed __slab_object __kernels("6.1");
void *kmalloc_array_node(size_t n, size_t size, gfp_t flags, int node) __slab_object;
void *kcalloc_node(size_t n, size_t size, gfp_t flags, int node)
		__returns_zeroed __slab_object
		__kernels("6.1");
void *kmalloc_large(size_t size, gfp_t flags) __slab_object __kernels("6.1");
void *__kmalloc(size_t size, gfp_t flags) __slab_object __kernels("6.1", "6.12");
void *__kmalloc_node(size_t size, gfp_t flags, int node) __slab_object __kernels("6.1");
void *krealloc(const void * __takes_if("ret != 0") objp, size_t new_size, gfp_t flags)
		__slab_object __kernels("6.1", "6.12");
void *krealloc_array(void * __takes_if("ret != 0") p, size_t new_n, size_t new_size,
		gfp_t flags) __slab_object;
void kfree(const void * __takes objp);
void kfree_sensitive(const void * __takes objp);

void *kvmalloc(size_t size, gfp_t flags) __kv_object __kernels("6.1");
void *kvzalloc(size_t size, gfp_t flags) __returns_zeroed __kv_object __kernels("6.1");
void *kvmalloc_node(size_t size, gfp_t flags, int node) __kv_object __kernels("6.1");
void *kvzalloc_node(size_t size, gfp_t flags, int node)
		__returns_zeroed __kv_object __kernels("6.1");
void *kvmalloc_array(size_t n, size_t size, gfp_t flags) __kv_object __kernels("6.1");
void *kvcalloc(size_t n, size_t size, gfp_t flags)
		__returns_zeroed __kv_object __kernels("6.1");
void *kvrealloc(const void * __takes_if("ret != 0") p, size_t oldsize, size_t newsize,
		gfp_t flags) __kv_object __kernels("6.1");
void *kvrealloc(const void * __takes_if("ret != 0") p, size_t size, gfp_t flags)
		__kv_object __kernels("6.12");
void kvfree(const void * __takes addr);
void kvfree_sensitive(const void * __takes addr, size_t len);

struct kmem_cache *kmem_cache_create(const char * __borrowed name, unsigned int size,
		unsigned int align, slab_flags_t flags, void (*ctor)(void *))
		__returns_owned __returns_null __released_by("kmem_cache_destroy")
		__kernels("6.1");
struct kmem_cache *kmem_cache_create_usercopy(const char * __borrowed name,
		unsigned int size, unsigned int align, slab_flags_t flags,
		unsigned int useroffset, unsigned int usersize, void (*ctor)(void *))
		__returns_owned __returns_null __released_by("kmem_cache_destroy");
void kmem_cache_destroy(struct kmem_cache * __takes s);
void *kmem_cache_alloc(struct kmem_cache * __borrowed s, gfp_t flags) __returns_owned
		__returns_null __released_by("kmem_cache_free", "kfree");
void *kmem_cache_zalloc(struct kmem_cache * __borrowed k, gfp_t flags)
		__returns_zeroed __returns_owned
		__returns_null __released_by("kmem_cache_free", "kfree") __kernels("6.1");
void *kmem_cache_alloc_node(struct kmem_cache * __borrowed s, gfp_t flags, int node)
		__returns_owned __returns_null __released_by("kmem_cache_free", "kfree");
void kmem_cache_free(struct kmem_cache * __borrowed s, void * __takes objp);
void *kvmalloc_array_node(size_t n, size_t size, gfp_t flags, int node) __kv_object
		__kernels("6.12", "7.3");
void *kmem_cache_alloc_lru(struct kmem_cache * __borrowed s,
		struct list_lru * __borrowed lru, gfp_t gfpflags) __returns_owned
		__returns_null __released_by("kmem_cache_free", "kfree");
int kmem_cache_alloc_bulk(struct kmem_cache * __borrowed s, gfp_t flags, size_t size,
		void ** __borrowed p);
void kmem_cache_free_bulk(struct kmem_cache * __borrowed s, size_t size,
		void ** __borrowed p);
int kmem_cache_shrink(struct kmem_cache * __borrowed s);
unsigned int kmem_cache_size(struct kmem_cache * __borrowed s);
void kfree_const(const void * __takes x);
void *kmemdup_array(const void * __borrowed __deref src, size_t count,
		size_t element_size, gfp_t gfp) __slab_object __kernels("6.12", "7.3");
void *kvmemdup(const void * __borrowed __deref src, size_t len, gfp_t gfp) __kv_object
		__kernels("6.12", "7.3");
struct kmem_cache *__kmem_cache_create_args(const char * __borrowed name,
		unsigned int object_size, struct kmem_cache_args * __borrowed args,
		slab_flags_t flags) __returns_owned __returns_null
		__released_by("kmem_cache_destroy") __kernels("6.12", "7.3");
bool kmem_cache_charge(void * __borrowed objp, gfp_t gfpflags) __kernels("6.12", "7.3");
void *krealloc_node_align_noprof(const void * __takes_if("ret != 0") objp,
		size_t new_size, kmalloc_token_t token, unsigned long align, gfp_t flags,
		int nid) __slab_object __kernels("7.3");
void *kvrealloc_node_align_noprof(const void * __takes_if("ret != 0") p, size_t size,
		kmalloc_token_t token, unsigned long align, gfp_t flags, int nid)
		__kv_object __kernels("7.3");

#endif /* _SAFE_FACTS_SLAB_H */
