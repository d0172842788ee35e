// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: the_pool.used == 0 */
#include "../misuse.h"

struct pool {
	int used;
};

struct foo {
	struct pool *pool;
	int slot;
};

static struct pool the_pool;

static inline int pool_reserve(struct pool *pool)
{
	return pool->used < 4 ? pool->used++ : -ENOSPC;
}

static inline void pool_unreserve(struct pool *pool, int slot)
{
	if (pool->used > slot)
		pool->used--;
}

int foo_try(struct foo *foo, int n);

int foo_try(struct foo *foo, int n)
{
	return foo->pool->used && n > 8 ? -EBUSY : 0;
}

static noinline int foo_take_slot(struct foo *foo, int n)
{
	int ret, slot = pool_reserve(foo->pool);	/* { dg-note "done by 'pool_reserve'" } */

	if (slot < 0)
		return slot;
	ret = foo_try(foo, n);
	if (ret)
		return ret;	/* { dg-error "what 'pool_reserve' did is not undone here, where the function fails; call pool_unreserve.*SAFE_E_NOT_UNDONE" } */
	ret = foo_try(foo, n + 1);
	if (ret)
		goto unreserve;
	foo->slot = slot;
	return 0;
unreserve:
	pool_unreserve(foo->pool, slot);	/* { dg-note "undone by 'pool_unreserve' on another path" } */
	return ret;
}

static int wrong(void)
{
	struct foo foo = { &the_pool };
	int ret = foo_take_slot(&foo, 9);

	must(the_pool.used == 0);
	return ret;
}

static noinline int foo_take_slot_or_not(struct foo *foo, int n)
{
	int ret, slot = pool_reserve(foo->pool);

	if (slot < 0)
		return slot;
	ret = foo_try(foo, n);
	if (ret)
		goto unreserve;
	ret = foo_try(foo, n + 1);
	if (ret)
		goto unreserve;
	foo->slot = slot;
	return 0;
unreserve:
	pool_unreserve(foo->pool, slot);
	return ret;
}

static int right(void)
{
	struct foo foo = { &the_pool };
	int ret = foo_take_slot_or_not(&foo, 9);

	must(the_pool.used == 0);
	return ret;
}
