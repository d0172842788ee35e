/* SPDX-License-Identifier: GPL-2.0 */
/*
 * GPIO lines.
 */
#ifndef _SAFE_FACTS_GPIO_H
#define _SAFE_FACTS_GPIO_H

#include <linux/gpio/consumer.h>
#include <linux/gpio/driver.h>
#include <safe/annotations.h>

#define __gpiod_object __returns_owned __returns_err __released_by("gpiod_put")

struct gpio_desc *gpiod_get(struct device * __borrowed dev,
		const char * __borrowed con_id, enum gpiod_flags flags) __gpiod_object;
struct gpio_desc *gpiod_get_index(struct device * __borrowed dev,
		const char * __borrowed con_id, unsigned int idx, enum gpiod_flags flags)
		__gpiod_object;
struct gpio_desc *gpiod_get_optional(struct device * __borrowed dev,
		const char * __borrowed con_id, enum gpiod_flags flags) __returns_owned
		__returns_err_or_null __released_by("gpiod_put");
struct gpio_desc *gpiod_get_index_optional(struct device * __borrowed dev,
		const char * __borrowed con_id, unsigned int index,
		enum gpiod_flags flags) __returns_owned __returns_err_or_null
		__released_by("gpiod_put");
struct gpio_descs *gpiod_get_array(struct device * __borrowed dev,
		const char * __borrowed con_id, enum gpiod_flags flags) __returns_owned
		__returns_err __released_by("gpiod_put_array");
void gpiod_put(struct gpio_desc * __takes desc);
void gpiod_put_array(struct gpio_descs * __takes descs);
struct gpio_desc *devm_gpiod_get(struct device * __borrowed dev,
		const char * __borrowed con_id, enum gpiod_flags flags) __returns_borrowed
		__returns_err __released_by("devm_gpiod_put");
struct gpio_desc *devm_gpiod_get_index(struct device * __borrowed dev,
		const char * __borrowed con_id, unsigned int idx, enum gpiod_flags flags)
		__returns_borrowed __returns_err __released_by("devm_gpiod_put");
struct gpio_desc *devm_gpiod_get_optional(struct device * __borrowed dev,
		const char * __borrowed con_id, enum gpiod_flags flags) __returns_borrowed
		__returns_err_or_null __released_by("devm_gpiod_put");
struct gpio_desc *devm_gpiod_get_index_optional(struct device * __borrowed dev,
		const char * __borrowed con_id, unsigned int index,
		enum gpiod_flags flags) __returns_borrowed __returns_err_or_null
		__released_by("devm_gpiod_put");
struct gpio_descs *devm_gpiod_get_array(struct device * __borrowed dev,
		const char * __borrowed con_id, enum gpiod_flags flags) __returns_borrowed
		__returns_err __released_by("devm_gpiod_put_array");
struct gpio_descs *devm_gpiod_get_array_optional(struct device * __borrowed dev,
		const char * __borrowed con_id, enum gpiod_flags flags) __returns_borrowed
		__returns_err_or_null __released_by("devm_gpiod_put_array");
struct gpio_desc *devm_fwnode_gpiod_get(struct device * __borrowed dev,
		struct fwnode_handle * __borrowed fwnode, const char * __borrowed con_id,
		enum gpiod_flags flags, const char *label) __returns_borrowed
		__returns_err __released_by("devm_gpiod_put");
struct gpio_desc *devm_fwnode_gpiod_get_index(struct device * __borrowed dev,
		struct fwnode_handle * __borrowed child, const char * __borrowed con_id,
		int index, enum gpiod_flags flags, const char *label) __returns_borrowed
		__returns_err __released_by("devm_gpiod_put");
void devm_gpiod_put(struct device * __borrowed dev, struct gpio_desc * __takes desc);
void devm_gpiod_put_array(struct device * __borrowed dev,
		struct gpio_descs * __takes descs);
void gpiod_set_value(struct gpio_desc * __borrowed desc, int value);
void gpiod_set_value_cansleep(struct gpio_desc * __borrowed desc, int value);
int gpiod_get_value(const struct gpio_desc * __borrowed desc);
int gpiod_get_value_cansleep(const struct gpio_desc * __borrowed desc);
int gpiod_direction_input(struct gpio_desc * __borrowed desc);
int gpiod_direction_output(struct gpio_desc * __borrowed desc, int value);
int gpiod_to_irq(const struct gpio_desc * __borrowed desc);
int gpiod_set_consumer_name(struct gpio_desc * __borrowed desc,
		const char * __borrowed name);
struct gpio_desc *gpiochip_request_own_desc(struct gpio_chip *gc, unsigned int hwnum,
		const char *label, enum gpio_lookup_flags lflags, enum gpiod_flags dflags)
		__returns_err;

#endif /* _SAFE_FACTS_GPIO_H */
