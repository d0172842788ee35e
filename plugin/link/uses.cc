// SPDX-License-Identifier: GPL-2.0
/*
 * Follows the uses of a pointer through copies, casts and members, and through the
 * inline functions of headers.
 */
#include "uses.h"
#include "../contract.h"
#include "../location.h"

namespace safe {

namespace {

/* More names for one pointer than these, and it is lost. */
const size_t MOST_NAMES = 200;

/* The memory that @ref is in: the pointer, if one is dereferenced. */
tree pointer_of(tree ref)
{
	while (handled_component_p(ref))
		ref = TREE_OPERAND(ref, 0);
	return TREE_CODE(ref) == MEM_REF ? TREE_OPERAND(ref, 0) : NULL_TREE;
}

/* &p->member: how far it is from p. */
int64_t distance_in(tree address)
{
	poly_int64 distance;
	HOST_WIDE_INT bytes;
	tree base = get_addr_base_and_unit_offset(TREE_OPERAND(address, 0), &distance);

	if (!base || !distance.is_constant(&bytes))
		return SOMEWHERE;
	if (TREE_CODE(base) == MEM_REF) {
		if (!tree_fits_shwi_p(TREE_OPERAND(base, 1)))
			return SOMEWHERE;
		bytes += tree_to_shwi(TREE_OPERAND(base, 1));
	}
	return bytes;
}

int64_t add(int64_t a, int64_t b)
{
	return a == SOMEWHERE || b == SOMEWHERE ? SOMEWHERE : a + b;
}

bool asks_for_error(tree fndecl)
{
	const char *name = DECL_NAME(fndecl) ? IDENTIFIER_POINTER(DECL_NAME(fndecl)) : "";

	return !strcmp(name, "IS_ERR") || !strcmp(name, "PTR_ERR_OR_ZERO");
}

/* PTR_ERR() and the like: what they answer is known. */
bool is_error_function(tree fndecl)
{
	const char *name = DECL_NAME(fndecl) ? IDENTIFIER_POINTER(DECL_NAME(fndecl)) : "";

	return !strncmp(name, "PTR_ERR", 7) || !strncmp(name, "IS_ERR", 6);
}

bool asks_for_both(tree fndecl)
{
	return DECL_NAME(fndecl) &&
	       !strcmp(IDENTIFIER_POINTER(DECL_NAME(fndecl)), "IS_ERR_OR_NULL");
}

/* Whether what argument @i of @call points to is const for the called function. */
bool is_readonly(const gcall *call, unsigned int i)
{
	tree types = TYPE_ARG_TYPES(gimple_call_fntype(call));

	for (; types && i; i--)
		types = TREE_CHAIN(types);
	return types && TREE_VALUE(types) && POINTER_TYPE_P(TREE_VALUE(types)) &&
	       TYPE_READONLY(TREE_TYPE(TREE_VALUE(types)));
}

/* Whether a function of this file hands its argument on, or releases it. */
bool gives(tree fndecl, unsigned int i)
{
	const argument_summary *sum = summary_of_argument(fndecl, i);

	return !sum || !sum->given.empty();
}

class follower {
public:
	explicit follower(tree name) : root(name) { follow(name, 0, true); }

	std::vector<pointer_use> uses;

private:
	void follow(tree name, int64_t distance, bool sure);
	void use_in(gimple *stmt, tree name, int64_t distance, bool sure);
	void assigned(gassign *stmt, tree name, int64_t distance, bool sure);
	void passed(gcall *call, tree name, int64_t distance, bool sure);
	void passed_as(gcall *call, unsigned int i, int64_t distance, bool sure);
	bool into_itself(tree memory);
	void add_use(gimple *stmt, enum pointer_use::kind kind, bool sure, int64_t distance = 0,
		     const std::string &to = "", unsigned int param = 0)
	{
		pointer_use u;

		u.kind = kind;
		u.stmt = stmt;
		u.bb = gimple_bb(stmt);
		u.where = gimple_location(stmt);
		u.sure = sure;
		u.distance = distance;
		u.to = to;
		u.param = param;
		uses.push_back(u);
	}

