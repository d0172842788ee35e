/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Devices: what is managed by them, and the classes they belong to.
 */
#ifndef _SAFE_FACTS_DEVICE_H
#define _SAFE_FACTS_DEVICE_H

#include <linux/device.h>
#include <linux/device/class.h>
#include <linux/string_helpers.h>
#include <linux/io.h>
#include <linux/dev_printk.h>
#include <safe/annotations.h>

#define __devm_object __returns_borrowed __returns_null __released_by("devm_kfree")

void *devm_kmalloc(struct device * __borrowed dev, size_t size, gfp_t gfp) __devm_object;
void *devm_kzalloc(struct device * __borrowed dev, size_t size, gfp_t gfp) __devm_object;
void *devm_kmalloc_array(struct device * __borrowed dev, size_t n, size_t size,
		gfp_t flags) __devm_object;
void *devm_kcalloc(struct device * __borrowed dev, size_t n, size_t size, gfp_t flags)
		__devm_object;
char *devm_kstrdup(struct device * __borrowed dev, const char * __borrowed s, gfp_t gfp)
		__devm_object;
void *devm_kmemdup(struct device * __borrowed dev, const void * __borrowed __deref src,
		size_t len, gfp_t gfp) __devm_object;
char *devm_kasprintf(struct device * __borrowed dev, gfp_t gfp,
		const char * __borrowed fmt, ...) __devm_object;
char *devm_kvasprintf(struct device * __borrowed dev, gfp_t gfp,
		const char * __borrowed fmt, va_list ap) __devm_object;
void *devm_krealloc(struct device * __borrowed dev, void * __takes_if("ret != 0") ptr,
		size_t size, gfp_t gfp) __devm_object;
void devm_kfree(struct device * __borrowed dev, const void * __takes p);
char **devm_kasprintf_strarray(struct device * __borrowed dev,
		const char * __borrowed prefix, size_t n) __returns_err;

void __iomem *devm_ioremap(struct device * __borrowed dev, resource_size_t offset,
		resource_size_t size) __returns_borrowed __returns_null
		__released_by("devm_iounmap");
void __iomem *devm_ioremap_uc(struct device * __borrowed dev, resource_size_t offset,
		resource_size_t size) __returns_borrowed __returns_null
		__released_by("devm_iounmap");
void __iomem *devm_ioremap_wc(struct device * __borrowed dev, resource_size_t offset,
		resource_size_t size) __returns_borrowed __returns_null
		__released_by("devm_iounmap");
void __iomem *devm_ioremap_resource(struct device * __borrowed dev,
		const struct resource * __borrowed res) __returns_borrowed __returns_err
		__released_by("devm_iounmap");
void __iomem *devm_ioremap_resource_wc(struct device * __borrowed dev,
		const struct resource * __borrowed res) __returns_borrowed __returns_err
		__released_by("devm_iounmap");
void __iomem *devm_of_iomap(struct device * __borrowed dev,
		struct device_node * __borrowed node, int index, resource_size_t *size)
		__returns_borrowed __returns_err __released_by("devm_iounmap");
void *devm_memremap(struct device * __borrowed dev, resource_size_t offset, size_t size,
		unsigned long flags) __returns_borrowed __returns_err
		__released_by("devm_memunmap");
void devm_iounmap(struct device * __borrowed dev, void __iomem * __takes addr);
void devm_memunmap(struct device * __borrowed dev, void * __takes addr);

struct device *device_create(struct class *cls, struct device *parent, dev_t devt,
		void *drvdata, const char *fmt, ...) __returns_err;
struct device *device_create_with_groups(struct class *cls, struct device *parent,
		dev_t devt, void *drvdata, const struct attribute_group **groups,
		const char *fmt, ...) __returns_err;
struct class *__class_create(struct module *owner, const char *name,
		struct lock_class_key *key) __returns_err;
void root_device_unregister(struct device * __puts root);
int dev_err_probe(const struct device * __borrowed dev, int err,
		const char * __borrowed fmt, ...);
const char *dev_name(const struct device * __borrowed dev);
struct device *get_device(struct device * __returned __raises("put_device") dev);
void put_device(struct device * __puts dev);

#endif /* _SAFE_FACTS_DEVICE_H */
