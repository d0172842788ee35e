/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Bitmaps that are allocated.
 */
#ifndef _SAFE_FACTS_BITMAP_H
#define _SAFE_FACTS_BITMAP_H

#include <linux/bitmap.h>
#include <safe/annotations.h>

unsigned long *bitmap_alloc(unsigned int nbits, gfp_t flags) __returns_owned
		__returns_null __released_by("bitmap_free", "kfree");
unsigned long *bitmap_zalloc(unsigned int nbits, gfp_t flags)
		__returns_zeroed __returns_owned
		__returns_null __released_by("bitmap_free", "kfree");
void bitmap_free(const unsigned long * __takes bitmap);
unsigned long *devm_bitmap_zalloc(struct device * __borrowed dev, unsigned int nbits,
		gfp_t flags) __returns_zeroed __returns_borrowed __returns_null;
unsigned long *bitmap_alloc_node(unsigned int nbits, gfp_t flags, int node)
		__returns_owned __returns_null __released_by("bitmap_free", "kfree");
unsigned long *bitmap_zalloc_node(unsigned int nbits, gfp_t flags, int node)
		__returns_zeroed __returns_owned __returns_null __released_by("bitmap_free", "kfree");
unsigned long *devm_bitmap_alloc(struct device * __borrowed dev, unsigned int nbits,
		gfp_t flags) __returns_borrowed __returns_null;
int bitmap_parse_user(const char __user * __borrowed ubuf, unsigned int ulen,
		unsigned long * __borrowed dst, int nbits) __must_look;
int bitmap_parselist_user(const char __user * __borrowed ubuf, unsigned int ulen,
		unsigned long * __borrowed dst, int nbits) __must_look;
int bitmap_parse(const char * __borrowed buf, unsigned int buflen,
		unsigned long * __borrowed dst, int nbits) __must_look;
int bitmap_parselist(const char * __borrowed buf, unsigned long * __borrowed maskp,
		int nmaskbits) __must_look;
int bitmap_print_to_pagebuf(bool list, char * __borrowed buf,
		const unsigned long * __borrowed maskp, int nmaskbits)
		__kernels("6.1", "6.12");
int bitmap_find_free_region(unsigned long * __borrowed bitmap, unsigned int bits,
		int order);
int bitmap_allocate_region(unsigned long * __borrowed bitmap, unsigned int pos, int order)
		__must_look;
void bitmap_release_region(unsigned long * __borrowed bitmap, unsigned int pos,
		int order);
unsigned long bitmap_find_next_zero_area_off(unsigned long * __borrowed map,
		unsigned long size, unsigned long start, unsigned int nr,
		unsigned long align_mask, unsigned long align_offset);
void bitmap_from_arr32(unsigned long * __borrowed bitmap, const u32 * __borrowed buf,
		unsigned int nbits);
void bitmap_to_arr32(u32 * __borrowed buf, const unsigned long * __borrowed bitmap,
		unsigned int nbits);

#endif /* _SAFE_FACTS_BITMAP_H */
