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
#include <linux/rtnetlink.h>
#include <net/sock.h>
#include <linux/inetdevice.h>
#include <net/addrconf.h>
#include <net/netevent.h>
#include <net/net_namespace.h>
#include <net/rtnetlink.h>
#include <net/dst.h>
#include <net/route.h>
#include <net/ip6_route.h>
#include <net/neighbour.h>
#include <linux/net.h>
#include <linux/phy.h>
#include <linux/mdio.h>
#include <linux/phylink.h>
#include <linux/can/skb.h>
#include <linux/can/dev.h>
#include <linux/ethtool.h>
#include <safe/annotations.h>

#define __skb_object __returns_owned __returns_null \
	__released_by("kfree_skb", "consume_skb", "kfree_skb_reason", "__kfree_skb", \
		      "dev_kfree_skb_any", "dev_kfree_skb_irq", "dev_consume_skb_any", \
		      "dev_consume_skb_irq", "nlmsg_free")

#define __skb_dequeued __returns_owned __returns_none __released_by("kfree_skb", "consume_skb", \
	"kfree_skb_reason", "__kfree_skb", "dev_kfree_skb_any", "dev_kfree_skb_irq", \
	"dev_consume_skb_any", "dev_consume_skb_irq", "nlmsg_free", "skb_free_datagram")

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
struct sk_buff *skb_get(struct sk_buff * __returned __raises("kfree_skb", "consume_skb")
		skb);
void kfree_skb(struct sk_buff * __puts skb);
void kfree_skb_reason(struct sk_buff * __puts skb, enum skb_drop_reason reason);
void consume_skb(struct sk_buff * __puts skb);
void __kfree_skb(struct sk_buff * __puts skb);
void dev_kfree_skb_any(struct sk_buff * __puts skb);
void dev_kfree_skb_irq(struct sk_buff * __puts skb);
void dev_consume_skb_any(struct sk_buff * __puts skb);
void dev_consume_skb_irq(struct sk_buff * __puts skb);
void nlmsg_free(struct sk_buff * __puts skb);
void *skb_put(struct sk_buff * __borrowed __deref skb, unsigned int len);
void *skb_push(struct sk_buff * __borrowed __deref skb, unsigned int len);
void *skb_pull(struct sk_buff * __borrowed skb, unsigned int len);
void skb_trim(struct sk_buff * __borrowed skb, unsigned int len);
void *skb_put_data(struct sk_buff * __borrowed skb, const void * __borrowed __deref data,
		unsigned int len);
void *skb_put_zero(struct sk_buff * __borrowed skb, unsigned int len);
void skb_reserve(struct sk_buff * __borrowed skb, int len);
int nla_put(struct sk_buff * __borrowed __deref skb, int attrtype, int attrlen,
		const void * __borrowed data) __must_look;
void *genlmsg_put(struct sk_buff * __borrowed __deref skb, u32 portid, u32 seq,
		const struct genl_family *family, int flags, u8 cmd);
struct nlmsghdr *__nlmsg_put(struct sk_buff * __borrowed skb, u32 portid, u32 seq,
		int type, int len, int flags);
int dev_queue_xmit(struct sk_buff * __takes skb);
int __dev_queue_xmit(struct sk_buff * __takes skb, struct net_device *sb_dev);
int dev_queue_xmit_accel(struct sk_buff * __takes skb, struct net_device *sb_dev);
int netif_rx(struct sk_buff * __takes skb);
int netif_receive_skb(struct sk_buff * __takes skb);
gro_result_t napi_gro_receive(struct napi_struct * __borrowed napi,
		struct sk_buff * __takes skb);
int netlink_unicast(struct sock * __borrowed ssk, struct sk_buff * __takes skb,
		__u32 portid, int nonblock);
int netlink_broadcast(struct sock * __borrowed ssk, struct sk_buff * __takes skb,
		__u32 portid, __u32 group, gfp_t allocation);
int netlink_broadcast_filtered(struct sock * __borrowed ssk, struct sk_buff * __takes skb,
		__u32 portid, __u32 group, gfp_t allocation, netlink_filter_fn filter,
		void *filter_data) __kernels("6.12", "7.3");
