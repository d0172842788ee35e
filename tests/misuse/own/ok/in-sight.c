// SPDX-License-Identifier: GPL-2.0
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
/* Objects that point to themselves and are somebody's, and deeds by a flag. */
#include <linux/device.h>
#include <linux/errno.h>
#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/pm_runtime.h>
#include <linux/rhashtable.h>
#include <linux/slab.h>
#include <linux/string.h>

struct foo {
	struct list_head node, children;
	struct rhash_head hash;
	struct foo *self;
	int id;
};

/* Its own list is empty; it is on another one. */
void add(struct list_head *all, int id);
void add(struct list_head *all, int id)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return;
	INIT_LIST_HEAD(&foo->children);
	foo->self = foo;
	foo->id = id;
	list_add_tail(&foo->node, all);
}

/* In the table it lives on. */
int insert(struct rhashtable *table, const struct rhashtable_params params, int id);
int insert(struct rhashtable *table, const struct rhashtable_params params, int id)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int ret;

	if (!foo)
		return -ENOMEM;
	INIT_LIST_HEAD(&foo->children);
	foo->id = id;
	ret = rhashtable_insert_fast(table, &foo->hash, params);
	if (ret)
		kfree(foo);
	return ret;
}

/* It is put where it was taken: the flag says so. */
int foo_read(struct device *dev, u32 *value);
int read_awake(struct device *dev, bool asleep, u32 *value);
int read_awake(struct device *dev, bool asleep, u32 *value)
{
	bool awake = false;
	int ret;

	if (asleep) {
		ret = pm_runtime_resume_and_get(dev);
		if (ret)
			return ret;
		awake = true;
	}
	ret = foo_read(dev, value);
	if (awake)
		pm_runtime_put(dev);
	return ret;
}

/* A member is handed to somebody, and the others are released all the same. */
struct foo_map {
	struct page **pages;
	int *grants, *ops;
	int count;
};

void foo_free_pages(int count, struct page **pages);
int foo_alloc_pages(int count, struct page **pages);

static void foo_map_free(struct foo_map *map)
{
	if (!map)
		return;
	if (map->pages)
		foo_free_pages(map->count, map->pages);
	kfree(map->pages);
	kfree(map->grants);
	kfree(map->ops);
	kfree(map);
}

struct foo_map *foo_map_alloc(int count);
struct foo_map *foo_map_alloc(int count)
{
	struct foo_map *map = kzalloc(sizeof(*map), GFP_KERNEL);

	if (!map)
		return NULL;
	map->grants = kcalloc(count, sizeof(*map->grants), GFP_KERNEL);
	map->ops = kcalloc(count, sizeof(*map->ops), GFP_KERNEL);
	map->pages = kcalloc(count, sizeof(*map->pages), GFP_KERNEL);
	if (!map->grants || !map->ops || !map->pages)
		goto err;
	map->count = count;
	if (foo_alloc_pages(count, map->pages))
		goto err;
	return map;
err:
	foo_map_free(map);
	return NULL;
}

/* Many locks of a kind, under one that keeps others out. */
struct foo_part {
	struct list_head node;
	struct mutex lock;
};

void foo_change(struct list_head *parts);
void lock_all(struct mutex *outer, struct list_head *parts);
void lock_all(struct mutex *outer, struct list_head *parts)
{
	struct foo_part *part;

	mutex_lock(outer);
	list_for_each_entry(part, parts, node)
		mutex_lock_nest_lock(&part->lock, outer);
	foo_change(parts);
	list_for_each_entry(part, parts, node)
		mutex_unlock(&part->lock);
	mutex_unlock(outer);
}
