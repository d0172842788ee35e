// SPDX-License-Identifier: GPL-2.0
/* Each class, taken and left. */
#include <safe/scope.h>

struct locks {
	struct mutex mutex;
	struct rw_semaphore sem;
	spinlock_t spin;
	raw_spinlock_t raw;
	rwlock_t rw;
	struct srcu_struct srcu;
	int n;
};

#define GUARD(_class, _lock)				\
	int _class(struct locks *locks);		\
	int _class(struct locks *locks)			\
	{						\
		guard(_class)(&locks->_lock);		\
		return locks->n++;			\
	}

#define GUARD_0(_class)					\
	int _class(struct locks *locks);		\
	int _class(struct locks *locks)			\
	{						\
		guard(_class)();			\
		return locks->n++;			\
	}

#define GUARD_COND(_class, _lock)			\
	void *get_##_class(struct locks *locks);	\
	void *get_##_class(struct locks *locks)		\
	{						\
		safe_guard_or_return(_class, &locks->_lock);	\
		locks->n++;				\
		return NULL;				\
	}						\
	int err_##_class(struct locks *locks);		\
	int err_##_class(struct locks *locks)		\
	{						\
		safe_guard_err(err, _class, &locks->_lock);	\
		if (err)				\
			return 0;			\
		return locks->n++;			\
	}

GUARD(safe_mutex, mutex)
GUARD(safe_rwsem_read, sem)
GUARD(safe_rwsem_write, sem)
GUARD(safe_spinlock, spin)
GUARD(safe_spinlock_bh, spin)
GUARD(safe_spinlock_irq, spin)
GUARD(safe_spinlock_irqsave, spin)
GUARD(safe_raw_spinlock, raw)
GUARD(safe_raw_spinlock_bh, raw)
GUARD(safe_raw_spinlock_irq, raw)
GUARD(safe_raw_spinlock_irqsave, raw)
GUARD(safe_read_lock, rw)
GUARD(safe_read_lock_bh, rw)
GUARD(safe_read_lock_irq, rw)
GUARD(safe_read_lock_irqsave, rw)
GUARD(safe_write_lock, rw)
GUARD(safe_write_lock_bh, rw)
GUARD(safe_write_lock_irq, rw)
GUARD(safe_write_lock_irqsave, rw)
GUARD(safe_srcu, srcu)
GUARD_0(safe_rcu)
GUARD_0(safe_preempt)
GUARD_0(safe_bh)
GUARD_0(safe_irq)
GUARD_0(safe_irqsave)

GUARD_COND(mutex_try, mutex)
GUARD_COND(mutex_intr, mutex)
GUARD_COND(mutex_kill, mutex)
GUARD_COND(rwsem_read_try, sem)
GUARD_COND(rwsem_read_intr, sem)
GUARD_COND(rwsem_read_kill, sem)
GUARD_COND(rwsem_write_try, sem)
GUARD_COND(rwsem_write_kill, sem)
GUARD_COND(spinlock_try, spin)
GUARD_COND(spinlock_bh_try, spin)
GUARD_COND(spinlock_irq_try, spin)
GUARD_COND(spinlock_irqsave_try, spin)
GUARD_COND(raw_spinlock_try, raw)
GUARD_COND(raw_spinlock_bh_try, raw)
GUARD_COND(raw_spinlock_irq_try, raw)
GUARD_COND(raw_spinlock_irqsave_try, raw)
GUARD_COND(read_lock_try, rw)
GUARD_COND(write_lock_try, rw)
GUARD_COND(write_lock_irqsave_try, rw)

/* Beside those of the kernel. */
int kernels_own(struct locks *locks);
int kernels_own(struct locks *locks)
{
	guard(mutex)(&locks->mutex);
	guard(spinlock_irqsave)(&locks->spin);
	guard(rcu)();
	return locks->n;
}
