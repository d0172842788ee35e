/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Resources that one device gets from another: each has a handle.
 */
#ifndef _SAFE_FACTS_CONSUMER_H
#define _SAFE_FACTS_CONSUMER_H

#include <linux/reset.h>
#include <linux/phy/phy.h>
#include <linux/pwm.h>
#include <linux/iio/consumer.h>
#include <linux/nvmem-consumer.h>
#include <linux/pinctrl/consumer.h>
#include <linux/pinctrl/pinctrl.h>
#include <linux/extcon.h>
#include <linux/mailbox_client.h>
#include <linux/interconnect.h>
#include <linux/usb/phy.h>
#include <linux/dmaengine.h>
#include <linux/mux/consumer.h>
#include <linux/backlight.h>
#include <linux/regmap.h>
#include <safe/annotations.h>

struct reset_control *__reset_control_get(struct device * __borrowed dev,
		const char * __borrowed id, int index, bool shared, bool optional,
		bool acquired) __returns_err_or_null;
struct reset_control *__devm_reset_control_get(struct device * __borrowed dev,
		const char * __borrowed id, int index, bool shared, bool optional,
		bool acquired) __returns_err_or_null;
int reset_control_assert(struct reset_control * __borrowed rstc);
int reset_control_deassert(struct reset_control * __borrowed rstc);
int reset_control_reset(struct reset_control * __borrowed rstc);
struct phy *phy_get(struct device * __borrowed dev, const char * __borrowed string)
		__returns_owned __returns_err __released_by("phy_put");
void phy_put(struct device * __borrowed dev, struct phy * __takes phy);
struct phy *devm_phy_get(struct device * __borrowed dev, const char * __borrowed string)
		__returns_borrowed __returns_err __released_by("devm_phy_put");
struct phy *devm_of_phy_get(struct device * __borrowed dev,
		struct device_node * __borrowed np, const char * __borrowed con_id)
		__returns_borrowed __returns_err __released_by("devm_phy_put");
struct phy *devm_of_phy_get_by_index(struct device * __borrowed dev,
		struct device_node * __borrowed np, int index) __returns_borrowed
		__returns_err __released_by("devm_phy_put");
void devm_phy_put(struct device * __borrowed dev, struct phy * __takes phy);
int phy_init(struct phy * __borrowed phy);
int phy_exit(struct phy * __borrowed phy);
int phy_power_on(struct phy * __borrowed phy);
int phy_power_off(struct phy * __borrowed phy);
struct phy *devm_phy_create(struct device *dev, struct device_node *node,
		const struct phy_ops *ops) __returns_err;
struct pwm_device *pwm_get(struct device * __borrowed dev, const char * __borrowed con_id)
		__returns_owned __returns_err __released_by("pwm_put");
void pwm_put(struct pwm_device * __takes pwm);
struct pwm_device *devm_pwm_get(struct device * __borrowed dev,
		const char * __borrowed con_id) __returns_borrowed __returns_err;
struct pwm_device *devm_fwnode_pwm_get(struct device * __borrowed dev,
		struct fwnode_handle *fwnode, const char *con_id) __returns_borrowed
		__returns_err;
struct iio_channel *iio_channel_get(struct device * __borrowed dev,
		const char * __borrowed consumer_channel) __returns_owned __returns_err
		__released_by("iio_channel_release");
void iio_channel_release(struct iio_channel * __takes chan);
struct iio_channel *devm_iio_channel_get(struct device * __borrowed dev,
		const char * __borrowed consumer_channel) __returns_borrowed
		__returns_err;
struct iio_channel *devm_iio_channel_get_all(struct device * __borrowed dev)
		__returns_borrowed __returns_err;
struct nvmem_cell *nvmem_cell_get(struct device * __borrowed dev,
		const char * __borrowed id) __returns_owned __returns_err
		__released_by("nvmem_cell_put");
struct nvmem_cell *of_nvmem_cell_get(struct device_node * __borrowed np,
		const char * __borrowed id) __returns_owned __returns_err
		__released_by("nvmem_cell_put");
void nvmem_cell_put(struct nvmem_cell * __takes cell);
struct nvmem_cell *devm_nvmem_cell_get(struct device * __borrowed dev,
		const char * __borrowed id) __returns_borrowed __returns_err
		__released_by("devm_nvmem_cell_put");
void devm_nvmem_cell_put(struct device * __borrowed dev,
		struct nvmem_cell * __takes cell);
void *nvmem_cell_read(struct nvmem_cell * __borrowed cell, size_t * __borrowed len)
		__returns_owned __returns_err __released_by("kfree", "kvfree");
struct nvmem_device *nvmem_device_get(struct device * __borrowed dev,
		const char * __borrowed name) __returns_err;
struct nvmem_device *devm_nvmem_device_get(struct device * __borrowed dev,
		const char * __borrowed name) __returns_borrowed __returns_err;
struct pinctrl *pinctrl_get(struct device * __borrowed dev) __returns_owned __returns_err
		__released_by("pinctrl_put");
void pinctrl_put(struct pinctrl * __puts p);
struct pinctrl *devm_pinctrl_get(struct device * __borrowed dev) __returns_borrowed
		__returns_err __released_by("devm_pinctrl_put");
void devm_pinctrl_put(struct pinctrl * __puts p);
struct pinctrl_state *pinctrl_lookup_state(struct pinctrl * __borrowed p,
		const char * __borrowed name) __returns_borrowed __returns_err;
int pinctrl_select_state(struct pinctrl * __borrowed p,
		struct pinctrl_state * __borrowed s);
