/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Files for debugging and in /proc.
 */
#ifndef _SAFE_FACTS_DEBUGFS_H
#define _SAFE_FACTS_DEBUGFS_H

#include <linux/debugfs.h>
#include <linux/fs.h>
#include <linux/proc_fs.h>
#include <linux/sysctl.h>
#include <net/net_namespace.h>
#include <linux/relay.h>
#include <safe/annotations.h>

struct dentry *debugfs_create_file(const char * __borrowed name, umode_t mode,
		struct dentry * __borrowed parent, void *data,
		const struct file_operations *fops) __kernels("6.1", "6.12");
struct dentry *debugfs_create_file_unsafe(const char * __borrowed name, umode_t mode,
		struct dentry * __borrowed parent, void *data,
		const struct file_operations *fops);
void debugfs_create_file_size(const char * __borrowed name, umode_t mode,
		struct dentry * __borrowed parent, void *data,
		const struct file_operations *fops, loff_t file_size);
struct dentry *debugfs_create_dir(const char * __borrowed name,
		struct dentry * __borrowed parent);
struct dentry *debugfs_create_symlink(const char * __borrowed name,
		struct dentry * __borrowed parent, const char * __borrowed dest);
void debugfs_remove(struct dentry * __borrowed __may_be_error dentry);
struct dentry *debugfs_lookup(const char * __borrowed name,
		struct dentry * __borrowed parent) __returns_owned __returns_none
		__released_by("dput");
void debugfs_lookup_and_remove(const char * __borrowed name,
		struct dentry * __borrowed parent);
void debugfs_create_u8(const char * __borrowed name, umode_t mode,
		struct dentry * __borrowed parent, u8 *value);
void debugfs_create_u16(const char * __borrowed name, umode_t mode,
		struct dentry * __borrowed parent, u16 *value);
void debugfs_create_u32(const char * __borrowed name, umode_t mode,
		struct dentry * __borrowed parent, u32 *value);
void debugfs_create_u64(const char * __borrowed name, umode_t mode,
		struct dentry * __borrowed parent, u64 *value);
void debugfs_create_x8(const char * __borrowed name, umode_t mode,
		struct dentry * __borrowed parent, u8 *value);
void debugfs_create_x16(const char * __borrowed name, umode_t mode,
		struct dentry * __borrowed parent, u16 *value);
void debugfs_create_x32(const char * __borrowed name, umode_t mode,
		struct dentry * __borrowed parent, u32 *value);
void debugfs_create_x64(const char * __borrowed name, umode_t mode,
		struct dentry * __borrowed parent, u64 *value);
void debugfs_create_bool(const char * __borrowed name, umode_t mode,
		struct dentry * __borrowed parent, bool *value);
struct dentry *debugfs_create_blob(const char * __borrowed name, umode_t mode,
		struct dentry * __borrowed parent, struct debugfs_blob_wrapper *blob);
void debugfs_create_regset32(const char * __borrowed name, umode_t mode,
		struct dentry * __borrowed parent, struct debugfs_regset32 *regset);
void debugfs_create_ulong(const char * __borrowed name, umode_t mode,
		struct dentry * __borrowed parent, unsigned long *value);
void debugfs_create_atomic_t(const char * __borrowed name, umode_t mode,
		struct dentry * __borrowed parent, atomic_t *value);
void debugfs_create_devm_seqfile(struct device * __borrowed dev,
		const char * __borrowed name, struct dentry * __borrowed parent,
		int (*read_fn)(struct seq_file *s, void *data));
int simple_attr_open(struct inode * __borrowed inode, struct file * __borrowed file,
		int (*get)(void *, u64 *), int (*set)(void *, u64), const char *fmt)
		__must_look;
int simple_attr_release(struct inode * __borrowed inode, struct file * __borrowed file);
ssize_t simple_attr_read(struct file * __borrowed file, char __user * __borrowed buf,
		size_t len, loff_t * __borrowed ppos);
ssize_t simple_attr_write(struct file * __borrowed file,
		const char __user * __borrowed buf, size_t len, loff_t * __borrowed ppos);
int simple_open(struct inode * __borrowed inode, struct file * __borrowed file);
struct proc_dir_entry *proc_create(const char * __borrowed name, umode_t mode,
		struct proc_dir_entry * __borrowed parent,
		const struct proc_ops *proc_ops) __returns_null;
struct proc_dir_entry *proc_create_data(const char * __borrowed, umode_t,
		struct proc_dir_entry * __borrowed, const struct proc_ops *, void *)
		__returns_null;
struct proc_dir_entry *proc_create_single_data(const char * __borrowed name, umode_t mode,
		struct proc_dir_entry * __borrowed parent,
		int (*show)(struct seq_file *, void *), void *data) __returns_null;
struct proc_dir_entry *proc_create_seq_private(const char * __borrowed name, umode_t mode,
		struct proc_dir_entry * __borrowed parent,
		const struct seq_operations *ops, unsigned int state_size, void *data)
		__returns_null;
struct proc_dir_entry *proc_create_net_data(const char * __borrowed name, umode_t mode,
		struct proc_dir_entry * __borrowed parent,
		const struct seq_operations *ops, unsigned int state_size, void *data)
		__returns_null;
struct proc_dir_entry *proc_create_net_single(const char * __borrowed name, umode_t mode,
		struct proc_dir_entry * __borrowed parent,
		int (*show)(struct seq_file *, void *), void *data) __returns_null;
struct proc_dir_entry *proc_mkdir(const char * __borrowed,
		struct proc_dir_entry * __borrowed) __returns_null;
struct proc_dir_entry *proc_mkdir_data(const char * __borrowed, umode_t,
		struct proc_dir_entry * __borrowed, void *) __returns_null;
struct proc_dir_entry *proc_mkdir_mode(const char * __borrowed, umode_t,
		struct proc_dir_entry * __borrowed) __returns_null;
struct proc_dir_entry *proc_symlink(const char * __borrowed,
		struct proc_dir_entry * __borrowed, const char * __borrowed)
		__returns_null;
void proc_remove(struct proc_dir_entry * __borrowed);
void remove_proc_entry(const char * __borrowed, struct proc_dir_entry * __borrowed);
int remove_proc_subtree(const char * __borrowed, struct proc_dir_entry * __borrowed);
void proc_set_size(struct proc_dir_entry * __borrowed, loff_t);
void proc_set_user(struct proc_dir_entry * __borrowed, kuid_t, kgid_t);
struct ctl_table_header *register_sysctl_sz(const char * __borrowed path,
		struct ctl_table *table, size_t table_size) __returns_owned __returns_null
		__released_by("unregister_sysctl_table") __kernels("6.12", "7.3");
struct ctl_table_header *register_net_sysctl_sz(struct net * __borrowed net,
		const char * __borrowed path, struct ctl_table *table, size_t table_size)
		__returns_owned __returns_null
		__released_by("unregister_net_sysctl_table") __kernels("6.12", "7.3");
void unregister_sysctl_table(struct ctl_table_header * __takes table);
void unregister_net_sysctl_table(struct ctl_table_header * __takes header);
struct rchan *relay_open(const char * __borrowed base_filename,
		struct dentry * __borrowed parent, size_t subbuf_size, size_t n_subbufs,
		const struct rchan_callbacks *cb, void *private_data) __returns_owned
		__returns_null __released_by("relay_close");
void relay_close(struct rchan * __takes chan);

#endif /* _SAFE_FACTS_DEBUGFS_H */
