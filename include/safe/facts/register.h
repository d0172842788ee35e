/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What drivers register with the kernel and get back as an object.
 */
#ifndef _SAFE_FACTS_REGISTER_H
#define _SAFE_FACTS_REGISTER_H

#include <linux/rtc.h>
#include <linux/hwmon.h>
#include <linux/power_supply.h>
#include <linux/thermal.h>
#include <linux/i2c.h>
#include <linux/nvmem-provider.h>
#include <linux/ptp_clock_kernel.h>
#include <linux/iio/iio.h>
#include <linux/iio/trigger.h>
#include <linux/input.h>
#include <linux/extcon-provider.h>
#include <linux/lcd.h>
#include <linux/leds.h>
#include <linux/devfreq.h>
#include <linux/usb/typec.h>
#include <linux/hid.h>
#include <linux/sys_soc.h>
#include <linux/tty_driver.h>
#include <linux/tty_port.h>
#include <linux/pps_kernel.h>
#include <linux/cdev.h>
#include <linux/watchdog.h>
#include <linux/devcoredump.h>
#include <linux/mtd/mtd.h>
#include <linux/tpm.h>
#include <linux/key.h>
#include <linux/edac.h>
#include <linux/phy.h>
#include <linux/mdio.h>
#include <safe/annotations.h>

struct rtc_device *devm_rtc_allocate_device(struct device * __borrowed dev) __returns_err;
struct rtc_device *devm_rtc_device_register(struct device * __borrowed dev,
		const char *name, const struct rtc_class_ops *ops, struct module *owner)
		__returns_err;
struct device *hwmon_device_register_with_groups(struct device * __borrowed dev,
		const char * __borrowed name, void *drvdata,
		const struct attribute_group **groups) __returns_owned __returns_err
		__released_by("hwmon_device_unregister");
struct device *devm_hwmon_device_register_with_groups(struct device *dev,
		const char *name, void *drvdata, const struct attribute_group **groups)
		__returns_err;
struct device *hwmon_device_register_with_info(struct device * __borrowed dev,
		const char * __borrowed name, void *drvdata,
		const struct hwmon_chip_info *info,
		const struct attribute_group **extra_groups) __returns_owned __returns_err
		__released_by("hwmon_device_unregister");
struct device *devm_hwmon_device_register_with_info(struct device *dev, const char *name,
		void *drvdata, const struct hwmon_chip_info *info,
		const struct attribute_group **extra_groups) __returns_err;
char *devm_hwmon_sanitize_name(struct device * __borrowed dev,
		const char * __borrowed name) __returns_borrowed __returns_err;
char *hwmon_sanitize_name(const char * __borrowed name) __returns_owned __returns_err
		__released_by("kfree");
struct power_supply *power_supply_register(struct device * __borrowed parent,
		const struct power_supply_desc *desc,
		const struct power_supply_config *cfg) __returns_owned
		__returns_err __released_by("power_supply_unregister");
struct power_supply *power_supply_register_no_ws(struct device *parent,
		const struct power_supply_desc *desc,
		const struct power_supply_config *cfg) __returns_err
		__kernels("6.1", "6.12");
struct power_supply *devm_power_supply_register(struct device *parent,
		const struct power_supply_desc *desc,
		const struct power_supply_config *cfg) __returns_err;
struct power_supply *devm_power_supply_register_no_ws(struct device *parent,
		const struct power_supply_desc *desc,
		const struct power_supply_config *cfg) __returns_err
		__kernels("6.1", "6.12");
struct thermal_zone_device *thermal_zone_device_register(const char *, int, int, void *,
		struct thermal_zone_device_ops *, struct thermal_zone_params *, int, int)
		__returns_err __kernels("6.1");
struct thermal_cooling_device *thermal_cooling_device_register(const char * __borrowed,
		void *, const struct thermal_cooling_device_ops *) __returns_owned
		__returns_err __released_by("thermal_cooling_device_unregister");
struct thermal_zone_device *devm_thermal_of_zone_register(struct device *dev, int id,
		void *data, const struct thermal_zone_device_ops *ops) __returns_err;
struct thermal_zone_device *thermal_zone_get_zone_by_name(const char * __borrowed name)
		__returns_err;
struct i2c_client *i2c_new_client_device(struct i2c_adapter * __borrowed adap,
		struct i2c_board_info const * __borrowed info) __returns_err;
struct i2c_client *i2c_new_scanned_device(struct i2c_adapter * __borrowed adap,
		struct i2c_board_info *info,
		unsigned short const * __borrowed addr_list,
		int (*probe)(struct i2c_adapter *adap, unsigned short addr))
		__returns_err;
