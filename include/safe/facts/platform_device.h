/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Platform devices.
 */
#ifndef _SAFE_FACTS_PLATFORM_DEVICE_H
#define _SAFE_FACTS_PLATFORM_DEVICE_H

#include <linux/platform_device.h>
#include <linux/mfd/syscon.h>
#include <safe/annotations.h>

void __iomem *devm_platform_ioremap_resource(struct platform_device * __borrowed pdev,
		unsigned int index) __returns_borrowed __returns_err
		__released_by("devm_iounmap");
void __iomem *devm_platform_ioremap_resource_byname(
		struct platform_device * __borrowed pdev, const char * __borrowed name)
		__returns_borrowed __returns_err __released_by("devm_iounmap");
void __iomem *devm_platform_get_and_ioremap_resource(
		struct platform_device * __borrowed pdev, unsigned int index,
		struct resource **res) __returns_borrowed __returns_err
		__released_by("devm_iounmap");
struct platform_device *platform_device_register_full(
		const struct platform_device_info *pdevinfo) __returns_err;
struct platform_device *platform_device_register_resndata(struct device *parent,
		const char *name, int id, const struct resource *res, unsigned int num,
		const void *data, size_t size) __returns_err;
struct platform_device *platform_device_register_simple(const char *name, int id,
		const struct resource *res, unsigned int num) __returns_err;
struct platform_device *platform_device_register_data(struct device *parent,
		const char *name, int id, const void *data, size_t size) __returns_err;
struct resource *platform_get_resource(struct platform_device * __borrowed, unsigned int,
		unsigned int) __returns_none;
int platform_get_irq(struct platform_device * __borrowed, unsigned int);
int platform_get_irq_optional(struct platform_device * __borrowed, unsigned int);
struct regmap *syscon_node_to_regmap(struct device_node * __borrowed np) __returns_err;
struct regmap *syscon_regmap_lookup_by_compatible(const char * __borrowed s)
		__returns_err;
struct regmap *syscon_regmap_lookup_by_phandle(struct device_node * __borrowed np,
		const char * __borrowed property) __returns_err;
struct regmap *syscon_regmap_lookup_by_phandle_args(struct device_node * __borrowed np,
		const char * __borrowed property, int arg_count, unsigned int *out_args)
		__returns_err;

#endif /* _SAFE_FACTS_PLATFORM_DEVICE_H */
