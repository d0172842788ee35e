// SPDX-License-Identifier: GPL-2.0
/*
 * What functions return, where no rule has followed them; and what becomes of what
 * functions of other files return.
 */
#include "link.h"
#include "uses.h"
#include "../contract.h"
#include "../location.h"

namespace safe {

namespace {

/* What a function returns, without a look at the paths. */
class sources {
public:
	sources(function *fn, bool followed) : fn(fn), followed(followed) { }

	void of(tree v);

private:
	void of_call(gcall *call, tree result);

	function *fn;
	bool followed;		/* a rule has told all but what functions here return */
	std::set<tree> seen;
};

bool is_tested(tree name)
{
	for (const pointer_use &u : uses_of(name))
		if (u.kind == pointer_use::TEST_NULL || u.kind == pointer_use::TEST_ERR ||
		    u.kind == pointer_use::ASKED)
			return true;
	return false;
}

void sources::of_call(gcall *call, tree result)
{
	tree fndecl = gimple_call_fndecl(call);
	const contract *c = contract_of_call(call);
	std::string callee = link_name_of_call(call);
	location_t where = gimple_location(call);
	bool in_file = fndecl && body_of(fndecl) &&
		       in_main_file(DECL_SOURCE_LOCATION(fndecl));

	if (followed) {
		if (in_file && !is_tested(result))
			for (const char *property : { "fails-null", "fails-err" })
				link_inherits(fn->decl, property, callee, where);
		return;
	}
	if (fndecl && DECL_NAME(fndecl) &&
	    !strcmp(IDENTIFIER_POINTER(DECL_NAME(fndecl)), "ERR_PTR")) {
		link_property(fn->decl, "fails-err", where);
		return;
	}
	if (c && c->describes_outcome()) {
		link_result(fn->decl, {}, "", "");
		if (c->fail == contract::IS_NULL && !is_tested(result))
			link_property(fn->decl, "fails-null", where);
		if (c->fail == contract::IS_ERR && !is_tested(result))
			link_property(fn->decl, "fails-err", where);
		return;
	}
	if ((fndecl && body_of(fndecl) && !in_file) || is_tested(result)) {
		link_result(fn->decl, {}, "", "");
		return;
	}
	for (const char *property : { "fails-null", "fails-err", "returns-null" })
		link_inherits(fn->decl, property, callee, where);
	link_result(fn->decl, {}, "", whose_result(result));
}

void sources::of(tree v)
{
	if (followed && TREE_CODE(v) != SSA_NAME)
		return;
	if (integer_zerop(v)) {
		link_property(fn->decl, "returns-null", DECL_SOURCE_LOCATION(fn->decl));
		return;
	}
	if (TREE_CODE(v) != SSA_NAME) {
		link_result(fn->decl, {}, "", "");
		return;
	}
	if (!seen.insert(v).second)
		return;

	gimple *def = SSA_NAME_DEF_STMT(v);

	if (gphi *phi = dyn_cast<gphi *>(def)) {
		for (unsigned int i = 0; i < gimple_phi_num_args(phi); i++)
			of(gimple_phi_arg_def(phi, i));
	} else if (gcall *call = dyn_cast<gcall *>(def)) {
		of_call(call, v);
	} else if (gimple_assign_cast_p(def) || gimple_assign_ssa_name_copy_p(def) ||
		   (gimple_assign_single_p(def) && integer_zerop(gimple_assign_rhs1(def)))) {
		of(gimple_assign_rhs1(def));
	} else if (!followed) {
		link_result(fn->decl, {}, "", "");
	}
}

std::string function_text(const gcall *call)
{
	std::string name = link_name_of_call(call);

	return "'" + (name[0] == '~' ? name.substr(1) : name) + "'";
}

class call_result {
public:
	call_result(function *fn, gcall *call)
		: fn(fn), call(call), callee(link_name_of_call(call)) { }

	void look();

private:
	void used();
	void oblige(const char *id, location_t where, const std::string &text,
		    const std::string &conditions, bool likely = false);

