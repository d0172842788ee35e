/* SPDX-License-Identifier: GPL-2.0 */
/*
 * I2C, SPI and platform devices.
 */
#ifndef _SAFE_FACTS_I2C_SPI_H
#define _SAFE_FACTS_I2C_SPI_H

#include <linux/i2c.h>
#include <linux/i2c-mux.h>
#include <linux/spi/spi.h>
#include <linux/spi/spi-mem.h>
#include <linux/platform_device.h>
#include <linux/mfd/core.h>
#include <linux/serdev.h>
#include <linux/w1.h>
#include <safe/annotations.h>

struct i2c_adapter *i2c_get_adapter(int nr) __returns_owned __returns_none
		__released_by("i2c_put_adapter");
void i2c_put_adapter(struct i2c_adapter * __puts adap);
int i2c_add_adapter(struct i2c_adapter * __raises_if("ret == 0", "i2c_del_adapter") adap)
		__must_look;
int i2c_add_numbered_adapter(struct i2c_adapter * __raises_if("ret == 0",
		"i2c_del_adapter") adap) __must_look;
void i2c_del_adapter(struct i2c_adapter * __lowers adap);
int devm_i2c_add_adapter(struct device * __borrowed dev, struct i2c_adapter *adapter)
		__must_look;
void i2c_unregister_device(struct i2c_client * __puts __may_be_error client);
struct i2c_client *i2c_verify_client(struct device * __borrowed dev) __returns_none;
struct i2c_adapter *i2c_verify_adapter(struct device * __borrowed dev) __returns_none;
int i2c_register_driver(struct module *owner,
		struct i2c_driver * __raises_if("ret == 0", "i2c_del_driver") driver)
		__must_look;
void i2c_del_driver(struct i2c_driver * __lowers driver);
const struct i2c_device_id *i2c_match_id(const struct i2c_device_id * __borrowed id,
		const struct i2c_client * __borrowed client) __returns_none;
s32 i2c_smbus_read_byte(const struct i2c_client * __borrowed client) __sleeps;
s32 i2c_smbus_write_byte(const struct i2c_client * __borrowed client, u8 value) __sleeps;
s32 i2c_smbus_read_word_data(const struct i2c_client * __borrowed __deref client,
		u8 command)
		__sleeps;
s32 i2c_smbus_write_word_data(const struct i2c_client * __borrowed client, u8 command,
		u16 value) __sleeps;
s32 i2c_smbus_read_block_data(const struct i2c_client * __borrowed client, u8 command,
		u8 * __borrowed values);
s32 i2c_smbus_write_block_data(const struct i2c_client * __borrowed client, u8 command,
		u8 length, const u8 * __borrowed values);
s32 i2c_smbus_read_i2c_block_data_or_emulated(const struct i2c_client * __borrowed client,
		u8 command, u8 length, u8 * __borrowed values);
s32 i2c_smbus_xfer(struct i2c_adapter * __borrowed adapter, u16 addr,
		unsigned short flags, char read_write, u8 command, int protocol,
		union i2c_smbus_data * __borrowed data);
int i2c_check_functionality(struct i2c_adapter * __borrowed adap, u32 func);
int i2c_transfer_buffer_flags(const struct i2c_client * __borrowed client,
		char * __borrowed buf, int count, u16 flags) __sleeps;
int i2c_recover_bus(struct i2c_adapter * __borrowed adap);
void i2c_parse_fw_timings(struct device * __borrowed dev,
		struct i2c_timings * __borrowed t, bool use_defaults);
struct i2c_mux_core *i2c_mux_alloc(struct i2c_adapter *parent,
		struct device * __borrowed dev, int max_adapters, int sizeof_priv,
		u32 flags, int (*select)(struct i2c_mux_core *, u32),
		int (*deselect)(struct i2c_mux_core *, u32)) __returns_null;
