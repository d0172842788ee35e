// SPDX-License-Identifier: GPL-2.0
/* Values, conditions and loops that are no longer what they were. */
#include "../case.h"

/* brightness_store(): another error code. */
int error_code_changed(struct chip *chip, int value)
{
	int ret = 0;

#ifndef NEW
	mutex_lock(&chip->lock);
	if (!chip->enabled) {
		ret = -EBUSY;
		goto unlock;
	}
	chip->state = value;
unlock:
	mutex_unlock(&chip->lock);
	return ret;					/* old: return -16 */
#else
	guard(mutex)(&chip->lock);
	if (!chip->enabled)
		return -EPERM;				/* new: return -1 */
	chip->state = value;
	return 0;
#endif
}

/* max732x_gpio_set_mask(): the error is lost. */
int error_lost(struct chip *chip, u32 value)
{
	int ret;

#ifndef NEW
	mutex_lock(&chip->lock);
	ret = chip_write(chip, 0, value);
	mutex_unlock(&chip->lock);
	return ret;					/* old: return ret */
#else
	guard(mutex)(&chip->lock);
	ret = chip_write(chip, 0, value);
	return 0;					/* new: return 0 */
#endif
}

/* kstrtoul(): a positive value is now returned as it is. */
int positive_kept(struct chip *chip, u32 *value)
{
	int ret;

#ifndef NEW
	mutex_lock(&chip->lock);
	ret = chip_read(chip, 0, value);
	if (ret < 0)
		goto out;
	ret = 0;
out:
	mutex_unlock(&chip->lock);
	return ret;					/* old: return 0 */
#else
	guard(mutex)(&chip->lock);
	return chip_read(chip, 0, value);		/* new: return ret */
#endif
}

/* gpio_sim_apply_pull(): the negation is gone. */
void negation_dropped(struct chip *chip, int value)
{
#ifndef NEW
	mutex_lock(&chip->lock);
	if (!chip->enabled)
		chip->state = value;
	mutex_unlock(&chip->lock);			/* old: mutex_unlock */
#else
	guard(mutex)(&chip->lock);
	if (chip->enabled)
		chip->state = value;			/* new: chip->state */
#endif
}

/* ics932s401_update_device(): < has become <=. */
int comparison_changed(struct chip *chip, int off)
{
#ifndef NEW
	mutex_lock(&chip->lock);
	if (off < chip->count)
		chip_notify(chip);
	mutex_unlock(&chip->lock);			/* old: mutex_unlock */
	return 0;
#else
	guard(mutex)(&chip->lock);
	if (off <= chip->count)
		chip_notify(chip);			/* new: chip_notify */
	return 0;
#endif
}

/* ics932s401_update_device(): one round more. */
void loop_bound(struct chip *chip)
{
	int i;

#ifndef NEW
	mutex_lock(&chip->lock);
	for (i = 0; i < chip->count; i++)
		chip_write(chip, i, 0);
	mutex_unlock(&chip->lock);			/* old: mutex_unlock */
#else
	guard(mutex)(&chip->lock);
	for (i = 0; i <= chip->count; i++)
		chip_write(chip, i, 0);			/* new: chip_write */
#endif
}

/* ics932s401_update_device(): the first register is left out. */
void loop_start(struct chip *chip)
{
	int i;

#ifndef NEW
	mutex_lock(&chip->lock);
	for (i = 0; i < 8; i++)
		chip_write(chip, i, 0);			/* old: chip_write */
	mutex_unlock(&chip->lock);
#else
	guard(mutex)(&chip->lock);
	for (i = 1; i < 8; i++)
		chip_write(chip, i, 0);			/* new: chip_write */
#endif
}

/* The last round but one is the last: only the value after the loop shows it. */
int loop_result(struct chip *chip)
{
	int i, sum = 0;

#ifndef NEW
	mutex_lock(&chip->lock);
	for (i = 0; i < chip->count; i++)
		sum += chip->id;
	mutex_unlock(&chip->lock);
	return sum;					/* old: return */
#else
	guard(mutex)(&chip->lock);
	for (i = 0; i < chip->count; i++)
		sum -= chip->id;
	return sum;					/* new: return */
#endif
}

/* fastrpc_map_lookup(): break leaves the guard, not the list. */
int break_rebound(struct chip *chip, int id)
{
	struct item *item;
	int found = 0;

#ifndef NEW
	list_for_each_entry(item, &chip->items, node) {
		mutex_lock(&chip->lock);
		if (item->id == id) {
			mutex_unlock(&chip->lock);
			break;
		}
		mutex_unlock(&chip->lock);
		found++;
	}
	return found;					/* old: return */
#else
	list_for_each_entry(item, &chip->items, node) {
		scoped_guard(mutex, &chip->lock) {	/* new: mutex_lock */
			if (item->id == id)
				break;
		}
		found++;
	}
	return found;					/* new: return 1 */
#endif
}

/* ioh_irq_type(): a case falls into the next. */
void fallthrough_added(struct chip *chip, int type)
{
	u32 val = 0;

#ifndef NEW
	mutex_lock(&chip->lock);
	switch (type) {
	case IRQ_TYPE_EDGE_RISING:
		val = 1;
		break;
	case IRQ_TYPE_EDGE_FALLING:
		val = 2;
		break;
	}
	chip_write(chip, 0, val);			/* old: chip_write(chip, 0, 1) */
	mutex_unlock(&chip->lock);
#else
	guard(mutex)(&chip->lock);
	switch (type) {
	case IRQ_TYPE_EDGE_RISING:
		val = 1;
		fallthrough;
	case IRQ_TYPE_EDGE_FALLING:
		val = 2;
		break;
	}
	chip_write(chip, 0, val);			/* new: chip_write(chip, 0, 2) */
#endif
}

