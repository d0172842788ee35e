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
#include <linux/path.h>
#include <linux/buffer_head.h>
#include <linux/posix_acl.h>
#include <linux/posix_acl_xattr.h>
#include <linux/string.h>
#include <linux/kernel_read_file.h>
#include <safe/annotations.h>

struct file *filp_open(const char * __borrowed, int, umode_t) __returns_owned
		__returns_err __released_by("filp_close", "fput");
int filp_close(struct file * __puts, fl_owner_t id);
void fput(struct file * __puts);
struct file *dentry_open(const struct path * __borrowed, int,
		const struct cred * __borrowed) __returns_owned __returns_err
		__released_by("fput");
struct filename *getname(const char __user * __borrowed) __returns_owned __returns_err
		__released_by("putname");
struct filename *getname_kernel(const char * __borrowed) __returns_owned __returns_err
		__released_by("putname");
void putname(struct filename * __puts __may_be_error name);
struct dentry *lookup_one_len(const char * __borrowed, struct dentry * __borrowed, int)
		__returns_owned __returns_err __released_by("dput")
		__kernels("6.1", "6.12");
struct dentry *lookup_one_len_unlocked(const char * __borrowed,
		struct dentry * __borrowed, int) __returns_owned __returns_err
		__released_by("dput") __kernels("6.1", "6.12");
struct dentry *lookup_positive_unlocked(const char * __borrowed,
		struct dentry * __borrowed, int) __returns_owned __returns_err
		__released_by("dput") __kernels("6.1", "6.12");
struct eventfd_ctx *eventfd_ctx_fdget(int fd) __returns_owned __returns_err
		__released_by("eventfd_ctx_put");
struct block_device *blkdev_get_by_path(const char *path, fmode_t mode, void *holder)
		__returns_err __kernels("6.1");
struct block_device *blkdev_get_by_dev(dev_t dev, fmode_t mode, void *holder)
		__returns_err __kernels("6.1");
struct file *anon_inode_getfile(const char * __borrowed name,
		const struct file_operations *fops, void *priv, int flags) __returns_owned
		__returns_err __released_by("fput");
struct file *alloc_file_pseudo(struct inode *, struct vfsmount * __borrowed,
		const char * __borrowed, int flags, const struct file_operations *)
		__returns_owned __returns_err __released_by("fput");
struct vfsmount *vfs_kern_mount(struct file_system_type *type, int flags,
		const char * __borrowed name, void *data) __returns_owned __returns_err
		__released_by("mntput");
struct vfsmount *kern_mount(struct file_system_type *) __returns_owned __returns_err
		__released_by("kern_unmount");
struct inode *alloc_anon_inode(struct super_block * __borrowed) __returns_owned
		__returns_err __released_by("iput");
struct file *file_open_name(struct filename * __borrowed, int, umode_t) __returns_owned
		__returns_err __released_by("filp_close", "fput");
struct file *open_exec(const char * __borrowed) __returns_err;
struct file *fget(unsigned int fd) __returns_owned __returns_none __released_by("fput");
struct file *fget_raw(unsigned int fd) __returns_owned __returns_none
		__released_by("fput");
struct file *fget_task(struct task_struct * __borrowed task, unsigned int fd)
		__returns_owned __returns_none __released_by("fput");
struct file *get_file(struct file * __returned __raises("fput") f);
int get_unused_fd_flags(unsigned flags) __returns_id("put_unused_fd", "fd_install");
void put_unused_fd(unsigned int __lowers fd);
void fd_install(unsigned int __lowers fd, struct file *file);
void dput(struct dentry * __puts);
struct dentry *dget(struct dentry * __returned __raises("dput") dentry);
void mntput(struct vfsmount * __puts mnt);
struct vfsmount *mntget(struct vfsmount * __returned __raises("mntput") mnt);
void path_get(const struct path * __raises("path_put"));
void path_put(const struct path * __lowers);
int kern_path(const char * __borrowed, unsigned,
		struct path * __borrowed __raises_if("ret == 0", "path_put")) __must_look;
int user_path_at_empty(int, const char __user * __borrowed, unsigned,
		struct path * __borrowed __raises_if("ret == 0", "path_put"),
		int * __borrowed empty) __must_look __kernels("6.1");
