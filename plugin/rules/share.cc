// SPDX-License-Identifier: GPL-2.0
/*
 * Rule "share": what another context works with, is safe there.
 *
 * A struct that is __shared_type is looked at member by member: each is constant
 * after initialisation, atomic, guarded by a lock, or such a struct itself.  A member
 * that is __set_once is written only while nobody else sees the object.
 *
 * A variable on the stack that was handed to a work queue, a timer or an interrupt
 * has to be back when the function returns:
 *
 *	(0) -- queued, started, requested --> AWAY -- cancelled, flushed, freed --> (0)
 */
#include "../engine/machine.h"
#include "../location.h"
#include "../names.h"

namespace safe {

namespace {

/* Of a place on the stack. */
const unsigned int HOME = 0, AWAY = 1;
/* Of an object that was allocated here. */
const unsigned int SEEN = 2;

/* ---- types ---- */

const char shared[] = "safe_shared_type", set_once[] = "safe_set_once";

tree element_of(tree type)
{
	while (TREE_CODE(type) == ARRAY_TYPE)
		type = TREE_TYPE(type);
	return type;
}

bool has_attribute(const char *name, tree node)
{
	tree list = DECL_P(node) ? DECL_ATTRIBUTES(node) : TYPE_ATTRIBUTES(node);

	return lookup_attribute(name, list);
}

/* Types of the kernel that are made to be used by several at once. */
bool takes_care_itself(tree type)
{
	static const char *const structs[] = {
		"mutex", "rw_semaphore", "semaphore", "spinlock", "raw_spinlock",
		"wait_queue_head", "swait_queue_head", "completion", "work_struct",
		"delayed_work", "timer_list", "hrtimer", "refcount_struct", "kref", "kobject",
		"device", "rcu_head", "callback_head", "llist_head", "percpu_ref", "xarray",
		"ida", "lockref", "percpu_counter", "srcu_struct", "lock_class_key",
		"tasklet_struct", "rhashtable",
	};
	static const char *const names[] = {
		"atomic_t", "atomic64_t", "atomic_long_t", "refcount_t", "rwlock_t",
		"spinlock_t", "raw_spinlock_t", "local_t", "local64_t", "seqlock_t",
	};
	tree name = TYPE_NAME(type);

	if (RECORD_OR_UNION_TYPE_P(type))
		for (const char *s : structs)
			if (!strcmp(s, tag_name(type)))
				return true;
	for (int depth = 0; name && TREE_CODE(name) == TYPE_DECL && depth < 4; depth++) {
		for (const char *s : names)
			if (!strcmp(s, decl_name(name)))
				return true;
		if (!DECL_ORIGINAL_TYPE(name))
			break;
		name = TYPE_NAME(DECL_ORIGINAL_TYPE(name));
	}
	return false;
}

/* __guarded_by() and its like, of this project or of the kernel. */
bool is_guarded(tree field)
{
	for (tree node : { field, TREE_TYPE(field) }) {
		tree list = DECL_P(node) ? DECL_ATTRIBUTES(node) : TYPE_ATTRIBUTES(node);

		for (; list; list = TREE_CHAIN(list))
			if (strstr(IDENTIFIER_POINTER(get_attribute_name(list)), "guarded_by"))
				return true;
	}
	return false;
}

bool is_safe(tree field)
{
	tree type = element_of(TREE_TYPE(field));

	if (TREE_READONLY(field) || TYPE_READONLY(type) || has_attribute(set_once, field) ||
	    is_guarded(field) || takes_care_itself(type))
		return true;
	return RECORD_OR_UNION_TYPE_P(type) && has_attribute(shared, TYPE_MAIN_VARIANT(type));
}

void look_at_members(tree type, tree whole)
{
	for (tree f = TYPE_FIELDS(type); f; f = DECL_CHAIN(f)) {
		finding found;

		if (TREE_CODE(f) != FIELD_DECL || (DECL_NAME(f) && is_safe(f)) ||
		    (DECL_SIZE(f) && integer_zerop(DECL_SIZE(f))))
			continue;
		/* Without a name: its members are those of the whole. */
		if (!DECL_NAME(f)) {
			if (RECORD_OR_UNION_TYPE_P(TREE_TYPE(f)))
				look_at_members(TREE_TYPE(f), whole);
			continue;
		}
		found.id = "SAFE_E_SHARE_MEMBER";
		found.where = DECL_SOURCE_LOCATION(f);
		found.text = std::string("'") + decl_name(f) + "' of the shared struct '" +
			     tag_name(whole) + "' has no guard: others may change it while "
			     "it is used; make it __guarded_by() a lock, atomic, const or "
			     "__set_once";
		found.key = std::string(found.id) + std::to_string(found.where);
		add_finding(std::move(found));
	}
}

/* ---- objects that are away ---- */

enum event : unsigned int { GO, COME, WAIT };

const struct known_call {
	const char *name;
	unsigned int arg;
	event what;
} known_calls[] = {
	{ "schedule_work", 0, GO }, { "queue_work", 1, GO }, { "queue_work_on", 2, GO },
	{ "schedule_work_on", 1, GO }, { "schedule_delayed_work", 0, GO },
	{ "queue_delayed_work", 1, GO }, { "queue_delayed_work_on", 2, GO },
	{ "mod_delayed_work", 1, GO }, { "mod_timer", 0, GO }, { "add_timer", 0, GO },
	{ "hrtimer_start", 0, GO }, { "hrtimer_start_range_ns", 0, GO },
	{ "call_rcu", 0, GO }, { "request_irq", 4, GO }, { "request_threaded_irq", 5, GO },

	{ "cancel_work_sync", 0, COME }, { "cancel_delayed_work_sync", 0, COME },
	{ "flush_work", 0, COME }, { "flush_delayed_work", 0, COME },
	{ "destroy_work_on_stack", 0, COME }, { "destroy_delayed_work_on_stack", 0, COME },
	{ "del_timer_sync", 0, COME }, { "timer_delete_sync", 0, COME },
	{ "timer_shutdown_sync", 0, COME }, { "del_singleshot_timer_sync", 0, COME },
	{ "destroy_timer_on_stack", 0, COME },
	{ "timer_destroy_on_stack", 0, COME }, { "hrtimer_cancel", 0, COME },
	{ "destroy_hrtimer_on_stack", 0, COME }, { "del_timer", 0, COME },
	{ "timer_delete", 0, COME }, { "cancel_work", 0, COME },
	{ "cancel_delayed_work", 0, COME }, { "free_irq", 1, COME },

	/* Whoever has the object says so when it is done. */
	{ "wait_for_completion", 0, WAIT }, { "wait_for_completion_io", 0, WAIT },
	{ "wait_for_completion_killable", 0, WAIT }, { "rcu_barrier", 0, WAIT },
	{ "flush_workqueue", 0, WAIT }, { "__flush_workqueue", 0, WAIT },
	{ "drain_workqueue", 0, WAIT }, { "destroy_workqueue", 0, WAIT },
	{ "flush_scheduled_work", 0, WAIT }, { "schedule", 0, WAIT },
	{ "io_schedule", 0, WAIT }, { "schedule_timeout", 0, WAIT },
	{ "kthread_stop", 0, WAIT }, { "synchronize_rcu", 0, WAIT },
};

const known_call *find_call(const gcall *call)
{
	static std::unordered_map<tree, const known_call *> known;
	tree fndecl = gimple_call_fndecl(call);

	if (!fndecl)
		return NULL;

	auto slot = known.emplace(fndecl, nullptr);

	if (slot.second)
		for (const known_call &k : known_calls)
			if (!strcmp(k.name, decl_name(fndecl)))
				slot.first->second = &k;
	return slot.first->second;
}

bool is_request(const known_call *k)
{
	return !strncmp(k->name, "request_", 8);
}

class share_rule : public rule {
public:
	share_rule() : rule("share")
	{
		watches_calls = true;
		watches_memory = true;
	}

