// SPDX-License-Identifier: GPL-2.0
/*
 * Rule "strict": what a strict file does raw, outside of safe_unsafe().
 *
 * It looks at what the user wrote, before the compiler drops casts and makes
 * pointer arithmetic of everything: at the trees of each function when it is
 * parsed.  What comes out of a macro counts for the macro's name, and not at all
 * if the macro is one of include/safe.
 */
#include "../diagnostics.h"
#include "../facts.h"
#include "../location.h"
#include "../strict.h"
#include "../engine/machine.h"

namespace safe {

namespace {

class strict_rule : public stateless_rule {
public:
	strict_rule() : stateless_rule("strict") { }

	void parsed(tree fndecl) override;
	void finish() override;
};

/* ---- calls ---- */

bool begins(const std::string &name, const char *with)
{
	return !name.compare(0, strlen(with), with);
}

bool is_one_of(const std::string &name, const char *const *list)
{
	for (; *list; list++)
		if (name == *list)
			return true;
	return false;
}

/* kfree(), vfree(), kmem_cache_free(), ..., but not of_node_put(). */
bool frees_memory(const std::string &releaser)
{
	return releaser.find("free") != std::string::npos && fact_releaser(releaser.c_str());
}

bool allocates_memory(tree fndecl)
{
	const contract *c = contract_of_function(fndecl);

	return c && c->ret == contract::OWNED && !c->releasers.empty() &&
	       frees_memory(c->releasers[0]);
}

bool is_raw_lock(const std::string &name)
{
	static const char *const families[] = {
		"mutex_lock", "mutex_trylock", "mutex_unlock", "spin_lock", "spin_trylock",
		"spin_unlock", "raw_spin_lock", "raw_spin_trylock", "raw_spin_unlock",
		"_raw_spin_", "read_lock", "read_unlock", "write_lock", "write_unlock",
		"_raw_read_", "_raw_write_", "down_read", "down_write", "up_read", "up_write",
		"rcu_read_lock", "rcu_read_unlock", "rcu_read_lock_bh", "srcu_read_lock",
		"srcu_read_unlock", "local_irq_save", "local_irq_restore",
		"local_irq_disable", "local_irq_enable", "local_bh_disable",
		"local_bh_enable", "preempt_disable", "preempt_enable",
	};
	static const char *const exact[] = {
		"down", "up", "down_interruptible", "down_killable", "down_trylock", NULL,
	};

	if (name.size() > 5 && !name.compare(name.size() - 5, 5, "_init"))
		return false;
	for (const char *family : families)
		if (begins(name, family))
			return true;
	return is_one_of(name, exact);
}

const char *const error_pointers[] = { "ERR_PTR", "ERR_CAST", "PTR_ERR", "PTR_ERR_OR_ZERO",
				       NULL };
const char *const user_copies[] = {
	"copy_from_user", "copy_to_user", "__copy_from_user", "__copy_to_user",
	"copy_in_user", "raw_copy_from_user", "raw_copy_to_user", "get_user", "put_user",
	"__get_user", "__put_user", "unsafe_get_user", "unsafe_put_user", "clear_user",
	"strncpy_from_user", "copy_struct_from_user", "__copy_from_user_inatomic",
	"__copy_to_user_inatomic", NULL,
};

const char raw_memory[] = "allocates or frees by hand; use the owners of <safe/own.h>";

/* What is raw about a call of @name, and the cure; NULL: nothing. */
const char *raw_call(const std::string &name)
{
	if (is_one_of(name, error_pointers))
		return "makes a result of a pointer by hand; use the results of "
		       "<safe/result.h>";
	if (is_one_of(name, user_copies))
		return "copies from or to user space raw; use the readers and writers of "
		       "<safe/user.h>";
	if (is_raw_lock(name))
		return "is a lock by hand; use guard(), or the guards of <safe/scope.h>";
	if (frees_memory(name))
		return raw_memory;
	return NULL;
}

/* ---- expressions ---- */

struct raw_operation {
	const char *id;
	location_t where;	/* as written by the user */
	location_t whole;
	std::string text;
};

std::vector<raw_operation> operations;

void note(const char *id, location_t loc, const std::string &text)
{
	std::vector<std::string> names;
	location_t where = users_token(loc, &names);

	if (where != UNKNOWN_LOCATION && names.empty())
		operations.push_back({ id, where, loc, text });
}

void look_at_call(location_t loc, tree fndecl)
{
	std::vector<std::string> names;
	location_t where;

	if (fndecl && DECL_NAME(fndecl)) {
		const char *name = IDENTIFIER_POINTER(DECL_NAME(fndecl));

		/* The user's own function of such a name is another one. */
		if (in_main_file(DECL_SOURCE_LOCATION(fndecl)))
			return;
		names.push_back(strncmp(name, "__builtin_", 10) ? name : name + 10);
	}
	where = users_token(loc, &names);
	if (where == UNKNOWN_LOCATION)
		return;
	/* The name that the user wrote, if that is the raw one, before what it does. */
	for (auto name = names.rbegin(); name != names.rend(); ++name) {
		const char *raw = raw_call(*name);

		if (!raw)
			continue;
		operations.push_back({ "SAFE_E_RAW_CALL", where, loc, *name + "() " + raw });
		return;
	}
	/* By the name that the user wrote: kmalloc() is a macro in later kernels. */
	if (fndecl && !names.empty() && allocates_memory(fndecl))
		operations.push_back({ "SAFE_E_RAW_CALL", where, loc,
				       names.back() + "() " + raw_memory });
}

bool is_byte_or_void(tree type)
{
	return VOID_TYPE_P(type) ||
	       (INTEGRAL_TYPE_P(type) && TYPE_PRECISION(type) == BITS_PER_UNIT);
}

/* u32 and int: the compiler converts between these without a cast. */
bool same_but_for_sign(tree a, tree b)
{
	return INTEGRAL_TYPE_P(a) && INTEGRAL_TYPE_P(b) &&
	       TYPE_PRECISION(a) == TYPE_PRECISION(b);
}

std::string name_of_type(tree type)
{
	pretty_printer pp;

	dump_generic_node(&pp, type, 0, TDF_NONE, false);
	return pp_formatted_text(&pp);
}

void look_at_cast(tree expr)
{
	tree to = TREE_TYPE(expr), operand = TREE_OPERAND(expr, 0), from = TREE_TYPE(operand);

	if (!POINTER_TYPE_P(to) || CONSTANT_CLASS_P(operand))
		return;
	if (INTEGRAL_TYPE_P(from)) {
		note("SAFE_E_RAW_POINTER", EXPR_LOCATION(expr),
		     "a pointer is made of a number: what it points to, nobody knows");
		return;
	}
	if (!POINTER_TYPE_P(from))
		return;

	tree target = TYPE_MAIN_VARIANT(TREE_TYPE(to));
	tree source = TYPE_MAIN_VARIANT(TREE_TYPE(from));

	/* An array becomes the pointer to its first element. */
	while (TREE_CODE(source) == ARRAY_TYPE && TREE_CODE(target) != ARRAY_TYPE)
		source = TYPE_MAIN_VARIANT(TREE_TYPE(source));
	/* Anything may be looked at as bytes, and a void * becomes one thing. */
	if (is_byte_or_void(target) || VOID_TYPE_P(source) ||
	    same_but_for_sign(target, source) || comptypes(target, source))
		return;
	note("SAFE_E_RAW_POINTER", EXPR_LOCATION(expr),
	     "'" + name_of_type(from) + "' is cast to '" + name_of_type(to) +
	     "': the object is taken for another one");
}

void look_at_arithmetic(tree expr, tree pointer)
{
	if (POINTER_TYPE_P(TREE_TYPE(pointer)))
		note("SAFE_E_RAW_POINTER", EXPR_LOCATION(expr),
		     "pointer arithmetic: nothing checks that it stays inside the object; "
		     "use an array, or a slice of <safe/slice.h>");
}

tree look_at_expression(tree *tp, int *walk_subtrees, void *data);

void look_inside(tree *tp)
{
	walk_tree(tp, look_at_expression, NULL, NULL);
}

/* What is written: the members on the way are not read. */
void look_at_target(tree *tp)
{
	while (handled_component_p(*tp)) {
		if (TREE_CODE(*tp) == ARRAY_REF)
			look_inside(&TREE_OPERAND(*tp, 1));
		tp = &TREE_OPERAND(*tp, 0);
	}
	look_inside(tp);
}

tree look_at_expression(tree *tp, int *walk_subtrees, void *)
{
	tree expr = *tp;

	switch (TREE_CODE(expr)) {
	case CALL_EXPR:
		look_at_call(EXPR_LOCATION(expr), get_callee_fndecl(expr));
		break;
	case ASM_EXPR:
		look_at_call(EXPR_LOCATION(expr), NULL_TREE);
		break;
	CASE_CONVERT:
		look_at_cast(expr);
		break;
	case POINTER_PLUS_EXPR:
	case PREINCREMENT_EXPR:
	case PREDECREMENT_EXPR:
	case POSTINCREMENT_EXPR:
	case POSTDECREMENT_EXPR:
		look_at_arithmetic(expr, TREE_OPERAND(expr, 0));
		break;
	case COMPONENT_REF:
		if (TREE_CODE(TREE_TYPE(TREE_OPERAND(expr, 0))) == UNION_TYPE)
			note("SAFE_E_RAW_UNION", EXPR_LOCATION(expr),
			     "a member of a union is read: nothing says that it is the one "
			     "that was written; use <safe/result.h> or <safe/option.h>, or "
			     "separate members");
		break;
	case MODIFY_EXPR:
	case INIT_EXPR:
		look_at_target(&TREE_OPERAND(expr, 0));
		look_inside(&TREE_OPERAND(expr, 1));
		*walk_subtrees = 0;
		break;
	case ADDR_EXPR:
		look_at_target(&TREE_OPERAND(expr, 0));
		*walk_subtrees = 0;
		break;
	default:
		if (TYPE_P(expr))
			*walk_subtrees = 0;
		break;
	}
	return NULL_TREE;
}

/* The initialisers of variables are statements only where the scope is looked at. */
void strict_rule::parsed(tree fndecl)
{
	std::vector<std::string> names;

	if (is_strict() && users_token(DECL_SOURCE_LOCATION(fndecl), &names))
		look_inside(&DECL_SAVED_TREE(fndecl));
}

/* Whether a safe_unsafe() covers @loc, or the use of a macro around it. */
bool excused(location_t loc)
{
	bool found = false;

	for (;;) {
		for (unsafe_place &p : unsafe_places()) {
			if (p.covers(linemap_resolve_location(line_table, loc,
							      LRK_SPELLING_LOCATION, NULL))) {
				p.used = true;
				found = true;
			}
		}
		if (!linemap_location_from_macro_expansion_p(line_table, loc))
			return found;

		const line_map *map = linemap_lookup(line_table, loc);

		loc = linemap_unwind_toward_expansion(line_table, loc, &map);
	}
}

void add(const char *id, location_t where, const std::string &text, bool likely = false)
{
	finding f;

	f.id = id;
	f.where = where;
	f.text = text;
	f.key = std::string(id) + std::to_string(where);
	f.likely = likely;
	add_finding(std::move(f));
}

void strict_rule::finish()
{
	if (!is_strict())
		return;
	for (const raw_operation &o : operations)
		if (!excused(LOCATION_LOCUS(o.whole)))
			add(o.id, o.where, o.text + ", or say why in a safe_unsafe()");
	for (const unsafe_place &p : unsafe_places()) {
		if (!p.has_reason)
			add("SAFE_E_UNSAFE_REASON", p.where,
			    "safe_unsafe() needs a reason, a string: what makes this right?");
		else if (!p.used)
			add("SAFE_E_UNSAFE_UNUSED", p.where,
			    "nothing in this safe_unsafe() is raw: remove it", true);
	}
}

rule_entry entry(new strict_rule);

} /* namespace */

} /* namespace safe */
