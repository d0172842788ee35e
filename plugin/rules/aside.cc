// SPDX-License-Identifier: GPL-2.0
/*
 * Part of rule "own": what the function does beside a path.
 */
#include "aside.h"
#include "undo_names.h"
#include "../location.h"
#include "../names.h"

namespace safe {

/* The other way is the rest of the function if it is longer: it does not come back. */
static const unsigned int MOST_CALLS = 8, MOST_BLOCKS = 10;

bool leads_through(function *fn, basic_block to, basic_block through)
{
	std::vector<basic_block> todo = { ENTRY_BLOCK_PTR_FOR_FN(fn) };
	std::unordered_set<int> seen = { through->index };

	if (to == through)
		return false;
	while (!todo.empty()) {
		basic_block bb = todo.back();
		edge_iterator ei;
		edge e;

		todo.pop_back();
		if (bb == to)
			return false;
		FOR_EACH_EDGE(e, ei, bb->succs)
			if (seen.insert(e->dest->index).second)
				todo.push_back(e->dest);
	}
	return true;
}

/* Whether @call does nothing but let go, or say something. */
static bool is_farewell(const gcall *call)
{
	tree fndecl = gimple_call_fndecl(call);
	const char *name = decl_name(fndecl);

	for (const char *part : { "unlock", "print", "dev_", "netdev_", "lockdep", "_held" })
		if (strstr(name, part))
			return true;
	return gimple_call_internal_p(call);
}

/* "__warned = true": it was said once. */
static bool notes_that_it_said(gimple *stmt)
{
	tree to = gimple_assign_single_p(stmt) ? gimple_assign_lhs(stmt) : NULL_TREE;

	return to && VAR_P(to) && TREE_STATIC(to) && decl_function_context(to);
}

/* Whether @bb does nothing but say something, or ask whether to. */
static bool only_says(basic_block bb)
{
	for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
		const gcall *call = dyn_cast<gcall *>(gsi_stmt(i));

		if (call ? !is_farewell(call)
			 : gimple_store_p(gsi_stmt(i)) && !notes_that_it_said(gsi_stmt(i)))
			return false;
	}
	return true;
}

/* Whether all ways from @from soon come to @to, and do nothing but say something. */
static bool only_says_until(basic_block from, basic_block to)
{
	std::vector<basic_block> ways = { from };
	edge_iterator ei;
	edge e;

	for (size_t i = 0; i < ways.size(); i++) {
		if (ways[i] == to)
			continue;
		if (ways[i]->index == EXIT_BLOCK || ways.size() > MOST_BLOCKS ||
		    !only_says(ways[i]))
			return false;
		FOR_EACH_EDGE(e, ei, ways[i]->succs)
			ways.push_back(e->dest);
	}
	return true;
}

/* "if (net_ratelimit()) printk(...);": it is decided whether to say something. */
static bool decides_nothing(const path_event *e)
{
	basic_block bb = gimple_bb(e->decision);

	if (!is_a<const gcond *>(e->decision))
		return false;

	basic_block a = EDGE_SUCC(bb, 0)->dest, b = EDGE_SUCC(bb, 1)->dest;

	return only_says_until(a, b) || only_says_until(b, a);
}

/* The decision that was taken last, not counting those without a choice. */
static const path_event *last_decision(const path_event *e, sym_id about)
{
	for (; e && (e->text || e->decided || decides_nothing(e)); e = e->before)
		if (about && e->about == (int)about && e->kind == path_event::BIRTH)
			break;
	return e;
}

static bool goes_to(edge e, const path_event *taken)
{
	return !(e->flags & EDGE_TRUE_VALUE) == (taken->kind == path_event::BRANCH_FALSE);
}

bool leaves_at_once(machine &m)
{
	const path_event *last = last_decision(m.now().path, 0);
	basic_block bb = NULL;
	edge_iterator ei;
	edge e;

	if (!last || last->kind == path_event::BRANCH_CASE)
		return false;
	FOR_EACH_EDGE(e, ei, gimple_bb(last->decision)->succs)
		if (goes_to(e, last))
			bb = e->dest;
	for (int steps = 0; bb && bb->index != EXIT_BLOCK; steps++) {
		if (!single_succ_p(bb) || steps > 8)
			return false;
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			const gcall *call = dyn_cast<gcall *>(gsi_stmt(i));

			if (call && !is_farewell(call))
				return false;
		}
		bb = single_succ(bb);
	}
	return true;
}

