// SPDX-License-Identifier: GPL-2.0
/*
 * Finds the contract of a function: its annotations, or else the facts.
 */
#include "gcc-compat.h"
#include "contract.h"
#include "attributes.h"
#include "facts.h"
#include "location.h"
#include "options.h"

namespace safe {

bool contract::says_something() const
{
	if (ret != PLAIN || fail != NEVER_SAID || !releasers.empty() ||
	    !id_releasers.empty() || must_look || context.any())
		return true;
	for (const param_contract &p : params)
		if (!p.empty())
			return true;
	return false;
}

bool contract::describes_outcome() const
{
	if (ret != PLAIN || fail != NEVER_SAID || !releasers.empty() || !id_releasers.empty())
		return true;
	for (const param_contract &p : params)
		if (p.passing != param_contract::UNKNOWN || p.out_owned || p.changes_state() ||
		    p.returned)
			return true;
	return false;
}

static const struct {
	const char *op;
	ret_condition condition;
} ops[] = {
	{ "==0", RET_EQ_0 }, { "!=0", RET_NE_0 }, { ">=0", RET_GE_0 },
	{ "<=0", RET_LE_0 }, { "<0", RET_LT_0 },  { ">0", RET_GT_0 },
};

const char *text_of(ret_condition condition)
{
	for (const auto &o : ops)
		if (o.condition == condition)
			return o.op;
	gcc_unreachable();
}

bool parse_ret_condition(const char *text, ret_condition *condition)
{
	std::string word;

	for (; *text; text++)
		if (*text != ' ')
			word += *text;
	if (word.compare(0, 3, "ret"))
		return false;
	for (const auto &o : ops) {
		if (word.compare(3, std::string::npos, o.op) == 0) {
			*condition = o.condition;
			return true;
		}
	}
	return false;
}

/* The parameters, without the token by which later kernels know an allocation. */
static unsigned int count_params(tree fntype)
{
	unsigned int n = 0;
	tree last = NULL_TREE;

	for (tree a = TYPE_ARG_TYPES(fntype); a && a != void_list_node; a = TREE_CHAIN(a)) {
		last = TYPE_NAME(TREE_VALUE(a));
		n++;
	}
	if (last && TREE_CODE(last) == TYPE_DECL && DECL_NAME(last) &&
	    !strcmp(IDENTIFIER_POINTER(DECL_NAME(last)), "kmalloc_token_t"))
		n--;
	return n;
}

/* Facts are found by name and number of parameters. */
const contract *fact_about(tree fndecl)
{
	static const char builtin[] = "__builtin_";

	if (!DECL_NAME(fndecl))
		return NULL;

	const char *name = IDENTIFIER_POINTER(DECL_NAME(fndecl));

	/* A fortified memcpy() ends in this. */
	if (fndecl_built_in_p(fndecl) && !strncmp(name, builtin, strlen(builtin)))
		name += strlen(builtin);
	return find_fact(name, count_params(TREE_TYPE(fndecl)), stdarg_p(TREE_TYPE(fndecl)));
}

/*
 * A function of the same name that the file itself keeps private is another function.
 * Where the file is the one that implements it, its body says more.
 */
static const contract *fact_of(tree fndecl)
{
	const contract *c = fact_about(fndecl);

	if (!c)
		return NULL;
	if ((!TREE_PUBLIC(fndecl) || DECL_STRUCT_FUNCTION(fndecl)) &&
	    in_main_file(DECL_SOURCE_LOCATION(fndecl)))
		return NULL;
	return c;
}

const contract *contract_of_function(tree fndecl)
{
	static std::unordered_map<tree, const contract *> known;
	auto slot = known.emplace(fndecl, nullptr);

	if (!slot.second)
		return slot.first->second;

	contract *c = new contract;
	const contract *found = c;

	if (read_attributes(TREE_TYPE(fndecl), c)) {
		c->name = IDENTIFIER_POINTER(DECL_NAME(fndecl));
	} else {
		delete c;
		found = fact_of(fndecl);
	}
	slot.first->second = found;
	return found;
}

const contract *contract_of_body(tree fndecl)
{
	return opts.infer.empty() ? contract_of_function(fndecl) : NULL;
}

/* A call through a pointer: only the type speaks. */
static const contract *contract_of_type(tree fntype)
{
	static std::unordered_map<tree, const contract *> known;
	auto slot = known.emplace(fntype, nullptr);

	if (slot.second) {
		contract *c = new contract;

		if (read_attributes(fntype, c))
			slot.first->second = c;
		else
			delete c;
	}
	return slot.first->second;
}

const contract *contract_of_call(const gcall *call)
{
	tree fndecl = gimple_call_fndecl(call);

	if (fndecl)
		return contract_of_function(fndecl);
	return gimple_call_internal_p(call) ? NULL
					    : contract_of_type(gimple_call_fntype(call));
}

bool is_releaser(const char *function)
{
	return fact_releaser(function) || attribute_releaser(function);
}

} /* namespace safe */
