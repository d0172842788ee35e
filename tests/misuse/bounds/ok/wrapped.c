// SPDX-License-Identifier: GPL-2.0
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
/* Counters that begin again where the array ends. */
#include <linux/types.h>

#define FOO_SEGMENTS	256

struct foo_map {
	u32 length[FOO_SEGMENTS];
};

u32 foo_find(struct foo_map *const *maps, size_t offset, unsigned int shift);
u32 foo_find(struct foo_map *const *maps, size_t offset, unsigned int shift)
{
	unsigned int m = 0, n = 0;

	if (shift) {
		size_t entries = offset >> shift;

		m = entries / FOO_SEGMENTS;
		n = entries % FOO_SEGMENTS;
	} else {
		while (offset >= maps[m]->length[n]) {
			offset -= maps[m]->length[n];
			n++;
			if (n >= FOO_SEGMENTS) {
				m++;
				n = 0;
			}
		}
	}
	return maps[m]->length[n];
}