int nlmsg_multicast(struct sock * __borrowed sk, struct sk_buff * __takes skb, u32 portid,
		unsigned int group, gfp_t flags);
int nlmsg_unicast(struct sock * __borrowed sk, struct sk_buff * __takes skb, u32 portid);
int nlmsg_notify(struct sock * __borrowed sk, struct sk_buff * __takes skb, u32 portid,
		unsigned int group, int report, gfp_t flags);
int genlmsg_unicast(struct net * __borrowed net, struct sk_buff * __takes skb,
		u32 portid);
int genlmsg_multicast_netns(const struct genl_family *family, struct net * __borrowed net,
		struct sk_buff * __takes skb, u32 portid, unsigned int group,
		gfp_t flags);
int genlmsg_multicast(const struct genl_family *family, struct sk_buff * __takes skb,
		u32 portid, unsigned int group, gfp_t flags);
int genlmsg_multicast_allns(const struct genl_family *family,
		struct sk_buff * __takes skb, u32 portid, unsigned int group);
int genlmsg_reply(struct sk_buff * __takes skb, struct genl_info *info);
void genl_notify(const struct genl_family *family, struct sk_buff * __takes skb,
		struct genl_info *info, u32 group, gfp_t flags);
int rtnl_unicast(struct sk_buff * __takes skb, struct net *net, u32 pid);
void rtnl_notify(struct sk_buff * __takes skb, struct net *net, u32 pid, u32 group,
		const struct nlmsghdr *nlh, gfp_t flags);
void skb_queue_tail(struct sk_buff_head * __borrowed __deref list,
		struct sk_buff * __deref newsk);
void skb_queue_head(struct sk_buff_head * __borrowed list, struct sk_buff *newsk);
void skb_queue_purge(struct sk_buff_head * __borrowed list);
struct sk_buff *skb_dequeue(struct sk_buff_head * __borrowed list) __skb_dequeued;
struct sk_buff *skb_dequeue_tail(struct sk_buff_head * __borrowed list) __skb_dequeued;
struct sk_buff *__skb_dequeue(struct sk_buff_head * __borrowed list) __skb_dequeued;
struct sk_buff *__skb_dequeue_tail(struct sk_buff_head * __borrowed list) __skb_dequeued;
struct sk_buff *skb_peek(const struct sk_buff_head * __borrowed list_) __returns_none;
struct sk_buff *skb_peek_tail(const struct sk_buff_head * __borrowed list_)
		__returns_none;
struct sk_buff *skb_recv_datagram(struct sock * __borrowed sk, unsigned int flags,
		int * __borrowed err) __skb_object;
void skb_free_datagram(struct sock * __borrowed sk, struct sk_buff * __puts skb);
struct sk_buff *sock_alloc_send_skb(struct sock * __borrowed sk, unsigned long size,
		int noblock, int * __borrowed errcode) __skb_object;
struct sk_buff *sock_alloc_send_pskb(struct sock * __borrowed sk,
		unsigned long header_len, unsigned long data_len, int noblock,
		int * __borrowed errcode, int max_page_order) __skb_object;
struct sk_buff *sock_wmalloc(struct sock * __borrowed sk, unsigned long size, int force,
		gfp_t priority) __skb_object;
struct sk_buff *alloc_skb_with_frags(unsigned long header_len, unsigned long data_len,
		int max_page_order, int * __borrowed errcode, gfp_t gfp_mask)
		__skb_object;
struct sk_buff *alloc_skb_fclone(unsigned int size, gfp_t priority) __skb_object;
struct sk_buff *napi_alloc_skb(struct napi_struct * __borrowed napi, unsigned int length)
		__skb_object;
struct sk_buff *__napi_alloc_skb(struct napi_struct * __borrowed napi,
		unsigned int length, gfp_t gfp_mask) __skb_object __kernels("6.1");
struct sk_buff *build_skb(void *data, unsigned int frag_size) __skb_object;
struct sk_buff *skb_copy_expand(const struct sk_buff * __borrowed skb, int newheadroom,
		int newtailroom, gfp_t priority) __skb_object;
struct sk_buff *skb_realloc_headroom(struct sk_buff * __borrowed skb,
		unsigned int headroom) __skb_object;
