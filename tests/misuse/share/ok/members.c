// SPDX-License-Identifier: GPL-2.0
/* All that a shared struct may have. */
#include <linux/atomic.h>
#include <linux/kref.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/wait.h>
#include <linux/workqueue.h>
#include <safe/annotations.h>

struct __shared_type foo_stats {
	atomic64_t rx, tx;
	atomic_long_t lost;
};

struct __shared_type foo {
	spinlock_t lock;
	raw_spinlock_t raw;
	struct mutex mutex;
	rwlock_t rwlock;
	wait_queue_head_t queue;
	struct work_struct work;
	struct delayed_work later;
	struct kref kref;
	refcount_t users;
	struct rcu_head rcu;
	const int id;
	char *const name;
	int irq __set_once;
	u32 masks[4] __set_once;
	struct foo_stats stats;
	struct foo_stats each[2];
	union {
		atomic_t flags;
		atomic_t bits;
	};
	u32 pending __guarded_by(&lock);
	atomic_t regs[];
};