int i2c_mux_add_adapter(struct i2c_mux_core * __borrowed muxc, u32 force_nr, u32 chan_id,
		unsigned int class) __must_look __kernels("6.1");
int i2c_mux_add_adapter(struct i2c_mux_core * __borrowed muxc, u32 force_nr, u32 chan_id)
		__must_look __kernels("6.12", "7.3");
void i2c_mux_del_adapters(struct i2c_mux_core * __borrowed muxc);
struct spi_controller *spi_alloc_master(struct device * __borrowed host,
		unsigned int size) __returns_owned __returns_null
		__released_by("spi_controller_put", "put_device")
		__kernels("6.1", "6.12");
struct spi_controller *spi_alloc_host(struct device * __borrowed dev, unsigned int size)
		__returns_owned __returns_null
		__released_by("spi_controller_put", "put_device");
struct spi_controller *__spi_alloc_controller(struct device * __borrowed host,
		unsigned int size, bool slave) __returns_owned __returns_null
		__released_by("spi_controller_put", "put_device");
struct spi_controller *__devm_spi_alloc_controller(struct device * __borrowed dev,
		unsigned int size, bool slave) __returns_null;
void spi_controller_put(struct spi_controller * __puts ctlr);
struct spi_controller *spi_controller_get(struct spi_controller * __borrowed
		__raises_if("ret != 0", "spi_controller_put") ctlr);
int spi_register_controller(struct spi_controller * __deref __keeps_if("ret == 0")
		__raises_if("ret == 0", "spi_unregister_controller") ctlr) __must_look;
void spi_unregister_controller(struct spi_controller * __lowers ctlr);
int devm_spi_register_controller(struct device * __borrowed dev,
		struct spi_controller * __deref __keeps_if("ret == 0") ctlr) __must_look;
struct spi_device *spi_alloc_device(struct spi_controller * __borrowed ctlr)
		__returns_owned __returns_null __released_by("spi_dev_put");
int spi_add_device(struct spi_device * __keeps_if("ret == 0") spi) __must_look;
struct spi_device *spi_new_device(struct spi_controller * __borrowed,
		struct spi_board_info *) __returns_null;
void spi_unregister_device(struct spi_device * __borrowed spi);
void spi_dev_put(struct spi_device * __puts spi);
struct spi_device *spi_dev_get(struct spi_device * __borrowed __raises_if("ret != 0",
		"spi_dev_put") spi);
int spi_setup(struct spi_device * __borrowed spi) __must_look;
int spi_async(struct spi_device * __borrowed spi, struct spi_message *message)
		__must_look;
int spi_write(struct spi_device * __borrowed spi, const void * __borrowed buf,
		size_t len);
int spi_read(struct spi_device * __borrowed spi, void * __borrowed buf, size_t len);
int spi_sync_transfer(struct spi_device * __borrowed spi,
		struct spi_transfer * __borrowed xfers, unsigned int num_xfers);
int spi_sync_locked(struct spi_device * __borrowed spi,
		struct spi_message * __borrowed message);
ssize_t spi_w8r8(struct spi_device * __borrowed spi, u8 cmd);
ssize_t spi_w8r16(struct spi_device * __borrowed spi, u8 cmd);
ssize_t spi_w8r16be(struct spi_device * __borrowed spi, u8 cmd);
int spi_bus_lock(struct spi_controller * __borrowed ctlr);
int spi_bus_unlock(struct spi_controller * __borrowed ctlr);
const struct spi_device_id *spi_get_device_id(const struct spi_device * __borrowed sdev);
void spi_finalize_current_transfer(struct spi_controller * __borrowed ctlr);
int spi_mem_exec_op(struct spi_mem * __borrowed mem,
		const struct spi_mem_op * __borrowed op);
int spi_mem_adjust_op_size(struct spi_mem * __borrowed mem,
		struct spi_mem_op * __borrowed op);
struct platform_device *platform_device_alloc(const char * __borrowed name, int id)
		__returns_owned __returns_null __released_by("platform_device_put");
