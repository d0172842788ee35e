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
#include "../location.h"
#include "../names.h"
#include "aside.h"
#include "outcome.h"
#include "returned.h"
#include "undo_deed.h"
#include "../engine/machine.h"

namespace safe {

namespace {

class undo_rule : public rule {
public:
	undo_rule() : rule("own") { watches_calls = true; }

	unsigned int on(machine &m, unsigned int st, const occasion &o) override;
	unsigned int join(unsigned int a, unsigned int b) const override;
	bool wants(const contract &c) const override { return false; }
	bool wants_call(const gcall *call) const override;
	void calls(machine &m, const gcall *call, const contract *c) override;
	void called(machine &m, const gcall *call, const contract *c) override;
	void leave(machine &m, const value &returned) override;
	void end(machine &m) override;

private:
	scene *scene_of(machine &m);
	std::vector<deed *> open_deeds(machine &m, scene &s);
	void set_how(machine &m, const deed &d, unsigned int how);
	void begin(machine &m, scene &s, const gcall *call, tree fndecl);
	void undo(machine &m, const gcall *call, tree name, const std::vector<deed *> &open);
	void drop(machine &m, const gcall *call, const contract *c,
		  const std::vector<deed *> &open);
	void note_out_parameters(machine &m, const gcall *call, const std::vector<deed *> &open);
	void let_callee(machine &m, scene &s, const gcall *call, tree fndecl,
			const std::vector<deed *> &open);
	void look_at_result(machine &m, deed &d, const range &r, const_tree type);
	void ask(machine &m, scene &s, const gcall *call);
	void note_taker(machine &m, deed &d);
	void note_refusal(machine &m, deed &d, const gimple *call);
	unsigned int refused(machine &m, const deed &d) const;
	void note_exit(machine &m, scene &s, deed &d, unsigned int st, const value &returned);
	tree unwound(machine &m, scene &s, const deed &d);
	void note_in_vain(machine &m, deed &d);

