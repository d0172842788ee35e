/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Devices of the vDPA bus: until they are registered, who allocated them puts them.
 */
#ifndef _SAFE_FACTS_VDPA_H
#define _SAFE_FACTS_VDPA_H

#include <linux/vdpa.h>
#include <safe/annotations.h>

struct vdpa_device *__vdpa_alloc_device(struct device * __borrowed parent,
		const struct vdpa_config_ops *config, unsigned int ngroups, unsigned int nas,
		size_t size, const char * __borrowed name, bool use_va)
		__returns_owned __returns_err __released_by("put_device")
		__kernels("6.1", "6.12");
struct vdpa_device *__vdpa_alloc_device(struct device * __borrowed parent,
		const struct vdpa_config_ops *config, const struct virtio_map_ops *map,
		unsigned int ngroups, unsigned int nas, size_t size,
		const char * __borrowed name, bool use_va)
		__returns_owned __returns_err __released_by("put_device")
		__kernels("7.3");
int vdpa_register_device(struct vdpa_device * __keeps_if("ret == 0") vdev, u32 nvqs)
		__must_look;
int _vdpa_register_device(struct vdpa_device * __keeps_if("ret == 0") vdev, u32 nvqs)
		__must_look;

#endif /* _SAFE_FACTS_VDPA_H */
