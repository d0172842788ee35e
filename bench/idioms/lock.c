// SPDX-License-Identifier: GPL-2.0
/* Guards against lock, label, unlock. */
#include <safe/scope.h>

#include "../bench.h"

BENCH(mutex_function_goto)
{
	int ret;

	mutex_lock(&c->lock);
	ret = bench_step(c, 1);
	if (ret < 0)
		goto out;
	ret = bench_step(c, 2);
	if (ret < 0)
		goto out;
	c->count++;
	ret = bench_step(c, 3);
out:
	mutex_unlock(&c->lock);
	return ret;
}

BENCH(mutex_function_safe)
{
	guard(safe_mutex)(&c->lock);
	TRY(bench_step(c, 1));
	TRY(bench_step(c, 2));
	c->count++;
	return bench_step(c, 3);
}

BENCH(mutex_region_goto)
{
	int ret;

	ret = bench_step(c, 1);
	if (ret < 0)
		return ret;
	mutex_lock(&c->lock);
	ret = bench_step(c, 2);
	if (ret < 0) {
		mutex_unlock(&c->lock);
		return ret;
	}
	c->count++;
	mutex_unlock(&c->lock);
	return bench_step(c, 3);
}

BENCH(mutex_region_safe)
{
	TRY(bench_step(c, 1));
	safe_scope {
		guard(safe_mutex)(&c->lock);
		TRY(bench_step(c, 2));
		c->count++;
	}
	return bench_step(c, 3);
}

BENCH(mutex_two_goto)
{
	int ret;

	mutex_lock(&c->lock);
	ret = bench_step(c, 1);
	if (ret < 0)
		goto out_lock;
	mutex_lock(&c->other);
	ret = bench_step(c, 2);
	if (ret < 0)
		goto out_other;
	c->count++;
out_other:
	mutex_unlock(&c->other);
out_lock:
	mutex_unlock(&c->lock);
	return ret;
}

BENCH(mutex_two_safe)
{
	guard(safe_mutex)(&c->lock);
	TRY(bench_step(c, 1));
	guard(safe_mutex)(&c->other);
	TRY(bench_step(c, 2));
	c->count++;
	return 0;
}

BENCH(mutex_loop_goto)
{
	int i, ret;

	for (i = 1; i <= 4; i++) {
		mutex_lock(&c->lock);
		ret = bench_step(c, i);
		if (ret < 0) {
			mutex_unlock(&c->lock);
			continue;
		}
		c->count++;
		mutex_unlock(&c->lock);
		bench_undo(c, i);
	}
	return 0;
}

BENCH(mutex_loop_safe)
{
	for (int i = 1; i <= 4; i++) {
		safe_scope {
			guard(safe_mutex)(&c->lock);
			if (bench_step(c, i) < 0)
				continue;
			c->count++;
		}
		bench_undo(c, i);
	}
	return 0;
}

BENCH(mutex_intr_goto)
{
	int ret;

	ret = mutex_lock_interruptible(&c->lock);
	if (ret)
		return ret;
	ret = bench_step(c, 1);
	if (ret < 0)
		goto out;
	ret = bench_step(c, 2);
out:
	mutex_unlock(&c->lock);
	return ret;
}

BENCH(mutex_intr_safe)
{
	safe_guard_or_return(mutex_intr, &c->lock);
	TRY(bench_step(c, 1));
	return bench_step(c, 2);
}

BENCH(mutex_try_goto)
{
	int ret;

	if (!mutex_trylock(&c->lock))
		return -EBUSY;
	ret = bench_step(c, 1);
	if (ret < 0)
		goto out;
	c->count += (c->limit & 3) + 1;
	if (c->count > c->limit) {
		c->count = 0;
		c->buf = NULL;
	}
	c->limit++;
	ret = bench_step(c, 2);
out:
	mutex_unlock(&c->lock);
	return ret;
}

BENCH(mutex_try_safe)
{
	safe_guard_or_return(mutex_try, &c->lock);
	TRY(bench_step(c, 1));
	c->count += (c->limit & 3) + 1;
	if (c->count > c->limit) {
		c->count = 0;
		c->buf = NULL;
	}
	c->limit++;
	return bench_step(c, 2);
}

BENCH(rwsem_goto)
{
	int ret;

	down_write(&c->sem);
	ret = bench_step(c, 1);
	if (ret < 0)
		goto out;
	c->count++;
	ret = bench_step(c, 2);
out:
	up_write(&c->sem);
	return ret;
}

BENCH(rwsem_safe)
{
	guard(safe_rwsem_write)(&c->sem);
	TRY(bench_step(c, 1));
	c->count++;
	return bench_step(c, 2);
}
