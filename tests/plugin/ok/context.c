// SPDX-License-Identifier: GPL-2.0
/* Contexts, in every place that they have. */
#include <linux/types.h>
#include <safe/annotations.h>

void sleeps(int id) __sleeps;
void sleeps(int id) __sleeps;
void sleeps_process(int id) __sleeps __runs_in("process");
void nosleep(int id) __nosleep;
void nosleep_irq(int id) __nosleep __runs_in("hardirq");
void softirq(int id) __runs_in("softirq");
void atomic(int id) __runs_in("atomic");
void reader(int id) __runs_in("rcu");
void lock(int id) __enters("spinlock");
void unlock(int id) __leaves("spinlock");
void several(int id) __enters("preempt", "irq") __enters("bh") __leaves("rcu");
void trusted(int id) __nosleep __context_unchecked;
__sleeps void before(int id);

struct ops {
	int (*probe)(int id) __sleeps;
	void (*kick)(int id) __nosleep;
	void (* const lock)(int id) __enters("spinlock");
	int (__runs_in("hardirq") *handler)(int irq, void *data);
};

int request(int irq, int (*handler)(int irq, void *data) __runs_in("hardirq"));

typedef int handler_t(int irq, void *data) __runs_in("softirq");
typedef int (*handler_ptr)(int irq, void *data) __nosleep;
