/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Nodes of the device tree.
 */
#ifndef _SAFE_FACTS_OF_H
#define _SAFE_FACTS_OF_H

#include <linux/of.h>
#include <linux/of_device.h>
#include <linux/of_irq.h>
#include <linux/of_graph.h>
#include <linux/of_platform.h>
#include <linux/of_address.h>
#include <safe/annotations.h>

struct device_node *of_node_get(struct device_node * __returned __raises("of_node_put")
		node);
void of_node_put(struct device_node * __puts node);
struct device_node *of_find_node_by_name(struct device_node * __puts from,
		const char * __borrowed name) __returns_owned __returns_none
		__released_by("of_node_put");
struct device_node *of_find_node_by_type(struct device_node * __puts from,
		const char * __borrowed type) __returns_owned __returns_none
		__released_by("of_node_put");
struct device_node *of_find_compatible_node(struct device_node * __puts from,
		const char * __borrowed type, const char * __borrowed compat)
		__returns_owned __returns_none __released_by("of_node_put");
struct device_node *of_find_matching_node_and_match(struct device_node * __puts from,
		const struct of_device_id * __borrowed matches,
		const struct of_device_id **match) __returns_owned __returns_none
		__released_by("of_node_put");
struct device_node *of_find_matching_node(struct device_node * __puts from,
		const struct of_device_id * __borrowed matches) __returns_owned
		__returns_none __released_by("of_node_put");
struct device_node *of_find_node_with_property(struct device_node * __puts from,
		const char * __borrowed prop_name) __returns_owned __returns_none
		__released_by("of_node_put");
struct device_node *of_find_node_opts_by_path(const char * __borrowed path,
		const char **opts) __returns_owned __returns_none
		__released_by("of_node_put");
struct device_node *of_find_node_by_path(const char * __borrowed path) __returns_owned
		__returns_none __released_by("of_node_put");
struct device_node *of_find_node_by_phandle(phandle handle) __returns_owned __returns_none
		__released_by("of_node_put");
struct device_node *of_get_parent(const struct device_node * __borrowed node)
		__returns_owned __returns_none __released_by("of_node_put");
struct device_node *of_get_next_parent(struct device_node * __puts node) __returns_owned
		__returns_none __released_by("of_node_put");
struct device_node *of_get_next_child(const struct device_node * __borrowed node,
		struct device_node * __puts prev) __returns_owned __returns_none
		__released_by("of_node_put");
struct device_node *of_get_next_available_child(const struct device_node * __borrowed
		node, struct device_node * __puts prev) __returns_owned __returns_none
		__released_by("of_node_put");
struct device_node *of_get_next_cpu_node(struct device_node * __puts prev) __returns_owned
		__returns_none __released_by("of_node_put");
struct device_node *of_get_compatible_child(const struct device_node * __borrowed parent,
		const char * __borrowed compatible) __returns_owned __returns_none
		__released_by("of_node_put");
struct device_node *of_get_child_by_name(const struct device_node * __borrowed node,
		const char * __borrowed name) __returns_owned __returns_none
		__released_by("of_node_put");
struct device_node *of_parse_phandle(const struct device_node * __borrowed np,
		const char * __borrowed phandle_name, int index) __returns_owned
		__returns_none __released_by("of_node_put");
struct device_node *of_get_cpu_node(int cpu, unsigned int * __borrowed thread)
		__returns_owned __returns_none __released_by("of_node_put");
struct device_node *of_cpu_device_node_get(int cpu) __returns_owned __returns_none
		__released_by("of_node_put");
struct device_node *of_irq_find_parent(struct device_node * __borrowed child)
		__returns_owned __returns_none __released_by("of_node_put");
struct device_node *of_graph_get_next_endpoint(const struct device_node * __borrowed
		parent, struct device_node * __puts previous) __returns_owned
		__returns_none __released_by("of_node_put");
struct device_node *of_graph_get_endpoint_by_regs(const struct device_node * __borrowed
		parent, int port_reg, int reg) __returns_owned __returns_none
		__released_by("of_node_put");
struct device_node *of_graph_get_port_by_id(struct device_node * __borrowed node, u32 id)
		__returns_owned __returns_none __released_by("of_node_put");
struct device_node *of_graph_get_port_parent(struct device_node * __borrowed node)
		__returns_owned __returns_none __released_by("of_node_put");
struct device_node *of_graph_get_remote_endpoint(const struct device_node * __borrowed
		node) __returns_owned __returns_none __released_by("of_node_put");
struct device_node *of_graph_get_remote_port_parent(const struct device_node * __borrowed
		node) __returns_owned __returns_none __released_by("of_node_put");
struct device_node *of_graph_get_remote_port(const struct device_node * __borrowed node)
		__returns_owned __returns_none __released_by("of_node_put");
struct device_node *of_graph_get_remote_node(const struct device_node * __borrowed node,
		u32 port, u32 endpoint) __returns_owned __returns_none
		__released_by("of_node_put");
struct platform_device *of_find_device_by_node(struct device_node * __borrowed np)
		__returns_owned __returns_none
		__released_by("put_device", "platform_device_put", "of_dev_put");
const struct of_device_id *of_match_node(const struct of_device_id * __borrowed matches,
		const struct device_node * __borrowed node) __returns_none;
const struct of_device_id *of_match_device(const struct of_device_id * __borrowed matches,
		const struct device * __borrowed dev) __returns_none;
const void *of_device_get_match_data(const struct device * __borrowed dev) __returns_none;
int of_device_is_compatible(const struct device_node * __borrowed device,
		const char * __borrowed);
bool of_device_is_available(const struct device_node * __borrowed device);
int of_machine_is_compatible(const char * __borrowed compat);
int of_alias_get_id(struct device_node * __borrowed np, const char * __borrowed stem);
int of_irq_get(struct device_node * __borrowed dev, int index);
int of_irq_get_byname(struct device_node * __borrowed dev, const char * __borrowed name);
unsigned int irq_of_parse_and_map(struct device_node * __borrowed node, int index);
int of_address_to_resource(struct device_node * __borrowed dev, int index,
		struct resource * __borrowed r) __must_look;
int of_count_phandle_with_args(const struct device_node * __borrowed np,
		const char * __borrowed list_name, const char * __borrowed cells_name);
bool of_graph_is_present(const struct device_node * __borrowed node);
unsigned int of_graph_get_endpoint_count(const struct device_node * __borrowed np);

#endif /* _SAFE_FACTS_OF_H */
