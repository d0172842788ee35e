/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Graphics: DRM, dma-buf and fences.
 */
#ifndef _SAFE_FACTS_DRM_H
#define _SAFE_FACTS_DRM_H

#include <drm/drm_gem.h>
#include <drm/drm_gem_dma_helper.h>
#include <drm/drm_gem_shmem_helper.h>
#include <drm/drm_drv.h>
#include <drm/drm_modes.h>
#include <drm/drm_framebuffer.h>
#include <drm/drm_connector.h>
#include <drm/drm_encoder.h>
#include <drm/drm_crtc.h>
#include <drm/drm_plane.h>
#include <drm/drm_vblank.h>
#include <drm/drm_property.h>
#include <drm/drm_atomic.h>
#include <drm/drm_edid.h>
#include <drm/drm_syncobj.h>
#include <drm/drm_of.h>
#include <drm/drm_panel.h>
#include <drm/drm_bridge.h>
#include <drm/drm_managed.h>
#include <drm/display/drm_dp_helper.h>
#include <drm/drm_mipi_dsi.h>
#include <linux/dma-fence.h>
#include <linux/dma-fence-array.h>
#include <linux/sync_file.h>
#include <linux/dma-resv.h>
#include <linux/dma-buf.h>
#include <linux/fb.h>
#include <safe/annotations.h>

void drm_gem_object_get(struct drm_gem_object * __raises("drm_gem_object_put") obj);
void drm_gem_object_put(struct drm_gem_object * __puts obj);
struct drm_gem_object *drm_gem_object_lookup(struct drm_file * __borrowed filp,
		u32 handle) __returns_owned __returns_none
		__released_by("drm_gem_object_put");
int drm_gem_object_init(struct drm_device * __borrowed dev,
		struct drm_gem_object * __borrowed obj, size_t size) __must_look;
void drm_gem_object_release(struct drm_gem_object * __borrowed obj);
int drm_gem_handle_create(struct drm_file * __borrowed file_priv,
		struct drm_gem_object * __borrowed obj, u32 * __borrowed handlep)
		__must_look;
int drm_gem_create_mmap_offset(struct drm_gem_object * __borrowed obj) __must_look;
struct drm_gem_dma_object *drm_gem_dma_create(struct drm_device * __borrowed drm,
		size_t size) __returns_err;
struct drm_gem_shmem_object *drm_gem_shmem_create(struct drm_device * __borrowed dev,
		size_t size) __returns_err;
void drm_dev_put(struct drm_device * __puts dev);
void drm_dev_get(struct drm_device * __raises("drm_dev_put") dev);
struct drm_device *drm_dev_alloc(const struct drm_driver *driver,
		struct device * __borrowed parent) __returns_owned __returns_err
		__released_by("drm_dev_put");
int drm_dev_register(struct drm_device * __borrowed __raises_if("ret == 0",
		"drm_dev_unregister") dev, unsigned long flags) __must_look;
void drm_dev_unregister(struct drm_device * __lowers dev);
void drm_dev_unplug(struct drm_device * __lowers dev);
bool drm_dev_enter(struct drm_device * __borrowed dev, int * __borrowed idx) __must_look;
struct drm_display_mode *drm_mode_create(struct drm_device * __borrowed dev)
		__returns_owned __returns_null __released_by("drm_mode_destroy");
struct drm_display_mode *drm_mode_duplicate(struct drm_device * __borrowed dev,
		const struct drm_display_mode * __borrowed mode) __returns_owned
		__returns_null __released_by("drm_mode_destroy");
void drm_mode_destroy(struct drm_device * __borrowed dev,
		struct drm_display_mode * __takes mode);
void drm_mode_copy(struct drm_display_mode * __borrowed __deref dst,
		const struct drm_display_mode * __borrowed __deref src);
void drm_mode_set_name(struct drm_display_mode * __borrowed __deref mode);
struct drm_display_mode *drm_cvt_mode(struct drm_device * __borrowed dev, int hdisplay,
		int vdisplay, int vrefresh, bool reduced, bool interlaced, bool margins)
		__returns_owned __returns_null __released_by("drm_mode_destroy");
