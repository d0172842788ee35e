// SPDX-License-Identifier: GPL-2.0
/*
 * What the body of a function does with the struct that an argument points to.
 */
#include "fill.h"

namespace safe::code {

/* Functions that hand their argument on. */
static const int MOST_DEPTH = 3;

namespace {

class argument_reader {
public:
	argument_reader(tree parm, argument_use *use) : parm(parm), use(use) { }
	void read(function *fn, int depth);

private:
	bool ours(tree pointer, spot *s)
	{
		return POINTER_TYPE_P(TREE_TYPE(pointer)) && points_to(pointer, s) &&
		       s->base == parm;
	}
	bool ours_reference(tree ref, spot *s, int64_t *size)
	{
		return REFERENCE_CLASS_P(ref) && refers_to(ref, s, size) && s->base == parm;
	}
	bool is_member(tree op)
	{
		gimple *def = TREE_CODE(origin(op)) == SSA_NAME ?
			      SSA_NAME_DEF_STMT(origin(op)) : NULL;
		int64_t size;
		spot s;

		return def && gimple_assign_load_p(def) &&
		       ours_reference(gimple_assign_rhs1(def), &s, &size);
	}
	void assign(const gassign *stmt);
	void call(const gcall *stmt, int depth);

	tree parm;
	argument_use *use;
};

void argument_reader::assign(const gassign *stmt)
{
	tree lhs = gimple_assign_lhs(stmt), rhs = gimple_assign_rhs1(stmt);
	int64_t size;
	spot s;

	if (ours_reference(lhs, &s, &size))
		use->written = true;
	if (ours_reference(rhs, &s, &size))
		use->read.push_back({ s.offset, size < 0 ? INT64_MAX : s.offset + size });
	/* Stored, a number, or somewhere in an array: no longer in sight. */
	if ((TREE_CODE(rhs) == SSA_NAME || TREE_CODE(rhs) == ADDR_EXPR) && ours(rhs, &s)) {
		bool copy = TREE_CODE(lhs) == SSA_NAME && POINTER_TYPE_P(TREE_TYPE(lhs)) &&
			    (gimple_assign_single_p(stmt) || gimple_assign_cast_p(stmt));
		bool part = gimple_assign_rhs_code(stmt) == POINTER_PLUS_EXPR &&
			    constant(gimple_assign_rhs2(stmt), &size);
		bool test = TREE_CODE_CLASS(gimple_assign_rhs_code(stmt)) == tcc_comparison;

		use->known &= copy || part || test;
	}
}

void argument_reader::call(const gcall *stmt, int depth)
{
	for (unsigned int i = 0; i < gimple_call_num_args(stmt); i++) {
		tree arg = gimple_call_arg(stmt, i), fndecl = gimple_call_fndecl(stmt);
		int64_t size;
		spot s;

		if (ours_reference(arg, &s, &size))
			use->read.push_back({ s.offset, s.offset + size });
		if (asks_about(stmt) || !ours(arg, &s))
			continue;

		function *body = fndecl ? DECL_STRUCT_FUNCTION(fndecl) : NULL;

		if (!body || !body->cfg || !gimple_in_ssa_p(body) || depth == MOST_DEPTH) {
			use->known = false;
			return;
		}

		tree inner_parm = DECL_ARGUMENTS(fndecl);
		argument_use inner;

		for (unsigned int n = i; inner_parm && n; n--)
			inner_parm = DECL_CHAIN(inner_parm);
		if (!inner_parm || !is_gimple_reg(inner_parm)) {
			use->known = false;
			return;
		}
		if (tree name = ssa_default_def(body, inner_parm))
			argument_reader(name, &inner).read(body, depth + 1);
		use->known &= inner.known;
		use->written |= inner.written;
		use->selects |= inner.selects;
		for (const bytes &b : inner.read)
			use->read.push_back({ b.from + s.offset,
				b.to == INT64_MAX ? b.to : b.to + s.offset });
	}
}

void argument_reader::read(function *fn, int depth)
{
	basic_block bb;
	spot s;

	FOR_EACH_BB_FN(bb, fn) {
		for (auto p = gsi_start_phis(bb); !gsi_end_p(p); gsi_next(&p))
			for (unsigned int i = 0; i < gimple_phi_num_args(p.phi()); i++)
				if (ours(gimple_phi_arg_def(p.phi(), i), &s))
					use->known = false;
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i) && use->known; gsi_next(&i)) {
			gimple *stmt = gsi_stmt(i);

			if (const gassign *a = dyn_cast<gassign *>(stmt))
				assign(a);
			else if (const gcall *c = dyn_cast<gcall *>(stmt))
				call(c, depth);
			else if (const gswitch *sw = dyn_cast<gswitch *>(stmt))
				use->selects |= is_member(gimple_switch_index(sw));
			else if (gimple_code(stmt) == GIMPLE_ASM)
				for (unsigned int n = 0; n < gimple_num_ops(stmt); n++)
					if (tree op = gimple_op(stmt, n))
						if (TREE_CODE(op) == TREE_LIST &&
						    ours(TREE_VALUE(op), &s))
							use->known = false;
		}
	}
}

} /* namespace */

const argument_use &use_of_argument(tree fndecl, unsigned int i)
{
	static std::map<std::pair<tree, unsigned int>, argument_use> known;
	auto slot = known.emplace(std::make_pair(fndecl, i), argument_use());
	argument_use &use = slot.first->second;
	function *fn = DECL_STRUCT_FUNCTION(fndecl);
	tree parm = DECL_ARGUMENTS(fndecl);

	if (!slot.second)
		return use;
	while (parm && i--)
		parm = DECL_CHAIN(parm);
	if (!fn || !fn->cfg || !gimple_in_ssa_p(fn) || !parm || !is_gimple_reg(parm))
		use.known = false;
	else if (tree name = ssa_default_def(fn, parm))
		argument_reader(name, &use).read(fn, 0);
	return use;
}

} /* namespace safe::code */
