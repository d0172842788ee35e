/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Firmware images.
 */
#ifndef _SAFE_FACTS_FIRMWARE_H
#define _SAFE_FACTS_FIRMWARE_H

#include <linux/firmware.h>
#include <safe/annotations.h>

int request_firmware(const struct firmware * __owned *fw, const char * __borrowed name,
		struct device * __borrowed device) __released_by("release_firmware");
int firmware_request_nowarn(const struct firmware * __owned *fw,
		const char * __borrowed name, struct device * __borrowed device)
		__released_by("release_firmware");
int request_firmware_direct(const struct firmware * __owned *fw,
		const char * __borrowed name, struct device * __borrowed device)
		__released_by("release_firmware");
int firmware_request_platform(const struct firmware * __owned *fw,
		const char * __borrowed name, struct device * __borrowed device)
		__released_by("release_firmware");
void release_firmware(const struct firmware * __takes fw);
int request_firmware_into_buf(const struct firmware * __owned *firmware_p,
		const char * __borrowed name, struct device * __borrowed device,
		void * __borrowed buf, size_t size) __released_by("release_firmware");
int request_partial_firmware_into_buf(const struct firmware * __owned *firmware_p,
		const char * __borrowed name, struct device * __borrowed device,
		void * __borrowed buf, size_t size, size_t offset)
		__released_by("release_firmware");
int request_firmware_nowait(struct module * __borrowed module, bool uevent,
		const char * __borrowed name, struct device * __borrowed device,
		gfp_t gfp, void *context,
		void (*cont)(const struct firmware *fw, void *context)) __must_look;
struct fw_upload *firmware_upload_register(struct module *module, struct device *parent,
		const char * __borrowed name, const struct fw_upload_ops *ops,
		void *dd_handle) __returns_err;
void firmware_upload_unregister(struct fw_upload * __takes fw_upload);

#endif /* _SAFE_FACTS_FIRMWARE_H */
