// SPDX-License-Identifier: GPL-2.0
/*
 * Rule "scope": the discipline of linux/cleanup.h.  This file has what is found on the
 * paths; scope_jump.cc looks at the code as it was parsed, scope_unset.cc and
 * scope_order.cc at its control flow.
 *
 * What the end of a scope gives away is CLEANED: it must not be returned, and nothing
 * that others see may point to it.  Of a counted object that somebody else has been
 * told of (TOLD) nothing is claimed: there may be a reference for him.  An object that
 * was freed otherwise is GONE: a lock in it can no longer be released.
 *
 *
 * Symbol 0, the path itself, is REFUSED while a conditional guard did not get its lock,
 * and STORED when something was CLEANED while others saw it.
 */
#include "scope_locks.h"
#include "returned.h"
#include "../names.h"

namespace safe {

std::string name_of_decl(tree decl)
{
	return decl_name(decl);
}

bool has_cleanup(tree decl)
{
	return lookup_attribute("cleanup", DECL_ATTRIBUTES(decl));
}

std::string cleanup_name(tree variable)
{
	tree attribute = lookup_attribute("cleanup", DECL_ATTRIBUTES(variable));
	tree name = attribute ? TREE_VALUE(TREE_VALUE(attribute)) : NULL_TREE;

	return name && TREE_CODE(name) == IDENTIFIER_NODE ? IDENTIFIER_POINTER(name) : "";
}

/* Whether @text is @prefix NAME @suffix. */
static bool split_name(const std::string &text, const char *prefix, const char *suffix,
		       std::string *name)
{
	size_t before = strlen(prefix), after = strlen(suffix);

	if (text.size() <= before + after || text.compare(0, before, prefix) ||
	    text.compare(text.size() - after, after, suffix))
		return false;
	if (name)
		*name = text.substr(before, text.size() - before - after);
	return true;
}

bool cleanup_class(tree variable, const char *prefix, const char *suffix, std::string *name)
{
	return split_name(cleanup_name(variable), prefix, suffix, name);
}

tree cleaned_variable(tree expr)
{
	tree arg;

	while (expr && (CONVERT_EXPR_P(expr) || TREE_CODE(expr) == CLEANUP_POINT_EXPR))
		expr = TREE_OPERAND(expr, 0);
	if (!expr || TREE_CODE(expr) != CALL_EXPR || call_expr_nargs(expr) != 1)
		return NULL_TREE;
	arg = CALL_EXPR_ARG(expr, 0);
	STRIP_NOPS(arg);
	if (TREE_CODE(arg) != ADDR_EXPR || !VAR_P(TREE_OPERAND(arg, 0)) ||
	    !has_cleanup(TREE_OPERAND(arg, 0)))
		return NULL_TREE;
	return TREE_OPERAND(arg, 0);
}

bool is_unnamed_guard(tree variable)
{
	static const char prefix[] = "__UNIQUE_ID_guard";

	return !name_of_decl(variable).compare(0, strlen(prefix), prefix);
}

bool is_conditional_class(const std::string &name)
{
	static std::map<std::string, bool> known;
	auto slot = known.emplace(name, false);

	if (slot.second) {
		tree flag = identifier_global_value(
			get_identifier(("class_" + name + "_is_conditional").c_str()));

		slot.first->second = flag && VAR_P(flag) && DECL_INITIAL(flag) &&
				     integer_nonzerop(DECL_INITIAL(flag));
	}
	return slot.first->second;
}

namespace {

const unsigned int UNSEEN = 0, OURS = 1, TOLD = 2, CLEANED = 3, GONE = 4, REFUSED = 5,
		   STORED = 6;

class scope_rule : public rule {
public:
	scope_rule() : rule("scope") { watches_calls = true; }

	unsigned int on(machine &m, unsigned int st, const occasion &o) override;
	unsigned int born(machine &m, const contract &c, const value &v, bool out) override;
	unsigned int join(unsigned int a, unsigned int b) const override;
	void calls(machine &m, const gcall *call, const contract *c) override;
	void called(machine &m, const gcall *call, const contract *c) override;
	void leave(machine &m, const value &returned) override;
	void parsed(tree fndecl) override { check_jumps(fndecl); }
	void look_at(function *fn) override;
	void finish() override;
	bool wants(const contract &c) const override { return false; }
	bool wants_call(const gcall *call) const override;

private:
	void clean(machine &m, const gcall *call, tree variable);
	void unlock(machine &m, tree variable);
	sym_id seen_in(machine &m, sym_id sym, tree cleanup) const;
	void forget_stored(machine &m, sym_id holder);
	void check_stored(machine &m, const value &returned);
	void check_refused(machine &m, const value &returned);

