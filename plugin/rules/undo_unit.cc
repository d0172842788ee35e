// SPDX-License-Identifier: GPL-2.0
/*
 * Part of rule "own": what the functions of the file call, and so undo.
 */
#include "undo_unit.h"
#include "../contract.h"
#include "../facts.h"
#include "../location.h"

namespace safe {

/* Callers of callers that are looked at for the one who undoes. */
static const unsigned int MOST_CALLERS = 4;

const call_name &name_of(tree identifier)
{
	static std::unordered_map<tree, std::unique_ptr<call_name>> names;
	auto &slot = names[identifier];

	if (!slot)
		slot.reset(new call_name(IDENTIFIER_POINTER(identifier)));
	return *slot;
}

bool has_callers(tree fndecl)
{
	return TREE_PUBLIC(fndecl) || cgraph_node::get(fndecl)->callers;
}

std::vector<tree> functions_given(const gcall *call)
{
	std::vector<tree> given;

	for (unsigned int i = 0; i < gimple_call_num_args(call); i++) {
		tree arg = gimple_call_arg(call, i);

		if (TREE_CODE(arg) == ADDR_EXPR &&
		    TREE_CODE(TREE_OPERAND(arg, 0)) == FUNCTION_DECL &&
		    DECL_NAME(TREE_OPERAND(arg, 0)))
			given.push_back(TREE_OPERAND(arg, 0));
	}
	return given;
}

/* The functions that @stmt calls or hands to be called. */
static void note_callees(gimple *stmt, std::vector<tree> *callees)
{
	gcall *call = dyn_cast<gcall *>(stmt);
	tree fndecl = call ? gimple_call_fndecl(call) : NULL_TREE;

	if (fndecl && DECL_NAME(fndecl))
		callees->push_back(fndecl);
	if (call)
		for (tree given : functions_given(call))
			callees->push_back(given);
}

const std::vector<tree> &direct_callees(tree fndecl)
{
	static std::unordered_map<tree, std::vector<tree>> known;
	auto slot = known.emplace(fndecl, std::vector<tree>());
	function *fn = slot.second ? code_of(fndecl) : NULL;
	basic_block bb;

	if (fn)
		FOR_EACH_BB_FN(bb, fn)
			for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i))
				note_callees(gsi_stmt(i), &slot.first->second);
	return slot.first->second;
}

const name_set &called_by(tree fndecl)
{
	static std::unordered_map<tree, name_set> known;
	auto slot = known.emplace(fndecl, name_set());

	if (slot.second)
		for (tree callee : direct_callees(fndecl))
			slot.first->second.insert(DECL_NAME(callee));
	return slot.first->second;
}

const name_set &all_called_by(tree fndecl)
{
	static std::unordered_map<tree, name_set> known;
	auto slot = known.emplace(fndecl, name_set());
	name_set &all = slot.first->second;
	std::vector<tree> todo = { fndecl };
	std::unordered_set<tree> seen = { fndecl };

	if (!slot.second)
		return all;
	while (!todo.empty()) {
		tree next = todo.back();

		todo.pop_back();
		for (tree callee : direct_callees(next)) {
			all.insert(DECL_NAME(callee));
			if (seen.insert(callee).second)
				todo.push_back(callee);
		}
	}
	return all;
}

bool meets(const name_set &set, const std::vector<tree> &names)
{
	for (tree name : names)
		if (set.count(name))
			return true;
	return false;
}

/* Each function that this file calls and that undoes something. */
static const std::vector<tree> &undoing_callees()
{
	static std::vector<tree> all;
	static bool made;
	name_set seen;
	cgraph_node *node;

	if (made)
		return all;
	made = true;
	FOR_EACH_FUNCTION_WITH_GIMPLE_BODY(node)
		if (in_main_file(DECL_SOURCE_LOCATION(node->decl)))
			for (tree callee : direct_callees(node->decl))
				if (seen.insert(DECL_NAME(callee)).second &&
				    (is_undo(name_of_function(callee)) ||
				     fact_releaser(IDENTIFIER_POINTER(DECL_NAME(callee)))))
					all.push_back(callee);
	return all;
}

static const_tree pointee(const_tree type)
{
	return POINTER_TYPE_P(type) ? TYPE_MAIN_VARIANT(TREE_TYPE(type)) : NULL_TREE;
}

static bool takes(tree fndecl, const_tree pointed)
{
	for (tree a = TYPE_ARG_TYPES(TREE_TYPE(fndecl)); a; a = TREE_CHAIN(a))
		if (pointee(TREE_VALUE(a)) == pointed)
			return true;
	return false;
}

/*
 * Whether @undo can be given what @done is about: what it returns, or an argument that
 * both are named after.
 */
static bool same_kind(tree undo, tree done, bool special)
{
	const call_name &u = name_of_function(undo), &d = name_of_function(done);
	tree args = TYPE_ARG_TYPES(TREE_TYPE(done));
	const_tree result = pointee(TREE_TYPE(TREE_TYPE(done)));

	if (result && takes(undo, result))
		return true;
	if (result)
		return special && !d.name.compare(0, 4, "kmap");
	if (special ? d.name != "kobject_init_and_add" :
		      d.things.empty() || u.things.back() != d.things.back())
		return false;
	/* What has no argument is about what there is once. */
	if (!args || TREE_VALUE(args) == void_type_node)
		return true;
	for (tree a = args; a; a = TREE_CHAIN(a))
		if (pointee(TREE_VALUE(a)) && takes(undo, pointee(TREE_VALUE(a))))
			return true;
	return false;
}

