/* SPDX-License-Identifier: GPL-2.0 */
/* What the cases work on: a device with every kind of lock. */
#include <linux/device.h>
#include <linux/interrupt.h>
#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/rcupdate.h>
#include <linux/rwsem.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/srcu.h>

struct foo {
	struct device *dev;
	struct mutex lock;
	struct mutex other;
	spinlock_t slock;
	raw_spinlock_t rlock;
	rwlock_t rwlock;
	struct rw_semaphore sem;
	struct srcu_struct srcu;
	struct list_head list;
	struct list_head node;
	struct foo *next;
	char *name;
	void *data;
	int count;
	int mode;
	bool busy;
};

struct bar {
	struct foo base;
	u8 *buffer;
};

extern struct mutex foo_lock;
extern struct list_head foo_list;

int foo_read(struct foo *foo, int reg);
int foo_write(struct foo *foo, int reg, int value);
int foo_start(struct foo *foo);
void foo_stop(struct foo *foo);
void foo_put(struct foo *foo);
int foo_register(void *data);
