// SPDX-License-Identifier: GPL-2.0
/* Results and options against out parameters and error pointers. */
#include <safe/option.h>
#include <safe/result.h>

#include "../bench.h"

DEFINE_SAFE_RESULT(bench_u32, u32)
DEFINE_SAFE_RESULT(bench_ptr, struct bench_item *)
DEFINE_SAFE_OPTION(bench_limit, u32)

BENCH(int_chain_goto)
{
	int ret;

	ret = bench_step(c, 1);
	if (ret < 0)
		return ret;
	ret = bench_step(c, 2);
	if (ret < 0)
		return ret;
	return bench_step(c, 3);
}

BENCH(int_chain_safe)
{
	TRY(bench_step(c, 1));
	TRY(bench_step(c, 2));
	return bench_step(c, 3);
}

/* The callee is kept out of line: the point is how the value comes back. */
static noinline int read_goto(struct bench_ctx *c, u32 *value)
{
	int ret = bench_step(c, 1);

	if (ret < 0)
		return ret;
	*value = c->count;
	return 0;
}

BENCH(payload_goto)
{
	u32 value;
	int ret;

	ret = read_goto(c, &value);
	if (ret < 0)
		return ret;
	c->limit = value + 1;
	return bench_step(c, 2);
}

static noinline struct bench_u32 read_safe(struct bench_ctx *c)
{
	TRY(bench_step(c, 1), bench_u32);
	return safe_ok(bench_u32, c->count);
}

BENCH(payload_safe)
{
	u32 value = TRY(read_safe(c));

	c->limit = value + 1;
	return bench_step(c, 2);
}

static noinline struct bench_item *open_goto(struct bench_ctx *c)
{
	struct bench_item *item;
	int ret;

	item = bench_open(c, 1);
	if (IS_ERR(item))
		return item;
	ret = bench_step(c, 2);
	if (ret < 0)
		return ERR_PTR(ret);
	return item;
}

BENCH(pointer_goto)
{
	struct bench_item *item = open_goto(c);

	if (IS_ERR(item))
		return PTR_ERR(item);
	c->item = item;
	return 0;
}

static noinline struct bench_ptr open_safe(struct bench_ctx *c)
{
	struct bench_item *item = TRY(safe_from_errptr(bench_open(c, 1)), bench_ptr);

	TRY(bench_step(c, 2), bench_ptr);
	return safe_ok(bench_ptr, item);
}

BENCH(pointer_safe)
{
	c->item = TRY(open_safe(c));
	return 0;
}

BENCH(from_null_goto)
{
	struct bench_item *item;

	item = bench_find(c, 1);
	if (!item)
		return -ENOENT;
	item->id = c->count;
	return bench_step(c, 2);
}

BENCH(from_null_safe)
{
	struct bench_item *item = TRY(safe_from_null(bench_find(c, 1), -ENOENT));

	item->id = c->count;
	return bench_step(c, 2);
}

static noinline bool limit_goto(struct bench_ctx *c, u32 *limit)
{
	if (bench_step(c, 1) < 0)
		return false;
	*limit = c->limit;
	return true;
}

BENCH(option_goto)
{
	u32 limit;

	if (!limit_goto(c, &limit))
		limit = U32_MAX;
	c->count = min(c->count, limit);
	return bench_step(c, 2);
}

static noinline struct bench_limit limit_safe(struct bench_ctx *c)
{
	if (bench_step(c, 1) < 0)
		return safe_none(bench_limit);
	return safe_some(bench_limit, c->limit);
}

BENCH(option_safe)
{
	u32 limit = safe_unwrap_or(limit_safe(c), U32_MAX);

	c->count = min(c->count, limit);
	return bench_step(c, 2);
}
