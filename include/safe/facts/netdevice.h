/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Network devices and packets.  Packets are counted.
 */
#ifndef _SAFE_FACTS_NETDEVICE_H
#define _SAFE_FACTS_NETDEVICE_H

#include <linux/netdevice.h>
#include <linux/etherdevice.h>
#include <linux/skbuff.h>
#include <net/netlink.h>
#include <net/genetlink.h>
#include <linux/netlink.h>
#include <safe/annotations.h>

#define __skb_object __returns_owned __returns_null \
	__released_by("kfree_skb", "consume_skb", "kfree_skb_reason", "__kfree_skb", \
		      "dev_kfree_skb_any", "dev_kfree_skb_irq", "dev_consume_skb_any", \
		      "dev_consume_skb_irq", "nlmsg_free")

struct net_device *alloc_netdev_mqs(int sizeof_priv, const char *name,
		unsigned char name_assign_type, void (*setup)(struct net_device *),
		unsigned int txqs, unsigned int rxqs) __returns_owned __returns_null
		__released_by("free_netdev");
struct net_device *alloc_etherdev_mqs(int sizeof_priv, unsigned int txqs,
		unsigned int rxqs) __returns_owned __returns_null
		__released_by("free_netdev");
struct net_device *devm_alloc_etherdev_mqs(struct device * __borrowed dev,
		int sizeof_priv, unsigned int txqs, unsigned int rxqs) __returns_borrowed
		__returns_null;
void free_netdev(struct net_device * __takes dev);

struct sk_buff *alloc_skb(unsigned int size, gfp_t priority) __skb_object;
struct sk_buff *__alloc_skb(unsigned int size, gfp_t priority, int flags, int node)
		__skb_object;
struct sk_buff *__netdev_alloc_skb(struct net_device * __borrowed dev,
		unsigned int length, gfp_t gfp_mask) __skb_object;
struct sk_buff *netdev_alloc_skb(struct net_device * __borrowed dev, unsigned int length)
		__skb_object;
struct sk_buff *netdev_alloc_skb_ip_align(struct net_device * __borrowed dev,
		unsigned int length) __skb_object;
struct sk_buff *dev_alloc_skb(unsigned int length) __skb_object;
struct sk_buff *nlmsg_new(size_t payload, gfp_t flags) __skb_object;
struct sk_buff *genlmsg_new(size_t payload, gfp_t flags) __skb_object;
struct sk_buff *skb_clone(struct sk_buff * __borrowed skb, gfp_t priority) __skb_object;
struct sk_buff *skb_copy(const struct sk_buff * __borrowed skb, gfp_t priority)
		__skb_object;
void kfree_skb(struct sk_buff * __puts skb);
void kfree_skb_reason(struct sk_buff * __puts skb, enum skb_drop_reason reason);
void consume_skb(struct sk_buff * __puts skb);
void __kfree_skb(struct sk_buff * __puts skb);
void dev_kfree_skb_any(struct sk_buff * __puts skb);
void dev_kfree_skb_irq(struct sk_buff * __puts skb);
void dev_consume_skb_any(struct sk_buff * __puts skb);
void dev_consume_skb_irq(struct sk_buff * __puts skb);
void nlmsg_free(struct sk_buff * __puts skb);
void *skb_put(struct sk_buff * __borrowed skb, unsigned int len);
void *skb_push(struct sk_buff * __borrowed skb, unsigned int len);
void *skb_pull(struct sk_buff * __borrowed skb, unsigned int len);
void skb_trim(struct sk_buff * __borrowed skb, unsigned int len);
void *skb_put_data(struct sk_buff * __borrowed skb, const void * __borrowed __deref data,
		unsigned int len);
void *skb_put_zero(struct sk_buff * __borrowed skb, unsigned int len);
void skb_reserve(struct sk_buff * __borrowed skb, int len);
int nla_put(struct sk_buff * __borrowed skb, int attrtype, int attrlen,
		const void * __borrowed data);
void *genlmsg_put(struct sk_buff * __borrowed skb, u32 portid, u32 seq,
		const struct genl_family *family, int flags, u8 cmd);
struct nlmsghdr *__nlmsg_put(struct sk_buff * __borrowed skb, u32 portid, u32 seq,
		int type, int len, int flags);

#endif /* _SAFE_FACTS_NETDEVICE_H */
