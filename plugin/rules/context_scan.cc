// SPDX-License-Identifier: GPL-2.0
/*
 * The look at all functions: blocks of each in order, with the least and the highest
 * level at which each can be come to.
 */
#include "context_scan.h"
#include "code.h"
#include "../gfp.h"
#include "../location.h"
#include "../link/link.h"
#include "../names.h"

namespace safe {

namespace {

/* Levels are not followed beyond these. */
const int LOWEST = -3, HIGHEST = 4;
/* Milliseconds that are too many to be waited for without sleeping. */
const unsigned int LONG_DELAY = 10;

struct reached {
	int least = 0, most = 0;
	bool yes = false;
};

std::unordered_map<tree, scan> scans;
std::unordered_map<tree, role> roles;
std::unordered_map<tree, std::vector<tree>> members;
std::unordered_set<tree> active;
std::unordered_set<const gimple *> triggers;
bool done;

int limited(int level)
{
	return std::max(LOWEST, std::min(HIGHEST, level));
}

int sum(const context &c)
{
	int all = c.level[LEVEL_SPIN] + c.level[LEVEL_PREEMPT] + c.level[LEVEL_BH] +
		  c.level[LEVEL_IRQ] + c.level[LEVEL_RCU];

	return all;
}

/* ---- who runs where ---- */

tree function_in(tree value)
{
	STRIP_NOPS(value);
	return TREE_CODE(value) == ADDR_EXPR &&
	       TREE_CODE(TREE_OPERAND(value, 0)) == FUNCTION_DECL ? TREE_OPERAND(value, 0)
								  : NULL_TREE;
}

void give_role(tree fndecl, runs_in where, bool likely, location_t set_at,
	       const std::string &by)
{
	if (where == RUNS_ANYWHERE)
		return;

	role &r = roles[fndecl];

	/* Set to several, the surest counts. */
	if (r.where != RUNS_ANYWHERE && (r.likely <= likely || where == RUNS_IN_PROCESS))
		return;
	r.where = where;
	r.likely = likely;
	r.set_at = set_at;
	r.by = by;
}

/* @place, which is a member or not, is set to @value. */
void is_set(tree place, tree value, location_t where)
{
	tree fndecl = function_in(value);
	bool likely = false;
	spoken said;

	if (!fndecl)
		return;
	if (TREE_CODE(place) == FIELD_DECL)
		members[place].push_back(fndecl);
	if (words_of_place(place, &said)) {
		roles[fndecl] = { said.words.place(), false, where, said.name, true,
				  said.words };
	} else if (TREE_CODE(place) == FIELD_DECL) {
		runs_in role = role_of_member(place, &likely);

		give_role(fndecl, role, likely, where, member_name(place));
	}
}

/* Sound cards that say so have mutexes where others have spinlocks. */
bool is_nonatomic_card(tree lhs)
{
	tree field = TREE_OPERAND(lhs, 1), holder = DECL_CONTEXT(field);

	return !strcmp(decl_name(field), "nonatomic") && TYPE_P(holder) &&
	       TYPE_IDENTIFIER(holder) &&
	       !strcmp(IDENTIFIER_POINTER(TYPE_IDENTIFIER(holder)), "snd_pcm");
}

void forget_roles(const char *by)
{
	for (auto i = roles.begin(); i != roles.end(); )
		i = i->second.by.compare(0, strlen(by), by) ? std::next(i) : roles.erase(i);
}

void look_into(tree constructor, location_t where)
{
	unsigned HOST_WIDE_INT i;
	tree field, value;

	FOR_EACH_CONSTRUCTOR_ELT(CONSTRUCTOR_ELTS(constructor), i, field, value) {
		if (TREE_CODE(value) == CONSTRUCTOR)
			look_into(value, where);
		else if (field && TREE_CODE(field) == FIELD_DECL)
			is_set(field, value,
			       EXPR_HAS_LOCATION(value) ? EXPR_LOCATION(value) : where);
	}
}

void look_at_call(const gcall *call)
{
	tree callee = gimple_call_fndecl(call);
	const contract *c = NULL;

	for (unsigned int i = 0; i < gimple_call_num_args(call); i++) {
		tree fndecl = function_in(gimple_call_arg(call, i));

		if (!fndecl)
			continue;
		if (!c)
			c = contract_of_call(call);

		runs_in where = c && c->param(i).role != RUNS_ANYWHERE ? c->param(i).role :
				callee ? role_of_argument(callee, i) : RUNS_ANYWHERE;

		give_role(fndecl, where, false, gimple_location(call), decl_name(callee));
	}
}

/* ---- what happens at a call ---- */

/* How the level changes, as far as it is known without a path. */
bool change_of(const gcall *call, const contract *c, int *least, int *most)
{
	tree fndecl = gimple_call_fndecl(call);
	const level_call *change = find_level_call(fndecl);

	*least = *most = 0;
	if (change) {
		*most = sum(change->change());
		*least = change->tries ? 0 : *most;
		return true;
	}
	if (c && c->context.adjusts) {
		for (int i = 0; i < CONTEXT_LEVELS; i++)
			*most += c->context.change[i];
		*least = *most;
		return true;
	}
	return false;
}

class scanner {
public:
	scanner(function *fn, scan &s) : fn(fn), s(s) { }

