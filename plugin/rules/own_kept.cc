// SPDX-License-Identifier: GPL-2.0
/*
 * Rule "own": what a file keeps for itself, it releases: a reference that is put in a
 * member of a struct, or in a variable, that no other file can see, and that nothing in
 * this file ever releases or hands on.
 */
#include "code.h"
#include "returned.h"
#include "undo_unit.h"
#include "../contract.h"
#include "../engine/machine.h"
#include "../location.h"
#include "../names.h"

namespace safe {

namespace {

/* A member or a variable that is given something to release. */
struct place {
	const gcall *birth;
	tree function;
	std::string kept_by;
	std::vector<std::string> releasers;
	bool may_go;		/* with the object, which was made where it may still fail */
};

class kept_rule : public stateless_rule {
public:
	kept_rule() : stateless_rule("own") { }

	void look_at(function *fn) override;
	void finish() override;

private:
	void note_birth(function *fn, const gcall *call);
	void note_free(function *fn, const gcall *call);
	void note_uses(gimple *stmt);
	void note_end(gimple *stmt);
	void note_argument(const gcall *call, unsigned int i, tree where);
	void follow(tree name, tree where, std::unordered_set<tree> *seen);
	bool goes(tree where, const place &p) const;
	bool is_freed_by_another(tree where, const place &p) const;
	bool is_released(tree where, const place &p) const;

