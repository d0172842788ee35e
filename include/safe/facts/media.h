/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Video, radio and sound.
 */
#ifndef _SAFE_FACTS_MEDIA_H
#define _SAFE_FACTS_MEDIA_H

#include <media/v4l2-device.h>
#include <media/v4l2-dev.h>
#include <media/videobuf2-v4l2.h>
#include <media/videobuf2-core.h>
#include <media/v4l2-ctrls.h>
#include <media/media-device.h>
#include <media/media-entity.h>
#include <media/v4l2-async.h>
#include <media/v4l2-subdev.h>
#include <media/v4l2-common.h>
#include <media/v4l2-mem2mem.h>
#include <media/v4l2-fh.h>
#include <media/v4l2-fwnode.h>
#include <media/rc-core.h>
#include <media/cec.h>
#include <media/dvb_frontend.h>
#include <media/dvbdev.h>
#include <sound/core.h>
#include <sound/control.h>
#include <sound/pcm.h>
#include <sound/soc.h>
#include <sound/soc-component.h>
#include <sound/soc-dapm.h>
#include <sound/soc-dai.h>
#include <sound/hwdep.h>
#include <sound/rawmidi.h>
#include <sound/jack.h>
#include <sound/info.h>
#include <safe/annotations.h>

int v4l2_device_register(struct device * __borrowed dev, struct v4l2_device *
		__raises_if("ret == 0", "v4l2_device_unregister") v4l2_dev) __must_look;
void v4l2_device_unregister(struct v4l2_device * __lowers v4l2_dev);
struct video_device *video_device_alloc(void) __returns_owned __returns_null
		__released_by("video_device_release");
void video_device_release(struct video_device * __takes vdev);
int video_register_device(struct video_device * __keeps_if("ret == 0")
		__raises_if("ret == 0", "video_unregister_device",
		"vb2_video_unregister_device") vdev, enum vfl_devnode_type type, int nr)
		__must_look;
void video_unregister_device(struct video_device * __lowers vdev);
void vb2_video_unregister_device(struct video_device * __lowers vdev);
int vb2_queue_init(struct vb2_queue * __borrowed q) __must_look;
void vb2_queue_release(struct vb2_queue * __borrowed q);
void *vb2_plane_vaddr(struct vb2_buffer * __borrowed vb, unsigned int plane_no);
void *vb2_plane_cookie(struct vb2_buffer * __borrowed vb, unsigned int plane_no);
void vb2_buffer_done(struct vb2_buffer * __borrowed vb, enum vb2_buffer_state state);
int v4l2_ctrl_handler_init_class(struct v4l2_ctrl_handler * __borrowed
		__raises_if("ret == 0", "v4l2_ctrl_handler_free") hdl,
		unsigned int nr_of_controls_hint, struct lock_class_key *key,
		const char *name);
void v4l2_ctrl_handler_free(struct v4l2_ctrl_handler * __lowers hdl);
int v4l2_ctrl_handler_setup(struct v4l2_ctrl_handler * __borrowed hdl) __must_look;
struct v4l2_ctrl *v4l2_ctrl_new_std(struct v4l2_ctrl_handler * __borrowed hdl,
		const struct v4l2_ctrl_ops *ops, u32 id, s64 min, s64 max, u64 step,
		s64 def);
struct v4l2_ctrl *v4l2_ctrl_new_custom(struct v4l2_ctrl_handler * __borrowed hdl,
		const struct v4l2_ctrl_config *cfg, void *priv);
int __media_device_register(struct media_device * __raises_if("ret == 0",
		"media_device_unregister") mdev, struct module *owner) __must_look;
void media_device_unregister(struct media_device * __lowers mdev);
void media_device_init(struct media_device * __borrowed mdev);
void media_device_cleanup(struct media_device * __borrowed mdev);
int media_entity_pads_init(struct media_entity * __borrowed entity, u16 num_pads,
		struct media_pad *pads) __must_look;
int media_create_pad_link(struct media_entity * __borrowed source, u16 source_pad,
		struct media_entity * __borrowed sink, u16 sink_pad, u32 flags)
		__must_look;
int v4l2_async_register_subdev(struct v4l2_subdev *sd) __must_look __kernels("6.1");
void v4l2_async_unregister_subdev(struct v4l2_subdev * __borrowed sd);
int v4l2_async_register_subdev_sensor(struct v4l2_subdev *sd) __must_look
		__kernels("6.1");
