// SPDX-License-Identifier: GPL-2.0
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
/* Structs that are filled in several places, and whole when somebody reads all of them. */
#include <linux/container_of.h>
#include <linux/err.h>
#include <linux/errno.h>
#include <linux/list.h>
#include <linux/platform_device.h>
#include <linux/slab.h>
#include <linux/string.h>

struct foo_range {
	u32 from, to, step;
};

struct foo_request {
	u32 address;
	u16 length;
	u8 retries;
	u8 reserved;
};

struct foo_regs {
	u32 words[4];
	u32 status;
};

struct foo {
	struct list_head node;
	struct foo_range range;
	u32 count;
};

struct foo_table {
	struct foo_range ranges[4];
	int n;
};

int foo_send(const struct foo_request *request);
int foo_ask(struct foo_request *request);
int foo_walk(const struct foo_range *range, int (*visit)(u32 at, void *data), void *data);

#define foo_request_init(r, _address) do {	\
	(r)->address = (_address);		\
	(r)->length = 4;			\
	(r)->retries = 3;			\
} while (0)

static inline void foo_range_init(struct foo_range *range, u32 from, u32 to)
{
	range->from = from;
	range->to = to;
	range->step = 1;
}

/* All but what is reserved, which nobody reads. */
int sent(u32 address);
int sent(u32 address)
{
	struct foo_request request;

	request.address = address;
	request.length = 4;
	request.retries = 1;
	return foo_send(&request);
}

/* By a macro. */
int sent_by_macro(u32 address);
int sent_by_macro(u32 address)
{
	struct foo_request request;

	foo_request_init(&request, address);
	return foo_send(&request);
}

/* In two branches, of which each sets the rest. */
int sent_either(u32 address, bool slow);
int sent_either(u32 address, bool slow)
{
	struct foo_request request;

	request.address = address;
	if (slow) {
		request.length = 1;
		request.retries = 9;
	} else {
		request.length = 4;
		request.retries = 0;
	}
	return foo_send(&request);
}

/* An inline helper sets it, and it is copied. */
struct foo_range ranged(u32 from);
struct foo_range ranged(u32 from)
{
	struct foo_range range;

	foo_range_init(&range, from, from + 8);
	range.step = 2;
	return range;
}

/* The out-parameter is a copy of one that is whole. */
int copied(const struct foo *foo, struct foo_range *out);
int copied(const struct foo *foo, struct foo_range *out)
{
	struct foo_range range = foo->range;

	if (range.from > range.to)
		return -EINVAL;
	range.step = 1;
	range.from++;
	*out = range;
	return 0;
}

/* Its array is filled in a loop. */
void read_all(const u32 *from, struct foo_regs *out);
void read_all(const u32 *from, struct foo_regs *out)
{
	struct foo_regs regs;
	int i;

	for (i = 0; i < ARRAY_SIZE(regs.words); i++)
		regs.words[i] = from[i];
	regs.status = from[i];
	*out = regs;
}

/* On the path that leaves early nobody gets it. */
int left_early(struct foo *foo, u32 to);
int left_early(struct foo *foo, u32 to)
{
	struct foo_range range;

	range.from = 0;
	range.to = to;
	if (!to)
		goto out;
	range.step = to > 100 ? 10 : 1;
	foo->range = range;
out:
	return foo->count;
}

/* A question, and the answer comes in the member that was not set. */
int asked(u32 address);
int asked(u32 address)
{
	struct foo_request request;
	int ret;

	request.address = address;
	request.length = 4;
	ret = foo_ask(&request);
	if (!ret)
		ret = request.retries;
	return ret;
}

/* The callback gets the whole by its member, and reads what is set. */
struct foo_search {
	struct foo_range range;
	u32 found, unused_slots;
};

static int foo_visit(u32 at, void *data)
{
	struct foo_range *range = data;
	struct foo_search *search = container_of(range, struct foo_search, range);

	search->found += at == range->to;
	return 0;
}

int searched(u32 from, u32 to);
int searched(u32 from, u32 to)
{
	struct foo_search search;

	foo_range_init(&search.range, from, to);
	search.found = 0;
	if (foo_walk(&search.range, foo_visit, &search.range))
		return -EIO;
	return search.found;
}

/* The list is what is on the stack; its entries are members of others. */
int collected(struct list_head *all, u32 least);
int collected(struct list_head *all, u32 least)
{
	struct foo on_stack, *foo;
	int n = 0;

	INIT_LIST_HEAD(&on_stack.node);
	on_stack.count = least;
	list_for_each_entry(foo, all, node)
		n += foo->count >= on_stack.count;
	return n;
}

/* Cleared by its size, and filled by an alias. */
struct platform_device *registered(struct device *parent);
struct platform_device *registered(struct device *parent)
{
	struct platform_device_info info, *to = &info;

	memset(to, 0, sizeof(*to));
	to->parent = parent;
	to->name = "foo";
	to->id = PLATFORM_DEVID_AUTO;
	return platform_device_register_full(&info);
}

/* As many of its elements count as it says. */
static noinline u32 foo_total(const struct foo_table *table)
{
	u32 total = 0;
	int i;

	for (i = 0; i < table->n; i++)
		total += table->ranges[i].to - table->ranges[i].from;
	return total;
}

u32 total(u32 to);
u32 total(u32 to)
{
	struct foo_table table;

	foo_range_init(&table.ranges[0], 0, to);
	table.n = 1;
	return foo_total(&table);
}
