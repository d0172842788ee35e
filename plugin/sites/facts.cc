// SPDX-License-Identifier: GPL-2.0
/*
 * What GCC's tree knows of each statement.  The tree is the one that the front
 * end has built, before anything is lowered; a node belongs to the statement
 * that its place in the text lies in, or else to that of the node around it.
 */
#include "sites/facts.h"
#include "location.h"

namespace safe::sites {

tree strip(tree t)
{
	for (;;) {
		switch (TREE_CODE(t)) {
		CASE_CONVERT:
		case NON_LVALUE_EXPR:
		case SAVE_EXPR:
			t = TREE_OPERAND(t, 0);
			break;
		case C_MAYBE_CONST_EXPR:
			if (C_MAYBE_CONST_EXPR_PRE(t))
				return t;
			t = C_MAYBE_CONST_EXPR_EXPR(t);
			break;
		default:
			return t;
		}
	}
}

bool variable::address_taken() const
{
	return std::any_of(uses.begin(), uses.end(),
			   [](const use &u) { return u.kind == use::ADDRESS; });
}

stmt *facts::place(location_t loc, stmt *otherwise) const
{
	int i = c->src->at(get_start(loc));
	stmt *s = i < 0 ? NULL : c->around(i);

	return s ? s : otherwise;
}

void facts::note_use(tree var, stmt *at, enum use::kind kind)
{
	if (VAR_P(var) && (TREE_STATIC(var) || DECL_EXTERNAL(var))) {
		by_stmt[at->id].reads |= kind == use::READ && !TREE_READONLY(var);
		by_stmt[at->id].writes |= kind == use::WRITE;
		return;
	}
	variable &v = variables[var];
	v.decl = var;
	v.uses.push_back({ kind, at });
}

void facts::walk_decl(tree var, stmt *at)
{
	if (!VAR_P(var) || !DECL_NAME(var))
		return;
	at = place(DECL_SOURCE_LOCATION(var), at);
	at->declares |= at->kind == stmt::EXPR;

	tree initial = DECL_INITIAL(var);
	if (TREE_STATIC(var) || DECL_EXTERNAL(var))
		return;
	variable &v = variables[var];
	v.decl = var;
	if (at->kind == stmt::EXPR &&
	    !linemap_location_from_macro_expansion_p(line_table, DECL_SOURCE_LOCATION(var))) {
		v.declared = at;
		v.token = c->src->at(DECL_SOURCE_LOCATION(var));
	}
	if (initial && initial != error_mark_node)
		walk_store(var, initial, at);
}

void facts::walk_store(tree to, tree value, stmt *at)
{
	walk(value, at, use::READ);
	walk(to, at, use::WRITE);
	if ((VAR_P(to) || TREE_CODE(to) == PARM_DECL) && variables.count(to))
		by_stmt[at->id].stores.push_back({ &variables[to], value });
}

void facts::walk_call(tree t, stmt *at)
{
	tree fn = CALL_EXPR_FN(t);
	tree decl = fn ? get_callee_fndecl(t) : NULL_TREE;
	std::string name;

	if (decl && DECL_NAME(decl))
		name = IDENTIFIER_POINTER(DECL_NAME(decl));
	by_stmt[at->id].calls.push_back({ t, decl, name });
	if (fn && !decl)
		walk(fn, at, use::READ);
	for (int i = 0; i < call_expr_nargs(t); i++)
		walk(CALL_EXPR_ARG(t, i), at, use::READ);
}

void facts::walk_list(tree list, stmt *at, enum use::kind kind)
{
	for (; list; list = TREE_CHAIN(list))
		walk(TREE_VALUE(list), at, kind);
}

void facts::walk_asm(tree t, stmt *at)
{
	by_stmt[at->id].writes = by_stmt[at->id].reads = true;
	walk_list(ASM_OUTPUTS(t), at, use::WRITE);
	walk_list(ASM_INPUTS(t), at, use::READ);
	for (tree l = ASM_LABELS(t); l; l = TREE_CHAIN(l))
		jump(TREE_VALUE(l), at);
}

/* A jump inside one statement is the macro's own business. */
void facts::jump(tree label, stmt *at)
{
	if (at->kind == stmt::GOTO)
		return;
	if (TREE_CODE(label) != LABEL_DECL) {
		by_stmt[at->id].lost = true;
		return;
	}
	const stmt *to = place(DECL_SOURCE_LOCATION(label), NULL);
	if (to == at)
		return;
	by_stmt[at->id].leaves = true;
	if (to && to->kind == stmt::LABEL)
		c->add_jump(at, to->id);
	else
		by_stmt[at->id].lost = true;
}

void facts::walk(tree t, stmt *at, enum use::kind kind)
{
	if (!t || TYPE_P(t) || t == error_mark_node)
		return;
	if (EXPR_P(t) && EXPR_HAS_LOCATION(t))
		at = place(EXPR_LOCATION(t), at);
	statement_facts &f = by_stmt[at->id];

	switch (TREE_CODE(t)) {
	case STATEMENT_LIST:
		for (tree_stmt_iterator i = tsi_start(t); !tsi_end_p(i); tsi_next(&i))
			walk(tsi_stmt(i), at, kind);
		return;
	case BIND_EXPR:
		walk(BIND_EXPR_BODY(t), at, kind);
		return;
	case DECL_EXPR:
		walk_decl(DECL_EXPR_DECL(t), at);
		return;
	case VAR_DECL:
	case PARM_DECL:
		note_use(t, at, kind);
		return;
	case MODIFY_EXPR:
	case INIT_EXPR:
		walk_store(TREE_OPERAND(t, 0), TREE_OPERAND(t, 1), at);
		return;
	case PREINCREMENT_EXPR:
	case PREDECREMENT_EXPR:
	case POSTINCREMENT_EXPR:
	case POSTDECREMENT_EXPR:
		walk(TREE_OPERAND(t, 0), at, use::READ);
		walk(TREE_OPERAND(t, 0), at, use::WRITE);
		return;
	case ADDR_EXPR:
		walk(TREE_OPERAND(t, 0), at, use::ADDRESS);
		return;
	case COMPONENT_REF:
	case BIT_FIELD_REF:
		/* Part of a variable is written: the rest stays as it was. */
		walk(TREE_OPERAND(t, 0), at, kind);
		return;
	case ARRAY_REF:
		walk(TREE_OPERAND(t, 0), at, kind);
		walk(TREE_OPERAND(t, 1), at, use::READ);
		return;
	case INDIRECT_REF:
	case MEM_REF:
		f.reads |= kind == use::READ;
		f.writes |= kind == use::WRITE;
		walk(TREE_OPERAND(t, 0), at, use::READ);
		return;
	case CALL_EXPR:
		walk_call(t, at);
		return;
	case TARGET_EXPR:
		walk(TARGET_EXPR_INITIAL(t), at, use::READ);
		return;
	case COMPOUND_LITERAL_EXPR:
		walk(DECL_INITIAL(COMPOUND_LITERAL_EXPR_DECL(t)), at, use::READ);
		return;
	case CONSTRUCTOR: {
		unsigned HOST_WIDE_INT i;
		tree value;

		FOR_EACH_CONSTRUCTOR_VALUE(CONSTRUCTOR_ELTS(t), i, value)
			walk(value, at, use::READ);
		return;
	}
	case ASM_EXPR:
		walk_asm(t, at);
		return;
	case GOTO_EXPR:
		jump(GOTO_DESTINATION(t), at);
		return;
	case RETURN_EXPR:
		if (at->kind != stmt::RETURN) {
			f.leaves = true;
			c->add_jump(at, c->exit());
		}
		if (!TREE_OPERAND(t, 0))
			return;
		f.value = TREE_OPERAND(t, 0);
		if (TREE_CODE(f.value) == MODIFY_EXPR)
			f.value = TREE_OPERAND(f.value, 1);
		walk(f.value, at, use::READ);
		return;
	case COND_EXPR:
		if (at->kind == stmt::IF && !f.condition)
			f.condition = TREE_OPERAND(t, 0);
		break;
	case FOR_STMT:
	case WHILE_STMT:
		f.loops = true;
		break;
	default:
		break;
	}
	if (EXPR_P(t))
		for (int i = 0; i < TREE_OPERAND_LENGTH(t); i++)
			walk(TREE_OPERAND(t, i), at, use::READ);
}

void facts::name_variables(tree fndecl)
{
	std::map<std::string, variable *> seen;

	for (tree p = DECL_ARGUMENTS(fndecl); p; p = DECL_CHAIN(p))
		variables[p].decl = p;
	for (auto &entry : variables) {
		variable &v = entry.second;

		if (!DECL_NAME(v.decl))
			continue;
		v.name = IDENTIFIER_POINTER(DECL_NAME(v.decl));
		variable *&other = seen[v.name];
		if (other)
			other->unique = v.unique = false;
		else
			other = &v;
	}
}

void facts::collect(tree fndecl, code &code)
{
	c = &code;
	by_stmt.assign(code.count(), statement_facts());
	walk(DECL_SAVED_TREE(fndecl), code[0], use::READ);
	name_variables(fndecl);
}

variable *facts::find(const std::string &name)
{
	for (auto &entry : variables)
		if (entry.second.name == name)
			return &entry.second;
	return NULL;
}

bool facts::local(const stmt *s) const
{
	/* Inline functions of linux/err.h: casts. */
	static const char *const pure[] = {
		"ERR_PTR", "PTR_ERR", "IS_ERR", "IS_ERR_OR_NULL", "ERR_CAST",
		"PTR_ERR_OR_ZERO", "__builtin_expect",
	};
	const statement_facts &f = of(s);

	if (f.reads || f.writes || f.leaves)
		return false;
	return std::all_of(f.calls.begin(), f.calls.end(), [](const call &c) {
		return std::find(std::begin(pure), std::end(pure), c.name) != std::end(pure);
	});
}

variable *facts::assigned(const stmt *s, tree *value)
{
	if (s->kind != stmt::EXPR || s->declares || !c->src->is(s->first + 1, "="))
		return NULL;
	for (const auto &store : of(s).stores) {
		if (store.first->name != (*c->src)[s->first].text)
			continue;
		if (value)
			*value = store.second;
		return store.first;
	}
	return NULL;
}

} /* namespace safe::sites */