/* Whether a function of that name is asked a question that it answers with a number. */
static bool asks(const gimple *call)
{
	tree fndecl = gimple_call_fndecl(call);

	call_name name(decl_name(fndecl));

	for (const char *word : { "is", "has", "can", "may", "need", "want", "should", "empty" })
		if (name.has(word))
			return true;
	return false;
}

/* Whether @def, of an integer that is tested, may be the result of something that fails. */
static bool may_be_result(const gimple *def, unsigned int depth = 0)
{
	const gphi *phi = dyn_cast<const gphi *>(def);

	if (is_gimple_call(def))
		return !asks(def);
	if (!phi)
		return depth && !(gimple_assign_single_p(def) &&
				  is_gimple_min_invariant(gimple_assign_rhs1(def)));
	/* A flag is set to constants only. */
	for (unsigned int i = 0; i < gimple_phi_num_args(phi); i++) {
		tree arg = gimple_phi_arg_def(phi, i);

		if (TREE_CODE(arg) == SSA_NAME && arg != gimple_phi_result(phi) &&
		    (depth > 6 || may_be_result(SSA_NAME_DEF_STMT(arg), depth + 1)))
			return true;
	}
	return false;
}

/* "if (ret)" where a call returned ret: a failure, no question. */
static bool tests_failure(const gcond *cond)
{
	tree x = gimple_cond_lhs(cond);

	if (TREE_CODE(x) != SSA_NAME || !INTEGRAL_TYPE_P(TREE_TYPE(x)) ||
	    TREE_CODE(TREE_TYPE(x)) == BOOLEAN_TYPE || !integer_zerop(gimple_cond_rhs(cond)))
		return false;

	const gimple *def = SSA_NAME_DEF_STMT(x);

	/* "if (unlikely(ret))": the number behind it. */
	for (int steps = 0; steps < 6; steps++) {
		tree op = NULL_TREE;

		if (gimple_call_builtin_p(def, BUILT_IN_EXPECT))
			op = gimple_call_arg(def, 0);
		else if (steps && is_gimple_assign(def) &&
			 (gimple_assign_cast_p(def) ||
			  (TREE_CODE_CLASS(gimple_assign_rhs_code(def)) == tcc_comparison &&
			   INTEGRAL_TYPE_P(TREE_TYPE(gimple_assign_rhs1(def))) &&
			   integer_zerop(gimple_assign_rhs2(def)))))
			op = gimple_assign_rhs1(def);
		if (!op || TREE_CODE(op) != SSA_NAME)
			break;
		def = SSA_NAME_DEF_STMT(op);
	}
	return may_be_result(def);
}

/* The blocks of all ways from @a back to @b. */
static std::vector<basic_block> blocks_between(basic_block a, basic_block b)
{
	std::vector<basic_block> ahead = { a }, back = { b }, both;
	std::unordered_set<int> seen = { a->index, b->index }, before = { b->index };
	edge_iterator ei;
	edge e;

	for (size_t i = 0; i < ahead.size(); i++)
		FOR_EACH_EDGE(e, ei, ahead[i]->succs)
			if (e->dest->index != EXIT_BLOCK && seen.insert(e->dest->index).second)
				ahead.push_back(e->dest);
	for (size_t i = 0; i < back.size(); i++)
		FOR_EACH_EDGE(e, ei, back[i]->preds)
			if (seen.count(e->src->index) && before.insert(e->src->index).second) {
				back.push_back(e->src);
				both.push_back(e->src);
			}
	return both;
}

/*
 * Whether all ways from @from soon come to @to, and one does it before.  With more than
 * a few calls it is the rest of the function, which the other way does not do.
 */
