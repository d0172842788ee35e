/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Wireless and Bluetooth.
 */
#ifndef _SAFE_FACTS_WIRELESS_H
#define _SAFE_FACTS_WIRELESS_H

#include <net/bluetooth/bluetooth.h>
#include <net/mac80211.h>
#include <net/cfg80211.h>
#include <net/bluetooth/hci_core.h>
#include <linux/rfkill.h>
#include <net/nfc/nfc.h>
#include <safe/annotations.h>

#define __frame __returns_owned __returns_null __released_by("kfree_skb", "consume_skb", \
	"ieee80211_free_txskb", "dev_kfree_skb_any", "dev_kfree_skb_irq", "kfree_skb_reason")
struct ieee80211_hw *ieee80211_alloc_hw_nm(size_t priv_data_len,
		const struct ieee80211_ops * __borrowed ops,
		const char * __borrowed requested_name) __returns_owned __returns_null
		__released_by("ieee80211_free_hw");
struct ieee80211_hw *ieee80211_alloc_hw(size_t priv_data_len,
		const struct ieee80211_ops * __borrowed ops) __returns_owned
		__returns_null __released_by("ieee80211_free_hw");
void ieee80211_free_hw(struct ieee80211_hw * __takes hw);
int ieee80211_register_hw(struct ieee80211_hw * __keeps_if("ret == 0")
		__raises_if("ret == 0", "ieee80211_unregister_hw") hw) __must_look;
void ieee80211_unregister_hw(struct ieee80211_hw * __lowers hw);
void ieee80211_rx_napi(struct ieee80211_hw * __borrowed hw,
		struct ieee80211_sta * __borrowed sta, struct sk_buff * __takes skb,
		struct napi_struct * __borrowed napi);
void ieee80211_rx_irqsafe(struct ieee80211_hw * __borrowed hw,
		struct sk_buff * __takes skb);
void ieee80211_tx_status(struct ieee80211_hw * __borrowed hw,
		struct sk_buff * __takes skb) __kernels("6.1");
void ieee80211_tx_status_skb(struct ieee80211_hw * __borrowed hw,
		struct sk_buff * __takes skb) __kernels("6.12", "7.3");
void ieee80211_tx_status_irqsafe(struct ieee80211_hw * __borrowed hw,
		struct sk_buff * __takes skb);
void ieee80211_free_txskb(struct ieee80211_hw * __borrowed hw,
		struct sk_buff * __takes skb);
struct ieee80211_sta *ieee80211_find_sta(struct ieee80211_vif * __borrowed vif,
		const u8 * __borrowed addr) __returns_none;
struct sk_buff *ieee80211_beacon_get_tim(struct ieee80211_hw * __borrowed hw,
		struct ieee80211_vif * __borrowed vif, u16 *tim_offset, u16 *tim_length,
		unsigned int link_id) __frame;
struct sk_buff *ieee80211_probereq_get(struct ieee80211_hw * __borrowed hw,
		const u8 * __borrowed src_addr, const u8 *ssid, size_t ssid_len,
		size_t tailroom) __frame;
struct sk_buff *ieee80211_nullfunc_get(struct ieee80211_hw * __borrowed hw,
		struct ieee80211_vif * __borrowed vif, int link_id, bool qos_ok) __frame;
struct sk_buff *ieee80211_pspoll_get(struct ieee80211_hw * __borrowed hw,
		struct ieee80211_vif * __borrowed vif) __frame;
void ieee80211_iterate_active_interfaces(struct ieee80211_hw * __borrowed hw,
		u32 iter_flags,
		void (*iterator)(void *data, u8 *mac, struct ieee80211_vif *vif),
		void *data);
