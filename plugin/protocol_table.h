/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Protocols of the kernel's own interfaces.
 *
 * A row is one function: which argument is the handle (-1: it returns one), the
 * states that it wants, the state that it leaves (if @conditional, only when it
 * returns 0), what has to end that state, and what an object of unknown content
 * needs before.
 */
#ifndef SAFE_PROTOCOL_TABLE_H
#define SAFE_PROTOCOL_TABLE_H

namespace safe {

static const struct protocol_row {
	const char *protocol, *function;
	int arg;
	const char *from, *to;
	bool conditional;
	const char *until, *begins;
} protocol_table[] = {
	{ "completion", "init_completion", 0, "", "ready", false, "", "" },
	{ "completion", "__init_completion", 0, "", "ready", false, "", "" },
	{ "completion", "complete", 0, "", "", false, "", "init_completion" },
	{ "completion", "complete_all", 0, "", "", false, "", "init_completion" },
	{ "completion", "wait_for_completion", 0, "", "", false, "", "init_completion" },
	{ "completion", "wait_for_completion_timeout", 0, "", "", false, "",
	  "init_completion" },
	{ "completion", "wait_for_completion_interruptible", 0, "", "", false, "",
	  "init_completion" },
	{ "completion", "wait_for_completion_interruptible_timeout", 0, "", "", false, "",
	  "init_completion" },

	{ "mutex", "__mutex_init", 0, "", "ready", false, "", "" },
	{ "mutex", "__mutex_rt_init", 0, "", "ready", false, "", "" },
	{ "mutex", "mutex_lock", 0, "", "", false, "", "mutex_init" },
	{ "mutex", "mutex_lock_nested", 0, "", "", false, "", "mutex_init" },
	{ "mutex", "mutex_lock_interruptible", 0, "", "", false, "", "mutex_init" },
	{ "mutex", "mutex_lock_interruptible_nested", 0, "", "", false, "", "mutex_init" },
	{ "spinlock", "__raw_spin_lock_init", 0, "", "ready", false, "", "" },
	{ "spinlock", "spin_lock", 0, "", "", false, "", "spin_lock_init" },
	{ "spinlock", "spin_lock_bh", 0, "", "", false, "", "spin_lock_init" },
	{ "spinlock", "spin_lock_irq", 0, "", "", false, "", "spin_lock_init" },
	{ "spinlock", "_raw_spin_lock_irqsave", 0, "", "", false, "", "spin_lock_init" },

	{ "timer", "init_timer_key", 0, "", "ready", false, "", "" },
	{ "timer", "timer_init_key", 0, "", "ready", false, "", "" },
	{ "timer", "init_timer_on_stack_key", 0, "", "ready", false, "", "" },
	{ "timer", "timer_init_key_on_stack", 0, "", "ready", false, "", "" },
	{ "timer", "mod_timer", 0, "", "", false, "", "timer_setup" },
	{ "timer", "add_timer", 0, "", "", false, "", "timer_setup" },
	{ "timer", "del_timer_sync", 0, "", "", false, "", "timer_setup" },
	{ "timer", "timer_delete_sync", 0, "", "", false, "", "timer_setup" },
	{ "hrtimer", "hrtimer_init", 0, "", "ready", false, "", "" },
	{ "hrtimer", "hrtimer_setup", 0, "", "ready", false, "", "" },
	{ "hrtimer", "hrtimer_setup_on_stack", 0, "", "ready", false, "", "" },
	{ "hrtimer", "hrtimer_start_range_ns", 0, "", "", false, "", "hrtimer_setup" },
	{ "hrtimer", "hrtimer_cancel", 0, "", "", false, "", "hrtimer_setup" },

	{ "work", "__init_work", 0, "", "ready", false, "", "" },
	{ "work", "queue_work_on", 2, "", "", false, "", "INIT_WORK" },
	{ "work", "queue_work", 1, "", "", false, "", "INIT_WORK" },
	{ "work", "schedule_work", 0, "", "", false, "", "INIT_WORK" },
	{ "work", "flush_work", 0, "", "", false, "", "INIT_WORK" },
	{ "work", "cancel_work_sync", 0, "", "", false, "", "INIT_WORK" },
	{ "work", "schedule_delayed_work", 0, "", "", false, "", "INIT_DELAYED_WORK" },
	{ "work", "queue_delayed_work", 1, "", "", false, "", "INIT_DELAYED_WORK" },
	{ "work", "cancel_delayed_work_sync", 0, "", "", false, "", "INIT_DELAYED_WORK" },

	{ "wait queue", "__init_waitqueue_head", 0, "", "ready", false, "", "" },
	{ "wait queue", "__wake_up", 0, "", "", false, "", "init_waitqueue_head" },
	{ "wait queue", "prepare_to_wait", 0, "", "", false, "", "init_waitqueue_head" },
	{ "wait queue", "prepare_to_wait_event", 0, "", "", false, "", "init_waitqueue_head" },

	{ "platform device", "platform_device_alloc", -1, "", "allocated", false, "", "" },
	{ "platform device", "platform_device_add", 0, "allocated", "added", true, "", "" },
	{ "platform device", "platform_device_del", 0, "added", "deleted", false, "", "" },
	{ "platform device", "platform_device_put", 0, "allocated, deleted", "", false, "", "" },
	{ "platform device", "platform_device_unregister", 0, "added", "", false, "", "" },

	{ "input device", "input_allocate_device", -1, "", "allocated", false, "", "" },
	{ "input device", "input_register_device", 0, "allocated", "registered", true, "", "" },
	{ "input device", "input_free_device", 0, "allocated", "", false, "", "" },
	{ "input device", "input_unregister_device", 0, "registered", "", false, "", "" },

	{ "network device", "alloc_netdev_mqs", -1, "", "allocated", false, "", "" },
	{ "network device", "alloc_etherdev_mqs", -1, "", "allocated", false, "", "" },
	{ "network device", "register_netdev", 0, "allocated", "registered", true, "", "" },
	{ "network device", "register_netdevice", 0, "allocated", "registered", true, "", "" },
	{ "network device", "unregister_netdev", 0, "registered", "unregistered", false, "",
	  "" },
	{ "network device", "free_netdev", 0, "allocated, unregistered", "", false, "", "" },

	{ "MDIO bus", "mdiobus_alloc_size", -1, "", "allocated", false, "", "" },
	{ "MDIO bus", "mdiobus_alloc", -1, "", "allocated", false, "", "" },
	{ "MDIO bus", "__mdiobus_register", 0, "allocated", "registered", true, "", "" },
	{ "MDIO bus", "of_mdiobus_register", 0, "allocated", "registered", true, "", "" },
	{ "MDIO bus", "__of_mdiobus_register", 0, "allocated", "registered", true, "", "" },
	{ "MDIO bus", "mdiobus_unregister", 0, "registered", "allocated", false, "", "" },
	{ "MDIO bus", "mdiobus_free", 0, "allocated", "", false, "", "" },

	{ "device", "device_initialize", 0, "", "initialized", false, "", "" },
	{ "device", "device_add", 0, "initialized", "added", true, "device_del", "" },
	{ "device", "device_register", 0, "", "added", true, "device_unregister", "" },
	{ "device", "device_del", 0, "added", "initialized", false, "", "" },
	{ "device", "device_unregister", 0, "added", "", false, "", "" },

	{ "misc device", "misc_register", 0, "", "registered", true, "misc_deregister", "" },
	{ "misc device", "misc_deregister", 0, "registered", "unregistered", false, "", "" },

	{ "character device", "cdev_init", 0, "", "initialized", false, "", "" },
	{ "character device", "cdev_add", 0, "initialized", "added", true, "cdev_del", "" },
	{ "character device", "cdev_del", 0, "initialized, added", "initialized", false, "",
	  "" },
};

} /* namespace safe */

#endif /* SAFE_PROTOCOL_TABLE_H */
