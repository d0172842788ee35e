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

#endif /* _SAFE_FACTS_FIRMWARE_H */
