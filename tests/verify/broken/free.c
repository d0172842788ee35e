// SPDX-License-Identifier: GPL-2.0
/* Memory that is freed twice, never, too early, or in the wrong order. */
#include "../case.h"

/* aggr_parse(): the success path frees what it hands over. */
int handed_over_and_freed(struct chip *chip)
{
#ifndef NEW
	struct item *item = kzalloc(sizeof(*item), GFP_KERNEL);
	int ret;

	if (!item)
		return -ENOMEM;
	ret = item_setup(item, 1);
	if (ret) {
		kfree(item);
		return ret;
	}
	chip->current_item = item;
	return 0;					/* old: return 0 */
#else
	struct item *item __free(kfree) = kzalloc(sizeof(*item), GFP_KERNEL);	/* new: kfree */
	int ret;

	if (!item)
		return -ENOMEM;
	ret = item_setup(item, 1);
	if (ret)
		return ret;
	chip->current_item = item;
	return 0;
#endif
}

/* aggr_parse(): freed by hand and by the scope. */
int double_free(struct chip *chip, const char *text)
{
	int ret;

#ifndef NEW
	unsigned long *bits = bitmap_alloc(64, GFP_KERNEL);

	if (!bits)
		return -ENOMEM;
	ret = chip_parse(chip, text, bits);
	kfree(bits);
	return ret;					/* old: return */
#else
	unsigned long *bits __free(kfree) = bitmap_alloc(64, GFP_KERNEL);	/* new: kfree */

	if (!bits)
		return -ENOMEM;
	ret = chip_parse(chip, text, bits);
	kfree(bits);
	return ret;
#endif
}

/* new_device_store(): the error path leaks. */
int leak_on_error(struct chip *chip)
{
	struct item *item;
	int ret;

#ifndef NEW
	item = kzalloc(sizeof(*item), GFP_KERNEL);
	if (!item)
		return -ENOMEM;
	ret = item_setup(item, 1);
	if (ret)
		goto free_item;
	return item_add(chip, item);
free_item:
	kfree(item);					/* old: kfree */
	return ret;
#else
	item = kzalloc(sizeof(*item), GFP_KERNEL);
	if (!item)
		return -ENOMEM;
	ret = item_setup(item, 1);
	if (ret)
		return ret;				/* new: return */
	return item_add(chip, item);
#endif
}

/* new_device_store(): the object is freed before what it points to. */
void inner_freed_last(struct chip *chip, struct item *item)
{
#ifndef NEW
	kfree(item->name);				/* old: kfree */
	kfree(item);
#else
	kfree(item);					/* new: kfree */
	kfree(item->name);
#endif
}

/* new_device_store(): the second of two names is read after the object is gone. */
void read_after_free(struct item *item)
{
#ifndef NEW
	kfree(item->name);
	kfree(item->data);				/* old: kfree */
	kfree(item);
#else
	kfree(item->name);
	kfree(item);					/* new: kfree */
	kfree(item->data);
#endif
}

/* new_device_store(): freed before the name is used. */
int freed_too_early(struct chip *chip)
{
	char *name;
	int ret;

#ifndef NEW
	name = kasprintf(GFP_KERNEL, "chip.%d", chip->id);
	if (!name)
		return -ENOMEM;
	ret = chip_parse(chip, name, NULL);		/* old: chip_parse */
	kfree(name);
	return ret;
#else
	name = kasprintf(GFP_KERNEL, "chip.%d", chip->id);
	if (!name)
		return -ENOMEM;
	kfree(name);					/* new: kfree */
	ret = chip_parse(chip, name, NULL);
	return ret;
#endif
}

/* enclosure_register(): what is returned is freed. */
struct item *return_ptr_forgotten(struct chip *chip)
{
#ifndef NEW
	struct item *item = kzalloc(sizeof(*item), GFP_KERNEL);

	if (!item)
		return NULL;
	if (item_setup(item, 3)) {
		kfree(item);
		return NULL;
	}
	return item;					/* old: return item */
#else
	struct item *item __free(kfree) = kzalloc(sizeof(*item), GFP_KERNEL);	/* new: kfree */

	if (!item)
		return NULL;
	if (item_setup(item, 3))
		return NULL;
	return item;
#endif
}

