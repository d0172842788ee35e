/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Block devices.
 */
#ifndef _SAFE_FACTS_BLOCK_H
#define _SAFE_FACTS_BLOCK_H

#include <linux/bio.h>
#include <linux/blkdev.h>
#include <linux/blk-mq.h>
#include <linux/badblocks.h>
#include <safe/annotations.h>

void bio_put(struct bio * __puts);
void bio_get(struct bio * __raises("bio_put") bio);
struct bio *bio_alloc_bioset(struct block_device * __borrowed bdev,
		unsigned short nr_vecs, blk_opf_t opf, gfp_t gfp_mask, struct bio_set *bs)
		__returns_owned __released_by("bio_put");
struct bio *bio_alloc(struct block_device * __borrowed bdev, unsigned short nr_vecs,
		blk_opf_t opf, gfp_t gfp_mask) __returns_owned __released_by("bio_put");
struct bio *bio_kmalloc(unsigned short nr_vecs, gfp_t gfp_mask) __returns_owned
		__returns_null __released_by("kfree");
struct bio *bio_alloc_clone(struct block_device * __borrowed bdev,
		struct bio * __borrowed bio_src, gfp_t gfp,
		struct bio_set * __borrowed bs) __returns_owned __released_by("bio_put");
struct bio *bio_split(struct bio * __borrowed bio, int sectors, gfp_t gfp,
		struct bio_set * __borrowed bs) __returns_owned __released_by("bio_put");
int submit_bio_wait(struct bio * __borrowed bio) __must_look;
int bio_add_page(struct bio * __borrowed, struct page *, unsigned len, unsigned off)
		__must_look;
void bio_advance(struct bio * __borrowed bio, unsigned int nbytes);
int bioset_init(struct bio_set * __borrowed, unsigned int, unsigned int, int flags)
		__must_look;
void bioset_exit(struct bio_set * __borrowed);
void bio_uninit(struct bio * __borrowed);
int blkdev_issue_flush(struct block_device * __borrowed bdev) __must_look;
int blkdev_issue_discard(struct block_device * __borrowed bdev, sector_t sector,
		sector_t nr_sects, gfp_t gfp_mask) __must_look;
int blkdev_issue_zeroout(struct block_device * __borrowed bdev, sector_t sector,
		sector_t nr_sects, gfp_t gfp_mask, unsigned flags) __must_look;
struct request *blk_mq_alloc_request(struct request_queue * __borrowed q, blk_opf_t opf,
		blk_mq_req_flags_t flags) __returns_owned __returns_err
		__released_by("blk_mq_free_request");
struct request *blk_mq_alloc_request_hctx(struct request_queue * __borrowed q,
		blk_opf_t opf, blk_mq_req_flags_t flags, unsigned int hctx_idx)
		__returns_owned __returns_err __released_by("blk_mq_free_request");
void blk_mq_free_request(struct request * __puts rq);
int blk_mq_alloc_tag_set(struct blk_mq_tag_set * __raises_if("ret == 0",
		"blk_mq_free_tag_set") set) __must_look;
void blk_mq_free_tag_set(struct blk_mq_tag_set * __lowers set);
int blk_mq_alloc_sq_tag_set(struct blk_mq_tag_set * __raises_if("ret == 0",
		"blk_mq_free_tag_set") set, const struct blk_mq_ops *ops,
		unsigned int queue_depth, unsigned int set_flags) __must_look;
struct request_queue *blk_mq_init_queue(struct blk_mq_tag_set *) __returns_err
		__kernels("6.1");
struct request_queue *blk_mq_alloc_queue(struct blk_mq_tag_set *set,
		struct queue_limits * __borrowed lim, void *queuedata) __returns_err
		__kernels("6.12", "7.3");
void blk_mq_destroy_queue(struct request_queue * __borrowed);
void blk_mq_start_request(struct request * __borrowed rq);
void blk_mq_end_request(struct request * __takes rq, blk_status_t error);
void blk_mq_quiesce_queue(struct request_queue * __borrowed
		__raises("blk_mq_unquiesce_queue") q);
