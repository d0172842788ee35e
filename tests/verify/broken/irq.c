// SPDX-License-Identifier: GPL-2.0
/* Spinlocks: the wrong variant, the wrong flags, sleeping under them. */
#include "../case.h"

/* m48t59_rtc_read_time(): interrupts are enabled at the end, whatever they were. */
u32 irqsave_to_irq(struct chip *chip)
{
#ifndef NEW
	unsigned long flags;
	u32 val;

	spin_lock_irqsave(&chip->slock, flags);		/* old: _raw_spin_lock_irqsave */
	val = readl(chip->base);
	spin_unlock_irqrestore(&chip->slock, flags);
	return val;
#else
	guard(spinlock_irq)(&chip->slock);		/* new: spin_lock_irq */
	return readl(chip->base);
#endif
}

/* rtc_dev_open(): interrupts stay on. */
void irq_to_plain(struct chip *chip)
{
#ifndef NEW
	spin_lock_irq(&chip->slock);			/* old: spin_lock_irq */
	chip->state = 0;
	spin_unlock_irq(&chip->slock);
#else
	guard(spinlock)(&chip->slock);			/* new: spin_lock */
	chip->state = 0;
#endif
}

/* ilo_open(): the flags of the outer lock are restored by the inner one. */
void flags_crossed(struct chip *chip, struct chip *other)
{
	unsigned long flags, more;

#ifndef NEW
	spin_lock_irqsave(&chip->slock, flags);
	spin_lock_irqsave(&other->slock, more);
	chip->count++;
	spin_unlock_irqrestore(&other->slock, more);	/* old: spin_unlock_irqrestore */
	spin_unlock_irqrestore(&chip->slock, flags);
#else
	spin_lock_irqsave(&chip->slock, flags);
	spin_lock_irqsave(&other->slock, more);
	chip->count++;
	spin_unlock_irqrestore(&other->slock, flags);	/* new: spin_unlock_irqrestore */
	spin_unlock_irqrestore(&chip->slock, more);
#endif
}

/* ioh_irq_type(): an allocation that sleeps has got under the spinlock. */
int sleeping_allocation(struct chip *chip)
{
	struct item *item;

#ifndef NEW
	item = kzalloc(sizeof(*item), GFP_KERNEL);	/* old: kzalloc */
	if (!item)
		return -ENOMEM;
	spin_lock(&chip->slock);
	list_add(&item->node, &chip->items);
	spin_unlock(&chip->slock);
	return 0;
#else
	guard(spinlock)(&chip->slock);			/* new: spin_lock */
	item = kzalloc(sizeof(*item), GFP_KERNEL);
	if (!item)
		return -ENOMEM;
	list_add(&item->node, &chip->items);
	return 0;
#endif
}

/* m48t59_rtc_read_time(): the register is read before the lock. */
u32 register_before_lock(struct chip *chip)
{
#ifndef NEW
	unsigned long flags;
	u32 val;

	spin_lock_irqsave(&chip->slock, flags);		/* old: _raw_spin_lock_irqsave */
	val = readl(chip->base);
	chip->state = val;
	spin_unlock_irqrestore(&chip->slock, flags);
	return val;
#else
	u32 val = readl(chip->base);			/* new: readl */

	guard(spinlock_irqsave)(&chip->slock);
	chip->state = val;
	return val;
#endif
}

/* Two accesses to a device in the other order. */
void registers_swapped(struct chip *chip, u32 val)
{
#ifndef NEW
	raw_spin_lock(&chip->raw);
	writel(val, chip->base);			/* old: writel */
	writel(1, chip->base + 4);
	raw_spin_unlock(&chip->raw);
#else
	guard(raw_spinlock)(&chip->raw);
	writel(1, chip->base + 4);			/* new: writel */
	writel(val, chip->base);
#endif
}

/* A flag that an interrupt handler looks at is cleared after its barrier. */
void volatile_moved(struct chip *chip)
{
#ifndef NEW
	WRITE_ONCE(chip->state, 0);			/* old: chip->state */
	chip->count = 0;
#else
	chip->count = 0;				/* new: chip->count */
	WRITE_ONCE(chip->state, 0);
#endif
}

/* An RCU pointer is used after its section. */
int rcu_too_narrow(struct chip *chip)
{
	struct chip *peer;
	int count = 0;

#ifndef NEW
	rcu_read_lock();
	peer = rcu_dereference(chip->peer);
	if (peer)
		count = peer->count;
	rcu_read_unlock();
	return count;					/* old: return */
#else
	scoped_guard(rcu)
		peer = rcu_dereference(chip->peer);
	if (peer)
		count = peer->count;
	return count;					/* new: return */
#endif
}

/* A read lock in the place of the write lock. */
void read_for_write(struct chip *chip)
{
#ifndef NEW
	down_write(&chip->sem);				/* old: down_write */
	chip->count++;
	up_write(&chip->sem);
#else
	guard(rwsem_read)(&chip->sem);			/* new: down_read */
	chip->count++;
#endif
}
