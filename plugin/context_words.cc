// SPDX-License-Identifier: GPL-2.0
/*
 * The attributes that speak of contexts.  They belong to function types, for a call
 * through a pointer has nothing else; a pointer to a function hands them on to the type
 * that it points to.
 */
#include "context_words.h"
#include "options.h"

namespace safe {

namespace {

const char bad_attribute[] = "SAFE_E_ATTRIBUTE";
const char contradiction[] = "SAFE_E_CONTRADICTION";

/* Whether any was seen; most compilations have none. */
bool words_seen;

const struct {
	const char *word;
	context_level level;
} level_words[] = {
	{ "preempt", LEVEL_PREEMPT },	{ "spinlock", LEVEL_SPIN },	{ "bh", LEVEL_BH },
	{ "irq", LEVEL_IRQ },		{ "rcu", LEVEL_RCU },
};

const struct {
	const char *word;
	runs_in role;
} role_words[] = {
	{ "process", RUNS_IN_PROCESS },	{ "hardirq", RUNS_IN_HARDIRQ },
	{ "softirq", RUNS_IN_SOFTIRQ },	{ "atomic", RUNS_IN_ATOMIC },
	{ "rcu", RUNS_IN_RCU },
};

tree attribute(const char *name, tree type)
{
	return lookup_attribute(name, TYPE_ATTRIBUTES(type));
}

const char *text_of(tree arg)
{
	return arg && TREE_CODE(arg) == STRING_CST ? TREE_STRING_POINTER(arg) : "";
}

runs_in role_of(tree type)
{
	tree a = attribute("safe_runs_in", type);
	runs_in role = RUNS_ANYWHERE;

	if (a)
		parse_runs_in(text_of(TREE_VALUE(TREE_VALUE(a))), &role);
	return role;
}

/* What two attributes of @type cannot both mean; NULL: they can. */
const char *contradicted(tree type, const char **other)
{
	bool sleeps = attribute("safe_sleeps", type);
	tree first = attribute("safe_runs_in", type), second = first;
	runs_in role = role_of(type);

	*other = "safe_sleeps";
	if (sleeps && attribute("safe_nosleep", type))
		return "safe_nosleep";
	if (sleeps && role != RUNS_ANYWHERE && role != RUNS_IN_PROCESS)
		return "safe_runs_in";
	while (second && (second = lookup_attribute("safe_runs_in", TREE_CHAIN(second)))) {
		*other = text_of(TREE_VALUE(TREE_VALUE(first)));
		if (strcmp(*other, text_of(TREE_VALUE(TREE_VALUE(second)))))
			return text_of(TREE_VALUE(TREE_VALUE(second)));
	}
	return NULL;
}

/* Whether the arguments of the attribute @name are words that it knows. */
bool are_known(tree name, tree args)
{
	bool role = is_attribute_p("safe_runs_in", name);
	context_level level;
	runs_in where;

	for (tree a = args; a; a = TREE_CHAIN(a)) {
		const char *text = text_of(TREE_VALUE(a));

		if (role ? !parse_runs_in(text, &where) : !parse_level(text, &level))
			return false;
	}
	return true;
}

tree on_function(tree *node, tree name, tree args, int, bool *drop)
{
	tree pointer = *node;
	bool through = POINTER_TYPE_P(pointer) && FUNC_OR_METHOD_TYPE_P(TREE_TYPE(pointer));
	tree type = through ? TREE_TYPE(pointer) : pointer;

	if (opts.level == LEVEL_OFF) {
		*drop = true;
		return NULL_TREE;
	}
	if (!FUNC_OR_METHOD_TYPE_P(type)) {
		*drop = true;
		error("%qE says where a function runs; write it after the parameter list "
		      "of one [%s]", name, bad_attribute);
		return NULL_TREE;
	}
	if (!are_known(name, args)) {
		*drop = true;
		if (is_attribute_p("safe_runs_in", name))
			error("%qE needs a context: %<\"process\"%>, %<\"hardirq\"%>, "
			      "%<\"softirq\"%>, %<\"atomic\"%> or %<\"rcu\"%> [%s]", name,
			      bad_attribute);
		else
			error("%qE needs levels, each a string: %<\"preempt\"%>, "
			      "%<\"spinlock\"%>, %<\"bh\"%>, %<\"irq\"%> or %<\"rcu\"%> [%s]",
			      name, bad_attribute);
		return NULL_TREE;
	}

	tree whole = build_type_attribute_variant(type, tree_cons(name, args,
								  TYPE_ATTRIBUTES(type)));
	const char *other, *one = contradicted(whole, &other);

	if (one) {
		*drop = true;
		error("%qs contradicts %qs, which is said of the same function [%s]", one,
		      other, contradiction);
		return NULL_TREE;
	}
	words_seen = true;
	if (through) {
		*drop = true;
		*node = build_qualified_type(build_pointer_type(whole), TYPE_QUALS(pointer));
	}
	return NULL_TREE;
}

#define SAFE_CONTEXT(name, min, max) \
	{ name, min, max, false, true, false, false, on_function, NULL }

const attribute_spec specs[] = {
	SAFE_CONTEXT("safe_sleeps", 0, 0),
	SAFE_CONTEXT("safe_nosleep", 0, 0),
	SAFE_CONTEXT("safe_runs_in", 1, 1),
	SAFE_CONTEXT("safe_enters", 1, -1),
	SAFE_CONTEXT("safe_leaves", 1, -1),
	SAFE_CONTEXT("safe_context_unchecked", 0, 0),
};

void add_attributes(void *, void *)
{
	for (const attribute_spec &spec : specs)
		register_attribute(&spec);
}

void count(tree type, const char *name, int by, context_words *words)
{
	for (tree a = attribute(name, type); a; a = lookup_attribute(name, TREE_CHAIN(a))) {
		for (tree arg = TREE_VALUE(a); arg; arg = TREE_CHAIN(arg)) {
			context_level level;

			if (!parse_level(text_of(TREE_VALUE(arg)), &level))
				continue;
			words->change[level] += by;
			words->adjusts = true;
		}
	}
}

/* The types of all declarations of a function are merged into one. */
void check_declaration(void *event_data, void *)
{
	static std::unordered_set<tree> wrong;
	tree decl = (tree)event_data;
	const char *one, *other;
	context_words words;

	if (!words_seen || !decl || TREE_CODE(decl) != FUNCTION_DECL || wrong.count(decl))
		return;
	one = contradicted(TREE_TYPE(decl), &other);
	if (one)
		error_at(DECL_SOURCE_LOCATION(decl),
			 "the declarations of %qD contradict each other: %qs and %qs [%s]",
			 decl, one, other, contradiction);
	read_context_words(TREE_TYPE(decl), &words);
	if (words.unchecked && words.sleep == words.NOT_SAID && !words.adjusts &&
	    words.role == RUNS_ANYWHERE)
		error_at(DECL_SOURCE_LOCATION(decl),
			 "%<safe_context_unchecked%> of %qD stands alone: say beside it what "
			 "is true of the function, %<__nosleep%> or the like [%s]", decl,
			 bad_attribute);
	else if (!one)
		return;
	wrong.insert(decl);
}

} /* namespace */

bool parse_level(const char *text, context_level *level)
{
	for (const auto &w : level_words) {
		if (!strcmp(w.word, text)) {
			*level = w.level;
			return true;
		}
	}
	return false;
}

bool parse_runs_in(const char *text, runs_in *role)
{
	for (const auto &w : role_words) {
		if (!strcmp(w.word, text)) {
			*role = w.role;
			return true;
		}
	}
	return false;
}

bool read_context_words(tree fntype, context_words *words)
{
	if (!words_seen || !TYPE_ATTRIBUTES(fntype))
		return false;
	if (attribute("safe_sleeps", fntype))
		words->sleep = words->SLEEPS;
	else if (attribute("safe_nosleep", fntype))
		words->sleep = words->NOSLEEP;
	words->role = role_of(fntype);
	words->unchecked = attribute("safe_context_unchecked", fntype);
	count(fntype, "safe_enters", 1, words);
	count(fntype, "safe_leaves", -1, words);
	return words->any();
}

runs_in role_of_parameter(tree type)
{
	return words_seen && POINTER_TYPE_P(type) && FUNC_OR_METHOD_TYPE_P(TREE_TYPE(type)) ?
	       role_of(TREE_TYPE(type)) : RUNS_ANYWHERE;
}

void register_context_words(const char *plugin)
{
	register_callback(plugin, PLUGIN_ATTRIBUTES, add_attributes, NULL);
	register_callback(plugin, PLUGIN_FINISH_DECL, check_declaration, NULL);
	register_callback(plugin, PLUGIN_FINISH_PARSE_FUNCTION, check_declaration, NULL);
}

} /* namespace safe */
