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
#include <linux/device/bus.h>
#include <linux/device/driver.h>
#include <linux/cpu.h>
#include <linux/device/devres.h>
#include <linux/property.h>
#include <linux/pm_wakeup.h>
#include <linux/component.h>
#include <linux/cdev.h>
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/reboot.h>
#include <linux/auxiliary_bus.h>
#include <safe/annotations.h>

#define __devm_object __returns_borrowed __returns_null __released_by("devm_kfree")

void *devm_kmalloc(struct device * __borrowed dev, size_t size, gfp_t gfp) __devm_object;
void *devm_kzalloc(struct device * __borrowed dev, size_t size, gfp_t gfp)
		__returns_zeroed __devm_object;
void *devm_kmalloc_array(struct device * __borrowed dev, size_t n, size_t size,
		gfp_t flags) __devm_object;
void *devm_kcalloc(struct device * __borrowed dev, size_t n, size_t size, gfp_t flags)
		__returns_zeroed __devm_object;
char *devm_kstrdup(struct device * __borrowed dev, const char * __borrowed s, gfp_t gfp)
		__devm_object;
void *devm_kmemdup(struct device * __borrowed dev, const void * __borrowed __deref src,
		size_t len, gfp_t gfp) __devm_object;
char *devm_kasprintf(struct device * __borrowed dev, gfp_t gfp,
		const char * __borrowed fmt, ...) __devm_object;
char *devm_kvasprintf(struct device * __borrowed dev, gfp_t gfp,
		const char * __borrowed fmt, va_list ap) __devm_object;
