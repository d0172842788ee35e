/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Memory that is contiguous only in the page tables.
 */
#ifndef _SAFE_FACTS_VMALLOC_H
#define _SAFE_FACTS_VMALLOC_H

#include <linux/vmalloc.h>
#include <safe/annotations.h>

#define __vmalloc_object __returns_owned __returns_null \
	__released_by("vfree", "kvfree", "vfree_atomic")

void *vmalloc(unsigned long size) __vmalloc_object __sleeps;
void *vzalloc(unsigned long size) __vmalloc_object __sleeps;
void *vmalloc_user(unsigned long size) __vmalloc_object __sleeps;
void *vmalloc_node(unsigned long size, int node) __vmalloc_object __sleeps;
void *vzalloc_node(unsigned long size, int node) __vmalloc_object __sleeps;
void *vmalloc_32(unsigned long size) __vmalloc_object __sleeps;
void *vmalloc_32_user(unsigned long size) __vmalloc_object __sleeps;
void *__vmalloc(unsigned long size, gfp_t gfp_mask) __vmalloc_object;
void *vmalloc_huge(unsigned long size, gfp_t gfp_mask) __vmalloc_object;
void *__vmalloc_array(size_t n, size_t size, gfp_t flags) __vmalloc_object;
void *vmalloc_array(size_t n, size_t size) __vmalloc_object __sleeps;
void *__vcalloc(size_t n, size_t size, gfp_t flags) __vmalloc_object;
void *vcalloc(size_t n, size_t size) __vmalloc_object __sleeps;
void vfree(const void * __takes addr);
void vfree_atomic(const void * __takes addr);
void *vmap(struct page ** __borrowed pages, unsigned int count, unsigned long flags,
		pgprot_t prot) __returns_owned __returns_null
		__released_by("vunmap", "vfree") __sleeps;
void vunmap(const void * __takes addr) __sleeps;

#endif /* _SAFE_FACTS_VMALLOC_H */