	std::map<tree, place> places;
	/* Functions with a body that are given what is kept there. */
	std::map<tree, std::unordered_set<tree>> given;
	/* What is released, handed on, or out of sight. */
	std::unordered_set<tree> let_go;
	/* The function that found what is followed. */
	tree searched = NULL_TREE;
	/* Types of objects that are freed, and by whom. */
	std::unordered_map<tree, std::unordered_set<tree>> freed;
	std::unordered_set<tree> ended;		/* types whose objects some function ends */
	bool exits = false;			/* the file can be unloaded */
};

/* The member or variable that @ref is, if only this file knows it. */
tree private_place(tree ref)
{
	if (VAR_P(ref) && TREE_STATIC(ref) && !TREE_PUBLIC(ref) && !decl_function_context(ref))
		return ref;
	if (TREE_CODE(ref) != COMPONENT_REF)
		return NULL_TREE;

	tree field = TREE_OPERAND(ref, 1), whole = DECL_CONTEXT(field);

	if (!whole || !DECL_NAME(field) || TREE_CODE(whole) != RECORD_TYPE || !*tag_name(whole))
		return NULL_TREE;

	tree decl = TYPE_NAME(TYPE_MAIN_VARIANT(whole));

	if (decl && TREE_CODE(decl) == IDENTIFIER_NODE)
		decl = TYPE_STUB_DECL(TYPE_MAIN_VARIANT(whole));
	return decl && DECL_P(decl) && in_main_file(DECL_SOURCE_LOCATION(decl)) ? field : NULL_TREE;
}

/* What the program calls the function that @call calls, or the member that points to it. */
tree callee_name(const gcall *call)
{
	tree fndecl = gimple_call_fndecl(call), member = fndecl ? NULL_TREE : code::called_member(call);

	return fndecl ? DECL_NAME(fndecl) : member ? DECL_NAME(member) : NULL_TREE;
}

/* Whether a function called @name ends something, or takes it over. */
bool may_let_go(const call_name &name)
{
	if (is_undo(name))
		return true;
	for (const char *word : { "add", "set", "register", "attach", "install", "queue", "insert",
				  "link", "push", "assign", "move", "give", "consume", "done",
				  "complete", "kill", "end", "finish", "clear", "reset", "abort" })
		if (name.has(word))
			return true;
	return false;
}

/* Whether a member called @name points to what ends something: no "poll_put_char". */
bool is_ended_by(const call_name &name)
{
	return !name.undo.empty() && (name.words.front() == name.undo[0] ||
				      name.words.back() == name.undo.back());
}

/* Whether the function @name frees memory that somebody allocated. */
bool is_memory(const char *name)
{
	for (const char *known : { "kfree", "kvfree", "vfree", "kmem_cache_free", "kfree_rcu" })
		if (!strcmp(name, known))
			return true;
	return false;
}

/* What is read from @where is the argument @i of @call. */
void kept_rule::note_argument(const gcall *call, unsigned int i, tree where)
{
	tree fndecl = gimple_call_fndecl(call);
	const contract *c = contract_of_call(call);

	if (gimple_call_internal_p(call))
		return;
	/* "devm_add_action(dev, put_it, it)" */
	for (tree given_too : functions_given(call))
		if (is_undo(name_of_function(given_too)))
			let_go.insert(where);
	/* "dev = pci_get_device(vendor, id, dev)", in a loop. */
	if (fndecl && fndecl == searched)
		return;
	if (c && !c->param(i).empty()) {
		if (c->param(i).passing != param_contract::BORROWED &&
		    c->param(i).passing != param_contract::UNKNOWN)
			let_go.insert(where);
	} else if (fndecl && has_body(fndecl)) {
		given[where].insert(fndecl);
	} else if (!callee_name(call) ||
		   (fndecl ? may_let_go : is_ended_by)(name_of(callee_name(call)))) {
		let_go.insert(where);
	}
}

/* Whether a function of this file that is given what is kept in @where releases it. */
bool kept_rule::is_released(tree where, const place &p) const
{
	auto found = given.find(where);
	std::vector<tree> names;

	for (const std::string &releaser : p.releasers)
		names.push_back(get_identifier(releaser.c_str()));
	if (found != given.end())
		for (tree fndecl : found->second)
			if (meets(all_called_by(fndecl), names))
				return true;
	return false;
}

/* Whether @op is @name, or the address of a part of what it points to. */
bool points_into(tree op, tree name)
{
	if (TREE_CODE(op) != ADDR_EXPR)
		return op == name;
	op = get_base_address(TREE_OPERAND(op, 0));
	return op && TREE_CODE(op) == MEM_REF && TREE_OPERAND(op, 0) == name;
}

/* @name holds what is kept in @where. */
void kept_rule::follow(tree name, tree where, std::unordered_set<tree> *seen)
{
	imm_use_iterator i;
	use_operand_p used;

	if (TREE_CODE(name) != SSA_NAME || seen->size() > 32 || !seen->insert(name).second)
		return;
	FOR_EACH_IMM_USE_FAST(used, i, name) {
		gimple *use = USE_STMT(used);

		if (const gcall *call = dyn_cast<const gcall *>(use)) {
			for (unsigned int a = 0; a < gimple_call_num_args(call); a++)
				if (points_into(gimple_call_arg(call, a), name))
					note_argument(call, a, where);
		} else if (gphi *phi = dyn_cast<gphi *>(use)) {
			follow(gimple_phi_result(phi), where, seen);
		} else if (gimple_store_p(use) && gimple_assign_single_p(use) &&
			   gimple_assign_rhs1(use) == name) {
			if (private_place(gimple_assign_lhs(use)) != where)
				let_go.insert(where);
		} else if (is_gimple_assign(use) && TREE_CODE(gimple_assign_lhs(use)) == SSA_NAME &&
			   (gimple_assign_ssa_name_copy_p(use) || gimple_assign_cast_p(use) ||
			    gimple_assign_rhs_code(use) == POINTER_PLUS_EXPR ||
			    points_into(gimple_assign_rhs1(use), name))) {
			follow(gimple_assign_lhs(use), where, seen);
		} else if (gimple_code(use) == GIMPLE_RETURN || gimple_code(use) == GIMPLE_ASM) {
			let_go.insert(where);
		}
	}
}

/* Whether @fn allocates an object of @type, other than with the call @but. */
bool makes(function *fn, tree type, const gcall *but)
{
	basic_block bb;

	FOR_EACH_BB_FN(bb, fn)
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			const gcall *call = dyn_cast<gcall *>(gsi_stmt(i));
			tree lhs = call ? gimple_call_lhs(call) : NULL_TREE;

			if (lhs && call != but && POINTER_TYPE_P(TREE_TYPE(lhs)) &&
			    TYPE_MAIN_VARIANT(TREE_TYPE(TREE_TYPE(lhs))) == TYPE_MAIN_VARIANT(type) &&
			    strstr(decl_name(gimple_call_fndecl(call)), "alloc"))
				return true;
		}
	return false;
}

/* Objects that are freed by whoever finds them: "kfree(container_of(kobj, ...))". */
void kept_rule::note_free(function *fn, const gcall *call)
{
	if (!is_memory(decl_name(gimple_call_fndecl(call))))
		return;
	for (unsigned int i = 0; i < gimple_call_num_args(call); i++) {
		tree type = TREE_TYPE(gimple_call_arg(call, i));

		if (POINTER_TYPE_P(type) && RECORD_OR_UNION_TYPE_P(TREE_TYPE(type)))
			freed[TYPE_MAIN_VARIANT(TREE_TYPE(type))].insert(fn->decl);
	}
}

void kept_rule::note_birth(function *fn, const gcall *call)
{
	const contract *c = contract_of_call(call);
	tree lhs = gimple_call_lhs(call);
	imm_use_iterator i;
	use_operand_p used;

	if (!c || c->ret != contract::OWNED || c->releasers.empty() || !lhs ||
	    TREE_CODE(lhs) != SSA_NAME)
		return;
	FOR_EACH_IMM_USE_FAST(used, i, lhs) {
		gimple *use = USE_STMT(used);
		tree where = gimple_store_p(use) && gimple_assign_single_p(use) &&
			     gimple_assign_rhs1(use) == lhs ?
			     private_place(gimple_assign_lhs(use)) : NULL_TREE;

		if (!where)
			continue;

		tree whole = TREE_CODE(where) == FIELD_DECL ? DECL_CONTEXT(where) : NULL_TREE;
		std::string kept = std::string("'") + decl_name(where) + "'";
		std::unordered_set<tree> seen;

		if (whole)
			kept += std::string(" of 'struct ") + tag_name(whole) + "'";
		places.insert({ where, { call, fn->decl, kept, c->releasers,
					 whole && makes(fn, whole, call) && returns_errno(fn) } });
		searched = gimple_call_fndecl(call);
		follow(lhs, where, &seen);
		searched = NULL_TREE;
	}
}

/* Reads of a place, and ways to reach it unseen. */
void kept_rule::note_uses(gimple *stmt)
{
	for (unsigned int i = 0; i < gimple_num_ops(stmt); i++) {
		tree op = gimple_op(stmt, i);

		if (op && TREE_CODE(op) == ADDR_EXPR)
			if (tree where = private_place(TREE_OPERAND(op, 0)))
				let_go.insert(where);
	}
	/* Given away without a trace: "p->name = NULL". */
	if (gimple_store_p(stmt) && gimple_assign_single_p(stmt) &&
	    TREE_CODE(gimple_assign_lhs(stmt)) == COMPONENT_REF &&
	    integer_zerop(gimple_assign_rhs1(stmt)))
		if (tree where = private_place(gimple_assign_lhs(stmt)))
			let_go.insert(where);
	if (!gimple_assign_load_p(stmt))
		return;

	tree where = private_place(gimple_assign_rhs1(stmt));
	std::unordered_set<tree> seen;

	if (where && TREE_CODE(gimple_assign_lhs(stmt)) == SSA_NAME)
		follow(gimple_assign_lhs(stmt), where, &seen);
	else if (where)
		let_go.insert(where);
}

/* The function, which ends something, works on the objects that @stmt names. */
void kept_rule::note_end(gimple *stmt)
{
	for (unsigned int i = 0; i < gimple_num_ops(stmt); i++) {
		tree op = gimple_op(stmt, i), type = op ? TREE_TYPE(op) : NULL_TREE;

		if (type && POINTER_TYPE_P(type))
			ended.insert(TYPE_MAIN_VARIANT(TREE_TYPE(type)));
		for (; op && handled_component_p(op); op = TREE_OPERAND(op, 0))
			if (TREE_CODE(op) == COMPONENT_REF)
				ended.insert(DECL_CONTEXT(TREE_OPERAND(op, 1)));
	}
}

void kept_rule::look_at(function *fn)
{
	const call_name &name = name_of_function(fn->decl);
	bool ends = false;
	basic_block bb;

	for (const char *word : { "remove", "disconnect", "unbind", "destroy", "detach", "fini",
				  "teardown", "uninit" })
		ends |= name.has(word);
	exits |= name.has("exit") || (DECL_SECTION_NAME(fn->decl) &&
				      !strcmp(DECL_SECTION_NAME(fn->decl), ".exit.text"));
	FOR_EACH_BB_FN(bb, fn)
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			if (const gcall *call = dyn_cast<gcall *>(gsi_stmt(i))) {
				note_birth(fn, call);
				note_free(fn, call);
			}
			note_uses(gsi_stmt(i));
			if (ends)
				note_end(gsi_stmt(i));
		}
}