struct sk_buff *__pskb_copy_fclone(struct sk_buff * __borrowed skb, int headroom,
		gfp_t gfp_mask, bool fclone) __skb_object;
struct sk_buff *pskb_copy(struct sk_buff * __borrowed skb, gfp_t gfp_mask) __skb_object;
struct sk_buff *pskb_copy_for_clone(struct sk_buff * __borrowed skb, gfp_t gfp_mask)
		__skb_object;
struct sk_buff *skb_share_check(struct sk_buff * __takes skb, gfp_t pri) __skb_object;
struct sk_buff *skb_unshare(struct sk_buff * __takes skb, gfp_t pri) __skb_object;
struct sk_buff *skb_clone_sk(struct sk_buff * __borrowed skb) __skb_object;
int skb_pad(struct sk_buff * __takes_if("ret != 0") skb, int pad) __must_look;
int skb_padto(struct sk_buff * __takes_if("ret != 0") skb, unsigned int len) __must_look;
int skb_put_padto(struct sk_buff * __takes_if("ret < 0") skb, unsigned int len)
		__must_look;
int eth_skb_pad(struct sk_buff * __takes_if("ret != 0") skb) __must_look;
int skb_linearize(struct sk_buff * __borrowed skb) __must_look;
int skb_cow(struct sk_buff * __borrowed skb, unsigned int headroom) __must_look;
int skb_cow_head(struct sk_buff * __borrowed skb, unsigned int headroom) __must_look;
int skb_copy_bits(const struct sk_buff * __borrowed skb, int offset, void * __borrowed to,
		int len) __must_look;
int skb_store_bits(struct sk_buff * __borrowed skb, int offset,
		const void * __borrowed from, int len) __must_look;
int skb_checksum_help(struct sk_buff * __borrowed skb) __must_look;
int skb_ensure_writable(struct sk_buff * __borrowed skb, unsigned int write_len)
		__must_look;
int pskb_expand_head(struct sk_buff * __borrowed skb, int nhead, int ntail,
		gfp_t gfp_mask) __must_look;
bool pskb_may_pull(struct sk_buff * __borrowed skb, unsigned int len) __must_look;
void *skb_header_pointer(const struct sk_buff * __borrowed skb, int offset, int len,
		void * __borrowed buffer) __returns_none;
int skb_copy_datagram_iter(const struct sk_buff * __borrowed from, int offset,
		struct iov_iter * __borrowed to, int size) __must_look;
int skb_copy_datagram_msg(const struct sk_buff * __borrowed from, int offset,
		struct msghdr * __borrowed msg, int size) __must_look;
__wsum skb_copy_and_csum_bits(const struct sk_buff * __borrowed skb, int offset,
		u8 * __borrowed to, int len);
int skb_to_sgvec(struct sk_buff * __borrowed skb, struct scatterlist * __borrowed sg,
		int offset, int len) __must_look;
void skb_copy_to_linear_data(struct sk_buff * __borrowed skb,
		const void * __borrowed from, const unsigned int len);
void skb_copy_from_linear_data(const struct sk_buff * __borrowed skb,
		void * __borrowed to, const unsigned int len);
unsigned int skb_headroom(const struct sk_buff * __borrowed skb);
int skb_tailroom(const struct sk_buff * __borrowed skb);
bool skb_is_nonlinear(const struct sk_buff * __borrowed skb);
void skb_reset_mac_header(struct sk_buff * __borrowed skb);
void skb_reset_network_header(struct sk_buff * __borrowed skb);
void skb_set_network_header(struct sk_buff * __borrowed skb, const int offset);
unsigned int skb_headlen(const struct sk_buff * __borrowed skb);
int skb_add_data(struct sk_buff * __borrowed skb, struct iov_iter * __borrowed from,
		int copy) __must_look __kernels("6.1", "6.12");
__be16 eth_type_trans(struct sk_buff * __borrowed __deref skb,
		struct net_device * __borrowed __deref dev);
void skb_tx_timestamp(struct sk_buff * __borrowed skb);
__wsum skb_checksum(const struct sk_buff * __borrowed skb, int offset, int len,
		__wsum csum);
