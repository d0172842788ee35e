// SPDX-License-Identifier: GPL-2.0
/*
 * __safe_allow("SAFE_E_LEAK", "reason"): one function is allowed what an id or a
 * rule stands for.  A wrong name or no reason is an error: an allowance that does
 * nothing, or that nobody can judge, is worse than none.
 */
#include "gcc-compat.h"
#include "allow.h"
#include "diagnostics.h"
#include "location.h"
#include "options.h"

namespace safe {

static const char wrong_id[] = "SAFE_E_ATTRIBUTE";
static const char unused_id[] = "SAFE_E_ALLOW_UNUSED";
static const char attribute_name[] = "safe_allow";

static bool seen;

static const char *text_of(tree args)
{
	return args && TREE_CODE(TREE_VALUE(args)) == STRING_CST ?
	       TREE_STRING_POINTER(TREE_VALUE(args)) : "";
}

/* Whether @what is @id, or the rule that reports it. */
static bool covers(const char *what, const char *id)
{
	if (!strcmp(what, id))
		return true;
	for (const rule_id *r = rule_ids; r->rule; r++)
		if (!strcmp(what, r->rule) && !strcmp(id, r->id))
			return true;
	return false;
}

static bool is_known(const char *what)
{
	for (const rule_id *r = rule_ids; r->rule; r++)
		if (!strcmp(what, r->rule) || !strcmp(what, r->id))
			return true;
	return false;
}

static tree on_allow(tree *node, tree name, tree args, int, bool *drop)
{
	const char *what = text_of(args), *reason = text_of(TREE_CHAIN(args));

	if (TREE_CODE(*node) == FUNCTION_DECL && is_known(what) &&
	    reason[strspn(reason, " \t\n")]) {
		seen = true;
		return NULL_TREE;
	}
	*drop = true;
	if (opts.level == LEVEL_OFF)
		return NULL_TREE;
	if (TREE_CODE(*node) != FUNCTION_DECL)
		error("%qE belongs to a function, before its type [%s]", name, wrong_id);
	else if (!is_known(what))
		error("%qE: %qs is no rule, nor the id of a finding [%s]", name, what,
		      wrong_id);
	else
		error("%qE needs a reason: why is %qs right here? [%s]", name, what, wrong_id);
	return NULL_TREE;
}

namespace {

struct allowance {
	const char *what;
	location_t where;	/* the function's name */
	expanded_location begin, end;
	bool used = false;

	bool has(const finding &f) const
	{
		expanded_location at = expand_location(f.where);

		return at.file && !strcmp(at.file, begin.file) && at.line >= begin.line &&
		       at.line <= end.line && covers(what, f.id);
	}
	bool enabled() const
	{
		for (const rule_id *r = rule_ids; r->rule; r++)
			if (covers(what, r->id) && opts.rule_enabled(r->rule))
				return true;
		return false;
	}
};

} /* namespace */

static std::vector<allowance> allowances()
{
	std::vector<allowance> all;
	cgraph_node *node;

	FOR_EACH_FUNCTION_WITH_GIMPLE_BODY(node) {
		tree decl = node->decl;
		function *fn = DECL_STRUCT_FUNCTION(decl);
		tree a = lookup_attribute(attribute_name, DECL_ATTRIBUTES(decl));

		for (; fn && a; a = lookup_attribute(attribute_name, TREE_CHAIN(a)))
			all.push_back({ text_of(TREE_VALUE(a)), DECL_SOURCE_LOCATION(decl),
					user_place(DECL_SOURCE_LOCATION(decl)),
					user_place(fn->function_end_locus) });
	}
	return all;
}

void remove_allowed(std::vector<finding> *findings)
{
	if (!seen)
		return;

	std::vector<allowance> all = allowances();
	auto allowed = [&](const finding &f) {
		bool found = false;

		for (allowance &a : all) {
			if (a.has(f)) {
				a.used = true;
				found = true;
			}
		}
		return found;
	};

	findings->erase(std::remove_if(findings->begin(), findings->end(), allowed),
			findings->end());
	if (opts.level != LEVEL_AUDIT)
		return;
	for (const allowance &a : all) {
		finding f;

		if (a.used || !a.enabled())
			continue;
		f.id = unused_id;
		f.where = a.where;
		f.text = std::string("this function is allowed '") + a.what +
			 "', but nothing of that kind is found in it: remove the "
			 "__safe_allow()";
		f.key = std::string(f.id) + a.what + std::to_string(a.where);
		findings->push_back(std::move(f));
	}
}

static void add_attribute(void *, void *)
{
	static const attribute_spec spec = {
		attribute_name, 2, 2, true, false, false, false, on_allow, NULL,
	};

	register_attribute(&spec);
}

void register_allow(const char *plugin)
{
	register_callback(plugin, PLUGIN_ATTRIBUTES, add_attribute, NULL);
}

} /* namespace safe */
