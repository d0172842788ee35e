// SPDX-License-Identifier: GPL-2.0
/*
 * Part of rule "result": a call whose error is ignored.
 *
 * "foo_start(foo); return 0;" tells the caller that foo was started.  Whoever undoes
 * something, or is on the way out with another error, has nobody to tell: only a function
 * that goes on to return success, and whose own callers learn of errors, is meant.
 */
#include "returned.h"
#include "../contract.h"
#include "../diagnostics.h"
#include "../location.h"

namespace safe {

static bool has_word(tree fndecl, const std::set<std::string> &words)
{
	std::string name = IDENTIFIER_POINTER(DECL_NAME(fndecl));

	for (size_t from = 0, to; from <= name.size(); from = to + 1) {
		to = std::min(name.find('_', from), name.size());
		if (words.count(name.substr(from, to - from)))
			return true;
	}
	return false;
}

/* What the function relies on afterwards; a register that could not be written is not. */
static bool brings_up(tree fndecl)
{
	return has_word(fndecl, { "init", "start", "enable", "register", "alloc", "create",
				  "open", "setup", "attach", "add", "request", "prepare", "resume",
				  "load", "connect", "map", "activate", "bind", "reinit", "restart",
				  "install", "acquire", "insert", "deassert" }) &&
	       !has_word(fndecl, { "set", "get", "read", "write" });
}

/* On the way down there is nobody to tell. */
static bool takes_down(tree fndecl)
{
	return has_word(fndecl, { "stop", "disable", "remove", "free", "unregister", "put",
				  "close", "exit", "suspend", "off", "shutdown", "cleanup",
				  "destroy", "release", "abort", "cancel", "detach", "del",
				  "disconnect", "restore", "unmap", "uninit", "deinit", "fini",
				  "reset", "recover", "recovery", "err", "error" });
}

/* Whether a path leads from @from to @to. */
static bool reaches(basic_block from, basic_block to, std::set<int> *seen)
{
	edge_iterator ei;
	edge e;

	if (from == to)
		return true;
	if (!seen->insert(from->index).second)
		return false;
	FOR_EACH_EDGE(e, ei, from->succs)
		if (reaches(e->dest, to, seen))
			return true;
	return false;
}

/* Whether @stmt is executed after @call, on some path. */
static bool comes_after(const gimple *stmt, gcall *call)
{
	std::set<int> seen;
	basic_block bb = gimple_bb(call);

	if (gimple_bb(stmt) != bb)
		return gimple_bb(stmt) && reaches(bb, gimple_bb(stmt), &seen);
	for (auto i = gsi_for_stmt(call); !gsi_end_p(i); gsi_next(&i))
		if (gsi_stmt(i) == stmt)
			return true;
	return false;
}

/* Whether the function may go on from @call to return success. */
static bool succeeds_after(gcall *call, const returned_values &returned)
{
	basic_block bb = gimple_bb(call);
	bool success = false;

	for (const auto &v : returned.all) {
		std::set<int> seen;

		if (!reaches(bb, v.from, &seen))
			continue;
		if (v.is_constant()) {
			success |= v.constant() == 0;
			continue;
		}
		/* What was returned before is kept: this is the way out. */
		if (!comes_after(SSA_NAME_DEF_STMT(v.value), call))
			return false;
		success = true;
	}
	return success;
}

static bool unused(tree lhs)
{
	return !lhs || (TREE_CODE(lhs) == SSA_NAME && has_zero_uses(lhs));
}

/* Whether others that call @fndecl look at its result: most, or all but one function. */
static bool is_heeded(tree fndecl)
{
	cgraph_node *node = cgraph_node::get(fndecl);
	std::set<cgraph_node *> ignoring;
	unsigned int heeding = 0;

	for (cgraph_edge *e = node ? node->callers : NULL; e; e = e->next_caller) {
		if (e->call_stmt && !unused(gimple_call_lhs(e->call_stmt)))
			heeding++;
		else
			ignoring.insert(e->caller);
	}
	return ignoring.size() == 1 || heeding > 2 * ignoring.size();
}

/* Whether @fn returns errors, and is not on the way down. */
static bool has_to_tell(function *fn)
{
	tree type = TREE_TYPE(TREE_TYPE(fn->decl));

	return TREE_CODE(type) == INTEGER_TYPE && !TYPE_UNSIGNED(type) && !takes_down(fn->decl);
}

bool is_ignored(function *fn, gcall *call, const returned_values &returned)
{
	tree fndecl = gimple_call_fndecl(call);
	const contract *c = fndecl ? contract_of_call(call) : NULL;

	if (!fndecl || !unused(gimple_call_lhs(call)) || !gimple_has_location(call) ||
	    !in_main_file(gimple_location(call)) ||
	    linemap_location_from_macro_expansion_p(line_table, gimple_location(call)))
		return false;
	if (!has_to_tell(fn))
		return false;
	if (!(c && c->must_look) &&
	    (!brings_up(fndecl) || takes_down(fndecl) ||
	     !in_main_file(DECL_SOURCE_LOCATION(fndecl)) || !may_fail(fndecl) ||
	     !is_heeded(fndecl)))
		return false;
	return succeeds_after(call, returned);
}

static void look_at_call(function *fn, gcall *call, const returned_values &returned)
{
	tree fndecl = gimple_call_fndecl(call);
	const contract *c = fndecl ? contract_of_call(call) : NULL;
	finding f;

	if (!is_ignored(fn, call, returned))
		return;
	f.id = "SAFE_E_RESULT_IGNORED";
	f.where = gimple_location(call);
	f.text = "what '" + std::string(IDENTIFIER_POINTER(DECL_NAME(fndecl))) +
		 "' returns is ignored, and with it the error: the function goes on to report "
		 "success";
	if (!c || !c->must_look)
		f.notes.push_back({ DECL_SOURCE_LOCATION(fndecl),
				    "it returns a negative errno when it fails" });
	/* One for all calls of it in one function. */
	f.key = std::string(f.id) + " " + std::to_string(DECL_UID(fn->decl)) + " " +
		std::to_string(DECL_UID(fndecl));
	f.likely = true;
	add_finding(std::move(f));
}

void find_ignored_results(function *fn)
{
	std::unique_ptr<returned_values> returned;
	basic_block bb;

	if (!has_to_tell(fn))
		return;

	FOR_EACH_BB_FN(bb, fn) {
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			gcall *call = dyn_cast<gcall *>(gsi_stmt(i));

			if (!call || !unused(gimple_call_lhs(call)))
				continue;
			if (!returned)
				returned.reset(new returned_values(fn));
			look_at_call(fn, call, *returned);
		}
	}
}

} /* namespace safe */