void *skb_pull_data(struct sk_buff * __borrowed skb, size_t len);
void __skb_trim(struct sk_buff * __borrowed skb, unsigned int len);
void *__pskb_pull_tail(struct sk_buff * __borrowed skb, int delta) __returns_none;
int nla_put_string(struct sk_buff * __borrowed skb, int attrtype,
		const char * __borrowed str) __must_look;
int nla_put_u8(struct sk_buff * __borrowed skb, int attrtype, u8 value) __must_look;
int nla_put_u16(struct sk_buff * __borrowed skb, int attrtype, u16 value) __must_look;
int nla_put_u32(struct sk_buff * __borrowed skb, int attrtype, u32 value) __must_look;
int nla_put_flag(struct sk_buff * __borrowed skb, int attrtype) __must_look;
int nla_put_nohdr(struct sk_buff * __borrowed skb, int attrlen,
		const void * __borrowed data) __must_look;
struct nlattr *nla_reserve(struct sk_buff * __borrowed skb, int attrtype, int attrlen)
		__returns_none;
struct nlattr *nla_nest_start(struct sk_buff * __borrowed skb, int attrtype)
		__returns_none;
struct nlattr *nla_nest_start_noflag(struct sk_buff * __borrowed skb, int attrtype)
		__returns_none;
int nla_nest_end(struct sk_buff * __borrowed skb, struct nlattr *start);
void nla_nest_cancel(struct sk_buff * __borrowed skb, struct nlattr *start);
struct nlattr *nla_find(const struct nlattr * __borrowed head, int len, int attrtype)
		__returns_none;
int nla_memcpy(void * __borrowed dest, const struct nlattr * __borrowed src, int count);
int nla_strcmp(const struct nlattr * __borrowed nla, const char * __borrowed str);
ssize_t nla_strscpy(char * __borrowed dst, const struct nlattr * __borrowed nla,
		size_t dstsize);
char *nla_strdup(const struct nlattr * __borrowed nla, gfp_t flags) __returns_owned
		__returns_null __released_by("kfree");
void *nla_memdup(const struct nlattr * __borrowed src, gfp_t gfp) __returns_owned
		__returns_null __released_by("kfree");
struct nlmsghdr *nlmsg_put(struct sk_buff * __borrowed skb, u32 portid, u32 seq, int type,
		int payload, int flags) __returns_none;
void nlmsg_end(struct sk_buff * __borrowed skb, struct nlmsghdr * __borrowed nlh);
void nlmsg_trim(struct sk_buff * __borrowed skb, const void *mark);
void genlmsg_end(struct sk_buff * __borrowed skb, void * __borrowed hdr);
void genlmsg_cancel(struct sk_buff * __borrowed skb, void * __borrowed hdr);
int genl_register_family(struct genl_family * __raises_if("ret == 0",
		"genl_unregister_family") family) __must_look;
int genl_unregister_family(const struct genl_family * __lowers family);
struct sock *__netlink_kernel_create(struct net * __borrowed net, int unit,
		struct module *module, struct netlink_kernel_cfg *cfg)
		__returns_owned __returns_null __released_by("netlink_kernel_release");
struct sock *netlink_kernel_create(struct net * __borrowed net, int unit,
		struct netlink_kernel_cfg *cfg) __returns_owned __returns_null
		__released_by("netlink_kernel_release");
void netlink_kernel_release(struct sock * __takes sk);
int netlink_register_notifier(struct notifier_block * __raises_if("ret == 0",
		"netlink_unregister_notifier") nb) __must_look;
int netlink_unregister_notifier(struct notifier_block * __lowers nb);
int register_netdev(struct net_device * __keeps_if("ret == 0") __raises_if("ret == 0",
		"unregister_netdev") dev) __must_look;
int register_netdevice(struct net_device * __keeps_if("ret == 0") __raises_if("ret == 0",
		"unregister_netdevice_queue") dev) __must_look;
void unregister_netdev(struct net_device * __lowers dev);
void unregister_netdevice_queue(struct net_device * __lowers dev, struct list_head *head);
int devm_register_netdev(struct device * __borrowed dev,
		struct net_device * __keeps_if("ret == 0") ndev) __must_look;