/* Whether a function other than the one that has it frees the object that @where is in. */
bool kept_rule::is_freed_by_another(tree where, const place &p) const
{
	auto found = freed.find(DECL_CONTEXT(where));

	if (found == freed.end())
		return false;
	for (tree fndecl : found->second)
		/* Whoever has made it, gives up on one that is not complete. */
		if (fndecl != p.function &&
		    !makes(DECL_STRUCT_FUNCTION(fndecl), DECL_CONTEXT(where), NULL))
			return true;
	return false;
}

/* Whether what @where is in goes before the machine does, and is not freed elsewhere. */
bool kept_rule::goes(tree where, const place &p) const
{
	tree type = TREE_TYPE(where);

	if (VAR_P(where) ? !exits : !p.may_go && !ended.count(DECL_CONTEXT(where)) &&
			     !is_freed_by_another(where, p))
		return false;
	return !is_memory(p.releasers[0].c_str()) || !POINTER_TYPE_P(type) ||
	       !freed.count(TYPE_MAIN_VARIANT(TREE_TYPE(type)));
}

void kept_rule::finish()
{
	for (const auto &p : places) {
		finding found;

		if (!goes(p.first, p.second) || let_go.count(p.first) || is_released(p.first, p.second))
			continue;
		found.id = "SAFE_E_LEAK";
		found.where = found.birth = user_location(gimple_location(p.second.birth));
		found.text = std::string(p.second.kept_by) + " keeps what '" +
			     decl_name(gimple_call_fndecl(p.second.birth)) + "' returned, and "
			     "nothing in this file releases it; call " + p.second.releasers[0] +
			     "() where the object goes";
		found.key = std::string(found.id) + std::to_string(found.where);
		found.of_file = true;
		/* What is built in, is never unloaded. */
		found.likely = VAR_P(p.first);
		add_finding(std::move(found));
	}
}

rule_entry entry(new kept_rule);

} /* namespace */

} /* namespace safe */