struct drm_display_mode *drm_gtf_mode(struct drm_device * __borrowed dev, int hdisplay,
		int vdisplay, int vrefresh, bool interlaced, int margins) __returns_owned
		__returns_null __released_by("drm_mode_destroy");
void drm_mode_probed_add(struct drm_connector * __borrowed connector,
		struct drm_display_mode * __deref mode);
struct drm_framebuffer *drm_framebuffer_lookup(struct drm_device * __borrowed dev,
		struct drm_file * __borrowed file_priv, uint32_t id) __returns_owned
		__returns_none __released_by("drm_framebuffer_put");
void drm_framebuffer_get(struct drm_framebuffer * __raises("drm_framebuffer_put") fb);
void drm_framebuffer_put(struct drm_framebuffer * __puts fb);
void drm_connector_get(struct drm_connector * __raises("drm_connector_put") connector);
void drm_connector_put(struct drm_connector * __puts connector);
int drm_connector_init(struct drm_device * __borrowed dev,
		struct drm_connector *connector, const struct drm_connector_funcs *funcs,
		int connector_type) __must_look;
void drm_connector_cleanup(struct drm_connector * __borrowed connector);
int drm_connector_attach_encoder(struct drm_connector * __borrowed connector,
		struct drm_encoder * __borrowed encoder);
int drm_connector_register(struct drm_connector * __borrowed connector) __must_look;
int drm_encoder_init(struct drm_device * __borrowed dev, struct drm_encoder *encoder,
		const struct drm_encoder_funcs *funcs, int encoder_type, const char *name,
		...) __must_look;
void drm_encoder_cleanup(struct drm_encoder * __borrowed encoder);
int drm_crtc_init_with_planes(struct drm_device * __borrowed dev, struct drm_crtc *crtc,
		struct drm_plane *primary, struct drm_plane *cursor,
		const struct drm_crtc_funcs *funcs, const char *name, ...) __must_look;
int drm_universal_plane_init(struct drm_device * __borrowed dev, struct drm_plane *plane,
		uint32_t possible_crtcs, const struct drm_plane_funcs *funcs,
		const uint32_t *formats, unsigned int format_count,
		const uint64_t *format_modifiers, enum drm_plane_type type,
		const char *name, ...) __must_look;
int drm_vblank_init(struct drm_device * __borrowed dev, unsigned int num_crtcs)
		__must_look;
int drm_crtc_vblank_get(struct drm_crtc * __borrowed __raises_if("ret == 0",
		"drm_crtc_vblank_put") crtc) __must_look;
void drm_crtc_vblank_put(struct drm_crtc * __borrowed __lowers crtc);
struct drm_property *drm_property_create_enum(struct drm_device * __borrowed dev,
		u32 flags, const char * __borrowed name,
		const struct drm_prop_enum_list * __borrowed props, int num_values)
		__returns_null;
struct drm_property *drm_property_create_range(struct drm_device * __borrowed dev,
		u32 flags, const char * __borrowed name, uint64_t min, uint64_t max)
		__returns_null;
struct drm_property *drm_property_create_bool(struct drm_device * __borrowed dev,
		u32 flags, const char * __borrowed name) __returns_null;
struct drm_property_blob *drm_property_create_blob(struct drm_device * __borrowed dev,
		size_t length, const void * __borrowed data) __returns_owned __returns_err
		__released_by("drm_property_blob_put");
struct drm_property_blob *drm_property_blob_get(struct drm_property_blob * __returned
		__raises("drm_property_blob_put") blob);
void drm_property_blob_put(struct drm_property_blob * __puts blob);
struct drm_atomic_state *drm_atomic_state_alloc(struct drm_device * __borrowed dev)
		__returns_owned __returns_null __released_by("drm_atomic_state_put")
		__kernels("6.1", "6.12");
void drm_atomic_state_put(struct drm_atomic_state * __puts state)
		__kernels("6.1", "6.12");
struct drm_atomic_state *drm_atomic_state_get(struct drm_atomic_state * __returned
		__raises("drm_atomic_state_put") state) __kernels("6.1", "6.12");
struct edid *drm_get_edid(struct drm_connector * __borrowed connector,
		struct i2c_adapter * __borrowed adapter) __returns_owned __returns_none
		__released_by("kfree");
