// SPDX-License-Identifier: GPL-2.0
/* Whole functions and blocks under a lock become guard(). */
#include "../case.h"

/* zevio_gpio_direction_output(): to the end of the function. */
int straight(struct chip *chip, unsigned int pin, int value)
{
	u32 val;

#ifndef NEW
	spin_lock(&chip->slock);
	val = readl(chip->base);
	if (value)
		val |= BIT(pin);
	else
		val &= ~BIT(pin);
	writel(val, chip->base);
	spin_unlock(&chip->slock);

	return 0;
#else
	guard(spinlock)(&chip->slock);

	val = readl(chip->base);
	if (value)
		val |= BIT(pin);
	else
		val &= ~BIT(pin);
	writel(val, chip->base);

	return 0;
#endif
}

/* max732x_gpio_set_mask(): a label before the unlock, nothing returned. */
void goto_to_unlock(struct chip *chip, unsigned int off, int mask, int val)
{
	u32 reg;
#ifndef NEW
	int ret;

	mutex_lock(&chip->lock);
	reg = off > 7 ? chip->out[1] : chip->out[0];
	reg = (reg & ~mask) | (val & mask);
	ret = chip_write(chip, off, reg);
	if (ret < 0)
		goto out;

	if (off > 7)
		chip->out[1] = reg;
	else
		chip->out[0] = reg;
out:
	mutex_unlock(&chip->lock);
#else

	guard(mutex)(&chip->lock);
	reg = off > 7 ? chip->out[1] : chip->out[0];
	reg = (reg & ~mask) | (val & mask);
	if (chip_write(chip, off, reg) < 0)
		return;

	if (off > 7)
		chip->out[1] = reg;
	else
		chip->out[0] = reg;
#endif
}

/* brightness_store(): the variable for the result goes with the label. */
ssize_t ret_removed(struct chip *chip, const char *buf, size_t size)
{
	unsigned long state;
#ifndef NEW
	ssize_t ret;

	mutex_lock(&chip->lock);

	if (!chip->enabled) {
		ret = -EBUSY;
		goto unlock;
	}

	ret = kstrtoul(buf, 10, &state);
	if (ret)
		goto unlock;

	if (state == 0)
		chip_stop(chip);
	chip_write(chip, 0, state);

	ret = size;
unlock:
	mutex_unlock(&chip->lock);
	return ret;
#else
	int ret;

	guard(mutex)(&chip->lock);

	if (!chip->enabled)
		return -EBUSY;

	ret = kstrtoul(buf, 10, &state);
	if (ret)
		return ret;

	if (state == 0)
		chip_stop(chip);
	chip_write(chip, 0, state);

	return size;
#endif
}

/* The result was collected in a variable that began as 0. */
int result_collected(struct chip *chip, u32 mask)
{
#ifndef NEW
	int ret = 0;

	mutex_lock(&chip->lock);
	if (chip->state & mask) {
		chip->state &= ~mask;
	} else if (mask & 1) {
		chip->state |= mask;
	} else {
		goto out;
	}
	ret = chip_write(chip, 0, chip->state);
out:
	mutex_unlock(&chip->lock);

	return ret;
#else
	guard(mutex)(&chip->lock);
	if (chip->state & mask)
		chip->state &= ~mask;
	else if (mask & 1)
		chip->state |= mask;
	else
		return 0;

	return chip_write(chip, 0, chip->state);
#endif
}

/* led_trigger_register(): an unlock before each early return. */
int early_returns(struct chip *chip, struct item *new)
{
	struct item *item;

#ifndef NEW
	mutex_lock(&chip->lock);
	list_for_each_entry(item, &chip->items, node) {
		if (item->id == new->id) {
			mutex_unlock(&chip->lock);
			return -EEXIST;
		}
	}
	list_add_tail(&new->node, &chip->items);
	mutex_unlock(&chip->lock);
	return 0;
#else
	guard(mutex)(&chip->lock);
	list_for_each_entry(item, &chip->items, node) {
		if (item->id == new->id)
			return -EEXIST;
	}
	list_add_tail(&new->node, &chip->items);
	return 0;
#endif
}

