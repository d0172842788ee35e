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
#include <linux/reset-controller.h>
#include <linux/nvmem-provider.h>
#include <linux/pinctrl/machine.h>
#include <linux/gpio/driver.h>
#include <linux/mailbox_controller.h>
#include <linux/hwspinlock.h>
#include <linux/interconnect-provider.h>
#include <linux/mux/driver.h>
#include <linux/extcon-provider.h>
#include <linux/devfreq.h>
#include <linux/pm_opp.h>
#include <linux/cpufreq.h>
#include <linux/energy_model.h>
#include <linux/pm_domain.h>
#include <linux/rpmsg.h>
#include <linux/remoteproc.h>
#include <linux/soc/qcom/smem.h>
#include <linux/sys_soc.h>
#include <linux/ptp_clock_kernel.h>
#include <linux/pps_kernel.h>
#include <linux/tee_drv.h>
#include <safe/annotations.h>

struct reset_control *__reset_control_get(struct device * __borrowed dev,
		const char * __borrowed id, int index, bool shared, bool optional,
		bool acquired) __returns_owned __returns_err_or_null
		__released_by("reset_control_put") __kernels("6.1");
struct reset_control *__reset_control_get(struct device * __borrowed dev,
		const char * __borrowed id, int index, enum reset_control_flags flags)
		__returns_owned __returns_err_or_null __released_by("reset_control_put")
		__kernels("6.12", "7.3");
struct reset_control *__devm_reset_control_get(struct device * __borrowed dev,
		const char * __borrowed id, int index, bool shared, bool optional,
		bool acquired) __returns_err_or_null __kernels("6.1");
int reset_control_assert(struct reset_control * __borrowed rstc);
int reset_control_deassert(struct reset_control * __borrowed rstc) __must_look;
int reset_control_reset(struct reset_control * __borrowed rstc) __must_look;
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
int phy_init(struct phy * __borrowed __raises_if("ret == 0", "phy_exit") phy) __must_look;
int phy_exit(struct phy * __borrowed __lowers phy);
int phy_power_on(struct phy * __borrowed __raises_if("ret == 0", "phy_power_off") phy)
		__must_look;
int phy_power_off(struct phy * __borrowed __lowers phy);
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
void *nvmem_cell_read(struct nvmem_cell * __borrowed __deref cell,
		size_t * __borrowed len)
		__returns_owned __returns_err __released_by("kfree", "kvfree");
struct nvmem_device *nvmem_device_get(struct device * __borrowed dev,
		const char * __borrowed name) __returns_owned __returns_err
		__released_by("nvmem_device_put");
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
int pinctrl_select_state(struct pinctrl * __borrowed __deref p,
		struct pinctrl_state * __borrowed __deref s);
struct pinctrl_dev *devm_pinctrl_register(struct device *dev,
		struct pinctrl_desc *pctldesc, void *driver_data) __returns_err;
struct pinctrl_dev *pinctrl_register(struct pinctrl_desc *pctldesc, struct device *dev,
		void *driver_data) __returns_err;
struct extcon_dev *extcon_get_edev_by_phandle(struct device * __borrowed dev, int index)
		__returns_err;
struct extcon_dev *extcon_get_extcon_dev(const char * __borrowed extcon_name)
		__returns_err;
struct mbox_chan *mbox_request_channel(struct mbox_client * __borrowed cl, int index)
		__returns_owned __returns_err __released_by("mbox_free_channel");
struct mbox_chan *mbox_request_channel_byname(struct mbox_client * __borrowed cl,
		const char * __borrowed name) __returns_owned __returns_err
		__released_by("mbox_free_channel");
struct icc_path *of_icc_get(struct device * __borrowed dev, const char * __borrowed name)
		__returns_owned __returns_err_or_null __released_by("icc_put");
struct icc_path *devm_of_icc_get(struct device * __borrowed dev,
		const char * __borrowed name) __returns_err_or_null;
