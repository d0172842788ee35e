/* SPDX-License-Identifier: GPL-2.0 */
/*
 * ACPI.
 */
#ifndef _SAFE_FACTS_ACPI_H
#define _SAFE_FACTS_ACPI_H

#include <linux/acpi.h>
#include <acpi/acpi_bus.h>
#include <linux/gpio/consumer.h>
#include <acpi/acpiosxf.h>
#include <safe/annotations.h>

void acpi_dev_put(struct acpi_device * __puts adev);
struct acpi_device *acpi_dev_get_first_match_dev(const char * __borrowed hid,
		const char * __borrowed uid, s64 hrv) __returns_owned __returns_none
		__released_by("acpi_dev_put", "put_device");
struct acpi_device *acpi_dev_get_next_match_dev(struct acpi_device * __puts adev,
		const char * __borrowed hid, const char * __borrowed uid, s64 hrv)
		__returns_owned __returns_none
		__released_by("acpi_dev_put", "put_device");
struct acpi_device *acpi_dev_get_next_consumer_dev(struct acpi_device * __borrowed
		supplier, struct acpi_device * __puts start) __returns_owned
		__returns_none __released_by("acpi_dev_put", "put_device");
bool acpi_dev_present(const char * __borrowed hid, const char * __borrowed uid, s64 hrv);
bool acpi_dev_found(const char * __borrowed hid);
const struct acpi_device_id *acpi_match_device(const struct acpi_device_id * __borrowed
		ids, const struct device * __borrowed dev) __returns_none;
int acpi_match_device_ids(struct acpi_device * __borrowed device,
		const struct acpi_device_id * __borrowed ids);
const void *acpi_device_get_match_data(const struct device * __borrowed dev)
		__returns_none;
int acpi_dev_get_resources(struct acpi_device * __borrowed adev,
		struct list_head * __borrowed list,
		int (*preproc)(struct acpi_resource *, void *), void *preproc_data)
		__must_look;
void acpi_dev_free_resource_list(struct list_head * __borrowed list);
int acpi_dev_add_driver_gpios(struct acpi_device * __borrowed adev,
		const struct acpi_gpio_mapping *gpios) __must_look;
int acpi_dev_get_property(const struct acpi_device * __borrowed adev,
		const char * __borrowed name, acpi_object_type type,
		const union acpi_object ** __borrowed obj) __must_look;
void acpi_os_free(void * __takes memory);
int acpi_bus_register_driver(struct acpi_driver * __raises_if("ret == 0",
		"acpi_bus_unregister_driver") driver) __must_look __kernels("6.1");
void acpi_bus_unregister_driver(struct acpi_driver * __lowers driver)
		__kernels("6.1", "6.12");

#endif /* _SAFE_FACTS_ACPI_H */
