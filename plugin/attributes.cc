// SPDX-License-Identifier: GPL-2.0
/*
 * The attributes behind include/safe/annotations.h: one handler each, which
 * refuses what cannot be meant, and a reader that turns the attributes of a
 * function type into a contract.
 *
 * All are attributes of types.  The function type is the only place where they
 * survive: a definition's own parameters replace the annotated ones of its
 * prototype, and a call through a pointer has no declaration at all.
 */
#include "gcc-compat.h"
#include "attributes.h"
#include "contract.h"
#include "options.h"

namespace safe {

/* The ids of what is reported here. */
static const char bad_attribute[] = "SAFE_E_ATTRIBUTE";
static const char contradiction[] = "SAFE_E_CONTRADICTION";

/* Whether any attribute was seen; most compilations have none. */
static bool attributes_seen;

/* What __released_by() names. */
static std::unordered_set<std::string> releasers;

static bool points_to_function(tree type)
{
	return POINTER_TYPE_P(type) && FUNC_OR_METHOD_TYPE_P(TREE_TYPE(type));
}

static const char *string_argument(tree arg)
{
	return arg && TREE_CODE(arg) == STRING_CST ? TREE_STRING_POINTER(arg) : NULL;
}

static bool has(const char *name, tree type)
{
	return lookup_attribute(name, TYPE_ATTRIBUTES(type));
}

/* Of each line, only one can be true of a parameter or of a function. */
static const char *const exclusive[][7] = {
	{ "safe_takes", "safe_takes_if", "safe_keeps_if", "safe_keeps_or_frees", "safe_puts",
	  "safe_counter", "safe_borrowed" },
	{ "safe_deref", "safe_error_only", "safe_may_be_error" },
	{ "safe_no_error", "safe_error_only" },
	{ "safe_no_error", "safe_may_be_error" },
	{ "safe_returns_owned", "safe_returns_borrowed" },
	{ "safe_returns_null", "safe_returns_err", "safe_returns_err_or_null",
	  "safe_returns_none" },
	{ "safe_raises", "safe_raises_if", "safe_lowers", "safe_manages" },
};

/* What holds, or not, by what the function returns. */
static const char *const conditionals[] = {
	"safe_takes_if", "safe_keeps_if", "safe_keeps_or_frees", "safe_raises_if",
};

/* The condition of a takes_if attribute or the like with these arguments. */
static bool condition_of(tree args, ret_condition *condition)
{
	const char *text = string_argument(TREE_VALUE(args));

	return text && parse_ret_condition(text, condition);
}

/* Whether two attributes have the same condition, however it is spelled. */
static bool same_condition(tree a_args, tree b_args)
{
	ret_condition a, b;

	return condition_of(a_args, &a) && condition_of(b_args, &b) && a == b;
}

/* What @type has already that @name cannot stand beside; NULL: nothing. */
static const char *contradicted(tree type, tree name, tree args)
{
	const char *text = IDENTIFIER_POINTER(name);

	for (const auto &line : exclusive) {
		bool listed = false;

		for (const char *one : line)
			listed |= one && !strcmp(one, text);
		for (const char *other : line)
			if (listed && other && strcmp(other, text) && has(other, type))
				return other;
	}

	for (const char *conditional : conditionals) {
		tree before = lookup_attribute(conditional, TYPE_ATTRIBUTES(type));

		if (before && !strcmp(text, conditional) &&
		    !same_condition(TREE_VALUE(before), args))
			return string_argument(TREE_VALUE(TREE_VALUE(before)));
	}
	return NULL;
}

static bool is_name(const char *text)
{
	size_t length = 0;

	while (ISIDNUM(text[length]))
		length++;
	return ISIDST(*text) && !text[length];
}

/* Drops an attribute.  Return: whether to say why, for level=off is silent. */
static bool refuse(bool *drop)
{
	*drop = true;
	return opts.level != LEVEL_OFF;
}

/* Whether the arguments of an attribute are names; drops it otherwise. */
static bool are_names(tree args, tree name, bool *drop)
{
	for (tree a = args; a; a = TREE_CHAIN(a)) {
		const char *text = string_argument(TREE_VALUE(a));

		if (text && is_name(text))
			continue;
		if (refuse(drop))
			error("%qE needs names of functions, each a string "
			      "[%s]", name, bad_attribute);
		return false;
	}
	return true;
}

/* Takes the attribute for @type, unless it contradicts what stands there. */
static void accept(tree type, tree name, tree args, bool *drop)
{
	const char *other = contradicted(type, name, args);

	if (!other)
		attributes_seen = true;
	else if (refuse(drop))
		error("%qE contradicts %qs, which is said of the same %s [%s]", name, other,
		      FUNC_OR_METHOD_TYPE_P(type) ? "function" : "pointer", contradiction);
}

/* Attributes of a pointer: parameters, members, targets of out parameters. */
static tree on_pointer(tree *node, tree name, tree args, int, bool *drop)
{
	tree type = *node;

	if (POINTER_TYPE_P(type) && !points_to_function(type)) {
		accept(type, name, args, drop);
		return NULL_TREE;
	}

	if (!refuse(drop))
		return NULL_TREE;
	if (FUNC_OR_METHOD_TYPE_P(type) && is_attribute_p("safe_owned", name))
		error("%qE belongs to a pointer in a struct, or to the target of an out "
		      "parameter; for what a function returns write %<__returns_owned%> "
		      "[%s]", name, bad_attribute);
	else if (FUNC_OR_METHOD_TYPE_P(type))
		error("%qE belongs to a pointer parameter, not to the function; write "
		      "it after the %<*%> of the parameter [%s]", name, bad_attribute);
	else if (points_to_function(type))
		error("%qE on a pointer to a function: functions are not owned "
		      "[%s]", name, bad_attribute);
	else
		error("%qE on %qT, which is not a pointer: only a pointer has an owner "
		      "[%s]", name, type, bad_attribute);
	return NULL_TREE;
}

static tree on_conditional(tree *node, tree name, tree args, int flags, bool *drop)
{
	ret_condition condition;

	if (condition_of(args, &condition))
		return on_pointer(node, name, args, flags, drop);
	if (refuse(drop))
		error("%qE needs a condition on the return value, such as "
		      "%<\"ret == 0\"%>, or another comparison with 0 [%s]", name,
		      bad_attribute);
	return NULL_TREE;
}

/*
 * What may be said of a number too: a count or state that is raised or lowered, and what
 * is handed back.
 */
static tree on_state(tree *node, tree name, tree args, int flags, bool *drop)
{
	bool conditional = is_attribute_p("safe_raises_if", name);
	ret_condition condition;

	if (conditional && !condition_of(args, &condition)) {
		if (refuse(drop))
			error("%qE needs a condition on the return value, such as "
			      "%<\"ret == 0\"%>, and then names [%s]", name, bad_attribute);
		return NULL_TREE;
	}
	if (!are_names(conditional ? TREE_CHAIN(args) : args, name, drop))
		return NULL_TREE;
	if (!INTEGRAL_TYPE_P(*node))
		return on_pointer(node, name, args, flags, drop);
	accept(*node, name, args, drop);
	return NULL_TREE;
}

/* Whether a parameter of the function says what the caller is to own. */
static bool has_owned_out(tree fntype)
{
	for (tree a = TYPE_ARG_TYPES(fntype); a && a != void_list_node; a = TREE_CHAIN(a)) {
		tree type = TREE_VALUE(a);

		if (POINTER_TYPE_P(type) && has("safe_owned", TREE_TYPE(type)))
			return true;
	}
	return false;
}

/*
 * The function type is what a call through a pointer has: what is said of a
 * pointer to a function, in a struct of operations, goes there.
 */
static void give_to_target(tree *node, tree name, tree args, bool *drop)
{
	tree pointer = *node;
	tree type = TREE_TYPE(pointer);

	accept(type, name, args, drop);
	if (*drop)
		return;
	*drop = true;
	type = build_type_attribute_variant(type, tree_cons(name, args,
							    TYPE_ATTRIBUTES(type)));
	*node = build_qualified_type(build_pointer_type(type), TYPE_QUALS(pointer));
}

/* Attributes of a function, which speak of a pointer that it hands over. */
static tree on_function(tree *node, tree name, tree args, int, bool *drop)
{
	bool pointer = points_to_function(*node);
	tree type = pointer ? TREE_TYPE(*node) : *node;
	bool of_out = is_attribute_p("safe_released_by", name);

	if (FUNC_OR_METHOD_TYPE_P(type) &&
	    (POINTER_TYPE_P(TREE_TYPE(type)) || (of_out && has_owned_out(type)))) {
		if (pointer)
			give_to_target(node, name, args, drop);
		else
			accept(type, name, args, drop);
		return NULL_TREE;
	}

	if (!refuse(drop))
		return NULL_TREE;
	if (!FUNC_OR_METHOD_TYPE_P(type))
		error("%qE says what a function returns; write it after the parameter "
		      "list [%s]", name, bad_attribute);
	else if (of_out)
		error("%qE on a function that returns %qT, which is not a pointer, and "
		      "has no out parameter that is %<__owned%> [%s]", name,
		      TREE_TYPE(type), bad_attribute);
	else
		error("%qE on a function that returns %qT, which is not a pointer "
		      "[%s]", name, TREE_TYPE(type), bad_attribute);
	return NULL_TREE;
}

static tree on_function_with_names(tree *node, tree name, tree args, int flags, bool *drop)
{
	if (!are_names(args, name, drop))
		return NULL_TREE;
	for (tree a = args; a; a = TREE_CHAIN(a))
		releasers.insert(string_argument(TREE_VALUE(a)));
	return on_function(node, name, args, flags, drop);
}

/* Attributes of a function that returns a number. */
static tree on_number_function(tree *node, tree name, tree args, int, bool *drop)
{
	bool pointer = points_to_function(*node);
	tree type = pointer ? TREE_TYPE(*node) : *node;

	if (!are_names(args, name, drop))
		return NULL_TREE;
	if (FUNC_OR_METHOD_TYPE_P(type) && INTEGRAL_TYPE_P(TREE_TYPE(type))) {
		if (pointer)
			give_to_target(node, name, args, drop);
		else
			accept(type, name, args, drop);
	} else if (refuse(drop)) {
		error("%qE speaks of the number that a function returns; write it after the "
		      "parameter list of one that does [%s]", name, bad_attribute);
	}
	return NULL_TREE;
}

bool attribute_releaser(const char *function)
{
	return !releasers.empty() && releasers.count(function);
}

/*
 * Not required to stand on a declaration; required to be a type attribute; a
 * pointer to a function is accepted by the handlers themselves.
 */
#define SAFE_ATTRIBUTE(name, min, max, handler) \
	{ name, min, max, false, true, false, false, handler, NULL }

static const attribute_spec specs[] = {
	SAFE_ATTRIBUTE("safe_takes", 0, 0, on_pointer),
	SAFE_ATTRIBUTE("safe_takes_if", 1, 1, on_conditional),
	SAFE_ATTRIBUTE("safe_keeps_if", 1, 1, on_conditional),
	SAFE_ATTRIBUTE("safe_keeps_or_frees", 1, 1, on_conditional),
	SAFE_ATTRIBUTE("safe_puts", 0, 0, on_pointer),
	SAFE_ATTRIBUTE("safe_counter", 0, 0, on_pointer),
	SAFE_ATTRIBUTE("safe_borrowed", 0, 0, on_pointer),
	SAFE_ATTRIBUTE("safe_deref", 0, 0, on_pointer),
	SAFE_ATTRIBUTE("safe_error_only", 0, 0, on_pointer),
	SAFE_ATTRIBUTE("safe_no_error", 0, 0, on_pointer),
	SAFE_ATTRIBUTE("safe_may_be_error", 0, 0, on_pointer),
	SAFE_ATTRIBUTE("safe_owned", 0, 0, on_pointer),
	SAFE_ATTRIBUTE("safe_returned", 0, 0, on_state),
	SAFE_ATTRIBUTE("safe_raises", 1, -1, on_state),
	SAFE_ATTRIBUTE("safe_raises_if", 2, -1, on_state),
	SAFE_ATTRIBUTE("safe_lowers", 0, 0, on_state),
	SAFE_ATTRIBUTE("safe_manages", 0, 0, on_state),
	SAFE_ATTRIBUTE("safe_returns_owned", 0, 0, on_function),
	SAFE_ATTRIBUTE("safe_returns_borrowed", 0, 0, on_function),
	SAFE_ATTRIBUTE("safe_released_by", 1, -1, on_function_with_names),
	SAFE_ATTRIBUTE("safe_returns_null", 0, 0, on_function),
	SAFE_ATTRIBUTE("safe_returns_err", 0, 0, on_function),
	SAFE_ATTRIBUTE("safe_returns_err_or_null", 0, 0, on_function),
	SAFE_ATTRIBUTE("safe_returns_none", 0, 0, on_function),
	SAFE_ATTRIBUTE("safe_returns_zeroed", 0, 0, on_function),
	SAFE_ATTRIBUTE("safe_returns_id", 1, -1, on_number_function),
	SAFE_ATTRIBUTE("safe_must_look", 0, 0, on_number_function),
};

static void read_names(tree args, std::vector<std::string> *names)
{
	for (tree a = args; a; a = TREE_CHAIN(a))
		names->push_back(string_argument(TREE_VALUE(a)));
}

/* What is said of a count or state of what the argument stands for. */
static void read_state(tree type, param_contract *p)
{
	tree raises = lookup_attribute("safe_raises", TYPE_ATTRIBUTES(type));
	tree raises_if = lookup_attribute("safe_raises_if", TYPE_ATTRIBUTES(type));

	p->lowers = has("safe_lowers", type);
	p->manages = has("safe_manages", type);
	p->raises = raises || raises_if;
	p->raises_if = raises_if;
	if (raises)
		read_names(TREE_VALUE(raises), &p->lowered_by);
	if (raises_if && condition_of(TREE_VALUE(raises_if), &p->raised_if))
		read_names(TREE_CHAIN(TREE_VALUE(raises_if)), &p->lowered_by);
}

static bool read_param(tree type, param_contract *p)
{
	if (TYPE_ATTRIBUTES(type))
		read_state(type, p);
	if (!POINTER_TYPE_P(type))
		return p->changes_state();
	if (TYPE_ATTRIBUTES(type)) {
		tree takes = lookup_attribute("safe_takes_if", TYPE_ATTRIBUTES(type));
		tree keeps = lookup_attribute("safe_keeps_if", TYPE_ATTRIBUTES(type));

		if (!keeps) {
			keeps = lookup_attribute("safe_keeps_or_frees", TYPE_ATTRIBUTES(type));
			p->or_frees = keeps;
		}
		if (takes || keeps) {
			p->passing = takes ? param_contract::TAKES_IF : param_contract::KEEPS_IF;
			condition_of(TREE_VALUE(takes ? takes : keeps), &p->condition);
		} else if (has("safe_takes", type)) {
			p->passing = param_contract::TAKES;
		} else if (has("safe_puts", type)) {
			p->passing = param_contract::PUTS;
		} else if (has("safe_counter", type)) {
			p->passing = param_contract::COUNTER;
		} else if (has("safe_borrowed", type)) {
			p->passing = param_contract::BORROWED;
		}
		p->returned = has("safe_returned", type);
		p->deref = has("safe_deref", type);
		p->error_only = has("safe_error_only", type);
		p->no_error = has("safe_no_error", type);
		p->may_be_error = has("safe_may_be_error", type);
	}
	tree target = TREE_TYPE(type);

	if (POINTER_TYPE_P(target) && TYPE_ATTRIBUTES(target))
		p->out_owned = has("safe_owned", target);
	return !p->empty();
}

static void read_returned(tree type, contract *c)
{
	if (has("safe_returns_owned", type))
		c->ret = contract::OWNED;
	else if (has("safe_returns_borrowed", type))
		c->ret = contract::BORROWED;

	if (has("safe_returns_null", type))
		c->fail = contract::IS_NULL;
	else if (has("safe_returns_err", type))
		c->fail = contract::IS_ERR;
	else if (has("safe_returns_err_or_null", type))
		c->fail = contract::IS_ERR_OR_NULL;
	c->none = has("safe_returns_none", type);
	if (c->none)
		c->fail = contract::IS_NULL;
	c->zeroed = has("safe_returns_zeroed", type);
	c->must_look = has("safe_must_look", type);

	tree names = lookup_attribute("safe_released_by", TYPE_ATTRIBUTES(type));
	tree id = lookup_attribute("safe_returns_id", TYPE_ATTRIBUTES(type));

	if (names)
		read_names(TREE_VALUE(names), &c->releasers);
	if (id)
		read_names(TREE_VALUE(id), &c->id_releasers);
}

bool read_attributes(tree fntype, contract *c)
{
	bool found = read_context_words(fntype, &c->context);

	if (!attributes_seen && !found)
		return false;
	if (TYPE_ATTRIBUTES(fntype))
		read_returned(fntype, c);
	for (tree a = TYPE_ARG_TYPES(fntype); a && a != void_list_node; a = TREE_CHAIN(a)) {
		param_contract p;

		p.role = role_of_parameter(TREE_VALUE(a));
		found |= read_param(TREE_VALUE(a), &p) || p.role != RUNS_ANYWHERE;
		c->params.push_back(p);
	}
	c->variadic = stdarg_p(fntype);
	return found || c->ret != contract::PLAIN || c->fail != contract::NEVER_SAID ||
	       !c->releasers.empty() || !c->id_releasers.empty() || c->must_look;
}

/* Whether the attributes of @type, of several declarations, contradict each other. */
static bool contradicts(tree type, const char **a, const char **b)
{
	for (tree one = TYPE_ATTRIBUTES(type); one; one = TREE_CHAIN(one)) {
		*a = contradicted(type, get_attribute_name(one), TREE_VALUE(one));
		if (!*a)
			continue;
		*b = IDENTIFIER_POINTER(get_attribute_name(one));
		/* Of two conditions, the conditions differ. */
		if (strncmp(*a, "safe_", 5))
			*b = string_argument(TREE_VALUE(TREE_VALUE(one)));
		return true;
	}
	return false;
}

/* The types of all declarations of a function are merged into one. */
static void check_merged(tree decl)
{
	const char *a, *b;
	int i = 1;

	if (contradicts(TREE_TYPE(decl), &a, &b))
		error_at(DECL_SOURCE_LOCATION(decl),
			 "the declarations of %qD contradict each other: %qs and %qs "
			 "[%s]", decl, a, b, contradiction);
	for (tree p = TYPE_ARG_TYPES(TREE_TYPE(decl)); p && p != void_list_node;
	     p = TREE_CHAIN(p), i++) {
		if (contradicts(TREE_VALUE(p), &a, &b))
			error_at(DECL_SOURCE_LOCATION(decl),
				 "the declarations of parameter %d of %qD contradict each "
				 "other: %qs and %qs [%s]", i, decl, a, b,
				 contradiction);
	}
}

/* Places that a type alone does not show to be wrong. */
static void check_places(tree decl)
{
	tree returned = TREE_TYPE(TREE_TYPE(decl));
	int i = 1;

	for (const attribute_spec &spec : specs)
		if (spec.handler != on_function && has(spec.name, returned))
			error_at(DECL_SOURCE_LOCATION(decl),
				 "%qs stands at what %qD returns, where it says nothing; for "
				 "that there is %<__returns_owned%> and the like, after the "
				 "parameter list [%s]", spec.name, decl, bad_attribute);
	for (tree p = TYPE_ARG_TYPES(TREE_TYPE(decl)); p && p != void_list_node;
	     p = TREE_CHAIN(p), i++) {
		if (has("safe_owned", TREE_VALUE(p)))
			error_at(DECL_SOURCE_LOCATION(decl),
				 "%<safe_owned%> of parameter %d of %qD says what an out "
				 "parameter is set to: write it before the last %<*%>; a "
				 "callee that takes the argument over is told by %<__takes%> "
				 "[%s]", i, decl, bad_attribute);
		for (const char *conditional : conditionals)
			if (has(conditional, TREE_VALUE(p)) && VOID_TYPE_P(returned))
				error_at(DECL_SOURCE_LOCATION(decl),
					 "%qs of parameter %d of %qD, which returns nothing "
					 "that a condition could be about [%s]", conditional,
					 i, decl, bad_attribute);
	}
}

static void check_declaration(void *event_data, void *)
{
	static std::unordered_set<tree> wrong;
	tree decl = (tree)event_data;

	if (!attributes_seen || !decl || TREE_CODE(decl) != FUNCTION_DECL ||
	    opts.level == LEVEL_OFF || wrong.count(decl))
		return;

	int before = errorcount;

	check_merged(decl);
	check_places(decl);
	/* Each redeclaration would say it again. */
	if (errorcount != before)
		wrong.insert(decl);
}

static void add_attributes(void *, void *)
{
	for (const attribute_spec &spec : specs)
		register_attribute(&spec);
}

void register_attributes(const char *plugin)
{
	register_callback(plugin, PLUGIN_ATTRIBUTES, add_attributes, NULL);
	register_callback(plugin, PLUGIN_FINISH_DECL, check_declaration, NULL);
	register_callback(plugin, PLUGIN_FINISH_PARSE_FUNCTION, check_declaration, NULL);
}

} /* namespace safe */
