// SPDX-License-Identifier: GPL-2.0
/*
 * Part of rule "own": which call undoes which deed, by what both are about.
 */
#include "aside.h"
#include "undo_deed.h"

namespace safe {

static bool is_text(const_tree type)
{
	if (!POINTER_TYPE_P(type))
		return false;
	type = TREE_TYPE(type);
	if (TREE_CODE(type) == ARRAY_TYPE)
		type = TREE_TYPE(type);
	return TREE_CODE(type) == INTEGER_TYPE && TYPE_PRECISION(type) == 8;
}

static bool alike_types(const_tree a, const_tree b)
{
	if (POINTER_TYPE_P(a) && POINTER_TYPE_P(b))
		return TYPE_MAIN_VARIANT(TREE_TYPE(a)) == TYPE_MAIN_VARIANT(TREE_TYPE(b));
	return TYPE_MAIN_VARIANT(a) == TYPE_MAIN_VARIANT(b);
}

/* The result of @d, which says no more than whether it worked. */
static bool is_error_code(const deed &d, const subject &s)
{
	return !d.results.empty() && s.v.is_sym() && s.v.sym == d.results[0] &&
	       TREE_CODE(s.type) == INTEGER_TYPE && TYPE_PRECISION(s.type) == 32 &&
	       !TYPE_UNSIGNED(s.type) && d.subjects.size() > 1;
}

/* The address of a variable of the program's: "&dev_attr_mode". */
static bool is_unique(tree arg)
{
	tree base = TREE_CODE(arg) == ADDR_EXPR ? get_base_address(TREE_OPERAND(arg, 0)) : NULL_TREE;

	return base && VAR_P(base) && is_global_var(base);
}

match match_of(machine &m, const gcall *call, const deed &d)
{
	bool hit = false, miss = false, asked = false;
	bool number_hit = false, number_miss = false;

	for (unsigned int i = 0; i < gimple_call_num_args(call); i++) {
		tree arg = gimple_call_arg(call, i), type = TREE_TYPE(arg);

		if (!has_range(type) || TREE_CODE(arg) == INTEGER_CST || is_text(type))
			continue;
		asked = true;

		value v = m.value_of(arg);
		std::string text = m.describe(arg);
		bool here = false, alike = false;

		for (const subject &s : d.subjects) {
			here |= (v.is_sym() && v == s.v) || (!text.empty() && text == s.text);
			alike |= v.is_sym() && s.v.is_sym() && alike_types(type, s.type) &&
				 (POINTER_TYPE_P(type) ||
				  (!text.empty() && !s.text.empty() && !is_error_code(d, s)));
		}
		/* There is one of it, so the others are the same by other names. */
		if (here && is_unique(arg))
			return EXACT;
		hit |= here;
		(POINTER_TYPE_P(type) ? miss : number_miss) |= !here && alike;
		number_hit |= here && !POINTER_TYPE_P(type);
	}
	/* Of several numbers one may be but a size, or the same by another name. */
	number_miss &= !number_hit;
	if (number_miss && hit && !miss)
		return UNKNOWN;
	miss |= number_miss;
	if (!asked)
		return EXACT;
	return miss ? OTHER : hit ? EXACT : UNKNOWN;
}

static bool leads_to(const value &v, const value &object, machine &m)
{
	sym_id s = object.is_sym() ? object.sym : 0;

	for (int steps = 0; s && v.is_sym() && steps < 4; steps++) {
		if (s == v.sym)
			return true;
		s = m.info(s).origin == symbol::LOADED ? m.info(s).a : 0;
	}
	return false;
}

bool concerns(machine &m, const gcall *call, const deed &d)
{
	for (unsigned int i = 0; i < gimple_call_num_args(call); i++) {
		tree arg = gimple_call_arg(call, i);

		if (!POINTER_TYPE_P(TREE_TYPE(arg)) || is_text(TREE_TYPE(arg)))
			continue;

		value v = m.value_of(arg);

		for (const subject &s : d.subjects)
			if (leads_to(v, s.v, m))
				return true;
	}
	return false;
}

/* Where the program puts the result @name, for matching what it reads from there. */
static std::string text_of_holder(machine &m, tree name, unsigned int depth = 0)
{
	std::string text = m.describe(name);
	imm_use_iterator i;
	gimple *use;

	if (!text.empty() || TREE_CODE(name) != SSA_NAME || depth > 3)
		return text;
	FOR_EACH_IMM_USE_STMT(use, i, name) {
		if (!text.empty() || !(gimple_assign_single_p(use) || gimple_assign_cast_p(use)))
			continue;
		tree to = gimple_assign_lhs(use);

		text = TREE_CODE(to) == SSA_NAME ? text_of_holder(m, to, depth + 1)
						 : m.describe(to);
	}
	return text;
}

bool exchanges(machine &m, const gcall *call, const deed &d)
{
	tree lhs = gimple_call_lhs(call), result = gimple_call_lhs(d.call);

	if (!d.by_result || !lhs || !result || !alike_types(TREE_TYPE(lhs), TREE_TYPE(result)) ||
	    VOID_TYPE_P(TREE_TYPE(TREE_TYPE(lhs))) ||
	    text_of_holder(m, lhs) != text_of_holder(m, result))
		return false;
	for (unsigned int i = 0; i < gimple_call_num_args(call); i++) {
		tree arg = gimple_call_arg(call, i);
		value v = has_range(TREE_TYPE(arg)) ? m.value_of(arg) : value();

		if (v.is_sym() && std::find(d.results.begin(), d.results.end(), v.sym) !=
				  d.results.end())
			return true;
	}
	return false;
}

/* It goes by the names of all that it is stored in, too. */
static void add_holders(machine &m, deed &d, tree name, subject s, unsigned int depth = 0)
{
	imm_use_iterator i;
	use_operand_p used;

	FOR_EACH_IMM_USE_FAST(used, i, name) {
		gimple *use = USE_STMT(used);

		if (d.subjects.size() >= MOST_SUBJECTS)
			return;
		if (gimple_store_p(use) && gimple_assign_single_p(use) &&
		    gimple_assign_rhs1(use) == name) {
			s.text = m.describe(gimple_assign_lhs(use));
			d.subjects.push_back(s);
		} else if (is_gimple_assign(use) && gimple_assign_cast_p(use) && depth < 2) {
			add_holders(m, d, gimple_assign_lhs(use), s, depth + 1);
		}
	}
}

void add_subject(machine &m, deed &d, tree op)
{
	tree type = TREE_TYPE(op);
	bool is_result = op == gimple_call_lhs(d.call);

	if (!has_range(type) || TREE_CODE(op) == INTEGER_CST || is_text(type) ||
	    (!POINTER_TYPE_P(type) && TYPE_PRECISION(type) < 16))
		return;

	value v = m.value_of(op);

	for (const subject &s : d.subjects)
		if (s.v == v)
			return;
	if (d.subjects.size() >= MOST_SUBJECTS)
		return;
	d.subjects.push_back({ v, text_of_holder(m, op), type, is_result });
	if (TREE_CODE(op) == SSA_NAME && (POINTER_TYPE_P(type) || is_result))
		add_holders(m, d, op, { v, "", type, is_result });
}

bool puts_back(function *fn, const gcall *call, const std::vector<tree> &undo)
{
	basic_block bb;

	FOR_EACH_BB_FN(bb, fn)
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			const gcall *other = dyn_cast<gcall *>(gsi_stmt(i));
			tree fndecl = other ? gimple_call_fndecl(other) : NULL_TREE;

			if (fndecl && std::find(undo.begin(), undo.end(), DECL_NAME(fndecl)) !=
			    undo.end() && leads_through(fn, gimple_bb(call), bb))
				return true;
		}
	return false;
}

