// SPDX-License-Identifier: GPL-2.0
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
/* Each kind of lock guards what it is said to guard, however it is taken. */
#include <linux/atomic.h>
#include <linux/cleanup.h>
#include <linux/mutex.h>
#include <linux/percpu.h>
#include <linux/rcupdate.h>
#include <linux/rwsem.h>
#include <linux/seqlock.h>
#include <linux/spinlock.h>
#include <linux/srcu.h>
#include <linux/ww_mutex.h>
#include <safe/context_analysis.h>

struct foo {
	spinlock_t spin;
	raw_spinlock_t raw;
	rwlock_t rw;
	struct mutex mutex;
	struct rw_semaphore sem;
	seqlock_t seq;
	struct ww_mutex ww;
	atomic_t users;
	int in_spin __guarded_by(&spin);
	int in_raw __guarded_by(&raw);
	int in_rw __guarded_by(&rw);
	int in_mutex __guarded_by(&mutex);
	int in_sem __guarded_by(&sem);
	int in_seq __guarded_by(&seq);
	int in_ww __guarded_by(&ww);
	int *pointed __pt_guarded_by(&spin);
};

void spin(struct foo *foo);
void spin(struct foo *foo)
{
	unsigned long flags;

	spin_lock(&foo->spin);
	foo->in_spin++;
	++*foo->pointed;
	spin_unlock(&foo->spin);
	spin_lock_irq(&foo->spin);
	foo->in_spin++;
	spin_unlock_irq(&foo->spin);
	spin_lock_bh(&foo->spin);
	foo->in_spin++;
	spin_unlock_bh(&foo->spin);
	spin_lock_irqsave(&foo->spin, flags);
	foo->in_spin++;
	spin_unlock_irqrestore(&foo->spin, flags);
	foo->pointed = NULL;
}

void spin_tried(struct foo *foo);
void spin_tried(struct foo *foo)
{
	unsigned long flags;

	if (spin_trylock(&foo->spin)) {
		foo->in_spin++;
		spin_unlock(&foo->spin);
	}
	if (spin_trylock_irq(&foo->spin)) {
		foo->in_spin++;
		spin_unlock_irq(&foo->spin);
	}
	if (spin_trylock_irqsave(&foo->spin, flags)) {
		foo->in_spin++;
		spin_unlock_irqrestore(&foo->spin, flags);
	}
	if (atomic_dec_and_lock(&foo->users, &foo->spin)) {
		foo->in_spin = 0;
		spin_unlock(&foo->spin);
	}
}

void raw(struct foo *foo);
void raw(struct foo *foo)
{
	unsigned long flags;

	raw_spin_lock(&foo->raw);
	foo->in_raw++;
	raw_spin_unlock(&foo->raw);
	raw_spin_lock_irqsave(&foo->raw, flags);
	foo->in_raw++;
	raw_spin_unlock_irqrestore(&foo->raw, flags);
	if (raw_spin_trylock(&foo->raw)) {
		foo->in_raw++;
		raw_spin_unlock(&foo->raw);
	}
	guard(raw_spinlock_irqsave)(&foo->raw);
	foo->in_raw++;
}

int readers(struct foo *foo);
int readers(struct foo *foo)
{
	unsigned long flags;
	int sum;

	read_lock(&foo->rw);
	sum = foo->in_rw;
	read_unlock(&foo->rw);
	read_lock_irqsave(&foo->rw, flags);
	sum += foo->in_rw;
	read_unlock_irqrestore(&foo->rw, flags);
	down_read(&foo->sem);
	sum += foo->in_sem;
	up_read(&foo->sem);
	if (down_read_trylock(&foo->sem)) {
		sum += foo->in_sem;
		up_read(&foo->sem);
	}
	return sum;
}