	function *fn;
	gcall *call;
	std::string callee;
};

void call_result::oblige(const char *id, location_t where, const std::string &text,
			 const std::string &conditions, bool likely)
{
	finding f;

	f.id = id;
	f.where = where;
	f.text = text;
	f.likely = likely;
	f.notes.push_back({ gimple_location(call), "returned by " + function_text(call) });
	f.key = std::string(id) + std::to_string(user_location(gimple_location(call)));
	link_obligation(std::move(f), fn->decl, conditions);
}

void call_result::used()
{
	tree lhs = gimple_call_lhs(call);
	bool null = false, err = false, elsewhere = false;
	const pointer_use *deref = NULL;
	std::string name = text_of_pointer(lhs);
	std::vector<pointer_use> uses = uses_of(lhs);

	name = name.empty() ? "what is returned" : "'" + name + "'";

	for (const pointer_use &u : uses) {
		null |= u.kind == pointer_use::TEST_NULL || u.kind == pointer_use::ASKED;
		err |= u.kind == pointer_use::TEST_ERR || u.kind == pointer_use::ASKED;
		elsewhere |= u.kind != pointer_use::TEST_NULL && u.kind != pointer_use::ASKED &&
			     u.kind != pointer_use::TEST_ERR && u.kind != pointer_use::DEREF;
		if (u.kind == pointer_use::DEREF && u.sure && !deref &&
		    LOCATION_LOCUS(u.where) > BUILTINS_LOCATION)
			deref = &u;
	}
	if (deref && !null && !err) {
		oblige("SAFE_E_UNCHECKED_NULL", deref->where, name + " is used but may be "
		       "NULL: test what " + function_text(call) + " returned first",
		       callee + "/fails-null");
		oblige("SAFE_E_UNCHECKED_ERR", deref->where, name + " is used but may be an "
		       "error pointer: test what " + function_text(call) +
		       " returned with IS_ERR() first", callee + "/fails-err");
	}
	if (deref && null && !err)
		oblige("SAFE_E_ERR_AS_NULL", deref->where, name + " is used after a test for "
		       "NULL, but " + function_text(call) + " returns an error pointer when "
		       "it fails: test with IS_ERR()", callee + "/fails-err");
	if (deref && err && !null)
		oblige("SAFE_E_NULL_AS_ERR", deref->where, name + " is used after a test with "
		       "IS_ERR(), but " + function_text(call) + " returns NULL when it fails: "
		       "test for NULL", callee + "/fails-null !" + callee + "/fails-err");
	if (!elsewhere)
		oblige("SAFE_E_LEAK", gimple_location(call), name + " is leaked: it is never "
		       "released, passed on or stored", callee + "/owned");
}

void call_result::look()
{
	tree fndecl = gimple_call_fndecl(call), lhs = gimple_call_lhs(call);
	tree type = gimple_call_return_type(call);
	const contract *c = contract_of_call(call);

	if (callee.empty() || !POINTER_TYPE_P(type) || (c && c->describes_outcome()) ||
	    (fndecl && fndecl_built_in_p(fndecl)))
		return;
	/* A function of a header is no other file's. */
	if (fndecl && body_of(fndecl) && !in_main_file(DECL_SOURCE_LOCATION(fndecl)))
		return;
	if (lhs && TREE_CODE(lhs) == SSA_NAME) {
		used();
	} else if (!lhs) {
		oblige("SAFE_E_RESULT_IGNORED", gimple_location(call), "what " +
		       function_text(call) + " returns is ignored, and with it the error",
		       callee + "/fails-err", VOID_TYPE_P(TREE_TYPE(TREE_TYPE(fn->decl))));
		oblige("SAFE_E_LEAK", gimple_location(call), "what " + function_text(call) +
		       " returns is leaked: it is ignored", callee + "/owned");
	}
}

} /* namespace */

/* The first variable that it is copied to. */
std::string text_of_pointer(tree name)
{
	imm_use_iterator i;
	use_operand_p use;

	for (int steps = 0; steps < 4 && name; steps++) {
		tree variable = SSA_NAME_VAR(name), next = NULL_TREE;

		if (variable && DECL_NAME(variable) && !DECL_IGNORED_P(variable))
			return IDENTIFIER_POINTER(DECL_NAME(variable));
		FOR_EACH_IMM_USE_FAST(use, i, name) {
			gimple *stmt = USE_STMT(use);

			if ((gimple_assign_single_p(stmt) || gimple_assign_cast_p(stmt)) &&
			    TREE_CODE(gimple_assign_lhs(stmt)) == SSA_NAME &&
			    gimple_assign_rhs1(stmt) == name)
				next = gimple_assign_lhs(stmt);
		}
		name = next;
	}
	return "";
}

std::string whose_result(tree name)
{
	gcall *call = dyn_cast<gcall *>(SSA_NAME_DEF_STMT(name));

	if (!call)
		return "";
	for (const pointer_use &u : uses_of(name))
		if (u.kind == pointer_use::KEPT || u.kind == pointer_use::RELEASED ||
		    u.kind == pointer_use::COUNTED || u.kind == pointer_use::PASSED)
			return "";
	return link_name_of_call(call);
}

void look_at_results(function *fn, bool followed)
{
	edge_iterator ei;
	edge e;

	if (!POINTER_TYPE_P(TREE_TYPE(TREE_TYPE(fn->decl))))
		return;
	FOR_EACH_EDGE(e, ei, EXIT_BLOCK_PTR_FOR_FN(fn)->preds) {
		greturn *ret = safe_dyn_cast<greturn *>(last_stmt(e->src));

		if (ret && gimple_return_retval(ret))
			sources(fn, followed).of(gimple_return_retval(ret));
	}
}

void look_at_calls(function *fn)
{
	basic_block bb;

	FOR_EACH_BB_FN(bb, fn) {
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			gcall *call = dyn_cast<gcall *>(gsi_stmt(i));

			if (call && !gimple_call_internal_p(call))
				call_result(fn, call).look();
		}
	}
}

} /* namespace safe */