int register_netdevice_notifier(struct notifier_block * __raises_if("ret == 0",
		"unregister_netdevice_notifier") nb) __must_look;
int unregister_netdevice_notifier(struct notifier_block * __lowers nb);
int register_inetaddr_notifier(struct notifier_block * __raises_if("ret == 0",
		"unregister_inetaddr_notifier") nb) __must_look;
int unregister_inetaddr_notifier(struct notifier_block * __lowers nb);
int register_inet6addr_notifier(struct notifier_block * __raises_if("ret == 0",
		"unregister_inet6addr_notifier") nb) __must_look;
int unregister_inet6addr_notifier(struct notifier_block * __lowers nb);
int register_netevent_notifier(struct notifier_block * __raises_if("ret == 0",
		"unregister_netevent_notifier") nb) __must_look;
int unregister_netevent_notifier(struct notifier_block * __lowers nb);
int register_pernet_subsys(struct pernet_operations * __raises_if("ret == 0",
		"unregister_pernet_subsys")) __must_look;
void unregister_pernet_subsys(struct pernet_operations * __lowers);
int register_pernet_device(struct pernet_operations * __raises_if("ret == 0",
		"unregister_pernet_device")) __must_look;
void unregister_pernet_device(struct pernet_operations * __lowers);
int rtnl_link_register(struct rtnl_link_ops * __raises_if("ret == 0",
		"rtnl_link_unregister") ops) __must_look;
void rtnl_link_unregister(struct rtnl_link_ops * __lowers ops);
struct net_device *dev_get_by_name(struct net * __borrowed net,
		const char * __borrowed name) __returns_owned __returns_none
		__released_by("dev_put", "netdev_put");
struct net_device *dev_get_by_index(struct net * __borrowed net, int ifindex)
		__returns_owned __returns_none __released_by("dev_put", "netdev_put");
struct net_device *__dev_get_by_name(struct net * __borrowed net,
		const char * __borrowed name) __returns_none;
struct net_device *__dev_get_by_index(struct net * __borrowed net, int ifindex)
		__returns_none;
struct net_device *dev_get_by_name_rcu(struct net * __borrowed net,
		const char * __borrowed name) __returns_none;
struct net_device *dev_get_by_index_rcu(struct net * __borrowed net, int ifindex)
		__returns_none;
void dev_hold(struct net_device * __raises("dev_put", "netdev_put") dev);
void dev_put(struct net_device * __puts dev);
void netdev_put(struct net_device * __puts dev, netdevice_tracker *tracker);
int dev_open(struct net_device * __borrowed dev, struct netlink_ext_ack *extack)
		__must_look;
void dev_close(struct net_device * __borrowed dev);
int dev_set_mtu(struct net_device * __borrowed, int) __must_look;
int dev_set_promiscuity(struct net_device * __borrowed dev, int inc);
int dev_set_allmulti(struct net_device * __borrowed dev, int inc);
int dev_alloc_name(struct net_device * __borrowed dev, const char * __borrowed name)
		__must_look;
int dev_uc_add(struct net_device * __borrowed dev, const unsigned char * __borrowed addr);
int dev_mc_add(struct net_device * __borrowed dev, const unsigned char * __borrowed addr);
int netif_set_real_num_tx_queues(struct net_device * __borrowed dev, unsigned int txq)
		__must_look;
int netif_set_real_num_rx_queues(struct net_device * __borrowed dev, unsigned int rxq)
		__must_look;
int netif_set_real_num_queues(struct net_device * __borrowed dev, unsigned int txq,
		unsigned int rxq) __must_look;
int netdev_rx_handler_register(struct net_device * __borrowed dev,
		rx_handler_func_t *rx_handler, void *rx_handler_data) __must_look;
void netdev_rx_handler_unregister(struct net_device * __borrowed dev);
int netdev_upper_dev_link(struct net_device * __borrowed dev,
		struct net_device *upper_dev, struct netlink_ext_ack * __borrowed extack)
		__must_look;
void netdev_upper_dev_unlink(struct net_device * __borrowed dev,
		struct net_device * __borrowed upper_dev);
int netdev_master_upper_dev_link(struct net_device * __borrowed dev,
		struct net_device *upper_dev, void *upper_priv,
		void * __borrowed upper_info, struct netlink_ext_ack * __borrowed extack)
		__must_look;
