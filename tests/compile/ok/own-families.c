// SPDX-License-Identifier: GPL-2.0
/* Each family of allocations, as a variable, a field, a result and a pointer. */
#include <linux/skbuff.h>
#include <linux/string.h>

#include <safe/own.h>

#include "../foo.h"

static struct kmem_cache *foo_cache;

DEFINE_SAFE_OWN(foo_box, struct foo, kfree)
DEFINE_SAFE_OWN(foo_key, u8, kfree_sensitive)
DEFINE_SAFE_OWN(foo_name, char, kfree)
DEFINE_SAFE_OWN(foo_table, u32, kvfree)
DEFINE_SAFE_OWN(foo_frames, struct foo, vfree)
DEFINE_SAFE_OWN(foo_skb, struct sk_buff, kfree_skb)
DEFINE_SAFE_OWN(foo_handle, struct foo, foo_close)
DEFINE_SAFE_OWN_CACHE(foo_object, struct foo, foo_cache)
DEFINE_SAFE_OWN_PAGES(foo_page, 0)
DEFINE_SAFE_OWN_PAGES(foo_pages, 3)
DEFINE_SAFE_OWN_DEVM(foo_devm, struct foo)

static_assert(sizeof(struct foo_box) == sizeof(struct foo *));
static_assert(sizeof(struct foo_box_result) == sizeof(struct foo *));
static_assert(sizeof(struct foo_devm) == sizeof(struct foo *));

struct state {
	struct foo_box box;
	struct foo_name name;
	struct foo_table table;
};

int variables(struct device *dev, const char *s, size_t n);
int variables(struct device *dev, const char *s, size_t n)
{
	CLASS(foo_box, box)(TRY(safe_kmalloc(foo_box, GFP_KERNEL)));
	CLASS(foo_key, key)(TRY(safe_kcalloc(foo_key, n, GFP_KERNEL)));
	CLASS(foo_name, name)(TRY(safe_take_or_nomem(foo_name, kstrdup(s, GFP_KERNEL))));
	CLASS(foo_table, table)(TRY(safe_kvcalloc(foo_table, n, GFP_KERNEL)));
	CLASS(foo_frames, frames)(TRY(safe_vcalloc(foo_frames, n)));
	CLASS(foo_skb, skb)(TRY(safe_take_or_nomem(foo_skb, alloc_skb(n, GFP_KERNEL))));
	CLASS(foo_handle, handle)(safe_take(foo_handle, TRY(safe_from_errptr(foo_open(1)))));
	CLASS(foo_object, object)(TRY(safe_kmem_cache_zalloc(foo_object, GFP_KERNEL)));
	CLASS(foo_page, page)(TRY(safe_alloc_pages(foo_page, GFP_KERNEL)));
	CLASS(foo_pages, pages)(TRY(safe_alloc_pages(foo_pages, GFP_KERNEL | __GFP_ZERO)));
	struct foo_devm devm = TRY(safe_devm_kzalloc(foo_devm, dev, GFP_KERNEL));
	struct foo_devm many = TRY(safe_devm_kcalloc(foo_devm, dev, n, GFP_KERNEL));

	safe_borrow(box)->count = safe_borrow(name)[0] + safe_borrow(key)[0];
	safe_borrow(table)[0] = safe_borrow(frames)[0].count + safe_borrow(skb)->len;
	safe_borrow(devm)->count = safe_borrow(many)[n - 1].count + foo_read(safe_borrow(object));
	clear_highpage(safe_borrow(page));
	clear_highpage(safe_borrow(pages));
	return foo_read(safe_borrow(handle));
}

int fields(struct state *state, int n);
int fields(struct state *state, int n)
{
	struct foo_table more = {};

	state->box = TRY(safe_kzalloc(foo_box, GFP_KERNEL));
	if (safe_is_empty(state->table))
		state->table = TRY(safe_kvcalloc(foo_table, n, GFP_KERNEL));
	more = safe_move(state->table);
	safe_drop(foo_table, more);
	safe_drop(foo_box, state->box);
	kfree(safe_give(state->name));
	return 0;
}

struct foo_box_result new(u32 id);
struct foo_box_result new(u32 id)
{
	CLASS(foo_box, foo)(TRY(safe_kzalloc(foo_box, GFP_KERNEL), foo_box_result));

	safe_borrow(foo)->id = id;
	TRY(foo_read(safe_borrow(foo)), foo_box_result);
	return safe_ok(foo_box_result, safe_move(foo));
}

struct foo *pointer(u32 id);
struct foo *pointer(u32 id)
{
	CLASS(foo_box, foo)(TRY(new(id)));

	return safe_give(foo);
}

/* Moved on one path only: no error, and the cleanup does the right thing. */
int sometimes(struct state *state, bool keep);
int sometimes(struct state *state, bool keep)
{
	CLASS(foo_box, foo)(TRY(safe_kzalloc(foo_box, GFP_KERNEL)));

	if (keep)
		state->box = safe_move(foo);
	if (!safe_is_empty(foo))
		return foo_read(safe_borrow(foo));
	return 0;
}

int in_a_loop(struct state *state, int n);
int in_a_loop(struct state *state, int n)
{
	for (int i = 0; i < n; i++) {
		CLASS(foo_box, foo)(TRY(safe_kzalloc(foo_box, GFP_KERNEL)));

		if (foo_read(safe_borrow(foo)) < 3)
			continue;
		state[i].box = safe_move(foo);
		break;
	}
	return 0;
}
