/* SPDX-License-Identifier: GPL-2.0 */
#ifndef _SAFE_ANNOTATIONS_H
#define _SAFE_ANNOTATIONS_H

/**
 * DOC: Ownership and result annotations
 *
 * These say in a prototype what otherwise stands in a comment or nowhere: who
 * owns a pointer after the call, and how a function reports failure.  The
 * compiler plugin reads them; every other compiler sees nothing at all.
 *
 * Example::
 *
 *	struct foo *foo_alloc(gfp_t gfp) __returns_owned __released_by("foo_free");
 *	void foo_free(struct foo *__takes f);
 *	int foo_register(struct foo *__takes_if("ret == 0") f);
 *	const char *foo_name(const struct foo *f) __returns_borrowed;
 *
 * A trap: an annotation belongs to the prototype that callers see, in the
 * header.  One that stands only at the definition says nothing to a caller in
 * another file.
 *
 * They are attributes of the function's type and of its parameters' types, so
 * that a call through a function pointer is checked as well.  They do not
 * change the type: assigning and comparing pointers works as before, and the
 * object code is the same with and without them.
 */

/*
 * __has_attribute() knows the plugin's attributes only while it is loaded.
 * Symbol versions must not depend on whether the checker ran.
 */
#if defined(__has_attribute) && !defined(__GENKSYMS__)
# if __has_attribute(safe_owned)
#  define __SAFE_CHECKER__ 1
# endif
#endif

#ifdef __SAFE_CHECKER__
# define __safe_attr(...)	__attribute__((__VA_ARGS__))
#else
# define __safe_attr(...)
#endif

/* Parameters; written after the '*'. */

/** define __takes - the callee takes ownership of the argument, always */
#define __takes			__safe_attr(safe_takes)

/**
 * define __takes_if - the callee takes ownership when a condition holds
 * @cond: a string, the condition on the return value: "ret == 0", "ret >= 0",
 *	  "ret < 0", "ret != 0" (also for pointers: "ret != 0" is not NULL)
 */
#define __takes_if(cond)	__safe_attr(safe_takes_if(cond))

/**
 * define __keeps_if - the callee keeps the argument when a condition holds
 * @cond: a string, the condition on the return value, as for __takes_if()
 *
 * Then the caller need not release it, and may go on using it: what a function that
 * registers an object does.  When the condition does not hold, nothing has changed.
 */
#define __keeps_if(cond)	__safe_attr(safe_keeps_if(cond))

/**
 * define __keeps_or_frees - the same, but otherwise the callee releases the argument
 * @cond: a string, the condition on the return value, as for __takes_if()
 */
#define __keeps_or_frees(cond)	__safe_attr(safe_keeps_or_frees(cond))

/**
 * define __puts - the callee drops the caller's reference of a counted object
 *
 * The object is gone for the caller if it had the only reference; whether it
 * had is not claimed of an object that came from elsewhere.
 */
#define __puts			__safe_attr(safe_puts)

/** define __counter - the argument counts the users of the object that it is in */
#define __counter		__safe_attr(safe_counter)

/** define __borrowed - the callee does not keep the argument beyond the call */
#define __borrowed		__safe_attr(safe_borrowed)

/** define __deref - the callee reads or writes the object: never NULL or an error */
#define __deref			__safe_attr(safe_deref)

/** define __no_error - the argument may be NULL, but must not be an error pointer */
#define __no_error		__safe_attr(safe_no_error)

/** define __may_be_error - the callee passes over NULL and error pointers */
#define __may_be_error		__safe_attr(safe_may_be_error)

/** define __error_only - the argument must be an error pointer, as for PTR_ERR() */
#define __error_only		__safe_attr(safe_error_only)

/** define __owned - a struct member, or the target of an out parameter, that owns */
#define __owned			__safe_attr(safe_owned)

/** define __returned - the function returns this argument, whatever else it does */
#define __returned		__safe_attr(safe_returned)

