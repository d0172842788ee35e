// SPDX-License-Identifier: GPL-2.0
/* What a member can be. */
#include <linux/mutex.h>
#include <linux/timer.h>
#include <linux/wait.h>
#include <linux/workqueue.h>

#include <safe/pin.h>

#include "../foo.h"

DEFINE_SAFE_OWN(foo_name, char, kfree)

struct nothing {
};

struct bar {
	struct nothing nothing;
	struct mutex mutex;
	spinlock_t spin;
	wait_queue_head_t wait;
	struct work_struct work;
	struct foo_name name;
	const char *label;
	char buf[16];
	struct list_head queue[4];
	u32 ids[2][2];
	unsigned int flag:1;
	unsigned int mode:3;
	union {
		int a;
		void *b;
	};
	struct {
		int c;
		int d;
	} pair;
	enum { BAR_OFF, BAR_ON } state;
	atomic_t count;
	void (*done)(struct bar *bar);
	SAFE_PINNED;
	u8 data[];
};

#define SAFE_PIN_bar(FIELD, ARRAY)			\
	FIELD(bar, nothing)				\
	FIELD(bar, mutex, mutex_destroy(&_T->mutex))	\
	FIELD(bar, spin)				\
	FIELD(bar, wait)				\
	FIELD(bar, work, cancel_work_sync(&_T->work))	\
	FIELD(bar, name, safe_drop(foo_name, _T->name))	\
	FIELD(bar, label)				\
	ARRAY(bar, buf)					\
	ARRAY(bar, queue, WARN_ON(!list_empty(_T)))	\
	ARRAY(bar, ids)					\
	FIELD(bar, flag)				\
	FIELD(bar, mode)				\
	FIELD(bar, a)					\
	FIELD(bar, pair)				\
	FIELD(bar, state)				\
	FIELD(bar, count)				\
	FIELD(bar, done)
DEFINE_SAFE_PIN(bar)
DEFINE_SAFE_PIN_OWN(bar_box, bar)

static void bar_work(struct work_struct *work)
{
}

static struct safe_init bar_init(struct bar *bar, const char *name, int mode)
{
	safe_pin_begin_zeroed(bar, bar);
	safe_pin_init(bar, mutex, mutex_init);
	safe_pin_init(bar, spin, spin_lock_init);
	safe_pin_init(bar, wait, init_waitqueue_head);
	safe_pin_init(bar, work, INIT_WORK, bar_work);
	safe_pin_set(bar, name, TRY(safe_take_or_nomem(foo_name, kstrdup(name, GFP_KERNEL)),
				    safe_init));
	safe_pin_init_each(bar, queue, INIT_LIST_HEAD);
	safe_pin_set(bar, mode, mode);
	safe_pin_init(bar, count, atomic_set, 1);
	return safe_pin_done(bar);
}

struct bar_box_result bar_new(const char *name);
struct bar_box_result bar_new(const char *name)
{
	return safe_as(bar_box_result, safe_pin_new(bar_box, GFP_KERNEL, bar_init, name, 3));
}
