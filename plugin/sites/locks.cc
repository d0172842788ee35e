// SPDX-License-Identifier: GPL-2.0
/*
 * Locks: where they are taken and released, and along which paths.
 */
#include "sites/plan.h"

namespace safe::sites {

namespace {

const lock_kind kinds[] = {
	{ "mutex_lock", "mutex_unlock", "mutex", LOCK_PLAIN, "mutex" },
	{ "mutex_lock_nested", "mutex_unlock", NULL, LOCK_PLAIN, "mutex" },

	{ "spin_lock", "spin_unlock", "spinlock", LOCK_PLAIN, "spin" },
	{ "spin_lock_irq", "spin_unlock_irq", "spinlock_irq", LOCK_PLAIN, "spin" },
	{ "spin_lock_irqsave", "spin_unlock_irqrestore", "spinlock_irqsave",
	  LOCK_FLAGS, "spin" },
	{ "spin_lock_bh", "spin_unlock_bh", "spinlock_bh", LOCK_PLAIN, "spin" },
	{ "spin_lock_nested", "spin_unlock", NULL, LOCK_PLAIN, "spin" },
	{ "spin_lock_irqsave_nested", "spin_unlock_irqrestore", NULL, LOCK_FLAGS, "spin" },

	{ "raw_spin_lock", "raw_spin_unlock", "raw_spinlock", LOCK_PLAIN, "raw" },
	{ "raw_spin_lock_irq", "raw_spin_unlock_irq", "raw_spinlock_irq",
	  LOCK_PLAIN, "raw" },
	{ "raw_spin_lock_irqsave", "raw_spin_unlock_irqrestore",
	  "raw_spinlock_irqsave", LOCK_FLAGS, "raw" },
	{ "raw_spin_lock_bh", "raw_spin_unlock_bh", "raw_spinlock_bh", LOCK_PLAIN, "raw" },
	{ "raw_spin_lock_nested", "raw_spin_unlock", NULL, LOCK_PLAIN, "raw" },

	{ "read_lock", "read_unlock", "read_lock", LOCK_PLAIN, "rwlock" },
	{ "read_lock_irq", "read_unlock_irq", "read_lock_irq", LOCK_PLAIN, "rwlock" },
	{ "read_lock_irqsave", "read_unlock_irqrestore", "read_lock_irqsave",
	  LOCK_FLAGS, "rwlock" },
	{ "read_lock_bh", "read_unlock_bh", "read_lock_bh", LOCK_PLAIN, "rwlock" },
	{ "write_lock", "write_unlock", "write_lock", LOCK_PLAIN, "rwlock" },
	{ "write_lock_irq", "write_unlock_irq", "write_lock_irq", LOCK_PLAIN, "rwlock" },
	{ "write_lock_irqsave", "write_unlock_irqrestore", "write_lock_irqsave",
	  LOCK_FLAGS, "rwlock" },
	{ "write_lock_bh", "write_unlock_bh", "write_lock_bh", LOCK_PLAIN, "rwlock" },

	{ "down_read", "up_read", "rwsem_read", LOCK_PLAIN, "rwsem" },
	{ "down_write", "up_write", "rwsem_write", LOCK_PLAIN, "rwsem" },
	{ "down_read_nested", "up_read", NULL, LOCK_PLAIN, "rwsem" },
	{ "down_write_nested", "up_write", NULL, LOCK_PLAIN, "rwsem" },

	{ "rcu_read_lock", "rcu_read_unlock", "rcu", LOCK_BARE, "rcu" },
	{ "rcu_read_lock_bh", "rcu_read_unlock_bh", NULL, LOCK_BARE, "rcu_bh" },
	{ "srcu_read_lock", "srcu_read_unlock", "srcu", LOCK_INDEX, "srcu" },

	{ "preempt_disable", "preempt_enable", "preempt", LOCK_BARE, "preempt" },
	{ "preempt_disable_notrace", "preempt_enable_notrace", "preempt_notrace",
	  LOCK_BARE, "preempt" },
	{ "migrate_disable", "migrate_enable", "migrate", LOCK_BARE, "migrate" },
	{ "local_irq_disable", "local_irq_enable", "irq", LOCK_BARE, "irq" },
	{ "local_irq_save", "local_irq_restore", "irqsave", LOCK_ONLY_FLAGS, "irq" },
	{ "local_bh_disable", "local_bh_enable", "bh", LOCK_BARE, "bh" },
	{ "cpus_read_lock", "cpus_read_unlock", "cpus_read_lock", LOCK_BARE, "cpus" },
	{ "cpus_write_lock", "cpus_write_unlock", "cpus_write_lock", LOCK_BARE, "cpus" },

	{ "rtnl_lock", "rtnl_unlock", "rtnl", LOCK_BARE, "rtnl" },
	{ "console_lock", "console_unlock", "console_lock", LOCK_BARE, "console" },
	{ "device_lock", "device_unlock", "device", LOCK_PLAIN, "device" },
	{ "pci_dev_lock", "pci_dev_unlock", "pci_dev", LOCK_PLAIN, "pci" },
};

/* These take the lock or not, or change it, as their result says. */
const struct {
	const char *name, *domain;
} conditional[] = {
	{ "mutex_trylock", "mutex" }, { "mutex_lock_interruptible", "mutex" },
	{ "mutex_lock_killable", "mutex" }, { "mutex_lock_interruptible_nested", "mutex" },
	{ "atomic_dec_and_mutex_lock", "mutex" }, { "spin_trylock", "spin" },
	{ "spin_trylock_irq", "spin" }, { "spin_trylock_irqsave", "spin" },
	{ "spin_trylock_bh", "spin" }, { "atomic_dec_and_lock", "spin" },
	{ "atomic_dec_and_lock_irqsave", "spin" }, { "raw_spin_trylock", "raw" },
	{ "raw_spin_trylock_irqsave", "raw" }, { "read_trylock", "rwlock" },
	{ "write_trylock", "rwlock" }, { "down_read_trylock", "rwsem" },
	{ "down_write_trylock", "rwsem" }, { "down_read_interruptible", "rwsem" },
	{ "down_read_killable", "rwsem" }, { "down_write_killable", "rwsem" },
	{ "rtnl_trylock", "rtnl" }, { "device_trylock", "device" },
	{ "console_trylock", "console" },
};

/* Bits of a lock's state; each acquiring statement has one above these. */
const unsigned FREE = 1, UNKNOWN = 2, FIRST_HOLDER = 4;
const size_t MAX_HOLDERS = 29;

/* The function that the statement calls when it does nothing else. */
std::string called(const code &c, const stmt *s)
{
	const source_text &t = *c.src;
	int name = s->first;

	if (s->kind != stmt::EXPR || s->conditional)
		return "";
	if (t.is(name + 1, "="))
		name += 2;
	if (t[name].kind != token::WORD || !t.is(name + 1, "(") ||
	    t[name + 1].mate != s->last - 1)
		return "";
	return t[name].text;
}

} /* namespace */

bool is_lock_function(const std::string &word)
{
	for (const lock_kind &k : kinds)
		if (word == k.lock)
			return true;
	return std::any_of(std::begin(conditional), std::end(conditional),
			   [&](const auto &k) { return word == k.name; });
}

const lock_kind *plan::acquires(const stmt *s) const
{
	std::string name = called(c, s);
	bool assigns = c.src->is(s->first + 1, "=");

	for (const lock_kind &k : kinds)
		if (name == k.lock && assigns == (k.form == LOCK_INDEX))
			return &k;
	return NULL;
}

const lock_kind *plan::releases(const stmt *s) const
{
	std::string name = called(c, s);

	for (const lock_kind &k : kinds)
		if (name == k.unlock)
			return &k;
	return NULL;
}

/* Argument number @which of the statement's call, as text; "" if there is none. */
std::string plan::argument(const stmt *s, int which) const
{
	const source_text &t = *c.src;
	int open = s->first + 1;

	if (t.is(open, "="))
		open += 2;
	for (int i = open + 1, from = i; i <= t[open].mate; i++) {
		if (i == t[open].mate || t.is(i, ",")) {
			if (which-- == 0)
				return t.joined(from, i - 1);
			from = i + 1;
		} else if (t[i].mate > i) {
			i = t[i].mate;
		}
	}
	return "";
}

std::string plan::lock_object(const lock_kind *k, const stmt *s) const
{
	if (k->form == LOCK_BARE || k->form == LOCK_ONLY_FLAGS)
		return k->domain;
	return argument(s, 0);
}

std::string plan::flags_name(const lock_kind *k, const stmt *s) const
{
	switch (k->form) {
	case LOCK_FLAGS:
		return argument(s, 1);
	case LOCK_ONLY_FLAGS:
		return argument(s, 0);
	case LOCK_INDEX:
		return c.src->is(s->first + 1, "=") ? (*c.src)[s->first].text :
						      argument(s, 1);
	default:
		return "";
	}
}

/* Whether a variable that the lock's name is made of changes while it is held. */
bool plan::object_changes(const resource &r)
{
	const source_text &t = *c.src;
	std::set<std::string> names;

	for (int i = r.acquire->first; i < r.acquire->last; i++)
		if (t.names(i, t[i].text))
			names.insert(t[i].text);
	names.erase(r.flags);
	for (int i = r.scope_first; i < r.scope_last; i++)
		if (names.count(t[i].text) && t.names(i, t[i].text) && t.is(i + 1, "=") &&
		    c.around(i)->conditional)
			return true;
	for (auto &entry : f.variables) {
		if (!names.count(entry.second.name))
			continue;
		for (const use &u : entry.second.uses)
			if (u.kind != use::READ && u.where != r.acquire &&
			    (r.held[u.where->id] || r.in_scope(u.where)) &&
			    !(u.kind == use::ADDRESS && releases(u.where)))
				return true;
	}
	return false;
}

/* Whether the flags are more than an irq state that goes from lock to unlock. */
bool plan::flags_used_elsewhere(const resource &r)
{
	if (r.flags.empty())
		return false;
	variable *v = f.find(r.flags);
	if (!v || !v->unique || !v->declared)
		return true;
	for (int i = c.root()->first; i < c.root()->last; i++) {
		if (!c.src->names(i, r.flags) || i == v->token)
			continue;
		const stmt *s = c.around(i);
		const lock_kind *k = acquires(s) ? acquires(s) : releases(s);
		if (!k || flags_name(k, s) != r.flags)
			return true;
	}
	return false;
}

/* Follows the lock along every path. */
void plan::track_lock(resource &r)
{
	const char *domain = r.lock->domain;
	auto same = [&](const lock_kind *k, const stmt *s) {
		return k && !strcmp(k->domain, domain) && lock_object(k, s) == r.object;
	};
	std::vector<int> holders;	/* acquiring nodes; the first is ours */

	r.held.assign(c.count() + 1, false);
	holders.push_back(r.acquire->id);
	for (int id = 0; id < c.count(); id++)
		if (id != r.acquire->id && same(acquires(c[id]), c[id]))
			holders.push_back(id);
	if (holders.size() > MAX_HOLDERS) {
		r.reason = "too many uses of the lock";
		return;
	}

	std::vector<unsigned> in = solve(c, FREE, [&](int id, int, unsigned state) {
		auto holder = std::find(holders.begin(), holders.end(), id);

		if (holder != holders.end())
			return FIRST_HOLDER << (holder - holders.begin());
		if (same(releases(c[id]), c[id]))
			return FREE;
		return odd_locks[id].count(domain) ? state | UNKNOWN : state;
	});

	const unsigned ours = FIRST_HOLDER;
	for (int id = 0; id < c.count(); id++) {
		stmt *s = c[id];
		bool release = same(releases(s), s);

		r.held[id] = (in[id] & ours && !release) || s == r.acquire;
		if (!(in[id] & ours))
			continue;
		if (release) {
			r.releases.push_back(s);
			if (in[id] & FREE)
				r.reason = "unlock reached locked and unlocked";
			else if (in[id] != ours)
				r.reason = "one unlock for several locks";
			else if (strcmp(releases(s)->unlock, r.lock->unlock) ||
				 flags_name(r.lock, s) != r.flags)
				r.reason = "lock and unlock of different kinds";
		} else if (same(acquires(s), s)) {
			r.reason = "taken again while held";
		}
	}
	if (in[c.exit()] & ours)
		r.reason = "lock held at exit";
}

void plan::find_lock(stmt *s)
{
	const lock_kind *k = acquires(s);

	if (!k)
		return;
	resources.push_back(std::make_unique<resource>());
	resource &r = *resources.back();
	r.kind = resource::LOCK;
	r.acquire = s;
	r.lock = k;
	r.name = k->name ? k->name : "";
	r.object = lock_object(k, s);
	r.flags = flags_name(k, s);
	track_lock(r);
	if (!*r.reason && !s->in_block())
		r.reason = "lock under a condition";
	/* Who includes safe/scope.h wants its classes. */
	if (k->name && declared("class_safe_" + r.name + "_constructor"))
		r.name = "safe_" + r.name;
	if (!*r.reason && (!k->name || !declared("class_" + r.name + "_constructor")))
		r.reason = "no guard class in this kernel";
	if (!*r.reason && flags_used_elsewhere(r))
		r.reason = "flags used elsewhere";
	if (*r.reason)
		r.mode = resource::LEFT;
}

/*
 * Locks that are taken or released within a larger expression: all that is
 * known behind them is that the state is not known.
 */
void plan::find_odd_locks()
{
	const source_text &t = *c.src;

	odd_locks.resize(c.count());
	for (int i = c.root()->first; i < c.root()->last; i++) {
		if (t[i].kind != token::WORD || !t.is(i + 1, "("))
			continue;
		stmt *s = c.around(i);

		for (const auto &k : conditional) {
			if (t[i].text != k.name)
				continue;
			odd_locks[s->id].insert(k.domain);
			resources.push_back(std::make_unique<resource>());
			resource &r = *resources.back();
			r.kind = resource::LOCK;
			r.mode = resource::LEFT;
			r.acquire = s;
			r.object = k.name;
			r.held.resize(c.count() + 1);
			r.reason = "lock that may fail";
		}
		if (t[i].text == "downgrade_write")
			odd_locks[s->id].insert("rwsem");
		for (const lock_kind &k : kinds)
			if ((t[i].text == k.lock || t[i].text == k.unlock) &&
			    !acquires(s) && !releases(s))
				odd_locks[s->id].insert(k.domain);
	}
}

void plan::find_locks()
{
	find_odd_locks();
	for (int id = 0; id < c.count(); id++)
		find_lock(c[id]);
}

} /* namespace safe::sites */