void blk_mq_unquiesce_queue(struct request_queue * __borrowed __lowers q);
void blk_mq_freeze_queue(struct request_queue * __borrowed q);
void blk_mq_unfreeze_queue(struct request_queue * __borrowed q) __kernels("6.1", "6.12");
void blk_mq_unfreeze_queue(struct request_queue * __borrowed q, unsigned int memflags)
		__kernels("7.3");
blk_status_t blk_execute_rq(struct request * __borrowed rq, bool at_head);
int blk_rq_map_kern(struct request_queue * __borrowed, struct request * __borrowed,
		void *, unsigned int, gfp_t) __must_look __kernels("6.1", "6.12");
int blk_rq_map_kern(struct request * __borrowed rq, void * __borrowed kbuf,
		unsigned int len, gfp_t gfp) __must_look __kernels("7.3");
int blk_rq_map_user(struct request_queue * __borrowed, struct request * __borrowed,
		struct rq_map_data * __borrowed, void __user * __borrowed, unsigned long,
		gfp_t) __must_look;
int blk_rq_unmap_user(struct bio * __takes) __must_look;
bool blk_get_queue(struct request_queue * __borrowed __raises_if("ret != 0",
		"blk_put_queue")) __must_look;
void blk_put_queue(struct request_queue * __puts);
struct gendisk *__blk_mq_alloc_disk(struct blk_mq_tag_set *set, void *queuedata,
		struct lock_class_key * __borrowed lkclass) __returns_owned __returns_err
		__released_by("put_disk") __kernels("6.1");
struct gendisk *__blk_mq_alloc_disk(struct blk_mq_tag_set *set,
		struct queue_limits * __borrowed lim, void *queuedata,
		struct lock_class_key * __borrowed lkclass) __returns_owned __returns_err
		__released_by("put_disk") __kernels("6.12", "7.3");
struct gendisk *__blk_alloc_disk(int node, struct lock_class_key * __borrowed lkclass)
		__returns_owned __returns_null __released_by("put_disk") __kernels("6.1");
struct gendisk *__blk_alloc_disk(struct queue_limits * __borrowed lim, int node,
		struct lock_class_key * __borrowed lkclass) __returns_owned __returns_err
		__released_by("put_disk") __kernels("6.12", "7.3");
void put_disk(struct gendisk * __puts disk);
int device_add_disk(struct device *parent, struct gendisk * __deref __keeps_if("ret == 0")
		__raises_if("ret == 0", "del_gendisk") disk,
		const struct attribute_group **groups) __must_look;
int add_disk(struct gendisk * __keeps_if("ret == 0") __raises_if("ret == 0",
		"del_gendisk") disk) __must_look;
void del_gendisk(struct gendisk * __lowers gp);
void set_capacity(struct gendisk * __borrowed __deref disk, sector_t size);
struct file *bdev_file_open_by_path(const char * __borrowed path, blk_mode_t mode,
		void *holder, const struct blk_holder_ops *hops) __returns_owned
		__returns_err __released_by("fput", "bdev_fput") __kernels("6.12", "7.3");
struct file *bdev_file_open_by_dev(dev_t dev, blk_mode_t mode, void *holder,
		const struct blk_holder_ops *hops) __returns_owned __returns_err
		__released_by("fput", "bdev_fput") __kernels("6.12", "7.3");
void bdev_fput(struct file * __puts bdev_file) __kernels("6.12", "7.3");
int __register_blkdev(unsigned int major, const char * __borrowed name,
		void (*probe)(dev_t devt)) __must_look;
void unregister_blkdev(unsigned int major, const char * __borrowed name);
int badblocks_init(struct badblocks * __borrowed bb, int enable) __must_look;
void badblocks_exit(struct badblocks * __borrowed bb);

#endif /* _SAFE_FACTS_BLOCK_H */
