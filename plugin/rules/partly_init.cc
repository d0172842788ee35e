// SPDX-License-Identifier: GPL-2.0
/*
 * Part of rule "init": structs of which not every member is set.
 *
 * A struct on the stack that is filled member by member, and then given to somebody who
 * reads all of it, carries what the stack held before in the members that were
 * forgotten, or that were added to the type later.
 */
#include "partly_init.h"
#include "fill.h"
#include "../body.h"

namespace safe {

using namespace code;

static const char id[] = "SAFE_E_PARTLY_INIT";

static const char *type_name(tree variable)
{
	tree type = TYPE_MAIN_VARIANT(TREE_TYPE(variable));

	return TYPE_IDENTIFIER(type) ? IDENTIFIER_POINTER(TYPE_IDENTIFIER(type)) : "";
}

/* "'a', 'b' and 2 more" */
static std::string listed(const std::vector<tree> &members)
{
	std::string text;
	size_t named = 0;

	for (tree m : members) {
		if (!DECL_NAME(m) || named == 3)
			continue;
		text += (named++ ? ", '" : "'") + std::string(IDENTIFIER_POINTER(DECL_NAME(m)))
			+ "'";
	}
	if (!named)
		return "part of it";
	if (members.size() > named)
		text += " and " + std::to_string(members.size() - named) + " more";
	return text;
}

static const gcall *to_call(const struct_use &use)
{
	return as_a<const gcall *>(use.stmt);
}

static std::string text_for(const filled &f, const std::vector<tree> &members,
			    const struct_use &use)
{
	std::string name = IDENTIFIER_POINTER(DECL_NAME(f.variable));
	const gcall *call = dyn_cast<const gcall *>(use.stmt);
	std::string how;

	if (call && *callee(call))
		how = "is given to '" + std::string(callee(call)) + "'";
	else if (use.kind == struct_use::COPIED)
		how = "is copied";
	else
		how = "is given away";
	return "'" + name + "' " + how + " but " + listed(members) + " of it " +
	       (members.size() > 1 ? "were" : "was") + " never set; declare it with '= {}'";
}

/*
 * Structs that say themselves which of their members count, so that the others need
 * not be set.
 */
static bool says_what_counts(const filled &f)
{
	for (tree m = TYPE_FIELDS(TREE_TYPE(f.variable)); m; m = DECL_CHAIN(m)) {
		const char *name = TREE_CODE(m) == FIELD_DECL && DECL_NAME(m) ?
				   IDENTIFIER_POINTER(DECL_NAME(m)) : "";
		bool tag = is_one_of(name, { "mask", "mode", "what", "present", "op", "opcode",
					     "command", "level" });

		for (const char *part : { "valid", "type", "kind", "cmd", "family" })
			tag |= strlen(name) >= strlen(part) &&
			       !strcmp(name + strlen(name) - strlen(part), part);

		int64_t from = tag ? int_bit_position(m) / BITS_PER_UNIT : 0;
		int64_t size = tag ? std::max<int64_t>(1, size_of(TREE_TYPE(m))) : 0;

		if (tag && f.is_written(from, from + size))
			return true;
	}
	return false;
}

/* Whether the function looks at what somebody else must have set. */
static bool reads_result(const filled &f)
{
	for (const bytes &b : f.read)
		if (!f.is_written(b.from, b.to))
			return true;
	return false;
}

/*
 * Types that a function fills in only when it has something to say, while its caller
 * reads them in any case.
 */
static bool must_be_cleared(tree variable)
{
	return is_one_of(type_name(variable), { "netlink_ext_ack" });
}

static void judge_cleared(function *fn, const filled &f)
{
	std::string name = IDENTIFIER_POINTER(DECL_NAME(f.variable));

	for (const struct_use &u : f.uses) {
		if (u.kind != struct_use::PASSED || !is_users(u.stmt) ||
		    f.is_set_before(fn, u.stmt))
			continue;
		report(fn, id, u.stmt, "'" + name + "' is given to '" + callee(to_call(u)) +
		       "', which sets it only if something is wrong, but it was never "
		       "cleared; declare it with '= {}'", false, f.variable);
		return;
	}
}

/* The members of struct clk_init_data that are read whatever the others say. */
static std::vector<tree> needed(const std::vector<tree> &unset, const filled &f)
{
	std::vector<tree> members;
	bool has_parents = false;

	if (strcmp(type_name(f.variable), "clk_init_data"))
		return unset;
	for (const gimple *store : f.stores) {
		tree lhs = gimple_assign_lhs(store);

		if (TREE_CODE(lhs) == COMPONENT_REF &&
		    name_of(TREE_OPERAND(lhs, 1)) == "num_parents" &&
		    TREE_CODE(gimple_assign_rhs1(store)) == INTEGER_CST)
			has_parents = !integer_zerop(gimple_assign_rhs1(store));
	}
	for (tree m : unset) {
		const char *name = IDENTIFIER_POINTER(DECL_NAME(m));

		/* Of the ways to name the parents, this is the first that is tried. */
		if (is_one_of(name, { "name", "ops", "flags", "num_parents" }) ||
		    (has_parents && !strcmp(name, "parent_names")))
			members.push_back(m);
	}
	return members;
}

/* Whether somebody looks at all of it, or at part of it. */
static bool is_used(const filled &f)
{
	return !f.uses.empty() || !f.read.empty();
}

/* A copy from user space that may be shorter than the struct, which is used whole. */
static void judge_copy(function *fn, const filled &f)
{
	std::string name = IDENTIFIER_POINTER(DECL_NAME(f.variable));
	const gcall *call = as_a<const gcall *>(f.partial_copy);

	for (const gimple *w : f.whole)
		if (w != call && comes_after(fn, w, call))
			return;
	if (is_users(call) && is_at_most(gimple_call_arg(call, 2),
					 size_of(TREE_TYPE(f.variable))))
		report(fn, id, call, "'" + name + "' is set only as far as '" + callee(call) +
		       "' is told to copy, which may be less than all of it; declare it "
		       "with '= {}'", true, f.variable);
}

/* A function that is given the struct before anything is in it fills it. */
static bool is_after_stores(function *fn, const filled &f, const gimple *stmt)
{
	for (const gimple *store : f.stores)
		if (comes_after(fn, store, stmt))
			return true;
	return false;
}

static tree body_of(const struct_use &use)
{
	tree fndecl = use.kind == struct_use::PASSED || use.kind == struct_use::LENT ?
		      gimple_call_fndecl(to_call(use)) : NULL_TREE;

	return fndecl && DECL_STRUCT_FUNCTION(fndecl) &&
	       DECL_STRUCT_FUNCTION(fndecl)->cfg ? fndecl : NULL_TREE;
}

/* Of @members, those that the called function reads. */
static std::vector<tree> read_by(const argument_use &callee, const std::vector<tree> &members,
				 tree variable)
{
	std::vector<tree> read;

	for (tree m : members) {
		/* Members of members have no place of their own here. */
		if (DECL_CONTEXT(m) != TYPE_MAIN_VARIANT(TREE_TYPE(variable)))
			continue;

		int64_t from = int_bit_position(m) / BITS_PER_UNIT;
		int64_t to = from + std::max<int64_t>(size_of(TREE_TYPE(m)), 1);

		for (const bytes &b : callee.read) {
			if (b.from < to && from < b.to) {
				read.push_back(m);
				break;
			}
		}
	}
	return read;
}

/* Of @members, those that @fndecl looks at, which is passed the struct itself. */
static std::vector<tree> read_of_value(tree fndecl, unsigned int param,
				       const std::vector<tree> &members)
{
	function *fn = DECL_STRUCT_FUNCTION(fndecl);
	tree parm = DECL_ARGUMENTS(fndecl);
	std::unordered_set<tree> read;
	basic_block bb;

	for (; parm && param; param--)
		parm = DECL_CHAIN(parm);
	FOR_EACH_BB_FN(bb, fn)
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i))
			for (unsigned int n = 0; n < gimple_num_ops(gsi_stmt(i)); n++) {
				tree op = gimple_op(gsi_stmt(i), n);
				tree ref = op && TREE_CODE(op) == ADDR_EXPR ? TREE_OPERAND(op, 0) : op;

				if (!ref || get_base_address(ref) != parm)
					continue;
				/* All of it, or a way to get at all of it. */
				if (ref == parm)
					return members;
				while (TREE_OPERAND(ref, 0) != parm)
					ref = TREE_OPERAND(ref, 0);
				if (TREE_CODE(ref) != COMPONENT_REF)
					return members;
				read.insert(TREE_OPERAND(ref, 1));
			}

	std::vector<tree> looked_at;

	for (tree m : members)
		if (read.count(m))
			looked_at.push_back(m);
	return looked_at;
}

