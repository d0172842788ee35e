// SPDX-License-Identifier: GPL-2.0
/*
 * Rule "protocol": the functions of an interface are called in an order that fits.
 *
 * What is followed is the handle, which may be a member of an object: the state is
 * that of its place.  The states and what changes them come from plugin/protocol.h.
 * A handle that was given to a function of no protocol may be in any state.
 */
#include "../engine/machine.h"
#include "../protocol.h"

namespace safe {

namespace {

const unsigned int UNKNOWN = 0;
/* More calls than a summary can name. */
const unsigned int MOST_STEPS = 120, LOST = 255;

class protocol_rule : public rule {
public:
	protocol_rule() : rule("protocol") { watches_calls = true; }

	unsigned int on(machine &m, unsigned int st, const occasion &o) override;
	unsigned int join(unsigned int a, unsigned int b) const override
	{
		return a == b ? a : UNKNOWN;
	}
	void calls(machine &m, const gcall *call, const contract *c) override;
	void called(machine &m, const gcall *call, const contract *c) override;
	bool splits(machine &m, const gcall *call, const contract *c, range *success) override;
	void happened(machine &m, const value &v, unsigned int event, bool maybe,
		      const path_event *inside) override;
	void leave(machine &m, const value &returned) override;
	bool wants(const contract &) const override { return false; }
	bool wants_call(const gcall *call) const override;

private:
	struct named_step {
		std::string function;
		const protocol_step *step;
	};

	unsigned int index_of(const std::string &function, const protocol_step *step);
	bool check(machine &m, const named_step &s, const value &v, tree expr,
		   const path_event *inside);
	void change(machine &m, const named_step &s, const value &v, bool worked,
		    const path_event *inside);
	void gone(machine &m, sym_id base, location_t where, const std::string &how);
	void forget(machine &m, sym_id base);

