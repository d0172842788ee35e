// SPDX-License-Identifier: GPL-2.0
/*
 * The kernel's own functions that change where the program runs, and where the kernel
 * calls what drivers give it.  What is inline here is a function around another one that
 * does the same: what the outer one is called decides.
 */
#include "context_calls.h"
#include "../names.h"

namespace safe {

namespace {

/* name, spin, preempt, bh, irq, rcu, faults, tries, which argument is the lock */
const level_call calls[] = {
#define LOCK(name, bh, irq)	{ name, 1, 0, bh, irq, 0, 0, false, 0 }
#define TRY(name, bh, irq)	{ name, 1, 0, bh, irq, 0, 0, true, 0 }
#define UNLOCK(name, bh, irq)	{ name, -1, 0, -bh, -irq, 0, 0, false, 0 }
	LOCK("spin_lock", 0, 0), LOCK("spin_lock_bh", 1, 0), LOCK("spin_lock_irq", 0, 1),
	LOCK("_raw_spin_lock", 0, 0), LOCK("_raw_spin_lock_nested", 0, 0),
	LOCK("_raw_spin_lock_nest_lock", 0, 0), LOCK("_raw_spin_lock_bh", 1, 0),
	LOCK("_raw_spin_lock_irq", 0, 1), LOCK("_raw_spin_lock_irqsave", 0, 1),
	LOCK("_raw_spin_lock_irqsave_nested", 0, 1),
	TRY("spin_trylock", 0, 0), TRY("spin_trylock_bh", 1, 0),
	TRY("spin_trylock_irq", 0, 1), TRY("_spin_trylock_irqsave", 0, 1),
	TRY("_raw_spin_trylock", 0, 0), TRY("_raw_spin_trylock_bh", 1, 0),
	TRY("_raw_spin_trylock_irq", 0, 1), TRY("_raw_spin_trylock_irqsave", 0, 1),
	UNLOCK("spin_unlock", 0, 0), UNLOCK("spin_unlock_bh", 1, 0),
	UNLOCK("spin_unlock_irq", 0, 1), UNLOCK("spin_unlock_irqrestore", 0, 1),
	UNLOCK("_raw_spin_unlock", 0, 0), UNLOCK("_raw_spin_unlock_bh", 1, 0),
	UNLOCK("_raw_spin_unlock_irq", 0, 1), UNLOCK("_raw_spin_unlock_irqrestore", 0, 1),
	UNLOCK("__raw_spin_unlock", 0, 0), UNLOCK("__raw_spin_unlock_irq", 0, 1),
	LOCK("_raw_read_lock", 0, 0), LOCK("_raw_read_lock_bh", 1, 0),
	LOCK("_raw_read_lock_irq", 0, 1), LOCK("_raw_read_lock_irqsave", 0, 1),
	TRY("_raw_read_trylock", 0, 0),
	LOCK("_raw_write_lock", 0, 0), LOCK("_raw_write_lock_nested", 0, 0),
	LOCK("_raw_write_lock_bh", 1, 0), LOCK("_raw_write_lock_irq", 0, 1),
	LOCK("_raw_write_lock_irqsave", 0, 1), TRY("_raw_write_trylock", 0, 0),
	UNLOCK("_raw_read_unlock", 0, 0), UNLOCK("_raw_read_unlock_bh", 1, 0),
	UNLOCK("_raw_read_unlock_irq", 0, 1), UNLOCK("_raw_read_unlock_irqrestore", 0, 1),
	UNLOCK("_raw_write_unlock", 0, 0), UNLOCK("_raw_write_unlock_bh", 1, 0),
	UNLOCK("_raw_write_unlock_irq", 0, 1), UNLOCK("_raw_write_unlock_irqrestore", 0, 1),
	LOCK("write_seqlock", 0, 0), LOCK("write_seqlock_bh", 1, 0),
	LOCK("write_seqlock_irq", 0, 1), LOCK("__write_seqlock_irqsave", 0, 1),
	UNLOCK("write_sequnlock", 0, 0), UNLOCK("write_sequnlock_bh", 1, 0),
	UNLOCK("write_sequnlock_irq", 0, 1), UNLOCK("write_sequnlock_irqrestore", 0, 1),
	LOCK("read_seqlock_excl", 0, 0), LOCK("read_seqlock_excl_bh", 1, 0),
	LOCK("read_seqlock_excl_irq", 0, 1), LOCK("__read_seqlock_excl_irqsave", 0, 1),
	UNLOCK("read_sequnlock_excl", 0, 0), UNLOCK("read_sequnlock_excl_bh", 1, 0),
	UNLOCK("read_sequnlock_excl_irq", 0, 1),
	UNLOCK("read_sequnlock_excl_irqrestore", 0, 1),
	UNLOCK("task_unlock", 0, 0), LOCK("task_lock", 0, 0),
#undef LOCK
#undef TRY
#undef UNLOCK
	{ "_atomic_dec_and_lock", 1, 0, 0, 0, 0, 0, true, 1 },
	{ "_atomic_dec_and_lock_irqsave", 1, 0, 0, 1, 0, 0, true, 1 },
	{ "_atomic_dec_and_raw_lock", 1, 0, 0, 0, 0, 0, true, 1 },
	{ "_atomic_dec_and_raw_lock_irqsave", 1, 0, 0, 1, 0, 0, true, 1 },
	{ "refcount_dec_and_lock", 1, 0, 0, 0, 0, 0, true, 1 },
	{ "refcount_dec_and_lock_irqsave", 1, 0, 0, 1, 0, 0, true, 1 },
	{ "bit_spin_lock", 1, 0, 0, 0, 0, 0, false, 1 },
	{ "bit_spin_trylock", 1, 0, 0, 0, 0, 0, true, 1 },
	{ "bit_spin_unlock", -1, 0, 0, 0, 0, 0, false, 1 },
	{ "__bit_spin_unlock", -1, 0, 0, 0, 0, 0, false, 1 },
	{ "rcu_read_lock", 0, 0, 0, 0, 1, 0, false, -1 },
	{ "rcu_read_unlock", 0, 0, 0, 0, -1, 0, false, -1 },
	{ "rcu_read_lock_bh", 0, 0, 1, 0, 0, 0, false, -1 },
	{ "rcu_read_unlock_bh", 0, 0, -1, 0, 0, 0, false, -1 },
	{ "rcu_read_lock_sched", 0, 1, 0, 0, 0, 0, false, -1 },
	{ "rcu_read_unlock_sched", 0, -1, 0, 0, 0, 0, false, -1 },
	{ "local_bh_disable", 0, 0, 1, 0, 0, 0, false, -1 },
	{ "local_bh_enable", 0, 0, -1, 0, 0, 0, false, -1 },
	{ "__local_bh_disable_ip", 0, 0, 1, 0, 0, 0, false, -1 },
	{ "__local_bh_enable_ip", 0, 0, -1, 0, 0, 0, false, -1 },
	{ "arch_local_irq_save", 0, 0, 0, 1, 0, 0, false, -1 },
	{ "arch_local_irq_disable", 0, 0, 0, 1, 0, 0, false, -1 },
	{ "arch_local_irq_enable", 0, 0, 0, -1, 0, 0, false, -1 },
	{ "arch_local_irq_restore", 0, 0, 0, -1, 0, 0, false, -1 },
	{ "__preempt_count_add", 0, 1, 0, 0, 0, 0, false, -1 },
	{ "__preempt_count_sub", 0, -1, 0, 0, 0, 0, false, -1 },
	{ "preempt_count_add", 0, 1, 0, 0, 0, 0, false, -1 },
	{ "preempt_count_sub", 0, -1, 0, 0, 0, 0, false, -1 },
	{ "__preempt_count_dec_and_test", 0, -1, 0, 0, 0, 0, false, -1 },
	{ "preempt_count_dec_and_test", 0, -1, 0, 0, 0, 0, false, -1 },
	{ "idr_preload", 0, 1, 0, 0, 0, 0, false, -1 },
	{ "kmap_atomic", 0, 1, 0, 0, 0, 0, false, -1 },
	{ "kmap_atomic_pfn", 0, 1, 0, 0, 0, 0, false, -1 },
	{ "kmap_atomic_prot", 0, 1, 0, 0, 0, 0, false, -1 },
	{ "__kunmap_atomic", 0, -1, 0, 0, 0, 0, false, -1 },
	{ "pagefault_disable", 0, 0, 0, 0, 0, 1, false, -1 },
	{ "pagefault_enable", 0, 0, 0, 0, 0, -1, false, -1 },
};

const struct {
	const char *name;
	unsigned int param;
	runs_in role;
} callbacks[] = {
	{ "request_irq", 1, RUNS_IN_HARDIRQ },
	{ "request_threaded_irq", 1, RUNS_IN_HARDIRQ },
	{ "devm_request_irq", 2, RUNS_IN_HARDIRQ },
	{ "devm_request_threaded_irq", 2, RUNS_IN_HARDIRQ },
	{ "pci_request_irq", 2, RUNS_IN_HARDIRQ },
	{ "request_percpu_irq", 1, RUNS_IN_HARDIRQ },
	{ "init_irq_work", 1, RUNS_IN_HARDIRQ },
	{ "smp_call_function", 0, RUNS_IN_HARDIRQ },
	{ "smp_call_function_single", 1, RUNS_IN_HARDIRQ },
	{ "smp_call_function_many", 1, RUNS_IN_HARDIRQ },
	{ "on_each_cpu", 0, RUNS_IN_HARDIRQ },
	{ "on_each_cpu_mask", 1, RUNS_IN_HARDIRQ },
	{ "stop_machine", 0, RUNS_IN_ATOMIC },
	{ "init_timer_key", 1, RUNS_IN_SOFTIRQ },
	{ "timer_init_key", 1, RUNS_IN_SOFTIRQ },
	{ "hrtimer_setup", 1, RUNS_IN_SOFTIRQ },
	{ "hrtimer_setup_on_stack", 1, RUNS_IN_SOFTIRQ },
	{ "tasklet_setup", 1, RUNS_IN_SOFTIRQ },
	{ "tasklet_init", 1, RUNS_IN_SOFTIRQ },
	{ "open_softirq", 1, RUNS_IN_SOFTIRQ },
	{ "call_rcu", 1, RUNS_IN_SOFTIRQ },
	{ "call_rcu_hurry", 1, RUNS_IN_SOFTIRQ },
	{ "call_srcu", 2, RUNS_IN_SOFTIRQ },
	{ "netif_napi_add", 2, RUNS_IN_SOFTIRQ },
	{ "netif_napi_add_weight", 2, RUNS_IN_SOFTIRQ },
	{ "usb_fill_bulk_urb", 5, RUNS_IN_ATOMIC },
	{ "usb_fill_int_urb", 5, RUNS_IN_ATOMIC },
	{ "usb_fill_control_urb", 6, RUNS_IN_ATOMIC },
};

const struct {
	const char *type, *member;
	runs_in role;
	bool likely;		/* a flag elsewhere may say otherwise */
} members[] = {
	{ "timer_list", "function", RUNS_IN_SOFTIRQ, false },
	{ "hrtimer", "function", RUNS_IN_SOFTIRQ, false },
	{ "tasklet_struct", "func", RUNS_IN_SOFTIRQ, false },
	{ "tasklet_struct", "callback", RUNS_IN_SOFTIRQ, false },
	{ "irqaction", "handler", RUNS_IN_HARDIRQ, false },
	{ "irq_work", "func", RUNS_IN_HARDIRQ, true },
	{ "urb", "complete", RUNS_IN_ATOMIC, false },
	{ "usb_request", "complete", RUNS_IN_ATOMIC, true },
	{ "usb_ep_ops", "queue", RUNS_IN_ATOMIC, false },
	{ "usb_ep_ops", "dequeue", RUNS_IN_ATOMIC, true },
	{ "hc_driver", "urb_dequeue", RUNS_IN_ATOMIC, true },
	{ "net_device_ops", "ndo_start_xmit", RUNS_IN_ATOMIC, false },
	{ "net_device_ops", "ndo_set_rx_mode", RUNS_IN_ATOMIC, false },
	{ "net_device_ops", "ndo_tx_timeout", RUNS_IN_ATOMIC, false },
	{ "ieee80211_ops", "tx", RUNS_IN_ATOMIC, false },
	{ "ieee80211_ops", "set_tim", RUNS_IN_ATOMIC, false },
	{ "ieee80211_ops", "sta_notify", RUNS_IN_ATOMIC, false },
	{ "ieee80211_ops", "prepare_multicast", RUNS_IN_ATOMIC, false },
	{ "uart_ops", "start_tx", RUNS_IN_ATOMIC, false },
	{ "uart_ops", "stop_tx", RUNS_IN_ATOMIC, false },
	{ "uart_ops", "stop_rx", RUNS_IN_ATOMIC, false },
	{ "uart_ops", "set_mctrl", RUNS_IN_ATOMIC, false },
	{ "uart_ops", "get_mctrl", RUNS_IN_ATOMIC, false },
	{ "uart_ops", "enable_ms", RUNS_IN_ATOMIC, false },
	{ "snd_pcm_ops", "trigger", RUNS_IN_ATOMIC, true },
	{ "snd_pcm_ops", "pointer", RUNS_IN_ATOMIC, true },
	{ "snd_rawmidi_ops", "trigger", RUNS_IN_ATOMIC, true },
	{ "irq_chip", "irq_ack", RUNS_IN_ATOMIC, false },
	{ "irq_chip", "irq_mask", RUNS_IN_ATOMIC, false },
	{ "irq_chip", "irq_unmask", RUNS_IN_ATOMIC, false },
	{ "irq_chip", "irq_mask_ack", RUNS_IN_ATOMIC, false },
	{ "irq_chip", "irq_eoi", RUNS_IN_ATOMIC, false },
	{ "irq_chip", "irq_set_type", RUNS_IN_ATOMIC, false },
	{ "clk_ops", "enable", RUNS_IN_ATOMIC, false },
	{ "clk_ops", "disable", RUNS_IN_ATOMIC, false },
	{ "input_dev", "event", RUNS_IN_ATOMIC, false },
	{ "led_classdev", "brightness_set", RUNS_IN_ATOMIC, false },
	{ "mbox_chan_ops", "send_data", RUNS_IN_ATOMIC, false },
	{ "ata_port_operations", "qc_prep", RUNS_IN_ATOMIC, false },
	{ "ata_port_operations", "qc_issue", RUNS_IN_ATOMIC, false },
	{ "scsi_host_template", "queuecommand", RUNS_IN_ATOMIC, true },
	{ "dma_async_tx_descriptor", "callback", RUNS_IN_ATOMIC, false },
};

} /* namespace */

context context::plus(const context &o) const
{
	context sum = *this;

	for (int i = 0; i < CONTEXT_LEVELS; i++)
		sum.level[i] += o.level[i];
	sum.faults_off += o.faults_off;
	sum.assumed |= o.assumed;
	return sum;
}

bool context::is_atomic() const
{
	return preemption() + assumed > 0 || level[LEVEL_BH] > 0 || level[LEVEL_IRQ] > 0 ||
	       level[LEVEL_RCU] > 0;
}

context level_call::change() const
{
	context c;

	c.level[LEVEL_SPIN] = spin;
	c.level[LEVEL_PREEMPT] = preempt;
	c.level[LEVEL_BH] = bh;
	c.level[LEVEL_IRQ] = irq;
	c.level[LEVEL_RCU] = rcu;
	c.faults_off = faults;
	return c;
}

static const level_call *find_by_name(const char *name)
{
	static std::unordered_map<std::string, const level_call *> by_name;

	if (by_name.empty())
		for (const level_call &c : calls)
			by_name[c.name] = &c;

	auto found = by_name.find(name);

	return found == by_name.end() ? NULL : found->second;
}

const level_call *find_level_call(tree fndecl)
{
	static std::unordered_map<tree, const level_call *> known;

	if (!fndecl || !DECL_NAME(fndecl))
		return NULL;

	auto slot = known.emplace(fndecl, nullptr);

	if (slot.second)
		slot.first->second = find_by_name(decl_name(fndecl));
	return slot.first->second;
}

runs_in role_of_argument(tree fndecl, unsigned int param)
{
	for (const auto &c : callbacks)
		if (c.param == param && !strcmp(c.name, decl_name(fndecl)))
			return c.role;
	return RUNS_ANYWHERE;
}

runs_in role_of_member(tree field, bool *likely)
{
	tree type = DECL_CONTEXT(field);
	tree tag = type && TYPE_P(type) ? TYPE_IDENTIFIER(TYPE_MAIN_VARIANT(type)) : NULL_TREE;

	/* A member of an anonymous union is one of the struct around it. */
	for (const auto &m : members) {
		if (strcmp(m.member, decl_name(field)) ||
		    (tag && strcmp(m.type, IDENTIFIER_POINTER(tag))))
			continue;
		if (!tag)
			continue;
		*likely = m.likely;
		return m.role;
	}
	return RUNS_ANYWHERE;
}

const char *role_text(runs_in role)
{
	switch (role) {
	case RUNS_IN_HARDIRQ:	return "in a hard interrupt";
	case RUNS_IN_SOFTIRQ:	return "in a soft interrupt";
	case RUNS_IN_ATOMIC:	return "where sleeping is not allowed";
	case RUNS_IN_RCU:	return "in an RCU read section";
	default:		return "anywhere";
	}
}

} /* namespace safe */
