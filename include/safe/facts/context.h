/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Functions that sleep, or do not although it looks so, of which nothing else is said.
 */
#ifndef _SAFE_FACTS_CONTEXT_H
#define _SAFE_FACTS_CONTEXT_H

#include <linux/blkdev.h>
#include <linux/buffer_head.h>
#include <linux/clk.h>
#include <linux/completion.h>
#include <linux/cpu.h>
#include <linux/debugfs.h>
#include <linux/delay.h>
#include <linux/firmware.h>
#include <linux/fs.h>
#include <linux/i2c.h>
#include <linux/interrupt.h>
#include <linux/io.h>
#include <linux/kobject.h>
#include <linux/kthread.h>
#include <linux/mutex.h>
#include <linux/netdevice.h>
#include <linux/percpu-rwsem.h>
#include <linux/rcupdate.h>
#include <linux/rtnetlink.h>
#include <linux/rwsem.h>
#include <linux/sched.h>
#include <linux/semaphore.h>
#include <linux/spi/spi.h>
#include <linux/srcu.h>
#include <linux/uaccess.h>
#include <linux/usb.h>
#include <linux/workqueue.h>
#include <linux/ww_mutex.h>
#include <linux/xarray.h>
#include <net/sock.h>
#include <safe/annotations.h>

/* The scheduler, and what asks for it. */
asmlinkage void schedule(void) __sleeps;
signed long schedule_timeout(signed long timeout) __sleeps;
signed long schedule_timeout_interruptible(signed long timeout) __sleeps;
signed long schedule_timeout_killable(signed long timeout) __sleeps;
signed long schedule_timeout_uninterruptible(signed long timeout) __sleeps;
void io_schedule(void) __sleeps;
long io_schedule_timeout(long timeout) __sleeps;
void yield(void) __sleeps;
void __might_sleep(const char *file, int line) __sleeps;
void __might_fault(const char *file, int line) __sleeps;
void msleep(unsigned int msecs) __sleeps;
unsigned long msleep_interruptible(unsigned int msecs) __sleeps;
void usleep_range_state(unsigned long min, unsigned long max, unsigned int state)
		__sleeps;
void usleep_range(unsigned long min, unsigned long max) __sleeps;
void ssleep(unsigned int seconds) __sleeps;

/* Locks that wait. */
int down_killable(struct semaphore *sem) __sleeps;
int down_timeout(struct semaphore *sem, long jiffies) __sleeps;
int down_read_interruptible(struct rw_semaphore *sem) __sleeps;
int down_read_killable(struct rw_semaphore *sem) __sleeps;
void down_read_nested(struct rw_semaphore *sem, int subclass) __sleeps;
int down_write_killable(struct rw_semaphore *sem) __sleeps;
void down_write_nested(struct rw_semaphore *sem, int subclass) __sleeps;
void percpu_down_read(struct percpu_rw_semaphore *sem) __sleeps;
void percpu_down_write(struct percpu_rw_semaphore *sem) __sleeps;
int ww_mutex_lock(struct ww_mutex *lock, struct ww_acquire_ctx *ctx) __sleeps;
int ww_mutex_lock_interruptible(struct ww_mutex *lock, struct ww_acquire_ctx *ctx)
		__sleeps;
void cpus_read_lock(void) __sleeps;
void rtnl_lock(void) __sleeps;
void lock_sock_nested(struct sock *sk, int subclass) __sleeps;
void lock_sock(struct sock *sk) __sleeps;
void release_sock(struct sock *sk) __sleeps;

/* Waiting for others. */
void synchronize_rcu(void) __sleeps;
void synchronize_rcu_expedited(void) __sleeps;
void synchronize_srcu(struct srcu_struct *ssp) __sleeps;
void synchronize_net(void) __sleeps;
void rcu_barrier(void) __sleeps;
void synchronize_irq(unsigned int irq) __sleeps;
/* Buses and devices that answer slowly. */
/* Memory and files. */
unsigned long clear_user(void __user *to, unsigned long n) __sleeps;
void __lock_buffer(struct buffer_head *bh) __sleeps;
void __wait_on_buffer(struct buffer_head *bh) __sleeps;

/* These let go of the lock of the array meanwhile. */
void *__xa_store(struct xarray *xa, unsigned long index, void *entry, gfp_t gfp)
		__nosleep;
void *__xa_cmpxchg(struct xarray *xa, unsigned long index, void *old, void *entry,
		gfp_t gfp) __nosleep;
int __xa_insert(struct xarray *xa, unsigned long index,
		void * __keeps_if("ret == 0") entry, gfp_t gfp) __nosleep;
int __xa_alloc(struct xarray *xa, u32 *id, void * __keeps_if("ret == 0") entry,
		struct xa_limit limit, gfp_t gfp) __nosleep;
int __xa_alloc_cyclic(struct xarray *xa, u32 *id, void * __keeps_if("ret >= 0") entry,
		struct xa_limit limit, u32 *next, gfp_t gfp) __nosleep;

#endif /* _SAFE_FACTS_CONTEXT_H */
