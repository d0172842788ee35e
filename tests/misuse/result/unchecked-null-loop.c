// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel panic .*Kernel mode fault */
#include "../misuse.h"

struct channel {
	struct list_head node;
	int id;
};

/* The last channel is larger than anything that can be had. */
static const size_t sizes[] = { sizeof(struct channel), 4096, KMALLOC_MAX_SIZE + 1 };

static void free_all(struct list_head *channels)
{
	struct channel *channel, *next;

	list_for_each_entry_safe(channel, next, channels, node) {
		list_del(&channel->node);
		kfree(channel);
	}
}

static int wrong(void)
{
	struct channel *channel;
	LIST_HEAD(channels);
	int i;

	for (i = 0; i < ARRAY_SIZE(sizes); i++) {
		channel = kzalloc(sizes[i], GFP_KERNEL | __GFP_NOWARN);	/* { dg-note "allocated by 'kzalloc'" } */
		channel->id = i;	/* { dg-error "'channel' is used but may be NULL: .*'kzalloc'.*SAFE_E_UNCHECKED_NULL" } */
		list_add_tail(&channel->node, &channels);
	}
	free_all(&channels);
	return 0;
}

static int right(void)
{
	struct channel *channel;
	LIST_HEAD(channels);
	int i, ret = 0;

	for (i = 0; i < ARRAY_SIZE(sizes); i++) {
		channel = kzalloc(sizes[i], GFP_KERNEL | __GFP_NOWARN);
		if (!channel) {
			ret = -ENOMEM;
			break;
		}
		channel->id = i;
		list_add_tail(&channel->node, &channels);
	}
	free_all(&channels);
	return ret;
}