	tree root;
	std::unordered_map<tree, int64_t> names;
};

void follower::follow(tree name, int64_t distance, bool sure)
{
	if (TREE_CODE(name) != SSA_NAME || !names.emplace(name, distance).second)
		return;

	imm_use_iterator i;
	use_operand_p use;
	std::vector<gimple *> stmts;

	FOR_EACH_IMM_USE_FAST(use, i, name) {
		gimple *stmt = USE_STMT(use);

		if (!is_gimple_debug(stmt) &&
		    std::find(stmts.begin(), stmts.end(), stmt) == stmts.end())
			stmts.push_back(stmt);
	}
	for (gimple *stmt : stmts) {
		if (names.size() > MOST_NAMES)
			add_use(stmt, pointer_use::KEPT, sure);
		else
			use_in(stmt, name, distance, sure);
	}
}

/* p->list.next = &p->list: it is not known to more than before. */
bool follower::into_itself(tree memory)
{
	tree pointer = pointer_of(memory);

	return pointer && names.count(pointer);
}

void follower::assigned(gassign *stmt, tree name, int64_t distance, bool sure)
{
	tree lhs = gimple_assign_lhs(stmt), rhs = gimple_assign_rhs1(stmt);
	tree_code code = gimple_assign_rhs_code(stmt);

	if (TREE_CODE(lhs) != SSA_NAME && pointer_of(lhs) == name)
		add_use(stmt, pointer_use::DEREF, sure);
	if (gimple_assign_single_p(stmt) && TREE_CODE(rhs) != SSA_NAME &&
	    TREE_CODE(rhs) != ADDR_EXPR) {
		if (pointer_of(rhs) == name)
			add_use(stmt, pointer_use::DEREF, sure);
		return;
	}

	bool is_address = TREE_CODE(rhs) == ADDR_EXPR && pointer_of(TREE_OPERAND(rhs, 0)) == name;

	if (TREE_CODE_CLASS(code) == tcc_comparison) {
		tree other = gimple_assign_rhs2(stmt);

		if (rhs == name && integer_zerop(other) && POINTER_TYPE_P(TREE_TYPE(name)))
			add_use(stmt, pointer_use::TEST_NULL, sure);
		return;
	}
	if (code == POINTER_DIFF_EXPR)
		return;
	if (code == POINTER_PLUS_EXPR && rhs == name) {
		tree more = gimple_assign_rhs2(stmt);

		/* A sizetype, which is unsigned, but goes backwards too. */
		follow(lhs, add(distance, TREE_CODE(more) == INTEGER_CST ?
				(int64_t)TREE_INT_CST_LOW(more) : SOMEWHERE), sure);
		return;
	}
	if (rhs != name && !is_address) {
		if (gimple_assign_rhs_class(stmt) != GIMPLE_SINGLE_RHS)
			add_use(stmt, pointer_use::KEPT, sure);
		return;
	}
	if (!gimple_assign_single_p(stmt) && !gimple_assign_cast_p(stmt)) {
		add_use(stmt, pointer_use::KEPT, sure);
		return;
	}
	if (is_address)
		distance = add(distance, distance_in(rhs));
	if (TREE_CODE(lhs) == SSA_NAME)
		follow(lhs, distance, sure);
	else if (!into_itself(lhs))
		add_use(stmt, pointer_use::KEPT, sure);
}

void follower::passed_as(gcall *call, unsigned int i, int64_t distance, bool sure)
{
	tree fndecl = gimple_call_fndecl(call), lhs = gimple_call_lhs(call);
	const contract *c = contract_of_call(call);
	auto done = [&](enum pointer_use::kind kind) {
		add_use(call, kind, sure, distance,
			link_name_of_call(call), i);
	};

	if (c && c->describes_outcome()) {
		const param_contract &p = c->param(i);

		if (p.deref)
			add_use(call, pointer_use::DEREF, sure);
		switch (p.passing) {
		case param_contract::BORROWED:
			return;
		case param_contract::PUTS:
			done(pointer_use::COUNTED);
			return;
		case param_contract::TAKES:
			done(is_releaser(c->name.c_str()) ? pointer_use::RELEASED
							  : pointer_use::KEPT);
			return;
		case param_contract::TAKES_IF:
		case param_contract::COUNTER:
			done(pointer_use::KEPT);
			return;
		default:
			/* Messages print what follows the format. */
			if (c->variadic && i >= c->params.size())
				return;
		}
	}
	if (fndecl && asks_for_error(fndecl)) {
		add_use(call, pointer_use::TEST_ERR, sure);
		return;
	}
	if (fndecl && asks_for_both(fndecl)) {
		add_use(call, pointer_use::TEST_ERR, sure);
		add_use(call, pointer_use::TEST_NULL, sure);
		return;
	}

	function *body = fndecl ? body_of(fndecl) : NULL;
	const argument_summary *inner = NULL;

	/* What a header has inline is not worth a record in each file. */
	if (body && !in_main_file(DECL_SOURCE_LOCATION(body->decl))) {
		inner = summary_of_argument(body->decl, i);
		if (!inner) {
			done(pointer_use::KEPT);
			return;
		}
	}
	if (!inner) {
		std::string to = link_name_of_call(call);
		bool lost = to.empty() || distance == SOMEWHERE ||
			    (fndecl && fndecl_built_in_p(fndecl));

		add_use(call, lost ? pointer_use::KEPT : pointer_use::PASSED, sure, distance,
			to, i);
		uses.back().readonly = is_readonly(call, i) || (body && !gives(body->decl, i));
		return;
	}
	if (inner->kept)
		done(pointer_use::KEPT);
	if (inner->deref)
		add_use(call, pointer_use::DEREF, sure);
	if (inner->tested)
		add_use(call, pointer_use::TEST_NULL, sure);
	if (inner->returned && lhs && TREE_CODE(lhs) == SSA_NAME)
		follow(lhs, SOMEWHERE, false);
	else if (inner->returned && lhs)
		done(pointer_use::KEPT);
	for (const argument_use &u : inner->given) {
		int64_t there = add(distance, u.distance);
		bool lost = u.kind == pointer_use::PASSED && there == SOMEWHERE;

		add_use(call, lost ? pointer_use::KEPT : u.kind, sure && u.always, there, u.to,
			u.param);
	}
}

void follower::passed(gcall *call, tree name, int64_t distance, bool sure)
{
	tree fndecl = gimple_call_fndecl(call), lhs = gimple_call_lhs(call);

	if (fndecl && gimple_call_builtin_p(call, BUILT_IN_NORMAL)) {
		switch (DECL_FUNCTION_CODE(fndecl)) {
		case BUILT_IN_EXPECT:
		case BUILT_IN_EXPECT_WITH_PROBABILITY:
		case BUILT_IN_ASSUME_ALIGNED:
			if (lhs && gimple_call_arg(call, 0) == name)
				follow(lhs, distance, sure);
			return;
		case BUILT_IN_CONSTANT_P:
		case BUILT_IN_OBJECT_SIZE:
		case BUILT_IN_PREFETCH:
			return;
		case BUILT_IN_MEMSET:
		case BUILT_IN_MEMCPY:
		case BUILT_IN_MEMMOVE:
		case BUILT_IN_MEMCMP:
		case BUILT_IN_STRLEN:
		case BUILT_IN_STRCMP:
		case BUILT_IN_STRNCMP:
			add_use(call, pointer_use::DEREF, sure);
			if (lhs && gimple_call_return_flags(call) & ERF_RETURNS_ARG &&
			    gimple_call_arg(call, 0) == name)
				follow(lhs, distance, sure);
			return;
		default:
			break;
		}
	}
	for (unsigned int i = 0; i < gimple_call_num_args(call); i++) {
		tree arg = gimple_call_arg(call, i);

		if (arg == name && lhs && !POINTER_TYPE_P(TREE_TYPE(lhs)) &&
		    !(TREE_CODE(lhs) == SSA_NAME && has_zero_uses(lhs)) &&
		    !(fndecl && is_error_function(fndecl)))
			add_use(call, pointer_use::ASKED, sure);
		if (arg == name)
			passed_as(call, i, distance, sure);
		else if (TREE_CODE(arg) == ADDR_EXPR &&
			 pointer_of(TREE_OPERAND(arg, 0)) == name)
			passed_as(call, i, add(distance, distance_in(arg)), sure);
		else if (TREE_CODE(arg) != SSA_NAME && pointer_of(arg) == name)
			add_use(call, pointer_use::DEREF, sure);
	}
	if (lhs && TREE_CODE(lhs) != SSA_NAME && pointer_of(lhs) == name)
		add_use(call, pointer_use::DEREF, sure);
}

void follower::use_in(gimple *stmt, tree name, int64_t distance, bool sure)
{
	switch (gimple_code(stmt)) {
	case GIMPLE_PHI:
		/* In a loop it may be the pointer of an earlier round. */
		follow(gimple_phi_result(stmt), distance, false);
		break;
	case GIMPLE_ASSIGN:
		assigned(as_a<gassign *>(stmt), name, distance, sure);
		break;
	case GIMPLE_CALL:
		passed(as_a<gcall *>(stmt), name, distance, sure);
		break;
	case GIMPLE_COND:
		if (integer_zerop(gimple_cond_rhs(stmt)) && POINTER_TYPE_P(TREE_TYPE(name)))
			add_use(stmt, pointer_use::TEST_NULL, sure);
		break;
	case GIMPLE_SWITCH:
		break;
	case GIMPLE_RETURN:
		add_use(stmt, pointer_use::RETURNED, sure);
		break;
	case GIMPLE_ASM:
		/* What assembly reads through it, it only reads. */
		for (unsigned int i = 0; i < gimple_asm_ninputs(as_a<gasm *>(stmt)); i++)
			if (TREE_VALUE(gimple_asm_input_op(as_a<gasm *>(stmt), i)) == name)
				add_use(stmt, pointer_use::KEPT, sure);
		break;
	default:
		add_use(stmt, pointer_use::KEPT, sure);
	}
}

/* ---- as a whole ---- */

/* What @cond, a truth value, is when @name is no object; -1: either. */
int when_no_object(tree cond, tree name, int depth)
{
	if (TREE_CODE(cond) != SSA_NAME || depth > 8)
		return -1;

	gimple *def = SSA_NAME_DEF_STMT(cond);

	if (gcall *call = dyn_cast<gcall *>(def)) {
		tree fndecl = gimple_call_fndecl(call);

		if (!fndecl || !gimple_call_num_args(call))
			return -1;
		if (gimple_call_builtin_p(call, BUILT_IN_EXPECT))
			return when_no_object(gimple_call_arg(call, 0), name, depth + 1);
		return (asks_for_error(fndecl) || asks_for_both(fndecl)) &&
		       is_copy(gimple_call_arg(call, 0), name) ? 1 : -1;
	}
	if (!is_gimple_assign(def))
		return -1;

	tree_code code = gimple_assign_rhs_code(def);
	tree x = gimple_assign_rhs1(def);

	if (code == EQ_EXPR || code == NE_EXPR) {
		if (!integer_zerop(gimple_assign_rhs2(def)))
			return -1;
		if (is_copy(x, name))
			return code == EQ_EXPR;

		int inner = when_no_object(x, name, depth + 1);

		return inner < 0 ? -1 : (code == NE_EXPR) == inner;
	}
	if (gimple_assign_single_p(def) || gimple_assign_cast_p(def))
		return when_no_object(x, name, depth + 1);
	return -1;
}

/* The edge that is not taken with an object, out of @bb. */
edge edge_without(basic_block bb, tree name)
{
	gcond *cond = safe_dyn_cast<gcond *>(last_stmt(bb));
	edge e;
	edge_iterator ei;
	int truth;

	if (!cond || !integer_zerop(gimple_cond_rhs(cond)) ||
	    (gimple_cond_code(cond) != EQ_EXPR && gimple_cond_code(cond) != NE_EXPR))
		return NULL;
	truth = is_copy(gimple_cond_lhs(cond), name) ?
		0 : when_no_object(gimple_cond_lhs(cond), name, 0);
	if (truth < 0)
		return NULL;
	if (gimple_cond_code(cond) == EQ_EXPR)
		truth = !truth;
	FOR_EACH_EDGE(e, ei, bb->succs)
		if (e->flags & (truth ? EDGE_TRUE_VALUE : EDGE_FALSE_VALUE))
			return e;
	return NULL;
}

} /* namespace */

bool is_on_every_path(function *fn, tree name, const std::set<basic_block> &blocks)
{
	std::vector<basic_block> todo = { single_succ(ENTRY_BLOCK_PTR_FOR_FN(fn)) };
	std::vector<bool> seen(last_basic_block_for_fn(fn), false);
	edge_iterator ei;
	edge e;

	if (blocks.empty())
		return false;
	while (!todo.empty()) {
		basic_block bb = todo.back();

		todo.pop_back();
		if (bb == EXIT_BLOCK_PTR_FOR_FN(fn))
			return false;
		if (seen[bb->index] || blocks.count(bb))
			continue;
		seen[bb->index] = true;

		edge without = name ? edge_without(bb, name) : NULL;

		FOR_EACH_EDGE(e, ei, bb->succs)
			if (e != without && !(e->flags & EDGE_EH))
				todo.push_back(e->dest);
	}
	return true;
}

static void sum_up(function *fn, tree name, argument_summary *sum)
{
	std::vector<pointer_use> uses = uses_of(name);
	std::set<basic_block> derefs;
	std::vector<std::set<basic_block>> where;

	for (const pointer_use &u : uses) {
		switch (u.kind) {
		case pointer_use::DEREF:
			if (u.sure)
				derefs.insert(u.bb);
			break;
		case pointer_use::KEPT:
			sum->kept = true;
			break;
		case pointer_use::RETURNED:
			sum->returned = true;
			break;
		case pointer_use::TEST_NULL:
		case pointer_use::TEST_ERR:
		case pointer_use::ASKED:
			sum->tested = true;
			break;
		default: {
			size_t i = 0;

			while (i < sum->given.size() &&
			       !(sum->given[i].kind == u.kind && sum->given[i].to == u.to &&
				 sum->given[i].param == u.param &&
				 sum->given[i].distance == u.distance))
				i++;
			if (i == sum->given.size()) {
				sum->given.push_back({ u.kind, u.distance, u.to, u.param, false });
				where.emplace_back();
			}
			if (u.sure)
				where[i].insert(u.bb);
		}
		}
	}
	sum->deref = !sum->tested && is_on_every_path(fn, name, derefs);
	for (size_t i = 0; i < where.size(); i++)
		sum->given[i].always = is_on_every_path(fn, name, where[i]);
}

std::vector<pointer_use> uses_of(tree name)
{
	return follower(name).uses;
}

const argument_summary *summary_of_argument(tree fndecl, unsigned int i)
{
	struct entry {
		bool done = false;
		std::unique_ptr<argument_summary> sum;
	};
	static std::map<std::pair<tree, unsigned int>, entry> known;

	auto slot = known.emplace(std::make_pair(fndecl, i), entry());
	entry &e = slot.first->second;	/* stays where it is when the map grows */

	/* Recursion: nothing is known yet. */
	if (!slot.second)
		return e.done ? e.sum.get() : NULL;

	function *fn = body_of(fndecl);
	tree parm = DECL_ARGUMENTS(fn ? fn->decl : fndecl);

	for (unsigned int n = 0; parm && n < i; n++)
		parm = DECL_CHAIN(parm);
	if (fn && parm && is_gimple_reg(parm)) {
		tree name = ssa_default_def(fn, parm);

		e.sum.reset(new argument_summary);
		if (name)
			sum_up(fn, name, e.sum.get());
	}
	e.done = true;
	return e.sum.get();
}

} /* namespace safe */
