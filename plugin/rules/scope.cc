// SPDX-License-Identifier: GPL-2.0
/*
 * Rule "scope": the discipline of linux/cleanup.h.  This file has the rule itself,
 * and what it finds on the paths: scope_jump.cc looks at the code as it was parsed.
 */
#include "scope.h"

namespace safe {

std::string name_of_decl(tree decl)
{
	return DECL_NAME(decl) ? IDENTIFIER_POINTER(DECL_NAME(decl)) : "";
}

bool has_cleanup(tree decl)
{
	return lookup_attribute("cleanup", DECL_ATTRIBUTES(decl));
}

tree cleanup_function(tree variable)
{
	tree attribute = lookup_attribute("cleanup", DECL_ATTRIBUTES(variable));
	tree name = attribute ? TREE_VALUE(TREE_VALUE(attribute)) : NULL_TREE;

	return name && TREE_CODE(name) == IDENTIFIER_NODE ? identifier_global_value(name)
							   : NULL_TREE;
}

bool cleanup_class(tree variable, const char *prefix, const char *suffix, std::string *name)
{
	tree function = cleanup_function(variable);
	std::string text = function ? name_of_decl(function) : "";
	size_t before = strlen(prefix), after = strlen(suffix);

	if (text.size() <= before + after || text.compare(0, before, prefix) ||
	    text.compare(text.size() - after, after, suffix))
		return false;
	if (name)
		*name = text.substr(before, text.size() - before - after);
	return true;
}

tree cleaned_variable(tree expr)
{
	tree arg;

	while (expr && (CONVERT_EXPR_P(expr) || TREE_CODE(expr) == CLEANUP_POINT_EXPR))
		expr = TREE_OPERAND(expr, 0);
	if (!expr || TREE_CODE(expr) != CALL_EXPR || call_expr_nargs(expr) != 1)
		return NULL_TREE;
	arg = CALL_EXPR_ARG(expr, 0);
	STRIP_NOPS(arg);
	if (TREE_CODE(arg) != ADDR_EXPR || !VAR_P(TREE_OPERAND(arg, 0)) ||
	    !has_cleanup(TREE_OPERAND(arg, 0)))
		return NULL_TREE;
	return TREE_OPERAND(arg, 0);
}

bool is_unnamed_guard(tree variable)
{
	static const char prefix[] = "__UNIQUE_ID_guard";

	return !name_of_decl(variable).compare(0, strlen(prefix), prefix);
}

/* The headers say it of each class, in a constant. */
bool is_conditional_guard(tree variable)
{
	std::string name;

	if (!cleanup_class(variable, "class_", "_destructor", &name))
		return false;

	tree flag = identifier_global_value(
		get_identifier(("class_" + name + "_is_conditional").c_str()));

	return flag && VAR_P(flag) && DECL_INITIAL(flag) && integer_nonzerop(DECL_INITIAL(flag));
}

namespace {

class scope_rule : public rule {
public:
	scope_rule() : rule("scope") { }

	unsigned int on(machine &m, unsigned int st, const occasion &o) override
	{
		return st;
	}
	unsigned int join(unsigned int a, unsigned int b) const override
	{
		return a == b ? a : 0;
	}
	void parsed(tree fndecl) override { check_jumps(fndecl); }
	bool wants(const contract &c) const override { return false; }
};

rule_entry entry(new scope_rule);

} /* namespace */

} /* namespace safe */