const struct drm_edid *drm_edid_read(struct drm_connector * __borrowed connector)
		__returns_owned __returns_none __released_by("drm_edid_free");
const struct drm_edid *drm_edid_read_ddc(struct drm_connector * __borrowed connector,
		struct i2c_adapter * __borrowed adapter) __returns_owned __returns_none
		__released_by("drm_edid_free");
const struct drm_edid *drm_edid_alloc(const void * __borrowed edid, size_t size)
		__returns_owned __returns_null __released_by("drm_edid_free");
const struct drm_edid *drm_edid_dup(const struct drm_edid * __borrowed drm_edid)
		__returns_owned __returns_null __released_by("drm_edid_free");
void drm_edid_free(const struct drm_edid * __takes drm_edid);
struct edid *drm_edid_duplicate(const struct edid * __borrowed edid) __returns_owned
		__returns_null __released_by("kfree");
struct drm_syncobj *drm_syncobj_find(struct drm_file * __borrowed file_private,
		u32 handle) __returns_owned __returns_none
		__released_by("drm_syncobj_put");
void drm_syncobj_put(struct drm_syncobj * __puts obj);
void drm_syncobj_get(struct drm_syncobj * __raises("drm_syncobj_put") obj);
int drm_of_find_panel_or_bridge(const struct device_node * __borrowed np, int port,
		int endpoint, struct drm_panel ** __borrowed panel,
		struct drm_bridge ** __borrowed bridge) __must_look;
int drm_panel_prepare(struct drm_panel * __borrowed panel);
int drm_panel_unprepare(struct drm_panel * __borrowed panel);
int drm_panel_enable(struct drm_panel * __borrowed panel);
int drm_panel_disable(struct drm_panel * __borrowed panel);
int drm_panel_of_backlight(struct drm_panel * __borrowed panel) __must_look;
struct drm_bridge *drm_panel_bridge_add(struct drm_panel *panel) __returns_err;
int drm_bridge_attach(struct drm_encoder * __borrowed encoder,
		struct drm_bridge * __borrowed bridge,
		struct drm_bridge * __borrowed previous,
		enum drm_bridge_attach_flags flags) __must_look;
void *drmm_kmalloc(struct drm_device * __borrowed dev, size_t size, gfp_t gfp)
		__returns_borrowed __returns_null;
void *drmm_kzalloc(struct drm_device * __borrowed dev, size_t size, gfp_t gfp)
		__returns_zeroed __returns_borrowed __returns_null;
char *drmm_kstrdup(struct drm_device * __borrowed dev, const char * __borrowed s,
		gfp_t gfp) __returns_borrowed __returns_null;
int drm_dp_aux_register(struct drm_dp_aux * __borrowed aux) __must_look;
ssize_t drm_dp_dpcd_read(struct drm_dp_aux * __borrowed aux, unsigned int offset,
		void * __borrowed buffer, size_t size);
ssize_t drm_dp_dpcd_write(struct drm_dp_aux * __borrowed aux, unsigned int offset,
		void * __borrowed buffer, size_t size);
int mipi_dsi_attach(struct mipi_dsi_device * __borrowed dsi) __must_look;
int mipi_dsi_detach(struct mipi_dsi_device * __borrowed dsi);
ssize_t mipi_dsi_dcs_write_buffer(struct mipi_dsi_device * __borrowed dsi,
		const void * __borrowed data, size_t len);
struct mipi_dsi_device *mipi_dsi_device_register_full(struct mipi_dsi_host * __borrowed
		host, const struct mipi_dsi_device_info *info) __returns_owned
		__returns_err __released_by("mipi_dsi_device_unregister");
void mipi_dsi_device_unregister(struct mipi_dsi_device * __takes dsi);
int mipi_dsi_host_register(struct mipi_dsi_host * __raises_if("ret == 0",
		"mipi_dsi_host_unregister") host);
void mipi_dsi_host_unregister(struct mipi_dsi_host * __lowers host);
struct dma_fence *dma_fence_get(struct dma_fence * __returned __raises("dma_fence_put")
		fence);
void dma_fence_put(struct dma_fence * __puts fence);
struct dma_fence *dma_fence_get_rcu(struct dma_fence * __borrowed __raises_if("ret != 0",
		"dma_fence_put") fence);