int vfs_path_lookup(struct dentry * __borrowed, struct vfsmount * __borrowed,
		const char * __borrowed, unsigned int,
		struct path * __borrowed __raises_if("ret == 0", "path_put")) __must_look
		__kernels("6.12", "7.3");
struct dentry *d_alloc(struct dentry * __borrowed, const struct qstr * __borrowed)
		__returns_owned __returns_null __released_by("dput");
struct dentry *d_alloc_name(struct dentry * __borrowed, const char * __borrowed)
		__returns_owned __returns_null __released_by("dput");
struct dentry *d_alloc_anon(struct super_block * __borrowed) __returns_owned
		__returns_null __released_by("dput");
struct dentry *d_lookup(const struct dentry * __borrowed, const struct qstr * __borrowed)
		__returns_owned __returns_none __released_by("dput");
struct dentry *d_hash_and_lookup(struct dentry * __borrowed, struct qstr * __borrowed)
		__returns_owned __returns_err_or_null __released_by("dput")
		__kernels("6.1", "6.12");
struct dentry *d_find_alias(struct inode * __borrowed) __returns_owned __returns_none
		__released_by("dput");
struct dentry *d_find_any_alias(struct inode * __borrowed inode) __returns_owned
		__returns_none __released_by("dput");
struct dentry *dget_parent(struct dentry * __borrowed dentry) __returns_owned
		__released_by("dput");
struct dentry *d_make_root(struct inode * __keeps_or_frees("ret != 0")) __returns_owned
		__returns_null __released_by("dput");
void iput(struct inode * __puts);
void ihold(struct inode * __raises("iput") inode);
struct inode *igrab(struct inode * __borrowed __raises_if("ret != 0", "iput"));
struct inode *ilookup(struct super_block * __borrowed sb, unsigned long ino)
		__returns_owned __returns_none __released_by("iput");
struct inode *ilookup5(struct super_block * __borrowed sb, unsigned long hashval,
		int (*test)(struct inode *, void *), void * __borrowed data)
		__returns_owned __returns_none __released_by("iput");
struct inode *iget_locked(struct super_block * __borrowed, unsigned long) __returns_owned
		__returns_null __released_by("iput", "iget_failed");
struct inode *iget5_locked(struct super_block * __borrowed, unsigned long,
		int (*test)(struct inode *, void *), int (*set)(struct inode *, void *),
		void * __borrowed) __returns_owned __returns_null
		__released_by("iput", "iget_failed");
struct inode *new_inode(struct super_block * __borrowed sb) __returns_owned __returns_null
		__released_by("iput", "discard_new_inode");
struct inode *new_inode_pseudo(struct super_block * __borrowed sb) __returns_owned
		__returns_null __released_by("iput", "discard_new_inode");
void iget_failed(struct inode * __takes);
void discard_new_inode(struct inode * __takes);
void unlock_new_inode(struct inode * __borrowed);
void inode_init_once(struct inode * __borrowed);
void kern_unmount(struct vfsmount * __takes __may_be_error mnt);
struct buffer_head *sb_bread(struct super_block * __borrowed sb, sector_t block)
		__returns_owned __returns_null
		__released_by("brelse", "__brelse", "bforget", "__bforget", "put_bh")
		__sleeps;
struct buffer_head *__bread_gfp(struct block_device * __borrowed, sector_t block,
		unsigned size, gfp_t gfp) __returns_owned __returns_null
		__released_by("brelse", "__brelse", "bforget", "__bforget", "put_bh")
		__sleeps;
struct buffer_head *sb_getblk(struct super_block * __borrowed sb, sector_t block)
		__returns_owned __returns_null
		__released_by("brelse", "__brelse", "bforget", "__bforget", "put_bh");
struct buffer_head *sb_find_get_block(struct super_block * __borrowed sb, sector_t block)
		__returns_owned __returns_none
		__released_by("brelse", "__brelse", "bforget", "__bforget", "put_bh");
struct buffer_head *__find_get_block(struct block_device * __borrowed bdev,
		sector_t block, unsigned size) __returns_owned __returns_none
		__released_by("brelse", "__brelse", "bforget", "__bforget", "put_bh");
