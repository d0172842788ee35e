// SPDX-License-Identifier: GPL-2.0
/*
 * The kernel's own functions that take and release locks.  Where one is an inline
 * function around another, both are here: what the outer one is called decides.
 */
#include "lock_calls.h"

namespace safe {

namespace {

const lock_success ALWAYS = LOCK_ALWAYS, IF_TRUE = LOCK_IF_TRUE, IF_ZERO = LOCK_IF_ZERO;

const lock_call calls[] = {
	/* mutex */
	{ "mutex_lock", LOCK_TAKE, 0 },
	{ "mutex_lock_nested", LOCK_TAKE, 0 },
	{ "_mutex_lock_nest_lock", LOCK_TAKE, 0, ALWAYS, false, true },
	{ "mutex_lock_io", LOCK_TAKE, 0 },
	{ "mutex_lock_io_nested", LOCK_TAKE, 0 },
	{ "mutex_lock_interruptible", LOCK_TAKE, 0, IF_ZERO },
	{ "mutex_lock_interruptible_nested", LOCK_TAKE, 0, IF_ZERO },
	{ "mutex_lock_killable", LOCK_TAKE, 0, IF_ZERO },
	{ "mutex_lock_killable_nested", LOCK_TAKE, 0, IF_ZERO },
	{ "_mutex_lock_killable", LOCK_TAKE, 0, IF_ZERO },
	{ "mutex_trylock", LOCK_TAKE, 0, IF_TRUE },
	{ "_mutex_trylock_nest_lock", LOCK_TAKE, 0, IF_TRUE },
	{ "atomic_dec_and_mutex_lock", LOCK_TAKE, 1, IF_TRUE },
	{ "refcount_dec_and_mutex_lock", LOCK_TAKE, 1, IF_TRUE },
	{ "mutex_unlock", LOCK_DROP, 0 },
	{ "spi_bus_lock", LOCK_TAKE, 0 },
	{ "spi_bus_unlock", LOCK_DROP, 0 },
	{ "ww_mutex_lock", LOCK_TAKE, 0, IF_ZERO },
	{ "ww_mutex_lock_interruptible", LOCK_TAKE, 0, IF_ZERO },
	{ "ww_mutex_lock_slow", LOCK_TAKE, 0 },
	{ "ww_mutex_lock_slow_interruptible", LOCK_TAKE, 0, IF_ZERO },
	{ "ww_mutex_trylock", LOCK_TAKE, 0, IF_TRUE },
	{ "ww_mutex_unlock", LOCK_DROP, 0 },

	/* spinlock_t and raw_spinlock_t */
	{ "spin_lock", LOCK_TAKE, 0 },
	{ "spin_lock_bh", LOCK_TAKE, 0 },
	{ "spin_lock_irq", LOCK_TAKE, 0 },
	{ "_raw_spin_lock", LOCK_TAKE, 0 },
	{ "_raw_spin_lock_nested", LOCK_TAKE, 0 },
	{ "_raw_spin_lock_nest_lock", LOCK_TAKE, 0, ALWAYS, false, true },
	{ "_raw_spin_lock_bh", LOCK_TAKE, 0 },
	{ "_raw_spin_lock_irq", LOCK_TAKE, 0 },
	{ "_raw_spin_lock_irqsave", LOCK_TAKE, 0 },
	{ "_raw_spin_lock_irqsave_nested", LOCK_TAKE, 0 },
	{ "spin_trylock", LOCK_TAKE, 0, IF_TRUE },
	{ "spin_trylock_bh", LOCK_TAKE, 0, IF_TRUE },
	{ "spin_trylock_irq", LOCK_TAKE, 0, IF_TRUE },
	{ "_spin_trylock_irqsave", LOCK_TAKE, 0, IF_TRUE },
	{ "_raw_spin_trylock", LOCK_TAKE, 0, IF_TRUE },
	{ "_raw_spin_trylock_bh", LOCK_TAKE, 0, IF_TRUE },
	{ "_raw_spin_trylock_irq", LOCK_TAKE, 0, IF_TRUE },
	{ "_raw_spin_trylock_irqsave", LOCK_TAKE, 0, IF_TRUE },
	{ "_atomic_dec_and_lock", LOCK_TAKE, 1, IF_TRUE },
	{ "_atomic_dec_and_lock_irqsave", LOCK_TAKE, 1, IF_TRUE },
	{ "_atomic_dec_and_raw_lock", LOCK_TAKE, 1, IF_TRUE },
	{ "_atomic_dec_and_raw_lock_irqsave", LOCK_TAKE, 1, IF_TRUE },
	{ "refcount_dec_and_lock", LOCK_TAKE, 1, IF_TRUE },
	{ "refcount_dec_and_lock_irqsave", LOCK_TAKE, 1, IF_TRUE },
	{ "spin_unlock", LOCK_DROP, 0 },
	{ "spin_unlock_bh", LOCK_DROP, 0 },
	{ "spin_unlock_irq", LOCK_DROP, 0 },
	{ "spin_unlock_irqrestore", LOCK_DROP, 0 },
	{ "_raw_spin_unlock", LOCK_DROP, 0 },
	{ "_raw_spin_unlock_bh", LOCK_DROP, 0 },
	{ "_raw_spin_unlock_irq", LOCK_DROP, 0 },
	{ "_raw_spin_unlock_irqrestore", LOCK_DROP, 0 },

	/* rwlock_t */
	{ "_raw_read_lock", LOCK_TAKE, 0, ALWAYS, true },
	{ "_raw_read_lock_bh", LOCK_TAKE, 0, ALWAYS, true },
	{ "_raw_read_lock_irq", LOCK_TAKE, 0, ALWAYS, true },
	{ "_raw_read_lock_irqsave", LOCK_TAKE, 0, ALWAYS, true },
	{ "_raw_read_trylock", LOCK_TAKE, 0, IF_TRUE, true },
	{ "_raw_write_lock", LOCK_TAKE, 0 },
	{ "_raw_write_lock_nested", LOCK_TAKE, 0 },
	{ "_raw_write_lock_bh", LOCK_TAKE, 0 },
	{ "_raw_write_lock_irq", LOCK_TAKE, 0 },
	{ "_raw_write_lock_irqsave", LOCK_TAKE, 0 },
	{ "_raw_write_trylock", LOCK_TAKE, 0, IF_TRUE },
	{ "_raw_read_unlock", LOCK_DROP, 0, ALWAYS, true },
	{ "_raw_read_unlock_bh", LOCK_DROP, 0, ALWAYS, true },
	{ "_raw_read_unlock_irq", LOCK_DROP, 0, ALWAYS, true },
	{ "_raw_read_unlock_irqrestore", LOCK_DROP, 0, ALWAYS, true },
	{ "_raw_write_unlock", LOCK_DROP, 0 },
	{ "_raw_write_unlock_bh", LOCK_DROP, 0 },
	{ "_raw_write_unlock_irq", LOCK_DROP, 0 },
	{ "_raw_write_unlock_irqrestore", LOCK_DROP, 0 },

	/* struct rw_semaphore */
	{ "down_read", LOCK_TAKE, 0, ALWAYS, true },
	{ "down_read_nested", LOCK_TAKE, 0, ALWAYS, true },
	{ "down_read_interruptible", LOCK_TAKE, 0, IF_ZERO, true },
	{ "down_read_killable", LOCK_TAKE, 0, IF_ZERO, true },
	{ "down_read_killable_nested", LOCK_TAKE, 0, IF_ZERO, true },
	{ "down_read_trylock", LOCK_TAKE, 0, IF_TRUE, true },
	{ "down_write", LOCK_TAKE, 0 },
	{ "down_write_nested", LOCK_TAKE, 0 },
	{ "_down_write_nest_lock", LOCK_TAKE, 0, ALWAYS, false, true },
	{ "down_write_killable", LOCK_TAKE, 0, IF_ZERO },
	{ "down_write_killable_nested", LOCK_TAKE, 0, IF_ZERO },
	{ "down_write_trylock", LOCK_TAKE, 0, IF_TRUE },
	{ "up_read", LOCK_DROP, 0, ALWAYS, true },
	{ "up_write", LOCK_DROP, 0 },
	{ "downgrade_write", LOCK_DOWNGRADE, 0 },
	{ "percpu_down_read", LOCK_TAKE, 0, ALWAYS, true },
	{ "percpu_down_read_trylock", LOCK_TAKE, 0, IF_TRUE, true },
	{ "percpu_down_write", LOCK_TAKE, 0 },
	{ "percpu_up_read", LOCK_DROP, 0, ALWAYS, true },
	{ "percpu_up_write", LOCK_DROP, 0 },

	/* seqlock_t, of which only writers and those that keep writers out hold it */
	{ "write_seqlock", LOCK_TAKE, 0 },
	{ "write_seqlock_bh", LOCK_TAKE, 0 },
	{ "write_seqlock_irq", LOCK_TAKE, 0 },
	{ "__write_seqlock_irqsave", LOCK_TAKE, 0 },
	{ "write_sequnlock", LOCK_DROP, 0 },
	{ "write_sequnlock_bh", LOCK_DROP, 0 },
	{ "write_sequnlock_irq", LOCK_DROP, 0 },
	{ "write_sequnlock_irqrestore", LOCK_DROP, 0 },
	{ "read_seqlock_excl", LOCK_TAKE, 0, ALWAYS, true },
	{ "read_seqlock_excl_bh", LOCK_TAKE, 0, ALWAYS, true },
	{ "read_seqlock_excl_irq", LOCK_TAKE, 0, ALWAYS, true },
	{ "__read_seqlock_excl_irqsave", LOCK_TAKE, 0, ALWAYS, true },
	{ "read_sequnlock_excl", LOCK_DROP, 0, ALWAYS, true },
	{ "read_sequnlock_excl_bh", LOCK_DROP, 0, ALWAYS, true },
	{ "read_sequnlock_excl_irq", LOCK_DROP, 0, ALWAYS, true },
	{ "read_sequnlock_excl_irqrestore", LOCK_DROP, 0, ALWAYS, true },

	/* bits that are locks */
	{ "bit_spin_lock", LOCK_TAKE, 1 },
	{ "bit_spin_trylock", LOCK_TAKE, 1, IF_TRUE },
	{ "bit_spin_unlock", LOCK_DROP, 1 },
	{ "__bit_spin_unlock", LOCK_DROP, 1 },

	/* read sections */
	{ "rcu_read_lock", LOCK_TAKE, -1, ALWAYS, true, true, "RCU" },
	{ "rcu_read_unlock", LOCK_DROP, -1, ALWAYS, true, true, "RCU" },
	{ "rcu_read_lock_bh", LOCK_TAKE, -1, ALWAYS, true, true, "RCU_BH" },
	{ "rcu_read_unlock_bh", LOCK_DROP, -1, ALWAYS, true, true, "RCU_BH" },
	{ "rcu_read_lock_sched", LOCK_TAKE, -1, ALWAYS, true, true, "RCU_SCHED" },
	{ "rcu_read_unlock_sched", LOCK_DROP, -1, ALWAYS, true, true, "RCU_SCHED" },
	{ "srcu_read_lock", LOCK_TAKE, 0, ALWAYS, true, true },
	{ "srcu_read_unlock", LOCK_DROP, 0, ALWAYS, true, true },
	{ "srcu_read_lock_fast", LOCK_TAKE, 0, ALWAYS, true, true },
	{ "srcu_read_unlock_fast", LOCK_DROP, 0, ALWAYS, true, true },
	{ "srcu_read_lock_fast_notrace", LOCK_TAKE, 0, ALWAYS, true, true },
	{ "srcu_read_unlock_fast_notrace", LOCK_DROP, 0, ALWAYS, true, true },
	{ "srcu_read_lock_notrace", LOCK_TAKE, 0, ALWAYS, true, true },
	{ "srcu_read_unlock_notrace", LOCK_DROP, 0, ALWAYS, true, true },

	/* locks of subsystems that have a name, not an object */
	{ "cpus_read_lock", LOCK_TAKE, -1, ALWAYS, true, false, "cpus" },
	{ "cpus_read_trylock", LOCK_TAKE, -1, IF_TRUE, true, false, "cpus" },
	{ "cpus_read_unlock", LOCK_DROP, -1, ALWAYS, true, false, "cpus" },
	{ "rtnl_lock", LOCK_TAKE, -1, ALWAYS, false, false, "rtnl" },
	{ "rtnl_trylock", LOCK_TAKE, -1, IF_TRUE, false, false, "rtnl" },
	{ "rtnl_lock_killable", LOCK_TAKE, -1, IF_ZERO, false, false, "rtnl" },
	{ "rtnl_unlock", LOCK_DROP, -1, ALWAYS, false, false, "rtnl" },
	{ "__rtnl_unlock", LOCK_DROP, -1, ALWAYS, false, false, "rtnl" },
	{ "lock_sock", LOCK_TAKE, 0 },
	{ "lock_sock_nested", LOCK_TAKE, 0 },
	{ "release_sock", LOCK_DROP, 0 },

	/* An object whose lock is made is nobody else's yet. */
	{ "__mutex_init", LOCK_INIT, 0 },
	{ "mutex_init_generic", LOCK_INIT, 0 },
	{ "mutex_init_lockdep", LOCK_INIT, 0 },
	{ "mutex_rt_init_generic", LOCK_INIT, 0 },
	{ "__raw_spin_lock_init", LOCK_INIT, 0 },
	{ "__rwlock_init", LOCK_INIT, 0 },
	{ "__init_rwsem", LOCK_INIT, 0 },
	{ "lockdep_init_map_type", LOCK_INIT, 0 },

	/* lockdep_assert_held() and its like: of the dep_map in the lock */
	{ "lock_is_held_type", LOCK_ASKED, 0 },
	{ "lock_is_held", LOCK_ASKED, 0 },
};

} /* namespace */

static const lock_call *find_name(const char *name)
{
	static std::unordered_map<std::string, const lock_call *> by_name;

	if (by_name.empty())
		for (const lock_call &c : calls)
			by_name[c.name] = &c;

	auto found = by_name.find(name);

	return found == by_name.end() ? NULL : found->second;
}

const lock_call *find_lock_call(tree fndecl)
{
	static std::unordered_map<tree, const lock_call *> known;

	if (!fndecl || !DECL_NAME(fndecl))
		return NULL;

	auto slot = known.emplace(fndecl, nullptr);

	if (slot.second)
		slot.first->second = find_name(IDENTIFIER_POINTER(DECL_NAME(fndecl)));
	return slot.first->second;
}

static std::map<std::string, tree> &tokens()
{
	static std::map<std::string, tree> all;

	return all;
}

tree lock_token(const char *token)
{
	tree &decl = tokens()[token];

	if (!decl) {
		decl = build_decl(UNKNOWN_LOCATION, VAR_DECL, get_identifier(token),
				  ptr_type_node);
		DECL_EXTERNAL(decl) = TREE_STATIC(decl) = TREE_PUBLIC(decl) = 1;
		DECL_ARTIFICIAL(decl) = 1;
	}
	return decl;
}

bool is_lock_token(tree decl)
{
	auto &all = tokens();
	auto found = VAR_P(decl) && DECL_ARTIFICIAL(decl) && DECL_NAME(decl) ?
		     all.find(IDENTIFIER_POINTER(DECL_NAME(decl))) : all.end();

	return found != all.end() && found->second == decl;
}

} /* namespace safe */
