/* SPDX-License-Identifier: GPL-2.0 */
/*
 * USB.
 */
#ifndef _SAFE_FACTS_USB_H
#define _SAFE_FACTS_USB_H

#include <linux/usb.h>
#include <linux/usb/hcd.h>
#include <linux/usb/gadget.h>
#include <linux/usb/composite.h>
#include <linux/usb/phy.h>
#include <linux/usb/role.h>
#include <linux/usb/typec.h>
#include <linux/usb/typec_mux.h>
#include <linux/usb/serial.h>
#include <safe/annotations.h>

struct usb_device *usb_get_dev(struct usb_device * __returned __raises("usb_put_dev")
		dev);
void usb_put_dev(struct usb_device * __puts dev);
struct usb_interface *usb_get_intf(struct usb_interface * __returned
		__raises("usb_put_intf") intf);
void usb_put_intf(struct usb_interface * __puts intf);
struct urb *usb_get_urb(struct urb * __returned __raises("usb_free_urb") urb);
int usb_submit_urb(struct urb * __keeps_if("ret == 0") urb, gfp_t mem_flags) __must_look;
void usb_kill_urb(struct urb * __borrowed urb) __sleeps;
void usb_poison_urb(struct urb * __borrowed urb) __sleeps;
int usb_unlink_urb(struct urb * __borrowed urb);
struct urb *usb_get_from_anchor(struct usb_anchor * __borrowed anchor) __returns_owned
		__returns_none __released_by("usb_free_urb");
void usb_kill_anchored_urbs(struct usb_anchor * __borrowed anchor);
void usb_anchor_urb(struct urb * __borrowed urb, struct usb_anchor * __borrowed anchor);
void usb_unanchor_urb(struct urb * __borrowed urb);
int usb_autopm_get_interface(struct usb_interface * __borrowed __raises_if("ret == 0",
		"usb_autopm_put_interface", "usb_autopm_put_interface_async",
		"usb_autopm_put_interface_no_suspend") intf) __must_look;
int usb_autopm_get_interface_async(struct usb_interface * __borrowed
		__raises_if("ret == 0", "usb_autopm_put_interface",
		"usb_autopm_put_interface_async", "usb_autopm_put_interface_no_suspend")
		intf) __must_look;
void usb_autopm_get_interface_no_resume(struct usb_interface * __borrowed
		__raises("usb_autopm_put_interface", "usb_autopm_put_interface_async",
		"usb_autopm_put_interface_no_suspend") intf);
void usb_autopm_put_interface(struct usb_interface * __borrowed __lowers intf);
void usb_autopm_put_interface_async(struct usb_interface * __borrowed __lowers intf);
void usb_autopm_put_interface_no_suspend(struct usb_interface * __borrowed __lowers intf);
int usb_register_dev(struct usb_interface * __borrowed intf,
		struct usb_class_driver *class_driver) __must_look;
void usb_deregister_dev(struct usb_interface * __borrowed intf,
		struct usb_class_driver *class_driver);
int usb_register_driver(struct usb_driver * __raises_if("ret == 0", "usb_deregister"),
		struct module *, const char *) __must_look;
void usb_deregister(struct usb_driver * __lowers);
struct usb_hcd *usb_create_hcd(const struct hc_driver *driver, struct device *dev,
		const char * __borrowed bus_name) __returns_owned __returns_null
		__released_by("usb_put_hcd");
struct usb_hcd *usb_create_shared_hcd(const struct hc_driver *driver, struct device *dev,
		const char * __borrowed bus_name, struct usb_hcd *shared_hcd)
		__returns_owned __returns_null __released_by("usb_put_hcd");
struct usb_hcd *__usb_create_hcd(const struct hc_driver *driver, struct device *sysdev,
		struct device *dev, const char * __borrowed bus_name,
		struct usb_hcd *primary_hcd) __returns_owned __returns_null
		__released_by("usb_put_hcd");
