// SPDX-License-Identifier: GPL-2.0
/* Regions that end too early, too late, twice or not at all. */
#include "../case.h"

/* max732x_gpio_set_mask(): the shadow register is read before the lock. */
void lock_after_first_read(struct chip *chip, unsigned int off, int mask, int val)
{
	u32 reg;

#ifndef NEW
	mutex_lock(&chip->lock);
	reg = chip->out[off > 7];
	reg = (reg & ~mask) | (val & mask);
	if (chip_write(chip, off, reg) < 0)		/* old: chip_write */
		goto out;
	chip->out[off > 7] = reg;
out:
	mutex_unlock(&chip->lock);
#else
	reg = chip->out[off > 7];
	guard(mutex)(&chip->lock);
	reg = (reg & ~mask) | (val & mask);
	if (chip_write(chip, off, reg) < 0)		/* new: chip_write */
		return;
	chip->out[off > 7] = reg;
#endif
}

/* max732x_gpio_set_mask(): the shadow register is written after the unlock. */
void store_after_unlock(struct chip *chip, unsigned int off, u32 reg)
{
#ifndef NEW
	mutex_lock(&chip->lock);
	chip_write(chip, off, reg);
	chip->out[0] = reg;				/* old: chip->out */
	mutex_unlock(&chip->lock);
#else
	scoped_guard(mutex, &chip->lock) {		/* new: mutex_unlock */
		chip_write(chip, off, reg);
	}
	chip->out[0] = reg;
#endif
}

/* brightness_store(): the error path keeps the lock. */
int path_stays_locked(struct chip *chip, int value)
{
	int ret;

#ifndef NEW
	mutex_lock(&chip->lock);
	if (!chip->enabled) {
		ret = -EBUSY;
		goto unlock;
	}
	ret = chip_write(chip, 0, value);
unlock:
	mutex_unlock(&chip->lock);			/* old: mutex_unlock */
	return ret;
#else
	mutex_lock(&chip->lock);
	if (!chip->enabled)
		return -EBUSY;				/* new: return -16 */
	ret = chip_write(chip, 0, value);
	mutex_unlock(&chip->lock);
	return ret;
#endif
}

/* led_trigger_register(): the unlock before the early return was left in. */
int double_unlock(struct chip *chip, int id)
{
	struct item *item;

#ifndef NEW
	mutex_lock(&chip->lock);
	list_for_each_entry(item, &chip->items, node) {
		if (item->id == id) {
			mutex_unlock(&chip->lock);
			return -EEXIST;			/* old: return -17 */
		}
	}
	mutex_unlock(&chip->lock);
	return 0;
#else
	scoped_guard(mutex, &chip->lock) {		/* new: mutex_unlock */
		list_for_each_entry(item, &chip->items, node) {
			if (item->id == id) {
				mutex_unlock(&chip->lock);
				return -EEXIST;
			}
		}
	}
	return 0;
#endif
}

/* phantom_open(): the wrong one of two locks. */
int wrong_lock(struct chip *chip)
{
#ifndef NEW
	mutex_lock(&chip->open_lock);			/* old: mutex_lock */
	chip->opened++;
	mutex_unlock(&chip->open_lock);
	return 0;
#else
	guard(mutex)(&chip->lock);			/* new: mutex_lock */
	chip->opened++;
	return 0;
#endif
}

/* rtc_read_time(): the region now covers a call that sleeps for long. */
int guard_over_sleep(struct chip *chip)
{
	int ret;

#ifndef NEW
	mutex_lock(&chip->lock);
	ret = chip_start(chip);
	mutex_unlock(&chip->lock);			/* old: mutex_unlock */
	msleep(20);
	return ret;
#else
	guard(mutex)(&chip->lock);
	ret = chip_start(chip);
	msleep(20);					/* new: msleep */
	return ret;
#endif
}

/* lp5521_selftest(): the message is printed under the lock. */
int guard_over_print(struct chip *chip)
{
	int ret;

#ifndef NEW
	mutex_lock(&chip->lock);
	ret = chip_start(chip);
	mutex_unlock(&chip->lock);			/* old: mutex_unlock */
	if (ret)
		dev_err(chip->dev, "no start: %d\n", ret);
	return ret;
#else
	guard(mutex)(&chip->lock);
	ret = chip_start(chip);
	if (ret)
		dev_err(chip->dev, "no start: %d\n", ret);	/* new: _dev_err */
	return ret;
#endif
}