	/* The variable that had what is CLEANED. */
	std::map<std::pair<tree, sym_id>, tree> owners;
	/* The same by what made the path STORED. */
	struct stored_object {
		tree variable;
		sym_id sym, holder;
	};
	std::map<const path_event *, stored_object> stored;
};

/* Whether @call is a cleanup: of which variable? */
tree variable_of(const gcall *call)
{
	tree fndecl = gimple_call_fndecl(call);

	if (!fndecl || gimple_call_num_args(call) != 1)
		return NULL_TREE;

	tree arg = gimple_call_arg(call, 0);

	if (TREE_CODE(arg) != ADDR_EXPR || !VAR_P(TREE_OPERAND(arg, 0)) ||
	    !has_cleanup(TREE_OPERAND(arg, 0)) ||
	    cleanup_name(TREE_OPERAND(arg, 0)) != name_of_decl(fndecl))
		return NULL_TREE;
	return TREE_OPERAND(arg, 0);
}

/*
 * Whether the cleanup frees the object, and does not merely drop a reference: by the
 * contract of what it calls.
 */
bool frees(tree cleanup)
{
	static std::unordered_map<tree, bool> known;
	auto slot = known.emplace(cleanup, false);
	function *fn = DECL_STRUCT_FUNCTION(cleanup);
	basic_block bb;

	if (!slot.second || !fn || !fn->cfg || !gimple_in_ssa_p(fn))
		return slot.first->second;
	FOR_EACH_BB_FN(bb, fn) {
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			const gcall *call = dyn_cast<gcall *>(gsi_stmt(i));
			const contract *c = call ? contract_of_call(call) : NULL;

			for (const param_contract &p : c ? c->params
							 : std::vector<param_contract>())
				if (p.passing == param_contract::TAKES)
					slot.first->second = true;
		}
	}
	return slot.first->second;
}

/* The statements that run whenever @fn does, up to the first condition. */
std::vector<const gimple *> first_statements(function *fn)
{
	std::vector<const gimple *> out;
	basic_block bb = single_succ(ENTRY_BLOCK_PTR_FOR_FN(fn));

	for (unsigned int blocks = 0; bb->index != EXIT_BLOCK && blocks < 8; blocks++) {
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i))
			if (!is_gimple_debug(gsi_stmt(i)))
				out.push_back(gsi_stmt(i));
		if (!single_succ_p(bb))
			break;
		bb = single_succ(bb);
	}
	return out;
}

/* Whether @fndecl reads through its argument number @i, whatever it is. */
bool reads_through(tree fndecl, unsigned int i)
{
	function *fn = DECL_STRUCT_FUNCTION(fndecl);
	tree parm = DECL_ARGUMENTS(fndecl);

	if (!fn || !fn->cfg || !gimple_in_ssa_p(fn))
		return false;
	while (parm && i--)
		parm = DECL_CHAIN(parm);

	tree name = parm ? ssa_default_def(fn, parm) : NULL_TREE;

	if (!name)
		return false;
	for (const gimple *stmt : first_statements(fn)) {
		for (unsigned int op = 0; op < gimple_num_ops(stmt); op++) {
			tree ref = gimple_op(stmt, op);

			while (ref && handled_component_p(ref))
				ref = TREE_OPERAND(ref, 0);
			if (ref && TREE_CODE(ref) == MEM_REF && TREE_OPERAND(ref, 0) == name)
				return true;
		}
	}
	return false;
}

/* What the cleanup calls with NULL though it cannot take that, or "". */
std::string dies_of_null(tree cleanup)
{
	static std::unordered_map<tree, std::string> known;
	auto slot = known.emplace(cleanup, "");
	function *fn = DECL_STRUCT_FUNCTION(cleanup);

	if (!slot.second || !fn || !fn->cfg || !gimple_in_ssa_p(fn))
		return slot.first->second;
	for (const gimple *stmt : first_statements(fn)) {
		const gcall *call = dyn_cast<const gcall *>(stmt);
		tree callee = call ? gimple_call_fndecl(call) : NULL_TREE;

		for (unsigned int i = 0; callee && i < gimple_call_num_args(call); i++) {
			tree arg = gimple_call_arg(call, i);

			if (TREE_CODE(arg) == SSA_NAME && POINTER_TYPE_P(TREE_TYPE(arg)) &&
			    gimple_assign_load_p(SSA_NAME_DEF_STMT(arg)) &&
			    reads_through(callee, i))
				slot.first->second = name_of_decl(callee);
		}
	}
	return slot.first->second;
}

