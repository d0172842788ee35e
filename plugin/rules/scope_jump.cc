// SPDX-License-Identifier: GPL-2.0
/*
 * Rule "scope": what can be seen in the tree that the parser makes, before gotos,
 * loops and scopes are lowered to one thing.
 *
 * A variable with a cleanup is a TRY_FINALLY_EXPR there, around all that follows in
 * its scope.  Jumping into it passes its initialisation by.  scoped_guard() is a loop
 * that runs once: "break" and "continue" in it leave the guard, and not the loop or
 * switch that the reader sees.
 */
#include "scope.h"
#include "../location.h"

namespace safe {

static bool guards_seen;

bool unit_has_guards()
{
	return guards_seen;
}

namespace {

/* A loop of a macro that runs its body once: the guards that have a block. */
bool sets_goto(tree expr, tree *label)
{
	while (expr && TREE_CODE(expr) == BIND_EXPR)
		expr = BIND_EXPR_BODY(expr);
	while (expr && TREE_CODE(expr) == STATEMENT_LIST) {
		tree found = NULL_TREE;

		for (auto i = tsi_start(expr); !tsi_end_p(i); tsi_next(&i))
			if (TREE_CODE(tsi_stmt(i)) != DEBUG_BEGIN_STMT)
				found = tsi_stmt(i);
		expr = found;
	}
	while (expr && (CONVERT_EXPR_P(expr) || TREE_CODE(expr) == CLEANUP_POINT_EXPR))
		expr = TREE_OPERAND(expr, 0);
	if (expr && TREE_CODE(expr) == BIND_EXPR)
		return sets_goto(expr, label);
	if (!expr || TREE_CODE(expr) != GOTO_EXPR)
		return false;
	*label = GOTO_DESTINATION(expr);
	return true;
}

/* The variable that @cond says is still 0. */
tree asked_for_zero(tree cond)
{
	while (cond && (CONVERT_EXPR_P(cond) || TREE_CODE(cond) == TRUTH_NOT_EXPR))
		cond = TREE_OPERAND(cond, 0);
	if (cond && TREE_CODE(cond) == EQ_EXPR && integer_zerop(TREE_OPERAND(cond, 1)))
		cond = TREE_OPERAND(cond, 0);
	while (cond && CONVERT_EXPR_P(cond))
		cond = TREE_OPERAND(cond, 0);
	return cond && VAR_P(cond) ? cond : NULL_TREE;
}

/*
 * "for (CLASS(...); ...; ({ goto label; })) if (...) label: break; else" of later
 * kernels sets @label, "for (CLASS(...), *done = NULL; !done; done = (void *)1)" of 6.1
 * does not.
 */
bool runs_once(tree loop, tree *label)
{
	tree step = FOR_EXPR(loop), done;

	*label = NULL_TREE;
	if (!step || !linemap_location_from_macro_expansion_p(line_table, EXPR_LOCATION(loop)))
		return false;
	if (sets_goto(step, label))
		return true;
	while (step && (CONVERT_EXPR_P(step) || TREE_CODE(step) == CLEANUP_POINT_EXPR))
		step = TREE_OPERAND(step, 0);
	done = asked_for_zero(FOR_COND(loop));
	return done && step && TREE_CODE(step) == MODIFY_EXPR &&
	       TREE_OPERAND(step, 0) == done && integer_nonzerop(TREE_OPERAND(step, 1));
}

/* The first statement in @stmt that does something, or NULL. */
tree first_of(tree stmt)
{
	if (!stmt)
		return NULL_TREE;
	switch (TREE_CODE(stmt)) {
	case STATEMENT_LIST:
		for (auto i = tsi_start(stmt); !tsi_end_p(i); tsi_next(&i))
			if (tree found = first_of(tsi_stmt(i)))
				return found;
		return NULL_TREE;
	case BIND_EXPR:
		return first_of(BIND_EXPR_BODY(stmt));
	case TRY_FINALLY_EXPR:
		return first_of(TREE_OPERAND(stmt, 0));
	case DECL_EXPR: {
		tree decl = DECL_EXPR_DECL(stmt);

		/* What 7.3 declares beside a guard, for clang. */
		return VAR_P(decl) && DECL_INITIAL(decl) &&
		       !cleanup_class(decl, "__class_", "_cleanup_ctx", NULL) ? stmt : NULL_TREE;
	}
	case DEBUG_BEGIN_STMT:
	case LABEL_EXPR:
		return NULL_TREE;
	default:
		return stmt;
	}
}

class tree_walker {
public:
	explicit tree_walker(tree fndecl) : fndecl(fndecl) { }