void usb_put_hcd(struct usb_hcd * __puts hcd);
struct usb_hcd *usb_get_hcd(struct usb_hcd * __returned __raises("usb_put_hcd") hcd);
int usb_add_hcd(struct usb_hcd * __borrowed __raises_if("ret == 0", "usb_remove_hcd") hcd,
		unsigned int irqnum, unsigned long irqflags) __must_look;
void usb_remove_hcd(struct usb_hcd * __lowers hcd);
struct usb_interface *usb_find_interface(struct usb_driver * __borrowed drv, int minor)
		__returns_none;
int usb_driver_claim_interface(struct usb_driver * __borrowed driver,
		struct usb_interface *iface, void *data) __must_look;
void usb_driver_release_interface(struct usb_driver * __borrowed driver,
		struct usb_interface * __borrowed iface);
struct usb_interface *usb_ifnum_to_if(const struct usb_device * __borrowed dev,
		unsigned ifnum) __returns_none;
struct usb_host_interface *usb_altnum_to_altsetting(const struct usb_interface *
		__borrowed intf, unsigned int altnum) __returns_none;
int usb_set_interface(struct usb_device * __borrowed dev, int ifnum, int alternate)
		__must_look __sleeps;
int usb_clear_halt(struct usb_device * __borrowed dev, int pipe);
int usb_reset_device(struct usb_device * __borrowed dev);
int usb_lock_device_for_reset(struct usb_device * __borrowed udev,
		const struct usb_interface * __borrowed iface) __must_look;
int usb_set_configuration(struct usb_device * __borrowed dev, int configuration)
		__must_look;
int usb_find_common_endpoints(struct usb_host_interface * __borrowed alt,
		struct usb_endpoint_descriptor ** __borrowed bulk_in,
		struct usb_endpoint_descriptor ** __borrowed bulk_out,
		struct usb_endpoint_descriptor ** __borrowed int_in,
		struct usb_endpoint_descriptor ** __borrowed int_out) __must_look;
int usb_find_common_endpoints_reverse(struct usb_host_interface * __borrowed alt,
		struct usb_endpoint_descriptor ** __borrowed bulk_in,
		struct usb_endpoint_descriptor ** __borrowed bulk_out,
		struct usb_endpoint_descriptor ** __borrowed int_in,
		struct usb_endpoint_descriptor ** __borrowed int_out) __must_look;
bool usb_check_bulk_endpoints(const struct usb_interface * __borrowed intf,
		const u8 * __borrowed ep_addrs);
bool usb_check_int_endpoints(const struct usb_interface * __borrowed intf,
		const u8 * __borrowed ep_addrs);
int usb_reset_configuration(struct usb_device * __borrowed dev) __must_look;
struct usb_device *usb_alloc_dev(struct usb_device * __borrowed parent,
		struct usb_bus * __borrowed, unsigned port) __returns_owned __returns_null
		__released_by("usb_put_dev");
struct usb_request *usb_ep_alloc_request(struct usb_ep * __borrowed ep, gfp_t gfp_flags)
		__returns_owned __returns_null __released_by("usb_ep_free_request");
void usb_ep_free_request(struct usb_ep * __borrowed ep, struct usb_request * __takes req);
int usb_ep_queue(struct usb_ep * __borrowed ep,
		struct usb_request * __keeps_if("ret == 0") req, gfp_t gfp_flags)
		__must_look;
int usb_ep_dequeue(struct usb_ep * __borrowed ep, struct usb_request * __borrowed req);
int usb_ep_enable(struct usb_ep * __borrowed __raises_if("ret == 0", "usb_ep_disable") ep)
		__must_look;
int usb_ep_disable(struct usb_ep * __borrowed __lowers ep);
int usb_ep_set_halt(struct usb_ep * __borrowed ep);
int usb_ep_clear_halt(struct usb_ep * __borrowed ep);
struct usb_ep *usb_ep_autoconfig(struct usb_gadget * __borrowed,
		struct usb_endpoint_descriptor * __borrowed) __returns_none;
int usb_add_gadget_udc(struct device * __borrowed parent,
		struct usb_gadget * __raises_if("ret == 0", "usb_del_gadget_udc") gadget)
		__must_look;
