/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Input, LEDs, RTC, watchdogs and power supplies.
 */
#ifndef _SAFE_FACTS_INPUT_H
#define _SAFE_FACTS_INPUT_H

#include <linux/input.h>
#include <linux/input/mt.h>
#include <linux/serio.h>
#include <linux/gameport.h>
#include <linux/libps2.h>
#include <linux/leds.h>
#include <linux/rtc.h>
#include <linux/watchdog.h>
#include <linux/power_supply.h>
#include <linux/hwmon.h>
#include <linux/thermal.h>
#include <linux/iio/iio.h>
#include <linux/iio/trigger.h>
#include <linux/iio/triggered_buffer.h>
#include <linux/iio/buffer.h>
#include <linux/iio/consumer.h>
#include <linux/counter.h>
#include <safe/annotations.h>

struct input_dev *input_allocate_device(void) __returns_owned __returns_null
		__released_by("input_free_device");
void input_free_device(struct input_dev * __takes dev);
int input_register_device(struct input_dev * __deref __keeps_if("ret == 0")) __must_look;
void input_unregister_device(struct input_dev * __takes);
void input_set_abs_params(struct input_dev * __borrowed __deref dev, unsigned int axis,
		int min,
		int max, int fuzz, int flat);
void input_alloc_absinfo(struct input_dev * __borrowed dev);
void input_set_capability(struct input_dev * __borrowed __deref dev, unsigned int type,
		unsigned int code);
void input_event(struct input_dev * __borrowed dev, unsigned int type, unsigned int code,
		int value);
int input_mt_init_slots(struct input_dev * __borrowed __deref dev, unsigned int num_slots,
		unsigned int flags) __must_look;
bool input_mt_report_slot_state(struct input_dev * __borrowed dev, unsigned int tool_type,
		bool active);
int input_ff_create(struct input_dev * __borrowed dev, unsigned int max_effects)
		__must_look;
int input_ff_create_memless(struct input_dev * __borrowed dev,
		void * __keeps_if("ret == 0") data,
		int (*play_effect)(struct input_dev *, void *, struct ff_effect *))
		__must_look;
int input_register_handler(struct input_handler * __raises_if("ret == 0",
		"input_unregister_handler")) __must_look;
void input_unregister_handler(struct input_handler * __lowers);
int input_register_handle(struct input_handle * __raises_if("ret == 0",
		"input_unregister_handle")) __must_look;
void input_unregister_handle(struct input_handle * __lowers);
int input_open_device(struct input_handle * __borrowed __raises_if("ret == 0",
		"input_close_device")) __must_look;
void input_close_device(struct input_handle * __borrowed __lowers);
int input_setup_polling(struct input_dev * __borrowed dev,
		void (*poll_fn)(struct input_dev *dev)) __must_look;
void input_enable_softrepeat(struct input_dev * __borrowed dev, int delay, int period);
int serio_open(struct serio * __borrowed __raises_if("ret == 0", "serio_close") serio,
		struct serio_driver *drv) __must_look;
void serio_close(struct serio * __borrowed __lowers serio);
int serio_write(struct serio * __borrowed serio, unsigned char data);
int gameport_open(struct gameport * __borrowed __raises_if("ret == 0", "gameport_close")
		gameport, struct gameport_driver *drv, int mode) __must_look;
void gameport_close(struct gameport * __borrowed __lowers gameport);
int ps2_command(struct ps2dev * __borrowed ps2dev, u8 * __borrowed param,
		unsigned int command) __must_look;
int led_classdev_register_ext(struct device * __borrowed parent, struct led_classdev *
		__raises_if("ret == 0", "led_classdev_unregister") led_cdev,
		struct led_init_data *init_data) __must_look;
void led_classdev_unregister(struct led_classdev * __lowers led_cdev);
int devm_led_classdev_register_ext(struct device * __borrowed parent,
		struct led_classdev *led_cdev,
		struct led_init_data *init_data) __must_look;
