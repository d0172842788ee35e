// SPDX-License-Identifier: GPL-2.0
/* Regions with code behind them become scoped_guard(). */
#include "../case.h"

/* lp5521_selftest(): one statement. */
ssize_t one_statement(struct chip *chip, char *buf)
{
	int ret;

#ifndef NEW
	mutex_lock(&chip->lock);
	ret = chip_start(chip);
	mutex_unlock(&chip->lock);

	return scnprintf(buf, PAGE_SIZE, "%s\n", ret ? "FAIL" : "OK");
#else
	scoped_guard(mutex, &chip->lock)
		ret = chip_start(chip);

	return scnprintf(buf, PAGE_SIZE, "%s\n", ret ? "FAIL" : "OK");
#endif
}

/* tifm_add_adapter(): two regions of one lock. */
int two_regions(struct chip *chip)
{
	int rc;

#ifndef NEW
	idr_preload(GFP_KERNEL);
	spin_lock(&chip->slock);
	rc = idr_alloc(&chips_idr, chip, 0, 0, GFP_NOWAIT);
	if (rc >= 0)
		chip->id = rc;
	spin_unlock(&chip->slock);
	idr_preload_end();
	if (rc < 0)
		return rc;

	rc = chip_start(chip);
	if (rc) {
		spin_lock(&chip->slock);
		idr_remove(&chips_idr, chip->id);
		spin_unlock(&chip->slock);
	}

	return rc;
#else
	idr_preload(GFP_KERNEL);
	scoped_guard(spinlock, &chip->slock) {
		rc = idr_alloc(&chips_idr, chip, 0, 0, GFP_NOWAIT);
		if (rc >= 0)
			chip->id = rc;
	}
	idr_preload_end();
	if (rc < 0)
		return rc;

	rc = chip_start(chip);
	if (rc) {
		guard(spinlock)(&chip->slock);
		idr_remove(&chips_idr, chip->id);
	}

	return rc;
#endif
}

/* vcs_lseek(): an early return from inside. */
int early_return(struct chip *chip)
{
	int size;

#ifndef NEW
	mutex_lock(&chip->lock);
	if (!chip->current_item) {
		mutex_unlock(&chip->lock);
		return -ENXIO;
	}
	size = chip->current_item->value;
	mutex_unlock(&chip->lock);

	if (size < 0)
		return size;
	return chip_write(chip, 0, size);
#else
	scoped_guard(mutex, &chip->lock) {
		if (!chip->current_item)
			return -ENXIO;
		size = chip->current_item->value;
	}

	if (size < 0)
		return size;
	return chip_write(chip, 0, size);
#endif
}

/* A goto that leaves the region for a label behind it. */
int goto_out(struct chip *chip, struct item *item)
{
	int ret;

#ifndef NEW
	mutex_lock(&chip->lock);
	ret = item_setup(item, chip->id);
	if (ret) {
		mutex_unlock(&chip->lock);
		goto err;
	}
	chip->count++;
	mutex_unlock(&chip->lock);

	ret = item_add(chip, item);
	if (ret)
		goto err;
	return 0;
err:
	kfree(item);
	return ret;
#else
	scoped_guard(mutex, &chip->lock) {
		ret = item_setup(item, chip->id);
		if (ret)
			goto err;
		chip->count++;
	}

	ret = item_add(chip, item);
	if (ret)
		goto err;
	return 0;
err:
	kfree(item);
	return ret;
#endif
}

/* ati_remote2_open(): break leaves the guard, on purpose. */
int break_on_purpose(struct chip *chip)
{
	int ret = 0;

#ifndef NEW
	mutex_lock(&chip->lock);
	if (!chip->enabled) {
		ret = chip_start(chip);
		if (ret)
			goto unlock;
	}
	chip->opened = 1;
unlock:
	mutex_unlock(&chip->lock);
	chip_notify(chip);
	return ret;
#else
	scoped_guard(mutex, &chip->lock) {
		if (!chip->enabled) {
			ret = chip_start(chip);
			if (ret)
				break;
		}
		chip->opened = 1;
	}
	chip_notify(chip);
	return ret;
#endif
}

/* A region in each round of a loop, with a call behind it. */
void in_a_loop(struct list_head *list)
{
	struct chip *chip, *next;

#ifndef NEW
	list_for_each_entry_safe(chip, next, list, items) {
		spin_lock_irq(&chip->slock);
		chip->count = 0;
		chip->state |= 4;
		spin_unlock_irq(&chip->slock);
		chip_notify(chip);
	}
#else
	list_for_each_entry_safe(chip, next, list, items) {
		scoped_guard(spinlock_irq, &chip->slock) {
			chip->count = 0;
			chip->state |= 4;
		}
		chip_notify(chip);
	}
#endif
}

/* A case of a switch. */
int in_a_case(struct chip *chip, unsigned int cmd, unsigned long arg)
{
	u32 value;

	switch (cmd) {
	case 1:
#ifndef NEW
		mutex_lock(&chip->lock);
		value = chip->state;
		mutex_unlock(&chip->lock);
#else
		scoped_guard(mutex, &chip->lock)
			value = chip->state;
#endif
		return put_user(value, (u32 __user *)arg);
	case 2:
#ifndef NEW
		mutex_lock(&chip->lock);
		chip->state = arg;
		mutex_unlock(&chip->lock);
		return 0;
#else
	{
		guard(mutex)(&chip->lock);
		chip->state = arg;
		return 0;
	}
#endif
	default:
		return -ENOTTY;
	}
}

/* The lock round the inner of two loops. */
int two_loops(struct chip *chip, u32 *sum)
{
	int i, j;

	*sum = 0;
	for (i = 0; i < chip->count; i++) {
#ifndef NEW
		unsigned long flags;

		spin_lock_irqsave(&chip->slock, flags);
		for (j = 0; j < i; j++) {
			if (chip->out[j & 1] == 7) {
				spin_unlock_irqrestore(&chip->slock, flags);
				return -EIO;
			}
			*sum += chip->out[j & 1];
		}
		spin_unlock_irqrestore(&chip->slock, flags);
#else
		scoped_guard(spinlock_irqsave, &chip->slock) {
			for (j = 0; j < i; j++) {
				if (chip->out[j & 1] == 7)
					return -EIO;
				*sum += chip->out[j & 1];
			}
		}
#endif
		chip_notify(chip);
	}
	return 0;
}
