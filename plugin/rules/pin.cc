// SPDX-License-Identifier: GPL-2.0
/*
 * Rule "pin": locks, lists, work items and timers that are copied, moved or freed
 * while they are in use.
 *
 *	            initialised, or locked, ...         added to a list, queued, armed
 *	   (0) ------------------------------> LIVE ------------------------> BUSY
 *	                                         |                              |
 *	                   the object is copied: |                              | freed: error
 *	                   the copy is           v                              v
 *	          used: error <------------ STALE, until it is initialised
 *
 * A copy that nobody uses is harmless, and often made to be initialised next: only
 * its use is reported.
 *
 * Of a type that is SAFE_PINNED no copy is harmless: see pin_copy.cc.
 */
#include "pin.h"
#include "../location.h"
#include "../names.h"

namespace safe {

namespace {

/* Of the place of a member, as given by machine::spot(). */
const unsigned int UNKNOWN = 0, LIVE = 1, LISTED = 2, QUEUED = 3, ARMED = 4, STALE = 5,
		   ENDING = 6;
enum event : unsigned int {
	INIT,		/* initialised, whatever it was */
	USE,		/* what only an initialised one is good for */
	ADD,		/* a node is added to a list: it need not be initialised */
	REMOVE,		/* a node is removed from its list */
	QUEUE,		/* a work item is queued */
	ARM,		/* a timer is started */
	STOP,		/* stopped, and not running any more */
	END,		/* stopped, but it may still run */
};

struct known_call {
	const char *name;
	unsigned int arg;
	event what;
};

/* What the kernel's functions do to the members that are passed to them. */
const known_call known_calls[] = {
	{ "__mutex_init", 0, INIT }, { "__mutex_rt_init", 0, INIT },
	{ "__init_rwsem", 0, INIT }, { "sema_init", 0, INIT },
	{ "__raw_spin_lock_init", 0, INIT }, { "__rwlock_init", 0, INIT },
	{ "__init_waitqueue_head", 0, INIT }, { "__init_swait_queue_head", 0, INIT },
	{ "init_completion", 0, INIT }, { "__init_completion", 0, INIT },
	{ "reinit_completion", 0, USE },
	{ "INIT_LIST_HEAD", 0, INIT }, { "INIT_LIST_HEAD_RCU", 0, INIT },
	{ "__init_work", 0, INIT }, { "init_timer_key", 0, INIT },
	{ "timer_init_key", 0, INIT }, { "hrtimer_init", 0, INIT },
	{ "hrtimer_setup", 0, INIT }, { "init_timer_on_stack_key", 0, INIT },

	{ "mutex_lock", 0, USE }, { "mutex_lock_nested", 0, USE },
	{ "mutex_lock_interruptible", 0, USE }, { "mutex_lock_interruptible_nested", 0, USE },
	{ "mutex_lock_killable", 0, USE }, { "mutex_trylock", 0, USE },
	{ "mutex_unlock", 0, USE }, { "mutex_is_locked", 0, USE },
	{ "spin_lock", 0, USE }, { "spin_lock_bh", 0, USE }, { "spin_lock_irq", 0, USE },
	{ "spin_unlock", 0, USE }, { "spin_unlock_bh", 0, USE }, { "spin_unlock_irq", 0, USE },
	{ "spin_unlock_irqrestore", 0, USE }, { "_raw_spin_lock", 0, USE },
	{ "_raw_spin_lock_irqsave", 0, USE }, { "_raw_spin_lock_irq", 0, USE },
	{ "_raw_spin_lock_bh", 0, USE }, { "_raw_spin_unlock_irqrestore", 0, USE },
	{ "down_read", 0, USE }, { "down_write", 0, USE }, { "up_read", 0, USE },
	{ "up_write", 0, USE }, { "down", 0, USE }, { "up", 0, USE },
	{ "prepare_to_wait", 0, USE }, { "prepare_to_wait_event", 0, USE },
	{ "add_wait_queue", 0, USE }, { "__wake_up", 0, USE }, { "complete", 0, USE },
	{ "complete_all", 0, USE }, { "wait_for_completion", 0, USE },
	{ "wait_for_completion_timeout", 0, USE },
	{ "wait_for_completion_interruptible", 0, USE },

	{ "list_add", 0, ADD }, { "list_add", 1, USE },
	{ "list_add_tail", 0, ADD }, { "list_add_tail", 1, USE },
	{ "list_add_rcu", 0, ADD }, { "list_add_rcu", 1, USE },
	{ "list_add_tail_rcu", 0, ADD }, { "list_add_tail_rcu", 1, USE },
	{ "list_move", 0, REMOVE }, { "list_move", 1, USE },
	{ "list_move_tail", 0, REMOVE }, { "list_move_tail", 1, USE },
	{ "list_move", 0, ADD }, { "list_move_tail", 0, ADD },
	{ "list_del", 0, REMOVE }, { "list_del_init", 0, REMOVE }, { "list_del_rcu", 0, REMOVE },
	{ "list_splice", 0, USE }, { "list_splice", 1, USE },
	{ "list_splice_init", 0, USE }, { "list_splice_init", 1, USE },
	{ "list_splice_tail", 0, USE }, { "list_splice_tail_init", 0, USE },

	{ "schedule_work", 0, QUEUE }, { "queue_work", 1, QUEUE },
	{ "queue_work_on", 2, QUEUE }, { "schedule_work_on", 1, QUEUE },
	{ "schedule_delayed_work", 0, QUEUE }, { "queue_delayed_work", 1, QUEUE },
	{ "queue_delayed_work_on", 2, QUEUE }, { "mod_delayed_work", 1, QUEUE },
	{ "mod_delayed_work_on", 2, QUEUE },
	{ "cancel_work_sync", 0, STOP }, { "flush_work", 0, STOP },
	{ "disable_work_sync", 0, STOP }, { "disable_delayed_work_sync", 0, STOP },
	{ "cancel_delayed_work_sync", 0, STOP }, { "flush_delayed_work", 0, STOP },
	{ "destroy_work_on_stack", 0, STOP }, { "destroy_delayed_work_on_stack", 0, STOP },
	{ "cancel_work", 0, END }, { "cancel_delayed_work", 0, END },

	{ "mod_timer", 0, ARM }, { "add_timer", 0, ARM }, { "add_timer_on", 0, ARM },
	{ "timer_reduce", 0, ARM }, { "mod_timer_pending", 0, USE },
	{ "hrtimer_start", 0, ARM }, { "hrtimer_start_range_ns", 0, ARM },
	{ "del_timer_sync", 0, STOP }, { "timer_delete_sync", 0, STOP },
	{ "timer_shutdown_sync", 0, STOP }, { "del_singleshot_timer_sync", 0, STOP },
	{ "hrtimer_cancel", 0, STOP }, { "destroy_timer_on_stack", 0, STOP },
	{ "timer_destroy_on_stack", 0, STOP },
	{ "del_timer", 0, END }, { "timer_delete", 0, END }, { "timer_shutdown", 0, END },
	{ "hrtimer_try_to_cancel", 0, END },
};

typedef std::vector<const known_call *> call_list;

const char *name_of(tree fndecl)
{
	const char *name = decl_name(fndecl);

	return strncmp(name, "__builtin_", 10) ? name : name + 10;
}

/* What is known of calls of @fndecl. */
const call_list &calls_of(tree fndecl)
{
	static std::unordered_map<std::string, call_list> by_name;
	static std::unordered_map<tree, const call_list *> by_decl;
	static const call_list none;

	if (!fndecl)
		return none;
	if (by_name.empty())
		for (const known_call &k : known_calls)
			by_name[k.name].push_back(&k);

	auto slot = by_decl.emplace(fndecl, &none);

	if (slot.second) {
		auto found = by_name.find(name_of(fndecl));

		if (found != by_name.end())
			slot.first->second = &found->second;
	}
	return *slot.first->second;
}

/* Copies of bytes. */
bool is_copy(tree fndecl)
{
	const char *name = name_of(fndecl);

	return !strcmp(name, "memcpy") || !strcmp(name, "memmove") || !strcmp(name, "kmemdup") ||
	       !strcmp(name, "kmemdup_noprof");
}

bool is_krealloc(tree fndecl)
{
	const char *name = name_of(fndecl);

	return !strcmp(name, "krealloc") || !strcmp(name, "krealloc_array") ||
	       !strcmp(name, "krealloc_noprof") || !strcmp(name, "kvrealloc") ||
	       !strcmp(name, "krealloc_node_align_noprof");
}

class pin_rule : public rule {
public:
	pin_rule() : rule("pin")
	{
		watches_calls = true;
		watches_memory = true;
	}

