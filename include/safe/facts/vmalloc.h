/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Memory that is contiguous only in the page tables.
 */
#ifndef _SAFE_FACTS_VMALLOC_H
#define _SAFE_FACTS_VMALLOC_H

#include <linux/vmalloc.h>
#include <linux/mm.h>
#include <safe/annotations.h>

#define __vmalloc_object __returns_owned __returns_null \
	__released_by("vfree", "kvfree", "vfree_atomic")

void *vmalloc(unsigned long size) __vmalloc_object __sleeps;
void *vzalloc(unsigned long size) __returns_zeroed __vmalloc_object __sleeps;
void *vmalloc_user(unsigned long size) __vmalloc_object __sleeps;
void *vmalloc_node(unsigned long size, int node) __vmalloc_object __sleeps;
void *vzalloc_node(unsigned long size, int node)
		__returns_zeroed __vmalloc_object __sleeps;
void *vmalloc_32(unsigned long size) __vmalloc_object __sleeps;
void *vmalloc_32_user(unsigned long size) __vmalloc_object __sleeps;
void *__vmalloc(unsigned long size, gfp_t gfp_mask) __vmalloc_object;
void *vmalloc_huge(unsigned long size, gfp_t gfp_mask) __vmalloc_object;
void *__vmalloc_array(size_t n, size_t size, gfp_t flags) __vmalloc_object;
void *vmalloc_array(size_t n, size_t size) __vmalloc_object __sleeps;
void *__vcalloc(size_t n, size_t size, gfp_t flags) __returns_zeroed __vmalloc_object;
void *vcalloc(size_t n, size_t size) __returns_zeroed __vmalloc_object __sleeps;
void vfree(const void * __takes addr);
void vfree_atomic(const void * __takes addr);
void *vmap(struct page ** __borrowed pages, unsigned int count, unsigned long flags,
		pgprot_t prot) __returns_owned __returns_null
		__released_by("vunmap", "vfree") __sleeps;
void vunmap(const void * __takes addr) __sleeps;
void *vmap_pfn(unsigned long * __borrowed pfns, unsigned int count, pgprot_t prot)
		__returns_owned __returns_null __released_by("vunmap");
void *vm_map_ram(struct page ** __borrowed pages, unsigned int count, int node)
		__returns_owned __returns_null __released_by("vm_unmap_ram");
void vm_unmap_ram(const void * __takes mem, unsigned int count);
struct vm_struct *get_vm_area(unsigned long size, unsigned long flags) __returns_owned
		__returns_null __released_by("free_vm_area");
void free_vm_area(struct vm_struct * __takes area);
struct page *vmalloc_to_page(const void * __borrowed addr);
unsigned long vmalloc_to_pfn(const void * __borrowed addr);
int remap_vmalloc_range(struct vm_area_struct * __borrowed vma, void * __borrowed addr,
		unsigned long pgoff) __must_look;
bool is_vmalloc_addr(const void * __borrowed x);
struct vm_struct *find_vm_area(const void * __borrowed addr) __returns_none;
long vread(char * __borrowed buf, char * __borrowed addr, unsigned long count)
		__kernels("6.1");

#endif /* _SAFE_FACTS_VMALLOC_H */