signed long dma_fence_wait_timeout(struct dma_fence * __borrowed, bool intr,
		signed long timeout) __must_look;
signed long dma_fence_wait(struct dma_fence * __borrowed fence, bool intr) __must_look;
bool dma_fence_is_signaled(struct dma_fence * __borrowed fence);
int dma_fence_signal(struct dma_fence * __borrowed fence);
int dma_fence_add_callback(struct dma_fence * __borrowed fence, struct dma_fence_cb *cb,
		dma_fence_func_t func) __must_look;
bool dma_fence_remove_callback(struct dma_fence * __borrowed fence,
		struct dma_fence_cb * __borrowed cb);
struct dma_fence_array *dma_fence_array_create(int num_fences,
		struct dma_fence ** __keeps_if("ret != 0") fences, u64 context,
		unsigned seqno, bool signal_on_any) __returns_null
		__kernels("6.1", "6.12");
struct dma_fence_array *dma_fence_array_create(int num_fences,
		struct dma_fence ** __keeps_if("ret != 0") fences, u64 context,
		unsigned seqno) __returns_null __kernels("7.3");
struct sync_file *sync_file_create(struct dma_fence * __borrowed fence) __returns_null;
struct dma_fence *sync_file_get_fence(int fd) __returns_owned __returns_none
		__released_by("dma_fence_put");
void dma_resv_init(struct dma_resv * __borrowed obj);
void dma_resv_fini(struct dma_resv * __borrowed obj);
int dma_resv_reserve_fences(struct dma_resv * __borrowed obj, unsigned int num_fences)
		__must_look;
long dma_resv_wait_timeout(struct dma_resv * __borrowed obj, enum dma_resv_usage usage,
		bool intr, unsigned long timeout) __must_look;
struct dma_buf *dma_buf_get(int fd) __returns_owned __returns_err
		__released_by("dma_buf_put");
void dma_buf_put(struct dma_buf * __puts dmabuf);
void get_dma_buf(struct dma_buf * __raises("dma_buf_put") dmabuf);
struct dma_buf_attachment *dma_buf_attach(struct dma_buf * __borrowed dmabuf,
		struct device * __borrowed dev) __returns_owned __returns_err
		__released_by("dma_buf_detach");
struct dma_buf_attachment *dma_buf_dynamic_attach(struct dma_buf * __borrowed dmabuf,
		struct device * __borrowed dev,
		const struct dma_buf_attach_ops *importer_ops, void *importer_priv)
		__returns_owned __returns_err __released_by("dma_buf_detach");
void dma_buf_detach(struct dma_buf * __borrowed dmabuf,
		struct dma_buf_attachment * __takes attach);
struct dma_buf *dma_buf_export(const struct dma_buf_export_info *exp_info)
		__returns_owned __returns_err __released_by("dma_buf_put");
struct sg_table *dma_buf_map_attachment(struct dma_buf_attachment * __borrowed,
		enum dma_data_direction) __returns_err;
int dma_buf_vmap(struct dma_buf * __borrowed dmabuf, struct iosys_map * __borrowed map)
		__must_look;
void dma_buf_vunmap(struct dma_buf * __borrowed dmabuf,
		struct iosys_map * __borrowed map);
int dma_buf_begin_cpu_access(struct dma_buf * __borrowed dma_buf,
		enum dma_data_direction dir) __must_look;
int dma_buf_end_cpu_access(struct dma_buf * __borrowed dma_buf,
		enum dma_data_direction dir);
int fb_alloc_cmap(struct fb_cmap * __borrowed __raises_if("ret == 0", "fb_dealloc_cmap")
		cmap, int len, int transp) __must_look;
void fb_dealloc_cmap(struct fb_cmap * __borrowed __lowers cmap);
struct fb_info *framebuffer_alloc(size_t size, struct device * __borrowed dev)
		__returns_owned __returns_null __released_by("framebuffer_release");
void framebuffer_release(struct fb_info * __takes info);
int register_framebuffer(struct fb_info * __deref __raises_if("ret == 0",
		"unregister_framebuffer") fb_info) __must_look;
void unregister_framebuffer(struct fb_info * __lowers fb_info);

#endif /* _SAFE_FACTS_DRM_H */