void writers(struct foo *foo);
void writers(struct foo *foo)
{
	write_lock_bh(&foo->rw);
	foo->in_rw = 1;
	write_unlock_bh(&foo->rw);
	if (write_trylock(&foo->rw)) {
		foo->in_rw = 2;
		write_unlock(&foo->rw);
	}
	if (down_write_trylock(&foo->sem)) {
		foo->in_sem = 1;
		up_write(&foo->sem);
	}
	if (!down_write_killable(&foo->sem)) {
		foo->in_sem = 2;
		up_write(&foo->sem);
	}
}

void mutexes(struct foo *foo);
void mutexes(struct foo *foo)
{
	mutex_lock(&foo->mutex);
	foo->in_mutex++;
	mutex_unlock(&foo->mutex);
	mutex_lock_io(&foo->mutex);
	foo->in_mutex++;
	mutex_unlock(&foo->mutex);
	if (!mutex_lock_interruptible(&foo->mutex)) {
		foo->in_mutex++;
		mutex_unlock(&foo->mutex);
	}
	if (!mutex_lock_killable(&foo->mutex)) {
		foo->in_mutex++;
		mutex_unlock(&foo->mutex);
	}
	if (atomic_dec_and_mutex_lock(&foo->users, &foo->mutex)) {
		foo->in_mutex = 0;
		mutex_unlock(&foo->mutex);
	}
}

int sequence(struct foo *foo);
int sequence(struct foo *foo)
{
	unsigned int begin;
	int value;

	write_seqlock(&foo->seq);
	foo->in_seq++;
	write_sequnlock(&foo->seq);
	write_seqlock_irq(&foo->seq);
	foo->in_seq++;
	write_sequnlock_irq(&foo->seq);
	do {
		begin = read_seqbegin(&foo->seq);
		value = foo->in_seq;
	} while (read_seqretry(&foo->seq, begin));
	return value;
}

int wound(struct foo *foo, struct ww_acquire_ctx *ctx);
int wound(struct foo *foo, struct ww_acquire_ctx *ctx)
{
	int ret = ww_mutex_lock(&foo->ww, ctx);

	if (ret)
		return ret;
	foo->in_ww++;
	ww_mutex_unlock(&foo->ww);
	if (!ww_mutex_lock_interruptible(&foo->ww, ctx)) {
		foo->in_ww++;
		ww_mutex_unlock(&foo->ww);
	}
	if (ww_mutex_trylock(&foo->ww, ctx)) {
		foo->in_ww++;
		ww_mutex_unlock(&foo->ww);
	}
	ww_mutex_lock_slow(&foo->ww, ctx);
	foo->in_ww++;
	ww_mutex_unlock(&foo->ww);
	return 0;
}

struct bar {
	long __rcu *data;
	struct srcu_struct srcu;
};

long sections(struct bar *bar);
long sections(struct bar *bar)
{
	long sum;

	rcu_read_lock();
	sum = *rcu_dereference(bar->data);
	rcu_read_unlock();
	rcu_read_lock_bh();
	sum += *rcu_dereference_bh(bar->data);
	rcu_read_unlock_bh();
	rcu_read_lock_sched();
	sum += *rcu_dereference_sched(bar->data);
	rcu_read_unlock_sched();
	return sum;
}

long sleepable(struct bar *bar);
long sleepable(struct bar *bar)
{
	int idx = srcu_read_lock(&bar->srcu);
	long value = *srcu_dereference(bar->data, &bar->srcu);

	srcu_read_unlock(&bar->srcu, idx);
	return value;
}

static DEFINE_PER_CPU(raw_spinlock_t, cpu_lock);

void of_each_cpu(int cpu, int other);
void of_each_cpu(int cpu, int other)
{
	raw_spin_lock(&per_cpu(cpu_lock, cpu));
	raw_spin_unlock(&per_cpu(cpu_lock, cpu));
	raw_spin_lock(per_cpu_ptr(&cpu_lock, other));
	raw_spin_unlock(per_cpu_ptr(&cpu_lock, other));
}
