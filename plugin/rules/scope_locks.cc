// SPDX-License-Identifier: GPL-2.0
/*
 * Rule "scope": the locks of a function, for the checks of scope_order.cc.
 *
 * A place is written as a root, "P0;" for the first argument, "G", "L" or "S" and a
 * number for a global variable, a local one or a value, and steps from there: "^" goes
 * where the pointer leads, ".f" and a number into a member.
 */
#include "scope_locks.h"
#include "../body.h"

namespace safe {

namespace {

const unsigned int MOST_STEPS = 24;
const size_t MOST_TAKEN = 32;
const unsigned int MOST_DEPTH = 6;

std::string numbered(const char *prefix, int64_t number, const char *suffix)
{
	return prefix + std::to_string(number) + suffix;
}

lock_place value_of(tree value, unsigned int depth);

lock_place place_of_reference(tree ref, unsigned int depth)
{
	lock_place p, none;

	if (depth > MOST_STEPS)
		return none;
	switch (TREE_CODE(ref)) {
	case VAR_DECL:
		p.core = numbered(is_global_var(ref) ? "G" : "L", DECL_UID(ref), ";");
		p.text = name_of_decl(ref);
		return p;
	case PARM_DECL: {
		int i = 0;

		for (tree parm = DECL_ARGUMENTS(DECL_CONTEXT(ref)); parm && parm != ref;
		     parm = DECL_CHAIN(parm))
			i++;
		p.core = numbered("P", i, ";");
		p.text = name_of_decl(ref);
		return p;
	}
	case COMPONENT_REF: {
		tree object = TREE_OPERAND(ref, 0), field = TREE_OPERAND(ref, 1);
		bool arrow = TREE_CODE(object) == MEM_REF;

		p = place_of_reference(object, depth + 1);
		if (!p.known())
			return none;
		p.core += numbered(".f", DECL_UID(field), "");
		if (DECL_NAME(field))
			p.text += (arrow && TREE_CODE(TREE_OPERAND(object, 0)) != ADDR_EXPR ?
				   "->" : ".") + name_of_decl(field);
		return p;
	}
	case ARRAY_REF: {
		tree index = TREE_OPERAND(ref, 1);

		p = place_of_reference(TREE_OPERAND(ref, 0), depth + 1);
		if (!p.known() || (TREE_CODE(index) != SSA_NAME && !tree_fits_shwi_p(index)))
			return none;
		p.core += TREE_CODE(index) == SSA_NAME ?
			  numbered("[s", SSA_NAME_VERSION(index), "]") :
			  numbered("[", tree_to_shwi(index), "]");
		p.text += "[...]";
		return p;
	}
	case MEM_REF:
		p = value_of(TREE_OPERAND(ref, 0), depth + 1);
		if (!p.known())
			return none;
		if (!integer_zerop(TREE_OPERAND(ref, 1)))
			p.core += numbered("+", tree_to_shwi(TREE_OPERAND(ref, 1)), "");
		if (p.address)
			p.address = false;
		else
			p.core += "^";
		return p;
	default:
		return none;
	}
}

/* The number or pointer @value. */
lock_place value_of(tree value, unsigned int depth)
{
	lock_place p, none;

	if (depth > MOST_STEPS)
		return none;
	if (TREE_CODE(value) == ADDR_EXPR) {
		p = place_of_reference(TREE_OPERAND(value, 0), depth + 1);
		p.address = true;
		return p;
	}
	if (TREE_CODE(value) != SSA_NAME)
		return none;

	gimple *def = SSA_NAME_DEF_STMT(value);

	if (SSA_NAME_IS_DEFAULT_DEF(value) && SSA_NAME_VAR(value))
		return place_of_reference(SSA_NAME_VAR(value), depth + 1);
	if (gimple_assign_load_p(def))
		return place_of_reference(gimple_assign_rhs1(def), depth + 1);
	if (gimple_assign_ssa_name_copy_p(def) || gimple_assign_cast_p(def) ||
	    (gimple_assign_single_p(def) && TREE_CODE(gimple_assign_rhs1(def)) == ADDR_EXPR)) {
		p = value_of(gimple_assign_rhs1(def), depth + 1);
		/* What the user calls it. */
		if (SSA_NAME_VAR(value) && !DECL_IGNORED_P(SSA_NAME_VAR(value)) &&
		    name_of_decl(SSA_NAME_VAR(value)).compare(0, 2, "__") && !p.address)
			p.text = name_of_decl(SSA_NAME_VAR(value));
		return p;
	}
	if (is_gimple_assign(def) && gimple_assign_rhs_code(def) == POINTER_PLUS_EXPR &&
	    tree_fits_shwi_p(gimple_assign_rhs2(def))) {
		p = value_of(gimple_assign_rhs1(def), depth + 1);
		if (!p.known())
			return none;
		if (p.address) {	/* container_of() */
			p.core = "&" + p.core;
			p.address = false;
		}
		p.core += numbered("+", (int64_t)TREE_INT_CST_LOW(gimple_assign_rhs2(def)), "");
		return p;
	}
	if (const gcall *call = dyn_cast<gcall *>(def)) {
		tree fndecl = gimple_call_fndecl(call);

		/* What lies between a spinlock_t and its raw_spinlock_t. */
		if (fndecl && name_of_decl(fndecl) == "spinlock_check")
			return value_of(gimple_call_arg(call, 0), depth + 1);
	}
	p.core = numbered("S", SSA_NAME_VERSION(value), ";");
	if (SSA_NAME_VAR(value))
		p.text = name_of_decl(SSA_NAME_VAR(value));
	return p;
}

/* What the kernel calls its locks.  @TAKE and the like are what becomes of argument 0. */
const struct lock_function {
	const char *name;
	enum lock_event::kind kind;
	bool shared = false;
} lock_functions[] = {
	{ "mutex_lock", lock_event::TAKE },
	{ "mutex_lock_nested", lock_event::TAKE },
	{ "mutex_lock_io", lock_event::TAKE },
	{ "mutex_lock_interruptible", lock_event::TRY },
	{ "mutex_lock_interruptible_nested", lock_event::TRY },
	{ "mutex_lock_killable", lock_event::TRY },
	{ "mutex_lock_killable_nested", lock_event::TRY },
	{ "_mutex_lock_killable", lock_event::TRY },
	{ "mutex_trylock", lock_event::TRY },
	{ "_mutex_trylock_nest_lock", lock_event::TRY },
	{ "mutex_unlock", lock_event::GIVE },
	{ "down_read", lock_event::TAKE, true },
	{ "down_write", lock_event::TAKE },
	{ "down_read_nested", lock_event::TAKE, true },
	{ "down_write_nested", lock_event::TAKE },
	{ "up_read", lock_event::GIVE, true },
	{ "up_write", lock_event::GIVE },
	{ "spin_lock", lock_event::TAKE },
	{ "spin_lock_bh", lock_event::TAKE },
	{ "spin_lock_irq", lock_event::TAKE },
	{ "_raw_spin_lock", lock_event::TAKE },
	{ "_raw_spin_lock_bh", lock_event::TAKE },
	{ "_raw_spin_lock_irq", lock_event::TAKE },
	{ "_raw_spin_lock_irqsave", lock_event::TAKE },
	{ "_raw_spin_lock_nested", lock_event::TAKE },
	{ "spin_trylock", lock_event::TRY },
	{ "_raw_spin_trylock", lock_event::TRY },
	{ "spin_unlock", lock_event::GIVE },
	{ "spin_unlock_bh", lock_event::GIVE },
	{ "spin_unlock_irq", lock_event::GIVE },
	{ "spin_unlock_irqrestore", lock_event::GIVE },
	{ "_raw_spin_unlock", lock_event::GIVE },
	{ "_raw_spin_unlock_bh", lock_event::GIVE },
	{ "_raw_spin_unlock_irq", lock_event::GIVE },
	{ "_raw_spin_unlock_irqrestore", lock_event::GIVE },
	{ "__mutex_init", lock_event::INIT },
	{ "__mutex_init_lockdep", lock_event::INIT },
	{ "mutex_init_generic", lock_event::INIT },
	{ "mutex_init_lockep", lock_event::INIT },
	{ "mutex_init_with_key", lock_event::INIT },
	{ "__raw_spin_lock_init", lock_event::INIT },
	{ "__init_rwsem", lock_event::INIT },
	{ "cancel_work_sync", lock_event::CANCEL },
	{ "disable_work_sync", lock_event::CANCEL },
	{ "flush_work", lock_event::CANCEL },
	{ "cancel_delayed_work_sync", lock_event::CANCEL },
	{ "disable_delayed_work_sync", lock_event::CANCEL },
	{ "flush_delayed_work", lock_event::CANCEL },
	{ "del_timer_sync", lock_event::CANCEL },
	{ "timer_delete_sync", lock_event::CANCEL },
	{ "timer_shutdown_sync", lock_event::CANCEL },
};

const lock_function *find_lock_function(const std::string &name)
{
	static std::unordered_map<std::string, const lock_function *> index;

	if (index.empty())
		for (const lock_function &f : lock_functions)
			index[f.name] = &f;

	auto found = index.find(name);

	return found == index.end() ? NULL : found->second;
}

bool ends_in(const std::string &text, const char *end)
{
	size_t n = strlen(end);

	return text.size() > n && !text.compare(text.size() - n, n, end);
}

/* The variable that the constructor @call makes. */
tree constructed(const gcall *call)
{
	tree lhs = gimple_call_lhs(call);
	imm_use_iterator i;
	gimple *use;
	tree variable = lhs && VAR_P(lhs) ? lhs : NULL_TREE;

	if (!lhs || TREE_CODE(lhs) != SSA_NAME)
		return variable;
	FOR_EACH_IMM_USE_STMT(use, i, lhs)
		if (gimple_assign_single_p(use) && VAR_P(gimple_assign_lhs(use)))
			variable = gimple_assign_lhs(use);
	return variable;
}

/*
 * Whether @fndecl takes, or gives back, one of the locks that are known here: a class may
 * be no lock.
 */
bool handles_lock(tree fndecl, bool gives, unsigned int depth)
{
	static std::map<std::pair<tree, bool>, bool> known;
	auto slot = known.emplace(std::make_pair(fndecl, gives), false);
	function *fn = DECL_STRUCT_FUNCTION(fndecl);
	basic_block bb;

	if (!slot.second || !has_body(fndecl) || depth > 3)
		return slot.first->second;
	FOR_EACH_BB_FN(bb, fn) {
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			tree callee = is_gimple_call(gsi_stmt(i)) ?
				      gimple_call_fndecl(gsi_stmt(i)) : NULL_TREE;
			const lock_function *f = callee ? find_lock_function(name_of_decl(callee))
							 : NULL;

			if (f ? (f->kind == lock_event::GIVE) == gives &&
				f->kind <= lock_event::GIVE
			      : callee && handles_lock(callee, gives, depth + 1))
				return known[{ fndecl, gives }] = true;
		}
	}
	return false;
}

/* guard(class)(lock): named @name. */
bool is_guard(const gcall *call, const std::string &name, lock_event *e)
{
	std::string cls;

	if (name.compare(0, 6, "class_") || !ends_in(name, "_constructor") ||
	    gimple_call_num_args(call) < 1 || !handles_lock(gimple_call_fndecl(call), false, 0))
		return false;
	e->variable = constructed(call);
	if (!e->variable || !cleanup_class(e->variable, "class_", "_destructor", &cls))
		return false;
	e->kind = is_conditional_class(cls) || ends_in(cls, "_try") || ends_in(cls, "_intr") ||
		  ends_in(cls, "_kill") ? lock_event::TRY : lock_event::TAKE;
	e->shared = ends_in(cls, "_read") || cls.find("_read_") != std::string::npos ||
		    cls.find("srcu") != std::string::npos;
	e->nested = ends_in(cls, "_nested");
	e->place = place_of(gimple_call_arg(call, 0));
	return e->place.known();
}

/* Return: whether the call is of interest. */
bool event_of_call(const gcall *call, lock_event *e)
{
	tree fndecl = gimple_call_fndecl(call);
	std::string name = fndecl ? name_of_decl(fndecl) : "";

	if (!fndecl)
		return false;
	if (gimple_call_num_args(call) == 1 && TREE_CODE(gimple_call_arg(call, 0)) == ADDR_EXPR) {
		tree variable = TREE_OPERAND(gimple_call_arg(call, 0), 0);

		if (VAR_P(variable) && has_cleanup(variable) && cleanup_name(variable) == name) {
			e->variable = variable;
			e->fndecl = fndecl;
			e->kind = cleanup_class(variable, "__free_", "", NULL) ?
				  lock_event::CLEAN : lock_event::END;
			return true;
		}
	}
	if (is_guard(call, name, e))
		return true;
	if (const lock_function *f = find_lock_function(name)) {
		if (!gimple_call_num_args(call))
			return false;
		e->kind = f->kind;
		e->shared = f->shared;
		e->nested = name.find("nested") != std::string::npos &&
			    gimple_call_num_args(call) > 1 &&
			    !integer_zerop(gimple_call_arg(call, 1));
		e->place = place_of(gimple_call_arg(call, 0));
		return e->place.known();
	}
	e->kind = lock_event::CALL;
	e->fndecl = fndecl;
	return has_body(fndecl) && name.compare(0, 6, "class_");
}

/* A store to a __free() variable. */
bool event_of_store(const gimple *stmt, lock_event *e)
{
	tree lhs = gimple_get_lhs(stmt);

	if (lhs && TREE_CODE(lhs) == MEM_REF) {		/* no_free_ptr() */
		tree pointer = TREE_OPERAND(lhs, 0);
		gimple *def = TREE_CODE(pointer) == SSA_NAME ? SSA_NAME_DEF_STMT(pointer) : NULL;

		if (def && gimple_assign_single_p(def))
			pointer = gimple_assign_rhs1(def);
		lhs = TREE_CODE(pointer) == ADDR_EXPR ? TREE_OPERAND(pointer, 0) : NULL_TREE;
	}
	if (!lhs || !VAR_P(lhs) || gimple_clobber_p(stmt) || !has_cleanup(lhs) ||
	    !cleanup_class(lhs, "__free_", "", NULL))
		return false;
	e->variable = lhs;
	e->kind = gimple_assign_single_p(stmt) && integer_zerop(gimple_assign_rhs1(stmt)) ?
		  lock_event::CLEAR : lock_event::SET;
	return true;
}

} /* namespace */

