/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Properties of firmware nodes.
 */
#ifndef _SAFE_FACTS_PROPERTY_H
#define _SAFE_FACTS_PROPERTY_H

#include <linux/property.h>
#include <linux/of.h>
#include <linux/of_address.h>
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
		const char * __borrowed name, int * __borrowed lenp) __returns_none;
const void *of_get_property(const struct device_node * __borrowed node,
		const char * __borrowed name, int * __borrowed lenp) __returns_none;
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
struct fwnode_handle *fwnode_get_next_child_node(const struct fwnode_handle * __borrowed
		fwnode, struct fwnode_handle * __puts child) __returns_owned
		__returns_none __released_by("fwnode_handle_put", "of_node_put");
struct fwnode_handle *fwnode_get_next_available_child_node(const struct fwnode_handle *
		__borrowed fwnode, struct fwnode_handle * __puts child) __returns_owned
		__returns_none __released_by("fwnode_handle_put", "of_node_put");
struct fwnode_handle *device_get_next_child_node(const struct device * __borrowed dev,
		struct fwnode_handle * __puts child) __returns_owned __returns_none
		__released_by("fwnode_handle_put", "of_node_put");
struct fwnode_handle *fwnode_get_named_child_node(const struct fwnode_handle * __borrowed
		fwnode, const char * __borrowed childname) __returns_owned __returns_none
		__released_by("fwnode_handle_put", "of_node_put");
struct fwnode_handle *device_get_named_child_node(const struct device * __borrowed dev,
		const char * __borrowed childname) __returns_owned __returns_none
		__released_by("fwnode_handle_put", "of_node_put");
struct fwnode_handle *fwnode_get_parent(const struct fwnode_handle * __borrowed fwnode)
		__returns_owned __returns_none
		__released_by("fwnode_handle_put", "of_node_put");
struct fwnode_handle *fwnode_get_next_parent(struct fwnode_handle * __puts fwnode)
		__returns_owned __returns_none
		__released_by("fwnode_handle_put", "of_node_put");
struct fwnode_handle *fwnode_get_nth_parent(struct fwnode_handle * __borrowed fwn,
		unsigned int depth) __returns_owned __returns_none
		__released_by("fwnode_handle_put", "of_node_put");
struct fwnode_handle *fwnode_find_reference(const struct fwnode_handle * __borrowed
		fwnode, const char * __borrowed name, unsigned int index) __returns_owned
		__returns_err __released_by("fwnode_handle_put", "of_node_put");
struct fwnode_handle *fwnode_graph_get_next_endpoint(const struct fwnode_handle *
		__borrowed fwnode, struct fwnode_handle * __puts prev) __returns_owned
		__returns_none __released_by("fwnode_handle_put", "of_node_put");
struct fwnode_handle *fwnode_graph_get_port_parent(const struct fwnode_handle * __borrowed
		fwnode) __returns_owned __returns_none
		__released_by("fwnode_handle_put", "of_node_put");
struct fwnode_handle *fwnode_graph_get_remote_port_parent(const struct fwnode_handle *
		__borrowed fwnode) __returns_owned __returns_none
		__released_by("fwnode_handle_put", "of_node_put");
struct fwnode_handle *fwnode_graph_get_remote_port(const struct fwnode_handle * __borrowed
		fwnode) __returns_owned __returns_none
		__released_by("fwnode_handle_put", "of_node_put");
struct fwnode_handle *fwnode_graph_get_remote_endpoint(const struct fwnode_handle *
		__borrowed fwnode) __returns_owned __returns_none
		__released_by("fwnode_handle_put", "of_node_put");
struct fwnode_handle *fwnode_graph_get_endpoint_by_id(const struct fwnode_handle *
		__borrowed fwnode, u32 port, u32 endpoint, unsigned long flags)
		__returns_owned __returns_none
		__released_by("fwnode_handle_put", "of_node_put");
struct fwnode_handle *fwnode_handle_get(struct fwnode_handle * __returned
		__raises("fwnode_handle_put") fwnode);
void fwnode_handle_put(struct fwnode_handle * __puts fwnode);
bool fwnode_property_present(const struct fwnode_handle * __borrowed fwnode,
		const char * __borrowed propname);
int fwnode_property_read_u8_array(const struct fwnode_handle * __borrowed fwnode,
		const char * __borrowed propname, u8 * __borrowed val, size_t nval);
int fwnode_property_read_u16_array(const struct fwnode_handle * __borrowed fwnode,
		const char * __borrowed propname, u16 * __borrowed val, size_t nval);
int fwnode_property_read_u64_array(const struct fwnode_handle * __borrowed fwnode,
		const char * __borrowed propname, u64 * __borrowed val, size_t nval);
