/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The slab allocator and what is built on it: kmalloc(), kvmalloc(), caches.
 */
#ifndef _SAFE_FACTS_SLAB_H
#define _SAFE_FACTS_SLAB_H

#include <linux/slab.h>
#include <safe/annotations.h>

#define __slab_object __returns_owned __returns_null \
	__released_by("kfree", "kfree_sensitive", "kvfree", "kvfree_sensitive")
#define __kv_object __returns_owned __returns_null \
	__released_by("kvfree", "kvfree_sensitive")

void *kmalloc(size_t size, gfp_t flags) __slab_object;
void *kzalloc(size_t size, gfp_t flags) __slab_object;
void *kmalloc_array(size_t n, size_t size, gfp_t flags) __slab_object;
void *kcalloc(size_t n, size_t size, gfp_t flags) __slab_object;
void *kmalloc_node(size_t size, gfp_t flags, int node) __slab_object;
void *kzalloc_node(size_t size, gfp_t flags, int node) __slab_object;
void *kmalloc_array_node(size_t n, size_t size, gfp_t flags, int node) __slab_object;
void *kcalloc_node(size_t n, size_t size, gfp_t flags, int node) __slab_object;
void *kmalloc_large(size_t size, gfp_t flags) __slab_object;
void *__kmalloc(size_t size, gfp_t flags) __slab_object;
void *__kmalloc_node(size_t size, gfp_t flags, int node) __slab_object;
void *krealloc(const void * __takes_if("ret != 0") objp, size_t new_size, gfp_t flags)
		__slab_object;
void *krealloc_array(void * __takes_if("ret != 0") p, size_t new_n, size_t new_size,
		gfp_t flags) __slab_object;
void kfree(const void * __takes objp);
void kfree_sensitive(const void * __takes objp);

void *kvmalloc(size_t size, gfp_t flags) __kv_object;
void *kvzalloc(size_t size, gfp_t flags) __kv_object;
void *kvmalloc_node(size_t size, gfp_t flags, int node) __kv_object;
void *kvzalloc_node(size_t size, gfp_t flags, int node) __kv_object;
void *kvmalloc_array(size_t n, size_t size, gfp_t flags) __kv_object;
void *kvcalloc(size_t n, size_t size, gfp_t flags) __kv_object;
void *kvrealloc(const void * __takes_if("ret != 0") p, size_t oldsize, size_t newsize,
		gfp_t flags) __kv_object;
void kvfree(const void * __takes addr);
void kvfree_sensitive(const void * __takes addr, size_t len);

struct kmem_cache *kmem_cache_create(const char * __borrowed name, unsigned int size,
		unsigned int align, slab_flags_t flags, void (*ctor)(void *))
		__returns_owned __returns_null __released_by("kmem_cache_destroy");
struct kmem_cache *kmem_cache_create_usercopy(const char * __borrowed name,
		unsigned int size, unsigned int align, slab_flags_t flags,
		unsigned int useroffset, unsigned int usersize, void (*ctor)(void *))
		__returns_owned __returns_null __released_by("kmem_cache_destroy");
void kmem_cache_destroy(struct kmem_cache * __takes s);
void *kmem_cache_alloc(struct kmem_cache * __borrowed s, gfp_t flags) __returns_owned
		__returns_null __released_by("kmem_cache_free", "kfree");
void *kmem_cache_zalloc(struct kmem_cache * __borrowed k, gfp_t flags) __returns_owned
		__returns_null __released_by("kmem_cache_free", "kfree");
void *kmem_cache_alloc_node(struct kmem_cache * __borrowed s, gfp_t flags, int node)
		__returns_owned __returns_null __released_by("kmem_cache_free", "kfree");
void kmem_cache_free(struct kmem_cache * __borrowed s, void * __takes objp);

#endif /* _SAFE_FACTS_SLAB_H */