void v4l2_subdev_init(struct v4l2_subdev * __borrowed sd,
		const struct v4l2_subdev_ops *ops);
void v4l2_i2c_subdev_init(struct v4l2_subdev * __borrowed sd,
		struct i2c_client * __borrowed client, const struct v4l2_subdev_ops *ops);
struct v4l2_m2m_dev *v4l2_m2m_init(const struct v4l2_m2m_ops * __borrowed m2m_ops)
		__returns_owned __returns_err __released_by("v4l2_m2m_release");
void v4l2_m2m_release(struct v4l2_m2m_dev * __takes m2m_dev);
struct v4l2_m2m_ctx *v4l2_m2m_ctx_init(struct v4l2_m2m_dev * __borrowed m2m_dev,
		void *drv_priv, int (*queue_init)(void *priv, struct vb2_queue *src_vq,
		struct vb2_queue *dst_vq)) __returns_owned __returns_err
		__released_by("v4l2_m2m_ctx_release");
void v4l2_m2m_ctx_release(struct v4l2_m2m_ctx * __takes m2m_ctx);
void v4l2_fh_init(struct v4l2_fh *fh, struct video_device * __borrowed vdev);
int v4l2_fwnode_endpoint_parse(struct fwnode_handle * __borrowed fwnode,
		struct v4l2_fwnode_endpoint * __borrowed vep) __must_look;
int v4l2_fwnode_endpoint_alloc_parse(struct fwnode_handle * __borrowed fwnode, struct
		v4l2_fwnode_endpoint * __borrowed __raises_if("ret == 0",
		"v4l2_fwnode_endpoint_free") vep) __must_look;
void v4l2_fwnode_endpoint_free(
		struct v4l2_fwnode_endpoint * __borrowed __may_be_error __lowers vep);
struct rc_dev *rc_allocate_device(enum rc_driver_type) __returns_owned __returns_null
		__released_by("rc_free_device");
struct rc_dev *devm_rc_allocate_device(struct device * __borrowed dev,
		enum rc_driver_type) __returns_borrowed __returns_null;
void rc_free_device(struct rc_dev * __puts dev);
int rc_register_device(struct rc_dev * __keeps_if("ret == 0") __raises_if("ret == 0",
		"rc_unregister_device") dev) __must_look;
void rc_unregister_device(struct rc_dev * __lowers dev);
struct cec_adapter *cec_allocate_adapter(const struct cec_adap_ops *ops, void *priv,
		const char * __borrowed name, u32 caps, u8 available_las) __returns_owned
		__returns_err __released_by("cec_delete_adapter");
void cec_delete_adapter(struct cec_adapter * __takes __may_be_error adap);
int cec_register_adapter(struct cec_adapter * __keeps_if("ret == 0")
		__raises_if("ret == 0", "cec_unregister_adapter") adap,
		struct device * __borrowed parent) __must_look;
void cec_unregister_adapter(struct cec_adapter * __lowers __may_be_error adap);
int dvb_register_frontend(struct dvb_adapter * __borrowed dvb, struct dvb_frontend *
		__raises_if("ret == 0", "dvb_unregister_frontend") fe) __must_look;
int dvb_unregister_frontend(struct dvb_frontend * __lowers fe);
int dvb_register_adapter(struct dvb_adapter * __raises_if("ret == 0",
		"dvb_unregister_adapter") adap, const char * __borrowed name,
		struct module *module, struct device * __borrowed device,
		short * __borrowed adapter_nums) __must_look;
int dvb_unregister_adapter(struct dvb_adapter * __lowers adap);
int snd_card_new(struct device * __borrowed parent, int idx, const char * __borrowed xid,
		struct module *module, int extra_size,
		struct snd_card * __owned *card_ret)
		__released_by("snd_card_free", "snd_card_free_when_closed");
int snd_card_free(struct snd_card * __takes card);
int snd_card_free_when_closed(struct snd_card * __takes card);
int snd_card_register(struct snd_card * __borrowed card) __must_look;
int snd_card_disconnect(struct snd_card * __borrowed card);
int snd_devm_card_new(struct device * __borrowed parent, int idx,
		const char * __borrowed xid, struct module *module, size_t extra_size,
		struct snd_card ** __borrowed card_ret) __must_look;
struct snd_kcontrol *snd_ctl_new1(const struct snd_kcontrol_new * __borrowed kcontrolnew,
		void *private_data) __returns_owned __returns_null
		__released_by("snd_ctl_free_one");