struct i2c_client *i2c_new_dummy_device(struct i2c_adapter * __borrowed adapter,
		u16 address) __returns_owned __returns_err
		__released_by("i2c_unregister_device");
struct i2c_client *devm_i2c_new_dummy_device(struct device *dev, struct i2c_adapter *adap,
		u16 address) __returns_err;
struct i2c_client *i2c_new_ancillary_device(struct i2c_client * __borrowed client,
		const char * __borrowed name, u16 default_addr) __returns_owned
		__returns_err __released_by("i2c_unregister_device");
struct nvmem_device *nvmem_register(const struct nvmem_config *cfg) __returns_err;
struct nvmem_device *devm_nvmem_register(struct device *dev,
		const struct nvmem_config *cfg) __returns_err;
struct ptp_clock *ptp_clock_register(struct ptp_clock_info *info,
		struct device * __borrowed parent) __returns_owned __returns_err_or_null
		__released_by("ptp_clock_unregister");
struct iio_dev *devm_iio_device_alloc(struct device * __borrowed parent, int sizeof_priv)
		__returns_borrowed __returns_null;
struct input_dev *devm_input_allocate_device(struct device * __borrowed)
		__returns_null;
struct extcon_dev *devm_extcon_dev_allocate(struct device * __borrowed dev,
		const unsigned int *cable) __returns_err;
struct lcd_device *lcd_device_register(const char *name, struct device *parent,
		void *devdata, struct lcd_ops *ops) __returns_err;
struct lcd_device *devm_lcd_device_register(struct device *dev, const char *name,
		struct device *parent, void *devdata, struct lcd_ops *ops) __returns_err;
struct devfreq *devfreq_add_device(struct device * __borrowed dev,
		struct devfreq_dev_profile *profile,
		const char * __borrowed governor_name, void *data) __returns_owned
		__returns_err __released_by("devfreq_remove_device");
struct devfreq *devm_devfreq_add_device(struct device *dev,
		struct devfreq_dev_profile *profile, const char *governor_name,
		void *data) __returns_err;
struct typec_port *typec_register_port(struct device * __borrowed parent,
		const struct typec_capability * __borrowed cap) __returns_owned
		__returns_err __released_by("typec_unregister_port");
struct typec_partner *typec_register_partner(struct typec_port * __borrowed port,
		struct typec_partner_desc *desc) __returns_owned __returns_err
		__released_by("typec_unregister_partner");
struct hid_device *hid_allocate_device(void) __returns_err;
struct soc_device *soc_device_register(struct soc_device_attribute *soc_plat_dev_attr) __returns_owned __returns_err
		__released_by("soc_device_unregister");
struct device *tty_register_device(struct tty_driver *driver, unsigned index,
		struct device *dev) __returns_err;
struct tty_driver *__tty_alloc_driver(unsigned int lines,
		struct module * __borrowed owner, unsigned long flags) __returns_owned
		__returns_err __released_by("tty_driver_kref_put");
struct device *tty_port_register_device(struct tty_port * __borrowed port,
		struct tty_driver * __borrowed driver, unsigned index,
		struct device * __borrowed device) __returns_err;
struct pps_device *pps_register_source(struct pps_source_info *info,
		int default_params) __returns_owned __returns_err
		__released_by("pps_unregister_source");
struct mtd_info *get_mtd_device(struct mtd_info * __borrowed mtd, int num) __returns_owned
		__returns_err __released_by("put_mtd_device");
struct mtd_info *get_mtd_device_nm(const char * __borrowed name) __returns_owned
		__returns_err __released_by("put_mtd_device");
struct key *key_alloc(struct key_type *type, const char *desc, kuid_t uid, kgid_t gid,
		const struct cred *cred, key_perm_t perm, unsigned long flags,
		struct key_restriction *restrict_link) __returns_owned __returns_err
		__released_by("key_put");
struct key *keyring_alloc(const char *description, kuid_t uid, kgid_t gid,
		const struct cred *cred, key_perm_t perm, unsigned long flags,
		struct key_restriction *restrict_link, struct key *dest) __returns_owned
		__returns_err __released_by("key_put");
struct key *request_key_tag(struct key_type *type, const char * __borrowed description,
		struct key_tag *domain_tag, const char * __borrowed callout_info)
		__returns_owned __returns_err __released_by("key_put");
struct phy_device *phy_connect(struct net_device *dev, const char *bus_id,
		void (*handler)(struct net_device *), phy_interface_t interface)
		__returns_err;
struct mdio_device *mdio_device_create(struct mii_bus *bus, int addr) __returns_err;

#endif /* _SAFE_FACTS_REGISTER_H */
