/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Messages.
 */
#ifndef _SAFE_FACTS_PRINT_H
#define _SAFE_FACTS_PRINT_H

#include <linux/printk.h>
#include <linux/dev_printk.h>
#include <linux/netdevice.h>
#include <linux/dynamic_debug.h>
#include <net/net_debug.h>
#include <safe/annotations.h>

int _printk(const char * __borrowed fmt, ...);
int dev_printk_emit(int level, const struct device * __borrowed dev,
		const char * __borrowed fmt, ...);
void _dev_printk(const char * __borrowed level, const struct device * __borrowed dev,
		const char * __borrowed fmt, ...);
void _dev_emerg(const struct device * __borrowed dev, const char * __borrowed fmt, ...);
void _dev_alert(const struct device * __borrowed dev, const char * __borrowed fmt, ...);
void _dev_crit(const struct device * __borrowed dev, const char * __borrowed fmt, ...);
void _dev_err(const struct device * __borrowed dev, const char * __borrowed fmt, ...);
void _dev_warn(const struct device * __borrowed dev, const char * __borrowed fmt, ...);
void _dev_notice(const struct device * __borrowed dev, const char * __borrowed fmt, ...);
void _dev_info(const struct device * __borrowed dev, const char * __borrowed fmt, ...);
void __dynamic_pr_debug(struct _ddebug * __borrowed descriptor,
		const char * __borrowed fmt, ...);
void __dynamic_dev_dbg(struct _ddebug * __borrowed descriptor,
		const struct device * __borrowed dev, const char * __borrowed fmt, ...);
void __dynamic_netdev_dbg(struct _ddebug * __borrowed descriptor,
		const struct net_device * __borrowed dev, const char * __borrowed fmt,
		...);
void netdev_err(const struct net_device * __borrowed dev, const char * __borrowed format,
		...);
void netdev_warn(const struct net_device * __borrowed dev, const char * __borrowed format,
		...);
void netdev_notice(const struct net_device * __borrowed dev,
		const char * __borrowed format, ...);
void netdev_info(const struct net_device * __borrowed dev, const char * __borrowed format,
		...);
void print_hex_dump(const char * __borrowed level, const char * __borrowed prefix_str,
		int prefix_type, int rowsize, int groupsize, const void * __borrowed buf,
		size_t len, bool ascii);
void print_hex_dump_debug(const char * __borrowed prefix_str, int prefix_type,
		int rowsize, int groupsize, const void * __borrowed buf, size_t len,
		bool ascii);

#endif /* _SAFE_FACTS_PRINT_H */