lock_place place_of(tree pointer)
{
	return value_of(pointer, 0);
}

std::string lock_place::kind() const
{
	size_t member = core.rfind(".f");

	if (!address)
		return "";
	if (member != std::string::npos &&
	    core.find_first_not_of("0123456789", member + 2) == std::string::npos)
		return core.substr(member);
	return core[0] == 'G' && core.back() == ';' ? core : "";
}

std::string lock_place::holder() const
{
	size_t member = core.rfind(".f");

	return member == std::string::npos ? "" : core.substr(0, member);
}

std::vector<lock_events> lock_events_of(function *fn)
{
	std::vector<lock_events> events(last_basic_block_for_fn(fn));
	basic_block bb;

	FOR_EACH_BB_FN(bb, fn) {
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			const gimple *stmt = gsi_stmt(i);
			const gcall *call = dyn_cast<const gcall *>(stmt);
			lock_event e;

			if (is_gimple_debug(stmt))
				continue;
			e.stmt = stmt;
			e.where = gimple_location(stmt);
			if (event_of_store(stmt, &e) || (call && event_of_call(call, &e)))
				events[bb->index].push_back(e);
		}
	}

	/* Guards of what is no lock: their end gives none back. */
	std::set<tree> locks;

	for (const lock_events &block : events)
		for (const lock_event &e : block)
			if (e.kind == lock_event::END && handles_lock(e.fndecl, true, 0))
				locks.insert(e.variable);
	for (lock_events &block : events)
		block.erase(std::remove_if(block.begin(), block.end(), [&](const lock_event &e) {
			return e.kind <= lock_event::TRY && e.variable && !locks.count(e.variable);
		}), block.end());
	return events;
}

