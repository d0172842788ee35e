// SPDX-License-Identifier: GPL-2.0
/*
 * Tests of safe/scope.h.
 *
 *	make check GROUP=kunit
 */
#include <linux/lockdep.h>
#include <linux/module.h>

#include <safe/scope.h>

#include "trace.h"

/* ---- a lock that traces, and is refused when it is told to ---- */

struct lock {
	char name;
	int refused;
};

static int lock_take(struct lock *lock)
{
	if (lock->refused) {
		trace('x');
		return lock->refused;
	}
	trace(lock->name);
	return 0;
}

static void lock_leave(struct lock *lock)
{
	trace(lock->name + 'a' - 'A');
}

DEFINE_SAFE_GUARD(traced, struct lock, lock_take(_T->lock), lock_leave(_T->lock))
DEFINE_SAFE_GUARD_COND(traced_try, struct lock, lock_take(_T->lock), lock_leave(_T->lock))
DEFINE_SAFE_DEFER(later, char, trace(_T))

static struct lock lock_a = { 'A' }, lock_b = { 'B' };

static int scope_init(struct kunit *test)
{
	lock_a.refused = 0;
	lock_b.refused = 0;
	return trace_init(test);
}

/* ---- the block ---- */

static void scope_of_guard(struct kunit *test)
{
	safe_scope {
		guard(traced)(&lock_a);
		trace('1');
	}
	trace('2');
	EXPECT_TRACE(test, "A1a2");
}

static void scope_guards_in_reverse(struct kunit *test)
{
	safe_scope {
		guard(traced)(&lock_a);
		guard(traced)(&lock_b);
		trace('1');
	}
	EXPECT_TRACE(test, "AB1ba");
}

static void scope_nested(struct kunit *test)
{
	safe_scope {
		guard(traced)(&lock_a);
		safe_scope {
			guard(traced)(&lock_b);
			trace('1');
		}
		trace('2');
	}
	EXPECT_TRACE(test, "AB1b2a");
}

static void scope_continue(struct kunit *test)
{
	for (int i = 0; i < 3; i++) {
		safe_scope {
			guard(traced)(&lock_a);
			if (i == 1)
				continue;
			trace('0' + i);
		}
		trace('.');
	}
	EXPECT_TRACE(test, "A0a.AaA2a.");
}

static void scope_break(struct kunit *test)
{
	for (int i = 0; i < 3; i++) {
		safe_scope {
			guard(traced)(&lock_a);
			if (i == 1)
				break;
			trace('0' + i);
		}
		trace('.');
	}
	EXPECT_TRACE(test, "A0a.Aa");
}

static void scope_break_in_switch(struct kunit *test)
{
	for (int i = 0; i < 3; i++) {
		switch (i) {
		case 1:
			safe_scope {
				guard(traced)(&lock_a);
				if (i)
					break;
				trace('!');
			}
			trace('!');
			break;
		default:
			trace('0' + i);
		}
	}
	EXPECT_TRACE(test, "0Aa2");
}

static int leave_by_return(int value)
{
	safe_scope {
		guard(traced)(&lock_a);
		if (value)
			return value;
	}
	trace('.');
	return 0;
}

static void scope_return(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, leave_by_return(3), 3);
	EXPECT_TRACE(test, "Aa");
	KUNIT_EXPECT_EQ(test, leave_by_return(0), 0);
	EXPECT_TRACE(test, "Aa.");
}

static void scope_goto(struct kunit *test)
{
	int n = 0;

again:
	safe_scope {
		guard(traced)(&lock_a);
		if (n++ < 2)
			goto again;
	}
	EXPECT_TRACE(test, "AaAaAa");
}

static void scope_with_else(struct kunit *test)
{
	for (int i = 0; i < 2; i++) {
		if (i) {
			safe_scope {
				guard(traced)(&lock_a);
				trace('i');
			}
		} else {
			trace('e');
		}
	}
	EXPECT_TRACE(test, "eAia");
}

/* ---- conditional guards ---- */

static int cond_int(void)
{
	safe_guard_or_return(traced_try, &lock_a);
	trace('1');
	return 7;
}

static struct lock *cond_pointer(void)
{
	safe_guard_or_return(traced_try, &lock_a);
	trace('1');
	return &lock_b;
}

DEFINE_SAFE_RESULT(cond_value, u64)

static struct cond_value cond_result(void)
{
	safe_guard_or_return(traced_try, &lock_a, cond_value);
	trace('1');
	return safe_ok(cond_value, 7);
}

static void scope_cond_taken(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, cond_int(), 7);
	EXPECT_TRACE(test, "A1a");
	KUNIT_EXPECT_PTR_EQ(test, cond_pointer(), &lock_b);
	EXPECT_TRACE(test, "A1a");
	KUNIT_EXPECT_EQ(test, safe_unwrap_or(cond_result(), 0), (u64)7);
	EXPECT_TRACE(test, "A1a");
}