void brelse(struct buffer_head * __puts bh);
void __brelse(struct buffer_head * __puts);
void bforget(struct buffer_head * __puts bh);
void __bforget(struct buffer_head * __puts);
void put_bh(struct buffer_head * __puts bh);
void get_bh(struct buffer_head * __raises("brelse", "__brelse", "put_bh") bh);
void mark_buffer_dirty(struct buffer_head * __borrowed bh);
int sync_dirty_buffer(struct buffer_head * __borrowed bh) __sleeps;
int sb_set_blocksize(struct super_block * __borrowed, int) __must_look;
int sb_min_blocksize(struct super_block * __borrowed, int) __must_look;
struct posix_acl *posix_acl_alloc(int, gfp_t) __returns_owned __returns_null
		__released_by("posix_acl_release");
struct posix_acl *posix_acl_clone(const struct posix_acl * __borrowed acl, gfp_t flags)
		__returns_owned __returns_null __released_by("posix_acl_release");
struct posix_acl *posix_acl_from_xattr(struct user_namespace * __borrowed user_ns,
		const void * __borrowed value, size_t size) __returns_owned
		__returns_err_or_null __released_by("posix_acl_release");
void posix_acl_release(struct posix_acl * __puts acl);
struct posix_acl *posix_acl_dup(struct posix_acl * __returned
		__raises("posix_acl_release") acl);
int register_filesystem(struct file_system_type * __raises_if("ret == 0",
		"unregister_filesystem")) __must_look;
int unregister_filesystem(struct file_system_type * __lowers);
struct file_system_type *get_fs_type(const char * __borrowed name) __returns_owned
		__returns_none __released_by("put_filesystem");
void put_filesystem(struct file_system_type * __puts fs);
int vfs_getattr(const struct path * __borrowed, struct kstat * __borrowed, u32,
		unsigned int) __must_look;
ssize_t vfs_read(struct file * __borrowed, char __user * __borrowed, size_t,
		loff_t * __borrowed);
ssize_t vfs_write(struct file * __borrowed, const char __user * __borrowed, size_t,
		loff_t * __borrowed);
ssize_t kernel_read(struct file * __borrowed, void * __borrowed, size_t,
		loff_t * __borrowed) __sleeps;
ssize_t kernel_write(struct file * __borrowed, const void * __borrowed, size_t,
		loff_t * __borrowed) __sleeps;
int vfs_fsync(struct file * __borrowed file, int datasync) __must_look;
int generic_file_open(struct inode * __borrowed inode, struct file * __borrowed filp);
int nonseekable_open(struct inode * __borrowed inode, struct file * __borrowed filp);
int stream_open(struct inode * __borrowed inode, struct file * __borrowed filp);
ssize_t simple_read_from_buffer(void __user * __borrowed to, size_t count,
		loff_t * __borrowed ppos, const void * __borrowed from, size_t available);
ssize_t simple_write_to_buffer(void * __borrowed to, size_t available,
		loff_t * __borrowed ppos, const void __user * __borrowed from,
		size_t count) __must_look;
ssize_t memory_read_from_buffer(void * __borrowed to, size_t count,
		loff_t * __borrowed ppos, const void * __borrowed from, size_t available);
struct eventfd_ctx *eventfd_ctx_fileget(struct file * __borrowed file) __returns_owned
		__returns_err __released_by("eventfd_ctx_put");
void eventfd_ctx_put(struct eventfd_ctx * __puts ctx);
struct file *eventfd_fget(int fd) __returns_owned __returns_err __released_by("fput");
int fasync_helper(int, struct file * __borrowed, int, struct fasync_struct ** __borrowed);
void kill_fasync(struct fasync_struct ** __borrowed, int, int);
ssize_t kernel_read_file(struct file * __borrowed file, loff_t offset, void **buf,
		size_t buf_size, size_t * __borrowed file_size,
		enum kernel_read_file_id id);
int super_setup_bdi(struct super_block * __borrowed sb) __must_look;
int inode_newsize_ok(const struct inode * __borrowed, loff_t offset);
int file_update_time(struct file * __borrowed file);
int file_remove_privs(struct file * __borrowed) __must_look;
char *file_path(struct file * __borrowed, char * __borrowed, int) __returns_err;
char *d_path(const struct path * __borrowed, char * __borrowed, int) __returns_err;
char *dentry_path_raw(const struct dentry * __borrowed, char * __borrowed, int)
		__returns_err;

#endif /* _SAFE_FACTS_FS_H */