int led_trigger_register(struct led_trigger * __raises_if("ret == 0",
		"led_trigger_unregister") trigger) __must_look;
void led_trigger_unregister(struct led_trigger * __lowers trigger);
int led_set_brightness_sync(struct led_classdev * __borrowed led_cdev, unsigned int value)
		__must_look;
void led_put(struct led_classdev * __puts led_cdev);
int rtc_read_time(struct rtc_device * __borrowed rtc, struct rtc_time * __borrowed tm)
		__must_look;
int rtc_set_time(struct rtc_device * __borrowed rtc, struct rtc_time * __borrowed tm)
		__must_look;
struct rtc_device *rtc_class_open(const char * __borrowed name) __returns_owned
		__returns_null __released_by("rtc_class_close");
void rtc_class_close(struct rtc_device * __puts rtc);
int __devm_rtc_register_device(struct module *owner,
		struct rtc_device * __deref rtc) __must_look;
void rtc_update_irq(struct rtc_device * __borrowed rtc, unsigned long num,
		unsigned long events);
void rtc_time64_to_tm(time64_t time, struct rtc_time * __borrowed tm);
time64_t rtc_tm_to_time64(struct rtc_time * __borrowed tm);
int rtc_valid_tm(struct rtc_time * __borrowed tm) __must_look;
int watchdog_register_device(struct watchdog_device * __raises_if("ret == 0",
		"watchdog_unregister_device")) __must_look;
void watchdog_unregister_device(struct watchdog_device * __lowers);
int devm_watchdog_register_device(struct device * __borrowed dev,
		struct watchdog_device *) __must_look;
int watchdog_init_timeout(struct watchdog_device * __borrowed wdd,
		unsigned int timeout_parm, struct device * __borrowed dev);
void power_supply_unregister(struct power_supply * __takes psy);
struct power_supply *power_supply_get_by_name(const char * __borrowed name)
		__returns_owned __returns_none __released_by("power_supply_put");
struct power_supply *power_supply_get_by_phandle(struct device_node * __borrowed np,
		const char * __borrowed property) __returns_owned __returns_err_or_null
		__released_by("power_supply_put") __kernels("6.1", "6.12");
struct power_supply *power_supply_get_by_reference(struct fwnode_handle * __borrowed
		fwnode, const char * __borrowed property) __returns_owned
		__returns_err_or_null __released_by("power_supply_put") __kernels("7.3");
void power_supply_put(struct power_supply * __puts psy);
int power_supply_get_property(struct power_supply * __borrowed psy,
		enum power_supply_property psp,
		union power_supply_propval * __borrowed val) __must_look;
int power_supply_set_property(struct power_supply * __borrowed psy,
		enum power_supply_property psp,
		const union power_supply_propval * __borrowed val);
void power_supply_changed(struct power_supply * __borrowed __deref psy);
int power_supply_get_battery_info(struct power_supply * __borrowed psy,
		struct power_supply_battery_info ** __borrowed info_out) __must_look;
void *power_supply_get_drvdata(struct power_supply * __borrowed psy);
struct device *hwmon_device_register_for_thermal(struct device * __borrowed dev,
		const char * __borrowed name, void *drvdata) __returns_owned __returns_err
		__released_by("hwmon_device_unregister");
void hwmon_device_unregister(struct device * __takes dev);
void thermal_zone_device_unregister(struct thermal_zone_device * __takes);
int thermal_zone_device_enable(struct thermal_zone_device * __borrowed __deref tz)
		__must_look;
int thermal_zone_device_disable(struct thermal_zone_device * __borrowed tz);
struct thermal_cooling_device *thermal_of_cooling_device_register(struct device_node *np,
		const char * __borrowed, void *,
		const struct thermal_cooling_device_ops *) __returns_owned __returns_err
		__released_by("thermal_cooling_device_unregister")
		__kernels("6.1", "6.12");
void thermal_cooling_device_unregister(struct thermal_cooling_device * __takes);
int thermal_zone_get_temp(struct thermal_zone_device * __borrowed tz,
		int * __borrowed temp) __must_look;