struct net_device *netdev_master_upper_dev_get(struct net_device * __borrowed dev)
		__returns_none;
void netif_carrier_on(struct net_device * __borrowed dev);
void netif_carrier_off(struct net_device * __borrowed dev);
void netif_device_attach(struct net_device * __borrowed dev);
void netif_device_detach(struct net_device * __borrowed dev);
void netif_tx_wake_queue(struct netdev_queue * __borrowed dev_queue);
void netif_schedule_queue(struct netdev_queue * __borrowed txq);
void napi_enable(struct napi_struct * __borrowed __raises("napi_disable") n);
void napi_disable(struct napi_struct * __borrowed __lowers n) __sleeps;
bool napi_complete_done(struct napi_struct * __borrowed n, int work_done);
void __napi_schedule(struct napi_struct * __borrowed n);
bool napi_schedule_prep(struct napi_struct * __borrowed n);
void ether_setup(struct net_device * __borrowed dev);
int eth_validate_addr(struct net_device * __borrowed dev);
int eth_mac_addr(struct net_device * __borrowed dev, void * __borrowed p);
int eth_platform_get_mac_address(struct device * __borrowed dev,
		u8 * __borrowed mac_addr);
void dev_addr_mod(struct net_device * __borrowed dev, unsigned int offset,
		const void * __borrowed addr, size_t len);
struct rtnl_link_stats64 *dev_get_stats(struct net_device * __borrowed dev,
		struct rtnl_link_stats64 * __borrowed storage);
void dev_add_pack(struct packet_type * __raises("dev_remove_pack", "__dev_remove_pack")
		pt);
void dev_remove_pack(struct packet_type * __lowers pt);
void __dev_remove_pack(struct packet_type * __lowers pt);
struct net *get_net(struct net * __returned __raises("put_net") net);
void put_net(struct net * __puts net);
struct net *get_net_ns_by_fd(int fd) __returns_owned __returns_err
		__released_by("put_net");
struct net *get_net_ns_by_pid(pid_t pid) __returns_owned __returns_err
		__released_by("put_net");
void dst_release(struct dst_entry * __puts dst);
void dst_hold(struct dst_entry * __raises("dst_release") dst);
struct dst_entry *dst_clone(struct dst_entry * __returned __raises("dst_release") dst);
void ip_rt_put(struct rtable * __puts rt);
struct rtable *ip_route_output_flow(struct net * __borrowed,
		struct flowi4 * __borrowed flp, const struct sock * __borrowed sk)
		__returns_owned __returns_err __released_by("ip_rt_put", "dst_release");
struct rtable *ip_route_output_key(struct net * __borrowed net,
		struct flowi4 * __borrowed flp) __returns_owned __returns_err
		__released_by("ip_rt_put", "dst_release");
struct rtable *ip_route_output_key_hash(struct net * __borrowed net,
		struct flowi4 * __borrowed flp, const struct sk_buff * __borrowed skb)
		__returns_owned __returns_err __released_by("ip_rt_put", "dst_release");
struct dst_entry *ip6_route_output_flags(struct net * __borrowed net,
		const struct sock * __borrowed sk, struct flowi6 * __borrowed fl6,
		int flags) __returns_owned __released_by("dst_release");
struct dst_entry *ip6_route_output(struct net * __borrowed net,
		const struct sock * __borrowed sk, struct flowi6 * __borrowed fl6)
		__returns_owned __released_by("dst_release");
struct neighbour *neigh_lookup(struct neigh_table * __borrowed tbl,
		const void * __borrowed pkey, struct net_device * __borrowed dev)
		__returns_owned __returns_none __released_by("neigh_release");
void neigh_release(struct neighbour * __puts neigh);
struct in_device *in_dev_get(const struct net_device * __borrowed dev) __returns_owned
		__returns_none __released_by("in_dev_put");
void in_dev_put(struct in_device * __puts idev);
struct inet6_dev *in6_dev_get(const struct net_device * __borrowed dev) __returns_owned
		__returns_none __released_by("in6_dev_put");