/* m48t59_rtc_read_time(): the flags move into the guard. */
u32 irqsave(struct chip *chip, u32 *high)
{
#ifndef NEW
	unsigned long flags;
	u32 low;

	spin_lock_irqsave(&chip->slock, flags);
	low = readl(chip->base);
	*high = readl(chip->base + 4);
	spin_unlock_irqrestore(&chip->slock, flags);
	return low;
#else
	u32 low;

	guard(spinlock_irqsave)(&chip->slock);
	low = readl(chip->base);
	*high = readl(chip->base + 4);
	return low;
#endif
}

/* ioh_irq_type(): a switch, a label behind it, a raw spinlock. */
int irq_type(struct chip *chip, unsigned int type, unsigned int pos)
{
	u32 val;
#ifndef NEW
	unsigned long flags;

	raw_spin_lock_irqsave(&chip->raw, flags);
	switch (type) {
	case IRQ_TYPE_EDGE_RISING:
		val = 2;
		break;
	case IRQ_TYPE_EDGE_FALLING:
		val = 3;
		break;
	case IRQ_TYPE_EDGE_BOTH:
		val = 4;
		break;
	case IRQ_TYPE_PROBE:
		goto end;
	default:
		dev_warn(chip->dev, "unknown type %u\n", type);
		goto end;
	}
	writel(readl(chip->base) | (val << (pos * 4)), chip->base);
	writel(BIT(pos), chip->base + 4);
end:
	raw_spin_unlock_irqrestore(&chip->raw, flags);

	return 0;
#else

	guard(raw_spinlock_irqsave)(&chip->raw);
	switch (type) {
	case IRQ_TYPE_EDGE_RISING:
		val = 2;
		break;
	case IRQ_TYPE_EDGE_FALLING:
		val = 3;
		break;
	case IRQ_TYPE_EDGE_BOTH:
		val = 4;
		break;
	case IRQ_TYPE_PROBE:
		return 0;
	default:
		dev_warn(chip->dev, "unknown type %u\n", type);
		return 0;
	}
	writel(readl(chip->base) | (val << (pos * 4)), chip->base);
	writel(BIT(pos), chip->base + 4);

	return 0;
#endif
}

/* rtc_dev_open(): interrupts off; the value is computed after the unlock. */
int irq_pure_tail(struct chip *chip)
{
#ifndef NEW
	int count;

	spin_lock_irq(&chip->slock);
	count = chip->count;
	chip->count = 0;
	spin_unlock_irq(&chip->slock);

	return count > 0 ? count * 2 : -EAGAIN;
#else
	int count;

	guard(spinlock_irq)(&chip->slock);
	count = chip->count;
	chip->count = 0;

	return count > 0 ? count * 2 : -EAGAIN;
#endif
}

/* phantom_open(): two locks, one of them in the inner order. */
int nested(struct chip *chip, struct file *file)
{
#ifndef NEW
	mutex_lock(&chips_lock);
	mutex_lock(&chip->open_lock);

	if (chip->opened) {
		mutex_unlock(&chip->open_lock);
		mutex_unlock(&chips_lock);
		return -EINVAL;
	}

	WARN_ON(chip->state & 1);
	file->private_data = chip;
	chip->opened++;
	mutex_unlock(&chip->open_lock);
	mutex_unlock(&chips_lock);
	return 0;
#else
	guard(mutex)(&chips_lock);
	guard(mutex)(&chip->open_lock);

	if (chip->opened)
		return -EINVAL;

	WARN_ON(chip->state & 1);
	file->private_data = chip;
	chip->opened++;
	return 0;
#endif
}

/* The lock is behind a pointer that the unlock reads again.  Rule: lock-reread. */
int lock_read_again(struct chip *chip)
{
#ifndef NEW
	int ret;

	mutex_lock(&chip->parent->lock);
	ret = chip_start(chip);
	mutex_unlock(&chip->parent->lock);

	return ret;
#else
	guard(mutex)(&chip->parent->lock);
	return chip_start(chip);
#endif
}