void usb_del_gadget_udc(struct usb_gadget * __lowers gadget);
int usb_gadget_register_driver_owner(struct usb_gadget_driver * __raises_if("ret == 0",
		"usb_gadget_unregister_driver") driver, struct module *owner,
		const char *mod_name) __must_look;
int usb_gadget_unregister_driver(struct usb_gadget_driver * __lowers driver);
int usb_gadget_connect(struct usb_gadget * __borrowed gadget);
int usb_gadget_disconnect(struct usb_gadget * __borrowed gadget);
int usb_string_id(struct usb_composite_dev * __borrowed c) __must_look;
struct usb_string *usb_gstrings_attach(struct usb_composite_dev * __borrowed cdev,
		struct usb_gadget_strings **sp, unsigned n_strings) __returns_err;
int usb_assign_descriptors(struct usb_function * __borrowed f,
		struct usb_descriptor_header ** __borrowed fs,
		struct usb_descriptor_header ** __borrowed hs,
		struct usb_descriptor_header ** __borrowed ss,
		struct usb_descriptor_header ** __borrowed ssp) __must_look;
void usb_free_all_descriptors(struct usb_function * __borrowed f);
struct usb_function_instance *usb_get_function_instance(const char * __borrowed name)
		__returns_owned __returns_err __released_by("usb_put_function_instance");
void usb_put_function_instance(struct usb_function_instance * __takes fi);
struct usb_function *usb_get_function(struct usb_function_instance * __borrowed fi)
		__returns_owned __returns_err __released_by("usb_put_function");
void usb_put_function(struct usb_function * __takes f);
int usb_add_function(struct usb_configuration * __borrowed, struct usb_function *)
		__must_look;
int usb_add_phy_dev(struct usb_phy *) __must_look;
void usb_put_phy(struct usb_phy * __puts);
int usb_phy_init(struct usb_phy * __borrowed x) __must_look;
void usb_phy_shutdown(struct usb_phy * __borrowed x);
struct usb_role_switch *usb_role_switch_get(struct device * __borrowed dev)
		__returns_owned __returns_err_or_null
		__released_by("usb_role_switch_put");
void usb_role_switch_put(struct usb_role_switch * __puts __may_be_error sw);
struct usb_role_switch *fwnode_usb_role_switch_get(struct fwnode_handle * __borrowed node)
		__returns_owned __returns_err_or_null
		__released_by("usb_role_switch_put");
struct usb_role_switch *usb_role_switch_register(struct device * __borrowed parent,
		const struct usb_role_switch_desc *desc) __returns_owned
		__returns_err __released_by("usb_role_switch_unregister");
void usb_role_switch_unregister(struct usb_role_switch * __takes __may_be_error sw);
void typec_unregister_port(struct typec_port * __takes __may_be_error port);
void typec_unregister_partner(struct typec_partner * __takes __may_be_error partner);
void typec_switch_put(struct typec_switch * __puts __may_be_error sw);
int usb_serial_register_drivers(struct usb_serial_driver *const serial_drivers[],
		const char * __borrowed name, const struct usb_device_id *id_table)
		__must_look __kernels("6.1");
void usb_serial_port_softint(struct usb_serial_port * __borrowed port);
int usb_alloc_streams(struct usb_interface * __borrowed interface,
		struct usb_host_endpoint ** __borrowed eps, unsigned int num_eps,
		unsigned int num_streams, gfp_t mem_flags) __must_look;
int usb_free_streams(struct usb_interface * __borrowed interface,
		struct usb_host_endpoint ** __borrowed eps, unsigned int num_eps,
		gfp_t mem_flags);
int usb_sg_init(struct usb_sg_request * __borrowed io, struct usb_device * __borrowed dev,
		unsigned pipe, unsigned period, struct scatterlist *sg, int nents,
		size_t length, gfp_t mem_flags) __must_look;
void usb_sg_wait(struct usb_sg_request * __borrowed io);

#endif /* _SAFE_FACTS_USB_H */