/* get_foo(), foo_get(), foo_ref(), ...: they take a reference of what they are given. */
bool takes_reference(const std::string &name)
{
	std::string last = name.substr(name.rfind('_') + 1);

	return !name.compare(0, 4, "get_") || last == "get" || last == "ref" ||
	       last == "hold" || last == "grab";
}

/* Whether what @call returns may be one of its arguments: foo_get(foo). */
bool hands_on(const gimple *stmt)
{
	const gcall *call = stmt ? dyn_cast<const gcall *>(stmt) : NULL;
	tree type = call ? gimple_call_return_type(call) : NULL_TREE;
	tree fndecl = call ? gimple_call_fndecl(call) : NULL_TREE;

	if (!call)
		return true;
	if (fndecl && !takes_reference(name_of_decl(fndecl)))
		return false;
	for (unsigned int i = 0; i < gimple_call_num_args(call); i++) {
		tree arg = TREE_TYPE(gimple_call_arg(call, i));

		if (POINTER_TYPE_P(arg) && POINTER_TYPE_P(type) &&
		    TYPE_MAIN_VARIANT(TREE_TYPE(arg)) == TYPE_MAIN_VARIANT(TREE_TYPE(type)))
			return true;
	}
	return false;
}

/* Whether the function got the object, and with it a reference, by a call of its own. */
bool got_here(machine &m, sym_id sym)
{
	const symbol &s = m.info(sym);

	switch (s.origin) {
	case symbol::RETURNED:
	case symbol::CALLEE:
		return !hands_on(s.stmt);
	case symbol::NAME:
		return !hands_on(SSA_NAME_DEF_STMT(s.node));
	default:
		return false;
	}
}

/* Whether the object stands in a variable that is cleaned up. */
bool is_cleaned_later(machine &m, sym_id sym)
{
	for (const cell &c : m.now().cells)
		if (c.content.is_sym() && c.content.sym == sym &&
		    m.is_cleanup_variable(value::of(c.base)))
			return true;
	return false;
}

/* Rule "own" may have said it already. */
void note_release(machine &m, const occasion &o)
{
	std::string text = "released by '" + (o.callee ? o.callee->name : "") + "'";
	const path_event *last = m.now().path;

	if (!last || last->about != o.what.sym || !last->text || text != last->text)
		m.mark(o.where, o.what.sym, path_event::OTHER, text, o.inside);
}

unsigned int scope_rule::on(machine &m, unsigned int st, const occasion &o)
{
	const param_contract *p = o.callee ? &o.callee->param(o.param) : NULL;

	switch (o.act) {
	case ACT_PASS:
	case ACT_ESCAPE:
		return st == OURS || (st == UNSEEN && is_cleaned_later(m, o.what.sym)) ? TOLD
										      : st;
	case ACT_LEND:
		/* of_node_get(np), the result of which is not looked at. */
		return st <= TOLD && o.callee &&
		       o.callee->ret == contract::OWNED && is_cleaned_later(m, o.what.sym) ?
		       TOLD : st;
	case ACT_STORE:
		if (is_cleaned_later(m, o.what.sym))
			m.mark(o.where, o.what.sym, path_event::OTHER, "stored here");
		return st;
	case ACT_RELEASE:
		if (o.maybe || st == CLEANED || o.what.num ||
		    !m.range_of(o.what).meets(range::valid_pointers()) ||
		    m.info(o.what.sym).origin == symbol::DECL)
			return st;
		if (p && p->passing == param_contract::PUTS && st != OURS)
			return st;
		note_release(m, o);
		forget_stored(m, o.what.sym);
		return GONE;
	case ACT_RETURN: {
		auto owner = owners.find({ m.fndecl(), o.what.sym });

		if (st != CLEANED || owner == owners.end() || o.what.num ||
		    !m.range_of(o.what).meets(range::valid_pointers()))
			return st;

		std::string name = name_of_decl(owner->second);

		m.report("SAFE_E_SCOPE_RETURN", o.where, o.what,
			 "'" + name + "' is returned, but its cleanup releases it before the "
			 "caller sees it; return no_free_ptr(" + name + ")");
		return UNSEEN;
	}
	default:
		return st;
	}
}