/* A lock that was refused is not released. */
static void scope_cond_refused(struct kunit *test)
{
	lock_a.refused = -EINTR;
	KUNIT_EXPECT_EQ(test, cond_int(), -EINTR);
	KUNIT_EXPECT_PTR_EQ(test, cond_pointer(), (struct lock *)ERR_PTR(-EINTR));
	KUNIT_EXPECT_EQ(test, safe_errno(cond_result()), -EINTR);
	EXPECT_TRACE(test, "xxx");
}

static int cond_two(void)
{
	safe_guard_or_return(traced_try, &lock_a);
	safe_guard_or_return(traced_try, &lock_b);
	trace('1');
	return 0;
}

static void scope_cond_second_refused(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, cond_two(), 0);
	EXPECT_TRACE(test, "AB1ba");
	lock_b.refused = -EBUSY;
	KUNIT_EXPECT_EQ(test, cond_two(), -EBUSY);
	EXPECT_TRACE(test, "Axa");
}

static int cond_err(void)
{
	safe_guard_err(err, traced_try, &lock_a);
	if (err)
		return err == -EBUSY ? 1 : 2;
	trace('1');
	return 0;
}

static void scope_guard_err(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, cond_err(), 0);
	EXPECT_TRACE(test, "A1a");
	lock_a.refused = -EBUSY;
	KUNIT_EXPECT_EQ(test, cond_err(), 1);
	lock_a.refused = -EINTR;
	KUNIT_EXPECT_EQ(test, cond_err(), 2);
	EXPECT_TRACE(test, "xx");
}

static int cond_in_loop(int n)
{
	for (int i = 0; i < n; i++) {
		safe_guard_or_return(traced_try, &lock_a);
		trace('0' + i);
		lock_a.refused = i == 1 ? -EBUSY : 0;
	}
	return 0;
}

static void scope_cond_in_loop(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, cond_in_loop(4), -EBUSY);
	EXPECT_TRACE(test, "A0aA1ax");
}

static void scope_evaluates_once(struct kunit *test)
{
	struct lock locks[] = { { 'A' }, { 'B' } }, *l = locks;

	safe_scope {
		guard(traced)(l++);
		safe_guard_err(err, traced_try, l++);

		KUNIT_EXPECT_EQ(test, err, 0);
	}
	KUNIT_EXPECT_PTR_EQ(test, l, locks + 2);
	EXPECT_TRACE(test, "ABba");
}

/* ---- deferred calls ---- */

static int deferred(int ret)
{
	CLASS(later, one)('1');
	CLASS(later, two)('2');

	TRY(ret);
	safe_dismiss(one);
	trace('k');
	return ret;
}

static void scope_defer(struct kunit *test)
{
	KUNIT_EXPECT_EQ(test, deferred(-EIO), -EIO);
	EXPECT_TRACE(test, "21");
	KUNIT_EXPECT_EQ(test, deferred(3), 3);
	EXPECT_TRACE(test, "k2");
}

static void scope_defer_evaluates_once(struct kunit *test)
{
	char c = '1';

	safe_scope {
		CLASS(later, one)(c++);
		CLASS(later, two)(c++);

		safe_dismiss(two);
		safe_dismiss(two);
		KUNIT_EXPECT_EQ(test, c, '3');
	}
	EXPECT_TRACE(test, "1");
}

DEFINE_SAFE_DEFER(later_pointer, int *, trace(_T ? 'p' : '0'))

/* NULL is an argument like any other. */
static void scope_defer_null(struct kunit *test)
{
	safe_scope {
		CLASS(later_pointer, null)(NULL);
	}
	EXPECT_TRACE(test, "0");
}

static void scope_defer_under_guard(struct kunit *test)
{
	safe_scope {
		guard(traced)(&lock_a);
		CLASS(later, one)('1');
	}
	EXPECT_TRACE(test, "A1a");
}

/* ---- the kernel's locks ---- */

static DEFINE_MUTEX(mutex);
static DECLARE_RWSEM(rwsem);
static DEFINE_SPINLOCK(spin);
static DEFINE_RAW_SPINLOCK(raw);
static DEFINE_RWLOCK(rw);
DEFINE_STATIC_SRCU(srcu);

/* Held inside of the scope and not behind it, says lockdep. */
#define EXPECT_HELD(test, _class, lock, _cond) do {		\
	safe_scope {						\
		guard(_class)(lock);				\
		KUNIT_EXPECT_TRUE(test, _cond);			\
	}							\
	KUNIT_EXPECT_FALSE(test, _cond);			\
} while (0)