/* zevio_gpio_direction_output(): the second half of the region is left out. */
void guard_too_narrow(struct chip *chip, u32 value)
{
#ifndef NEW
	mutex_lock(&chip->lock);
	chip_write(chip, 0, value);
	chip_write(chip, 4, 0);				/* old: chip_write */
	mutex_unlock(&chip->lock);
#else
	scoped_guard(mutex, &chip->lock)		/* new: mutex_unlock */
		chip_write(chip, 0, value);
	chip_write(chip, 4, 0);
#endif
}

/* phantom_open(): the two locks are released in the order they were taken. */
void unlock_order(struct chip *chip)
{
#ifndef NEW
	mutex_lock(&chip->lock);
	mutex_lock(&chip->open_lock);
	chip->opened--;
	mutex_unlock(&chip->lock);			/* old: mutex_unlock */
	mutex_unlock(&chip->open_lock);
#else
	guard(mutex)(&chip->lock);
	guard(mutex)(&chip->open_lock);			/* new: mutex_unlock */
	chip->opened--;
#endif
}

/* phantom_open(): the two locks are taken in the other order. */
void lock_order(struct chip *chip)
{
#ifndef NEW
	mutex_lock(&chip->lock);			/* old: mutex_lock */
	mutex_lock(&chip->open_lock);
	chip->opened--;
	mutex_unlock(&chip->open_lock);
	mutex_unlock(&chip->lock);
#else
	guard(mutex)(&chip->open_lock);			/* new: mutex_lock */
	guard(mutex)(&chip->lock);
	chip->opened--;
#endif
}

/* ds1685_rtc_sysfs_serial_show(): the value is read again after the unlock. */
int read_after_unlock(struct chip *chip)
{
#ifndef NEW
	int count;

	mutex_lock(&chip->lock);
	count = chip->count;
	mutex_unlock(&chip->lock);
	return count;					/* old: return */
#else
	scoped_guard(mutex, &chip->lock)
		;
	return chip->count;				/* new: return */
#endif
}

/* The same the other way round: a read that was not under the lock. */
int read_before_unlock(struct chip *chip)
{
#ifndef NEW
	mutex_lock(&chip->lock);
	chip_notify(chip);
	mutex_unlock(&chip->lock);
	return chip->count;				/* old: return */
#else
	guard(mutex)(&chip->lock);
	chip_notify(chip);
	return chip->count;				/* new: return */
#endif
}

/* ilo_open(): the unlock uses an object that was looked up anew, elsewhere. */
void other_lock_released(struct chip *chip)
{
#ifndef NEW
	struct chip *parent = chip->parent;

	mutex_lock(&parent->lock);
	chip_notify(chip);
	mutex_unlock(&parent->lock);			/* old: mutex_unlock */
#else
	struct chip *parent = chip->parent;

	mutex_lock(&parent->lock);
	chip_notify(chip);
	mutex_unlock(&chip->parent->lock);		/* new: mutex_unlock */
#endif
}

/* tifm_add_adapter(): the region that was dropped and taken again is one. */
int region_joined(struct chip *chip)
{
	int ret;

#ifndef NEW
	mutex_lock(&chip->lock);
	ret = chip_start(chip);
	mutex_unlock(&chip->lock);			/* old: mutex_unlock */
	if (ret)
		return ret;
	mutex_lock(&chip->lock);
	chip->opened++;
	mutex_unlock(&chip->lock);
	return 0;
#else
	guard(mutex)(&chip->lock);
	ret = chip_start(chip);
	if (ret)
		return ret;
	chip->opened++;					/* new: chip->opened */
	return 0;
#endif
}

/* rtc_read_time(): the interruptible lock is no longer. */
int not_interruptible(struct chip *chip)
{
	int ret;

#ifndef NEW
	ret = mutex_lock_interruptible(&chip->lock);	/* old: mutex_lock_interruptible */
	if (ret)
		return ret;
	ret = chip_start(chip);
	mutex_unlock(&chip->lock);
	return ret;
#else
	guard(mutex)(&chip->lock);			/* new: mutex_lock */
	ret = chip_start(chip);
	return ret;
#endif
}

/* hpilo: a lock that may not be had is taken for had. */
int trylock_ignored(struct chip *chip)
{
#ifndef NEW
	if (!mutex_trylock(&chip->lock))
		return -EBUSY;				/* old: return -16 */
	chip->opened++;
	mutex_unlock(&chip->lock);
	return 0;
#else
	mutex_trylock(&chip->lock);
	chip->opened++;					/* new: chip->opened */
	mutex_unlock(&chip->lock);
	return 0;
#endif
}
