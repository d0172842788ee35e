/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Pages.  They are counted: __free_pages() gives up one reference.
 */
#ifndef _SAFE_FACTS_PAGES_H
#define _SAFE_FACTS_PAGES_H

#include <linux/gfp.h>
#include <linux/mm.h>
#include <linux/page_ref.h>
#include <linux/pagemap.h>
#include <linux/swap.h>
#include <net/page_pool.h>
#include <net/page_pool/types.h>
#include <safe/annotations.h>

struct page *alloc_pages(gfp_t gfp, unsigned int order) __returns_owned __returns_null
		__released_by("__free_pages", "put_page");
struct page *alloc_pages_node(int nid, gfp_t gfp_mask, unsigned int order) __returns_owned
		__returns_null __released_by("__free_pages", "put_page");
struct page *__alloc_pages(gfp_t gfp, unsigned int order, int preferred_nid,
		nodemask_t *nodemask) __returns_owned __returns_null
		__released_by("__free_pages", "put_page") __kernels("6.1", "6.12");
void __free_pages(struct page * __puts page, unsigned int order);
void put_page(struct page * __puts page);
void *alloc_pages_exact(size_t size, gfp_t gfp_mask) __returns_owned __returns_null
		__released_by("free_pages_exact");
void free_pages_exact(void * __takes virt, size_t size);
struct folio *folio_alloc(gfp_t gfp, unsigned order) __returns_owned __returns_null
		__released_by("folio_put", "put_page", "__free_pages");
void folio_put(struct folio * __puts folio);
void folio_get(struct folio * __raises("folio_put") folio);
void get_page(struct page * __raises("put_page") page);
bool folio_try_get(struct folio * __borrowed __raises_if("ret != 0", "folio_put") folio);
bool try_get_page(struct page * __raises_if("ret != 0", "put_page") page);
bool get_page_unless_zero(struct page * __raises_if("ret != 0", "put_page") page);
struct page *find_get_page(struct address_space * __borrowed mapping, pgoff_t offset)
		__returns_owned __returns_none __released_by("put_page");
struct page *find_lock_page(struct address_space * __borrowed mapping, pgoff_t index)
		__returns_none;
struct page *find_or_create_page(struct address_space * __borrowed mapping, pgoff_t index,
		gfp_t gfp_mask) __returns_none;
struct page *grab_cache_page(struct address_space * __borrowed mapping, pgoff_t index)
		__returns_none __kernels("6.1", "6.12");
struct page *grab_cache_page_nowait(struct address_space * __borrowed mapping,
		pgoff_t index) __returns_none;
struct page *pagecache_get_page(struct address_space * __borrowed mapping, pgoff_t index,
		int fgp_flags, gfp_t gfp) __returns_none;
struct page *read_mapping_page(struct address_space * __borrowed mapping, pgoff_t index,
		struct file *file) __returns_owned __returns_err
		__released_by("put_page");
struct page *read_cache_page(struct address_space * __borrowed, pgoff_t index,
		filler_t *filler, struct file *file) __returns_owned __returns_err
		__released_by("put_page");
struct page *read_cache_page_gfp(struct address_space * __borrowed mapping, pgoff_t index,
		gfp_t gfp_mask) __returns_owned __returns_err __released_by("put_page");
struct folio *read_mapping_folio(struct address_space * __borrowed mapping, pgoff_t index,
		struct file *file) __returns_owned __returns_err
		__released_by("folio_put");
struct folio *read_cache_folio(struct address_space * __borrowed, pgoff_t index,
		filler_t *filler, struct file *file) __returns_owned __returns_err
		__released_by("folio_put");
int get_user_pages_fast(unsigned long start, int nr_pages, unsigned int gup_flags,
		struct page ** __borrowed pages) __must_look;
int pin_user_pages_fast(unsigned long start, int nr_pages, unsigned int gup_flags,
		struct page ** __borrowed pages) __must_look;
long get_user_pages_unlocked(unsigned long start, unsigned long nr_pages,
		struct page ** __borrowed pages, unsigned int gup_flags) __must_look;
int vm_insert_page(struct vm_area_struct * __borrowed, unsigned long addr, struct page *)
		__must_look;
vm_fault_t vmf_insert_pfn(struct vm_area_struct * __borrowed vma, unsigned long addr,
		unsigned long pfn);
int remap_pfn_range(struct vm_area_struct * __borrowed, unsigned long addr,
		unsigned long pfn, unsigned long size, pgprot_t) __must_look;
int io_remap_pfn_range(struct vm_area_struct * __borrowed vma, unsigned long addr,
		unsigned long pfn, unsigned long size, pgprot_t prot) __must_look;
void lock_page(struct page * __borrowed page);
void unlock_page(struct page * __borrowed page);
bool set_page_dirty(struct page * __borrowed page);
int set_page_dirty_lock(struct page * __borrowed page);
void mark_page_accessed(struct page * __borrowed);
struct page_pool *page_pool_create(const struct page_pool_params *params)
		__returns_err;
void page_pool_destroy(struct page_pool * __takes pool);
void *page_frag_alloc(struct page_frag_cache * __borrowed nc, unsigned int fragsz,
		gfp_t gfp_mask) __returns_owned __returns_null
		__released_by("page_frag_free");
void page_frag_free(void * __takes addr);
void truncate_inode_pages(struct address_space * __borrowed, loff_t);
unsigned long invalidate_mapping_pages(struct address_space * __borrowed mapping,
		pgoff_t start, pgoff_t end);
int filemap_write_and_wait(struct address_space * __borrowed mapping) __must_look;
int filemap_write_and_wait_range(struct address_space * __borrowed mapping, loff_t lstart,
		loff_t lend) __must_look;
int filemap_fdatawait_range(struct address_space * __borrowed, loff_t lstart, loff_t lend)
		__must_look;

#endif /* _SAFE_FACTS_PAGES_H */
