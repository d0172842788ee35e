/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Files and names.
 */
#ifndef _SAFE_FACTS_FS_H
#define _SAFE_FACTS_FS_H

#include <linux/fs.h>
#include <linux/namei.h>
#include <linux/file.h>
#include <linux/eventfd.h>
#include <linux/dcache.h>
#include <linux/blkdev.h>
#include <linux/anon_inodes.h>
#include <linux/mount.h>
#include <safe/annotations.h>

struct file *filp_open(const char * __borrowed, int, umode_t) __returns_owned
		__returns_err __released_by("filp_close", "fput");
int filp_close(struct file * __puts, fl_owner_t id);
void fput(struct file * __puts);
struct file *dentry_open(const struct path *, int, const struct cred *) __returns_err;
struct filename *getname(const char __user * __borrowed) __returns_owned __returns_err
		__released_by("putname");
struct filename *getname_kernel(const char * __borrowed) __returns_owned __returns_err
		__released_by("putname");
void putname(struct filename * __puts name);
struct dentry *lookup_one_len(const char * __borrowed, struct dentry * __borrowed, int)
		__returns_err;
struct dentry *lookup_one_len_unlocked(const char * __borrowed,
		struct dentry * __borrowed, int) __returns_err;
struct dentry *lookup_positive_unlocked(const char * __borrowed,
		struct dentry * __borrowed, int) __returns_err;
struct eventfd_ctx *eventfd_ctx_fdget(int fd) __returns_err;
struct block_device *blkdev_get_by_path(const char *path, fmode_t mode, void *holder)
		__returns_err;
struct block_device *blkdev_get_by_dev(dev_t dev, fmode_t mode, void *holder)
		__returns_err;
struct file *anon_inode_getfile(const char *name, const struct file_operations *fops,
		void *priv, int flags) __returns_err;
struct file *alloc_file_pseudo(struct inode *, struct vfsmount *, const char *, int flags,
		const struct file_operations *) __returns_err;
struct vfsmount *vfs_kern_mount(struct file_system_type *type, int flags,
		const char *name, void *data) __returns_err;
struct vfsmount *kern_mount(struct file_system_type *) __returns_err;
struct inode *alloc_anon_inode(struct super_block *) __returns_err;

#endif /* _SAFE_FACTS_FS_H */
