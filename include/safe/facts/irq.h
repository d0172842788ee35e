/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Interrupts, tasklets and what they disable.
 */
#ifndef _SAFE_FACTS_IRQ_H
#define _SAFE_FACTS_IRQ_H

#include <linux/interrupt.h>
#include <linux/hardirq.h>
#include <linux/irq.h>
#include <safe/annotations.h>

int request_threaded_irq(unsigned int __raises_if("ret == 0", "free_irq") irq,
		irq_handler_t handler, irq_handler_t thread_fn, unsigned long flags,
		const char *name, void *dev) __must_look;
int request_irq(unsigned int __raises_if("ret == 0", "free_irq") irq,
		irq_handler_t handler, unsigned long flags, const char *name, void *dev)
		__must_look;
int request_any_context_irq(unsigned int __raises_if("ret >= 0", "free_irq") irq,
		irq_handler_t handler, unsigned long flags, const char *name,
		void *dev_id) __must_look;
int request_nmi(unsigned int __raises_if("ret == 0", "free_nmi") irq,
		irq_handler_t handler, unsigned long flags, const char *name, void *dev)
		__must_look;
const void *free_nmi(unsigned int __lowers irq, void *dev_id);
const void *free_irq(unsigned __lowers int, void *);
int devm_request_threaded_irq(struct device * __borrowed dev, unsigned int irq,
		irq_handler_t handler, irq_handler_t thread_fn, unsigned long irqflags,
		const char *devname, void *dev_id) __must_look;
int devm_request_irq(struct device * __borrowed dev, unsigned int irq,
		irq_handler_t handler, unsigned long irqflags, const char *devname,
		void *dev_id) __must_look;
int devm_request_any_context_irq(struct device * __borrowed dev, unsigned int irq,
		irq_handler_t handler, unsigned long irqflags, const char *devname,
		void *dev_id) __must_look;
void devm_free_irq(struct device * __borrowed dev, unsigned int irq, void *dev_id);
void disable_irq(unsigned int __raises("enable_irq") irq) __sleeps;
void disable_irq_nosync(unsigned int __raises("enable_irq") irq);
void enable_irq(unsigned int __lowers irq);
int enable_irq_wake(unsigned int __raises_if("ret == 0", "disable_irq_wake") irq);
int disable_irq_wake(unsigned int __lowers irq);
void tasklet_disable(struct tasklet_struct * __borrowed __raises("tasklet_enable") t);
void tasklet_disable_nosync(struct tasklet_struct * __borrowed __raises("tasklet_enable")
		t);
void tasklet_enable(struct tasklet_struct * __borrowed __lowers t);
void tasklet_kill(struct tasklet_struct * __borrowed t) __sleeps;
int __irq_alloc_descs(int irq, unsigned int from, unsigned int cnt, int node,
		struct module *owner, const struct irq_affinity_desc *affinity)
		__returns_id("irq_free_descs");
void irq_free_descs(unsigned int __lowers irq, unsigned int cnt);

#endif /* _SAFE_FACTS_IRQ_H */
