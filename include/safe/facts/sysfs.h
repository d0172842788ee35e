/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Attributes in sysfs.
 */
#ifndef _SAFE_FACTS_SYSFS_H
#define _SAFE_FACTS_SYSFS_H

#include <linux/sysfs.h>
#include <linux/seq_file.h>
#include <linux/kernfs.h>
#include <safe/annotations.h>

int sysfs_emit(char * __borrowed buf, const char * __borrowed fmt, ...);
int sysfs_emit_at(char * __borrowed buf, int at, const char * __borrowed fmt, ...);
void seq_printf(struct seq_file * __borrowed m, const char * __borrowed fmt, ...);
void seq_puts(struct seq_file * __borrowed m, const char * __borrowed s);
void seq_putc(struct seq_file * __borrowed m, char c);
int seq_write(struct seq_file * __borrowed seq, const void * __borrowed data, size_t len);
int sysfs_create_group(struct kobject * __borrowed kobj, const struct attribute_group *
		__borrowed __raises_if("ret == 0", "sysfs_remove_group") grp) __must_look;
int sysfs_create_groups(struct kobject * __borrowed kobj, const struct attribute_group **
		__borrowed __raises_if("ret == 0", "sysfs_remove_groups") groups)
		__must_look;
void sysfs_remove_group(struct kobject * __borrowed kobj,
		const struct attribute_group * __borrowed __lowers grp);
void sysfs_remove_groups(struct kobject * __borrowed kobj,
		const struct attribute_group ** __borrowed __lowers groups);
int sysfs_create_file(struct kobject * __borrowed kobj,
		const struct attribute * __borrowed attr) __must_look;
int sysfs_create_file_ns(struct kobject * __borrowed kobj,
		const struct attribute * __borrowed attr, const void *ns) __must_look;
void sysfs_remove_file(struct kobject * __borrowed kobj,
		const struct attribute * __borrowed attr);
void sysfs_remove_file_ns(struct kobject * __borrowed kobj,
		const struct attribute * __borrowed attr, const void *ns);
int sysfs_create_files(struct kobject * __borrowed kobj,
		const struct attribute *const * __borrowed attr) __must_look;
void sysfs_remove_files(struct kobject * __borrowed kobj,
		const struct attribute *const * __borrowed attr);
int sysfs_create_bin_file(struct kobject * __borrowed kobj, const struct bin_attribute *
		__borrowed __raises_if("ret == 0", "sysfs_remove_bin_file") attr)
		__must_look;
void sysfs_remove_bin_file(struct kobject * __borrowed kobj,
		const struct bin_attribute * __borrowed __lowers attr);
int sysfs_create_link(struct kobject * __borrowed kobj,
		struct kobject * __borrowed target, const char * __borrowed name)
		__must_look;
void sysfs_remove_link(struct kobject * __borrowed kobj, const char * __borrowed name);
int sysfs_update_group(struct kobject * __borrowed kobj,
		const struct attribute_group * __borrowed grp) __must_look;
int sysfs_merge_group(struct kobject * __borrowed kobj,
		const struct attribute_group * __borrowed grp) __must_look;
int sysfs_add_file_to_group(struct kobject * __borrowed kobj,
		const struct attribute * __borrowed attr, const char * __borrowed group)
		__must_look;
void sysfs_notify(struct kobject * __borrowed kobj, const char * __borrowed dir,
		const char * __borrowed attr);
struct kernfs_node *sysfs_get_dirent(struct kernfs_node * __borrowed parent,
		const char * __borrowed name) __returns_owned __returns_none
		__released_by("sysfs_put", "kernfs_put");
void sysfs_put(struct kernfs_node * __puts kn);
void kernfs_put(struct kernfs_node * __puts kn);
void kernfs_get(struct kernfs_node * __raises("kernfs_put") kn);
int seq_open(struct file * __borrowed, const struct seq_operations *) __must_look;
int seq_release(struct inode * __borrowed, struct file * __borrowed);
ssize_t seq_read(struct file * __borrowed, char __user * __borrowed, size_t,
		loff_t * __borrowed);
loff_t seq_lseek(struct file * __borrowed, loff_t, int);
int single_open(struct file * __borrowed, int (*)(struct seq_file *, void *),
		void * __keeps_if("ret == 0")) __must_look;
int single_release(struct inode * __borrowed, struct file * __borrowed);
int single_open_size(struct file * __borrowed, int (*)(struct seq_file *, void *), void *,
		size_t) __must_look;
void *__seq_open_private(struct file * __borrowed, const struct seq_operations *, int)
		__returns_null;
int seq_open_private(struct file * __borrowed, const struct seq_operations *, int)
		__must_look;
int seq_release_private(struct inode * __borrowed, struct file * __borrowed);
void seq_put_decimal_ull(struct seq_file * __borrowed m,
		const char * __borrowed delimiter, unsigned long long num);
void seq_escape_mem(struct seq_file * __borrowed m, const char * __borrowed src,
		size_t len, unsigned int flags, const char * __borrowed esc);
int seq_path(struct seq_file * __borrowed, const struct path * __borrowed,
		const char * __borrowed);
void seq_hex_dump(struct seq_file * __borrowed m, const char * __borrowed prefix_str,
		int prefix_type, int rowsize, int groupsize, const void * __borrowed buf,
		size_t len, bool ascii);
void seq_vprintf(struct seq_file * __borrowed m, const char * __borrowed fmt,
		va_list args);

#endif /* _SAFE_FACTS_SYSFS_H */