void in6_dev_put(struct inet6_dev * __puts idev);
struct sock *sk_alloc(struct net * __borrowed net, int family, gfp_t priority,
		struct proto * __borrowed prot, int kern) __returns_owned __returns_null
		__released_by("sk_free", "sock_put", "sk_common_release");
void sk_free(struct sock * __puts sk);
void sock_hold(struct sock * __raises("sock_put", "__sock_put") sk);
void sock_put(struct sock * __puts sk);
void __sock_put(struct sock * __puts sk);
int sock_create(int family, int type, int proto, struct socket * __owned *res)
		__released_by("sock_release");
int sock_create_kern(struct net * __borrowed net, int family, int type, int proto,
		struct socket * __owned *res) __released_by("sock_release");
int sock_create_lite(int family, int type, int proto, struct socket * __owned *res)
		__released_by("sock_release");
void sock_release(struct socket * __takes sock);
int kernel_accept(struct socket * __borrowed sock, struct socket * __owned *newsock,
		int flags) __released_by("sock_release");
int kernel_listen(struct socket * __borrowed sock, int backlog) __must_look;
int kernel_sendmsg(struct socket * __borrowed sock, struct msghdr * __borrowed msg,
		struct kvec * __borrowed vec, size_t num, size_t len);
int kernel_recvmsg(struct socket * __borrowed sock, struct msghdr * __borrowed msg,
		struct kvec * __borrowed vec, size_t num, size_t len, int flags);
int kernel_sock_shutdown(struct socket * __borrowed sock, enum sock_shutdown_cmd how);
int kernel_getsockname(struct socket * __borrowed sock,
		struct sockaddr * __borrowed addr);
int kernel_getpeername(struct socket * __borrowed sock,
		struct sockaddr * __borrowed addr);
struct file *sock_alloc_file(struct socket *sock, int flags,
		const char * __borrowed dname) __returns_err;
struct socket *sockfd_lookup(int fd, int * __borrowed err) __returns_none;
int proto_register(struct proto * __raises_if("ret == 0", "proto_unregister") prot,
		int alloc_slab) __must_look;
void proto_unregister(struct proto * __lowers prot);
struct mii_bus *mdiobus_alloc_size(size_t size) __returns_owned __returns_null
		__released_by("mdiobus_free");
struct mii_bus *mdiobus_alloc(void) __returns_owned __returns_null
		__released_by("mdiobus_free");
void mdiobus_free(struct mii_bus * __puts bus);
int __mdiobus_register(struct mii_bus * __borrowed __raises_if("ret == 0",
		"mdiobus_unregister") bus, struct module *owner) __must_look;
void mdiobus_unregister(struct mii_bus * __lowers bus);
struct mii_bus *devm_mdiobus_alloc_size(struct device * __borrowed dev, int sizeof_priv)
		__returns_null;
struct mii_bus *devm_mdiobus_alloc(struct device * __borrowed dev) __returns_null;
int __devm_mdiobus_register(struct device * __borrowed dev, struct mii_bus *bus,
		struct module *owner) __must_look;
int mdiobus_read(struct mii_bus * __borrowed bus, int addr, u32 regnum);
int mdiobus_write(struct mii_bus * __borrowed bus, int addr, u32 regnum, u16 val);
struct phy_device *mdiobus_get_phy(struct mii_bus * __borrowed bus, int addr)
		__returns_none;
struct phy_device *phy_device_create(struct mii_bus * __borrowed bus, int addr,
		u32 phy_id, bool is_c45, struct phy_c45_device_ids * __borrowed c45_ids)
		__returns_owned __returns_err
		__released_by("phy_device_free", "put_device");
struct phy_device *get_phy_device(struct mii_bus * __borrowed bus, int addr, bool is_c45)
		__returns_owned __returns_err
		__released_by("phy_device_free", "put_device");
int phy_device_register(struct phy_device * __keeps_if("ret == 0") __raises_if("ret == 0",
		"phy_device_remove") phy) __must_look;
void phy_device_remove(struct phy_device * __lowers phydev);
void phy_device_free(struct phy_device * __puts phydev);
struct phy_device *phy_find_first(struct mii_bus * __borrowed bus) __returns_none;
struct phy_device *phy_attach(struct net_device * __borrowed dev,
		const char * __borrowed bus_id, phy_interface_t interface) __returns_err
		__kernels("6.1", "6.12");