struct iio_dev *iio_device_alloc(struct device * __borrowed parent, int sizeof_priv)
		__returns_owned __returns_null __released_by("iio_device_free");
void iio_device_free(struct iio_dev * __takes indio_dev);
int __iio_device_register(struct iio_dev * __deref __raises_if("ret == 0",
		"iio_device_unregister") indio_dev, struct module *this_mod) __must_look;
void iio_device_unregister(struct iio_dev * __lowers indio_dev);
int __devm_iio_device_register(struct device * __borrowed dev,
		struct iio_dev * __deref indio_dev,
		struct module *this_mod) __must_look;
int iio_trigger_register(struct iio_trigger * __raises_if("ret == 0",
		"iio_trigger_unregister") trig_info) __must_look;
void iio_trigger_unregister(struct iio_trigger * __lowers trig_info);
void iio_trigger_free(struct iio_trigger * __takes trig);
int devm_iio_trigger_register(struct device * __borrowed dev,
		struct iio_trigger *trig_info) __must_look;
struct iio_trigger *iio_trigger_get(struct iio_trigger * __returned
		__raises("iio_trigger_put") trig);
void iio_trigger_put(struct iio_trigger * __puts trig);
int iio_triggered_buffer_setup_ext(struct iio_dev * __raises_if("ret == 0",
		"iio_triggered_buffer_cleanup") indio_dev,
		irqreturn_t (*h)(int irq, void *p),
		irqreturn_t (*thread)(int irq, void *p),
		enum iio_buffer_direction direction,
		const struct iio_buffer_setup_ops *setup_ops,
		const struct attribute **buffer_attrs) __must_look;
void iio_triggered_buffer_cleanup(struct iio_dev * __lowers indio_dev);
int devm_iio_triggered_buffer_setup_ext(struct device * __borrowed dev,
		struct iio_dev *indio_dev, irqreturn_t (*h)(int irq, void *p),
		irqreturn_t (*thread)(int irq, void *p),
		enum iio_buffer_direction direction,
		const struct iio_buffer_setup_ops *ops,
		const struct attribute **buffer_attrs) __must_look;
int iio_push_to_buffers(struct iio_dev * __borrowed indio_dev,
		const void * __borrowed data);
int iio_read_channel_raw(struct iio_channel * __borrowed chan, int * __borrowed val)
		__must_look;
int iio_read_channel_processed(struct iio_channel * __borrowed chan, int * __borrowed val)
		__must_look;
struct iio_channel *iio_channel_get_all(struct device * __borrowed dev) __returns_owned
		__returns_err __released_by("iio_channel_release_all");
void iio_channel_release_all(struct iio_channel * __takes chan);
struct iio_channel *fwnode_iio_channel_get_by_name(struct fwnode_handle * __borrowed
		fwnode, const char * __borrowed name) __returns_owned __returns_err
		__released_by("iio_channel_release");
int iio_device_claim_direct_mode(struct iio_dev * __borrowed __raises_if("ret == 0",
		"iio_device_release_direct_mode") indio_dev) __must_look
		__kernels("6.1", "6.12");
void iio_device_release_direct_mode(struct iio_dev * __borrowed __lowers indio_dev)
		__kernels("6.1", "6.12");
int iio_read_mount_matrix(struct device * __borrowed dev,
		struct iio_mount_matrix * __borrowed matrix) __must_look;
struct counter_device *counter_alloc(size_t sizeof_priv) __returns_owned __returns_null
		__released_by("counter_put");
struct counter_device *devm_counter_alloc(struct device * __borrowed dev,
		size_t sizeof_priv) __returns_borrowed __returns_null;
void counter_put(struct counter_device * __puts const counter);
int counter_add(struct counter_device * __borrowed const counter) __must_look;
void counter_unregister(struct counter_device * __borrowed const counter);

#endif /* _SAFE_FACTS_INPUT_H */