	unsigned int on(machine &m, unsigned int st, const occasion &o) override;
	unsigned int join(unsigned int a, unsigned int b) const override
	{
		return a == b ? a : HOME;
	}
	void called(machine &m, const gcall *call, const contract *c) override;
	bool splits(machine &m, const gcall *call, const contract *c, range *success) override;
	void happened(machine &m, const value &v, unsigned int event, bool maybe,
		      const path_event *inside) override;
	void touches(machine &m, tree ref, bool write) override;
	void leave(machine &m, const value &returned) override;
	void defined(tree type) override;
	bool wants(const contract &) const override { return false; }
	bool wants_call(const gcall *call) const override;
	bool wants_body(function *fn) const override;

private:
	void act(machine &m, const value &v, unsigned int what, const char *by,
		 const path_event *inside);
	void all_home(machine &m, sym_id base);
	bool is_made_here(machine &m, sym_id s);

	bool members_seen = false;	/* there are some that are __set_once */
};

void share_rule::defined(tree type)
{
	if (!RECORD_OR_UNION_TYPE_P(type) || !COMPLETE_TYPE_P(type))
		return;
	for (tree f = TYPE_FIELDS(type); f; f = DECL_CHAIN(f))
		members_seen |= TREE_CODE(f) == FIELD_DECL && has_attribute(set_once, f);
	if (has_attribute(shared, type))
		look_at_members(type, type);
}

/* Only what is on the stack can come too late. */
bool share_rule::wants_call(const gcall *call) const
{
	const known_call *k = find_call(call);

	return k && k->what == GO && k->arg < gimple_call_num_args(call) &&
	       TREE_CODE(gimple_call_arg(call, k->arg)) == ADDR_EXPR;
}

/* The member that is __set_once in which @ref is; NULL: none. */
tree set_once_in(tree ref)
{
	for (; handled_component_p(ref); ref = TREE_OPERAND(ref, 0))
		if (TREE_CODE(ref) == COMPONENT_REF &&
		    has_attribute(set_once, TREE_OPERAND(ref, 1)))
			return TREE_OPERAND(ref, 1);
	return NULL_TREE;
}

bool share_rule::wants_body(function *fn) const
{
	basic_block bb;

	if (!members_seen)
		return false;
	FOR_EACH_BB_FN(bb, fn)
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i))
			if (gimple_get_lhs(gsi_stmt(i)) &&
			    set_once_in(gimple_get_lhs(gsi_stmt(i))))
				return true;
	return false;
}

