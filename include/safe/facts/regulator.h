/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Regulators.
 */
#ifndef _SAFE_FACTS_REGULATOR_H
#define _SAFE_FACTS_REGULATOR_H

#include <linux/regulator/consumer.h>
#include <linux/regulator/driver.h>
#include <safe/annotations.h>

struct regulator *regulator_get(struct device * __borrowed dev,
		const char * __borrowed id) __returns_owned __returns_err
		__released_by("regulator_put");
struct regulator *regulator_get_exclusive(struct device * __borrowed dev,
		const char * __borrowed id) __returns_owned __returns_err
		__released_by("regulator_put");
struct regulator *regulator_get_optional(struct device * __borrowed dev,
		const char * __borrowed id) __returns_owned __returns_err
		__released_by("regulator_put");
void regulator_put(struct regulator * __takes __may_be_error regulator);
struct regulator *devm_regulator_get(struct device * __borrowed dev,
		const char * __borrowed id) __returns_borrowed __returns_err
		__released_by("devm_regulator_put");
struct regulator *devm_regulator_get_exclusive(struct device * __borrowed dev,
		const char * __borrowed id) __returns_borrowed __returns_err
		__released_by("devm_regulator_put");
struct regulator *devm_regulator_get_optional(struct device * __borrowed dev,
		const char * __borrowed id) __returns_borrowed __returns_err
		__released_by("devm_regulator_put");
void devm_regulator_put(struct regulator * __takes regulator);
int regulator_enable(struct regulator * __borrowed __deref __raises_if("ret == 0",
		"regulator_disable", "regulator_force_disable") regulator) __must_look;
int regulator_disable(struct regulator * __borrowed __deref __lowers regulator);
struct regulator_dev *devm_regulator_register(struct device *dev,
		const struct regulator_desc *regulator_desc,
		const struct regulator_config *config) __returns_err;
struct regulator_dev *regulator_register(struct device *dev,
		const struct regulator_desc *regulator_desc,
		const struct regulator_config *config) __returns_err;
int regulator_force_disable(struct regulator * __borrowed __lowers regulator);
int regulator_bulk_get(struct device * __borrowed dev, int num_consumers, struct
		regulator_bulk_data * __borrowed __raises_if("ret == 0",
		"regulator_bulk_free") consumers) __must_look;
void regulator_bulk_free(int num_consumers,
		struct regulator_bulk_data * __borrowed __lowers consumers);
int regulator_bulk_enable(int num_consumers, struct regulator_bulk_data * __borrowed
		__raises_if("ret == 0", "regulator_bulk_disable",
		"regulator_bulk_force_disable") consumers) __must_look;
int regulator_bulk_disable(int num_consumers,
		struct regulator_bulk_data * __borrowed __lowers consumers);
int regulator_bulk_force_disable(int num_consumers,
		struct regulator_bulk_data * __borrowed __lowers consumers);
int devm_regulator_bulk_get(struct device * __borrowed dev, int num_consumers,
		struct regulator_bulk_data * __borrowed consumers) __must_look;
int devm_regulator_get_enable(struct device * __borrowed dev, const char * __borrowed id)
		__must_look;
int devm_regulator_get_enable_optional(struct device * __borrowed dev,
		const char * __borrowed id) __must_look;
int regulator_get_voltage(struct regulator * __borrowed __deref regulator);
int regulator_set_voltage(struct regulator * __borrowed __deref regulator, int min_uV,
		int max_uV);
int regulator_is_enabled(struct regulator * __borrowed regulator);
int regulator_set_load(struct regulator * __borrowed regulator, int load_uA);
int regulator_set_mode(struct regulator * __borrowed regulator, unsigned int mode);
int regulator_set_current_limit(struct regulator * __borrowed regulator, int min_uA,
		int max_uA);
int regulator_register_notifier(struct regulator * __borrowed regulator, struct
		notifier_block * __raises_if("ret == 0", "regulator_unregister_notifier")
		nb) __must_look;
int regulator_unregister_notifier(struct regulator * __borrowed regulator,
		struct notifier_block * __lowers nb);

#endif /* _SAFE_FACTS_REGULATOR_H */
