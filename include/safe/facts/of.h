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
#include <linux/of_mdio.h>
#include <linux/of_net.h>
#include <linux/i2c.h>
#include <drm/drm_mipi_dsi.h>
#include <drm/drm_panel.h>
#include <drm/drm_bridge.h>
#include <linux/pm_domain.h>
#include <linux/of_dma.h>
#include <linux/of_gpio.h>
#include <linux/regulator/of_regulator.h>
#include <linux/leds.h>
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
		__returns_none;
const struct of_device_id *of_match_node(const struct of_device_id * __borrowed matches,
		const struct device_node * __borrowed node) __returns_none;
const struct of_device_id *of_match_device(const struct of_device_id * __borrowed matches,
		const struct device * __borrowed dev) __returns_none;
const void *of_device_get_match_data(const struct device * __borrowed dev);
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
int of_platform_populate(struct device_node * __borrowed root,
		const struct of_device_id * __borrowed matches,
		const struct of_dev_auxdata *lookup, struct device * __borrowed parent)
		__must_look;
void of_platform_depopulate(struct device * __borrowed parent);
int of_platform_default_populate(struct device_node * __borrowed root,
		const struct of_dev_auxdata *lookup, struct device * __borrowed parent)
		__must_look;
int devm_of_platform_populate(struct device * __borrowed dev) __must_look;
struct platform_device *of_platform_device_create(struct device_node * __borrowed np,
		const char * __borrowed bus_id, struct device * __borrowed parent)
		__returns_none;
int of_platform_device_destroy(struct device * __borrowed dev, void *data);
void of_changeset_init(struct of_changeset * __borrowed ocs);
void of_changeset_destroy(struct of_changeset * __borrowed ocs);
int of_changeset_apply(struct of_changeset * __borrowed ocs) __must_look;
int of_overlay_fdt_apply(const void * __borrowed overlay_fdt, u32 overlay_fdt_size,
		int * __borrowed ovcs_id) __must_look __kernels("6.1");
int of_overlay_fdt_apply(const void * __borrowed overlay_fdt, u32 overlay_fdt_size,
		int * __borrowed ovcs_id, struct device_node *target_base) __must_look
		__kernels("6.12", "7.3");
int of_alias_get_highest_id(const char * __borrowed stem);
struct device_node *of_get_next_child_with_prefix(const struct device_node * __borrowed
		node, struct device_node * __puts prev, const char * __borrowed prefix)
		__returns_owned __returns_none __released_by("of_node_put")
		__kernels("7.3");
struct device_node *of_get_next_reserved_child(const struct device_node * __borrowed node,
		struct device_node * __puts prev) __returns_owned __returns_none
		__released_by("of_node_put") __kernels("6.12", "7.3");
struct device_node *of_get_available_child_by_name(const struct device_node * __borrowed
		node, const char * __borrowed name) __returns_owned __returns_none
		__released_by("of_node_put") __kernels("7.3");
struct phy_device *of_phy_find_device(struct device_node * __borrowed phy_np)
		__returns_owned __returns_none
		__released_by("put_device", "phy_device_free");
struct mii_bus *of_mdio_find_bus(struct device_node * __borrowed mdio_np) __returns_owned
		__returns_none __released_by("put_device");
int of_mdiobus_register(struct mii_bus * __borrowed mdio,
		struct device_node * __borrowed np) __must_look;
struct phy_device *of_phy_connect(struct net_device * __borrowed dev,
		struct device_node * __borrowed phy_np,
		void (*hndlr)(struct net_device *), u32 flags, phy_interface_t iface)
		__returns_null;
struct phy_device *of_phy_get_and_connect(struct net_device * __borrowed dev,
		struct device_node * __borrowed np, void (*hndlr)(struct net_device *))
		__returns_null;
bool of_phy_is_fixed_link(struct device_node * __borrowed np);
int of_phy_register_fixed_link(struct device_node * __borrowed np) __must_look;
void of_phy_deregister_fixed_link(struct device_node * __borrowed np);
int of_get_phy_mode(struct device_node * __borrowed np,
		phy_interface_t * __borrowed interface) __must_look;
int of_get_mac_address(struct device_node * __borrowed np, u8 * __borrowed mac);
int of_get_ethdev_address(struct device_node * __borrowed np,
		struct net_device * __borrowed dev);
struct i2c_client *of_find_i2c_device_by_node(struct device_node * __borrowed node)
		__returns_owned __returns_none __released_by("put_device");
struct i2c_adapter *of_find_i2c_adapter_by_node(struct device_node * __borrowed node)
		__returns_owned __returns_none __released_by("put_device");
struct i2c_adapter *of_get_i2c_adapter_by_node(struct device_node * __borrowed node)
		__returns_owned __returns_none __released_by("i2c_put_adapter");
struct net_device *of_find_net_device_by_node(struct device_node * __borrowed np)
		__returns_owned __returns_none __released_by("put_device");
struct mipi_dsi_host *of_find_mipi_dsi_host_by_node(struct device_node * __borrowed node)
		__returns_none;
struct drm_panel *of_drm_find_panel(const struct device_node * __borrowed np)
		__returns_err;
struct drm_bridge *of_drm_find_bridge(struct device_node * __borrowed np) __returns_none;
int of_irq_parse_one(struct device_node * __borrowed device, int index,
		struct of_phandle_args * __borrowed out_irq) __must_look;
int of_irq_count(struct device_node * __borrowed dev);
int of_irq_to_resource(struct device_node * __borrowed dev, int index,
		struct resource * __borrowed r);
int of_genpd_add_provider_simple(struct device_node *np,
		struct generic_pm_domain * __borrowed genpd) __must_look;
int of_genpd_add_provider_onecell(struct device_node *np,
		struct genpd_onecell_data *data) __must_look;
void of_genpd_del_provider(struct device_node * __borrowed np);
int of_dma_controller_register(struct device_node * __raises_if("ret == 0",
		"of_dma_controller_free") np, struct dma_chan *(*of_dma_xlate) (struct
		of_phandle_args *, struct of_dma *), void *data) __must_look;
void of_dma_controller_free(struct device_node * __lowers np);
int of_get_named_gpio(const struct device_node * __borrowed np,
		const char * __borrowed propname, int index) __kernels("6.1", "6.12");
int of_get_named_gpio_flags(const struct device_node * __borrowed np,
		const char * __borrowed list_name, int index,
		enum of_gpio_flags * __borrowed flags) __kernels("6.1");
struct regulator_init_data *of_get_regulator_init_data(struct device * __borrowed dev,
		struct device_node * __borrowed node, const struct regulator_desc *desc)
		__returns_none;
struct led_classdev *of_led_get(struct device_node * __borrowed np, int index)
		__returns_err __kernels("6.1", "6.12");
int of_parse_phandle_with_args(const struct device_node * __borrowed np,
		const char * __borrowed list_name, const char * __borrowed cells_name,
		int index, struct of_phandle_args * __borrowed out_args) __must_look;
int of_parse_phandle_with_fixed_args(const struct device_node * __borrowed np,
		const char * __borrowed list_name, int cell_count, int index,
		struct of_phandle_args * __borrowed out_args) __must_look;

#endif /* _SAFE_FACTS_OF_H */