/* xpad_suspend(): a block that ends right after the unlock. */
int nested_block(struct chip *chip, bool off)
{
#ifndef NEW
	if (off) {
		chip_stop(chip);
	} else {
		mutex_lock(&chip->lock);
		if (chip->enabled)
			chip_notify(chip);
		mutex_unlock(&chip->lock);
	}
	return 0;
#else
	if (off) {
		chip_stop(chip);
	} else {
		guard(mutex)(&chip->lock);

		if (chip->enabled)
			chip_notify(chip);
	}
	return 0;
#endif
}

/* The body of a loop; continue and break leave it with the lock released. */
int loop_body(struct list_head *list, int id)
{
	struct chip *chip;
	int found = 0;

#ifndef NEW
	list_for_each_entry(chip, list, items) {
		mutex_lock(&chip->lock);
		if (!chip->enabled) {
			mutex_unlock(&chip->lock);
			continue;
		}
		if (chip->id == id) {
			found = chip->count;
			mutex_unlock(&chip->lock);
			break;
		}
		chip_notify(chip);
		mutex_unlock(&chip->lock);
	}
	return found;
#else
	list_for_each_entry(chip, list, items) {
		guard(mutex)(&chip->lock);
		if (!chip->enabled)
			continue;
		if (chip->id == id) {
			found = chip->count;
			break;
		}
		chip_notify(chip);
	}
	return found;
#endif
}

/* gpio_sim_apply_pull(): labels inside the region stay. */
int goto_inside(struct chip *chip, unsigned int offset, int value)
{
	int irq, ret;

#ifndef NEW
	mutex_lock(&chip->lock);
	if (chip->enabled) {
		if (value == !!test_bit(offset, chip->values))
			goto set_pull;
		irq = chip_start(chip);
		if (!irq)
			goto set_value;
		ret = chip_write(chip, irq, value);
		if (ret)
			goto set_pull;
	}
set_value:
	if (!chip->enabled)
		__assign_bit(offset, chip->values, value);
set_pull:
	__assign_bit(offset, &chip->values[1], value);
	mutex_unlock(&chip->lock);
	return 0;
#else
	guard(mutex)(&chip->lock);
	if (chip->enabled) {
		if (value == !!test_bit(offset, chip->values))
			goto set_pull;
		irq = chip_start(chip);
		if (!irq)
			goto set_value;
		ret = chip_write(chip, irq, value);
		if (ret)
			goto set_pull;
	}
set_value:
	if (!chip->enabled)
		__assign_bit(offset, chip->values, value);
set_pull:
	__assign_bit(offset, &chip->values[1], value);
	return 0;
#endif
}

/* ics932s401_update_device(): loops with a constant and a variable bound. */
struct chip *loops(struct chip *chip)
{
	u32 value;
	int i;

#ifndef NEW
	mutex_lock(&chip->lock);
	if (chip->enabled)
		goto out;
	for (i = 0; i < 8; i++) {
		if (chip_read(chip, i, &value) < 0)
			value = 0;
		chip->out[i & 1] = value >> 8;
	}
	for (i = chip->count; i > 0; i--)
		chip_write(chip, i, 0);
	chip->enabled = true;
out:
	mutex_unlock(&chip->lock);
	return chip;
#else
	guard(mutex)(&chip->lock);
	if (chip->enabled)
		return chip;
	for (i = 0; i < 8; i++) {
		if (chip_read(chip, i, &value) < 0)
			value = 0;
		chip->out[i & 1] = value >> 8;
	}
	for (i = chip->count; i > 0; i--)
		chip_write(chip, i, 0);
	chip->enabled = true;
	return chip;
#endif
}

/* A jump back while the lock is held. */
int retry(struct chip *chip)
{
	int ret, tries = 0;

#ifndef NEW
	mutex_lock(&chip->lock);
again:
	ret = chip_start(chip);
	if (ret == -EAGAIN && tries++ < 3)
		goto again;
	if (ret)
		goto out;
	chip->enabled = true;
out:
	mutex_unlock(&chip->lock);
	return ret;
#else
	guard(mutex)(&chip->lock);
again:
	ret = chip_start(chip);
	if (ret == -EAGAIN && tries++ < 3)
		goto again;
	if (ret)
		return ret;
	chip->enabled = true;
	return 0;
#endif
}

