// SPDX-License-Identifier: GPL-2.0
/*
 * Rule "result": a string that may not have been made for lack of memory is put in a
 * member, and nothing in this file asks for it: the one who needs it finds nothing there.
 */
#include "code.h"
#include "../contract.h"
#include "../engine/machine.h"
#include "../location.h"
#include "../names.h"

namespace safe {

namespace {

class result_kept_rule : public stateless_rule {
public:
	result_kept_rule() : stateless_rule("result") { }

	void look_at(function *fn) override;
	void finish() override;

private:
	struct kept {
		const gcall *call;
		tree member;
	};

	std::vector<kept> all;
	std::unordered_set<tree> tested;	/* members */
};

/* A string that is made: an object that is put there, other files may test. */
bool makes_string(const gcall *call)
{
	const char *name = decl_name(gimple_call_fndecl(call));

	return strstr(name, "printf") || strstr(name, "strdup");
}

/* The member that @name is put in, if that is all that is done with it; or NULL. */
tree only_kept_in(tree name)
{
	imm_use_iterator i;
	use_operand_p used;
	tree member = NULL_TREE;

	FOR_EACH_IMM_USE_FAST(used, i, name) {
		gimple *use = USE_STMT(used);

		if (is_gimple_debug(use))
			continue;
		if (member || !gimple_store_p(use) || !gimple_assign_single_p(use) ||
		    gimple_assign_rhs1(use) != name)
			return NULL_TREE;
		member = code::member_of(gimple_assign_lhs(use));
	}
	return member;
}

void result_kept_rule::look_at(function *fn)
{
	basic_block bb;

	FOR_EACH_BB_FN(bb, fn)
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			gimple *stmt = gsi_stmt(i);
			const gcall *call = dyn_cast<gcall *>(stmt);
			const contract *c = call ? contract_of_call(call) : NULL;
			tree lhs = call ? gimple_call_lhs(call) : NULL_TREE;

			if (c && lhs && TREE_CODE(lhs) == SSA_NAME && c->fail == contract::IS_NULL &&
			    !c->none && c->ret != contract::PLAIN && makes_string(call))
				if (tree member = only_kept_in(lhs))
					all.push_back({ call, member });
			/* Whoever reads it may test it, or hand it to one who does. */
			if (gimple_assign_load_p(stmt))
				if (tree member = code::member_of(gimple_assign_rhs1(stmt)))
					tested.insert(member);
		}
}

void result_kept_rule::finish()
{
	for (const kept &k : all) {
		finding found;

		if (tested.count(k.member))
			continue;
		found.id = "SAFE_E_UNCHECKED_NULL";
		found.where = gimple_location(k.call);
		found.text = std::string("'") + decl_name(k.member) + "' may be NULL, and nothing in "
			     "this file asks: test what '" +
			     decl_name(gimple_call_fndecl(k.call)) + "' returned";
		found.key = std::string(found.id) + std::to_string(found.where);
		found.likely = true;
		add_finding(std::move(found));
	}
}

rule_entry entry(new result_kept_rule);

} /* namespace */

} /* namespace safe */
