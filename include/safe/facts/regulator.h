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
void regulator_put(struct regulator * __takes regulator);
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
int regulator_enable(struct regulator * __borrowed regulator);
int regulator_disable(struct regulator * __borrowed regulator);
struct regulator_dev *devm_regulator_register(struct device *dev,
		const struct regulator_desc *regulator_desc,
		const struct regulator_config *config) __returns_err;
struct regulator_dev *regulator_register(struct device *dev,
		const struct regulator_desc *regulator_desc,
		const struct regulator_config *config) __returns_err;

#endif /* _SAFE_FACTS_REGULATOR_H */