struct usb_phy *usb_get_phy(enum usb_phy_type type) __returns_owned __returns_err
		__released_by("usb_put_phy");
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
struct backlight_device *backlight_device_register(const char * __borrowed name,
		struct device * __borrowed dev, void *devdata,
		const struct backlight_ops *ops,
		const struct backlight_properties * __borrowed props) __returns_owned
		__returns_err __released_by("backlight_device_unregister");
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
struct regmap *__regmap_init(struct device * __borrowed dev, const struct regmap_bus *bus,
		void *bus_context, const struct regmap_config *config,
		struct lock_class_key *lock_key, const char *lock_name) __returns_owned
		__returns_err __released_by("regmap_exit");
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
struct regmap *__regmap_init_i2c(struct i2c_client * __borrowed i2c,
		const struct regmap_config *config,
		struct lock_class_key *lock_key, const char *lock_name) __returns_owned
		__returns_err __released_by("regmap_exit");
struct regmap *__regmap_init_spi(struct spi_device * __borrowed dev,
		const struct regmap_config *config,
		struct lock_class_key *lock_key, const char *lock_name) __returns_owned
		__returns_err __released_by("regmap_exit");
struct regmap *__regmap_init_mmio_clk(struct device * __borrowed dev,
		const char * __borrowed clk_id, void __iomem *regs,
		const struct regmap_config *config,
		struct lock_class_key *lock_key, const char *lock_name) __returns_owned
		__returns_err __released_by("regmap_exit");
struct regmap *dev_get_regmap(struct device * __borrowed dev,
		const char * __borrowed name) __returns_none;
int regmap_write(struct regmap * __borrowed __deref map, unsigned int reg,
		unsigned int val);
int regmap_read(struct regmap * __borrowed __deref map, unsigned int reg,
		unsigned int * __borrowed val);
int regmap_bulk_read(struct regmap * __borrowed __deref map, unsigned int reg,
		void * __borrowed val, size_t val_count);
int regmap_bulk_write(struct regmap * __borrowed __deref map, unsigned int reg,
		const void * __borrowed val, size_t val_count);
int regmap_raw_read(struct regmap * __borrowed map, unsigned int reg,
		void * __borrowed val, size_t val_len);
int regmap_raw_write(struct regmap * __borrowed map, unsigned int reg,
		const void * __borrowed val, size_t val_len);
int regmap_update_bits_base(struct regmap * __borrowed __deref map, unsigned int reg,
		unsigned int mask, unsigned int val, bool *change, bool async,
		bool force);
int regmap_multi_reg_write(struct regmap * __borrowed map,
		const struct reg_sequence * __borrowed regs, int num_regs);
int reset_control_status(struct reset_control * __borrowed rstc);
void reset_control_put(struct reset_control * __takes __may_be_error rstc);
void reset_control_bulk_put(int num_rstcs,
		struct reset_control_bulk_data * __borrowed __lowers rstcs);
struct reset_control *__of_reset_control_get(struct device_node * __borrowed node,
		const char * __borrowed id, int index, bool shared, bool optional,
		bool acquired) __returns_owned __returns_err_or_null
		__released_by("reset_control_put") __kernels("6.1");
struct reset_control *__of_reset_control_get(struct device_node * __borrowed node,
		const char * __borrowed id, int index, enum reset_control_flags flags)
		__returns_owned __returns_err_or_null __released_by("reset_control_put")
		__kernels("6.12");
int __reset_control_bulk_get(struct device * __borrowed dev, int num_rstcs,
		struct reset_control_bulk_data * __borrowed rstcs, bool shared,
		bool optional, bool acquired) __must_look __kernels("6.1");
int __reset_control_bulk_get(struct device * __borrowed dev, int num_rstcs,
		struct reset_control_bulk_data * __borrowed rstcs,
		enum reset_control_flags flags) __must_look __kernels("6.12", "7.3");
int __devm_reset_control_bulk_get(struct device * __borrowed dev, int num_rstcs,
		struct reset_control_bulk_data * __borrowed rstcs, bool shared,
		bool optional, bool acquired) __must_look __kernels("6.1");
int __devm_reset_control_bulk_get(struct device * __borrowed dev, int num_rstcs,
		struct reset_control_bulk_data * __borrowed rstcs,
		enum reset_control_flags flags) __must_look __kernels("6.12", "7.3");
int reset_control_bulk_deassert(int num_rstcs,
		struct reset_control_bulk_data * __borrowed rstcs) __must_look;