lock_place seen_by_caller(const lock_place &place, const gcall *call)
{
	lock_place out = place, arg;
	size_t end = place.core.find(';');

	if (place.core[0] == 'G')
		return place;
	out.core.clear();
	if (place.core[0] != 'P')
		return out;

	unsigned int i = atoi(place.core.c_str() + 1);
	std::string rest = place.core.substr(end + 1);

	if (i >= gimple_call_num_args(call))
		return out;
	arg = place_of(gimple_call_arg(call, i));
	if (!arg.known())
		return out;
	if (!arg.address)
		out.core = arg.core + rest;
	else if (rest[0] == '^')
		out.core = arg.core + rest.substr(1);
	else if (rest.empty()) {
		out.core = arg.core;
		out.address = true;
	}
	/* In the caller's words, as far as they reach. */
	size_t step = place.text.find_first_of("-.");

	out.text = arg.text + (step == std::string::npos ? "" : place.text.substr(step));
	return out;
}

namespace {

/* What decides if @bb runs: a number that the caller passes, or what stands in memory. */
enum dependence { ON_NOTHING, ON_MEMORY, ON_ARGUMENT };

enum dependence dependence_of(basic_block bb)
{
	enum dependence out = ON_NOTHING;

	basic_block top = bb;

	while ((top = get_immediate_dominator(CDI_DOMINATORS, top)) &&
	       top->index != ENTRY_BLOCK) {
		const gimple *last = last_stmt(top);
		tree op = NULL_TREE;

		if (dominated_by_p(CDI_POST_DOMINATORS, top, bb))
			continue;
		if (const gcond *cond = safe_dyn_cast<const gcond *>(last))
			op = gimple_cond_lhs(cond);
		else if (const gswitch *sw = safe_dyn_cast<const gswitch *>(last))
			op = gimple_switch_index(sw);
		for (unsigned int steps = 0; op && TREE_CODE(op) == SSA_NAME && steps < 8; steps++) {
			gimple *def = SSA_NAME_DEF_STMT(op);

			if (SSA_NAME_IS_DEFAULT_DEF(op)) {
				if (INTEGRAL_TYPE_P(TREE_TYPE(op)))
					return ON_ARGUMENT;
				break;
			}
			if (!is_gimple_assign(def))
				break;
			if (gimple_assign_load_p(def))
				out = ON_MEMORY;
			op = gimple_assign_rhs1(def);
		}
	}
	return out;
}

/*
 * Whether the function can get to event @n of @bb without one of @without, GIVE or TAKE,
 * of that kind of lock.
 */
bool gets_to(function *fn, const std::vector<lock_events> &events, basic_block bb, size_t n,
	     enum lock_event::kind without, const std::string &kind)
{
	std::vector<basic_block> todo{ single_succ(ENTRY_BLOCK_PTR_FOR_FN(fn)) };
	std::set<int> seen;

