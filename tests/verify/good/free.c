// SPDX-License-Identifier: GPL-2.0
/* What is freed by hand becomes __free(). */
#include "../case.h"

/* aggr_parse(): freed on every path, by a label. */
int by_label(struct chip *chip, const char *text)
{
#ifndef NEW
	unsigned long *bits;
	int error, i;

	bits = kcalloc(4, sizeof(long), GFP_KERNEL);
	if (!bits)
		return -ENOMEM;

	error = chip_parse(chip, text, bits);
	if (error) {
		pr_err("cannot parse %s: %d\n", text, error);
		goto free_bits;
	}

	for_each_set_bit(i, bits, 64) {
		error = chip_write(chip, i, 1);
		if (error)
			goto free_bits;
	}
	if (!chip->count)
		error = -EINVAL;

free_bits:
	kfree(bits);
	return error;
#else
	int error, i;

	unsigned long *bits __free(kfree) = kcalloc(4, sizeof(long), GFP_KERNEL);
	if (!bits)
		return -ENOMEM;

	error = chip_parse(chip, text, bits);
	if (error) {
		pr_err("cannot parse %s: %d\n", text, error);
		return error;
	}

	for_each_set_bit(i, bits, 64) {
		error = chip_write(chip, i, 1);
		if (error)
			return error;
	}
	if (!chip->count)
		return -EINVAL;

	return 0;
#endif
}

/* enclosure_register(): freed on error, returned on success. */
struct item *returned(struct chip *chip, const char *name)
{
#ifndef NEW
	struct item *item = kzalloc(sizeof(*item), GFP_KERNEL);
	int err;

	if (!item)
		return ERR_PTR(-ENOMEM);

	item->id = chip->id;
	err = item_setup(item, 2);
	if (err)
		goto err;
	return item;

err:
	kfree(item);
	return ERR_PTR(err);
#else
	struct item *item __free(kfree) = kzalloc(sizeof(*item), GFP_KERNEL);
	int err;

	if (!item)
		return ERR_PTR(-ENOMEM);

	item->id = chip->id;
	err = item_setup(item, 2);
	if (err)
		return ERR_PTR(err);

	return_ptr(item);
#endif
}

/* ilo_open(): kept in a structure once nothing can fail any more. */
int stored(struct chip *chip)
{
#ifndef NEW
	struct item *item;
	int ret;

	item = kzalloc(sizeof(*item), GFP_KERNEL);
	if (!item)
		return -ENOMEM;

	ret = item_setup(item, 1);
	if (ret) {
		kfree(item);
		return ret;
	}

	chip->current_item = item;
	return 0;
#else
	int ret;

	struct item *item __free(kfree) = kzalloc(sizeof(*item), GFP_KERNEL);
	if (!item)
		return -ENOMEM;

	ret = item_setup(item, 1);
	if (ret)
		return ret;

	chip->current_item = no_free_ptr(item);
	return 0;
#endif
}

/* new_device_store(): a ladder of two, and a success that keeps one. */
int ladder(struct chip *chip, const char *buf)
{
#ifndef NEW
	struct item *item;
	char *text;
	int ret;

	item = kzalloc(sizeof(*item), GFP_KERNEL);
	if (!item)
		return -ENOMEM;

	text = kasprintf(GFP_KERNEL, "%s.%d", buf, chip->id);
	if (!text) {
		ret = -ENOMEM;
		goto free_item;
	}

	ret = chip_parse(chip, text, NULL);
	if (ret)
		goto free_text;

	chip->current_item = item;
	kfree(text);
	return 0;

free_text:
	kfree(text);
free_item:
	kfree(item);
	return ret;
#else
	int ret;

	struct item *item __free(kfree) = kzalloc(sizeof(*item), GFP_KERNEL);
	if (!item)
		return -ENOMEM;

	char *text __free(kfree) = kasprintf(GFP_KERNEL, "%s.%d", buf, chip->id);
	if (!text)
		return -ENOMEM;

	ret = chip_parse(chip, text, NULL);
	if (ret)
		return ret;

	chip->current_item = no_free_ptr(item);
	return 0;
#endif
}