/* ioh_irq_type(): a value of the switch is handled by another case. */
void case_moved(struct chip *chip, int type)
{
#ifndef NEW
	mutex_lock(&chip->lock);
	switch (type) {
	case 1 ... 4:
		chip_write(chip, 0, 1);			/* old: chip_write(chip, 0, 1) */
		break;
	default:
		chip_write(chip, 0, 2);
	}
	mutex_unlock(&chip->lock);
#else
	guard(mutex)(&chip->lock);
	switch (type) {
	case 1 ... 3:
		chip_write(chip, 0, 1);
		break;
	default:
		chip_write(chip, 0, 2);			/* new: chip_write(chip, 0, 2) */
	}
#endif
}

/* Arguments in the other order. */
void arguments_swapped(struct chip *chip, unsigned int reg, u32 value)
{
#ifndef NEW
	mutex_lock(&chip->lock);
	chip_write(chip, reg, value);			/* old: chip_write(chip, reg, value) */
	mutex_unlock(&chip->lock);
#else
	guard(mutex)(&chip->lock);
	chip_write(chip, value, reg);			/* new: chip_write(chip, value, reg) */
#endif
}

/* Another field is written. */
void field_changed(struct chip *chip, u32 value)
{
#ifndef NEW
	mutex_lock(&chip->lock);
	chip->out[0] = value;				/* old: chip->out */
	mutex_unlock(&chip->lock);
#else
	guard(mutex)(&chip->lock);
	chip->out[1] = value;				/* new: chip->out */
#endif
}

/* The bit field next to it is written. */
void bit_field_changed(struct chip *chip, u32 value)
{
#ifndef NEW
	mutex_lock(&chip->lock);
	chip->low = value;				/* old: chip->low */
	mutex_unlock(&chip->lock);
#else
	guard(mutex)(&chip->lock);
	chip->high = value;				/* new: chip->high */
#endif
}

/* pattern_trig_store_patterns(): a signed division instead of an unsigned one. */
int signedness_changed(struct chip *chip, int value)
{
#ifndef NEW
	mutex_lock(&chip->lock);
	chip->count = (unsigned int)value / 4;		/* old: chip->count */
	mutex_unlock(&chip->lock);
	return 0;
#else
	guard(mutex)(&chip->lock);
	chip->count = value / 4;			/* new: chip->count */
	return 0;
#endif
}

/* rtc_set_alarm(): the pointer is read through before it is checked. */
int check_after_use(struct chip *chip)
{
#ifndef NEW
	struct item *item = chip->current_item;
	int value;

	if (!item)
		return -ENODEV;				/* old: return -19 */
	value = item->value;
	return chip_write(chip, 0, value);
#else
	struct item *item = chip->current_item;
	int value = item->value;

	if (!item)
		return -ENODEV;				/* new: return -19 */
	return chip_write(chip, 0, value);
#endif
}

/* The check for NULL is gone. */
int null_check_dropped(struct chip *chip)
{
#ifndef NEW
	struct item *item = item_alloc(chip);

	if (!item)
		return -ENOMEM;				/* old: return -12 */
	item->id = 1;
	return item_add(chip, item);
#else
	struct item *item = item_alloc(chip);

	item->id = 1;					/* new: item */
	return item_add(chip, item);
#endif
}

/* A static variable is set that was not: the next call sees it. */
int static_changed(struct chip *chip)
{
	static int started;

#ifndef NEW
	mutex_lock(&chip->lock);
	if (!started)
		chip_start(chip);
	mutex_unlock(&chip->lock);			/* old: mutex_unlock */
	return 0;
#else
	guard(mutex)(&chip->lock);
	if (!started)
		chip_start(chip);
	started = 1;					/* new: started */
	return 0;
#endif
}

/* The number that is printed is not the line. */
void number_printed(struct chip *chip)
{
#ifndef NEW
	pr_err("%s: %d\n", __func__, 7);		/* old: _printk */
#else
	pr_err("%s: %d\n", __func__, __LINE__);		/* new: _printk */
#endif
}

/* A local array is shown with another value in it. */
int local_array_changed(struct chip *chip)
{
	u32 values[4] = { 1, 2, 3, 4 };

#ifndef NEW
	return chip_read(chip, 0, values);		/* old: chip_read */
#else
	values[2] = 4;
	return chip_read(chip, 0, values);		/* new: chip_read */
#endif
}

/* Uninitialised on a path where it was not. */
int not_initialised(struct chip *chip)
{
#ifndef NEW
	int ret = 0;

	mutex_lock(&chip->lock);
	if (chip->enabled)
		ret = chip_start(chip);
	mutex_unlock(&chip->lock);
	return ret;					/* old: return 0 */
#else
	int ret;

	guard(mutex)(&chip->lock);
	if (chip->enabled)
		ret = chip_start(chip);
	return ret;					/* new: return */
#endif
}

/*
 * A loop without an event that may never end, in the new version only.
 * Refused: a loop without an event
 */
int waits_forever(struct chip *chip, int n)
{
#ifndef NEW
	return chip_write(chip, 0, 1);
#else
	int i;

	for (i = 0; i != n; i += 2)
		;
	return chip_write(chip, 0, 1);
#endif
}