/*
 * What has to be undone; of a pointer, or of a number that stands for something: an
 * interrupt, a GPIO.  Each raise has to be followed by one call that lowers it.
 *
 *	int clk_enable(struct clk * __raises_if("ret == 0", "clk_disable") clk);
 *	void clk_disable(struct clk * __lowers clk);
 */

/**
 * define __raises - a count or state of the argument is raised, even if the call fails
 * @...: the functions that lower it, as strings; messages propose the first
 */
#define __raises(...)		__safe_attr(safe_raises(__VA_ARGS__))

/**
 * define __raises_if - a count or state of the argument is raised when a condition holds
 * @cond: a string, the condition on the return value, as for __takes_if()
 * @...: the functions that lower it, as strings; messages propose the first
 */
#define __raises_if(cond, ...)	__safe_attr(safe_raises_if(cond, __VA_ARGS__))

/** define __lowers - the callee undoes what another function has raised */
#define __lowers		__safe_attr(safe_lowers)

/** define __manages - all that is raised of the argument is lowered without a call */
#define __manages		__safe_attr(safe_manages)

/* Functions; written after the parameter list. */

/** define __returns_owned - the caller owns the pointer that is returned */
#define __returns_owned		__safe_attr(safe_returns_owned)

/** define __returns_borrowed - the pointer returned belongs to somebody else */
#define __returns_borrowed	__safe_attr(safe_returns_borrowed)

/**
 * define __released_by - which functions may release what is returned
 * @...: names, as strings; the first is the one that messages propose
 */
#define __released_by(...)	__safe_attr(safe_released_by(__VA_ARGS__))

/** define __returns_null - failure is NULL; never an error pointer */
#define __returns_null		__safe_attr(safe_returns_null)

/** define __returns_zeroed - the memory that is returned is all zero */
#define __returns_zeroed	__safe_attr(safe_returns_zeroed)

/** define __returns_err - failure is an error pointer; never NULL */
#define __returns_err		__safe_attr(safe_returns_err)

/** define __returns_err_or_null - failure is an error pointer, NULL is "none" */
#define __returns_err_or_null	__safe_attr(safe_returns_err_or_null)

/** define __returns_none - NULL says that there is none, which is no failure */
#define __returns_none		__safe_attr(safe_returns_none)

/**
 * define __returns_id - a number from 0 on is returned that stands for something
 * @...: the functions that end this, as strings; their parameter is __lowers
 */
#define __returns_id(...)	__safe_attr(safe_returns_id(__VA_ARGS__))

/** define __must_look - the number returned says whether it worked: not to be ignored */
#define __must_look		__safe_attr(safe_must_look)

/*
 * Contexts; written after the parameter list of a function, of a pointer to one in a
 * struct of operations, or of a type.  What is said of a member is checked against each
 * function that it is set to.
 *
 *	struct foo_ops {
 *		int (*probe)(struct foo *foo) __sleeps;
 *		void (*kick)(struct foo *foo) __nosleep;
 *	};
 *	void foo_irq(int irq, void *data) __runs_in("hardirq");
 *	void foo_lock(struct foo *foo) __enters("spinlock");
 *	void foo_unlock(struct foo *foo) __leaves("spinlock");
 */

/** define __sleeps - it may sleep: never called where that is not allowed */
#define __sleeps		__safe_attr(safe_sleeps)

/** define __nosleep - it never sleeps: may be called everywhere */
#define __nosleep		__safe_attr(safe_nosleep)

/**
 * define __runs_in - where a function, or a callback that is passed, is called
 * @where: "process", where it may sleep; "hardirq", "softirq", "atomic" (some lock is
 *	   held, or interrupts are off), "rcu" (in a read section), where it must not
 */
#define __runs_in(where)	__safe_attr(safe_runs_in(where))

/**
 * define __enters - what forbids to sleep after the call, and did not before it
 * @...: "preempt", "spinlock", "bh", "irq" or "rcu": preemption, soft interrupts or
 *	 interrupts are off, a spinlock is held, a read section has begun; each for one
 *	 level
 */
#define __enters(...)		__safe_attr(safe_enters(__VA_ARGS__))

/**
 * define __leaves - what forbids to sleep before the call, and does not after it
 * @...: as for __enters()
 */
