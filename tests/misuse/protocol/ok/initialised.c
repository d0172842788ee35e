// SPDX-License-Identifier: GPL-2.0
/* Members that are initialised, in all the ways there are. */
#include <linux/completion.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/timer.h>
#include <linux/workqueue.h>

struct foo {
	struct completion done;
	struct mutex lock;
	spinlock_t irq_lock;
	struct timer_list timer;
	struct work_struct work;
};

static const struct foo template = { };

void foo_timeout(struct timer_list *timer);
void foo_work(struct work_struct *work);
void foo_setup(struct foo *foo);

static void foo_init(struct foo *foo)
{
	init_completion(&foo->done);
	mutex_init(&foo->lock);
	spin_lock_init(&foo->irq_lock);
	timer_setup(&foo->timer, foo_timeout, 0);
	INIT_WORK(&foo->work, foo_work);
}

static void foo_use(struct foo *foo)
{
	mutex_lock(&foo->lock);
	spin_lock(&foo->irq_lock);
	spin_unlock(&foo->irq_lock);
	mod_timer(&foo->timer, jiffies);
	mutex_unlock(&foo->lock);
	complete(&foo->done);
	schedule_work(&foo->work);
}

struct foo *foo_new(void);
struct foo *foo_new(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return NULL;
	foo_init(foo);
	foo_use(foo);
	mutex_lock(&foo->lock);
	mutex_unlock(&foo->lock);
	return foo;
}

struct foo *foo_new_elsewhere(void);
struct foo *foo_new_elsewhere(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return NULL;
	foo_setup(foo);
	complete(&foo->done);
	return foo;
}

int foo_wait(void);
int foo_wait(void)
{
	DECLARE_COMPLETION_ONSTACK(done);
	struct completion other = COMPLETION_INITIALIZER_ONSTACK(other);

	complete(&done);
	wait_for_completion(&done);
	complete(&other);
	return 0;
}