/* An RCU read side and a nested lookup. */
int rcu(struct chip *chip)
{
#ifndef NEW
	struct chip *peer;
	int count = -ENOENT;

	rcu_read_lock();
	peer = rcu_dereference(chip->peer);
	if (peer)
		count = peer->count;
	rcu_read_unlock();
	return count;
#else
	struct chip *peer;

	guard(rcu)();
	peer = rcu_dereference(chip->peer);
	if (!peer)
		return -ENOENT;
	return peer->count;
#endif
}

/* led_trigger_register(): a semaphore, to write and to read. */
int rwsem(struct chip *chip, struct item *new)
{
	struct item *item;
#ifndef NEW
	int ret = -ENOENT;

	down_write(&chip->sem);
	list_add_tail(&new->node, &chip->items);
	up_write(&chip->sem);

	down_read(&chips_sem);
	list_for_each_entry(item, &chip->items, node) {
		if (item->value < 0) {
			ret = item->value;
			break;
		}
		chip_notify(chip);
	}
	up_read(&chips_sem);
	return ret;
#else

	scoped_guard(rwsem_write, &chip->sem)
		list_add_tail(&new->node, &chip->items);

	guard(rwsem_read)(&chips_sem);
	list_for_each_entry(item, &chip->items, node) {
		if (item->value < 0)
			return item->value;
		chip_notify(chip);
	}
	return -ENOENT;
#endif
}

/* Preemption off round a loop without an event, over local variables. */
u64 preempt(struct chip *chip)
{
	u64 sum = 0;
	int i;

#ifndef NEW
	preempt_disable();
	for (i = 0; i < 4; i++)
		sum += chip->values[i];
	preempt_enable();
	return sum;
#else
	guard(preempt)();
	for (i = 0; i < 4; i++)
		sum += chip->values[i];
	return sum;
#endif
}

/* The line is printed, and moves.  Rule: line-number. */
int line_printed(struct chip *chip)
{
#ifndef NEW
	int ret;

	mutex_lock(&chip->lock);
	ret = chip_start(chip);
	if (ret)
		pr_err("%s:%d: no start\n", __func__, __LINE__);
	mutex_unlock(&chip->lock);
	return ret;
#else
	int ret;

	guard(mutex)(&chip->lock);
	ret = chip_start(chip);
	if (ret)
		pr_err("%s:%d: no start\n", __func__, __LINE__);
	return ret;
#endif
}

/* Two once-only messages, whose static variables are told apart by their order. */
void warned_once(struct chip *chip, u32 value)
{
#ifndef NEW
	mutex_lock(&chip->lock);
	if (value > 8)
		dev_warn_once(chip->dev, "large\n");
	chip->state = value;
	if (WARN_ON_ONCE(!chip->enabled))
		goto out;
	chip_notify(chip);
out:
	mutex_unlock(&chip->lock);
#else
	guard(mutex)(&chip->lock);
	if (value > 8)
		dev_warn_once(chip->dev, "large\n");
	chip->state = value;
	if (WARN_ON_ONCE(!chip->enabled))
		return;
	chip_notify(chip);
#endif
}

/* A local array that is filled with a running index, and shown to a function. */
int local_array(struct chip *chip)
{
	u32 values[8] = {};
	int i, ret;

#ifndef NEW
	mutex_lock(&chip->lock);
	for (i = 0; i < chip->count; i++)
		values[i & 7] += chip->out[i & 1];
	ret = chip_read(chip, values[3], &values[4]);
	if (!ret)
		ret = values[4];
	mutex_unlock(&chip->lock);
	return ret;
#else
	guard(mutex)(&chip->lock);
	for (i = 0; i < chip->count; i++)
		values[i & 7] += chip->out[i & 1];
	ret = chip_read(chip, values[3], &values[4]);
	if (ret)
		return ret;
	return values[4];
#endif
}