static bool done_before(basic_block from, basic_block to, const gimple *birth,
			const block_test &does)
{
	std::vector<basic_block> ways = { from };
	std::unordered_set<int> seen = { from->index, to->index };
	unsigned int calls = 0;
	bool found = false;

	if (from == to)
		return false;
	for (size_t i = 0; i < ways.size(); i++) {
		edge_iterator ei;
		edge e;

		found |= does(ways[i]);
		for (auto g = gsi_start_bb(ways[i]); !gsi_end_p(g); gsi_next(&g))
			calls += is_gimple_call(gsi_stmt(g));
		if (calls > MOST_CALLS)
			return false;
		FOR_EACH_EDGE(e, ei, ways[i]->succs) {
			/* In another round of the loop it is another one. */
			if (e->dest->index == EXIT_BLOCK || e->dest == gimple_bb(birth) ||
			    ways.size() > MOST_BLOCKS)
				return false;
			if (seen.insert(e->dest->index).second)
				ways.push_back(e->dest);
		}
	}
	return found;
}

static bool undoes_something(basic_block bb)
{
	for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
		const gcall *call = dyn_cast<gcall *>(gsi_stmt(i));
		tree fndecl = call ? gimple_call_fndecl(call) : NULL_TREE;

		if (fndecl && DECL_NAME(fndecl) &&
		    is_undo(call_name(IDENTIFIER_POINTER(DECL_NAME(fndecl)))))
			return true;
	}
	return false;
}

/* The same, where the way that was taken may undo it in another manner. */
static bool done_beside(basic_block other, basic_block taken, const gimple *birth,
			const block_test &does)
{
	return done_before(other, taken, birth, does) ||
	       (single_succ_p(taken) && undoes_something(taken) &&
		done_before(other, single_succ(taken), birth, does));
}

/*
 * Whether the way not taken at @cond does it and comes back to @taken: in a loop, for
 * all that was done before, or by a condition that says whether there is something to
 * be done.
 */
static bool done_aside(const gcond *cond, basic_block other, basic_block taken,
		       const gimple *birth, const block_test &does)
{
	if (!tests_failure(cond) && done_beside(other, taken, birth, does))
		return true;
	for (basic_block round : blocks_between(other, gimple_bb(cond))) {
		/* A loop that does it anew each round. */
		if (round == gimple_bb(birth))
			return false;
		if (does(round))
			return true;
	}
	return false;
}

/* Whether no case of @sw was meant, and one does it and goes on where the path did. */
static bool in_a_case(const gswitch *sw, const gimple *birth, const block_test &does)
{
	basic_block none = label_to_block(cfun, CASE_LABEL(gimple_switch_default_label(sw)));

	for (unsigned int i = 1; i < gimple_switch_num_labels(sw); i++)
		if (done_before(label_to_block(cfun, CASE_LABEL(gimple_switch_label(sw, i))),
				none, birth, does))
			return true;
	return false;
}

/* Whether @e, a decision on the path, was about doing it. */
static bool decides_about(const path_event *e, const gimple *birth, const block_test &does)
{
	const gcond *cond = dyn_cast<const gcond *>(e->decision);
	basic_block taken = NULL, other = NULL;
	edge_iterator ei;
	edge way;

	if (!cond)
		return in_a_case(as_a<const gswitch *>(e->decision), birth, does);
	FOR_EACH_EDGE(way, ei, gimple_bb(cond)->succs)
		(goes_to(way, e) ? taken : other) = way->dest;
	return taken && other && done_aside(cond, other, taken, birth, does);
}

bool left_aside(machine &m, sym_id about, const gimple *birth, const block_test &does)
{
	for (const path_event *e = m.now().path; e; e = e->before) {
		if (e->about == (int)about && e->kind == path_event::BIRTH)
			break;
		if (e->text)
			continue;
		/* Another round of a loop: what earlier ones did is kept somewhere. */
		if (!e->decided && e->kind != path_event::BRANCH_CASE &&
		    is_above(e->where, gimple_location(birth)))
			return true;
		if (decides_about(e, birth, does))
			return true;
	}
	return false;
}

/* Whether @cond, which tests a result, is true of a failure. */
static bool fails_if(const gcond *cond)
{
	tree_code code = gimple_cond_code(cond);

	return POINTER_TYPE_P(TREE_TYPE(gimple_cond_lhs(cond))) ? code == EQ_EXPR
							      : code == NE_EXPR || code == LT_EXPR;
}

