// SPDX-License-Identifier: GPL-2.0
/*
 * Follows the paths through a function.  Blocks are executed in an order that
 * brings the paths that meet in a block together first.  States that differ in
 * what rules say of objects stay apart; of those that differ only in other
 * things a few do, and are then joined, so that the work has an end.
 */
#include "machine.h"
#include "../location.h"
#include "../options.h"
#include "../owner.h"

namespace safe {

/* States of one block that differ only in what no rule follows. */
static const unsigned int MOST_OF_A_KEY = 8;
static const unsigned int MOST_OF_A_KEY_IN_LOOP = 3;
static const unsigned int MOST_OF_A_BLOCK = 48;
/* The same of the block that returns: all end there, and none goes on. */
static const unsigned int MOST_AT_THE_END = 96;
static const unsigned int MOST_OF_A_KEY_AT_THE_END = 32;
/* Statements executed on states, for one function. */
static const unsigned int MOST_STEPS = 60000;

machine::machine(function *f, unsigned int depth)
	: fn(f), pending(fn.block_count()), done(fn.block_count()),
	  reporting(in_main_file(DECL_SOURCE_LOCATION(f->decl))),
	  summarised(cgraph_node::get(f->decl)->callers || !opts.infer.empty()), depth(depth)
{
}

value machine::parameter(tree parm, unsigned int i)
{
	symbol p;

	p.origin = symbol::PARAM;
	p.node = parm;
	p.num = i;
	p.type = TREE_TYPE(parm);
	return value::of(symbols.intern(p));
}

/* The arguments, as the function finds them. */
void machine::enter(state &s)
{
	const contract *c = contract_of_body(fndecl());
	unsigned int i = 0;

	st = &s;
	for (tree parm = DECL_ARGUMENTS(fndecl()); parm; parm = DECL_CHAIN(parm), i++) {
		tree name = ssa_default_def(fn.fn, parm);

		if (!has_range(TREE_TYPE(parm))) {
			enter_owner(parm);
			continue;
		}

		value v = parameter(parm, i);

		if (name)
			st->set_name(SSA_NAME_VERSION(name), v);
		else if (!is_gimple_reg(parm))
			st->add_cell({ address_of(parm).sym, 0,
				       (int64_t)TREE_INT_CST_LOW(TYPE_SIZE(TREE_TYPE(parm))),
				       NULL_TREE, v, true });
		st->where = DECL_SOURCE_LOCATION(parm);
		for (rule *r : rules()) {
			unsigned int first = c ? r->entered(*this, v, c->param(i)) : 0;

			if (first)
				st->set_typestate(v.sym, r->index, first, st->path);
		}
	}
}

/* An owner that is passed by value belongs to the function from now on. */
void machine::enter_owner(tree parm)
{
	param_contract taken;
	owner o;
	place p;

	/* What the headers make of DEFINE_SAFE_OWN() is how it is released. */
	if (!find_owner(TREE_TYPE(parm), &o) || in_own_macro(DECL_SOURCE_LOCATION(fndecl())))
		return;
	p.base = address_of(parm);
	p.base.num = o.offset;
	p.size = POINTER_SIZE;
	p.type = TREE_TYPE(o.field);
	p.field = o.field;
	p.pointer = NULL_TREE;

	value v = load_at(p, NULL_TREE);

	taken.passing = param_contract::TAKES;
	st->where = DECL_SOURCE_LOCATION(parm);
	for (rule *r : rules()) {
		unsigned int first = r->entered(*this, v, taken);

		if (first)
			st->set_typestate(v.sym, r->index, first, st->path);
	}
}

bool machine::run()
{
	basic_block entry = single_succ(ENTRY_BLOCK_PTR_FOR_FN(fn.fn));
	state first;

	enter(first);
	for (rule *r : rules())
		r->begin(*this);
	arrive(entry, std::move(first));
	while (!todo.empty()) {
		int order = *todo.begin();
		state_list in;

		todo.erase(todo.begin());
		in.swap(pending[order]);
		for (const state &s : in)
			done[order].push_back(s);
		run_block(fn.block(order), in);
		if (steps > MOST_STEPS)
			break;
	}
	st = NULL;
	for (rule *r : rules())
		r->end(*this);
	return !gave_up();
}

bool machine::gave_up() const
{
	return steps > MOST_STEPS;
}

/* Whether @bb is where the function returns. */
static bool is_last(basic_block bb)
{
	return single_succ_p(bb) && single_succ(bb)->index == EXIT_BLOCK;
}

/*
 * Many calls in a row, each with several outcomes: states that came to the same
 * are one, before there are too many of them.
 */
void machine::settle(basic_block bb, state_list &states)
{
	state_list kept;

	if (states.size() <= (is_last(bb) ? MOST_OF_A_KEY_AT_THE_END : MOST_OF_A_KEY))
		return;
	for (state &s : states) {
		state *last = NULL;
		unsigned int same = 0;
		bool covered = false;

		s.key = s.make_key();
		for (state &o : kept) {
			if (o.key != s.key)
				continue;
			covered |= o.covers(s);
			same++;
			last = &o;
		}
		if (covered)
			continue;
		if (same < MOST_OF_A_KEY && kept.size() < MOST_OF_A_BLOCK) {
			kept.push_back(std::move(s));
			continue;
		}
		if (!last)
			last = &kept.back();
		join_into(bb, *last, s);
		last->key = last->make_key();
	}
	states.swap(kept);
}

void machine::run_block(basic_block bb, state_list &states)
{
	for (auto i = gsi_start_bb(bb); !gsi_end_p(i) && !states.empty(); gsi_next(&i)) {
		gimple *stmt = gsi_stmt(i);

		if (is_gimple_debug(stmt))
			continue;
		steps += states.size();
		exec(stmt, states);
		settle(bb, states);
	}

	gimple *last = last_stmt(bb);

	at = last;
	for (state &s : states) {
		if (const gcond *cond = safe_dyn_cast<gcond *>(last))
			branch(bb, cond, s);
		else if (const gswitch *sw = safe_dyn_cast<gswitch *>(last))
			choose(bb, sw, s);
		else
			follow_all(bb, s);
	}
}

void machine::follow_all(basic_block bb, const state &s)
{
	edge_iterator ei;
	edge e;

	FOR_EACH_EDGE(e, ei, bb->succs)
		if (e->dest->index != EXIT_BLOCK)
			follow(e, s);
}

/*
 * A loop that is left before its first round, for all that is known: that there
 * is nothing to do is rarer than that the checker does not see it, and what the
 * loop would have done with an object is not done on this path.
 */
void machine::skip_loop(basic_block header, edge out)
{
	const flow::loop &loop = fn.loop_of(header);
	std::vector<value> used;

	if (loop.blocks[out->dest->index])
		return;
	for (const name_value &n : st->names)
		if (n.name < loop.uses.size() && loop.uses[n.name] && n.v.is_sym() &&
		    st->has_typestate(n.v.sym))
			used.push_back(n.v);
	for (const value &v : used)
		escape(v);
}

/*
 * GCC makes one test of "!(a && b)": a is false, or it is true and b is false.
 * "a || b" is the same with true and false changed.
 */
bool machine::is_choice(const value &condition, bool truth, value *a, value *b) const
{
	if (!condition.is_sym() || condition.num)
		return false;

	const symbol &s = symbols[condition.sym];

	if (s.origin != symbol::EXPR || !s.type || TREE_CODE(s.type) != BOOLEAN_TYPE ||
	    s.code != (truth ? BIT_IOR_EXPR : BIT_AND_EXPR) || !s.x.is_sym() || !s.y.is_sym())
		return false;
	*a = s.x;
	*b = s.y;
	return true;
}

void machine::branch(basic_block bb, const gcond *cond, state &s)
{
	tree x = gimple_cond_lhs(cond), y = gimple_cond_rhs(cond);
	tree_code code = gimple_cond_code(cond);
	edge_iterator ei;
	edge e;

	st = &s;

	value vx = eval(x), vy = eval(y);

	notice_test(code, vx, vy, TREE_TYPE(x), x);

	value condition = compare(code, boolean_type_node, vx, vy, TREE_TYPE(x),
				  fn.repeated(code, x, y));

	FOR_EACH_EDGE(e, ei, bb->succs) {
		bool truth = e->flags & EDGE_TRUE_VALUE;
		state taken = s;

		st = &taken;
		if (condition.kind == value::CONST && (condition.num != 0) != truth)
			continue;
		taken.path = new_branch(taken.path, cond,
					truth ? path_event::BRANCH_TRUE
					      : path_event::BRANCH_FALSE,
					condition.kind == value::CONST);

		state other = taken;
		value a, b;
		bool choice = is_choice(condition, truth, &a, &b);

		if (choice ? assume(a, truth) && assume(condition, truth)
			   : assume(condition, truth)) {
			if (s.entered == bb->index && condition.kind != value::CONST)
				skip_loop(bb, e);
			follow(e, std::move(taken));
		}
		st = &other;
		if (choice && assume(a, !truth) && assume(b, truth) && assume(condition, truth))
			follow(e, std::move(other));
	}
}

/* The values for which @sw goes to @dest. */
static range case_range(const gswitch *sw, function *fn, basic_block dest)
{
	range chosen, others;

	for (unsigned int i = 1; i < gimple_switch_num_labels(sw); i++) {
		tree label = gimple_switch_label(sw, i);
		tree low = CASE_LOW(label), high = CASE_HIGH(label) ? CASE_HIGH(label) : low;
		range r = range::between(TREE_INT_CST_LOW(low), TREE_INT_CST_LOW(high));

		if (label_to_block(fn, CASE_LABEL(label)) == dest)
			chosen = chosen.unite(r);
		else
			others = others.unite(r);
	}
	if (label_to_block(fn, CASE_LABEL(gimple_switch_default_label(sw))) == dest)
		return others.inverse();
	return chosen;
}

/* Whether @dest is where @sw goes when no case fits, and where all cases go then. */
static bool is_no_case(const gswitch *sw, function *fn, basic_block dest)
{
	return label_to_block(fn, CASE_LABEL(gimple_switch_default_label(sw))) == dest &&
	       !single_pred_p(dest);
}

void machine::choose(basic_block bb, const gswitch *sw, state &s)
{
	edge_iterator ei;
	edge e;

	st = &s;

	value v = eval(gimple_switch_index(sw));

	FOR_EACH_EDGE(e, ei, bb->succs) {
		state taken = s;

		st = &taken;
		taken.path = new_branch(taken.path, sw,
					path_event::BRANCH_CASE);
		if (v.known() && !refine(v, case_range(sw, fn.fn, e->dest)))
			continue;
		if (is_no_case(sw, fn.fn, e->dest))
			note_no_case(e->dest);
		follow(e, std::move(taken));
	}
}

/* Where the user would say that the path is, once it has taken @e. */
static location_t place_of(edge e)
{
	if (single_pred_p(e->dest)) {
		for (auto i = gsi_start_bb(e->dest); !gsi_end_p(i); gsi_next(&i))
			if (!is_gimple_debug(gsi_stmt(i)) &&
			    gimple_has_location(gsi_stmt(i)))
				return gimple_location(gsi_stmt(i));
	}
	if (LOCATION_LOCUS(e->goto_locus) != UNKNOWN_LOCATION)
		return e->goto_locus;
	for (auto i = gsi_last_bb(e->src); !gsi_end_p(i); gsi_prev(&i))
		if (!is_gimple_debug(gsi_stmt(i)) && gimple_has_location(gsi_stmt(i)))
			return gimple_location(gsi_stmt(i));
	return UNKNOWN_LOCATION;
}

/*
 * A counter that a loop changes has a new value in each round.  It is not
 * followed beyond the first: what is known then is on which side it is.
 */
value machine::widen(edge e, tree result, tree arg, const value &v)
{
	if (!fn.is_back_edge(e) || TREE_CODE(arg) != SSA_NAME || !v.known() ||
	    !INTEGRAL_TYPE_P(TREE_TYPE(arg)))
		return v;

	gimple *def = SSA_NAME_DEF_STMT(fn.root(arg));

	if (!is_gimple_assign(def) || gimple_assign_rhs_class(def) != GIMPLE_BINARY_RHS ||
	    TREE_CODE_CLASS(gimple_assign_rhs_code(def)) == tcc_comparison)
		return v;

	range r = range_of(v), limit = range::of_type(TREE_TYPE(result));
	symbol s;

	s.origin = symbol::JOINED;
	s.node = result;
	s.type = TREE_TYPE(result);

	value out = value::of(symbols.intern(s));

	renew(out.sym);
	if (r.low() >= 0)
		st->make_fact(out.sym, limit).r =
			range::between(r.low() > 0, range::MAX).intersect(limit);
	return out;
}

/* All at once: what one takes, another may set. */
void machine::phis(edge e)
{
	for (auto p = gsi_start_phis(e->dest); !gsi_end_p(p); gsi_next(&p)) {
		tree result = gimple_phi_result(p.phi());
		tree arg = gimple_phi_arg_def(p.phi(), e->dest_idx);
		value v;

		if (virtual_operand_p(result) || has_zero_uses(result))
			continue;
		/* Of use as a symbol only if the other name stays. */
		if (TREE_CODE(arg) == SSA_NAME && !POINTER_TYPE_P(TREE_TYPE(arg)) &&
		    !fn.live_in(e->dest, SSA_NAME_VERSION(fn.root(arg))))
			v = peek(arg);
		else
			v = eval(arg);
		if (v.kind == value::UNINIT)
			v = unset_among_set(v, e->dest);
		st->set_name(TEMPORARY + SSA_NAME_VERSION(result), widen(e, result, arg, v));
	}

	st->names.erase(std::remove_if(st->names.begin(), st->names.end(),
		[&](const name_value &n) {
			return n.name < TEMPORARY && !fn.live_in(e->dest, n.name);
		}), st->names.end());
	for (auto p = gsi_start_phis(e->dest); !gsi_end_p(p); gsi_next(&p)) {
		tree result = gimple_phi_result(p.phi());

		if (!virtual_operand_p(result) && has_range(TREE_TYPE(result)))
			renew(fresh(result).sym);
	}
	for (auto p = gsi_start_phis(e->dest); !gsi_end_p(p); gsi_next(&p)) {
		unsigned int result = SSA_NAME_VERSION(gimple_phi_result(p.phi()));
		value v = st->name(TEMPORARY + result);

		if (v.known())
			st->set_name(result, v);
	}
	st->drop_temporaries();
}

void machine::follow(edge e, state s)
{
	if (!fn.reaches_exit(e->dest))
		return;
	st = &s;
	s.entered = fn.is_loop_header(e->dest) && !fn.is_back_edge(e) ? e->dest->index : -1;
	phis(e);
	note_exit(e);
	sweep(place_of(e));
	arrive(e->dest, std::move(s));
}

void machine::arrive(basic_block bb, state &&s)
{
	int order = fn.order(bb);
	bool last_block = is_last(bb);
	unsigned int same = 0, most = fn.is_loop_header(bb) ? MOST_OF_A_KEY_IN_LOOP :
				      last_block ? MOST_OF_A_KEY_AT_THE_END : MOST_OF_A_KEY;
	state *last = NULL;

	if (dump_file && (dump_flags & TDF_DETAILS)) {
		fprintf(dump_file, "%s: arrives in block %d\n",
			IDENTIFIER_POINTER(DECL_NAME(fndecl())), bb->index);
		dump_state(dump_file, s, symbols);
	}
	s.key = s.make_key();
	for (state_list *list : { &done[order], &pending[order] }) {
		for (state &o : *list) {
			if (o.key == s.key) {
				if (o.covers(s))
					return;
				same++;
				last = &o;
			}
		}
	}
	if (same < most && done[order].size() + pending[order].size() <
			   (last_block ? MOST_AT_THE_END : MOST_OF_A_BLOCK)) {
		pending[order].push_back(std::move(s));
		todo.insert(order);
		return;
	}
	if (!last)
		last = pending[order].empty() ? &done[order].back() : &pending[order].back();

	state joined = *last;
	bool waits = !pending[order].empty() && last >= &pending[order].front() &&
		     last <= &pending[order].back();

	join_into(bb, joined, s);
	joined.key = joined.make_key();
	if (last->covers(joined))
		return;
	if (waits)
		*last = std::move(joined);
	else
		pending[order].push_back(std::move(joined));
	todo.insert(order);
}

} /* namespace safe */