void snd_ctl_free_one(struct snd_kcontrol * __takes kcontrol);
int snd_ctl_add(struct snd_card * __borrowed card,
		struct snd_kcontrol * __keeps_or_frees("ret >= 0") kcontrol);
int snd_ctl_remove(struct snd_card * __borrowed card, struct snd_kcontrol *kcontrol);
struct snd_kcontrol *snd_ctl_find_id(struct snd_card * __borrowed card,
		const struct snd_ctl_elem_id * __borrowed id) __returns_none;
void snd_ctl_notify(struct snd_card * __borrowed card, unsigned int mask,
		struct snd_ctl_elem_id * __borrowed id);
int snd_device_new(struct snd_card * __borrowed card, enum snd_device_type type,
		void *device_data, const struct snd_device_ops *ops) __must_look;
int snd_pcm_new(struct snd_card * __borrowed card, const char * __borrowed id, int device,
		int playback_count, int capture_count, struct snd_pcm ** __borrowed rpcm)
		__must_look;
int snd_pcm_hw_constraint_list(struct snd_pcm_runtime * __borrowed runtime,
		unsigned int cond, snd_pcm_hw_param_t var,
		const struct snd_pcm_hw_constraint_list *l) __must_look;
int snd_pcm_hw_constraint_integer(struct snd_pcm_runtime * __borrowed runtime,
		snd_pcm_hw_param_t var);
int snd_pcm_lib_malloc_pages(struct snd_pcm_substream * __borrowed substream,
		size_t size);
void snd_pcm_period_elapsed(struct snd_pcm_substream * __borrowed substream);
int snd_soc_register_component(struct device * __borrowed dev,
		const struct snd_soc_component_driver *component_driver,
		struct snd_soc_dai_driver *dai_drv, int num_dai) __must_look
		__kernels("6.1", "6.12");
int devm_snd_soc_register_component(struct device * __borrowed dev,
		const struct snd_soc_component_driver *component_driver,
		struct snd_soc_dai_driver *dai_drv, int num_dai) __must_look;
void snd_soc_unregister_component(struct device * __borrowed dev)
		__kernels("6.1", "6.12");
int snd_soc_register_card(struct snd_soc_card *card) __must_look;
void snd_soc_unregister_card(struct snd_soc_card * __borrowed card);
int devm_snd_soc_register_card(struct device * __borrowed dev, struct snd_soc_card *card)
		__must_look;
int snd_soc_component_write(struct snd_soc_component * __borrowed component,
		unsigned int reg, unsigned int val);
unsigned int snd_soc_component_read(struct snd_soc_component * __borrowed component,
		unsigned int reg);
int snd_soc_component_update_bits(struct snd_soc_component * __borrowed component,
		unsigned int reg, unsigned int mask, unsigned int val);
int snd_soc_dapm_new_controls(struct snd_soc_dapm_context * __borrowed dapm,
		const struct snd_soc_dapm_widget *widget, int num) __must_look;
int snd_soc_dapm_add_routes(struct snd_soc_dapm_context * __borrowed dapm,
		const struct snd_soc_dapm_route *route, int num) __must_look;
int snd_soc_dai_set_sysclk(struct snd_soc_dai * __borrowed dai, int clk_id,
		unsigned int freq, int dir);
int snd_soc_dai_set_fmt(struct snd_soc_dai * __borrowed dai, unsigned int fmt);
int snd_hwdep_new(struct snd_card * __borrowed card, char * __borrowed id, int device,
		struct snd_hwdep ** __borrowed rhwdep) __must_look;
int snd_rawmidi_new(struct snd_card * __borrowed card, char * __borrowed id, int device,
		int output_count, int input_count, struct snd_rawmidi ** __borrowed rmidi)
		__must_look;
int snd_jack_new(struct snd_card * __borrowed card, const char * __borrowed id, int type,
		struct snd_jack ** __borrowed jack, bool initial_kctl, bool phantom_jack)
		__must_look;
struct snd_info_entry *snd_info_create_card_entry(struct snd_card * __borrowed card,
		const char * __borrowed name, struct snd_info_entry * __borrowed parent)
		__returns_owned __returns_null __released_by("snd_info_free_entry");
void snd_info_free_entry(struct snd_info_entry * __takes entry);

#endif /* _SAFE_FACTS_MEDIA_H */
