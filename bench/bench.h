/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the functions of idioms/ work on.
 *
 * Each function stands there twice: <name>_goto as it is written by hand, with
 * labels, and <name>_safe with the headers of safe.  Both are called by
 * harness.c, which makes the steps fail one after another; on each path both
 * must make the same calls and return the same value.
 */
#ifndef SAFE_BENCH_H
#define SAFE_BENCH_H

#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/rwsem.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/srcu.h>
#include <linux/vmalloc.h>

struct bench_item {
	struct list_head node;
	void *buf;
	u32 id;
};

struct bench_ctx {
	struct mutex lock;
	struct mutex other;
	spinlock_t spin;
	raw_spinlock_t raw;
	rwlock_t rw;
	struct rw_semaphore sem;
	struct srcu_struct srcu;
	struct kmem_cache *cache;
	struct bench_item *item;
	struct bench_item __rcu *shared;
	void *buf;
	u32 count;
	u32 limit;
};

/* Fails with -EIO when the run says that step @n fails. */
int bench_step(struct bench_ctx *c, int n);
void bench_undo(struct bench_ctx *c, int n);
void bench_free(struct bench_item *item);
/* NULL when step @n fails. */
struct bench_item *bench_find(struct bench_ctx *c, int n);
/* An error pointer when step @n fails. */
struct bench_item *bench_open(struct bench_ctx *c, int n);

/* Room for what a function sets up, behind the context. */
static inline void *bench_room(struct bench_ctx *c)
{
	return c + 1;
}

#define BENCH(_name) \
	int _name(struct bench_ctx *c, long arg); \
	int _name(struct bench_ctx *c, long arg __maybe_unused)

#endif /* SAFE_BENCH_H */