void ieee80211_queue_work(struct ieee80211_hw * __borrowed hw, struct work_struct *work);
void ieee80211_wake_queues(struct ieee80211_hw * __borrowed hw);
void ieee80211_stop_queues(struct ieee80211_hw * __borrowed hw);
struct wiphy *wiphy_new_nm(const struct cfg80211_ops * __borrowed ops, int sizeof_priv,
		const char * __borrowed requested_name) __returns_owned __returns_null
		__released_by("wiphy_free");
struct wiphy *wiphy_new(const struct cfg80211_ops * __borrowed ops, int sizeof_priv)
		__returns_owned __returns_null __released_by("wiphy_free");
void wiphy_free(struct wiphy * __takes wiphy);
int wiphy_register(struct wiphy * __keeps_if("ret == 0") __raises_if("ret == 0",
		"wiphy_unregister") wiphy) __must_look;
void wiphy_unregister(struct wiphy * __lowers wiphy);
struct cfg80211_bss *cfg80211_get_bss(struct wiphy * __borrowed wiphy,
		struct ieee80211_channel * __borrowed channel,
		const u8 * __borrowed bssid, const u8 * __borrowed ssid, size_t ssid_len,
		enum ieee80211_bss_type bss_type, enum ieee80211_privacy privacy)
		__returns_owned __returns_none __released_by("cfg80211_put_bss");
void cfg80211_put_bss(struct wiphy * __borrowed wiphy, struct cfg80211_bss * __puts bss);
void cfg80211_ref_bss(struct wiphy * __borrowed wiphy,
		struct cfg80211_bss * __raises("cfg80211_put_bss") bss);
const struct element *cfg80211_find_elem_match(u8 eid, const u8 * __borrowed ies,
		unsigned int len, const u8 *match, unsigned int match_len,
		unsigned int match_offset) __returns_none;
struct hci_dev *hci_alloc_dev_priv(int sizeof_priv) __returns_owned __returns_null
		__released_by("hci_free_dev");
struct hci_dev *hci_alloc_dev(void) __returns_owned __returns_null
		__released_by("hci_free_dev");
void hci_free_dev(struct hci_dev * __puts hdev);
int hci_register_dev(struct hci_dev * __keeps_if("ret == 0") __raises_if("ret == 0",
		"hci_unregister_dev") hdev) __must_look;
void hci_unregister_dev(struct hci_dev * __lowers hdev);
int hci_recv_frame(struct hci_dev * __borrowed hdev, struct sk_buff * __takes skb);
struct hci_dev *hci_dev_get(int index) __returns_owned __returns_none
		__released_by("hci_dev_put");
void hci_dev_put(struct hci_dev * __puts d);
struct sk_buff *__hci_cmd_sync(struct hci_dev * __borrowed hdev, u16 opcode, u32 plen,
		const void * __borrowed param, u32 timeout) __returns_owned
		__returns_err_or_null __released_by("kfree_skb", "consume_skb");
struct rfkill *rfkill_alloc(const char * __borrowed name,
		struct device * __borrowed parent, const enum rfkill_type type,
		const struct rfkill_ops *ops, void *ops_data) __returns_owned
		__returns_null __released_by("rfkill_destroy");
int rfkill_register(struct rfkill * __keeps_if("ret == 0") __raises_if("ret == 0",
		"rfkill_unregister") rfkill) __must_look;
void rfkill_unregister(struct rfkill * __lowers rfkill);
void rfkill_destroy(struct rfkill * __takes rfkill);
struct nfc_dev *nfc_allocate_device(const struct nfc_ops * __borrowed ops,
		u32 supported_protocols, int tx_headroom, int tx_tailroom) __returns_owned
		__returns_null __released_by("nfc_free_device");
int nfc_register_device(struct nfc_dev * __keeps_if("ret == 0") __raises_if("ret == 0",
		"nfc_unregister_device") dev) __must_look;
void nfc_unregister_device(struct nfc_dev * __lowers dev);
void nfc_free_device(struct nfc_dev * __puts dev);

#endif /* _SAFE_FACTS_WIRELESS_H */
