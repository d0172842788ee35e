// SPDX-License-Identifier: GPL-2.0
/*
 * Rule "init": nothing is read before it is set.
 *
 * A variable that lives in a register is followed along the paths, by the engine.
 */
#include "../engine/machine.h"
#include "code.h"
#include "init_order.h"
#include "partly_init.h"

namespace safe {

namespace {

class init_rule : public stateless_rule {
public:
	init_rule() : stateless_rule("init") { }

	void unset_used(machine &m, tree name, const gimple *use, bool likely) override;
	void look_at(function *fn) override
	{
		find_partly_init(fn);
		find_late_init(fn);
	}
	void finish() override { find_no_init(); }
	bool wants_body(function *fn) const override;
};

/* Whether the called function, whose body is here, uses its argument @i at all. */
bool uses_argument(const gcall *call, unsigned int i)
{
	tree fndecl = gimple_call_fndecl(call);
	function *body = fndecl ? DECL_STRUCT_FUNCTION(fndecl) : NULL;

	if (!body || !body->cfg || !gimple_in_ssa_p(body))
		return true;

	tree parm = DECL_ARGUMENTS(fndecl);

	while (parm && i--)
		parm = DECL_CHAIN(parm);

	tree name = parm && is_gimple_reg(parm) ? ssa_default_def(body, parm) : NULL_TREE;

	return !parm || !is_gimple_reg(parm) || (name && !has_zero_uses(name));
}

/* Whether @use joins two truth values, as an && or ||. */
bool joins_truths(const gassign *use)
{
	return use && TREE_CODE(TREE_TYPE(gimple_assign_lhs(use))) == BOOLEAN_TYPE &&
	       (gimple_assign_rhs_code(use) == BIT_AND_EXPR ||
		gimple_assign_rhs_code(use) == BIT_IOR_EXPR);
}

/* Whether @use makes one of the truth values of an && or ||, or joins them. */
bool is_half_a_test(const gimple *use)
{
	const gassign *test = dyn_cast<const gassign *>(use);
	use_operand_p only;
	gimple *next;

	if (joins_truths(test))
		return true;
	return test && TREE_CODE_CLASS(gimple_assign_rhs_code(test)) == tcc_comparison &&
	       single_imm_use(gimple_assign_lhs(test), &only, &next) &&
	       joins_truths(dyn_cast<const gassign *>(next));
}

void init_rule::unset_used(machine &m, tree name, const gimple *use, bool likely)
{
	tree variable = SSA_NAME_VAR(name);
	std::string what = m.describe(name);

	if (!variable)
		for (tree n = name; !variable && is_copy(SSA_NAME_DEF_STMT(n)); ) {
			n = gimple_assign_rhs1(SSA_NAME_DEF_STMT(n));
			if (TREE_CODE(n) != SSA_NAME)
				return;
			variable = SSA_NAME_VAR(n);
		}
	/* What macros make up is their own affair. */
	if (!variable || what.empty() || DECL_ARTIFICIAL(variable))
		return;
	if (gimple_code(use) == GIMPLE_ASM)
		return;
	/* "if (p && x)": the compiler may ask for both at once. */
	likely |= is_half_a_test(use);
	if (const gcall *call = dyn_cast<const gcall *>(use)) {
		bool used = false;

		if (code::asks_about(call))
			return;
		for (unsigned int i = 0; i < gimple_call_num_args(call); i++)
			if (gimple_call_arg(call, i) == name)
				used |= uses_argument(call, i);
		if (!used && gimple_call_fn(call) != name)
			return;
		/* It may have no use for it in this case. */
		likely = true;
	}
	/* Stored where others see it: they may know that it is worth nothing. */
	if (gimple_store_p(use) && gimple_assign_single_p(use) &&
	    gimple_assign_rhs1(use) == name)
		likely = true;

	const char *how = gimple_code(use) == GIMPLE_RETURN ? "returned" : "used";

	m.report("SAFE_E_UNINIT_READ", m.here(), m.unset(variable),
		 "'" + what + "' is " + how + " but was not set on this path; set it where it "
		 "is declared", likely);
}

/* Most variables are set before anything else: the compiler sees that. */
bool init_rule::wants_body(function *fn) const
{
	unsigned int i;
	tree name;

	FOR_EACH_SSA_NAME(i, name, fn) {
		if (virtual_operand_p(name) || has_zero_uses(name) || !is_unset(name))
			continue;

		tree variable = SSA_NAME_VAR(name);

		if (variable && !DECL_ARTIFICIAL(variable))
			return true;
	}
	return false;
}

rule_entry entry(new init_rule);

} /* namespace */

} /* namespace safe */