	void run()
	{
		visit(DECL_SAVED_TREE(fndecl));
		check_jumps();
		check_unasked();
	}

private:
	/* What stands around a statement, from the outside in. */
	struct frame {
		enum kind { LIST, LOOP, SWITCH, ONCE } kind;
		tree_stmt_iterator next;	/* of LIST: what follows */
		size_t depth;			/* of SWITCH: scopes around it */
		location_t where;
	};
	struct jump {
		location_t where;
		tree label;
		std::vector<tree> scopes;
	};

	void visit(tree t);
	void visit_list(tree list);
	void visit_scope(tree t);
	void visit_for(tree t);
	void within(enum frame::kind kind, location_t where, tree body);
	void leave(tree t, bool is_break);
	tree what_follows(size_t from, size_t to) const;
	void enter_case(tree t);
	void check_jumps();
	void check_unasked();
	void into_scope(location_t where, tree variable, const char *how);
	void add(const char *id, location_t where, const std::string &text, tree about,
		 const char *note);

	tree fndecl;
	std::vector<frame> frames;
	std::vector<tree> scopes;		/* the variables that are alive */
	std::vector<tree> own_labels;		/* of loops that run once */
	tree after_label = NULL_TREE;		/* the statement before was this label */
	std::vector<jump> gotos;
	std::map<tree, std::vector<tree>> labels;
	std::vector<tree> guards;		/* all variables with a cleanup */
	std::map<tree, unsigned int> uses;	/* of them */
	std::set<tree> entered;			/* reported */
	std::set<tree> saved;
};

void tree_walker::add(const char *id, location_t where, const std::string &text, tree about,
		      const char *note)
{
	finding f;

	f.id = id;
	f.where = where;
	f.text = text;
	f.key = std::string(id) + " " + std::to_string(user_location(where));
	if (about)
		f.notes.push_back({ DECL_SOURCE_LOCATION(about), note });
	add_finding(std::move(f));
}

void tree_walker::visit_list(tree list)
{
	for (auto i = tsi_start(list); !tsi_end_p(i); tsi_next(&i)) {
		tree stmt = tsi_stmt(i);
		tree_stmt_iterator next = i;

		tsi_next(&next);
		frames.push_back({ frame::LIST, next, 0, UNKNOWN_LOCATION });
		visit(stmt);
		frames.pop_back();
		if (TREE_CODE(stmt) != DEBUG_BEGIN_STMT)
			after_label = TREE_CODE(stmt) == LABEL_EXPR ? LABEL_EXPR_LABEL(stmt)
								    : NULL_TREE;
	}
}

/* The macro that the user wrote where @loc is. */
static std::string outermost_macro(location_t loc)
{
	std::string name;

	any_macro(loc, [&](const char *macro) {
		name = macro;
		return false;
	});
	return name;
}

/* A guard that is the last thing in its block is given up at once. */
static bool protects_nothing(tree variable, tree body)
{
	/* One that another macro makes may be there to test, or to wait. */
	return is_unnamed_guard(variable) && !first_of(body) &&
	       outermost_macro(DECL_SOURCE_LOCATION(variable)) == "guard";
}

void tree_walker::visit_scope(tree t)
{
	tree variable = cleaned_variable(TREE_OPERAND(t, 1));

	if (!variable) {
		visit(TREE_OPERAND(t, 0));
		visit(TREE_OPERAND(t, 1));
		return;
	}
	guards.push_back(variable);
	if (protects_nothing(variable, TREE_OPERAND(t, 0)))
		add("SAFE_E_GUARD_EMPTY", DECL_SOURCE_LOCATION(variable),
		    "this guard ends with the block that it stands in, and nothing follows "
		    "it there: it protects nothing; move it into the block that it is for",
		    NULL_TREE, NULL);
	scopes.push_back(variable);
	visit(TREE_OPERAND(t, 0));
	scopes.pop_back();
}

void tree_walker::within(enum frame::kind kind, location_t where, tree body)
{
	frames.push_back({ kind, tree_stmt_iterator(), scopes.size(), where });
	visit(body);
	frames.pop_back();
}

void tree_walker::visit_for(tree t)
{
	tree label;
	bool once = runs_once(t, &label);

	visit(FOR_INIT_STMT(t));
	visit(FOR_COND(t));
	visit(FOR_EXPR(t));
	if (label)
		own_labels.push_back(label);
	within(once ? frame::ONCE : frame::LOOP, EXPR_LOCATION(t), FOR_BODY(t));
}

/*
 * What runs when the statement of frame @from is left as if it were complete, and
 * before the end of the one of frame @to; NULL for nothing.
 */
tree tree_walker::what_follows(size_t from, size_t to) const
{
	for (size_t i = from; i-- > to + 1; ) {
		if (frames[i].kind != frame::LIST)
			continue;
		for (auto n = frames[i].next; !tsi_end_p(n); tsi_next(&n))
			if (tree found = first_of(tsi_stmt(n)))
				return found;
	}
	return NULL_TREE;
}

/* "break" or "continue". */
void tree_walker::leave(tree t, bool is_break)
{
	size_t inner = frames.size(), outer;

	/* The one that the macro itself has. */
	if (after_label && std::find(own_labels.begin(), own_labels.end(), after_label) !=
			   own_labels.end())
		return;
	while (inner-- > 0)
		if (frames[inner].kind == frame::ONCE || frames[inner].kind == frame::LOOP ||
		    (is_break && frames[inner].kind == frame::SWITCH))
			break;
	if (inner == (size_t)-1 || frames[inner].kind != frame::ONCE)
		return;
	for (outer = inner; outer-- > 0; )
		if (frames[outer].kind == frame::LOOP ||
		    (is_break && frames[outer].kind == frame::SWITCH))
			break;
	/* Without a loop around it nobody can think of another one. */
	if (outer == (size_t)-1)
		return;

	tree next = what_follows(inner, outer);
	bool in_switch = frames[outer].kind == frame::SWITCH;

	/*
	 * Who tests what happened in the guard has thought of it, and so has he who breaks
	 * off the last thing in a loop.
	 */
	if (!next || TREE_CODE(next) == (is_break ? BREAK_STMT : CONTINUE_STMT) ||
	    (is_break && (TREE_CODE(next) == COND_EXPR || TREE_CODE(next) == SWITCH_STMT)))
		return;
	add("SAFE_E_SCOPE_BREAK", EXPR_LOCATION(t),
	    std::string(is_break ? "'break'" : "'continue'") +
	    " leaves only the scoped guard, which is a loop itself, and not the " +
	    (in_switch ? "switch" : "loop") + " around it: what follows the guard still runs; "
	    "use guard() in a block of its own, or test a flag after the guard",
	    NULL_TREE, NULL);
}

void tree_walker::into_scope(location_t where, tree variable, const char *how)
{
	std::string name = is_unnamed_guard(variable) ? "a guard"
						      : "'" + name_of_decl(variable) + "'";

	if (!entered.insert(variable).second)
		return;
	add("SAFE_E_SCOPE_JUMP", where,
	    std::string(how) + " enters the scope of " + name + " without its initialisation: "
	    "its cleanup then runs on what was never set; give " + (is_unnamed_guard(variable) ? "the guard" : name) +
	    " a block that ends before, or declare it further up",
	    variable, "declared here");
}

void tree_walker::enter_case(tree t)
{
	for (size_t i = frames.size(); i-- > 0; ) {
		if (frames[i].kind != frame::SWITCH)
			continue;
		if (scopes.size() > frames[i].depth)
			into_scope(EXPR_LOCATION(t), scopes[frames[i].depth], "this case");
		return;
	}
}

void tree_walker::check_jumps()
{
	for (const jump &j : gotos) {
		auto label = labels.find(j.label);

		if (label == labels.end())
			continue;
		for (tree variable : label->second) {
			if (std::find(j.scopes.begin(), j.scopes.end(), variable) !=
			    j.scopes.end())
				continue;
			into_scope(j.where, variable, "this goto");
			break;
		}
	}
}

/* Guards that may fail to take their lock, and nobody asks. */
void tree_walker::check_unasked()
{
	for (tree variable : guards) {
		std::string name;

		if (!cleanup_class(variable, "class_", "_destructor", &name))
			continue;
		guards_seen = true;
		if (!is_conditional_class(name) || uses[variable])
			continue;

		bool unnamed = is_unnamed_guard(variable);

		add("SAFE_E_GUARD_UNCHECKED", DECL_SOURCE_LOCATION(variable),
		    (unnamed ? std::string("this guard") : "'" + name_of_decl(variable) + "'") +
		    " may fail to take its lock, and nothing asks whether it did; " +
		    (unnamed ? "use ACQUIRE() and ACQUIRE_ERR(), or scoped_cond_guard()"
			     : "test ACQUIRE_ERR() first"), NULL_TREE, NULL);
	}
}

void tree_walker::visit(tree t)
{
	if (!t || TYPE_P(t) || CONSTANT_CLASS_P(t))
		return;
	switch (TREE_CODE(t)) {
	case STATEMENT_LIST:
		visit_list(t);
		return;
	case BIND_EXPR:
		visit(BIND_EXPR_BODY(t));
		return;
	case TRY_FINALLY_EXPR:
		visit_scope(t);
		return;
	case FOR_STMT:
		visit_for(t);
		return;
	case WHILE_STMT:
		visit(WHILE_COND(t));
		within(frame::LOOP, EXPR_LOCATION(t), WHILE_BODY(t));
		return;
	case DO_STMT:
		/* A macro's "do { } while (0)": nobody sees a loop there. */
		visit(DO_COND(t));
		within(frame::LOOP, EXPR_LOCATION(t), DO_BODY(t));
		return;
	case SWITCH_STMT:
		visit(SWITCH_STMT_COND(t));
		within(frame::SWITCH, EXPR_LOCATION(t), SWITCH_STMT_BODY(t));
		return;
	case CASE_LABEL_EXPR:
		enter_case(t);
		return;
	case BREAK_STMT:
		leave(t, true);
		return;
	case CONTINUE_STMT:
		leave(t, false);
		return;
	case LABEL_EXPR:
		labels.emplace(LABEL_EXPR_LABEL(t), scopes);
		return;
	case GOTO_EXPR:
		gotos.push_back({ EXPR_LOCATION(t), GOTO_DESTINATION(t), scopes });
		return;
	case ASM_EXPR:
		for (tree l = ASM_LABELS(t); l; l = TREE_CHAIN(l))
			gotos.push_back({ EXPR_LOCATION(t), TREE_VALUE(l), scopes });
		break;
	case DECL_EXPR:
		if (!VAR_P(DECL_EXPR_DECL(t)))
			return;
		visit(DECL_INITIAL(DECL_EXPR_DECL(t)));
		if (!DECL_INITIAL(DECL_EXPR_DECL(t)) && has_cleanup(DECL_EXPR_DECL(t)))
			declared_unset(DECL_EXPR_DECL(t));
		return;
	case VAR_DECL:
		if (has_cleanup(t))
			uses[t]++;
		return;
	case SAVE_EXPR:
		if (!saved.insert(t).second)
			return;
		break;
	case CONSTRUCTOR:
		for (unsigned HOST_WIDE_INT i = 0; i < CONSTRUCTOR_NELTS(t); i++)
			visit(CONSTRUCTOR_ELT(t, i)->value);
		return;
	case TREE_LIST:
		for (; t; t = TREE_CHAIN(t))
			visit(TREE_VALUE(t));
		return;
	default:
		break;
	}
	if (!EXPR_P(t))
		return;
	for (int i = 0; i < TREE_OPERAND_LENGTH(t); i++)
		visit(TREE_OPERAND(t, i));
}

} /* namespace */

void check_jumps(tree fndecl)
{
	tree_walker(fndecl).run();
}

} /* namespace safe */