bool undone_in(basic_block bb, const deed &d)
{
	for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
		const gcall *call = dyn_cast<gcall *>(gsi_stmt(i));
		tree fndecl = call ? gimple_call_fndecl(call) : NULL_TREE;

		if (fndecl && DECL_NAME(fndecl) &&
		    (d.can_undo(DECL_NAME(fndecl)) ||
		     meets(all_called_by(fndecl), d.undo)))
			return true;
	}
	return false;
}

bool is_done_to(const deed &d, const value &v)
{
	for (const subject &s : d.subjects)
		if (!s.is_result && POINTER_TYPE_P(s.type))
			return s.v == v;
	return false;
}

/* Whether the result of @d was stored where @load reads. */
static bool is_stored_for(const deed &d, const gimple *load)
{
	tree lhs = gimple_call_lhs(d.call);
	imm_use_iterator i;
	gimple *use;

	if (lhs && TREE_CODE(lhs) == SSA_NAME)
		FOR_EACH_IMM_USE_STMT(use, i, lhs)
			if (gimple_store_p(use) && gimple_assign_single_p(use) &&
			    operand_equal_p(gimple_assign_lhs(use), gimple_assign_rhs1(load), 0))
				return true;
	return false;
}

bool reads_result(machine &m, const deed &d, const value &v)
{
	const symbol &s = m.info(v.sym);
	const gimple *load = s.origin == symbol::NAME ? SSA_NAME_DEF_STMT(s.node) : NULL;

	if (!s.type || !POINTER_TYPE_P(s.type) ||
	    (load ? !gimple_assign_load_p(load) : s.origin != symbol::LOADED))
		return false;
	if (load && is_stored_for(d, load))
		return true;

	std::string text = load ? m.describe(s.node) : m.describe(v);

	for (const subject &result : d.subjects)
		if (!text.empty() && result.is_result && result.text == text)
			return true;
	return false;
}

bool is_from(machine &m, const value &returned, const deed &d)
{
	sym_id s = returned.is_sym() ? returned.sym : 0;

	if (s && m.info(s).origin == symbol::EXPR && m.info(s).x.is_sym())
		s = m.info(s).x.sym;
	return s && std::find(d.results.begin(), d.results.end(), s) != d.results.end();
}

} /* namespace safe */