struct pinctrl_dev *devm_pinctrl_register(struct device *dev,
		struct pinctrl_desc *pctldesc, void *driver_data) __returns_err;
struct pinctrl_dev *pinctrl_register(struct pinctrl_desc *pctldesc, struct device *dev,
		void *driver_data) __returns_err;
struct extcon_dev *extcon_get_edev_by_phandle(struct device * __borrowed dev, int index)
		__returns_err;
struct extcon_dev *extcon_get_extcon_dev(const char * __borrowed extcon_name)
		__returns_err;
struct mbox_chan *mbox_request_channel(struct mbox_client *cl, int index) __returns_err;
struct mbox_chan *mbox_request_channel_byname(struct mbox_client *cl, const char *name)
		__returns_err;
struct icc_path *of_icc_get(struct device * __borrowed dev, const char * __borrowed name)
		__returns_err_or_null;
struct icc_path *devm_of_icc_get(struct device * __borrowed dev,
		const char * __borrowed name) __returns_err_or_null;
struct usb_phy *usb_get_phy(enum usb_phy_type type) __returns_err;
struct usb_phy *devm_usb_get_phy(struct device * __borrowed dev, enum usb_phy_type type)
		__returns_err;
struct usb_phy *devm_usb_get_phy_by_phandle(struct device * __borrowed dev,
		const char * __borrowed phandle, u8 index) __returns_err;
struct dma_chan *dma_request_chan(struct device * __borrowed dev,
		const char * __borrowed name) __returns_owned __returns_err
		__released_by("dma_release_channel");
struct dma_chan *dma_request_chan_by_mask(const dma_cap_mask_t * __borrowed mask)
		__returns_owned __returns_err __released_by("dma_release_channel");
void dma_release_channel(struct dma_chan * __takes chan);
struct mux_control *devm_mux_control_get(struct device * __borrowed dev,
		const char * __borrowed mux_name) __returns_err;
struct backlight_device *backlight_device_register(const char *name, struct device *dev,
		void *devdata, const struct backlight_ops *ops,
		const struct backlight_properties *props) __returns_err;
struct backlight_device *devm_backlight_device_register(struct device *dev,
		const char *name, struct device *parent, void *devdata,
		const struct backlight_ops *ops, const struct backlight_properties *props)
		__returns_err;
struct backlight_device *devm_of_find_backlight(struct device * __borrowed dev)
		__returns_err_or_null;
struct regmap_field *devm_regmap_field_alloc(struct device * __borrowed dev,
		struct regmap *regmap, struct reg_field reg_field) __returns_err;
int devm_regmap_field_bulk_alloc(struct device * __borrowed dev, struct regmap *regmap,
		struct regmap_field **field, const struct reg_field *reg_field,
		int num_fields);
struct regmap *__regmap_init(struct device *dev, const struct regmap_bus *bus,
		void *bus_context, const struct regmap_config *config,
		struct lock_class_key *lock_key, const char *lock_name) __returns_err;
struct regmap *__devm_regmap_init(struct device *dev, const struct regmap_bus *bus,
		void *bus_context, const struct regmap_config *config,
		struct lock_class_key *lock_key, const char *lock_name) __returns_err;
struct regmap *__devm_regmap_init_i2c(struct i2c_client *i2c,
		const struct regmap_config *config, struct lock_class_key *lock_key,
		const char *lock_name) __returns_err;
struct regmap *__devm_regmap_init_spi(struct spi_device *dev,
		const struct regmap_config *config, struct lock_class_key *lock_key,
		const char *lock_name) __returns_err;
struct regmap *__devm_regmap_init_mmio_clk(struct device *dev, const char *clk_id,
		void __iomem *regs, const struct regmap_config *config,
		struct lock_class_key *lock_key, const char *lock_name) __returns_err;
struct regmap *__regmap_init_i2c(struct i2c_client *i2c,
		const struct regmap_config *config, struct lock_class_key *lock_key,
		const char *lock_name) __returns_err;
struct regmap *__regmap_init_spi(struct spi_device *dev,
		const struct regmap_config *config, struct lock_class_key *lock_key,
		const char *lock_name) __returns_err;
struct regmap *__regmap_init_mmio_clk(struct device *dev, const char *clk_id,
		void __iomem *regs, const struct regmap_config *config,
		struct lock_class_key *lock_key, const char *lock_name) __returns_err;
struct regmap *dev_get_regmap(struct device * __borrowed dev,
		const char * __borrowed name);
int regmap_write(struct regmap * __borrowed map, unsigned int reg, unsigned int val);
int regmap_read(struct regmap * __borrowed map, unsigned int reg,
		unsigned int * __borrowed val);
int regmap_bulk_read(struct regmap * __borrowed map, unsigned int reg,
		void * __borrowed val, size_t val_count);
int regmap_bulk_write(struct regmap * __borrowed map, unsigned int reg,
		const void * __borrowed val, size_t val_count);
int regmap_raw_read(struct regmap * __borrowed map, unsigned int reg,
		void * __borrowed val, size_t val_len);
int regmap_raw_write(struct regmap * __borrowed map, unsigned int reg,
		const void * __borrowed val, size_t val_len);
int regmap_update_bits_base(struct regmap * __borrowed map, unsigned int reg,
		unsigned int mask, unsigned int val, bool *change, bool async,
		bool force);
int regmap_multi_reg_write(struct regmap * __borrowed map,
		const struct reg_sequence * __borrowed regs, int num_regs);

#endif /* _SAFE_FACTS_CONSUMER_H */
