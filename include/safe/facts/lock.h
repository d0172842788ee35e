/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Locks, which only their members are of interest to.
 */
#ifndef _SAFE_FACTS_LOCK_H
#define _SAFE_FACTS_LOCK_H

#include <linux/mutex.h>
#include <linux/spinlock.h>
#include <linux/rwlock.h>
#include <linux/rwsem.h>
#include <linux/spinlock_api_smp.h>
#include <linux/rwlock_api_smp.h>
#include <linux/completion.h>
#include <linux/wait.h>
#include <linux/swait.h>
#include <linux/semaphore.h>
#include <linux/lockdep.h>
#include <linux/timer.h>
#include <safe/annotations.h>

void __mutex_init(struct mutex * __borrowed lock, const char * __borrowed name,
		struct lock_class_key * __borrowed key);
void mutex_destroy(struct mutex * __borrowed lock);
void mutex_lock(struct mutex * __borrowed lock) __sleeps;
void mutex_lock_nested(struct mutex * __borrowed lock, unsigned int subclass) __sleeps;
int mutex_lock_interruptible(struct mutex * __borrowed lock) __sleeps;
int mutex_lock_interruptible_nested(struct mutex * __borrowed lock,
		unsigned int subclass) __sleeps;
int mutex_lock_killable(struct mutex * __borrowed lock) __sleeps;
int mutex_lock_killable_nested(struct mutex * __borrowed lock, unsigned int subclass)
		__sleeps __kernels("6.1", "6.12");
int mutex_trylock(struct mutex * __borrowed lock);
void mutex_unlock(struct mutex * __borrowed lock);
void __raw_spin_lock_init(raw_spinlock_t * __borrowed lock, const char * __borrowed name,
		struct lock_class_key * __borrowed key, short inner);
void __lockfunc _raw_spin_lock(raw_spinlock_t * __borrowed lock);
void __lockfunc _raw_spin_lock_bh(raw_spinlock_t * __borrowed lock);
void __lockfunc _raw_spin_lock_irq(raw_spinlock_t * __borrowed lock);
unsigned long __lockfunc _raw_spin_lock_irqsave(raw_spinlock_t * __borrowed lock);
void __lockfunc _raw_spin_lock_nested(raw_spinlock_t * __borrowed lock, int subclass);
int __lockfunc _raw_spin_trylock(raw_spinlock_t * __borrowed lock);
void __lockfunc _raw_spin_unlock(raw_spinlock_t * __borrowed lock);
void __lockfunc _raw_spin_unlock_bh(raw_spinlock_t * __borrowed lock);
void __lockfunc _raw_spin_unlock_irq(raw_spinlock_t * __borrowed lock);
void __lockfunc _raw_spin_unlock_irqrestore(raw_spinlock_t * __borrowed lock,
		unsigned long flags);
void __rwlock_init(rwlock_t * __borrowed lock, const char * __borrowed name,
		struct lock_class_key * __borrowed key);
void __lockfunc _raw_read_lock(rwlock_t * __borrowed lock);
void __lockfunc _raw_read_unlock(rwlock_t * __borrowed lock);
void __lockfunc _raw_write_lock(rwlock_t * __borrowed lock);
void __lockfunc _raw_write_unlock(rwlock_t * __borrowed lock);
void __init_rwsem(struct rw_semaphore * __borrowed sem, const char * __borrowed name,
		struct lock_class_key * __borrowed key);
void down_read(struct rw_semaphore * __borrowed sem) __sleeps;
void up_read(struct rw_semaphore * __borrowed sem);
void down_write(struct rw_semaphore * __borrowed sem) __sleeps;
void up_write(struct rw_semaphore * __borrowed sem);
void down(struct semaphore * __borrowed sem) __sleeps;
int down_interruptible(struct semaphore * __borrowed sem) __sleeps;
void up(struct semaphore * __borrowed sem);
void __init_waitqueue_head(struct wait_queue_head * __borrowed wq_head,
		const char * __borrowed name, struct lock_class_key * __borrowed);
int __wake_up(struct wait_queue_head * __borrowed wq_head, unsigned int mode, int nr,
		void *key);
void init_completion(struct completion * __borrowed x);
void complete(struct completion * __borrowed);
void complete_all(struct completion * __borrowed);
void wait_for_completion(struct completion * __borrowed) __sleeps;
unsigned long wait_for_completion_timeout(struct completion * __borrowed x,
		unsigned long timeout) __sleeps;
void __init_swait_queue_head(struct swait_queue_head * __borrowed q,
		const char * __borrowed name, struct lock_class_key * __borrowed key);

#endif /* _SAFE_FACTS_LOCK_H */