int platform_device_add(struct platform_device * __keeps_if("ret == 0")
		__raises_if("ret == 0", "platform_device_del",
		"platform_device_unregister") pdev) __must_look;
void platform_device_del(struct platform_device * __lowers __may_be_error pdev);
void platform_device_put(struct platform_device * __puts __may_be_error pdev);
void platform_device_unregister(
		struct platform_device * __borrowed __may_be_error __lowers);
int platform_device_register(struct platform_device * __raises("platform_device_put",
		"platform_device_unregister")) __must_look;
int platform_device_add_resources(struct platform_device * __borrowed __deref pdev,
		const struct resource * __borrowed res, unsigned int num) __must_look;
int platform_device_add_data(struct platform_device * __borrowed __deref pdev,
		const void * __borrowed data, size_t size) __must_look;
int __platform_driver_register(struct platform_driver * __raises_if("ret == 0",
		"platform_driver_unregister"), struct module *) __must_look
		__kernels("6.1", "6.12");
int __platform_driver_register(struct platform_driver * __raises_if("ret == 0",
		"platform_driver_unregister"), struct module *, const char *mod_name)
		__must_look __kernels("7.3");
int __platform_driver_probe(struct platform_driver *driver,
		int (*probe)(struct platform_device *), struct module *module) __must_look
		__kernels("6.1", "6.12");
int __platform_driver_probe(struct platform_driver *driver,
		int (*probe)(struct platform_device *), struct module *module,
		const char *mod_name) __must_look __kernels("7.3");
void platform_driver_unregister(struct platform_driver * __lowers);
int platform_get_irq_byname(struct platform_device * __borrowed, const char * __borrowed);
int platform_get_irq_byname_optional(struct platform_device * __borrowed dev,
		const char * __borrowed name);
int platform_irq_count(struct platform_device * __borrowed);
struct resource *platform_get_resource_byname(struct platform_device * __borrowed,
		unsigned int, const char * __borrowed) __returns_none;
struct resource *platform_get_mem_or_io(struct platform_device * __borrowed, unsigned int)
		__returns_none;
struct device *platform_find_device_by_driver(struct device * __borrowed start,
		const struct device_driver * __borrowed drv) __returns_owned
		__returns_none __released_by("put_device");
int mfd_add_devices(struct device * __borrowed parent, int id,
		const struct mfd_cell * __borrowed cells, int n_devs,
		struct resource * __borrowed mem_base, int irq_base,
		struct irq_domain *irq_domain) __must_look;
int devm_mfd_add_devices(struct device * __borrowed dev, int id,
		const struct mfd_cell * __borrowed cells, int n_devs,
		struct resource * __borrowed mem_base, int irq_base,
		struct irq_domain *irq_domain) __must_look;
void mfd_remove_devices(struct device * __borrowed parent);
int serdev_device_open(struct serdev_device * __borrowed __raises_if("ret == 0",
		"serdev_device_close")) __must_look;
int devm_serdev_device_open(struct device * __borrowed, struct serdev_device * __borrowed)
		__must_look;
void serdev_device_close(struct serdev_device * __borrowed __lowers);
int serdev_device_write(struct serdev_device * __borrowed,
		const unsigned char * __borrowed, size_t, long);
int serdev_device_write_buf(struct serdev_device * __borrowed,
		const unsigned char * __borrowed, size_t);
unsigned int serdev_device_set_baudrate(struct serdev_device * __borrowed, unsigned int);
void serdev_device_set_flow_control(struct serdev_device * __borrowed, bool);
int w1_add_master_device(struct w1_bus_master * __keeps_if("ret == 0")
		__raises_if("ret == 0", "w1_remove_master_device") master) __must_look;
void w1_remove_master_device(struct w1_bus_master * __lowers master);

#endif /* _SAFE_FACTS_I2C_SPI_H */
