// SPDX-License-Identifier: GPL-2.0
/* Runs into: Objects remaining in foo */
#include "../misuse.h"

struct foo {
	int key;
};

static int wrong(void)
{
	struct kmem_cache *cache = kmem_cache_create("foo", sizeof(struct foo), 0, 0, NULL);
	int key, slot = -ENOENT;

	if (!cache)
		return -ENOMEM;
	for (key = 0; key < 4; key++) {
		struct foo *foo = kmem_cache_zalloc(cache, GFP_KERNEL);	/* { dg-note "allocated by 'kmem_cache_z?alloc" } */

		if (!foo)
			break;
		foo->key = key * key;
		if (foo->key == 4) {
			slot = key;	/* { dg-error "'foo' is leaked: the last pointer to it goes here; release it with kmem_cache_free.*SAFE_E_LEAK" } */
			break;
		}
		kmem_cache_free(cache, foo);
	}
	kmem_cache_destroy(cache);
	return slot;
}

static int right(void)
{
	struct kmem_cache *cache = kmem_cache_create("foo", sizeof(struct foo), 0, 0, NULL);
	int key, slot = -ENOENT;

	if (!cache)
		return -ENOMEM;
	for (key = 0; key < 4; key++) {
		struct foo *foo = kmem_cache_zalloc(cache, GFP_KERNEL);

		if (!foo)
			break;
		foo->key = key * key;
		if (foo->key == 4)
			slot = key;
		kmem_cache_free(cache, foo);
		if (slot >= 0)
			break;
	}
	kmem_cache_destroy(cache);
	return slot;
}