	void run();

private:
	void block(basic_block bb, reached *at);
	void call(const gcall *call, reached *at);
	void sleeps(int at, bool directly, const reached &level);

	function *fn;
	scan &s;
	bool assumed = false;
	int base = 0;
	std::vector<call_level> *record = NULL;
};

void scanner::sleeps(int inner, bool alone, const reached &level)
{
	s.sleeps_at = std::max(s.sleeps_at, limited(level.most + inner));
	s.sleeps_alone |= alone && level.least <= 0;
	if (level.most + base + s.asserts > 0)
		s.candidate = true;
}

void scanner::call(const gcall *call, reached *at)
{
	tree fndecl = gimple_call_fndecl(call);
	const contract *c = contract_of_call(call);
	int least, most;

	if (gimple_call_internal_p(call) || (fndecl && fndecl_built_in_p(fndecl)))
		return;
	if (record)
		record->push_back({ call, at->least });
	if (change_of(call, c, &least, &most)) {
		at->least = limited(at->least + least);
		at->most = limited(at->most + most);
		return;
	}
	if (c && c->context.sleep == context_words::NOSLEEP)
		return;
	if (call_sleeps(call, c) || long_delay(call)) {
		sleeps(0, true, *at);
		return;
	}

	int gfp = gfp_argument(call, c);

	if (gfp >= 0) {
		tree flags = gimple_call_arg(call, gfp);

		if (TREE_CODE(flags) != INTEGER_CST || gfp_blocks(TREE_INT_CST_LOW(flags)))
			sleeps(0, true, *at);
		return;
	}
	if (asserts_spinlock(call))
		s.asserts = true;
	if (!fndecl) {
		tree member = code::called_member(call);

		s.unknown = true;
		if (!member)
			return;
		for (tree one : implementations(member)) {
			const scan *inner = scan_of(one);

			if (inner && inner->sleeps_at > NEVER) {
				sleeps(inner->sleeps_at, inner->sleeps_alone, *at);
				s.callees.push_back(one);
			}
		}
		return;
	}

	const scan *inner = scan_of(fndecl);

	s.unknown |= !inner || inner->unknown;
	if (!inner)
		return;
	if (inner->sleeps_at > NEVER) {
		sleeps(inner->sleeps_at, inner->sleeps_alone, *at);
		s.callees.push_back(fndecl);
	}
	if (inner->least || inner->most) {
		s.callees.push_back(fndecl);
		at->least = limited(at->least + inner->least);
		at->most = limited(at->most + inner->most);
	}
}

void scanner::block(basic_block bb, reached *at)
{
	for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i))
		if (const gcall *c = dyn_cast<gcall *>(gsi_stmt(i)))
			call(c, at);
}

void scanner::run()
{
	std::vector<int> order(n_basic_blocks_for_fn(fn));
	int n = pre_and_rev_post_order_compute_fn(fn, NULL, order.data(), false);
	std::vector<reached> in(last_basic_block_for_fn(fn));
	const role *r = role_of(fn->decl);
	const contract *c = contract_of_body(fn->decl);
	reached end;

	if (r && r->where != RUNS_IN_PROCESS && r->where != RUNS_ANYWHERE)
		base = 1;
	if (r && r->annotated)
		s.candidate = true;
	if (c && (c->context.sleep == context_words::NOSLEEP ||
		  (c->context.role != RUNS_ANYWHERE && c->context.role != RUNS_IN_PROCESS)))
		base = 1;
	if (c && c->context.any())
		s.candidate = true;
	in[single_succ(ENTRY_BLOCK_PTR_FOR_FN(fn))->index].yes = true;
	for (bool changed = true; changed; ) {
		changed = false;
		for (int i = 0; i < n; i++) {
			basic_block bb = BASIC_BLOCK_FOR_FN(fn, order[i]);
			reached at = in[bb->index];
			edge_iterator ei;
			edge e;

			if (!at.yes)
				continue;
			block(bb, &at);
			FOR_EACH_EDGE(e, ei, bb->succs) {
				reached &to = e->dest->index == EXIT_BLOCK ? end
									   : in[e->dest->index];
				reached old = to;

				to.least = to.yes ? std::min(to.least, at.least) : at.least;
				to.most = to.yes ? std::max(to.most, at.most) : at.most;
				to.yes = true;
				changed |= e->dest->index != EXIT_BLOCK &&
					   (!old.yes || old.least != to.least ||
					    old.most != to.most);
			}
		}
	}
	s.least = end.least;
	s.most = end.most;
	if (!linking() || !in_main_file(DECL_SOURCE_LOCATION(fn->decl)))
		return;

	std::vector<call_level> calls;

	record = &calls;
	for (int i = 0; i < n; i++) {
		basic_block bb = BASIC_BLOCK_FOR_FN(fn, order[i]);
		reached at = in[bb->index];

		if (at.yes)
			block(bb, &at);
	}
	tell_of_context(fn, calls, s);
}