int reset_control_bulk_assert(int num_rstcs,
		struct reset_control_bulk_data * __borrowed rstcs);
int __device_reset(struct device * __borrowed dev, bool optional) __must_look;
int reset_controller_register(struct reset_controller_dev * __raises_if("ret == 0",
		"reset_controller_unregister") rcdev) __must_look;
void reset_controller_unregister(struct reset_controller_dev * __lowers rcdev);
int devm_reset_controller_register(struct device * __borrowed dev,
		struct reset_controller_dev *rcdev) __must_look;
int phy_set_mode_ext(struct phy * __borrowed phy, enum phy_mode mode, int submode)
		__must_look;
int phy_calibrate(struct phy * __borrowed phy);
int phy_configure(struct phy * __borrowed phy, union phy_configure_opts * __borrowed opts)
		__must_look;
struct phy *phy_create(struct device * __borrowed dev, struct device_node *node,
		const struct phy_ops *ops) __returns_owned __returns_err
		__released_by("phy_destroy");
void phy_destroy(struct phy * __takes phy);
struct phy *of_phy_get(struct device_node * __borrowed np, const char * __borrowed con_id)
		__returns_owned __returns_err __released_by("of_phy_put", "phy_put");
void of_phy_put(struct phy * __takes __may_be_error phy);
struct phy *phy_optional_get(struct device * __borrowed dev,
		const char * __borrowed string) __returns_owned __returns_err_or_null
		__released_by("phy_put") __kernels("6.1");
struct phy *devm_phy_optional_get(struct device * __borrowed dev,
		const char * __borrowed string) __returns_borrowed __returns_err_or_null;
struct phy_provider *__devm_of_phy_provider_register(struct device * __borrowed dev,
		struct device_node *children, struct module *owner, struct phy *
		(*of_xlate)(struct device *dev, struct of_phandle_args *args))
		__returns_err;
int pwm_enable(struct pwm_device * __borrowed pwm) __must_look;
void pwm_disable(struct pwm_device * __borrowed pwm);
int pwm_config(struct pwm_device * __borrowed pwm, int duty_ns, int period_ns);
int pwmchip_add(struct pwm_chip * __raises_if("ret == 0", "pwmchip_remove") chip)
		__must_look __kernels("6.1");
void pwmchip_remove(struct pwm_chip * __lowers chip);
struct pwm_chip *pwmchip_alloc(struct device * __borrowed parent, unsigned int npwm,
		size_t sizeof_priv) __returns_owned __returns_err
		__released_by("pwmchip_put") __kernels("6.12", "7.3");
struct pwm_chip *devm_pwmchip_alloc(struct device * __borrowed parent, unsigned int npwm,
		size_t sizeof_priv) __returns_err __kernels("6.12", "7.3");
void pwmchip_put(struct pwm_chip * __puts chip) __kernels("6.12", "7.3");
void pwm_get_state(const struct pwm_device * __borrowed pwm,
		struct pwm_state * __borrowed state);
int pwm_apply_might_sleep(struct pwm_device * __borrowed pwm,
		const struct pwm_state * __borrowed state) __must_look
		__kernels("6.12", "7.3");
struct nvmem_device *of_nvmem_device_get(struct device_node * __borrowed np,
		const char * __borrowed name) __returns_owned __returns_err
		__released_by("nvmem_device_put");
struct nvmem_device *nvmem_device_find(void * __borrowed data,
		int (*match)(struct device *dev, const void *data)) __returns_owned
		__returns_err __released_by("nvmem_device_put");
void nvmem_device_put(struct nvmem_device * __puts nvmem);
void nvmem_unregister(struct nvmem_device * __takes nvmem);
int nvmem_device_read(struct nvmem_device * __borrowed nvmem, unsigned int offset,
		size_t bytes, void * __borrowed buf) __must_look;
int nvmem_device_write(struct nvmem_device * __borrowed nvmem, unsigned int offset,
		size_t bytes, void * __borrowed buf) __must_look;
int nvmem_cell_write(struct nvmem_cell * __borrowed cell, void * __borrowed buf,
		size_t len) __must_look;