/* "*to = from; to->member = ...;": of @members, those that are not set right after. */
static std::vector<tree> missing_after(const gimple *copy, std::vector<tree> members)
{
	gimple_stmt_iterator i = gsi_for_stmt(const_cast<gimple *>(copy));

	for (gsi_next(&i); !gsi_end_p(i); gsi_next(&i)) {
		gimple *stmt = gsi_stmt(i);
		tree to = gimple_store_p(stmt) ? gimple_get_lhs(stmt) : NULL_TREE;

		if (to && TREE_CODE(to) == COMPONENT_REF &&
		    operand_equal_p(TREE_OPERAND(to, 0), gimple_get_lhs(copy), 0))
			members.erase(std::remove(members.begin(), members.end(),
						  TREE_OPERAND(to, 1)), members.end());
	}
	return members;
}

static void judge(function *fn, const filled &f)
{
	unsigned int passed = 0;

	if (!f.declared)
		return;
	if (f.partial_copy && is_used(f))
		judge_copy(fn, f);
	if (f.given_up)
		return;
	if (must_be_cleared(f.variable))
		judge_cleared(fn, f);
	if (f.stores.size() < 2)
		return;
	for (const struct_use &u : f.uses) {
		tree body = body_of(u);

		if (!body) {
			passed += u.kind == struct_use::PASSED;
			if (u.kind == struct_use::PASSED && !is_after_stores(fn, f, u.stmt))
				return;
			continue;
		}

		const argument_use &callee = use_of_argument(body, u.param);

		if (!callee.known || callee.written || callee.selects)
			return;
	}

	for (const struct_use &u : f.uses) {
		std::vector<tree> members = needed(f.unset(u.what), f);
		bool likely = u.kind != struct_use::COPIED;

		/* Through a pointer: nothing is known of who is called. */
		if (const gcall *call = dyn_cast<const gcall *>(u.stmt)) {
			tree fndecl = gimple_call_fndecl(call);

			if (!fndecl)
				continue;
			if (u.kind == struct_use::COPIED && has_body(fndecl) &&
			    !POINTER_TYPE_P(TREE_TYPE(gimple_call_arg(call, u.param))))
				members = read_of_value(fndecl, u.param, members);
		}
		/* From one variable to another nothing is lost. */
		if (u.kind == struct_use::COPIED && gimple_assign_single_p(u.stmt)) {
			tree to = gimple_get_lhs(u.stmt);

			/* A device reads what the other members tell it to. */
			if (TREE_THIS_VOLATILE(to))
				continue;
			if (VAR_P(to) && auto_var_p(to) && !DECL_ARTIFICIAL(to))
				continue;
			members = missing_after(u.stmt, members);
		}
		if (members.empty() || !is_users(u.stmt) || u.kind == struct_use::SENT ||
		    f.is_set_before(fn, u.stmt))
			continue;
		/* What is kept by reference may be completed later. */
		if (u.kind == struct_use::STORED &&
		    strcmp(type_name(f.variable), "clk_init_data"))
			continue;
		/* Who may write it may fill it: unless nobody looks at that. */
		if (passed && (u.kind != struct_use::PASSED || reads_result(f)))
			continue;
		/* Only part of the type is meant: the callee knows which. */
		if (says_what_counts(f) ||
		    (likely && members.size() > std::max<size_t>(3, f.stores.size())))
			continue;
		if (tree body = body_of(u)) {
			members = read_by(use_of_argument(body, u.param), members, f.variable);
			if (members.empty())
				continue;
		}
		report(fn, id, u.stmt, text_for(f, members, u), likely, f.variable);
		return;
	}
}

void find_partly_init(function *fn)
{
	for (const filled &f : filled_structs(fn))
		judge(fn, f);
}

} /* namespace safe */