unsigned int scope_rule::born(machine &m, const contract &c, const value &v, bool out)
{
	return out || c.ret == contract::OWNED ? OURS : UNSEEN;
}

unsigned int scope_rule::join(unsigned int a, unsigned int b) const
{
	if (a == b)
		return a;
	/* Nothing is lost that would silence it. */
	return a <= TOLD && b <= TOLD ? TOLD : UNSEEN;
}

bool scope_rule::wants_call(const gcall *call) const
{
	return variable_of(call);
}

/* Whether @fndecl, or what it calls, sets the member @field to NULL. */
bool sets_to_null(tree fndecl, tree field, unsigned int depth)
{
	function *fn = DECL_STRUCT_FUNCTION(fndecl);
	basic_block bb;

	if (!fn || !fn->cfg || !gimple_in_ssa_p(fn) || depth > 2)
		return false;
	FOR_EACH_BB_FN(bb, fn) {
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			const gimple *stmt = gsi_stmt(i);
			tree lhs = gimple_get_lhs(stmt);
			tree callee = is_gimple_call(stmt) ? gimple_call_fndecl(stmt) : NULL_TREE;

			if (gimple_assign_single_p(stmt) && TREE_CODE(lhs) == COMPONENT_REF &&
			    TREE_OPERAND(lhs, 1) == field &&
			    integer_zerop(gimple_assign_rhs1(stmt)))
				return true;
			if (callee && sets_to_null(callee, field, depth + 1))
				return true;
		}
	}
	return false;
}

/*
 * Whether the function has stored the object where others see it, and leaves it there.
 * Return: what it is in, or 0.
 */
sym_id scope_rule::seen_in(machine &m, sym_id sym, tree cleanup) const
{
	for (const cell &c : m.now().cells) {
		const symbol &base = m.info(c.base);

		if (c.written && c.content == value::of(sym) && !m.is_private(c.base) &&
		    m.state_of(c.base, *this) <= TOLD &&
		    (base.origin != symbol::DECL || is_global_var(base.node)) &&
		    !(c.field && sets_to_null(cleanup, c.field, 0)))
			return c.base;
	}
	return 0;
}

/* What @holder has in it is gone with it. */
void scope_rule::forget_stored(machine &m, sym_id holder)
{
	const typestate *t = m.now().typestate_of(0, index);
	auto found = t && t->state == STORED ? stored.find(t->since) : stored.end();

	if (found != stored.end() && found->second.holder == holder)
		m.set_path_state(*this, UNSEEN);
}

/* The end of the scope of a __free() variable. */
void scope_rule::clean(machine &m, const gcall *call, tree variable)
{
	value v = m.content_of(variable);
	bool null = v.is_const(0) || (v.is_sym() && m.range_of(v) == range::constant(0));
	std::string callee = null ? dies_of_null(gimple_call_fndecl(call)) : "";

	if (!callee.empty()) {
		std::string name = name_of_decl(variable);

		m.report("SAFE_E_SCOPE_NULL", DECL_SOURCE_LOCATION(variable),
			 v.is_sym() ? v : value::of(0),
			 "the cleanup of '" + name + "' passes it to '" + callee +
			 "', which reads through it, but '" + name + "' can be NULL when the "
			 "scope ends; test for NULL in DEFINE_FREE()");
		return;
	}
	if (!v.is_sym() || v.num || !m.range_of(v).meets(range::valid_pointers()) ||
	    m.info(v.sym).origin == symbol::DECL)
		return;
	forget_stored(m, v.sym);
	if (!frees(gimple_call_fndecl(call)) &&
	    (m.state_of(v.sym, *this) == TOLD || !got_here(m, v.sym)))
		return;
	owners[{ m.fndecl(), v.sym }] = variable;
	m.mark(DECL_SOURCE_LOCATION(variable), v.sym, path_event::OTHER,
	       "the cleanup of '" + name_of_decl(variable) + "' releases it when the scope ends");
	if (sym_id holder = seen_in(m, v.sym, gimple_call_fndecl(call))) {
		stored[m.now().path] = { variable, v.sym, holder };
		m.set_path_state(*this, STORED);
	}
	m.set_state(v.sym, *this, CLEANED);
}

