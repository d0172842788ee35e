// SPDX-License-Identifier: GPL-2.0
/*
 * What callers need to know of a function, and the words for it.
 */
#include "context.h"
#include "../gfp.h"

namespace safe {

/* Conditions of a path that are shown. */
static const unsigned int MOST_CONDITIONS = 4;

function_record &record_of(tree fndecl)
{
	static std::unordered_map<tree, function_record> records;

	return records[fndecl];
}

int parameter_of(machine &m, const value &v)
{
	if (!v.is_sym() || v.num)
		return -1;

	const symbol &s = m.info(v.sym);

	if (s.origin == symbol::PARAM)
		return s.num;
	if (s.origin == symbol::EXPR && s.code == NOP_EXPR)
		return parameter_of(m, s.x);
	return -1;
}

condition_list conditions_of(machine &m)
{
	condition_list all;

	for (const sym_fact &f : m.now().facts) {
		const symbol &s = m.info(f.sym);
		int param = parameter_of(m, value::of(f.sym));

		if (!has_range(s.type) || f.r == range::of_type(s.type))
			continue;
		if (param >= 0) {
			all.push_back({ condition::ARGUMENT, (unsigned int)param, 0, 0, f.r });
		} else if (s.origin == symbol::EXPR && s.code == BIT_AND_EXPR &&
			   s.y.kind == value::CONST && parameter_of(m, s.x) >= 0) {
			if (f.r.has(0) != f.r.meets(range::not_null()))
				all.push_back({ condition::BITS,
						(unsigned int)parameter_of(m, s.x), s.y.num, 0,
						f.r });
		} else if (s.origin == symbol::LOADED &&
			   m.info(s.a).origin == symbol::PARAM) {
			all.push_back({ condition::MEMBER, (unsigned int)m.info(s.a).num, s.num,
					(int64_t)TREE_INT_CST_LOW(TYPE_SIZE(s.type)), f.r });
		}
	}
	return all;
}

/* Which parameter's flags allow to sleep, where @cond is @truth. */
static int asked_flags(const gcond *cond, bool truth)
{
	tree name = gimple_cond_lhs(cond), flags = NULL_TREE;

	if (!integer_zerop(gimple_cond_rhs(cond)) ||
	    gimple_cond_code(cond) != (truth ? NE_EXPR : EQ_EXPR))
		return -1;
	for (int steps = 0; TREE_CODE(name) == SSA_NAME && steps < 6; steps++) {
		gimple *def = SSA_NAME_DEF_STMT(name);

		if (SSA_NAME_IS_DEFAULT_DEF(name)) {
			int i = 0;

			for (tree p = DECL_ARGUMENTS(cfun->decl); p; p = DECL_CHAIN(p), i++)
				if (flags && p == SSA_NAME_VAR(name))
					return i;
			return -1;
		}
		if (is_gimple_call(def)) {
			tree fndecl = gimple_call_fndecl(def);

			if (!fndecl || gimple_call_num_args(def) != 1 ||
			    strcmp(IDENTIFIER_POINTER(DECL_NAME(fndecl)),
				   "gfpflags_allow_blocking"))
				return -1;
			flags = name = gimple_call_arg(def, 0);
		} else if (is_gimple_assign(def) && gimple_assign_rhs_code(def) == BIT_AND_EXPR &&
			   TREE_CODE(gimple_assign_rhs2(def)) == INTEGER_CST &&
			   gfp_blocks(TREE_INT_CST_LOW(gimple_assign_rhs2(def)))) {
			flags = name = gimple_assign_rhs1(def);
		} else if (gimple_assign_cast_p(def) || gimple_assign_single_p(def)) {
			name = gimple_assign_rhs1(def);
		} else {
			return -1;
		}
	}
	return -1;
}

int guarding_flags(const gcall *call)
{
	basic_block bb = gimple_bb(call);

	for (int steps = 0; single_pred_p(bb) && steps < 8; steps++) {
		edge e = single_pred_edge(bb);
		gcond *cond = safe_dyn_cast<gcond *>(last_stmt(e->src));
		int param = cond ? asked_flags(cond, e->flags & EDGE_TRUE_VALUE) : -1;

		if (param >= 0)
			return param;
		bb = e->src;
	}
	return -1;
}

static agreement compared(const range &is, const range &wanted)
{
	if (!is.meets(wanted))
		return CANNOT_BE;
	return is.inside(wanted) ? IS_SO : MAY_BE;
}

agreement agrees(machine &m, const gcall *call, const condition &c)
{
	if (c.param >= gimple_call_num_args(call) ||
	    !has_range(TREE_TYPE(gimple_call_arg(call, c.param))))
		return MAY_BE;

	value v = m.value_of(gimple_call_arg(call, c.param));

	switch (c.kind) {
	case condition::ARGUMENT:
		return v.known() ? compared(m.range_of(v), c.r) : MAY_BE;
	case condition::BITS:
		return v.kind == value::CONST ?
		       compared(range::constant(v.num & c.number), c.r) : MAY_BE;
	case condition::MEMBER:
		if (!v.is_sym() || v.num == SOMEWHERE)
			return MAY_BE;
		for (const cell &cell : m.now().cells)
			if (cell.base == v.sym &&
			    cell.offset == v.num * BITS_PER_UNIT + c.number &&
			    cell.size == c.size && cell.content.usable())
				return compared(m.range_of(cell.content), c.r);
		return MAY_BE;
	}
	return MAY_BE;
}

bool passed_through(machine &m, const gcall *call, condition *c)
{
	if (c->param >= gimple_call_num_args(call) ||
	    !has_range(TREE_TYPE(gimple_call_arg(call, c->param))))
		return false;

	value v = m.value_of(gimple_call_arg(call, c->param));

	if (c->kind == condition::MEMBER && v.is_sym() && v.num != SOMEWHERE &&
	    m.info(v.sym).origin == symbol::PARAM) {
		c->param = m.info(v.sym).num;
		c->number += v.num * BITS_PER_UNIT;
		return true;
	}

	int param = parameter_of(m, v);

	if (param < 0)
		return false;
	c->param = param;
	return true;
}

bool tell_apart(const condition_list &a, const condition_list &b)
{
	for (const condition &x : a)
		for (const condition &y : b)
			if (x.kind == y.kind && x.param == y.param && x.number == y.number &&
			    x.size == y.size && !x.r.meets(y.r))
				return true;
	return false;
}

static const char *const level_texts[] = {
	"preemption is off", "a spinlock is held", "soft interrupts are off",
	"interrupts are off", "this is an RCU read section",
};

/* The levels that were entered and not left, with what was decided since. */
static std::string path_reason(machine &m, std::vector<finding_note> *notes)
{
	int left[CONTEXT_LEVELS] = { };
	unsigned int conditions = 0;
	size_t last = 0;
	std::string reason;

	for (const path_event *e = m.now().path; e; e = e->before) {
		int level = e->about < -1 ? (-2 - e->about) / 2 : CONTEXT_LEVELS;

		if (!e->text) {
			if (e->where != UNKNOWN_LOCATION && !e->decided &&
			    conditions++ < MOST_CONDITIONS)
				notes->push_back({ e->where,
					e->kind == path_event::BRANCH_TRUE ?
					"this condition is true on the path" :
					e->kind == path_event::BRANCH_FALSE ?
					"this condition is false on the path" :
					"one of the cases is taken here" });
			continue;
		}
		if (level >= CONTEXT_LEVELS)
			continue;
		if (e->about == left_event(level)) {
			left[level]++;
			continue;
		}
		if (left[level]-- > 0)
			continue;
		left[level] = 0;
		notes->push_back({ e->where, e->text });
		last = notes->size();

		std::string text = e->text;
		size_t taken = text.find("' is taken");

		if (reason.empty())
			reason = taken != std::string::npos ?
				 text.substr(0, taken) + "' is held" : level_texts[level];
	}
	notes->resize(last);
	std::reverse(notes->begin(), notes->end());
	return reason;
}

std::string context_reason(machine &m, const context &at, const role *r,
			   std::vector<finding_note> *notes)
{
	std::string reason;

	if (at.is_atomic())
		reason = path_reason(m, notes);
	if (!reason.empty())
		return reason;
	notes->clear();
	if (at.assumed)
		return "the function asserts that a spinlock is held";
	for (int i : { LEVEL_SPIN, LEVEL_IRQ, LEVEL_BH, LEVEL_PREEMPT, LEVEL_RCU })
		if (at.level[i] > 0)
			return level_texts[i];
	if (!r)
		return "sleeping is not allowed here";
	if (r->set_at != UNKNOWN_LOCATION)
		notes->push_back({ r->set_at, "it is given to '" + r->by + "' here" });
	return "this function runs " + std::string(role_text(r->where));
}

} /* namespace safe */
