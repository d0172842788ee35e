// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !foo.rx.mapped && !foo.tx.mapped */
#include "../misuse.h"

struct ring {
	bool mapped;
	int size;
};

struct foo {
	struct ring rx, tx;
};

int ring_map(struct ring *ring, int size);
void ring_unmap(struct ring *ring);

int ring_map(struct ring *ring, int size)
{
	ring->mapped = size < 9;
	return ring->mapped ? 0 : -ENOMEM;
}

void ring_unmap(struct ring *ring)
{
	ring->mapped = false;
}

static int check(struct foo *foo, int size)
{
	return foo->rx.size + size > 8 ? -E2BIG : 0;
}

static noinline int map_both(struct foo *foo, int size)
{
	int ret = ring_map(&foo->rx, size);

	if (ret)
		return ret;
	ret = ring_map(&foo->tx, size);	/* { dg-note "done by 'ring_map'" } */
	if (ret)
		goto unmap_rx;
	ret = check(foo, size);
	if (ret)
		goto unmap_rx;
	ret = check(foo, size + 1);
	if (ret) {
		ring_unmap(&foo->tx);	/* { dg-note "undone by 'ring_unmap' on another path" } */
		goto unmap_rx;
	}
	return 0;
unmap_rx:
	ring_unmap(&foo->rx);
	return ret;	/* { dg-error "what 'ring_map' did is not undone here, where the function fails; call ring_unmap.*SAFE_E_NOT_UNDONE" } */
}

static int wrong(void)
{
	struct foo foo = { .rx.size = 4 };
	int ret = map_both(&foo, 8);

	must(!foo.rx.mapped && !foo.tx.mapped);
	return ret;
}

static noinline int map_both_or_none(struct foo *foo, int size)
{
	int ret = ring_map(&foo->rx, size);

	if (ret)
		return ret;
	ret = ring_map(&foo->tx, size);
	if (ret)
		goto unmap_rx;
	ret = check(foo, size);
	if (ret)
		goto unmap_tx;
	return 0;
unmap_tx:
	ring_unmap(&foo->tx);
unmap_rx:
	ring_unmap(&foo->rx);
	return ret;
}

static int right(void)
{
	struct foo foo = { .rx.size = 4 };
	int ret = map_both_or_none(&foo, 8);

	must(!foo.rx.mapped && !foo.tx.mapped);
	return ret;
}