	std::vector<named_step> known;
};

range range_of(ret_condition condition)
{
	switch (condition) {
	case RET_EQ_0:
		return range::constant(0);
	case RET_NE_0:
		return range::not_null();
	case RET_GE_0:
		return range::between(0, INT64_MAX);
	case RET_LT_0:
		return range::between(INT64_MIN, -1);
	case RET_GT_0:
		return range::between(1, INT64_MAX);
	default:
		return range::between(INT64_MIN, 0);
	}
}

std::string name_of(machine &m, const value &v, tree expr)
{
	std::string name = m.describe(expr);

	if (name.empty())
		name = m.describe(v);
	return name.empty() ? "the handle" : "'" + name + "'";
}

/* "in state 'init'", "in state 'init' or 'stopped'" */
std::string list_of(const std::vector<protocol_state> &states)
{
	std::string text;

	for (protocol_state s : states)
		text += (text.empty() ? "'" : " or '") + name_of_state(s) + "'";
	return text;
}

unsigned int protocol_rule::index_of(const std::string &function, const protocol_step *step)
{
	for (size_t i = 0; i < known.size(); i++)
		if (known[i].step == step)
			return i;
	if (known.size() >= MOST_STEPS)
		return MOST_STEPS;
	known.push_back({ function, step });
	return known.size() - 1;
}

bool protocol_rule::wants_call(const gcall *call) const
{
	const protocol_function *f = protocol_of(call);

	if (!f)
		return false;
	if (f->returned)
		return true;
	for (const protocol_step &s : f->steps)
		if (!s.needs_init && (!s.from.empty() || !s.until.empty()))
			return true;
	return false;
}

/* ---- objects that nobody has initialised ---- */

/* Whether the function writes the object @type or @decl as a whole, or what is in it. */
bool is_written(function *fn, tree decl, tree type)
{
	basic_block bb;

	FOR_EACH_BB_FN(bb, fn) {
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			gimple *stmt = gsi_stmt(i);
			tree lhs = gimple_get_lhs(stmt);

			if (!lhs || TREE_CODE(lhs) == SSA_NAME || gimple_clobber_p(stmt))
				continue;
			if (decl ? get_base_address(lhs) == decl
				 : AGGREGATE_TYPE_P(TREE_TYPE(lhs)) &&
				   (!type || TYPE_MAIN_VARIANT(TREE_TYPE(lhs)) == type))
				return true;
		}
	}
	return false;
}

/* Memory that the function has just allocated, or its own variable, untouched. */
bool is_raw(machine &m, const value &v)
{
	const symbol &s = m.info(v.sym);
	function *fn = DECL_STRUCT_FUNCTION(m.fndecl());

	if (!m.is_private(v.sym))
		return false;
	if (s.origin == symbol::DECL)
		return VAR_P(s.node) && !is_written(fn, s.node, NULL_TREE);
	return s.origin == symbol::RETURNED && s.from && s.from->ret == contract::OWNED &&
	       !s.from->releasers.empty() &&
	       (s.from->releasers[0] == "kfree" || s.from->releasers[0] == "kvfree") &&
	       s.from->name.find("dup") == std::string::npos &&
	       !is_written(fn, NULL_TREE, NULL_TREE);
}

/* ---- calls ---- */

/* Return: whether it may be called now. */
bool protocol_rule::check(machine &m, const named_step &s, const value &v, tree expr,
			  const path_event *inside)
{
	value where = m.spot(v);
	const protocol_step &step = *s.step;

	if (!where.is_sym())
		return false;

	unsigned int st = m.state_of(where.sym, *this);

	if (step.needs_init && st == UNKNOWN && !inside && is_raw(m, v)) {
		m.report("SAFE_E_PROTOCOL_RAW", m.here(), v,
			 name_of(m, v, expr) + " is passed to '" + s.function + "' but was "
			 "never initialised: call " + step.begins + "() first");
		m.set_state(where.sym, *this, UNKNOWN);
		return false;
	}
	if (step.from.empty() || st == UNKNOWN || !same_protocol(st, step.from[0]) ||
	    std::find(step.from.begin(), step.from.end(), st) != step.from.end())
		return true;
	/* The callee did what came before as well: it is said there. */
	if (inside && m.since(where.sym, *this) &&
	    m.since(where.sym, *this)->where == m.here())
		return false;
	m.report("SAFE_E_PROTOCOL_ORDER", m.here(), where,
		 name_of(m, v, expr) + " is '" + name_of_state(st) + "' when '" + s.function +
		 "' is called, which wants it " + list_of(step.from) +
		 (ends_of(st).empty() ? "" : "; call " + ends_of(st)[0] + "() first"));
	return false;
}

void protocol_rule::change(machine &m, const named_step &s, const value &v, bool worked,
			   const path_event *inside)
{
	value where = m.spot(v);

	if (!where.is_sym() || !s.step->to || !worked)
		return;
	m.mark(m.here(), where.sym, path_event::BIRTH,
	       "'" + name_of_state(s.step->to) + "' by '" + s.function + "'", inside);
	m.set_state(where.sym, *this, s.step->to);
}

/* Before the call, while the handle is as it was. */
void protocol_rule::calls(machine &m, const gcall *call, const contract *)
{
	const protocol_function *f = protocol_of(call);

	if (!f)
		return;
	for (const protocol_step &step : f->steps) {
		if (step.arg >= gimple_call_num_args(call))
			continue;

		tree arg = gimple_call_arg(call, step.arg);
		value v = m.value_of(arg), where = m.spot(v);

		/* Said once. */
		if (!check(m, { f->name, &step }, v, arg, NULL) && where.is_sym())
			m.set_state(where.sym, *this, UNKNOWN);
	}
}

bool protocol_rule::splits(machine &m, const gcall *call, const contract *, range *success)
{
	const protocol_function *f = protocol_of(call);

	if (!f)
		return false;
	for (const protocol_step &step : f->steps) {
		if (!step.conditional || !step.to || step.arg >= gimple_call_num_args(call))
			continue;
		*success = range_of(step.condition);
		return true;
	}
	return false;
}

void protocol_rule::called(machine &m, const gcall *call, const contract *)
{
	const protocol_function *f = protocol_of(call);
	tree lhs = gimple_call_lhs(call);

	if (!f)
		return;
	for (const protocol_step &step : f->steps) {
		if (step.arg >= gimple_call_num_args(call))
			continue;

		value v = m.value_of(gimple_call_arg(call, step.arg)), where = m.spot(v);
		unsigned int n = index_of(f->name, &step);
		bool worked = true;

		if (!where.is_sym() || step.needs_init)
			continue;
		if (step.conditional) {
			range r = lhs ? m.range_of(m.value_of(lhs)) : range::all();

			worked = r.inside(range_of(step.condition));
			if (!worked && r.meets(range_of(step.condition))) {
				m.set_state(where.sym, *this, UNKNOWN);
				m.add_event(*this, v, LOST, NULL);
				continue;
			}
		}
		change(m, { f->name, &step }, v, worked, NULL);
		if (n < MOST_STEPS)
			m.add_event(*this, v, 2 * n + worked, NULL);
	}
	if (f->returned && lhs && TREE_CODE(lhs) == SSA_NAME) {
		value v = m.value_of(lhs), where = m.spot(v);

		if (!where.is_sym())
			return;
		m.mark(m.here(), where.sym, path_event::BIRTH,
		       "'" + name_of_state(f->returned) + "' by '" + f->name + "'");
		m.set_state(where.sym, *this, f->returned);
	}
}

/* A function of the file has made a step with its argument. */
void protocol_rule::happened(machine &m, const value &v, unsigned int event, bool maybe,
			     const path_event *inside)
{
	value where = m.spot(v);

	if (!where.is_sym())
		return;
	if (maybe || event == LOST || event / 2 >= known.size()) {
		m.set_state(where.sym, *this, UNKNOWN);
		return;
	}
	m.add_event(*this, v, event, inside);
	if (check(m, known[event / 2], v, NULL_TREE, inside))
		change(m, known[event / 2], v, event & 1, inside);
	else
		m.set_state(where.sym, *this, UNKNOWN);
}

/* ---- the end of a handle ---- */

void protocol_rule::forget(machine &m, sym_id base)
{
	std::vector<sym_id> spots;

	for (const typestate &t : m.now().states)
		if (t.rule == index && m.spotted(t.sym).sym == base)
			spots.push_back(t.sym);
	for (sym_id s : spots)
		m.set_state(s, *this, UNKNOWN);
}

/* What is in the object @base must not be used any more. */
void protocol_rule::gone(machine &m, sym_id base, location_t where, const std::string &how)
{
	std::vector<std::pair<sym_id, unsigned int>> open;

	for (const typestate &t : m.now().states)
		if (t.rule == index && t.state && m.spotted(t.sym).sym == base &&
		    !ends_of(t.state).empty())
			open.push_back({ t.sym, t.state });
	for (const auto &o : open)
		m.report("SAFE_E_PROTOCOL_OPEN", where, value::of(o.first),
			 how + " while a part of it is '" + name_of_state(o.second) + "': call " +
			 ends_of(o.second)[0] + "() first");
}

/* Whether @base is passed to a function that says what becomes of its state. */
bool is_step(machine &m, sym_id base)
{
	const gcall *call = safe_dyn_cast<const gcall *>(m.statement());
	const protocol_function *f = call ? protocol_of(call) : NULL;

	if (!f)
		return false;
	for (const protocol_step &step : f->steps)
		if (step.arg < gimple_call_num_args(call) &&
		    m.known_value_of(gimple_call_arg(call, step.arg)).sym == base)
			return true;
	return false;
}

unsigned int protocol_rule::on(machine &m, unsigned int st, const occasion &o)
{
	switch (o.act) {
	case ACT_RELEASE:
		if (!o.maybe && !o.what.num &&
		    o.callee->param(o.param).passing != param_contract::PUTS)
			gone(m, o.what.sym, o.where, name_of(m, o.what, o.expr) + " is freed");
		return UNKNOWN;
	case ACT_PASS:
	case ACT_ESCAPE:
	case ACT_TAKE:
		if (!is_step(m, o.what.sym))
			forget(m, o.what.sym);
		return UNKNOWN;
	default:
		return st;
	}
}

void protocol_rule::leave(machine &m, const value &)
{
	std::set<sym_id> bases;

	for (const typestate &t : m.now().states) {
		sym_id base = t.rule == index && t.state ? m.spotted(t.sym).sym : 0;

		if (base && m.info(base).origin == symbol::DECL &&
		    auto_var_in_fn_p(m.info(base).node, m.fndecl()))
			bases.insert(base);
	}
	for (sym_id base : bases)
		gone(m, base, m.here(), name_of(m, value::of(base), m.info(base).node) +
		     " ends with the function");
}

rule_entry entry(new protocol_rule);

} /* namespace */

} /* namespace safe */
