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
unsigned long *bitmap_zalloc(unsigned int nbits, gfp_t flags) __returns_owned
		__returns_null __released_by("bitmap_free", "kfree");
void bitmap_free(const unsigned long * __takes bitmap);
unsigned long *devm_bitmap_zalloc(struct device * __borrowed dev, unsigned int nbits,
		gfp_t flags) __returns_borrowed __returns_null;

#endif /* _SAFE_FACTS_BITMAP_H */