/* legacy_init_clockgen(): a reference, in a block; NULL is not put.  Rule: free-null. */
void device_node(struct device_node *np, struct chip *chip)
{
#ifndef NEW
	if (!chip->name) {
		struct device_node *parent;

		parent = of_get_parent(np);
		of_property_read_u32(parent, "reg", &chip->state);
		of_node_put(parent);
	}
#else
	if (!chip->name) {
		struct device_node *parent __free(device_node) = of_get_parent(np);

		of_property_read_u32(parent, "reg", &chip->state);
	}
#endif
}

/* A reference taken and dropped in each round of a loop. */
int in_a_loop(struct device_node *np, struct chip *chip)
{
	int i, ret;

#ifndef NEW
	for (i = 0; i < chip->count; i++) {
		struct device_node *child = of_get_child_by_name(np, "led");

		if (!child)
			continue;
		ret = of_property_read_u32(child, "reg", &chip->out[0]);
		if (ret) {
			of_node_put(child);
			return ret;
		}
		chip_notify(chip);
		of_node_put(child);
	}
	return 0;
#else
	for (i = 0; i < chip->count; i++) {
		struct device_node *child __free(device_node) =
			of_get_child_by_name(np, "led");

		if (!child)
			continue;
		ret = of_property_read_u32(child, "reg", &chip->out[0]);
		if (ret)
			return ret;
		chip_notify(chip);
	}
	return 0;
#endif
}

/*
 * The error pointer of memdup_user() is not freed, before or after; nothing says
 * that it is never NULL.  Rule: free-null.
 */
int error_pointer(struct chip *chip, const void __user *arg)
{
#ifndef NEW
	void *data = memdup_user(arg, 16);
	int ret;

	if (IS_ERR(data))
		return PTR_ERR(data);
	ret = chip_parse(chip, data, NULL);
	kfree(data);
	return ret;
#else
	void *data __free(kfree) = memdup_user(arg, 16);

	if (IS_ERR(data))
		return PTR_ERR(data);
	return chip_parse(chip, data, NULL);
#endif
}

/*
 * NULL on failure, but for all that is known an error pointer, which kfree() in
 * __free() leaves alone.  Rule: free-null.  Rule: free-error.
 */
int unknown_allocator(struct chip *chip)
{
#ifndef NEW
	struct item *item = item_alloc(chip);
	int ret = -ENOMEM;

	if (item)
		ret = item_setup(item, 1);
	kfree(item);
	return ret;
#else
	struct item *item __free(kfree) = item_alloc(chip);

	if (item)
		return item_setup(item, 1);
	return -ENOMEM;
#endif
}

/*
 * Two that are freed on every path: the order turns round.
 * Rule: free-null.  Rule: free-order.
 */
int order_turned(struct chip *chip)
{
	int ret = -ENOMEM;
#ifndef NEW
	char *a = kstrdup("a", GFP_KERNEL);
	char *b = kstrdup("b", GFP_KERNEL);

	if (a && b)
		ret = chip_parse(chip, a, (unsigned long *)b);
	kfree(a);
	kfree(b);
	return ret;
#else
	char *a __free(kfree) = kstrdup("a", GFP_KERNEL);
	char *b __free(kfree) = kstrdup("b", GFP_KERNEL);

	if (a && b)
		ret = chip_parse(chip, a, (unsigned long *)b);
	return ret;
#endif
}

/* A lock and a pointer: what is declared last goes first. */
int with_lock(struct chip *chip)
{
#ifndef NEW
	char *text;
	int ret;

	mutex_lock(&chip->lock);
	text = kstrdup(chip->name, GFP_KERNEL);
	if (!text) {
		ret = -ENOMEM;
		goto unlock;
	}
	ret = chip_parse(chip, text, NULL);
	if (ret)
		goto free;
	chip->enabled = true;
free:
	kfree(text);
unlock:
	mutex_unlock(&chip->lock);
	return ret;
#else
	int ret;

	guard(mutex)(&chip->lock);
	char *text __free(kfree) = kstrdup(chip->name, GFP_KERNEL);
	if (!text)
		return -ENOMEM;
	ret = chip_parse(chip, text, NULL);
	if (ret)
		return ret;
	chip->enabled = true;
	return 0;
#endif
}