	while (!todo.empty()) {
		basic_block b = todo.back();
		bool met = false;
		edge_iterator ei;
		edge e;

		todo.pop_back();
		if (b->index == EXIT_BLOCK || !seen.insert(b->index).second)
			continue;
		for (size_t i = 0; i < events[b->index].size() && !met; i++) {
			const lock_event &ev = events[b->index][i];

			if (b == bb && i == n)
				return true;
			met = (ev.kind == without || (without == lock_event::TAKE &&
						      ev.kind == lock_event::TRY)) &&
			      ev.place.kind() == kind;
		}
		if (!met)
			FOR_EACH_EDGE(e, ei, b->succs)
				todo.push_back(e->dest);
	}
	return false;
}

struct lock_summary {
	bool running = false;
	std::vector<taken_lock> taken;
	std::set<std::string> given;	/* though not taken here */
};

std::unordered_map<tree, lock_summary> summaries;

void add_taken(std::vector<taken_lock> *all, const taken_lock &t)
{
	for (const taken_lock &o : *all)
		if (o.place == t.place)
			return;
	if (all->size() < MOST_TAKEN)
		all->push_back(t);
}

const lock_summary &summary_for(tree fndecl, unsigned int depth)
{
	static const lock_summary nothing;
	auto slot = summaries.emplace(fndecl, lock_summary());
	function *fn = DECL_STRUCT_FUNCTION(fndecl);

	if (!slot.second)
		return slot.first->second.running ? nothing : slot.first->second;
	if (!has_body(fndecl) || depth > MOST_DEPTH)
		return nothing;
	slot.first->second.running = true;

	lock_summary out;
	std::vector<lock_events> events = lock_events_of(fn);
	basic_block bb;

	push_cfun(fn);
	calculate_dominance_info(CDI_DOMINATORS);
	calculate_dominance_info(CDI_POST_DOMINATORS);
	FOR_EACH_BB_FN(bb, fn) {
		for (size_t i = 0; i < events[bb->index].size(); i++) {
			const lock_event &e = events[bb->index][i];
			const gcall *call = dyn_cast<const gcall *>(e.stmt);
			std::vector<taken_lock> taken;
			std::set<std::string> given;

			if (e.kind == lock_event::GIVE)
				given.insert(e.place.kind());
			if (e.kind == lock_event::TAKE)
				taken.push_back({ e.place, e.shared, e.nested, false, e.where });
			if (e.kind == lock_event::CALL) {
				const lock_summary &inner = summary_for(e.fndecl, depth + 1);

				for (taken_lock t : inner.taken) {
					t.place = seen_by_caller(t.place, call);
					t.where = e.where;
					taken.push_back(t);
				}
				given = inner.given;
			}
			for (const std::string &kind : given)
				if (gets_to(fn, events, bb, i, lock_event::TAKE, kind))
					out.given.insert(kind);
			enum dependence dependence = taken.empty() ? ON_NOTHING : dependence_of(bb);

			for (taken_lock &t : taken) {
				t.unsure |= dependence == ON_MEMORY;
				if (t.place.known() && dependence != ON_ARGUMENT &&
				    gets_to(fn, events, bb, i, lock_event::GIVE, t.place.kind()))
					add_taken(&out.taken, t);
			}
		}
	}
	free_dominance_info(CDI_DOMINATORS);
	free_dominance_info(CDI_POST_DOMINATORS);
	pop_cfun();
	return summaries[fndecl] = out;
}

} /* namespace */

const std::vector<taken_lock> &taken_by(tree fndecl)
{
	return summary_for(fndecl, 0).taken;
}

bool gives_back(tree fndecl, const std::string &kind)
{
	return summary_for(fndecl, 0).given.count(kind);
}

} /* namespace safe */