/* enclosure_register(): what failed to be registered is handed over all the same. */
int given_away_on_error(struct chip *chip)
{
	int ret;

#ifndef NEW
	struct item *item = kzalloc(sizeof(*item), GFP_KERNEL);

	if (!item)
		return -ENOMEM;
	ret = item_add(chip, item);
	if (ret)
		kfree(item);				/* old: kfree */
	return ret;
#else
	struct item *item __free(kfree) = kzalloc(sizeof(*item), GFP_KERNEL);

	if (!item)
		return -ENOMEM;
	ret = item_add(chip, no_free_ptr(item));
	return ret;					/* new: return ret */
#endif
}

/* An error pointer is given to kfree(). */
int error_pointer_freed(struct chip *chip, const void __user *arg)
{
#ifndef NEW
	void *data = memdup_user(arg, 16);
	int ret;

	if (IS_ERR(data))
		return PTR_ERR(data);			/* old: return */
	ret = chip_parse(chip, data, NULL);
	kfree(data);
	return ret;
#else
	void *data = memdup_user(arg, 16);
	int ret = -EFAULT;

	if (!IS_ERR(data))
		ret = chip_parse(chip, data, NULL);
	kfree(data);					/* new: kfree */
	return ret;
#endif
}

/* Freed under the lock that was released before. */
void free_under_lock(struct chip *chip)
{
	char *name;

#ifndef NEW
	mutex_lock(&chip->lock);
	name = chip->name;
	chip->name = NULL;
	mutex_unlock(&chip->lock);			/* old: mutex_unlock */
	kfree(name);
#else
	guard(mutex)(&chip->lock);
	name = chip->name;
	chip->name = NULL;
	kfree(name);					/* new: kfree */
#endif
}

/* LIFO: the pointer is declared before the guard, so that the lock goes first. */
int free_outside_lock(struct chip *chip)
{
	int ret;

#ifndef NEW
	char *text;

	mutex_lock(&chip->lock);
	text = kstrdup(chip->name, GFP_KERNEL);
	ret = chip_parse(chip, text, NULL);
	kfree(text);					/* old: kfree */
	mutex_unlock(&chip->lock);
	return ret;
#else
	char *text __free(kfree) = NULL;

	guard(mutex)(&chip->lock);			/* new: mutex_unlock */
	text = kstrdup(chip->name, GFP_KERNEL);
	ret = chip_parse(chip, text, NULL);
	return ret;
#endif
}

/* The reference is dropped one round too late: the pointer belongs to the function. */
int put_after_loop(struct device_node *np)
{
	struct device_node *child;
	u32 value = 0;
	int i;

#ifndef NEW
	for (i = 0; i < 4; i++) {
		child = of_get_child_by_name(np, "led");
		of_property_read_u32(child, "reg", &value);
		of_node_put(child);			/* old: of_node_put */
	}
	return value;
#else
	struct device_node *node __free(device_node) = NULL;

	for (i = 0; i < 4; i++) {
		node = of_get_child_by_name(np, "led");	/* new: of_get_child_by_name */
		of_property_read_u32(node, "reg", &value);
	}
	return value;
#endif
}

/* kfree() for what came from vmalloc(). */
void wrong_free(void *table)
{
#ifndef NEW
	kvfree(table);					/* old: kvfree */
#else
	kfree(table);					/* new: kfree */
#endif
}

/* The error label of a later step: one thing too many is freed. */
int goto_over(struct chip *chip)
{
	char *name, *text;
	int ret = -ENOMEM;

#ifndef NEW
	name = kstrdup("a", GFP_KERNEL);
	if (!name)
		return -ENOMEM;
	text = kstrdup("b", GFP_KERNEL);
	if (!text)
		goto free_name;
	ret = chip_parse(chip, text, NULL);
	kfree(text);
free_name:
	kfree(name);
	return ret;					/* old: return */
#else
	name = kstrdup("a", GFP_KERNEL);
	if (!name)
		return -ENOMEM;
	text = kstrdup("b", GFP_KERNEL);
	if (!text)
		goto free_name;
	ret = chip_parse(chip, text, NULL);
	kfree(text);
	kfree(name);
free_name:
	kfree(name);					/* new: kfree */
	return ret;
#endif
}