int nvmem_cell_read_u8(struct device * __borrowed dev, const char * __borrowed cell_id,
		u8 * __borrowed val) __must_look;
int nvmem_cell_read_u16(struct device * __borrowed dev, const char * __borrowed cell_id,
		u16 * __borrowed val) __must_look;
int nvmem_cell_read_u32(struct device * __borrowed dev, const char * __borrowed cell_id,
		u32 * __borrowed val) __must_look;
int nvmem_cell_read_u64(struct device * __borrowed dev, const char * __borrowed cell_id,
		u64 * __borrowed val) __must_look;
int nvmem_cell_read_variable_le_u32(struct device * __borrowed dev,
		const char * __borrowed cell_id, u32 * __borrowed val) __must_look;
int pinctrl_pm_select_default_state(struct device * __borrowed dev);
int pinctrl_pm_select_sleep_state(struct device * __borrowed dev);
int pinctrl_pm_select_idle_state(struct device * __borrowed dev);
struct pinctrl *pinctrl_get_select(struct device * __borrowed dev,
		const char * __borrowed name) __returns_owned __returns_err
		__released_by("pinctrl_put");
void pinctrl_unregister(struct pinctrl_dev * __takes pctldev);
int pinctrl_register_mappings(const struct pinctrl_map *map, unsigned num_maps)
		__must_look;
int pinctrl_enable(struct pinctrl_dev * __borrowed pctldev) __must_look;
int pinctrl_register_and_init(struct pinctrl_desc *pctldesc,
		struct device * __borrowed dev, void *driver_data,
		struct pinctrl_dev ** __borrowed pctldev) __must_look;
int devm_pinctrl_register_and_init(struct device * __borrowed dev,
		struct pinctrl_desc *pctldesc, void *driver_data,
		struct pinctrl_dev ** __borrowed pctldev) __must_look;
int gpiochip_add_data_with_key(struct gpio_chip * __raises_if("ret == 0",
		"gpiochip_remove") gc, void *data, struct lock_class_key *lock_key,
		struct lock_class_key *request_key) __must_look;
void gpiochip_remove(struct gpio_chip * __lowers gc);
int devm_gpiochip_add_data_with_key(struct device * __borrowed dev, struct gpio_chip *gc,
		void *data, struct lock_class_key *lock_key,
		struct lock_class_key *request_key) __must_look;
void *gpiochip_get_data(struct gpio_chip * __borrowed gc);
int gpiochip_add_pin_range(struct gpio_chip * __borrowed gc,
		const char * __borrowed pinctl_name, unsigned int gpio_offset,
		unsigned int pin_offset, unsigned int npins) __must_look;
void mbox_free_channel(struct mbox_chan * __takes chan);
int mbox_send_message(struct mbox_chan * __borrowed chan, void *mssg) __must_look;
int mbox_controller_register(struct mbox_controller * __raises_if("ret == 0",
		"mbox_controller_unregister") mbox) __must_look;
void mbox_controller_unregister(struct mbox_controller * __lowers mbox);
int devm_mbox_controller_register(struct device * __borrowed dev,
		struct mbox_controller *mbox) __must_look;
void mbox_chan_received_data(struct mbox_chan * __borrowed chan, void *data);
void mbox_chan_txdone(struct mbox_chan * __borrowed chan, int r);
void mbox_client_txdone(struct mbox_chan * __borrowed chan, int r);
struct hwspinlock *hwspin_lock_request(void) __returns_owned __returns_null
		__released_by("hwspin_lock_free") __kernels("6.1", "6.12");
struct hwspinlock *hwspin_lock_request_specific(unsigned int id) __returns_owned
		__returns_null __released_by("hwspin_lock_free");
int hwspin_lock_free(struct hwspinlock * __takes hwlock);
int hwspin_lock_register(struct hwspinlock_device *bank, struct device * __borrowed dev,
		const struct hwspinlock_ops *ops, int base_id, int num_locks) __must_look;
int hwspin_lock_unregister(struct hwspinlock_device * __borrowed bank) __must_look;
void icc_put(struct icc_path * __takes path);
int icc_set_bw(struct icc_path * __borrowed path, u32 avg_bw, u32 peak_bw) __must_look;
int icc_enable(struct icc_path * __borrowed path) __must_look;
int icc_disable(struct icc_path * __borrowed path);
int icc_provider_register(struct icc_provider * __raises_if("ret == 0",
		"icc_provider_deregister") provider);
