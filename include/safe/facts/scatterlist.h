/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Scatter-gather tables.
 */
#ifndef _SAFE_FACTS_SCATTERLIST_H
#define _SAFE_FACTS_SCATTERLIST_H

#include <linux/scatterlist.h>
#include <safe/annotations.h>

int sg_alloc_table(struct sg_table * __borrowed __raises_if("ret == 0", "sg_free_table",
		"sg_free_table_chained"), unsigned int, gfp_t) __must_look;
void sg_free_table(struct sg_table * __borrowed __lowers);
int sg_alloc_table_chained(struct sg_table * __borrowed __raises_if("ret == 0",
		"sg_free_table_chained") table, int nents,
		struct scatterlist *first_chunk, unsigned nents_first_chunk) __must_look;
void sg_free_table_chained(struct sg_table * __borrowed __lowers table,
		unsigned nents_first_chunk);
int sg_alloc_table_from_pages_segment(struct sg_table * __borrowed __raises_if("ret == 0",
		"sg_free_table") sgt, struct page **pages, unsigned int n_pages,
		unsigned int offset, unsigned long size, unsigned int max_segment,
		gfp_t gfp_mask) __must_look;
int sg_alloc_append_table_from_pages(struct sg_append_table * __borrowed sgt,
		struct page **pages, unsigned int n_pages, unsigned int offset,
		unsigned long size, unsigned int max_segment, unsigned int left_pages,
		gfp_t gfp_mask) __must_look;
void sg_free_append_table(struct sg_append_table * __borrowed sgt);
struct scatterlist *sgl_alloc(unsigned long long length, gfp_t gfp,
		unsigned int * __borrowed nent_p) __returns_owned __returns_null
		__released_by("sgl_free");
struct scatterlist *sgl_alloc_order(unsigned long long length, unsigned int order,
		bool chainable, gfp_t gfp, unsigned int * __borrowed nent_p)
		__returns_owned __returns_null
		__released_by("sgl_free_order", "sgl_free_n_order");
void sgl_free(struct scatterlist * __takes sgl);
void sgl_free_order(struct scatterlist * __takes sgl, int order);
void sgl_free_n_order(struct scatterlist * __takes sgl, int nents, int order);
void sg_init_table(struct scatterlist * __borrowed, unsigned int);
void sg_init_one(struct scatterlist * __borrowed, const void *, unsigned int);
size_t sg_copy_from_buffer(struct scatterlist * __borrowed sgl, unsigned int nents,
		const void * __borrowed buf, size_t buflen);
size_t sg_copy_to_buffer(struct scatterlist * __borrowed sgl, unsigned int nents,
		void * __borrowed buf, size_t buflen);
size_t sg_pcopy_from_buffer(struct scatterlist * __borrowed sgl, unsigned int nents,
		const void * __borrowed buf, size_t buflen, off_t skip);
size_t sg_pcopy_to_buffer(struct scatterlist * __borrowed sgl, unsigned int nents,
		void * __borrowed buf, size_t buflen, off_t skip);
int sg_nents(struct scatterlist * __borrowed sg);
int sg_nents_for_len(struct scatterlist * __borrowed sg, u64 len) __must_look;
void sg_miter_start(struct sg_mapping_iter * __borrowed miter,
		struct scatterlist * __borrowed sgl, unsigned int nents,
		unsigned int flags);
bool sg_miter_next(struct sg_mapping_iter * __borrowed miter);
void sg_miter_stop(struct sg_mapping_iter * __borrowed miter);
struct scatterlist *sg_next(struct scatterlist * __borrowed);
struct scatterlist *sg_last(struct scatterlist * __borrowed s, unsigned int);
size_t sg_zero_buffer(struct scatterlist * __borrowed sgl, unsigned int nents,
		size_t buflen, off_t skip);

#endif /* _SAFE_FACTS_SCATTERLIST_H */
