/* SPDX-License-Identifier: GPL-2.0 */
#ifndef _SAFE_SCOPE_H
#define _SAFE_SCOPE_H

#include <linux/bottom_half.h>
#include <linux/irqflags.h>
#include <linux/mutex.h>
#include <linux/preempt.h>
#include <linux/rcupdate.h>
#include <linux/rwsem.h>
#include <linux/spinlock.h>
#include <linux/srcu.h>

#include <safe/compat.h>
#include <safe/result.h>

/**
 * DOC: Guards and scopes
 *
 * guard() of linux/cleanup.h unlocks on every path, and is used here as it is.
 * It leaves some things open.  A lock that may not be had: a conditional guard is
 * a variable that nobody has to look at.  A lock for a part of a function:
 * scoped_guard() is a for loop, so a break or continue that was meant for the
 * loop around it leaves the guard instead.  A call at the end of the scope that
 * is no unlock.  And which lock classes there are depends on the kernel::
 *
 *	DEFINE_SAFE_DEFER(foo_off, struct foo *, foo_power(_T, false))
 *
 *	static int foo_scan(struct foo *foo)
 *	{
 *		safe_guard_or_return(mutex_intr, &foo->lock);
 *		CLASS(foo_off, off)(foo);
 *
 *		for (u32 i = 0; i < foo->n; i++) {
 *			safe_scope {
 *				guard(safe_spinlock)(&foo->port[i].lock);
 *				if (foo->port[i].dead)
 *					continue;	// the next port
 *			}
 *			TRY(foo_probe(foo, i));
 *		}
 *		return 0;
 *	}
 *
 * The classes for guard() are those of the kernel with safe_ before the name,
 * and are the same on every kernel:
 *
 * =========================================== ============================
 * safe_mutex, safe_rwsem_read, _write         mutex_lock(), down_read()...
 * safe_spinlock, _bh, _irq, _irqsave          spin_lock()...
 * safe_raw_spinlock, _bh, _irq, _irqsave      raw_spin_lock()...
 * safe_read_lock, safe_write_lock,            read_lock(), write_lock()...
 * _bh, _irq, _irqsave
 * safe_rcu, safe_srcu                         rcu_read_lock()...
 * safe_preempt, safe_bh, safe_irq,            preempt_disable(),
 * safe_irqsave                                local_bh_disable()...
 * =========================================== ============================
 *
 * The trap: cleanups run in reverse order of declaration.  A guard that is
 * declared after an owner unlocks before the owner frees.
 *
 * The rule: a guard is a declaration, and its scope is the block that it stands
 * in.  There is no other form, and no loop.
 *
 * Cost: none.  (In older kernels the classes of linux/cleanup.h test for NULL.)
 */

/**
 * define safe_scope - a block for the sake of the guards in it
 *
 * Replaces scoped_guard().  break, continue and goto mean what they mean in any
 * block; the guard is the first declaration inside.  The braces are needed: a
 * guard alone does not compile.
 *
 * Example::
 *
 *	safe_scope {
 *		guard(safe_mutex)(&foo->lock);
 *		foo->n++;
 *	}
 */
#define safe_scope	if (false) { } else

/**
 * safe_guard_or_return() - Take a lock until the end of the scope, or return
 * @_class: how: mutex_try, mutex_intr, mutex_kill, rwsem_read_try,
 *	    rwsem_read_intr, rwsem_read_kill, rwsem_write_try, rwsem_write_kill,
 *	    spinlock_try, spinlock_bh_try, spinlock_irq_try, spinlock_irqsave_try,
 *	    raw_spinlock_try, raw_spinlock_irq_try, raw_spinlock_irqsave_try,
 *	    read_lock_try, write_lock_try, or one made by DEFINE_SAFE_GUARD_COND()
 * @lock: pointer to the lock; borrowed until the end of the scope
 * @_name...: the result type that this function returns; left out in a function
 *	      that returns a signed int or a pointer
 *
 * Replaces mutex_trylock() and the like with the unlock on each path.  What a
 * failure returns, TRY() decides: an errno, an error pointer or a result.
 *
 * Example::
 *
 *	safe_guard_or_return(mutex_intr, &foo->lock);
 *
 * Context: That of the lock.  Returns from the function with -EBUSY if a _try
 * fails, and -EINTR if a _intr or _kill is interrupted.
 */
