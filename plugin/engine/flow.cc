// SPDX-License-Identifier: GPL-2.0
/*
 * Computes what flow.h promises, once for each function that is analysed.
 */
#include "flow.h"

namespace safe {

flow::flow(function *fn) : fn(fn)
{
	order_blocks();
	find_exits();
	find_copies();
	find_liveness();
	find_repeats();
	find_doubtful();
}

void flow::order_blocks()
{
	int last = last_basic_block_for_fn(fn);
	std::vector<int> rpo(n_basic_blocks_for_fn(fn));
	int n = pre_and_rev_post_order_compute_fn(fn, NULL, rpo.data(), true);

	orders.assign(last, -1);
	headers.assign(last, false);
	for (int i = 0; i < n; i++) {
		basic_block bb = BASIC_BLOCK_FOR_FN(fn, rpo[i]);

		orders[bb->index] = i;
		blocks.push_back(bb);
	}
	for (basic_block bb : blocks) {
		edge_iterator ei;
		edge e;

		FOR_EACH_EDGE(e, ei, bb->preds)
			if (order(e->src) >= 0 && is_back_edge(e))
				headers[bb->index] = true;
	}
}

void flow::find_exits()
{
	std::vector<basic_block> todo = { EXIT_BLOCK_PTR_FOR_FN(fn) };

	exits.assign(last_basic_block_for_fn(fn), false);
	exits[EXIT_BLOCK] = true;
	while (!todo.empty()) {
		basic_block bb = todo.back();
		edge_iterator ei;
		edge e;

		todo.pop_back();
		FOR_EACH_EDGE(e, ei, bb->preds) {
			if (exits[e->src->index])
				continue;
			exits[e->src->index] = true;
			todo.push_back(e->src);
		}
	}
}

bool flow::avoids(const basic_block from, const basic_block bb, const loop *round) const
{
	std::vector<basic_block> todo = { from };
	bits seen(last_basic_block_for_fn(fn));

	while (!todo.empty()) {
		basic_block now = todo.back();
		edge_iterator ei;
		edge e;

		todo.pop_back();
		if (now == bb || seen[now->index] || !exits[now->index])
			continue;
		if (now->index == EXIT_BLOCK)
			return true;
		seen[now->index] = true;
		FOR_EACH_EDGE(e, ei, now->succs) {
			if (round && e->dest == from)
				return true;
			if (!round || round->blocks[e->dest->index])
				todo.push_back(e->dest);
		}
	}
	return false;
}

const flow::loop &flow::loop_of(const basic_block header)
{
	auto slot = loops.emplace(header->index, loop());
	loop &l = slot.first->second;
	std::vector<basic_block> todo;
	edge_iterator ei;
	edge e;

	if (!slot.second)
		return l;
	l.blocks.assign(last_basic_block_for_fn(fn), false);
	l.uses.assign(roots.size(), false);
	l.blocks[header->index] = true;
	FOR_EACH_EDGE(e, ei, header->preds)
		if (order(e->src) >= 0 && is_back_edge(e))
			todo.push_back(e->src);
	while (!todo.empty()) {
		basic_block bb = todo.back();

		todo.pop_back();
		if (l.blocks[bb->index])
			continue;
		l.blocks[bb->index] = true;
		FOR_EACH_EDGE(e, ei, bb->preds)
			if (order(e->src) >= 0)
				todo.push_back(e->src);
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			ssa_op_iter oi;
			tree name;

			FOR_EACH_SSA_TREE_OPERAND(name, gsi_stmt(i), oi, SSA_OP_USE)
				l.uses[SSA_NAME_VERSION(root(name))] = true;
		}
	}
	return l;
}

/*
 * A name that copies another is dominated by it and dominates its own uses, so
 * the two are equal wherever the copy is used, in loops too.
 */
void flow::find_copies()
{
	roots.assign(vec_safe_length(fn->gimple_df->ssa_names), NULL_TREE);
	for (basic_block bb : blocks) {
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			gimple *stmt = gsi_stmt(i);

			if (!is_gimple_assign(stmt) || !gimple_assign_ssa_name_copy_p(stmt))
				continue;
			roots[SSA_NAME_VERSION(gimple_assign_lhs(stmt))] =
				root(gimple_assign_rhs1(stmt));
		}
	}
}

tree flow::root(tree name) const
{
	tree r = roots[SSA_NAME_VERSION(name)];

	return r ? r : name;
}

flow::~flow()
{
	for (sbitmap l : live)
		if (l)
			sbitmap_free(l);
}

void flow::live_at_end(basic_block bb, sbitmap now) const
{
	edge_iterator ei;
	edge e;

	bitmap_clear(now);
	FOR_EACH_EDGE(e, ei, bb->succs) {
		if (e->dest->index == EXIT_BLOCK)
			continue;
		bitmap_ior(now, now, live[e->dest->index]);
		for (auto p = gsi_start_phis(e->dest); !gsi_end_p(p); gsi_next(&p)) {
			tree arg = gimple_phi_arg_def(p.phi(), e->dest_idx);

			if (TREE_CODE(arg) == SSA_NAME)
				bitmap_set_bit(now, SSA_NAME_VERSION(root(arg)));
		}
	}
}

/* Going backwards over @stmt: what it defines ends, what it uses begins. */
void flow::kill_and_use(const gimple *stmt, sbitmap now) const
{
	tree lhs = gimple_get_lhs(stmt);
	ssa_op_iter i;
	tree name;

	if (lhs && TREE_CODE(lhs) == SSA_NAME && root(lhs) == lhs)
		bitmap_clear_bit(now, SSA_NAME_VERSION(lhs));
	FOR_EACH_SSA_TREE_OPERAND(name, const_cast<gimple *>(stmt), i, SSA_OP_USE)
		bitmap_set_bit(now, SSA_NAME_VERSION(root(name)));
}