	unsigned int on(machine &m, unsigned int st, const occasion &o) override;
	unsigned int join(unsigned int a, unsigned int b) const override;
	void calls(machine &m, const gcall *call, const contract *c) override;
	void called(machine &m, const gcall *call, const contract *c) override;
	void touches(machine &m, tree ref, bool write) override;
	void happened(machine &m, const value &v, unsigned int event, bool maybe,
		      const path_event *inside) override;
	void look_at(function *fn) override;
	void defined(tree type) override { look_at_pinned_type(type); }
	void finish() override { find_two_destructors(); }
	bool wants(const contract &) const override { return false; }
	bool wants_call(const gcall *call) const override;
	bool wants_body(function *fn) const override;

private:
	void act(machine &m, const value &v, event what, tree expr, const path_event *inside);
	void calm(machine &m, unsigned int state);
	void freed(machine &m, const occasion &o);
	void copied(machine &m, const value &to, const value &from, int64_t size, tree type);
	void moved(machine &m, const value &from, tree pointer);
};

std::string quoted(const std::string &name, const char *otherwise)
{
	return name.empty() ? otherwise : "'" + name + "'";
}

/* ---- what is known of places ---- */

struct place_state {
	sym_id spot;
	int64_t offset;
	unsigned int state;
};

/* The places inside the object @base of which the rule knows something. */
std::vector<place_state> places_in(machine &m, const rule &r, sym_id base)
{
	std::vector<place_state> found;

	for (const typestate &t : m.now().states) {
		if (t.rule != r.index)
			continue;

		value v = m.spotted(t.sym);

		if (v.sym == base && t.sym != base)
			found.push_back({ t.sym, v.num, t.state });
	}
	return found;
}

/* ---- calls ---- */

bool pin_rule::wants_call(const gcall *call) const
{
	tree fndecl = gimple_call_fndecl(call);

	if (!fndecl)
		return false;
	for (const known_call *k : calls_of(fndecl))
		if (k->what == QUEUE || k->what == ARM || k->what == END)
			return true;
	if (!is_copy(fndecl) && !is_krealloc(fndecl))
		return false;
	for (unsigned int i = 0; i < 2 && i < gimple_call_num_args(call); i++) {
		tree type = target_of(gimple_call_arg(call, i));

		if (type && !pinned_members(type).empty())
			return true;
	}
	return false;
}

/* *a = *b, of structs with locks and the like. */
bool pin_rule::wants_body(function *fn) const
{
	basic_block bb;

	FOR_EACH_BB_FN(bb, fn) {
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			const gimple *stmt = gsi_stmt(i);
			tree rhs = gimple_assign_single_p(stmt) ? gimple_assign_rhs1(stmt)
								: NULL_TREE;
			tree type = rhs ? TREE_TYPE(rhs) : NULL_TREE;

			if (!rhs || !AGGREGATE_TYPE_P(type) || TREE_CODE(rhs) == CONSTRUCTOR)
				continue;
			/* Bytes: what memcpy() of a known size has become. */
			if (TREE_CODE(type) == ARRAY_TYPE && TREE_CODE(rhs) == MEM_REF)
				type = target_of(TREE_OPERAND(rhs, 0));
			if (type && !pinned_members(type).empty())
				return true;
		}
	}
	return false;
}

void pin_rule::act(machine &m, const value &v, event what, tree expr, const path_event *inside)
{
	value where = m.spot(v);

	if (!where.is_sym())
		return;

	unsigned int st = m.state_of(where.sym, *this), after = st;

	m.add_event(*this, v, what, inside);
	if (st == STALE && what != INIT && what != ADD) {
		m.report("SAFE_E_PIN_STALE", m.here(), where,
			 quoted(m.describe(expr), "the member") + " is used, but the object was "
			 "copied from another one that is in use: initialise it first, or keep "
			 "a pointer");
		after = UNKNOWN;
	}
	switch (what) {
	case INIT:
		after = LIVE;
		break;
	case USE:
		if (after == UNKNOWN)
			after = LIVE;
		break;
	case ADD:
		m.mark(m.here(), where.sym, path_event::BIRTH, "added to a list", inside);
		after = LISTED;
		break;
	case QUEUE:
		m.mark(m.here(), where.sym, path_event::BIRTH, "queued", inside);
		after = QUEUED;
		break;
	case ARM:
		m.mark(m.here(), where.sym, path_event::BIRTH, "started", inside);
		after = ARMED;
		break;
	case END:
		m.mark(m.here(), where.sym, path_event::BIRTH,
		       "stopped, but its function may still run", inside);
		after = ENDING;
		break;
	case REMOVE:
		/* By another name it may be any of them. */
		if (st != LISTED)
			calm(m, LISTED);
		after = st == UNKNOWN ? UNKNOWN : LIVE;
		break;
	case STOP:
		after = st == UNKNOWN ? UNKNOWN : LIVE;
		break;
	}
	m.set_state(where.sym, *this, after);
}

/*
 * Nobody is @state any more for sure, or busy at all: whoever is called may take what is
 * in a list out of it, wait for work, and so on, for any object.
 */
void pin_rule::calm(machine &m, unsigned int state)
{
	std::vector<sym_id> busy;

	for (const typestate &t : m.now().states)
		if (t.rule == index && (state ? t.state == state :
					t.state == LISTED || t.state == QUEUED ||
					t.state == ARMED || t.state == ENDING))
			busy.push_back(t.sym);
	for (sym_id s : busy)
		m.set_state(s, *this, LIVE);
}

void pin_rule::calls(machine &m, const gcall *call, const contract *c)
{
	tree fndecl = gimple_call_fndecl(call);

	if (!c && !gimple_call_internal_p(call) && calls_of(fndecl).empty() &&
	    !gimple_call_builtin_p(call))
		calm(m, 0);
	if (!fndecl || gimple_call_num_args(call) < 2)
		return;
	if (is_krealloc(fndecl)) {
		moved(m, m.value_of(gimple_call_arg(call, 0)), gimple_call_arg(call, 0));
	} else if (gimple_call_builtin_p(call, BUILT_IN_MEMCPY) ||
		   gimple_call_builtin_p(call, BUILT_IN_MEMMOVE)) {
		value size = m.value_of(gimple_call_arg(call, 2));

		if (size.kind == value::CONST)
			copied(m, m.value_of(gimple_call_arg(call, 0)),
			       m.value_of(gimple_call_arg(call, 1)), size.num, NULL_TREE);
	}
}

void pin_rule::called(machine &m, const gcall *call, const contract *)
{
	tree fndecl = gimple_call_fndecl(call), lhs = gimple_call_lhs(call);

	/* Now: while it ran, the object was in its hands. */
	for (const known_call *k : calls_of(fndecl))
		if (k->arg < gimple_call_num_args(call))
			act(m, m.value_of(gimple_call_arg(call, k->arg)), k->what,
			    gimple_call_arg(call, k->arg), NULL);
	if (!fndecl)
		return;
	if (lhs && TREE_CODE(lhs) == SSA_NAME && !strncmp(name_of(fndecl), "kmemdup", 7) &&
	    gimple_call_num_args(call) > 2) {
		value size = m.value_of(gimple_call_arg(call, 1));

		if (size.kind == value::CONST)
			copied(m, m.value_of(lhs), m.value_of(gimple_call_arg(call, 0)),
			       size.num, NULL_TREE);
	}
}

void pin_rule::happened(machine &m, const value &v, unsigned int event, bool maybe,
			const path_event *inside)
{
	if (!maybe) {
		act(m, v, (enum event)event, NULL_TREE, inside);
		return;
	}

	value where = m.spot(v);

	if (where.is_sym())
		m.set_state(where.sym, *this, UNKNOWN);
}

/* ---- copies ---- */

/* @size bytes of the object at @from are copied to @to. */
void pin_rule::copied(machine &m, const value &to, const value &from, int64_t size, tree type)
{
	if (!to.is_sym() || !from.is_sym() || to.num == SOMEWHERE || from.num == SOMEWHERE ||
	    (to.sym == from.sym && to.num == from.num))
		return;

	std::vector<place_state> originals = places_in(m, *this, from.sym);

	/* What was there before is gone. */
	for (const place_state &p : places_in(m, *this, to.sym)) {
		bool own = false;

		if (p.offset < to.num || p.offset >= to.num + size)
			continue;
		/* An initialised list head that the copy has overwritten. */
		if (p.state == LIVE && type)
			for (const pinned_member &member : pinned_members(type))
				own |= member.points_to_itself &&
				       member.offset == p.offset - to.num;
		if (own)
			m.mark(m.here(), p.spot, path_event::OTHER,
			       "overwritten with a copy here, after it was initialised");
		m.set_state(p.spot, *this, own ? STALE : UNKNOWN);
	}
	for (const place_state &p : originals) {
		value where;

		if (p.offset < from.num || p.offset >= from.num + size ||
		    p.state == UNKNOWN)
			continue;
		where = m.spot(value::of(to.sym, to.num + p.offset - from.num));
		m.mark(m.here(), where.sym, path_event::BIRTH,
		       "copied here, from an object that is in use");
		m.set_state(where.sym, *this, STALE);
	}
}

void pin_rule::touches(machine &m, tree ref, bool write)
{
	const gimple *stmt = m.statement();

	if (!write || !gimple_assign_single_p(stmt) || !AGGREGATE_TYPE_P(TREE_TYPE(ref)) ||
	    gimple_assign_lhs(stmt) != ref)
		return;

	/* "DECLARE_WAIT_QUEUE_HEAD_ONSTACK(wait)" initialises it, and copies it to itself. */
	if (RECORD_OR_UNION_TYPE_P(TREE_TYPE(ref)) &&
	    from_macro_expansion_at(gimple_location(stmt)))
		return;

	tree rhs = gimple_assign_rhs1(stmt), size = TYPE_SIZE_UNIT(TREE_TYPE(ref));

	if (TREE_CODE(rhs) == CONSTRUCTOR || !size || !tree_fits_shwi_p(size))
		return;
	/* The struct itself: a list head is moved like this, and mended next. */
	if (pinned_members(TREE_TYPE(ref)).size() == 1 &&
	    !pinned_members(TREE_TYPE(ref))[0].offset &&
	    !strcmp(pinned_members(TREE_TYPE(ref))[0].what, "list_head"))
		return;
	copied(m, m.address(ref), m.address(rhs), tree_to_shwi(size), TREE_TYPE(ref));
}

/* krealloc(@from): what points into the object, points to where it was. */
void pin_rule::moved(machine &m, const value &from, tree pointer)
{
	if (!from.is_sym())
		return;
	for (const place_state &p : places_in(m, *this, from.sym)) {
		if (p.state != LIVE && p.state != LISTED && p.state != QUEUED &&
		    p.state != ARMED)
			continue;
		m.report("SAFE_E_PIN_MOVED", m.here(), value::of(p.spot),
			 quoted(m.describe(pointer), "the object") + " may be moved, but "
			 "contains a member that is in use where it is; allocate it apart, or "
			 "hold a pointer to it");
		m.set_state(p.spot, *this, UNKNOWN);
		return;
	}
}

/* ---- the end of an object ---- */

void pin_rule::freed(machine &m, const occasion &o)
{
	if (o.maybe || !o.what.is_sym() || o.what.num == SOMEWHERE ||
	    in_own_macro(gimple_location(m.statement())) ||
	    (o.callee && o.callee->param(o.param).passing == param_contract::PUTS))
		return;
	for (const place_state &p : places_in(m, *this, o.what.sym)) {
		std::string name = m.describe(o.expr);
		std::string object = quoted(name.empty() ? m.describe(o.what) : name,
					    "the object");
		const char *busy = p.state == LISTED ? "it is in a list: remove it first" :
				   p.state == QUEUED ? "its work is queued: call "
						       "cancel_work_sync() first" :
				   p.state == ARMED ? "its timer is running: call "
						      "timer_delete_sync() first" :
				   p.state == ENDING ? "its work or timer may still be running: "
						       "it was stopped without waiting; use the "
						       "_sync() function" : NULL;

		if (!busy || p.offset < o.what.num)
			continue;
		/* The callee did both: it is said there.  And it may know another way. */
		if (o.inside && (p.state == LISTED ||
				 m.since(p.spot, *this)->where == o.where))
			continue;
		m.report("SAFE_E_PIN_BUSY", o.where, value::of(p.spot),
			 object + " is freed while " + busy, p.state == ENDING);
		m.set_state(p.spot, *this, UNKNOWN);
	}
}

/* What others may do to an object: nothing is known of it any more. */
unsigned int pin_rule::on(machine &m, unsigned int st, const occasion &o)
{
	switch (o.act) {
	case ACT_RELEASE:
		freed(m, o);
		return UNKNOWN;
	case ACT_PASS:
	case ACT_ESCAPE:
		for (const place_state &p : places_in(m, *this, o.what.sym))
			if (p.state != LIVE && p.state != STALE)
				m.set_state(p.spot, *this, UNKNOWN);
		return st;
	default:
		return st;
	}
}

void pin_rule::look_at(function *fn)
{
	find_pinned_copies(fn);
	find_early_use(fn);
}

unsigned int pin_rule::join(unsigned int a, unsigned int b) const
{
	return a == b ? a : UNKNOWN;
}

rule_entry entry(new pin_rule);

} /* namespace */

} /* namespace safe */