#define __leaves(...)		__safe_attr(safe_leaves(__VA_ARGS__))

/** define __context_unchecked - the body is not compared with what is said beside this */
#define __context_unchecked	__safe_attr(safe_context_unchecked)

/*
 * Protocols: in what order the functions of an interface may be called on a handle.
 * After the '*' of the parameter that is the handle; the states are any names.
 *
 *	void foo_init(struct foo *__to_state("ready") foo);
 *	int foo_start(struct foo *__from_state("ready") __to_state_if("ret == 0", "started")
 *		      __until("foo_stop") foo);
 *	int foo_send(struct foo *__from_state("started") foo);
 *	void foo_stop(struct foo *__from_state("started") __to_state("ready") foo);
 */

/**
 * define __from_state - the states in which a function may be called on the handle
 * @states: a string, names separated by commas
 */
#define __from_state(states)	__safe_attr(safe_from(states))

/** define __to_state - the state in which a function leaves the handle, always */
#define __to_state(state)	__safe_attr(safe_to(state))

/**
 * define __to_state_if - the state in which a function leaves the handle if a condition holds
 * @cond: a string, the condition on the return value, as for __takes_if()
 * @state: a string; otherwise the handle stays as it was
 */
#define __to_state_if(cond, state)	__safe_attr(safe_to_if(cond, state))

/**
 * define __until - the handle must not end in the state that a function leaves it in
 * @...: the functions that lead out of it, as strings; messages propose the first
 */
#define __until(...)		__safe_attr(safe_until(__VA_ARGS__))

/** define __returns_state - the state of the handle that a function returns */
#define __returns_state(state)	__safe_attr(safe_returns_in(state))

/*
 * Data that several contexts use: process, interrupt, work, timer.
 *
 *	struct __shared_type foo {
 *		spinlock_t lock;
 *		int irq __set_once;
 *		u32 pending __guarded_by(&lock);
 *		atomic_t users;
 *	};
 */

/**
 * define __shared_type - a struct that several contexts use at once
 *
 * Each member is const, __set_once, guarded by a lock, atomic or another type of the
 * kernel that takes care of itself, or such a struct.
 */
#define __shared_type		__safe_attr(safe_shared_type)

/** define __set_once - a member that is not written once others see the object */
#define __set_once		__safe_attr(safe_set_once)

/* Facts; written at the end. */

/**
 * define __kernels - which kernels have a function as a fact says (for the tests)
 * @...: strings such as "6.1"; without it, all do
 */
#define __kernels(...)

/**
 * define __safe_allow - findings that the checker keeps to itself in this function
 * @what: a string: one id, "SAFE_E_LEAK", or all of a rule, "own"
 * @reason: a string: why it is right all the same; not empty
 *
 * Written before the function's type, in its definition.
 *
 * Example::
 *
 *	static __safe_allow("SAFE_E_LEAK", "the firmware frees it") int foo_send(u32 id)
 *	{
 *		u32 *message = kmalloc(sizeof(*message), GFP_KERNEL);
 *
 *		if (!message)
 *			return -ENOMEM;
 *		*message = id;
 *		return 0;
 *	}
 */
#define __safe_allow(what, reason)	__safe_attr(safe_allow(what, reason))

/* Types; written before the tag. */

/**
 * define __must_use - a struct that a caller must not ignore when it is returned
 * @text: what the compiler says about it
 */
#if defined(__has_c_attribute) && !defined(__CHECKER__) && !defined(__GENKSYMS__)
# if __has_c_attribute(nodiscard)
#  define __must_use(text)	[[nodiscard(text)]]
# endif
#endif
#ifndef __must_use
# define __must_use(text)
#endif

/* Variables. */

/** define __uninit - a variable that CONFIG_INIT_STACK_ALL_* leaves alone */
#if defined(__has_attribute)
# if __has_attribute(uninitialized)
#  define __uninit		__attribute__((uninitialized))
# endif
#endif
#ifndef __uninit
# define __uninit
#endif

#endif /* _SAFE_ANNOTATIONS_H */