#define EXPECT_TRIED(test, _class, lock, _cond) do {		\
	safe_scope {						\
		safe_guard_err(err, _class, lock);		\
		KUNIT_EXPECT_EQ(test, err, 0);			\
		KUNIT_EXPECT_TRUE(test, _cond);			\
	}							\
	KUNIT_EXPECT_FALSE(test, _cond);			\
} while (0)

static void skip_without_lockdep(struct kunit *test)
{
#ifdef CONFIG_LOCKDEP
	if (!debug_locks)
		kunit_skip(test, "lockdep is off");
#else
	kunit_skip(test, "needs CONFIG_LOCKDEP");
#endif
}

#ifdef CONFIG_LOCKDEP
# define held(lock)	lockdep_is_held(lock)
#else
# define held(lock)	false
#endif

static void scope_mutex(struct kunit *test)
{
	EXPECT_HELD(test, safe_mutex, &mutex, mutex_is_locked(&mutex));
	EXPECT_TRIED(test, mutex_try, &mutex, mutex_is_locked(&mutex));
	EXPECT_TRIED(test, mutex_intr, &mutex, mutex_is_locked(&mutex));
	EXPECT_TRIED(test, mutex_kill, &mutex, mutex_is_locked(&mutex));
	safe_scope {
		guard(safe_mutex)(&mutex);
		safe_guard_err(err, mutex_try, &mutex);

		KUNIT_EXPECT_EQ(test, err, -EBUSY);
	}
	KUNIT_EXPECT_FALSE(test, mutex_is_locked(&mutex));
}

static void scope_rwsem(struct kunit *test)
{
	EXPECT_HELD(test, safe_rwsem_read, &rwsem, rwsem_is_locked(&rwsem));
	EXPECT_HELD(test, safe_rwsem_write, &rwsem, rwsem_is_locked(&rwsem));
	EXPECT_TRIED(test, rwsem_read_try, &rwsem, rwsem_is_locked(&rwsem));
	EXPECT_TRIED(test, rwsem_read_intr, &rwsem, rwsem_is_locked(&rwsem));
	EXPECT_TRIED(test, rwsem_read_kill, &rwsem, rwsem_is_locked(&rwsem));
	EXPECT_TRIED(test, rwsem_write_try, &rwsem, rwsem_is_locked(&rwsem));
	EXPECT_TRIED(test, rwsem_write_kill, &rwsem, rwsem_is_locked(&rwsem));
	safe_scope {
		guard(safe_rwsem_read)(&rwsem);
		safe_guard_err(err, rwsem_write_try, &rwsem);

		KUNIT_EXPECT_EQ(test, err, -EBUSY);
	}
	KUNIT_EXPECT_FALSE(test, rwsem_is_locked(&rwsem));
}

static void scope_spinlock(struct kunit *test)
{
	skip_without_lockdep(test);
	EXPECT_HELD(test, safe_spinlock, &spin, held(&spin));
	EXPECT_HELD(test, safe_spinlock_bh, &spin, held(&spin) && softirq_count());
	EXPECT_HELD(test, safe_spinlock_irq, &spin, held(&spin) && irqs_disabled());
	EXPECT_HELD(test, safe_spinlock_irqsave, &spin, held(&spin) && irqs_disabled());
	EXPECT_TRIED(test, spinlock_try, &spin, held(&spin));
	EXPECT_TRIED(test, spinlock_bh_try, &spin, held(&spin) && softirq_count());
	EXPECT_TRIED(test, spinlock_irq_try, &spin, held(&spin) && irqs_disabled());
	EXPECT_TRIED(test, spinlock_irqsave_try, &spin, held(&spin) && irqs_disabled());
}

static void scope_raw_spinlock(struct kunit *test)
{
	skip_without_lockdep(test);
	EXPECT_HELD(test, safe_raw_spinlock, &raw, held(&raw));
	EXPECT_HELD(test, safe_raw_spinlock_bh, &raw, held(&raw) && softirq_count());
	EXPECT_HELD(test, safe_raw_spinlock_irq, &raw, held(&raw) && irqs_disabled());
	EXPECT_HELD(test, safe_raw_spinlock_irqsave, &raw, held(&raw) && irqs_disabled());
	EXPECT_TRIED(test, raw_spinlock_try, &raw, held(&raw));
	EXPECT_TRIED(test, raw_spinlock_bh_try, &raw, held(&raw) && softirq_count());
	EXPECT_TRIED(test, raw_spinlock_irq_try, &raw, held(&raw) && irqs_disabled());
	EXPECT_TRIED(test, raw_spinlock_irqsave_try, &raw, held(&raw) && irqs_disabled());
}

