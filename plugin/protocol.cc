// SPDX-License-Identifier: GPL-2.0
/*
 * Reads protocols: annotations of a function type, or the table of the kernel's own
 * interfaces (protocol_table.h).
 */
#include "gcc-compat.h"
#include "location.h"
#include "options.h"
#include "protocol.h"
#include "protocol_table.h"
#include "names.h"

namespace safe {

static const char wrong_id[] = "SAFE_E_ATTRIBUTE";

static bool seen;

/* ---- states ---- */

namespace {

struct state_info {
	std::string protocol, name;
	std::vector<std::string> ends;
};

} /* namespace */

static std::vector<state_info> &states()
{
	static std::vector<state_info> all(1);

	return all;
}

static protocol_state state_named(const std::string &protocol, const std::string &name)
{
	std::vector<state_info> &all = states();

	for (size_t i = 1; i < all.size(); i++)
		if (all[i].protocol == protocol && all[i].name == name)
			return i;
	/* More than a file has; what is beyond is not followed. */
	if (all.size() >= 250)
		return 0;
	all.push_back({ protocol, name, {} });
	return all.size() - 1;
}

std::string name_of_state(protocol_state state)
{
	return states()[state].name;
}

bool same_protocol(protocol_state a, protocol_state b)
{
	return a && b && states()[a].protocol == states()[b].protocol;
}

const std::vector<std::string> &ends_of(protocol_state state)
{
	return states()[state].ends;
}

/* "a, b" */
static std::vector<std::string> words(const char *text)
{
	std::vector<std::string> all;
	std::string word;

	for (; ; text++) {
		if (*text && *text != ',' && !ISSPACE(*text)) {
			word += *text;
			continue;
		}
		if (!word.empty())
			all.push_back(word);
		word.clear();
		if (!*text)
			return all;
	}
}

/* ---- annotations ---- */

static const char *text_of(tree args, unsigned int i)
{
	for (; args && i; i--)
		args = TREE_CHAIN(args);
	return args && TREE_CODE(TREE_VALUE(args)) == STRING_CST ?
	       TREE_STRING_POINTER(TREE_VALUE(args)) : "";
}

static bool refuse(bool *drop)
{
	*drop = true;
	return opts.level != LEVEL_OFF;
}

/* Of a pointer parameter. */
static tree on_handle(tree *node, tree name, tree args, int, bool *drop)
{
	bool conditional = is_attribute_p("safe_to_if", name);
	ret_condition condition;

	if (!POINTER_TYPE_P(*node) || FUNC_OR_METHOD_TYPE_P(TREE_TYPE(*node))) {
		if (refuse(drop))
			error("%qE belongs to the pointer parameter that is the handle, after "
			      "its %<*%> [%s]", name, wrong_id);
	} else if (conditional && !parse_ret_condition(text_of(args, 0), &condition)) {
		if (refuse(drop))
			error("%qE needs a condition on the return value, such as "
			      "%<\"ret == 0\"%>, and then a state [%s]", name, wrong_id);
	} else if (words(text_of(args, conditional)).empty()) {
		if (refuse(drop))
			error("%qE needs %s, a string [%s]", name,
			      is_attribute_p("safe_until", name) ? "the name of a function"
								 : "the name of a state",
			      wrong_id);
	} else {
		seen = true;
	}
	return NULL_TREE;
}

/* Of a function that returns a handle. */
static tree on_maker(tree *node, tree name, tree args, int, bool *drop)
{
	if (!FUNC_OR_METHOD_TYPE_P(*node) || !POINTER_TYPE_P(TREE_TYPE(*node))) {
		if (refuse(drop))
			error("%qE belongs to a function that returns a pointer, after the "
			      "parameter list [%s]", name, wrong_id);
	} else if (words(text_of(args, 0)).empty()) {
		if (refuse(drop))
			error("%qE needs the name of a state, a string [%s]", name, wrong_id);
	} else {
		seen = true;
	}
	return NULL_TREE;
}

static tree arguments(const char *name, tree type)
{
	tree attribute = lookup_attribute(name, TYPE_ATTRIBUTES(type));

	return attribute ? TREE_VALUE(attribute) : NULL_TREE;
}

/* The step of a parameter of type @type.  Return: false when it has none. */
static bool read_step(tree type, protocol_step *step)
{
	if (!POINTER_TYPE_P(type) || !TYPE_ATTRIBUTES(type))
		return false;

	std::string protocol = std::string("struct ") + tag_name(TREE_TYPE(type));
	tree from = arguments("safe_from", type), to = arguments("safe_to", type);
	tree to_if = arguments("safe_to_if", type), until = arguments("safe_until", type);

	if (!from && !to && !to_if)
		return false;
	for (const std::string &name : words(from ? text_of(from, 0) : ""))
		step->from.push_back(state_named(protocol, name));
	if (to_if) {
		step->conditional = true;
		parse_ret_condition(text_of(to_if, 0), &step->condition);
		step->to = state_named(protocol, words(text_of(to_if, 1))[0]);
	} else if (to) {
		step->to = state_named(protocol, words(text_of(to, 0))[0]);
	}
	for (tree a = until; a; a = TREE_CHAIN(a))
		for (const std::string &name : words(text_of(a, 0)))
			step->until.push_back(name);
	if (step->to && !step->until.empty())
		states()[step->to].ends = step->until;
	return true;
}

static bool read_annotations(tree fntype, protocol_function *f)
{
	tree returned = arguments("safe_returns_in", fntype);
	unsigned int i = 0;

	if (!seen)
		return false;
	for (tree a = TYPE_ARG_TYPES(fntype); a && a != void_list_node; a = TREE_CHAIN(a), i++) {
		protocol_step step;

		if (!read_step(TREE_VALUE(a), &step))
			continue;
		step.arg = i;
		f->steps.push_back(step);
	}
	if (returned)
		f->returned = state_named(std::string("struct ") + tag_name(TREE_TYPE(TREE_TYPE(fntype))),
					  words(text_of(returned, 0))[0]);
	return !f->steps.empty() || f->returned;
}

/* ---- the kernel's ---- */

static void read_table(std::unordered_map<std::string, protocol_function> *all)
{
	for (const protocol_row &row : protocol_table) {
		protocol_function &f = (*all)[row.function];
		protocol_step step;

		f.name = row.function;
		if (row.arg < 0) {
			f.returned = state_named(row.protocol, row.to);
			continue;
		}
		step.arg = row.arg;
		for (const std::string &name : words(row.from))
			step.from.push_back(state_named(row.protocol, name));
		if (*row.to)
			step.to = state_named(row.protocol, row.to);
		step.conditional = row.conditional;
		step.until = words(row.until);
		step.needs_init = *row.begins;
		step.begins = row.begins;
		if (step.to && !step.until.empty())
			states()[step.to].ends = step.until;
		f.steps.push_back(step);
	}
}

static const protocol_function *known_function(tree fndecl)
{
	static std::unordered_map<std::string, protocol_function> all;

	/* The file that implements it does it step by step. */
	if (!DECL_NAME(fndecl) || in_main_file(DECL_SOURCE_LOCATION(fndecl)))
		return NULL;
	if (all.empty())
		read_table(&all);

	auto found = all.find(IDENTIFIER_POINTER(DECL_NAME(fndecl)));

	return found == all.end() ? NULL : &found->second;
}

const protocol_function *protocol_of(const gcall *call)
{
	static std::unordered_map<tree, const protocol_function *> known;
	tree fndecl = gimple_call_fndecl(call);
	tree type = fndecl ? TREE_TYPE(fndecl) : gimple_call_fntype(call);

	if (gimple_call_internal_p(call) || !type)
		return NULL;

	auto slot = known.emplace(fndecl ? fndecl : type, nullptr);

	if (!slot.second)
		return slot.first->second;

	protocol_function *f = new protocol_function;
	const protocol_function *found = f;

	if (read_annotations(type, f)) {
		/* Of a call through a pointer only the type is known. */
		f->name = fndecl && DECL_NAME(fndecl) ? IDENTIFIER_POINTER(DECL_NAME(fndecl))
						      : "the function";
	} else {
		delete f;
		found = fndecl ? known_function(fndecl) : NULL;
	}
	known[fndecl ? fndecl : type] = found;
	return found;
}

static void add_attributes(void *, void *)
{
	static const attribute_spec specs[] = {
		{ "safe_from", 1, 1, false, true, false, false, on_handle, NULL },
		{ "safe_to", 1, 1, false, true, false, false, on_handle, NULL },
		{ "safe_to_if", 2, 2, false, true, false, false, on_handle, NULL },
		{ "safe_until", 1, -1, false, true, false, false, on_handle, NULL },
		{ "safe_returns_in", 1, 1, false, true, true, false, on_maker, NULL },
	};

	for (const attribute_spec &spec : specs)
		register_attribute(&spec);
}

void register_protocol(const char *plugin)
{
	register_callback(plugin, PLUGIN_ATTRIBUTES, add_attributes, NULL);
}

} /* namespace safe */