/* What a fact says of how to undo what @fndecl does.  Return: whether one says that. */
static bool by_contract(tree fndecl, std::vector<tree> *undo, bool *counts)
{
	const contract *c = contract_of_function(fndecl);
	std::vector<std::string> names;

	/* Who has to free memory is followed with the pointer. */
	if (!c || name_of_function(fndecl).managed || c->released_by("kfree") ||
	    c->released_by("kvfree") || c->released_by("vfree"))
		return c;
	for (const param_contract &p : c->params)
		names.insert(names.end(), p.lowered_by.begin(), p.lowered_by.end());
	*counts = !names.empty();
	names.insert(names.end(), c->releasers.begin(), c->releasers.end());
	names.insert(names.end(), c->id_releasers.begin(), c->id_releasers.end());
	for (const std::string &name : names)
		undo->push_back(get_identifier(name.c_str()));
	return !names.empty();
}

/* What of @names this file calls. */
static void keep_called(std::vector<tree> *names)
{
	name_set called;

	for (tree callee : undoing_callees())
		called.insert(DECL_NAME(callee));
	names->erase(std::remove_if(names->begin(), names->end(),
				    [&](tree name) { return !called.count(name); }),
		     names->end());
}

const std::vector<tree> &undone_in_unit(tree fndecl)
{
	static std::unordered_map<tree, std::vector<tree>> known;
	auto slot = known.emplace(DECL_NAME(fndecl), std::vector<tree>());
	std::vector<tree> &names = slot.first->second;
	const call_name &name = name_of_function(fndecl);
	bool special, counts = false;

	if (!slot.second)
		return names;
	if (by_contract(fndecl, &names, &counts)) {
		std::vector<tree> all = names;

		keep_called(&names);
		/* Nobody here lowers what is raised: it may have been forgotten altogether. */
		if (names.empty() && counts)
			names.swap(all);
	} else if (can_be_undone(name)) {
		for (tree undo : undoing_callees())
			if (undoes(name_of_function(undo), name, &special) &&
			    same_kind(undo, fndecl, special))
				names.push_back(DECL_NAME(undo));
	}
	return names;
}

/* Where the result of @call is an error, if it is tested at once; or NULL. */
static basic_block failing_successor(const gcall *call)
{
	basic_block bb = gimple_bb(call);
	const gcond *cond = bb ? safe_dyn_cast<const gcond *>(last_stmt(bb)) : NULL;
	tree result = gimple_call_lhs(call);
	edge_iterator ei;
	edge e;
	bool error_if_true;

	if (!cond || !result || gimple_cond_lhs(cond) != result)
		return NULL;
	switch (gimple_cond_code(cond)) {
	case NE_EXPR:
	case LT_EXPR:
		error_if_true = true;
		break;
	case EQ_EXPR:
	case GE_EXPR:
		error_if_true = false;
		break;
	default:
		return NULL;
	}
	FOR_EACH_EDGE(e, ei, bb->succs)
		if (!(e->flags & EDGE_TRUE_VALUE) == !error_if_true)
			return e->dest;
	return NULL;
}

/* Whether one of @names is called on some way from @from to the end. */
static bool called_from(basic_block from, const gimple *but, const std::vector<tree> &names)
{
	std::vector<basic_block> todo = { from };
	std::unordered_set<int> seen = { from->index };

	while (!todo.empty()) {
		basic_block bb = todo.back();
		edge_iterator ei;
		edge e;

		todo.pop_back();
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			std::vector<tree> callees;

			if (gsi_stmt(i) == but)
				continue;
			note_callees(gsi_stmt(i), &callees);
			for (tree callee : callees)
				if (std::find(names.begin(), names.end(), DECL_NAME(callee)) !=
				    names.end() || meets(all_called_by(callee), names))
					return true;
		}
		FOR_EACH_EDGE(e, ei, bb->succs)
			if (e->dest->index != EXIT_BLOCK && seen.insert(e->dest->index).second)
				todo.push_back(e->dest);
	}
	return false;
}

static bool some_caller_undoes(tree fndecl, const std::vector<tree> &names, unsigned int depth)
{
	cgraph_node *node = cgraph_node::get(fndecl);

	if (TREE_PUBLIC(fndecl) || depth > MOST_CALLERS)
		return true;
	for (cgraph_edge *e = node->callers; e; e = e->next_caller) {
		gcall *call = e->call_stmt;
		basic_block bb = gimple_bb(call), failing = failing_successor(call);

		if (!bb)
			return true;
		/* If it is not tested at once, any way on may be the one of failure. */
		if (called_from(failing ? failing : bb, call, names))
			return true;
		if (some_caller_undoes(e->caller->decl, names, depth + 1))
			return true;
	}
	return false;
}

bool caller_undoes(tree fndecl, const std::vector<tree> &names)
{
	return some_caller_undoes(fndecl, names, 0);
}

bool direct_caller_undoes(tree fndecl, const std::vector<tree> &names)
{
	for (cgraph_edge *e = cgraph_node::get(fndecl)->callers; e; e = e->next_caller) {
		basic_block failing = failing_successor(e->call_stmt);

		if (failing && called_from(failing, e->call_stmt, names))
			return true;
	}
	return false;
}

} /* namespace safe */