bool is_on_stack(machine &m, sym_id base)
{
	const symbol &s = m.info(base);

	return s.origin == symbol::DECL && VAR_P(s.node) &&
	       auto_var_in_fn_p(s.node, m.fndecl());
}

/* Everything in @base, or everything there is, is back. */
void share_rule::all_home(machine &m, sym_id base)
{
	std::vector<sym_id> spots;

	for (const typestate &t : m.now().states)
		if (t.rule == index && t.state == AWAY && (!base || m.spotted(t.sym).sym == base))
			spots.push_back(t.sym);
	for (sym_id s : spots)
		m.set_state(s, *this, HOME);
}

void share_rule::act(machine &m, const value &v, unsigned int what, const char *by,
		     const path_event *inside)
{
	value where = m.spot(v);

	if (!where.is_sym())
		return;
	m.add_event(*this, v, what, inside);
	if (what == GO && is_on_stack(m, v.sym)) {
		m.mark(m.here(), where.sym, path_event::BIRTH,
		       std::string("given to another context") +
		       (*by ? std::string(" by '") + by + "'" : ""), inside);
		m.set_state(where.sym, *this, AWAY);
	} else if (what == COME) {
		all_home(m, v.sym);
	}
}

/* A request that fails gives nothing away. */
bool share_rule::splits(machine &m, const gcall *call, const contract *, range *success)
{
	const known_call *k = find_call(call);

	if (!k || !is_request(k))
		return false;
	*success = range::constant(0);
	return true;
}

void share_rule::called(machine &m, const gcall *call, const contract *)
{
	const known_call *k = find_call(call);
	tree lhs = gimple_call_lhs(call);

	if (!k)
		return;
	if (k->what == WAIT) {
		all_home(m, 0);
		return;
	}
	if (k->arg >= gimple_call_num_args(call) ||
	    (is_request(k) && lhs && !m.range_of(m.value_of(lhs)).has(0)))
		return;
	act(m, m.value_of(gimple_call_arg(call, k->arg)), k->what, k->name, NULL);
}

void share_rule::happened(machine &m, const value &v, unsigned int event, bool maybe,
			  const path_event *inside)
{
	if (!maybe || event == COME)
		act(m, v, event, "", inside);
}

/* Whether @call only initialises: a list that is empty points to itself. */
bool initialises(const gcall *call)
{
	tree fndecl = gimple_call_fndecl(call);

	return fndecl && (strstr(decl_name(fndecl), "init") || strstr(decl_name(fndecl), "INIT"));
}

unsigned int share_rule::on(machine &m, unsigned int st, const occasion &o)
{
	const gcall *call = m.statement() ? dyn_cast<const gcall *>(m.statement()) : NULL;

	/* Who else gets the object may wait for it. */
	if ((o.act == ACT_PASS || o.act == ACT_LEND) && call && !find_call(call))
		all_home(m, o.what.sym);
	if (members_seen && m.info(o.what.sym).origin == symbol::RETURNED &&
	    (o.act == ACT_STORE || o.act == ACT_PASS || o.act == ACT_ESCAPE) &&
	    !(call && initialises(call)))
		return SEEN;
	return st;
}

void share_rule::leave(machine &m, const value &)
{
	std::vector<sym_id> away;

	for (const typestate &t : m.now().states)
		if (t.rule == index && t.state == AWAY)
			away.push_back(t.sym);
	for (sym_id s : away) {
		std::string name = m.describe(value::of(m.spotted(s).sym));

		if (name.empty())
			name = decl_name(m.info(m.spotted(s).sym).node);
		m.report("SAFE_E_SHARE_STACK", m.since(s, *this)->where, value::of(s),
			 "'" + name + "' is on the stack and is given to another context, which "
			 "may use it after the function has returned: cancel it or wait for it "
			 "first, or allocate it");
	}
}

/* Who has the object from whom: a caller may have made it just now. */
bool share_rule::is_made_here(machine &m, sym_id s)
{
	const symbol &info = m.info(s);

	if (m.is_private(s) || is_on_stack(m, s))
		return true;
	if (info.origin == symbol::RETURNED)
		return m.state_of(s, *this) != SEEN;
	/* An initialiser is given the object by who made it. */
	return info.origin == symbol::PARAM && strstr(decl_name(m.fndecl()), "init");
}

/* A member that is __set_once is written when others may see it. */
void share_rule::touches(machine &m, tree ref, bool write)
{
	tree field = members_seen && write ? set_once_in(ref) : NULL_TREE;
	value v = field ? m.address(ref) : value();

	if (!v.is_sym() || is_made_here(m, v.sym))
		return;
	m.report("SAFE_E_SHARE_SET", m.here(), v,
		 std::string("'") + decl_name(field) + "' is __set_once, but is written when "
		 "others may see the object; set it before the object is published");
}

rule_entry entry(new share_rule);

} /* namespace */

} /* namespace safe */
