/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Attributes in sysfs.
 */
#ifndef _SAFE_FACTS_SYSFS_H
#define _SAFE_FACTS_SYSFS_H

#include <linux/sysfs.h>
#include <linux/seq_file.h>
#include <safe/annotations.h>

int sysfs_emit(char * __borrowed buf, const char * __borrowed fmt, ...);
int sysfs_emit_at(char * __borrowed buf, int at, const char * __borrowed fmt, ...);
void seq_printf(struct seq_file * __borrowed m, const char * __borrowed fmt, ...);
void seq_puts(struct seq_file * __borrowed m, const char * __borrowed s);
void seq_putc(struct seq_file * __borrowed m, char c);
int seq_write(struct seq_file * __borrowed seq, const void * __borrowed data, size_t len);

#endif /* _SAFE_FACTS_SYSFS_H */
