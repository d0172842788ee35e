// SPDX-License-Identifier: GPL-2.0
/* Guards for locks that spin, and for states of the CPU. */
#include <safe/scope.h>

#include "../bench.h"

BENCH(spin_goto)
{
	int ret = -ENOSPC;

	spin_lock(&c->spin);
	if (c->count > c->limit)
		goto out;
	c->count++;
	ret = bench_step(c, 1);
out:
	spin_unlock(&c->spin);
	return ret;
}

BENCH(spin_safe)
{
	guard(safe_spinlock)(&c->spin);
	if (c->count > c->limit)
		return -ENOSPC;
	c->count++;
	return bench_step(c, 1);
}

BENCH(spin_bh_goto)
{
	int ret;

	spin_lock_bh(&c->spin);
	ret = bench_step(c, 1);
	if (ret < 0)
		goto out;
	c->count++;
	ret = 0;
out:
	spin_unlock_bh(&c->spin);
	return ret;
}

BENCH(spin_bh_safe)
{
	guard(safe_spinlock_bh)(&c->spin);
	TRY(bench_step(c, 1));
	c->count++;
	return 0;
}

BENCH(spin_irqsave_goto)
{
	unsigned long flags;
	int ret;

	spin_lock_irqsave(&c->spin, flags);
	ret = bench_step(c, 1);
	if (ret < 0)
		goto out;
	ret = bench_step(c, 2);
	if (ret < 0)
		goto out;
	c->count++;
out:
	spin_unlock_irqrestore(&c->spin, flags);
	return ret;
}

BENCH(spin_irqsave_safe)
{
	guard(safe_spinlock_irqsave)(&c->spin);
	TRY(bench_step(c, 1));
	TRY(bench_step(c, 2));
	c->count++;
	return 0;
}

BENCH(raw_spin_irqsave_goto)
{
	unsigned long flags;
	int ret;

	raw_spin_lock_irqsave(&c->raw, flags);
	ret = bench_step(c, 1);
	if (ret >= 0)
		c->count++;
	raw_spin_unlock_irqrestore(&c->raw, flags);
	bench_undo(c, 2);
	return ret;
}

BENCH(raw_spin_irqsave_safe)
{
	int ret;

	safe_scope {
		guard(safe_raw_spinlock_irqsave)(&c->raw);
		ret = bench_step(c, 1);
		if (ret >= 0)
			c->count++;
	}
	bench_undo(c, 2);
	return ret;
}

BENCH(write_lock_irq_goto)
{
	int ret;

	write_lock_irq(&c->rw);
	ret = bench_step(c, 1);
	if (ret < 0)
		goto out;
	c->count++;
	ret = bench_step(c, 2);
out:
	write_unlock_irq(&c->rw);
	return ret;
}

BENCH(write_lock_irq_safe)
{
	guard(safe_write_lock_irq)(&c->rw);
	TRY(bench_step(c, 1));
	c->count++;
	return bench_step(c, 2);
}

BENCH(rcu_goto)
{
	struct bench_item *item;
	int ret = -ENOENT;

	rcu_read_lock();
	item = rcu_dereference(c->shared);
	if (!item)
		goto out;
	ret = bench_step(c, 1);
out:
	rcu_read_unlock();
	return ret;
}

BENCH(rcu_safe)
{
	struct bench_item *item;

	guard(safe_rcu)();
	item = rcu_dereference(c->shared);
	if (!item)
		return -ENOENT;
	return bench_step(c, 1);
}

BENCH(srcu_goto)
{
	int idx, ret;

	idx = srcu_read_lock(&c->srcu);
	ret = bench_step(c, 1);
	if (ret < 0)
		goto out;
	ret = bench_step(c, 2);
out:
	srcu_read_unlock(&c->srcu, idx);
	return ret;
}

BENCH(srcu_safe)
{
	guard(safe_srcu)(&c->srcu);
	TRY(bench_step(c, 1));
	return bench_step(c, 2);
}