void activate(tree fndecl)
{
	if (!active.insert(fndecl).second)
		return;

	auto found = scans.find(fndecl);

	if (found == scans.end())
		return;

	std::vector<tree> callees = found->second.callees;

	for (tree callee : callees)
		activate(callee);
}

} /* namespace */

bool words_of_member(tree field, context_words *words)
{
	auto points_to_function = [](tree f) {
		return TREE_CODE(f) == FIELD_DECL && POINTER_TYPE_P(TREE_TYPE(f)) &&
		       FUNC_OR_METHOD_TYPE_P(TREE_TYPE(TREE_TYPE(f)));
	};
	tree holder = DECL_CONTEXT(field);

	if (!points_to_function(field) || !holder || !RECORD_OR_UNION_TYPE_P(holder))
		return false;
	if (read_context_words(TREE_TYPE(TREE_TYPE(field)), words))
		return true;
	for (tree f = TYPE_FIELDS(holder); f; f = DECL_CHAIN(f)) {
		context_words other;

		if (points_to_function(f) &&
		    read_context_words(TREE_TYPE(TREE_TYPE(f)), &other))
			return true;
	}
	return false;
}

std::string member_name(tree field)
{
	tree holder = DECL_CONTEXT(field);
	std::string tag = holder && TYPE_P(holder) ? tag_name(holder) : "";

	return tag.empty() ? decl_name(field) : tag + "." + decl_name(field);
}

const char *level_name(int level)
{
	return level == LEVEL_SPIN ? "spinlocks" : level == LEVEL_BH ? "soft interrupts" :
	       level == LEVEL_IRQ ? "interrupts" : "RCU read sections";
}

int change_of_level(const context_words &words, int level)
{
	return words.change[level] + (level == LEVEL_SPIN ? words.change[LEVEL_PREEMPT] : 0);
}

bool is_spinlock(const_tree type)
{
	tree tag = TYPE_P(type) ? TYPE_IDENTIFIER(TYPE_MAIN_VARIANT(type)) : NULL_TREE;
	const char *name = tag ? IDENTIFIER_POINTER(tag) : "";

	return !strcmp(name, "spinlock") || !strcmp(name, "raw_spinlock");
}

bool call_sleeps(const gcall *call, const contract *c)
{
	tree fndecl = gimple_call_fndecl(call);

	if (c && c->context.sleep == context_words::SLEEPS)
		return true;
	/* cond_resched(), but not cond_resched_lock(), which lets go of the lock. */
	return fndecl && !strcmp(decl_name(fndecl), "__might_resched") &&
	       gimple_call_num_args(call) == 3 && integer_zerop(gimple_call_arg(call, 2));
}

/* mdelay() is a loop that counts down; what from, is in the PHI of its counter. */
unsigned int long_delay(const gcall *call)
{
	basic_block bb = gimple_bb(call);

	if (!in_macro(gimple_location(call), "mdelay"))
		return 0;
	for (int steps = 0; steps < 3; steps++) {
		for (auto p = gsi_start_phis(bb); !gsi_end_p(p); gsi_next(&p)) {
			tree variable = SSA_NAME_VAR(gimple_phi_result(p.phi()));

			if (!variable || strcmp(decl_name(variable), "__ms"))
				continue;
			for (unsigned int i = 0; i < gimple_phi_num_args(p.phi()); i++) {
				tree arg = gimple_phi_arg_def(p.phi(), i);

				if (TREE_CODE(arg) == SSA_NAME &&
				    gimple_assign_single_p(SSA_NAME_DEF_STMT(arg)))
					arg = gimple_assign_rhs1(SSA_NAME_DEF_STMT(arg));
				if (TREE_CODE(arg) == INTEGER_CST &&
				    tree_to_uhwi(arg) >= LONG_DELAY)
					return tree_to_uhwi(arg);
			}
		}
		if (!single_pred_p(bb))
			break;
		bb = single_pred(bb);
	}
	return 0;
}