int fwnode_property_read_string_array(const struct fwnode_handle * __borrowed fwnode,
		const char * __borrowed propname, const char ** __borrowed val,
		size_t nval);
int fwnode_property_match_string(const struct fwnode_handle * __borrowed fwnode,
		const char * __borrowed propname, const char * __borrowed string);
int fwnode_property_get_reference_args(const struct fwnode_handle * __borrowed fwnode,
		const char * __borrowed prop, const char * __borrowed nargs_prop,
		unsigned int nargs, unsigned int index,
		struct fwnode_reference_args *args);
bool fwnode_device_is_available(const struct fwnode_handle * __borrowed fwnode);
int fwnode_irq_get_byname(const struct fwnode_handle * __borrowed fwnode,
		const char * __borrowed name);
void __iomem *fwnode_iomap(struct fwnode_handle * __borrowed fwnode, int index)
		__returns_none;
const char *fwnode_get_name(const struct fwnode_handle * __borrowed fwnode)
		__returns_none;
int device_property_read_u16_array(struct device * __borrowed dev,
		const char * __borrowed propname, u16 * __borrowed val, size_t nval);
int device_property_read_u64_array(struct device * __borrowed dev,
		const char * __borrowed propname, u64 * __borrowed val, size_t nval);
int device_property_read_string_array(struct device * __borrowed dev,
		const char * __borrowed propname, const char ** __borrowed val,
		size_t nval);
int device_property_match_string(struct device * __borrowed dev,
		const char * __borrowed propname, const char * __borrowed string);
int device_property_read_u32(struct device * __borrowed dev,
		const char * __borrowed propname, u32 * __borrowed val);
int device_property_read_u16(struct device * __borrowed dev,
		const char * __borrowed propname, u16 * __borrowed val);
int device_property_read_u8(struct device * __borrowed dev,
		const char * __borrowed propname, u8 * __borrowed val);
bool device_property_read_bool(struct device * __borrowed dev,
		const char * __borrowed propname);
unsigned int device_get_child_node_count(const struct device * __borrowed dev);
int device_get_phy_mode(struct device * __borrowed dev);
int of_property_read_u32_array(const struct device_node * __borrowed np,
		const char * __borrowed propname, u32 * __borrowed out_values, size_t sz);
int of_property_read_u32(const struct device_node * __borrowed np,
		const char * __borrowed propname, u32 * __borrowed out_value);
int of_property_read_u16(const struct device_node * __borrowed np,
		const char * __borrowed propname, u16 * __borrowed out_value);
int of_property_read_u8(const struct device_node * __borrowed np,
		const char * __borrowed propname, u8 * __borrowed out_value);
int of_property_read_s32(const struct device_node * __borrowed np,
		const char * __borrowed propname, s32 * __borrowed out_value);
bool of_property_read_bool(const struct device_node * __borrowed np,
		const char * __borrowed propname);
int of_property_read_u64_index(const struct device_node * __borrowed np,
		const char * __borrowed propname, u32 index, u64 * __borrowed out_value);
int of_property_read_string_index(const struct device_node * __borrowed np,
		const char * __borrowed propname, int index,
		const char ** __borrowed output);
int of_property_read_string_array(const struct device_node * __borrowed np,
		const char * __borrowed propname, const char ** __borrowed out_strs,
		size_t sz);
int of_property_match_string(const struct device_node * __borrowed np,
		const char * __borrowed propname, const char * __borrowed string);
int of_property_count_strings(const struct device_node * __borrowed np,
		const char * __borrowed propname);
int of_property_count_u32_elems(const struct device_node * __borrowed np,
		const char * __borrowed propname);
int of_property_read_variable_u8_array(const struct device_node * __borrowed np,
		const char * __borrowed propname, u8 * __borrowed out_values,
		size_t sz_min, size_t sz_max);
int of_property_read_variable_u16_array(const struct device_node * __borrowed np,
		const char * __borrowed propname, u16 * __borrowed out_values,
		size_t sz_min, size_t sz_max);
int of_property_read_variable_u64_array(const struct device_node * __borrowed np,
		const char * __borrowed propname, u64 * __borrowed out_values,
		size_t sz_min, size_t sz_max);
int of_property_read_string_helper(const struct device_node * __borrowed np,
		const char * __borrowed propname, const char ** __borrowed out_strs,
		size_t sz, int index);
const __be32 *of_get_address(struct device_node * __borrowed dev, int index,
		u64 * __borrowed size, unsigned int * __borrowed flags) __returns_none;
u64 of_translate_address(struct device_node * __borrowed np,
		const __be32 * __borrowed addr);
int of_n_addr_cells(struct device_node * __borrowed np);
int of_n_size_cells(struct device_node * __borrowed np);

#endif /* _SAFE_FACTS_PROPERTY_H */