	std::unordered_map<tree, std::unique_ptr<scene>> scenes;
};

const std::vector<tree> &undo_names(tree fndecl)
{
	static const std::vector<tree> none;

	return fndecl && DECL_NAME(fndecl) ? undone_in_unit(fndecl) : none;
}

/* What sets up memory, and cannot fail, leaves nothing behind. */
bool only_initialises(tree fndecl)
{
	return VOID_TYPE_P(TREE_TYPE(TREE_TYPE(fndecl))) &&
	       name_of_function(fndecl).has("init");
}

bool is_deed(tree fndecl)
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
bool always_the_same(function *fn)
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

void undo_rule::undo(machine &m, const gcall *call, tree name, const std::vector<deed *> &open)
{
	std::vector<deed *> exact, unknown;

	for (deed *d : open) {
		if (std::find(d->undo.begin(), d->undo.end(), name) == d->undo.end())
			continue;

		match found = match_of(m, call, *d);

		/* One device by several names: "pcie->dev" is "&pdev->dev". */
		if (found == EXACT)
			exact.push_back(d);
		else if (found == UNKNOWN || d->if_failed)
			unknown.push_back(d);
	}
	for (deed *d : exact) {
		set_how(m, *d, UNDONE);
		if (!d->undone_by) {
			d->undone_by = name;
			d->undone_at = m.here();
		}
	}
	if (exact.empty())
		for (deed *d : unknown)
			set_how(m, *d, EXCUSED);
}

/* Whatever was begun is over with such a call, or a reset that nobody asks about. */
bool starts_anew(const gcall *call, const call_name &name)
{
	return name.has("abort") || name.has("rollback") ||
	       (!gimple_call_lhs(call) && name.has("reset"));
}

/* What a deed has put in a variable, "do_it(&p)", goes to @call: "give(p)". */
void undo_rule::note_out_parameters(machine &m, const gcall *call,
				    const std::vector<deed *> &open)
{
	for (unsigned int i = 0; i < gimple_call_num_args(call); i++) {
		tree arg = gimple_call_arg(call, i);
		std::string text = POINTER_TYPE_P(TREE_TYPE(arg)) ? m.describe(arg) : "";

		for (deed *d : open)
			for (const subject &s : d->subjects)
				if (!text.empty() && s.text == "&" + text)
					note_taker(m, *d);
	}
}

/* @call of another function, which may undo what this one did. */
void undo_rule::let_callee(machine &m, scene &s, const gcall *call, tree fndecl,
			   const std::vector<deed *> &open)
{
	std::vector<tree> callees = functions_given(call);
	bool rolls_back = fndecl && starts_anew(call, name_of_function(fndecl));
	bool ends = fndecl && (rolls_back || is_undo(name_of_function(fndecl))) &&
		    !s.opposites.count(DECL_NAME(fndecl));

	if (fndecl)
		callees.push_back(fndecl);
	note_out_parameters(m, call, open);
	for (deed *d : open) {
		if (exchanges(m, call, *d))
			set_how(m, *d, EXCUSED);
		for (tree callee : callees) {
			tree done = DECL_NAME(d->fndecl);

			if (!meets(all_called_by(callee), d->undo) ||
			    all_called_by(callee).count(done))
				continue;
			if (callee == fndecl && meets(called_by(callee), d->undo) &&
			    !can_be_undone(name_of_function(callee))) {
				set_how(m, *d, UNDONE);
				if (!d->undone_by) {
					d->undone_by = DECL_NAME(callee);
					d->undone_at = m.here();
				}
			} else {
				set_how(m, *d, EXCUSED);
			}
		}
		if (ends && (rolls_back || !has_body(fndecl)) && concerns(m, call, *d))
			set_how(m, *d, EXCUSED);
	}
}

/* What drops a reference to an object that its release function takes apart. */
const std::vector<tree> &droppers()
{
	static const std::vector<tree> all = {
		get_identifier("put_device"), get_identifier("device_unregister"),
		get_identifier("kobject_put"),
	};

	return all;
}

/*
 * put_device(&p->dev), device_unregister(&p->dev): whoever releases the object undoes
 * what stands in it, "p->id".
 */
void undo_rule::drop(machine &m, const gcall *call, const contract *c,
		     const std::vector<deed *> &open)
{
	tree fndecl = gimple_call_fndecl(call);
	bool inside = fndecl && has_body(fndecl) && is_undo(name_of_function(fndecl)) &&
		      meets(all_called_by(fndecl), droppers());

	for (unsigned int i = 0; i < gimple_call_num_args(call); i++) {
		param_contract p = c ? c->param(i) : param_contract();
		bool ends = inside || p.passing == param_contract::PUTS ||
			    (p.lowers && c->name.find("unregister") != std::string::npos);
		std::string object = ends ?
				     m.describe(gimple_call_arg(call, i)) : "";
		size_t arrow = object.find("->");

		if (object.empty())
			continue;
		if (object[0] != '&')
			object += "->";
		else if (arrow != std::string::npos)
			object = object.substr(1, arrow + 1);
		else
			object = object.substr(1, object.find('.')) + ".";
		for (deed *d : open)
			for (const subject &s : d->subjects)
				if (s.is_result && !s.text.compare(0, object.size(), object))
					set_how(m, *d, EXCUSED);
	}
}

void undo_rule::calls(machine &m, const gcall *call, const contract *c)
{
	scene *s = scene_of(m);
	tree fndecl = gimple_call_fndecl(call);

	if (!s || s->deeds.empty())
		return;

	std::vector<deed *> open = open_deeds(m, *s);

	if (open.empty())
		return;
	drop(m, call, c, open);
	if (fndecl && DECL_NAME(fndecl) && s->opposites.count(DECL_NAME(fndecl)))
		undo(m, call, DECL_NAME(fndecl), open);
	else
		let_callee(m, *s, call, fndecl && DECL_NAME(fndecl) ? fndecl : NULL_TREE, open);
}

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
bool counts(tree fndecl)
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
bool tells_error(tree fndecl)
{
	return fndecl && DECL_NAME(fndecl) &&
	       (strstr(text_of(DECL_NAME(fndecl)), "ERR") ||
		strstr(text_of(DECL_NAME(fndecl)), "err_probe"));
}

/* "return f();" */
bool is_only_returned(tree name)
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

/* Those of the takers of @d that failed on the path. */
unsigned int undo_rule::refused(machine &m, const deed &d) const
{
	unsigned int bits = 0;

	for (const path_event *e = m.now().path; e; e = e->before)
		if (e->kind == path_event::LOST && e->about == (int)d.sym)
			for (size_t i = 0; i < d.takers.size(); i++)
				if (d.takers[i] == e->where)
					bits |= FIRST_TAKER << i;
	return bits;
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

/* ---- the end of a path ---- */

/* The opposite of something done before @d, that this path has undone. */
tree undo_rule::unwound(machine &m, scene &s, const deed &d)
{
	for (const auto &other : s.deeds) {
		if (other.get() == &d)
			break;
		if ((m.state_of(other->sym, *this) & HOW) == UNDONE)
			return other->undone_by;
	}
	return NULL_TREE;
}

std::string what_is_raised(const deed &d)
{
	std::string done = text_of(DECL_NAME(d.fndecl));
	std::string cure = !done.compare(0, 10, "pm_runtime") ?
		"pm_runtime_put_noidle(), or use pm_runtime_resume_and_get()" :
		d.undo.empty() ? "kobject_put()" : std::string(text_of(d.undo[0])) + "()";

	return "'" + done + "' takes a reference even when it fails, and it is not put here; "
	       "call " + cure;
}

/*
 * The caller is told that @d failed, and does not know that it is to be undone all the
 * same: whoever calls through a pointer cannot.
 */
void undo_rule::note_in_vain(machine &m, deed &d)
{
	exit_left left;

	if (has_callers(m.fndecl()))
		return;
	left.said = m.find("SAFE_E_NOT_UNDONE", m.here(), value::of(d.sym),
				   what_is_raised(d));
	left.takers = 0;
	left.decided = true;
	left.how = exit_left::IN_VAIN;
	left.unwound = NULL_TREE;
	d.left.push_back(std::move(left));
}

/* What the caller has passed is no error. */
bool is_from_caller(machine &m, const value &returned)
{
	return returned.is_sym() && m.info(returned.sym).origin == symbol::PARAM;
}

/* "come again", "it goes on": the function is not done yet. */
bool goes_on(const range &r)
{
	/* EINTR, EAGAIN, EALREADY, EINPROGRESS, ERESTARTSYS, EPROBE_DEFER is not one. */
	for (int error : { 4, 11, 114, 115, 512, 529 })
		if (r == range::constant(-error))
			return true;
	return false;
}

/* Whether @last, which is the last call, comes after @d, and may fail. */
bool may_fail_after(const gimple *last, const deed &d)
{
	const char *name = last ? decl_name(gimple_call_fndecl(last)) : "";

	return last && is_above(gimple_location(d.call), gimple_location(last)) &&
	       strcmp(name, "nonseekable_open") && strcmp(name, "stream_open");
}

/* Whether the error that is returned is of a call before @d, which is done all the same. */
bool failed_before(machine &m, const value &returned, const deed &d)
{
	const gimple *call = returned.is_sym() ? call_behind(m.info(returned.sym)) : NULL;

	return call && is_above(gimple_location(call), gimple_location(d.call));
}

void undo_rule::note_exit(machine &m, scene &s, deed &d, unsigned int st,
			  const value &returned)
{
	tree type = TREE_TYPE(TREE_TYPE(m.fndecl()));
	unsigned int how = st & HOW;
	range r = returned.known() ? m.range_of(returned) : range::all();
	bool failing = s.success == scene::BY_ERROR ?
		       fails(r, type) && !is_from_caller(m, returned) &&
		       !failed_before(m, returned, d) :
		       m.state_of(0, *this) == FAILED;
	bool well = s.success == scene::BY_ERROR ? !failing && succeeds(r, type) : !failing;

	if (how == UNDONE) {
		(failing ? d.undone_failing : d.undone_well) = true;
		d.undone_takers |= st;
		d.undone_taken |= st & ~refused(m, d);
		return;
	}
	if (how == EXCUSED)
		return;
	if (how == PENDING) {
		d.kept = true;
		if (d.if_failed && is_from(m, returned, d))
			note_in_vain(m, d);
		return;
	}

	/* What is returned may be an error: of a call that comes last. */
	bool tail = !well && s.success == scene::BY_ERROR && INTEGRAL_TYPE_P(type) &&
		    (failing ? m.state_of(0, *this) == ENDS :
		     returned.is_sym() && may_fail_after(call_behind(m.info(returned.sym)), d));

	failing &= !tail;

	exit_left left;
	bool early = well && leaves_at_once(m);
	std::string done = text_of(DECL_NAME(d.fndecl));

	if (!failing && !early)
		d.kept = true;
	if (early)
		d.kept_early = true;
	if (!failing && !early && !tail)
		return;
	/* Of a failure that is none: "if (ret < 0 && ret != -EACCES)". */
	if (how == HELD_IN_VAIN && well)
		return;
	if (how != HELD_IN_VAIN && d.undo.empty())
		return;
	if (left_aside(m, d.sym, d.call,
		       [&d](basic_block bb) { return undone_in(bb, d); }))
		return;

	std::string text = how == HELD_IN_VAIN ? what_is_raised(d) :
		"what '" + done + "' did is not undone here" +
		(failing ? ", where the function fails" : "") + "; call " +
		text_of(d.undone_by ? d.undone_by : d.undo[0]) + "()";

	left.said = m.find("SAFE_E_NOT_UNDONE", m.here(), value::of(d.sym), text);
	left.said.likely |= s.success == scene::BY_ERROR && goes_on(r);
	left.takers = st & ~HOW;
	left.decided = s.success == scene::BY_ERROR || failed_last(m, d.sym);
	left.how = how == HELD_IN_VAIN ? exit_left::IN_VAIN :
		   failing ? exit_left::FAILS : early ? exit_left::EARLY : exit_left::TAIL;
	left.unwound = unwound(m, s, d);
	d.left.push_back(std::move(left));
}

void undo_rule::leave(machine &m, const value &returned)
{
	auto found = scenes.find(m.fndecl());

	if (found == scenes.end() || !found->second)
		return;

	scene &s = *found->second;

	for (const auto &d : s.deeds)
		if (unsigned int st = m.state_of(d->sym, *this))
			note_exit(m, s, *d, st, returned);
	/* It is nobody's business but this function's. */
	for (const auto &d : s.deeds)
		m.set_state(d->sym, *this, 0);
	m.set_path_state(*this, 0);
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

rule_entry entry(new undo_rule);

} /* namespace */

} /* namespace safe */