int phy_attach_direct(struct net_device * __borrowed dev,
		struct phy_device * __borrowed phydev, u32 flags,
		phy_interface_t interface) __must_look;
int phy_connect_direct(struct net_device * __borrowed dev,
		struct phy_device * __borrowed phydev,
		void (*handler)(struct net_device *), phy_interface_t interface)
		__must_look;
void phy_disconnect(struct phy_device * __borrowed __deref phydev);
void phy_detach(struct phy_device * __borrowed phydev);
void phy_start(struct phy_device * __borrowed __deref phydev);
void phy_stop(struct phy_device * __borrowed __deref phydev);
int phy_read_status(struct phy_device * __borrowed phydev);
int phy_init_hw(struct phy_device * __borrowed phydev) __must_look;
int phy_driver_register(struct phy_driver * __raises_if("ret == 0",
		"phy_driver_unregister") new_driver, struct module *owner) __must_look
		__kernels("6.1", "6.12");
void phy_driver_unregister(struct phy_driver * __lowers drv) __kernels("6.1", "6.12");
int phy_drivers_register(struct phy_driver * __raises_if("ret == 0",
		"phy_drivers_unregister") new_driver, int n, struct module *owner)
		__must_look;
void phy_drivers_unregister(struct phy_driver * __lowers drv, int n);
int phy_modify(struct phy_device * __borrowed phydev, u32 regnum, u16 mask, u16 set);
void phy_ethtool_ksettings_get(struct phy_device * __borrowed phydev,
		struct ethtool_link_ksettings * __borrowed cmd);
int phy_ethtool_ksettings_set(struct phy_device * __borrowed phydev,
		const struct ethtool_link_ksettings * __borrowed cmd);
struct phylink *phylink_create(struct phylink_config *,
		struct fwnode_handle * __borrowed, phy_interface_t iface,
		const struct phylink_mac_ops *mac_ops) __returns_err;
void phylink_destroy(struct phylink * __takes);
int phylink_of_phy_connect(struct phylink * __borrowed, struct device_node * __borrowed,
		u32 flags) __must_look;
int phylink_fwnode_phy_connect(struct phylink * __borrowed pl,
		struct fwnode_handle * __borrowed fwnode, u32 flags) __must_look;
void phylink_disconnect_phy(struct phylink * __borrowed);
void phylink_start(struct phylink * __borrowed);
void phylink_stop(struct phylink * __borrowed);
struct sk_buff *alloc_can_skb(struct net_device * __borrowed dev,
		struct can_frame ** __borrowed cf) __skb_object;
struct sk_buff *alloc_can_err_skb(struct net_device * __borrowed dev,
		struct can_frame ** __borrowed cf) __skb_object;
struct sk_buff *alloc_canfd_skb(struct net_device * __borrowed dev,
		struct canfd_frame ** __borrowed cfd) __skb_object;
struct net_device *alloc_candev_mqs(int sizeof_priv, unsigned int echo_skb_max,
		unsigned int txqs, unsigned int rxqs) __returns_owned __returns_null
		__released_by("free_candev", "free_netdev");
void free_candev(struct net_device * __takes dev);
int register_candev(struct net_device * __keeps_if("ret == 0") __raises_if("ret == 0",
		"unregister_candev") dev) __must_look;
void unregister_candev(struct net_device * __lowers dev);
int open_candev(struct net_device * __borrowed __raises_if("ret == 0", "close_candev")
		dev) __must_look;
void close_candev(struct net_device * __borrowed __lowers dev);
unsigned int can_get_echo_skb(struct net_device * __borrowed dev, unsigned int idx,
		unsigned int *frame_len_ptr);
int can_put_echo_skb(struct sk_buff *skb, struct net_device * __borrowed dev,
		unsigned int idx, unsigned int frame_len);
void unregister_netdevice_many(struct list_head * __borrowed head);
u32 ethtool_op_get_link(struct net_device * __borrowed dev);
void sk_common_release(struct sock * __puts sk);

#endif /* _SAFE_FACTS_NETDEVICE_H */