/* The end of the scope of a guard. */
void scope_rule::unlock(machine &m, tree variable)
{
	value lock = m.content_of(variable);

	if (!lock.is_sym() || lock.num == SOMEWHERE)
		return;

	unsigned int st = m.state_of(lock.sym, *this);

	if (st != GONE && st != CLEANED)
		return;

	std::string name = m.describe(value::of(lock.sym));

	m.report("SAFE_E_GUARD_OUTLIVES", DECL_SOURCE_LOCATION(variable), value::of(lock.sym),
		 "this guard releases its lock at the end of the scope, when " +
		 (name.empty() ? std::string("the object") : "'" + name + "'") +
		 " that contains the lock is gone; end the guard before, with scoped_guard()");
	m.set_state(lock.sym, *this, UNSEEN);
}

void scope_rule::calls(machine &m, const gcall *call, const contract *c)
{
	tree variable = variable_of(call);

	if (!variable)
		return;
	if (cleanup_class(variable, "__free_", "", NULL))
		clean(m, call, variable);
	else if (cleanup_class(variable, "class_", "_destructor", NULL))
		unlock(m, variable);
}

/* Whether a lock of this class can be refused by a signal: then that is an error. */
bool is_interruptible(const std::string &name)
{
	return split_name(name, "", "_intr", NULL) || split_name(name, "", "_kill", NULL);
}

/* What the macros ask after a conditional lock. */
void scope_rule::called(machine &m, const gcall *call, const contract *c)
{
	tree fndecl = gimple_call_fndecl(call), lhs = gimple_call_lhs(call);
	std::string asked = fndecl ? name_of_decl(fndecl) : "", name;
	bool error = split_name(asked, "class_", "_lock_err", &name);

	if (!lhs || (!error && !split_name(asked, "class_", "_lock_ptr", &name)) ||
	    !is_interruptible(name))
		return;

	range r = m.range_of(m.value_of(lhs));
	bool refused = error ? !r.empty() && r.high() < 0 : r == range::constant(0);

	if (refused) {
		m.mark(m.here(), 0, path_event::OTHER, "the lock was not taken");
		m.set_path_state(*this, REFUSED);
	} else if (m.state_of(0, *this) == REFUSED) {
		m.set_path_state(*this, UNSEEN);
	}
}

/* What others see must not point to what a cleanup has released. */
void scope_rule::check_stored(machine &m, const value &returned)
{
	range r = m.range_of(returned);
	bool pointer = POINTER_TYPE_P(TREE_TYPE(TREE_TYPE(m.fndecl())));
	bool failed = returned.known() && !r.empty() &&
		      (r.inside(range::errors()) ||
		       (pointer ? r == range::constant(0) : r.high() < 0));

	const typestate *t = m.now().typestate_of(0, index);
	auto found = t && t->state == STORED ? stored.find(t->since) : stored.end();

	if (found == stored.end())
		return;

	std::string name = name_of_decl(found->second.variable);

	m.report("SAFE_E_SCOPE_STORED", DECL_SOURCE_LOCATION(found->second.variable),
		 value::of(found->second.sym),
		 "'" + name + "' is stored where others see it, but its cleanup releases it at "
		 "the end of the scope; store no_free_ptr(" + name + "), or a reference of its own",
		 /* Who fails may have nobody look at it any more. */
		 failed);
}

/* The function says that all is well, and has done nothing for want of a lock. */
void scope_rule::check_refused(machine &m, const value &returned)
{
	const typestate *t = m.now().typestate_of(0, index);

	if (!t || t->state != REFUSED || !returned.known() ||
	    m.range_of(returned) != range::constant(0) ||
	    !returns_errno(DECL_STRUCT_FUNCTION(m.fndecl())))
		return;
	m.report("SAFE_E_GUARD_IGNORED", t->since->where, returned,
		 "when a signal comes this guard does not take its lock, and the function "
		 "goes on to return 0, success; return the error: scoped_cond_guard(), or "
		 "ACQUIRE() and ACQUIRE_ERR()");
}

void scope_rule::look_at(function *fn)
{
	check_unset(fn);
	if (unit_has_guards())
		add_function(fn);
}

void scope_rule::finish()
{
	if (unit_has_guards())
		check_orders();
}

void scope_rule::leave(machine &m, const value &returned)
{
	check_stored(m, returned);
	check_refused(m, returned);
}

rule_entry entry(new scope_rule);

} /* namespace */

} /* namespace safe */