#define safe_guard_or_return(_class, lock, _name...) \
	__safe_guard_or_return(__UNIQUE_ID(safe_guard), _class, lock, ##_name)

/**
 * safe_guard_err() - Take a lock until the end of the scope, or say why not
 * @_err: name of the int that is declared: 0, or the negative errno; the compiler
 *	  complains if it is not used
 * @_class: as in safe_guard_or_return()
 * @lock: pointer to the lock; borrowed until the end of the scope
 *
 * For a function that goes on without the lock, or cannot return an errno.
 *
 * Example::
 *
 *	safe_guard_err(busy, spinlock_try, &foo->stats_lock);
 *	if (!busy)
 *		foo->n++;
 *
 * Context: That of the lock.
 */
#define safe_guard_err(_err, _class, lock) \
	__safe_guard_err(__UNIQUE_ID(safe_guard), _err, _class, lock)

/**
 * DEFINE_SAFE_GUARD() - Define a class for guard()
 * @_name: the class
 * @_type: type of the lock
 * @_lock: statement that takes _T->lock
 * @_unlock: statement that releases _T->lock
 * @_members...: members of _T beside the lock, flags for example
 *
 * Replaces DEFINE_LOCK_GUARD_1(), for a lock that is never NULL.  At file scope,
 * without a semicolon.
 *
 * Example::
 *
 *	DEFINE_SAFE_GUARD(foo_bus, struct foo, foo_bus_lock(_T->lock),
 *			  foo_bus_unlock(_T->lock))
 */
#define DEFINE_SAFE_GUARD(_name, _type, _lock, _unlock, _members...)	\
	__DEFINE_SAFE_GUARD(_name, _type, _lock, true, _unlock, (_type *lock), lock, _members)

/**
 * DEFINE_SAFE_GUARD_COND() - Define a guard for a lock that may not be had
 * @_name: the class for safe_guard_or_return() and safe_guard_err()
 * @_type: type of the lock
 * @_lock: expression that takes _T->lock, and yields 0 or a negative errno
 * @_unlock: statement that releases _T->lock
 * @_members...: members of _T beside the lock, flags for example
 *
 * At file scope, without a semicolon.
 *
 * Example::
 *
 *	DEFINE_SAFE_GUARD_COND(foo_hw, struct foo, foo_hw_lock(_T->lock, HZ),
 *			       foo_hw_unlock(_T->lock))
 */
#define DEFINE_SAFE_GUARD_COND(_name, _type, _lock, _unlock, _members...) \
	__DEFINE_SAFE_GUARD(safe_cond_##_name, _type, _T->err = (_lock), !_T->err, _unlock, \
			    (_type *lock), lock, int err; _members)

/**
 * DEFINE_SAFE_DEFER() - Define a call for the end of a scope
 * @_name: the class for CLASS()
 * @_type: type of its argument
 * @_call: statement that is run with the argument as _T
 *
 * At file scope, without a semicolon.  CLASS(name, var)(arg) declares the
 * call, safe_dismiss() calls it off.
 *
 * Example::
 *
 *	DEFINE_SAFE_DEFER(foo_off, struct foo *, foo_power(_T, false))
 *
 *	static int foo_start(struct foo *foo)
 *	{
 *		CLASS(foo_off, off)(foo);
 *
 *		TRY(foo_setup(foo, 1));
 *		safe_dismiss(off);
 *		return 0;
 *	}
 */
#define DEFINE_SAFE_DEFER(_name, _type, _call)				\
struct __safe_defer_##_name {						\
	_type __safe_arg;						\
	bool __safe_armed;						\
} __designated_init;							\
									\
static __always_inline							\
void __safe_call_##_name(struct __safe_defer_##_name defer)		\
{									\
	_type _T = defer.__safe_arg;					\
									\
	if (defer.__safe_armed) {					\
		_call;							\
	}								\
}									\
									\
DEFINE_CLASS(_name, struct __safe_defer_##_name, __safe_call_##_name(_T),	\
	     ((struct __safe_defer_##_name){				\
		.__safe_arg = arg, .__safe_armed = true }), _type arg)

/**
 * safe_dismiss() - Call off a deferred call
 * @var: the variable of a class made by DEFINE_SAFE_DEFER()
 *
 * Example::
 *
 *	CLASS(foo_off, off)(foo);
 *
 *	if (foo->id == id)
 *		safe_dismiss(off);
 *
 * Context: Any context.
 */
#define safe_dismiss(var)	((void)((var).__safe_armed = false))

/* private: */

#define __DEFINE_SAFE_GUARD(_name, _type, _lock, _held, _unlock, _args, _arg, _members...) \
typedef struct {							\
	_type *lock;							\
	_members;							\
} class_##_name##_t;							\
									\
static __always_inline class_##_name##_t class_##_name##_constructor _args	\
{									\
	class_##_name##_t t = { .lock = _arg }, *_T __maybe_unused = &t; \
									\
	_lock;								\
	return t;							\
}									\
									\