static void scope_rwlock(struct kunit *test)
{
	skip_without_lockdep(test);
	EXPECT_HELD(test, safe_read_lock, &rw, held(&rw));
	EXPECT_HELD(test, safe_read_lock_bh, &rw, held(&rw) && softirq_count());
	EXPECT_HELD(test, safe_read_lock_irq, &rw, held(&rw) && irqs_disabled());
	EXPECT_HELD(test, safe_read_lock_irqsave, &rw, held(&rw) && irqs_disabled());
	EXPECT_HELD(test, safe_write_lock, &rw, held(&rw));
	EXPECT_HELD(test, safe_write_lock_bh, &rw, held(&rw) && softirq_count());
	EXPECT_HELD(test, safe_write_lock_irq, &rw, held(&rw) && irqs_disabled());
	EXPECT_HELD(test, safe_write_lock_irqsave, &rw, held(&rw) && irqs_disabled());
	EXPECT_TRIED(test, read_lock_try, &rw, held(&rw));
	EXPECT_TRIED(test, write_lock_try, &rw, held(&rw));
	EXPECT_TRIED(test, write_lock_irqsave_try, &rw, held(&rw) && irqs_disabled());
}

/* A trylock that fails leaves interrupts as they were. */
static void scope_spin_refused(struct kunit *test)
{
	if (!IS_ENABLED(CONFIG_SMP))
		kunit_skip(test, "on one CPU a spinlock is always had");
	safe_scope {
		guard(safe_spinlock)(&spin);
		safe_guard_err(err, spinlock_irqsave_try, &spin);

		KUNIT_EXPECT_EQ(test, err, -EBUSY);
		KUNIT_EXPECT_FALSE(test, irqs_disabled());
	}
	KUNIT_EXPECT_FALSE(test, irqs_disabled());
}

static void scope_rcu(struct kunit *test)
{
	skip_without_lockdep(test);
	safe_scope {
		guard(safe_rcu)();
		KUNIT_EXPECT_TRUE(test, lock_is_held(&rcu_lock_map));
	}
	KUNIT_EXPECT_FALSE(test, lock_is_held(&rcu_lock_map));
	EXPECT_HELD(test, safe_srcu, &srcu, srcu_read_lock_held(&srcu));
}

static void scope_cpu(struct kunit *test)
{
	int count = preempt_count();

	safe_scope {
		guard(safe_irq)();
		KUNIT_EXPECT_TRUE(test, irqs_disabled());
		safe_scope {
			guard(safe_irqsave)();
			KUNIT_EXPECT_TRUE(test, irqs_disabled());
		}
		KUNIT_EXPECT_TRUE(test, irqs_disabled());
	}
	KUNIT_EXPECT_FALSE(test, irqs_disabled());
	safe_scope {
		guard(safe_bh)();
		KUNIT_EXPECT_NE(test, softirq_count(), 0UL);
	}
	safe_scope {
		guard(safe_preempt)();
		if (IS_ENABLED(CONFIG_PREEMPT_COUNT))
			KUNIT_EXPECT_EQ(test, preempt_count(), count + 1);
	}
	KUNIT_EXPECT_EQ(test, preempt_count(), count);
}

static struct kunit_case scope_cases[] = {
	KUNIT_CASE(scope_of_guard),
	KUNIT_CASE(scope_guards_in_reverse),
	KUNIT_CASE(scope_nested),
	KUNIT_CASE(scope_continue),
	KUNIT_CASE(scope_break),
	KUNIT_CASE(scope_break_in_switch),
	KUNIT_CASE(scope_return),
	KUNIT_CASE(scope_goto),
	KUNIT_CASE(scope_with_else),
	KUNIT_CASE(scope_cond_taken),
	KUNIT_CASE(scope_cond_refused),
	KUNIT_CASE(scope_cond_second_refused),
	KUNIT_CASE(scope_guard_err),
	KUNIT_CASE(scope_cond_in_loop),
	KUNIT_CASE(scope_evaluates_once),
	KUNIT_CASE(scope_defer),
	KUNIT_CASE(scope_defer_evaluates_once),
	KUNIT_CASE(scope_defer_null),
	KUNIT_CASE(scope_defer_under_guard),
	KUNIT_CASE(scope_mutex),
	KUNIT_CASE(scope_rwsem),
	KUNIT_CASE(scope_spinlock),
	KUNIT_CASE(scope_raw_spinlock),
	KUNIT_CASE(scope_rwlock),
	KUNIT_CASE(scope_spin_refused),
	KUNIT_CASE(scope_rcu),
	KUNIT_CASE(scope_cpu),
	{},
};

static struct kunit_suite scope_suite = {
	.name = "safe_scope",
	.init = scope_init,
	.test_cases = scope_cases,
};
kunit_test_suite(scope_suite);

MODULE_DESCRIPTION("Tests of safe/scope.h");
MODULE_LICENSE("GPL");