void icc_provider_deregister(struct icc_provider * __lowers provider);
struct dma_chan *__dma_request_channel(const dma_cap_mask_t * __borrowed mask,
		dma_filter_fn fn, void *fn_param, struct device_node * __borrowed np)
		__returns_owned __returns_none __released_by("dma_release_channel");
int dma_async_device_register(struct dma_device * __raises_if("ret == 0",
		"dma_async_device_unregister") device) __must_look;
void dma_async_device_unregister(struct dma_device * __lowers device);
int dmaenginem_async_device_register(struct dma_device *device) __must_look;
int dmaengine_slave_config(struct dma_chan * __borrowed chan,
		struct dma_slave_config * __borrowed config) __must_look;
int dmaengine_terminate_sync(struct dma_chan * __borrowed chan);
int dmaengine_terminate_async(struct dma_chan * __borrowed chan);
int dmaengine_terminate_all(struct dma_chan * __borrowed chan);
dma_cookie_t dmaengine_submit(struct dma_async_tx_descriptor * __borrowed desc);
void dma_async_issue_pending(struct dma_chan * __borrowed chan);
int dma_get_slave_caps(struct dma_chan * __borrowed chan,
		struct dma_slave_caps * __borrowed caps) __must_look;
struct dma_async_tx_descriptor *dmaengine_prep_slave_sg(struct dma_chan * __borrowed chan,
		struct scatterlist * __borrowed sgl, unsigned int sg_len,
		enum dma_transfer_direction dir, unsigned long flags) __returns_null;
struct dma_async_tx_descriptor *dmaengine_prep_slave_single(struct dma_chan * __borrowed
		chan, dma_addr_t buf, size_t len, enum dma_transfer_direction dir,
		unsigned long flags) __returns_null;
struct dma_async_tx_descriptor *dmaengine_prep_dma_cyclic(struct dma_chan * __borrowed
		chan, dma_addr_t buf_addr, size_t buf_len, size_t period_len,
		enum dma_transfer_direction dir, unsigned long flags) __returns_null;
struct dma_async_tx_descriptor *dmaengine_prep_dma_memcpy(struct dma_chan * __borrowed
		chan, dma_addr_t dest, dma_addr_t src, size_t len, unsigned long flags)
		__returns_null;
struct mux_control *mux_control_get(struct device * __borrowed dev,
		const char * __borrowed mux_name) __returns_owned __returns_err
		__released_by("mux_control_put");
void mux_control_put(struct mux_control * __takes mux);
int mux_control_select_delay(struct mux_control * __borrowed __raises_if("ret == 0",
		"mux_control_deselect") mux, unsigned int state, unsigned int delay_us)
		__must_look;
int mux_control_select(struct mux_control * __borrowed __raises_if("ret == 0",
		"mux_control_deselect") mux, unsigned int state) __must_look;
int mux_control_try_select(struct mux_control * __borrowed __raises_if("ret == 0",
		"mux_control_deselect") mux, unsigned int state) __must_look;
int mux_control_deselect(struct mux_control * __borrowed __lowers mux);
struct mux_chip *mux_chip_alloc(struct device * __borrowed dev, unsigned int controllers,
		size_t sizeof_priv) __returns_owned __returns_err
		__released_by("mux_chip_free");
void mux_chip_free(struct mux_chip * __puts mux_chip);
int mux_chip_register(struct mux_chip * __borrowed mux_chip) __must_look;
void backlight_device_unregister(struct backlight_device * __takes bd);
int backlight_update_status(struct backlight_device * __borrowed bd);
int backlight_enable(struct backlight_device * __borrowed bd);
int backlight_disable(struct backlight_device * __borrowed bd);
void backlight_force_update(struct backlight_device * __borrowed bd,
		enum backlight_update_reason reason);
struct backlight_device *of_find_backlight_by_node(struct device_node * __borrowed node)
		__returns_owned __returns_none __released_by("put_device");
struct backlight_device *backlight_device_get_by_type(enum backlight_type type)
		__returns_none;