int gfp_argument(const gcall *call, const contract *c)
{
	tree fndecl = gimple_call_fndecl(call), type = gimple_call_fntype(call);

	if (!type || (fndecl && body_of(fndecl) && !(c && c->describes_outcome())))
		return -1;

	int i = gfp_parameter(type);

	return i >= 0 && i < (int)gimple_call_num_args(call) ? i : -1;
}

bool asserts_spinlock(const gcall *call)
{
	tree fndecl = gimple_call_fndecl(call);

	if (!fndecl || strncmp(decl_name(fndecl), "lock_is_held", 12) ||
	    gimple_call_num_args(call) < 1 ||
	    !in_macro(gimple_location(call), "lockdep_assert_held"))
		return false;

	tree arg = gimple_call_arg(call, 0);

	for (int steps = 0; TREE_CODE(arg) == SSA_NAME && steps < 4; steps++) {
		gimple *def = SSA_NAME_DEF_STMT(arg);

		if (!gimple_assign_single_p(def) && !gimple_assign_cast_p(def))
			return false;
		arg = gimple_assign_rhs1(def);
	}
	if (TREE_CODE(arg) != ADDR_EXPR)
		return false;
	for (tree ref = TREE_OPERAND(arg, 0); handled_component_p(ref);
	     ref = TREE_OPERAND(ref, 0))
		if (is_spinlock(TREE_TYPE(TREE_OPERAND(ref, 0))))
			return true;
	return false;
}

const std::vector<tree> &implementations(tree field)
{
	static const std::vector<tree> none;
	auto found = members.find(field);

	return found == members.end() ? none : found->second;
}

const scan *scan_of(tree fndecl)
{
	scan s;

	/* Recursion: nothing is known of the inner call. */
	s.unknown = true;

	auto slot = scans.emplace(fndecl, s);
	function *fn = body_of(fndecl);

	if (!fn)
		return NULL;
	if (!slot.second)
		return &slot.first->second;
	s.unknown = false;
	scanner(fn, s).run();
	return &(scans[fndecl] = s);
}

const role *role_of(tree fndecl)
{
	auto found = roles.find(fndecl);

	return found == roles.end() ? NULL : &found->second;
}

bool context_matters(tree fndecl)
{
	return !opts.infer.empty() || active.count(fndecl);
}

void scan_contexts()
{
	std::vector<cgraph_node *> nodes;
	varpool_node *variable;
	cgraph_node *node;
	bool nonatomic = false;
	basic_block bb;

	if (done)
		return;
	done = true;
	FOR_EACH_VARIABLE(variable) {
		tree initial = DECL_INITIAL(variable->decl);

		if (!initial || !in_main_file(DECL_SOURCE_LOCATION(variable->decl)))
			continue;
		if (TREE_CODE(initial) == CONSTRUCTOR)
			look_into(initial, DECL_SOURCE_LOCATION(variable->decl));
		else
			is_set(variable->decl, initial, DECL_SOURCE_LOCATION(variable->decl));
	}
	FOR_EACH_FUNCTION_WITH_GIMPLE_BODY(node) {
		function *fn = body_of(node->decl);

		if (!fn || node->alias || !in_main_file(DECL_SOURCE_LOCATION(node->decl)))
			continue;
		nodes.push_back(node);
		FOR_EACH_BB_FN(bb, fn) {
			for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
				gimple *stmt = gsi_stmt(i);
				tree lhs = gimple_get_lhs(stmt);

				look_at_copies(stmt);
				if (const gcall *call = dyn_cast<gcall *>(stmt))
					look_at_call(call);
				if (!gimple_assign_single_p(stmt))
					continue;
				if (TREE_CODE(lhs) == COMPONENT_REF) {
					nonatomic |= is_nonatomic_card(lhs);
					lhs = TREE_OPERAND(lhs, 1);
				}
				is_set(lhs, gimple_assign_rhs1(stmt), gimple_location(stmt));
			}
		}
	}
	if (nonatomic)
		forget_roles("snd_pcm_ops.");
	for (cgraph_node *n : nodes) {
		const scan *s = scan_of(n->decl);

		if (!s || (!s->candidate && s->least == s->most))
			continue;
		activate(n->decl);
		FOR_EACH_BB_FN(bb, DECL_STRUCT_FUNCTION(n->decl))
			for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i))
				if (gimple_code(gsi_stmt(i)) == GIMPLE_CALL)
					triggers.insert(gsi_stmt(i));
	}
}

bool is_context_trigger(const gcall *call)
{
	return triggers.count(call);
}

} /* namespace safe */