bool failed_last(machine &m, sym_id about)
{
	const path_event *last = last_decision(m.now().path, about);
	const gcond *cond = last ? safe_dyn_cast<const gcond *>(last->decision) : NULL;

	if (last && last->text)
		return true;
	return cond && (tests_failure(cond) || POINTER_TYPE_P(TREE_TYPE(gimple_cond_lhs(cond)))) &&
	       fails_if(cond) == (last->kind == path_event::BRANCH_TRUE);
}

/*
 * Whether @cond is about something else than @call that may have failed: @e leads where
 * it did, or another call returned the pointer that is tested.
 */
static bool fails_without(const gcond *cond, edge e, const gcall *call)
{
	tree x = gimple_cond_lhs(cond);

	if (TREE_CODE(x) != SSA_NAME || !POINTER_TYPE_P(TREE_TYPE(x)))
		return false;
	return fails_if(cond) == !!(e->flags & EDGE_TRUE_VALUE) ||
	       (is_gimple_call(SSA_NAME_DEF_STMT(x)) && SSA_NAME_DEF_STMT(x) != call);
}

/* What is assigned to the name @op: a constant, or what is read from memory. */
static tree assigned(tree op)
{
	const gimple *def = TREE_CODE(op) == SSA_NAME ? SSA_NAME_DEF_STMT(op) : NULL;

	return def && gimple_assign_single_p(def) ? gimple_assign_rhs1(def) : op;
}

/* Whether @call is made only where what @cond asks is answered in the same way as at @e. */
static bool asked_before(const gcond *cond, edge e, const gcall *call)
{
	basic_block bb = gimple_bb(call);

	for (int steps = 0; single_pred_p(bb) && steps < 8; steps++, bb = single_pred(bb)) {
		const gcond *before = safe_dyn_cast<gcond *>(last_stmt(single_pred(bb)));

		if (before && gimple_cond_code(before) == gimple_cond_code(cond) &&
		    !((single_pred_edge(bb)->flags ^ e->flags) & EDGE_TRUE_VALUE) &&
		    operand_equal_p(assigned(gimple_cond_lhs(before)),
				    assigned(gimple_cond_lhs(cond)), 0) &&
		    operand_equal_p(assigned(gimple_cond_rhs(before)),
				    assigned(gimple_cond_rhs(cond)), 0))
			return true;
	}
	return false;
}

/*
 * Whether @cond, which is answered so at @e, asks whether @call was made: "cc = NULL;
 * if (is_chain(p)) { cc = chain(p); o = get(); } ... if (cc) put(o);"
 */
static bool asks_whether_made(const gcond *cond, edge e, const gcall *call)
{
	tree x = gimple_cond_lhs(cond);
	const gphi *phi = TREE_CODE(x) == SSA_NAME ? dyn_cast<const gphi *>(SSA_NAME_DEF_STMT(x))
						   : NULL;
	bool made = false;

	if (!phi || !integer_zerop(gimple_cond_rhs(cond)) ||
	    (gimple_cond_code(cond) == NE_EXPR) != !!(e->flags & EDGE_TRUE_VALUE))
		return false;
	for (unsigned int i = 0; i < gimple_phi_num_args(phi); i++) {
		basic_block from = gimple_phi_arg_edge(phi, i)->src;
		bool after = from == gimple_bb(call) || leads_through(cfun, from, gimple_bb(call));

		if (after == integer_zerop(assigned(gimple_phi_arg_def(phi, i))))
			return false;
		made |= after;
	}
	return made;
}

/* Whether @e leads to @bb, which does it, by a condition whose other way leaves it out. */
static bool is_left_out(edge e, basic_block bb, const gcall *call, const block_test &does)
{
	const gcond *cond = safe_dyn_cast<gcond *>(last_stmt(e->src));
	edge_iterator ei;
	edge way;

	if (!cond || tests_failure(cond) || fails_without(cond, e, call) ||
	    asked_before(cond, e, call) || asks_whether_made(cond, e, call))
		return false;
	FOR_EACH_EDGE(way, ei, e->src->succs)
		/* "if (a || b)": the other way asks on. */
		if (way->dest != bb && (find_edge(way->dest, bb) ||
					done_beside(bb, way->dest, call, does)))
			return true;
	return false;
}