void regmap_exit(struct regmap * __takes map);
int regmap_add_irq_chip(struct regmap * __borrowed map, int irq, int irq_flags,
		int irq_base, const struct regmap_irq_chip *chip,
		struct regmap_irq_chip_data ** __borrowed data) __must_look;
int devm_regmap_add_irq_chip(struct device * __borrowed dev,
		struct regmap * __borrowed map, int irq, int irq_flags, int irq_base,
		const struct regmap_irq_chip *chip,
		struct regmap_irq_chip_data ** __borrowed data) __must_look;
void regmap_del_irq_chip(int irq, struct regmap_irq_chip_data * __takes data);
int regmap_field_read(struct regmap_field * __borrowed field,
		unsigned int * __borrowed val);
int regmap_field_update_bits_base(struct regmap_field * __borrowed field,
		unsigned int mask, unsigned int val, bool *change, bool async,
		bool force);
int regmap_async_complete(struct regmap * __borrowed map) __must_look;
int regmap_register_patch(struct regmap * __borrowed map,
		const struct reg_sequence * __borrowed regs, int num_regs) __must_look;
int regcache_sync(struct regmap * __borrowed map) __must_look;
int regcache_sync_region(struct regmap * __borrowed map, unsigned int min,
		unsigned int max) __must_look;
void regcache_cache_only(struct regmap * __borrowed map, bool enable);
void regcache_mark_dirty(struct regmap * __borrowed map);
int regmap_noinc_read(struct regmap * __borrowed map, unsigned int reg,
		void * __borrowed val, size_t val_len);
int regmap_noinc_write(struct regmap * __borrowed map, unsigned int reg,
		const void * __borrowed val, size_t val_len);
int regmap_test_bits(struct regmap * __borrowed map, unsigned int reg, unsigned int bits);
int regmap_get_val_bytes(struct regmap * __borrowed map);
int regmap_irq_get_virq(struct regmap_irq_chip_data * __borrowed data, int irq)
		__must_look;
int regmap_attach_dev(struct device * __borrowed dev, struct regmap * __borrowed map,
		const struct regmap_config *config) __must_look;
int extcon_register_notifier(struct extcon_dev * __borrowed edev, unsigned int id, struct
		notifier_block * __raises_if("ret == 0", "extcon_unregister_notifier") nb)
		__must_look;
int extcon_unregister_notifier(struct extcon_dev * __borrowed edev, unsigned int id,
		struct notifier_block * __lowers nb);
int devm_extcon_register_notifier(struct device * __borrowed dev,
		struct extcon_dev * __borrowed edev, unsigned int id,
		struct notifier_block *nb) __must_look;
int devm_extcon_dev_register(struct device * __borrowed dev, struct extcon_dev *edev)
		__must_look;
int extcon_set_state_sync(struct extcon_dev * __borrowed edev, unsigned int id,
		bool state);
int extcon_get_state(struct extcon_dev * __borrowed edev, unsigned int id);
int devfreq_remove_device(struct devfreq * __takes devfreq);
struct dev_pm_opp *dev_pm_opp_find_freq_exact(struct device * __borrowed dev,
		unsigned long freq, bool available) __returns_owned __returns_err
		__released_by("dev_pm_opp_put");
struct dev_pm_opp *dev_pm_opp_find_freq_ceil(struct device * __borrowed dev,
		unsigned long * __borrowed freq) __returns_owned __returns_err
		__released_by("dev_pm_opp_put");
struct dev_pm_opp *dev_pm_opp_find_freq_floor(struct device * __borrowed dev,
		unsigned long * __borrowed freq) __returns_owned __returns_err
		__released_by("dev_pm_opp_put");
struct dev_pm_opp *dev_pm_opp_find_level_exact(struct device * __borrowed dev,
		unsigned int level) __returns_owned __returns_err
		__released_by("dev_pm_opp_put");
void dev_pm_opp_put(struct dev_pm_opp * __puts opp);
unsigned long dev_pm_opp_get_voltage(struct dev_pm_opp * __borrowed opp);
int dev_pm_opp_set_rate(struct device * __borrowed dev, unsigned long target_freq)
		__must_look;