void flow::find_liveness()
{
	size_t names = roots.size();
	auto_sbitmap now(names);
	bool changed = true;

	live.assign(last_basic_block_for_fn(fn), NULL);
	for (basic_block bb : blocks) {
		live[bb->index] = sbitmap_alloc(names);
		bitmap_clear(live[bb->index]);
	}
	while (changed) {
		changed = false;
		for (auto b = blocks.rbegin(); b != blocks.rend(); ++b) {
			basic_block bb = *b;

			live_at_end(bb, now);
			for (auto i = gsi_last_bb(bb); !gsi_end_p(i); gsi_prev(&i))
				if (!is_gimple_debug(gsi_stmt(i)))
					kill_and_use(gsi_stmt(i), now);
			for (auto p = gsi_start_phis(bb); !gsi_end_p(p); gsi_next(&p))
				bitmap_clear_bit(now, SSA_NAME_VERSION(
						gimple_phi_result(p.phi())));
			if (!bitmap_equal_p(now, live[bb->index])) {
				bitmap_copy(live[bb->index], now);
				changed = true;
			}
		}
	}
}

const_tree member_of(const_tree ref)
{
	return TREE_CODE(ref) == COMPONENT_REF ? TREE_OPERAND(ref, 1) : TREE_TYPE(ref);
}

bool is_unset(const_tree name)
{
	if (SSA_NAME_IS_DEFAULT_DEF(name))
		return SSA_NAME_VAR(name) && VAR_P(SSA_NAME_VAR(name)) &&
		       !is_global_var(SSA_NAME_VAR(name));
	return gimple_call_internal_p(SSA_NAME_DEF_STMT(name), IFN_DEFERRED_INIT);
}

bool is_copy(const gimple *stmt)
{
	return (gimple_assign_single_p(stmt) || gimple_assign_cast_p(stmt)) &&
	       TREE_CODE(gimple_assign_lhs(stmt)) == SSA_NAME;
}

/* From the names that are never set, to all that these may be handed on to. */
void flow::find_doubtful()
{
	std::vector<tree> todo;
	std::unordered_set<tree> seen;
	unsigned int i;
	tree name;

	FOR_EACH_SSA_NAME(i, name, fn)
		if (!virtual_operand_p(name) && !has_zero_uses(name) && is_unset(name) &&
		    seen.insert(name).second)
			todo.push_back(name);
	while (!todo.empty()) {
		imm_use_iterator uses;
		gimple *use;

		name = todo.back();
		todo.pop_back();
		FOR_EACH_IMM_USE_STMT(use, uses, name) {
			if (is_gimple_debug(use))
				continue;

			tree next = gimple_code(use) == GIMPLE_PHI ? gimple_phi_result(use) :
				    is_copy(use) ? gimple_assign_lhs(use) : NULL_TREE;

			/* What is read through it is none of its copies. */
			if (!next || gimple_assign_load_p(use))
				doubtful.insert(use);
			else if (seen.insert(next).second)
				todo.push_back(next);
		}
	}
}

static size_t expression_key(tree_code code, tree x, tree y)
{
	auto part = [](tree t) -> size_t {
		if (!t)
			return 0;
		if (TREE_CODE(t) == SSA_NAME)
			return SSA_NAME_VERSION(t) * 2 + 1;
		if (TREE_CODE(t) == INTEGER_CST)
			return TREE_INT_CST_LOW(t) * 2;
		return (size_t)t;
	};

	return ((size_t)code * 1000003 + part(x)) * 1000003 + part(y);
}

/* What is tested only once need not be remembered after the test. */
void flow::find_repeats()
{
	std::unordered_set<const_tree> read;
	auto count = [&](tree_code code, tree x, tree y) {
		x = TREE_CODE(x) == SSA_NAME ? root(x) : x;
		y = TREE_CODE(y) == SSA_NAME ? root(y) : y;
		expressions[expression_key(code, x, y)]++;
	};

	for (basic_block bb : blocks) {
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			gimple *stmt = gsi_stmt(i);

			if (const gcall *call = dyn_cast<gcall *>(stmt)) {
				tree lhs = gimple_call_lhs(call);

				if (lhs && TREE_CODE(TREE_TYPE(lhs)) == BOOLEAN_TYPE &&
				    gimple_call_fndecl(call))
					questions[gimple_call_fndecl(call)]++;
			} else if (const gcond *cond = dyn_cast<gcond *>(stmt)) {
				count(gimple_cond_code(cond), gimple_cond_lhs(cond),
				      gimple_cond_rhs(cond));
			} else if (gimple_assign_load_p(stmt)) {
				const_tree member = member_of(gimple_assign_rhs1(stmt));

				if (!read.insert(member).second)
					repeats.insert(member);
			} else if (is_gimple_assign(stmt) &&
				   gimple_assign_rhs_class(stmt) == GIMPLE_BINARY_RHS) {
				count(gimple_assign_rhs_code(stmt),
				      gimple_assign_rhs1(stmt), gimple_assign_rhs2(stmt));
			}
		}
	}
}

bool flow::repeated(tree_code code, tree x, tree y) const
{
	x = TREE_CODE(x) == SSA_NAME ? root(x) : x;
	y = TREE_CODE(y) == SSA_NAME ? root(y) : y;

	auto found = expressions.find(expression_key(code, x, y));

	return found != expressions.end() && found->second > 1;
}

} /* namespace safe */
