// SPDX-License-Identifier: GPL-2.0
/* Owners and deferred calls against ladders of labels. */
#include <safe/own.h>
#include <safe/scope.h>

#include "../bench.h"

DEFINE_SAFE_OWN(bench_box, struct bench_item, kfree)
DEFINE_SAFE_OWN(bench_buf, u8, kfree)
DEFINE_SAFE_OWN(bench_table, u32, kvfree)
DEFINE_SAFE_OWN(bench_area, struct bench_item, vfree)
DEFINE_SAFE_OWN_PAGES(bench_page, 0)
DEFINE_SAFE_DEFER(bench_undo_1, struct bench_ctx *, bench_undo(_T, 1))

BENCH(kmalloc_goto)
{
	struct bench_item *item;
	int ret;

	item = kzalloc(sizeof(*item), GFP_KERNEL);
	if (!item)
		return -ENOMEM;
	ret = bench_step(c, 1);
	if (ret < 0)
		goto free;
	ret = bench_step(c, 2);
	if (ret < 0)
		goto free;
	c->item = item;
	return 0;

free:
	kfree(item);
	return ret;
}

BENCH(kmalloc_safe)
{
	CLASS(bench_box, item)(TRY(safe_kzalloc(bench_box, GFP_KERNEL)));

	TRY(bench_step(c, 1));
	TRY(bench_step(c, 2));
	c->item = safe_give(item);
	return 0;
}

BENCH(temporary_goto)
{
	struct bench_item *item;
	int ret;

	item = kzalloc(sizeof(*item), GFP_KERNEL);
	if (!item)
		return -ENOMEM;
	item->id = c->count;
	ret = bench_step(c, 1);
	if (ret < 0)
		goto out;
	ret = bench_step(c, 2);
out:
	kfree(item);
	return ret;
}

BENCH(temporary_safe)
{
	CLASS(bench_box, item)(TRY(safe_kzalloc(bench_box, GFP_KERNEL)));

	safe_borrow(item)->id = c->count;
	TRY(bench_step(c, 1));
	return bench_step(c, 2);
}

BENCH(two_kmalloc_goto)
{
	struct bench_item *item;
	int ret = -ENOMEM;
	u8 *buf;

	item = kzalloc(sizeof(*item), GFP_KERNEL);
	if (!item)
		return -ENOMEM;
	buf = kcalloc(c->limit, sizeof(*buf), GFP_KERNEL);
	if (!buf)
		goto free_item;
	ret = bench_step(c, 1);
	if (ret < 0)
		goto free_buf;
	item->buf = buf;
	c->item = item;
	return 0;

free_buf:
	kfree(buf);
free_item:
	kfree(item);
	return ret;
}

BENCH(two_kmalloc_safe)
{
	CLASS(bench_box, item)(TRY(safe_kzalloc(bench_box, GFP_KERNEL)));
	CLASS(bench_buf, buf)(TRY(safe_kcalloc(bench_buf, c->limit, GFP_KERNEL)));

	TRY(bench_step(c, 1));
	safe_borrow(item)->buf = safe_give(buf);
	c->item = safe_give(item);
	return 0;
}

BENCH(kvmalloc_goto)
{
	u32 *table;
	int ret;

	table = kvcalloc(c->limit, sizeof(*table), GFP_KERNEL);
	if (!table)
		return -ENOMEM;
	ret = bench_step(c, 1);
	if (ret < 0)
		goto free;
	ret = bench_step(c, 2);
	if (ret < 0)
		goto free;
	ret = bench_step(c, 3);
	if (ret < 0)
		goto free;
	c->buf = table;
	return 0;

free:
	kvfree(table);
	return ret;
}

BENCH(kvmalloc_safe)
{
	CLASS(bench_table, table)(TRY(safe_kvcalloc(bench_table, c->limit, GFP_KERNEL)));

	TRY(bench_step(c, 1));
	TRY(bench_step(c, 2));
	TRY(bench_step(c, 3));
	c->buf = safe_give(table);
	return 0;
}

BENCH(vmalloc_goto)
{
	struct bench_item *item;
	int ret;

	item = vzalloc(sizeof(*item));
	if (!item)
		return -ENOMEM;
	ret = bench_step(c, 1);
	vfree(item);
	return ret;
}

BENCH(vmalloc_safe)
{
	CLASS(bench_area, item)(TRY(safe_vzalloc(bench_area)));

	return bench_step(c, 1);
}

BENCH(page_goto)
{
	struct page *page;
	int ret;

	page = alloc_pages(GFP_KERNEL, 0);
	if (!page)
		return -ENOMEM;
	ret = bench_step(c, 1);
	if (ret < 0)
		goto free;
	ret = bench_step(c, 2);
	if (ret < 0)
		goto free;
	ret = bench_step(c, 3);
	if (ret < 0)
		goto free;
	ret = bench_step(c, 4);
	if (ret < 0)
		goto free;
	c->buf = page;
	if (++c->count > c->limit)
		c->count = 0;
	return 0;

free:
	__free_pages(page, 0);
	return ret;
}

BENCH(page_safe)
{
	CLASS(bench_page, page)(TRY(safe_alloc_pages(bench_page, GFP_KERNEL)));

	TRY(bench_step(c, 1));
	TRY(bench_step(c, 2));
	TRY(bench_step(c, 3));
	TRY(bench_step(c, 4));
	c->buf = safe_give(page);
	if (++c->count > c->limit)
		c->count = 0;
	return 0;
}

BENCH(lock_and_kmalloc_goto)
{
	struct bench_item *item;
	int ret;

	mutex_lock(&c->lock);
	if (c->item) {
		ret = -EEXIST;
		goto unlock;
	}
	item = kzalloc(sizeof(*item), GFP_KERNEL);
	if (!item) {
		ret = -ENOMEM;
		goto unlock;
	}
	ret = bench_step(c, 1);
	if (ret < 0)
		goto free;
	c->item = item;
	mutex_unlock(&c->lock);
	return 0;

free:
	kfree(item);
unlock:
	mutex_unlock(&c->lock);
	return ret;
}

BENCH(lock_and_kmalloc_safe)
{
	guard(safe_mutex)(&c->lock);
	if (c->item)
		return -EEXIST;

	CLASS(bench_box, item)(TRY(safe_kzalloc(bench_box, GFP_KERNEL)));

	TRY(bench_step(c, 1));
	c->item = safe_give(item);
	return 0;
}

BENCH(defer_goto)
{
	int ret;

	ret = bench_step(c, 1);
	if (ret < 0)
		return ret;
	ret = bench_step(c, 2);
	if (ret < 0)
		goto undo;
	ret = bench_step(c, 3);
	if (ret < 0)
		goto undo;
	return 0;

undo:
	bench_undo(c, 1);
	return ret;
}

BENCH(defer_safe)
{
	TRY(bench_step(c, 1));
	CLASS(bench_undo_1, undo)(c);
	TRY(bench_step(c, 2));
	TRY(bench_step(c, 3));
	safe_dismiss(undo);
	return 0;
}