int dev_pm_opp_of_add_table(struct device * __borrowed dev) __must_look;
void dev_pm_opp_of_remove_table(struct device * __borrowed dev);
int dev_pm_opp_add(struct device * __borrowed dev, unsigned long freq,
		unsigned long u_volt) __must_look;
int devm_pm_opp_of_add_table(struct device * __borrowed dev) __must_look;
int devm_pm_opp_set_clkname(struct device * __borrowed dev, const char * __borrowed name)
		__must_look;
struct opp_table *dev_pm_opp_get_opp_table(struct device * __borrowed dev) __returns_owned
		__returns_err __released_by("dev_pm_opp_put_opp_table");
void dev_pm_opp_put_opp_table(struct opp_table * __puts opp_table);
struct cpufreq_policy *cpufreq_cpu_get(unsigned int cpu) __returns_owned __returns_none
		__released_by("cpufreq_cpu_put");
void cpufreq_cpu_put(struct cpufreq_policy * __puts policy);
int cpufreq_register_driver(struct cpufreq_driver * __raises_if("ret == 0",
		"cpufreq_unregister_driver") driver_data) __must_look;
int cpufreq_unregister_driver(struct cpufreq_driver * __lowers driver_data);
int em_dev_register_perf_domain(struct device * __borrowed dev, unsigned int nr_states,
		struct em_data_callback *cb, cpumask_t *span, bool microwatts)
		__must_look;
int pm_genpd_init(struct generic_pm_domain *genpd,
		struct dev_power_governor * __borrowed gov, bool is_off) __must_look;
int pm_genpd_remove(struct generic_pm_domain * __borrowed genpd) __must_look;
int pm_genpd_add_subdomain(struct generic_pm_domain * __borrowed genpd,
		struct generic_pm_domain * __borrowed subdomain) __must_look;
struct rpmsg_endpoint *rpmsg_create_ept(struct rpmsg_device * __borrowed,
		rpmsg_rx_cb_t cb, void *priv, struct rpmsg_channel_info chinfo)
		__returns_owned __returns_null __released_by("rpmsg_destroy_ept");
void rpmsg_destroy_ept(struct rpmsg_endpoint * __takes);
int rpmsg_send(struct rpmsg_endpoint * __borrowed ept, void * __borrowed data, int len)
		__must_look;
int rpmsg_trysend(struct rpmsg_endpoint * __borrowed ept, void * __borrowed data, int len)
		__must_look;
struct rproc *rproc_alloc(struct device * __borrowed dev, const char * __borrowed name,
		const struct rproc_ops *ops, const char * __borrowed firmware, int len)
		__returns_owned __returns_null __released_by("rproc_free");
void rproc_free(struct rproc * __puts rproc);
int rproc_add(struct rproc * __borrowed rproc) __must_look;
int rproc_del(struct rproc * __borrowed rproc) __must_look;
int rproc_boot(struct rproc * __borrowed __raises_if("ret == 0", "rproc_shutdown") rproc)
		__must_look;
void rproc_put(struct rproc * __puts rproc);
struct rproc *rproc_get_by_phandle(phandle phandle) __returns_owned __returns_none
		__released_by("rproc_put");
void *qcom_smem_get(unsigned host, unsigned item, size_t * __borrowed size) __returns_err;
void soc_device_unregister(struct soc_device * __takes soc_dev);
int ptp_clock_unregister(struct ptp_clock * __takes ptp);
void pps_unregister_source(struct pps_device * __takes pps);
void tee_shm_free(struct tee_shm * __takes shm);
struct tee_shm *tee_shm_alloc_kernel_buf(struct tee_context * __borrowed ctx, size_t size)
		__returns_owned __returns_err __released_by("tee_shm_free");
struct tee_context *tee_client_open_context(struct tee_context * __borrowed start,
		int (*match)(struct tee_ioctl_version_data *, const void *),
		const void * __borrowed data,
		struct tee_ioctl_version_data * __borrowed vers) __returns_owned
		__returns_err __released_by("tee_client_close_context");
void tee_client_close_context(struct tee_context * __puts ctx);
int rproc_shutdown(struct rproc * __lowers rproc);

#endif /* _SAFE_FACTS_CONSUMER_H */