static __always_inline void class_##_name##_destructor(class_##_name##_t *_T)	\
{									\
	if (_held) {							\
		_unlock;						\
	}								\
}

/* Not a lock but a state of the CPU: nothing to point to. */
#define __DEFINE_SAFE_GUARD_0(_name, _lock, _unlock, _members...)	\
	__DEFINE_SAFE_GUARD(_name, void, _lock, true, _unlock, (void), NULL, _members)

#define __safe_guard_or_return(_guard, _class, lock, _name...)		\
	CLASS(safe_cond_##_class, _guard)(lock);			\
	if (unlikely(_guard.err))						\
		__safe_return(_guard.err, ##_name)

/* A variable that nobody looks at is what the compiler complains about. */
#define __safe_guard_err(_guard, _err, _class, lock)			\
	CLASS(safe_cond_##_class, _guard)(lock);			\
	const int _err = _guard.err

DEFINE_SAFE_GUARD(safe_mutex, struct mutex, mutex_lock(_T->lock), mutex_unlock(_T->lock))

DEFINE_SAFE_GUARD(safe_rwsem_read, struct rw_semaphore,
		  down_read(_T->lock), up_read(_T->lock))
DEFINE_SAFE_GUARD(safe_rwsem_write, struct rw_semaphore,
		  down_write(_T->lock), up_write(_T->lock))

DEFINE_SAFE_GUARD(safe_spinlock, spinlock_t,
		  spin_lock(_T->lock), spin_unlock(_T->lock))
DEFINE_SAFE_GUARD(safe_spinlock_bh, spinlock_t,
		  spin_lock_bh(_T->lock), spin_unlock_bh(_T->lock))
DEFINE_SAFE_GUARD(safe_spinlock_irq, spinlock_t,
		  spin_lock_irq(_T->lock), spin_unlock_irq(_T->lock))
DEFINE_SAFE_GUARD(safe_spinlock_irqsave, spinlock_t,
		  spin_lock_irqsave(_T->lock, _T->flags),
		  spin_unlock_irqrestore(_T->lock, _T->flags), unsigned long flags)

DEFINE_SAFE_GUARD(safe_raw_spinlock, raw_spinlock_t,
		  raw_spin_lock(_T->lock), raw_spin_unlock(_T->lock))
DEFINE_SAFE_GUARD(safe_raw_spinlock_bh, raw_spinlock_t,
		  raw_spin_lock_bh(_T->lock), raw_spin_unlock_bh(_T->lock))
DEFINE_SAFE_GUARD(safe_raw_spinlock_irq, raw_spinlock_t,
		  raw_spin_lock_irq(_T->lock), raw_spin_unlock_irq(_T->lock))
DEFINE_SAFE_GUARD(safe_raw_spinlock_irqsave, raw_spinlock_t,
		  raw_spin_lock_irqsave(_T->lock, _T->flags),
		  raw_spin_unlock_irqrestore(_T->lock, _T->flags), unsigned long flags)

DEFINE_SAFE_GUARD(safe_read_lock, rwlock_t, read_lock(_T->lock), read_unlock(_T->lock))
DEFINE_SAFE_GUARD(safe_read_lock_bh, rwlock_t,
		  read_lock_bh(_T->lock), read_unlock_bh(_T->lock))
DEFINE_SAFE_GUARD(safe_read_lock_irq, rwlock_t,
		  read_lock_irq(_T->lock), read_unlock_irq(_T->lock))
DEFINE_SAFE_GUARD(safe_read_lock_irqsave, rwlock_t,
		  read_lock_irqsave(_T->lock, _T->flags),
		  read_unlock_irqrestore(_T->lock, _T->flags), unsigned long flags)

DEFINE_SAFE_GUARD(safe_write_lock, rwlock_t, write_lock(_T->lock), write_unlock(_T->lock))
DEFINE_SAFE_GUARD(safe_write_lock_bh, rwlock_t,
		  write_lock_bh(_T->lock), write_unlock_bh(_T->lock))
DEFINE_SAFE_GUARD(safe_write_lock_irq, rwlock_t,
		  write_lock_irq(_T->lock), write_unlock_irq(_T->lock))
DEFINE_SAFE_GUARD(safe_write_lock_irqsave, rwlock_t,
		  write_lock_irqsave(_T->lock, _T->flags),
		  write_unlock_irqrestore(_T->lock, _T->flags), unsigned long flags)

DEFINE_SAFE_GUARD(safe_srcu, struct srcu_struct, _T->idx = srcu_read_lock(_T->lock),
		  srcu_read_unlock(_T->lock, _T->idx), int idx)

__DEFINE_SAFE_GUARD_0(safe_rcu, rcu_read_lock(), rcu_read_unlock())
__DEFINE_SAFE_GUARD_0(safe_preempt, preempt_disable(), preempt_enable())
__DEFINE_SAFE_GUARD_0(safe_bh, local_bh_disable(), local_bh_enable())
__DEFINE_SAFE_GUARD_0(safe_irq, local_irq_disable(), local_irq_enable())
__DEFINE_SAFE_GUARD_0(safe_irqsave, local_irq_save(_T->flags),
		      local_irq_restore(_T->flags), unsigned long flags)

DEFINE_SAFE_GUARD_COND(mutex_try, struct mutex,
		       mutex_trylock(_T->lock) ? 0 : -EBUSY, mutex_unlock(_T->lock))
DEFINE_SAFE_GUARD_COND(mutex_intr, struct mutex,
		       mutex_lock_interruptible(_T->lock), mutex_unlock(_T->lock))
DEFINE_SAFE_GUARD_COND(mutex_kill, struct mutex,
		       mutex_lock_killable(_T->lock), mutex_unlock(_T->lock))

DEFINE_SAFE_GUARD_COND(rwsem_read_try, struct rw_semaphore,
		       down_read_trylock(_T->lock) ? 0 : -EBUSY, up_read(_T->lock))
DEFINE_SAFE_GUARD_COND(rwsem_read_intr, struct rw_semaphore,
		       down_read_interruptible(_T->lock), up_read(_T->lock))
DEFINE_SAFE_GUARD_COND(rwsem_read_kill, struct rw_semaphore,
		       down_read_killable(_T->lock), up_read(_T->lock))
DEFINE_SAFE_GUARD_COND(rwsem_write_try, struct rw_semaphore,
		       down_write_trylock(_T->lock) ? 0 : -EBUSY, up_write(_T->lock))
DEFINE_SAFE_GUARD_COND(rwsem_write_kill, struct rw_semaphore,
		       down_write_killable(_T->lock), up_write(_T->lock))

DEFINE_SAFE_GUARD_COND(spinlock_try, spinlock_t,
		       spin_trylock(_T->lock) ? 0 : -EBUSY, spin_unlock(_T->lock))
DEFINE_SAFE_GUARD_COND(spinlock_bh_try, spinlock_t,
		       spin_trylock_bh(_T->lock) ? 0 : -EBUSY, spin_unlock_bh(_T->lock))
DEFINE_SAFE_GUARD_COND(spinlock_irq_try, spinlock_t,
		       spin_trylock_irq(_T->lock) ? 0 : -EBUSY, spin_unlock_irq(_T->lock))
DEFINE_SAFE_GUARD_COND(spinlock_irqsave_try, spinlock_t,
		       spin_trylock_irqsave(_T->lock, _T->flags) ? 0 : -EBUSY,
		       spin_unlock_irqrestore(_T->lock, _T->flags), unsigned long flags)

DEFINE_SAFE_GUARD_COND(raw_spinlock_try, raw_spinlock_t,
		       raw_spin_trylock(_T->lock) ? 0 : -EBUSY, raw_spin_unlock(_T->lock))
DEFINE_SAFE_GUARD_COND(raw_spinlock_bh_try, raw_spinlock_t,
		       raw_spin_trylock_bh(_T->lock) ? 0 : -EBUSY,
		       raw_spin_unlock_bh(_T->lock))
DEFINE_SAFE_GUARD_COND(raw_spinlock_irq_try, raw_spinlock_t,
		       raw_spin_trylock_irq(_T->lock) ? 0 : -EBUSY,
		       raw_spin_unlock_irq(_T->lock))
DEFINE_SAFE_GUARD_COND(raw_spinlock_irqsave_try, raw_spinlock_t,
		       raw_spin_trylock_irqsave(_T->lock, _T->flags) ? 0 : -EBUSY,
		       raw_spin_unlock_irqrestore(_T->lock, _T->flags), unsigned long flags)

DEFINE_SAFE_GUARD_COND(read_lock_try, rwlock_t,
		       read_trylock(_T->lock) ? 0 : -EBUSY, read_unlock(_T->lock))
DEFINE_SAFE_GUARD_COND(write_lock_try, rwlock_t,
		       write_trylock(_T->lock) ? 0 : -EBUSY, write_unlock(_T->lock))
DEFINE_SAFE_GUARD_COND(write_lock_irqsave_try, rwlock_t,
		       write_trylock_irqsave(_T->lock, _T->flags) ? 0 : -EBUSY,
		       write_unlock_irqrestore(_T->lock, _T->flags), unsigned long flags)

/* public: */

#endif /* _SAFE_SCOPE_H */
