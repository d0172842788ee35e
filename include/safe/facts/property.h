/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Properties of firmware nodes.
 */
#ifndef _SAFE_FACTS_PROPERTY_H
#define _SAFE_FACTS_PROPERTY_H

#include <linux/property.h>
#include <linux/of.h>
#include <safe/annotations.h>

int of_property_read_string(const struct device_node * __borrowed np,
		const char * __borrowed propname, const char ** __borrowed out_string);
int of_property_read_variable_u32_array(const struct device_node * __borrowed np,
		const char * __borrowed propname, u32 * __borrowed out_values,
		size_t sz_min, size_t sz_max);
int of_property_read_u32_index(const struct device_node * __borrowed np,
		const char * __borrowed propname, u32 index, u32 * __borrowed out_value);
int of_property_read_u64(const struct device_node * __borrowed np,
		const char * __borrowed propname, u64 * __borrowed out_value);
struct property *of_find_property(const struct device_node * __borrowed np,
		const char * __borrowed name, int * __borrowed lenp);
const void *of_get_property(const struct device_node * __borrowed node,
		const char * __borrowed name, int * __borrowed lenp);
int of_property_count_elems_of_size(const struct device_node * __borrowed np,
		const char * __borrowed propname, int elem_size);
bool device_property_present(struct device * __borrowed dev,
		const char * __borrowed propname);
int device_property_read_u32_array(struct device * __borrowed dev,
		const char * __borrowed propname, u32 * __borrowed val, size_t nval);
int device_property_read_u8_array(struct device * __borrowed dev,
		const char * __borrowed propname, u8 * __borrowed val, size_t nval);
int device_property_read_string(struct device * __borrowed dev,
		const char * __borrowed propname, const char ** __borrowed val);
int fwnode_property_read_u32_array(const struct fwnode_handle * __borrowed fwnode,
		const char * __borrowed propname, u32 * __borrowed val, size_t nval);
int fwnode_property_read_string(const struct fwnode_handle * __borrowed fwnode,
		const char * __borrowed propname, const char ** __borrowed val);

#endif /* _SAFE_FACTS_PROPERTY_H */