bool always_on_condition(function *fn, const gcall *call, const block_test &does)
{
	bool some = false;
	basic_block bb;

	FOR_EACH_BB_FN(bb, fn) {
		edge_iterator ei;
		edge e;

		if (!does(bb))
			continue;
		some = true;
		FOR_EACH_EDGE(e, ei, bb->preds)
			if (!is_left_out(e, bb, call, does))
				return false;
	}
	return some;
}

bool denies_reason(machine &m, sym_id about, const gcall *birth, const block_test &does)
{
	for (const path_event *e = m.now().path; e; e = e->before) {
		const gcond *cond = e->text ? NULL : safe_dyn_cast<const gcond *>(e->decision);
		edge_iterator ei;
		edge way;

		if (e->about == (int)about && e->kind == path_event::BIRTH)
			break;
		if (!cond || !decides_about(e, birth, does))
			continue;
		FOR_EACH_EDGE(way, ei, gimple_bb(cond)->succs)
			if (!goes_to(way, e) && (asked_before(cond, way, birth) ||
						 asks_whether_made(cond, way, birth)))
				return true;
	}
	return false;
}

/* The SSA names that hold @object, or point into it. */
static void add_names(tree name, std::unordered_set<tree> *names)
{
	imm_use_iterator i;
	gimple *use;

	if (!name || TREE_CODE(name) != SSA_NAME || names->size() > 16 ||
	    !names->insert(name).second)
		return;
	FOR_EACH_IMM_USE_STMT(use, i, name) {
		if (gphi *phi = dyn_cast<gphi *>(use))
			add_names(gimple_phi_result(phi), names);
		else if (is_gimple_assign(use) && POINTER_TYPE_P(TREE_TYPE(gimple_assign_lhs(use))) &&
			 (gimple_assign_cast_p(use) || gimple_assign_ssa_name_copy_p(use) ||
			  gimple_assign_rhs_code(use) == POINTER_PLUS_EXPR))
			add_names(gimple_assign_lhs(use), names);
	}
}

/* Whether @stmt passes one of @names to a function, or stores it. */
static bool hands_on(gimple *stmt, const std::unordered_set<tree> &names)
{
	if (const gcall *call = dyn_cast<const gcall *>(stmt)) {
		if (is_farewell(call))
			return false;
		for (unsigned int i = 0; i < gimple_call_num_args(call); i++)
			if (names.count(gimple_call_arg(call, i)))
				return true;
		return false;
	}
	return gimple_store_p(stmt) && gimple_assign_single_p(stmt) &&
	       names.count(gimple_assign_rhs1(stmt));
}

/* "msg.buf" of "msg[...].buf". */
static std::string without_index(std::string name)
{
	size_t from, to;

	while ((from = name.find('[')) != std::string::npos &&
	       (to = name.find(']', from)) != std::string::npos)
		name.erase(from, to - from + 1);
	return name;
}

static bool passes_what_is_called(machine &m, basic_block bb, const std::string &name)
{
	for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
		const gcall *call = dyn_cast<const gcall *>(gsi_stmt(i));

		for (unsigned int n = 0; call && n < gimple_call_num_args(call); n++)
			if (without_index(m.describe(gimple_call_arg(call, n))) == name)
				return true;
	}
	return false;
}

bool passed_by(machine &m, sym_id about)
{
	const gimple *birth = m.info(about).stmt;
	std::unordered_set<tree> names;

	if (!birth || !is_gimple_call(birth) || gimple_bb(birth) == NULL)
		return false;
	add_names(gimple_call_lhs(birth), &names);
	/* Made in a called function, and put where this one finds it. */
	if (names.empty()) {
		std::string name = without_index(m.describe(value::of(about)));

		/* A variable of its own may be called so for something else, too. */
		if (name.find_first_of(".>") == std::string::npos)
			return false;
		return left_aside(m, about, birth, [&](basic_block bb) {
			return passes_what_is_called(m, bb, name);
		});
	}
	return left_aside(m, about, birth, [&](basic_block bb) {
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i))
			if (hands_on(gsi_stmt(i), names))
				return true;
		return false;
	});
}

} /* namespace safe */
