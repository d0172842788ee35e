// SPDX-License-Identifier: GPL-2.0
/*
 * Rule "own": what a function has done and undoes on one path, it undoes on all that
 * fail: a reference that is taken, a clock that is enabled, a device that is registered.
 *
 * A deed is a call whose name has an opposite that this file calls.  Each path tells
 * how it leaves the deed; when all are known, the paths are compared:
 *
 *	- undone wherever the function succeeds: it is used in between only, and a path
 *	  that leaves it done has forgotten it;
 *	- undone on one path that fails, and kept where the function succeeds: the other
 *	  paths that fail have forgotten it;
 *	- kept where the function succeeds, and by a path that fails and undoes what was
 *	  done before it.
 */
#include "own_undo.h"
#include "aside.h"
#include "outcome.h"
#include "returned.h"

namespace safe {

static const std::vector<tree> &undo_names(tree fndecl)
{
	static const std::vector<tree> none;

	return fndecl && DECL_NAME(fndecl) ? undone_in_unit(fndecl) : none;
}

/* What sets up memory, and cannot fail, leaves nothing behind. */
static bool only_initialises(tree fndecl)
{
	return VOID_TYPE_P(TREE_TYPE(TREE_TYPE(fndecl))) &&
	       name_of_function(fndecl).has("init");
}

static bool is_deed(tree fndecl)
{
	return fndecl && DECL_NAME(fndecl) && !only_initialises(fndecl) &&
	       (!undo_names(fndecl).empty() ||
		done_if_failed(IDENTIFIER_POINTER(DECL_NAME(fndecl))));
}

bool undo_rule::wants_call(const gcall *call) const
{
	return is_deed(gimple_call_fndecl(call));
}

/* "return 0;" wherever it ends: what it returns says nothing. */
static bool always_the_same(function *fn)
{
	returned_values returned(fn);

	for (const returned_values::one &v : returned.all)
		if (!v.is_constant() || v.constant() != returned.all[0].constant())
			return false;
	return !returned.all.empty();
}

scene *undo_rule::scene_of(machine &m)
{
	auto slot = scenes.emplace(m.fndecl(), nullptr);
	tree type = TREE_TYPE(TREE_TYPE(m.fndecl()));

	if (!slot.second)
		return slot.first->second.get();
	if (!m.reports())
		return NULL;

	scene *s = new scene;

	slot.first->second.reset(s);
	if (tells_failure(type) && !always_the_same(DECL_STRUCT_FUNCTION(m.fndecl())))
		s->success = scene::BY_ERROR;
	else
		s->success = VOID_TYPE_P(type) || tells_failure(type) ? scene::BY_PATH
								      : scene::NOT_AT_ALL;
	for (tree callee : direct_callees(m.fndecl()))
		for (tree undo : undo_names(callee))
			s->opposites.insert(undo);
	return s;
}

std::vector<deed *> undo_rule::open_deeds(machine &m, scene &s)
{
	std::vector<deed *> open;

	for (const auto &d : s.deeds) {
		unsigned int how = m.state_of(d->sym, *this) & HOW;

		if (how && how != UNDONE)
			open.push_back(d.get());
	}
	return open;
}

void undo_rule::set_how(machine &m, const deed &d, unsigned int how)
{
	unsigned int st = m.state_of(d.sym, *this);

	m.set_state(d.sym, *this, how ? (st & ~HOW) | how : 0);
}

/* ---- calls ---- */

void undo_rule::begin(machine &m, scene &s, const gcall *call, tree fndecl)
{
	tree lhs = gimple_call_lhs(call);
	sym_id sym = m.deed(call);
	deed *d = NULL;

	for (const auto &known : s.deeds)
		if (known->call == call)
			d = known.get();
	if (!d) {
		d = new deed;
		s.deeds.emplace_back(d);
		d->call = call;
		d->fndecl = fndecl;
		d->undo = undo_names(fndecl);
		d->undone_on_condition = always_on_condition(
			DECL_STRUCT_FUNCTION(m.fndecl()), call,
			[d](basic_block bb) { return undone_in(bb, *d); });
		d->puts_back = puts_back(DECL_STRUCT_FUNCTION(m.fndecl()), call, d->undo);
		d->sym = sym;
		d->by_result = POINTER_TYPE_P(TREE_TYPE(TREE_TYPE(fndecl)));
		d->if_failed = done_if_failed(IDENTIFIER_POINTER(DECL_NAME(fndecl)));
	}

	if (d->puts_back)
		return;

	/* Once more, in a loop: which round's is undone is not known. */
	unsigned int how = m.state_of(sym, *this) & HOW;

	if (how && how != UNDONE) {
		set_how(m, *d, EXCUSED);
		return;
	}
	if (lhs)
		add_subject(m, *d, lhs);
	for (unsigned int i = 0; i < gimple_call_num_args(call); i++)
		add_subject(m, *d, gimple_call_arg(call, i));
	for (const subject &s : d->subjects)
		if (!s.is_result && s.v.known() && is_done_to(*d, s.v) &&
		    m.range_of(s.v) == range::constant(0))
			return;
	m.set_state(sym, *this, lhs && !d->by_result ? PENDING : DONE);
	if (lhs && has_range(TREE_TYPE(lhs))) {
		value v = m.value_of(lhs);

		if (v.is_sym())
			d->results.push_back(v.sym);
		look_at_result(m, *d, m.range_of(v), TREE_TYPE(lhs));
	}
	if (m.state_of(sym, *this))
		m.mark(m.here(), sym, path_event::BIRTH,
		       std::string("done by '") + text_of(DECL_NAME(fndecl)) + "'");
}

/* Whether the body of @fndecl returns 0 and more, but never an error: 0 is the bad one. */
static bool counts(tree fndecl)
{
	static std::unordered_map<tree, bool> known;
	function *fn = code_of(fndecl);
	auto slot = known.emplace(fndecl, false);
	bool zero = false, more = false;

	if (!slot.second || !fn)
		return slot.first->second;
	for (const returned_values::one &v : returned_values(fn).all) {
		if (v.is_constant() ? v.constant() < 0 : is_gimple_call(SSA_NAME_DEF_STMT(v.value)))
			return false;
		zero |= v.is_constant() && !v.constant();
		more |= !v.is_constant() || v.constant() > 0;
	}
	return slot.first->second = zero && more;
}

/* The result of @d is now known to be in @r. */
void undo_rule::look_at_result(machine &m, deed &d, const range &r, const_tree type)
{
	/* An address that is a number is one, too. */
	bool truth = !POINTER_TYPE_P(type) &&
		     (TREE_CODE(type) == BOOLEAN_TYPE ||
		      (TYPE_UNSIGNED(type) && TYPE_PRECISION(type) == POINTER_SIZE) ||
		      succeeds_with_truth(name_of_function(d.fndecl)) || counts(d.fndecl));
	bool failed = truth ? r.inside(range::between(range::MIN, 0)) : fails(r, type);
	bool worked = truth ? !r.has(0) : succeeds(r, type);
	/* 1 of 0 and 1: true, or an error? */
	bool unclear = !truth && !d.if_failed && !POINTER_TYPE_P(type) && has_body(d.fndecl) &&
		       r.inside(range::between(1, range::MAX));

	if (unclear)
		set_how(m, d, EXCUSED);
	else if (failed)
		set_how(m, d, d.if_failed && !d.by_result ? HELD_IN_VAIN : 0);
	else if (worked)
		set_how(m, d, DONE);
}

/* "if (dma_mapping_error(dev, address))": there is no mapping. */
void undo_rule::ask(machine &m, scene &s, const gcall *call)
{
	tree lhs = gimple_call_lhs(call);
	value v = lhs ? m.value_of(lhs) : value();

	for (deed *d : open_deeds(m, s)) {
		bool asked = false;

		for (unsigned int i = 0; i < gimple_call_num_args(call); i++) {
			tree arg = gimple_call_arg(call, i);
			value a = has_range(TREE_TYPE(arg)) ? m.value_of(arg) : value();

			asked |= a.is_sym() && std::find(d->results.begin(), d->results.end(),
							 a.sym) != d->results.end();
		}
		if (asked && v.is_sym())
			d->errors.push_back(v.sym);
		if (asked && v.known() && !m.range_of(v).has(0))
			set_how(m, *d, 0);
	}
}

/* PTR_ERR(p), dev_err_probe(dev, error, ...): the failure is of something else. */
static bool tells_error(tree fndecl)
{
	return fndecl && DECL_NAME(fndecl) &&
	       (strstr(text_of(DECL_NAME(fndecl)), "ERR") ||
		strstr(text_of(DECL_NAME(fndecl)), "err_probe"));
}

/* "return f();" */
static bool is_only_returned(tree name)
{
	use_operand_p only;
	gimple *use;

	for (int steps = 0; steps < 4; steps++) {
		if (TREE_CODE(name) != SSA_NAME || !single_imm_use(name, &only, &use))
			return false;
		if (gimple_code(use) == GIMPLE_RETURN)
			return true;
		if (gphi *phi = dyn_cast<gphi *>(use))
			name = gimple_phi_result(phi);
		else if (is_gimple_assign(use) && gimple_assign_cast_p(use))
			name = gimple_assign_lhs(use);
		else
			return false;
	}
	return false;
}

void undo_rule::called(machine &m, const gcall *call, const contract *c)
{
	tree fndecl = gimple_call_fndecl(call), lhs = gimple_call_lhs(call);
	auto found = scenes.find(m.fndecl());

	/* A failure that is known at once, without a test. */
	if (lhs && INTEGRAL_TYPE_P(TREE_TYPE(lhs)) && found != scenes.end() && found->second &&
	    found->second->success == scene::BY_PATH && !open_deeds(m, *found->second).empty() &&
	    fails(m.range_of(m.value_of(lhs)), TREE_TYPE(lhs)))
		m.set_path_state(*this, FAILED);

	if (lhs && found != scenes.end() && found->second &&
	    found->second->success == scene::BY_ERROR && !open_deeds(m, *found->second).empty())
		m.set_path_state(*this, !tells_error(fndecl) && is_only_returned(lhs) ? ENDS : 0);

	bool asks = fndecl && DECL_NAME(fndecl) &&
		    strstr(IDENTIFIER_POINTER(DECL_NAME(fndecl)), "_error");

	if (!asks && !is_deed(fndecl))
		return;

	scene *s = scene_of(m);

	if (s && asks)
		ask(m, *s, call);
	else if (s)
		begin(m, *s, call, fndecl);
}

/* ---- what happens to the object ---- */

/* The object of @d goes to somebody who may take it over. */
void undo_rule::note_taker(machine &m, deed &d)
{
	/* Where paths meet: one of them has handed it on. */
	if (!m.statement()) {
		set_how(m, d, EXCUSED);
		return;
	}

	location_t where = gimple_location(m.statement());
	unsigned int i = std::find(d.takers.begin(), d.takers.end(), where) - d.takers.begin();

	if (i == MOST_TAKERS)
		return;
	if (i == d.takers.size())
		d.takers.push_back(where);
	if (!is_gimple_call(m.statement()))
		d.stores |= FIRST_TAKER << i;
	m.set_state(d.sym, *this, m.state_of(d.sym, *this) | FIRST_TAKER << i);
}

/* @call, which was given the object, failed. */
void undo_rule::note_refusal(machine &m, deed &d, const gimple *call)
{
	if (std::find(d.takers.begin(), d.takers.end(), gimple_location(call)) != d.takers.end())
		m.mark(gimple_location(call), d.sym, path_event::LOST, "not taken over here");
}

unsigned int undo_rule::on(machine &m, unsigned int st, const occasion &o)
{
	if (o.act != ACT_REFINE && o.act != ACT_RETURN && o.act != ACT_TAKE &&
	    o.act != ACT_RELEASE && o.act != ACT_PASS && o.act != ACT_ESCAPE &&
	    o.act != ACT_STORE)
		return st;

	auto found = scenes.find(m.fndecl());

	if (found == scenes.end() || !found->second || found->second->deeds.empty())
		return st;

	scene &s = *found->second;
	std::vector<deed *> open = open_deeds(m, s);

	if (open.empty())
		return st;

	const symbol &about = m.info(o.what.sym);

	if (o.act == ACT_REFINE && s.success == scene::BY_PATH && call_behind(about) && about.type &&
	    (POINTER_TYPE_P(about.type) || !TYPE_UNSIGNED(about.type)) &&
	    fails(m.range_of(o.what), about.type))
		m.set_path_state(*this, FAILED);
	if (o.act == ACT_REFINE && about.type && call_behind(about) &&
	    fails(m.range_of(o.what), about.type))
		for (deed *d : open)
			note_refusal(m, *d, call_behind(about));
	for (deed *d : open) {
		/* "foo_get(NULL)" does nothing. */
		if (o.act == ACT_REFINE && is_done_to(*d, o.what) &&
		    m.range_of(o.what) == range::constant(0))
			set_how(m, *d, 0);
		if (o.act == ACT_REFINE && d->by_result && reads_result(m, *d, o.what) &&
		    !m.range_of(o.what).meets(range::valid_pointers()))
			set_how(m, *d, 0);
		if (o.act == ACT_REFINE && !m.range_of(o.what).has(0) &&
		    std::find(d->errors.begin(), d->errors.end(), o.what.sym) !=
		    d->errors.end())
			set_how(m, *d, 0);
		if (std::find(d->results.begin(), d->results.end(), o.what.sym) ==
		    d->results.end())
			continue;
		if (o.act == ACT_REFINE) {
			look_at_result(m, *d, m.range_of(o.what),
				       TREE_TYPE(TREE_TYPE(d->fndecl)));
		} else if (o.act == ACT_RETURN ?
			   (m.state_of(d->sym, *this) & HOW) == DONE :
			   d->by_result && o.act == ACT_TAKE) {
			d->kept = true;
			set_how(m, *d, 0);
		} else if (d->by_result && o.act == ACT_RELEASE) {
			set_how(m, *d, EXCUSED);
		} else if (d->by_result && (o.act != ACT_PASS || !o.what.num)) {
			note_taker(m, *d);
		}
	}
	return st;
}

unsigned int undo_rule::join(unsigned int a, unsigned int b) const
{
	return a == b ? a : EXCUSED;
}

/* ---- the end of the function ---- */

void undo_rule::end(machine &m)
{
	auto found = scenes.find(m.fndecl());

	if (found == scenes.end())
		return;
	/* What the other paths do would have to be known. */
	if (found->second && !m.gave_up())
		for (const auto &d : found->second->deeds)
			judge(m.fndecl(), *found->second, *d);
	scenes.erase(found);
}

static rule_entry entry(new undo_rule);

} /* namespace safe */