void *devm_krealloc(struct device * __borrowed dev, void *ptr,
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
struct class *__class_create(struct module *owner, const char * __borrowed name,
		struct lock_class_key *key) __returns_owned __returns_err
		__released_by("class_destroy") __kernels("6.1");
void root_device_unregister(struct device * __takes root);
int dev_err_probe(const struct device * __borrowed dev, int __returned err,
		const char * __borrowed fmt, ...);
const char *dev_name(const struct device * __borrowed dev);
struct device *get_device(struct device * __returned __raises("put_device") dev);
void put_device(struct device * __puts dev);
void device_initialize(struct device * __raises("put_device", "device_unregister")
		dev);
int device_add(struct device * __raises_if("ret == 0", "device_del", "device_unregister")
		dev) __must_look;
int device_register(struct device * __raises("put_device", "device_unregister") dev)
		__must_look;
void device_del(struct device * __lowers dev);
void device_unregister(struct device * __borrowed __lowers dev);
struct device *device_find_child(struct device * __borrowed dev, void * __borrowed data,
		int (*match)(struct device *dev, void *data)) __returns_owned
		__returns_none __released_by("put_device");
struct device *device_find_child_by_name(struct device * __borrowed parent,
		const char * __borrowed name) __returns_owned __returns_none
		__released_by("put_device");
struct device *device_find_any_child(struct device * __borrowed parent) __returns_owned
		__returns_none __released_by("put_device");
struct device *bus_find_device(struct bus_type * __borrowed bus,
		struct device * __borrowed start, const void * __borrowed data,
		int (*match)(struct device *dev, const void *data)) __returns_owned
		__returns_none __released_by("put_device");
struct device *bus_find_device_by_name(struct bus_type * __borrowed bus,
		struct device * __borrowed start, const char * __borrowed name)
		__returns_owned __returns_none __released_by("put_device");
struct device *bus_find_device_by_of_node(struct bus_type * __borrowed bus,
		const struct device_node * __borrowed np) __returns_owned __returns_none
		__released_by("put_device");
struct device *bus_find_device_by_fwnode(struct bus_type * __borrowed bus,
		const struct fwnode_handle * __borrowed fwnode) __returns_owned
		__returns_none __released_by("put_device");
struct device *bus_find_next_device(struct bus_type * __borrowed bus,
		struct device * __borrowed cur) __returns_owned __returns_none
		__released_by("put_device");
struct device *class_find_device(struct class * __borrowed class,
		struct device * __borrowed start, const void * __borrowed data,
		int (*match)(struct device *, const void *)) __returns_owned
		__returns_none __released_by("put_device");
struct device *class_find_device_by_name(struct class * __borrowed class,
		const char * __borrowed name) __returns_owned __returns_none
		__released_by("put_device");
struct device *class_find_device_by_of_node(struct class * __borrowed class,
		const struct device_node * __borrowed np) __returns_owned __returns_none
		__released_by("put_device");
struct device *class_find_device_by_fwnode(struct class * __borrowed class,
		const struct fwnode_handle * __borrowed fwnode) __returns_owned
		__returns_none __released_by("put_device");
struct device *driver_find_device(struct device_driver * __borrowed drv,
		struct device * __borrowed start, const void * __borrowed data,
		int (*match)(struct device *dev, const void *data)) __returns_owned
		__returns_none __released_by("put_device");
struct device *driver_find_device_by_name(struct device_driver * __borrowed drv,
		const char * __borrowed name) __returns_owned __returns_none
		__released_by("put_device");
struct device *driver_find_device_by_of_node(struct device_driver * __borrowed drv,
		const struct device_node * __borrowed np) __returns_owned __returns_none
		__released_by("put_device");
int device_for_each_child_reverse(struct device * __borrowed dev, void * __borrowed data,
		int (*fn)(struct device *dev, void *data));
int bus_for_each_dev(struct bus_type * __borrowed bus, struct device * __borrowed start,
		void * __borrowed data, int (*fn)(struct device *dev, void *data));
int class_for_each_device(struct class * __borrowed class,
		struct device * __borrowed start, void * __borrowed data,
		int (*fn)(struct device *dev, void *data));
int driver_for_each_device(struct device_driver * __borrowed drv,
		struct device * __borrowed start, void * __borrowed data,
		int (*fn)(struct device *dev, void *));
struct device_driver *driver_find(const char * __borrowed name,
		struct bus_type * __borrowed bus) __returns_none;
int bus_register(struct bus_type * __raises_if("ret == 0", "bus_unregister") bus)
		__must_look;
void bus_unregister(struct bus_type * __lowers bus);
void class_destroy(struct class * __takes __may_be_error cls);
void class_unregister(struct class * __lowers class);
int __class_register(struct class * __raises_if("ret == 0", "class_unregister") class,
		struct lock_class_key *key) __must_look __kernels("6.1");
int class_register(const struct class * __raises_if("ret == 0", "class_unregister") class)
		__must_look __kernels("6.12", "7.3");
struct class *class_create(const char * __borrowed name) __returns_owned __returns_err
		__released_by("class_destroy") __kernels("6.12", "7.3");
int driver_register(struct device_driver * __raises_if("ret == 0", "driver_unregister")
		drv) __must_look;
void driver_unregister(struct device_driver * __lowers drv);
void device_destroy(struct class * __borrowed cls, dev_t devt);
struct device *__root_device_register(const char * __borrowed name, struct module *owner)
		__returns_owned __returns_err __released_by("root_device_unregister");
int device_create_file(struct device * __borrowed device, const struct device_attribute *
		__borrowed __raises_if("ret == 0", "device_remove_file") entry)
		__must_look;
void device_remove_file(struct device * __borrowed dev,
		const struct device_attribute * __borrowed __lowers attr);
int device_create_bin_file(struct device * __borrowed dev,
		const struct bin_attribute * __borrowed attr) __must_look;
void device_remove_bin_file(struct device * __borrowed dev,
		const struct bin_attribute * __borrowed attr);
struct device_link *device_link_add(struct device * __borrowed consumer,
		struct device * __borrowed supplier, u32 flags) __returns_none;
void device_link_del(struct device_link * __borrowed link);
void device_link_remove(void * __borrowed consumer, struct device * __borrowed supplier);
int device_rename(struct device * __borrowed dev, const char * __borrowed new_name)
		__must_look;
int device_move(struct device * __borrowed dev, struct device *new_parent,
		enum dpm_order dpm_order) __must_look;
int dev_set_name(struct device * __borrowed dev, const char * __borrowed name, ...)
		__must_look;
int device_bind_driver(struct device * __borrowed dev) __must_look;
int device_attach(struct device * __borrowed dev) __must_look;
void device_release_driver(struct device * __borrowed dev);
int device_reprobe(struct device * __borrowed dev) __must_look;
int devm_device_add_group(struct device * __borrowed dev,
		const struct attribute_group * __borrowed grp) __must_look;
int devm_device_add_groups(struct device * __borrowed dev,
		const struct attribute_group ** __borrowed groups) __must_look
		__kernels("6.1");
int device_add_groups(struct device * __borrowed dev,
		const struct attribute_group ** __borrowed groups) __must_look;
void device_remove_groups(struct device * __borrowed dev,
		const struct attribute_group ** __borrowed groups);
struct device *get_cpu_device(unsigned cpu) __returns_none;
void device_set_node(struct device * __borrowed dev, struct fwnode_handle *fwnode);
void device_set_of_node_from_dev(struct device * __borrowed dev,
		const struct device * __borrowed dev2);
void *__devres_alloc_node(dr_release_t release, size_t size, gfp_t gfp, int nid,
		const char * __borrowed name) __returns_owned __returns_null
		__released_by("devres_free");
void devres_add(struct device * __borrowed dev, void *res);
void devres_free(void * __takes res);
void *devres_open_group(struct device * __borrowed dev, void *id, gfp_t gfp);
void devres_close_group(struct device * __borrowed dev, void *id);
int devres_release_group(struct device * __borrowed dev, void *id);
const char *devm_kstrdup_const(struct device * __borrowed dev, const char * __borrowed s,
		gfp_t gfp) __returns_borrowed __returns_null;
void *devm_kmemdup_array(struct device * __borrowed dev,
		const void * __borrowed __deref src, size_t n, size_t size, gfp_t flags)
		__returns_borrowed __returns_null __kernels("6.12", "7.3");
void __percpu *__devm_alloc_percpu(struct device * __borrowed dev, size_t size,
		size_t align) __returns_null;
void devm_free_percpu(struct device * __borrowed dev, void __percpu *pdata)
		__kernels("6.1", "6.12");
void *devm_krealloc_array(struct device * __borrowed dev, void *p,
		size_t new_n, size_t new_size, gfp_t flags) __devm_object
		__kernels("6.12", "7.3");
int driver_create_file(struct device_driver * __borrowed driver,
		const struct driver_attribute * __borrowed attr) __must_look;
void driver_remove_file(struct device_driver * __borrowed driver,
		const struct driver_attribute * __borrowed attr);
int class_create_file_ns(struct class * __borrowed class,
		const struct class_attribute * __borrowed attr, const void *ns)
		__must_look;
int bus_create_file(struct bus_type * __borrowed, struct bus_attribute * __borrowed)
		__must_look;
void bus_remove_file(struct bus_type * __borrowed, struct bus_attribute * __borrowed);
int bus_rescan_devices(struct bus_type * __borrowed bus);
int device_match_name(struct device * __borrowed dev, const void * __borrowed name);
const void *device_get_match_data(const struct device * __borrowed dev);
const char *dev_driver_string(const struct device * __borrowed dev);
int device_set_wakeup_enable(struct device * __borrowed dev, bool enable);
int device_wakeup_enable(struct device * __borrowed dev) __must_look;
int device_wakeup_disable(struct device * __borrowed dev);
enum dev_dma_attr device_get_dma_attr(struct device * __borrowed dev);
int component_add(struct device * __borrowed, const struct component_ops *) __must_look;
void component_del(struct device * __borrowed, const struct component_ops * __borrowed);
int component_bind_all(struct device * __borrowed parent, void *data) __must_look;
void component_unbind_all(struct device * __borrowed parent, void *data);
int component_master_add_with_match(struct device * __borrowed,
		const struct component_master_ops *, struct component_match *)
		__must_look;
void component_master_del(struct device * __borrowed,
		const struct component_master_ops * __borrowed);
struct cdev *cdev_alloc(void) __returns_owned __returns_null
		__released_by("cdev_del", "cdev_device_del", "kobject_put");
int cdev_add(struct cdev * __raises_if("ret == 0", "cdev_del"), dev_t, unsigned)
		__must_look;
void cdev_del(struct cdev * __puts);
void cdev_init(struct cdev * __borrowed, const struct file_operations *);
int cdev_device_add(struct cdev * __raises_if("ret == 0", "cdev_device_del") cdev,
		struct device *dev) __must_look;
void cdev_device_del(struct cdev * __lowers cdev, struct device * __borrowed dev);
int register_chrdev_region(dev_t __raises_if("ret == 0", "unregister_chrdev_region"),
		unsigned, const char * __borrowed) __must_look;
void unregister_chrdev_region(dev_t __lowers, unsigned);
int alloc_chrdev_region(dev_t * __borrowed, unsigned, unsigned, const char * __borrowed)
		__must_look;
int __register_chrdev(unsigned int __raises_if("ret == 0", "__unregister_chrdev") major,
		unsigned int baseminor, unsigned int count, const char * __borrowed name,
		const struct file_operations *fops);
void __unregister_chrdev(unsigned int __lowers major, unsigned int baseminor,
		unsigned int count, const char * __borrowed name);
int register_chrdev(unsigned int __raises_if("ret == 0", "unregister_chrdev") major,
		const char * __borrowed name, const struct file_operations *fops);
void unregister_chrdev(unsigned int __lowers major, const char * __borrowed name);
int misc_register(struct miscdevice * __raises_if("ret == 0", "misc_deregister") misc)
		__must_look;
void misc_deregister(struct miscdevice * __lowers misc);
int register_reboot_notifier(struct notifier_block * __raises_if("ret == 0",
		"unregister_reboot_notifier"));
int unregister_reboot_notifier(struct notifier_block * __lowers);
int devm_register_reboot_notifier(struct device * __borrowed, struct notifier_block *);
int software_node_register(const struct software_node * __raises_if("ret == 0",
		"software_node_unregister") node) __must_look;
void software_node_unregister(const struct software_node * __lowers node);
int device_add_software_node(struct device * __borrowed dev,
		const struct software_node * __borrowed node) __must_look;
void device_remove_software_node(struct device * __borrowed dev);
int device_create_managed_software_node(struct device * __borrowed dev,
		const struct property_entry * __borrowed properties,
		const struct software_node * __borrowed parent) __must_look;
struct fwnode_handle *fwnode_create_software_node(const struct property_entry * __borrowed
		properties, const struct fwnode_handle * __borrowed parent)
		__returns_owned __returns_err
		__released_by("fwnode_remove_software_node");
void fwnode_remove_software_node(struct fwnode_handle * __takes fwnode);
struct wakeup_source *wakeup_source_register(struct device * __borrowed dev,
		const char * __borrowed name) __returns_owned __returns_null
		__released_by("wakeup_source_unregister");
void wakeup_source_unregister(struct wakeup_source * __takes ws);
int auxiliary_device_init(struct auxiliary_device * __raises_if("ret == 0",
		"auxiliary_device_uninit") auxdev) __must_look;
void auxiliary_device_uninit(struct auxiliary_device * __lowers auxdev);
int __auxiliary_device_add(struct auxiliary_device * __borrowed auxdev,
		const char * __borrowed modname) __must_look;
void auxiliary_device_delete(struct auxiliary_device * __borrowed auxdev);
int __auxiliary_driver_register(struct auxiliary_driver * __raises_if("ret == 0",
		"auxiliary_driver_unregister") auxdrv, struct module *owner,
		const char *modname) __must_look;
void auxiliary_driver_unregister(struct auxiliary_driver * __lowers auxdrv);

#endif /* _SAFE_FACTS_DEVICE_H */
