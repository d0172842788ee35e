/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the cases share: a device like those of drivers/gpio, misc, rtc and leds,
 * and functions that the compiler knows nothing about.
 *
 * A case is one function, written twice: without NEW as it was, with NEW as a
 * migration left it.  Most are taken from drivers of Linux 6.1, shortened; the
 * comment says which.
 */
#ifndef SAFE_VERIFY_CASE_H
#define SAFE_VERIFY_CASE_H

#include <linux/bitmap.h>
#include <linux/cleanup.h>
#include <linux/delay.h>
#include <linux/device.h>
#include <linux/err.h>
#include <linux/fs.h>
#include <linux/idr.h>
#include <linux/interrupt.h>
#include <linux/io.h>
#include <linux/irq.h>
#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/of.h>
#include <linux/rcupdate.h>
#include <linux/rwsem.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/uaccess.h>

struct item {
	struct list_head node;
	int id;
	int value;
	char *name;
	void *data;
};

struct chip {
	struct device *dev;
	struct mutex lock;
	struct mutex open_lock;
	struct rw_semaphore sem;
	spinlock_t slock;
	raw_spinlock_t raw;
	struct list_head items;
	struct chip __rcu *peer;
	struct chip *parent;
	void __iomem *base;
	struct item *current_item;
	char *name;
	int id;
	int opened;
	int count;
	u32 state;
	u32 out[2];
	bool enabled;
	u8 low : 3;
	u8 high : 5;
	unsigned long values[4];
};

extern struct mutex chips_lock;
extern struct rw_semaphore chips_sem;
extern struct list_head chips;
extern struct idr chips_idr;

int chip_write(struct chip *chip, unsigned int reg, u32 value);
int chip_read(struct chip *chip, unsigned int reg, u32 *value);
int chip_start(struct chip *chip);
void chip_stop(struct chip *chip);
void chip_notify(struct chip *chip);
int chip_parse(struct chip *chip, const char *text, unsigned long *bits);
struct item *item_alloc(struct chip *chip);
int item_setup(struct item *item, int id);
int item_add(struct chip *chip, struct item *item);

#endif /* SAFE_VERIFY_CASE_H */
