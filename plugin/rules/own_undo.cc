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
#include "undo_unit.h"
#include "../engine/machine.h"
#include "../location.h"

namespace safe {

namespace {

/*
 * How a path has left a deed: the lower bits.  The upper ones say to whom the object
 * was handed since: the callees that may have taken it over.
 */
const unsigned int PENDING = 1,		/* called, the result is not looked at yet */
		   DONE = 2,
		   HELD_IN_VAIN = 3,	/* it failed, and is to be undone all the same */
		   EXCUSED = 4,		/* somebody may have undone it */
		   UNDONE = 5,
		   HOW = 7, FIRST_TAKER = 8, MOST_TAKERS = 5;

/* The state of the path itself. */
const unsigned int FAILED = 1;

/* An argument or a result of a deed, by which its opposite is known to be of it. */
struct subject {
	value v;
	std::string text;
	tree type;
};

struct exit_left {
	finding said;
	unsigned int takers;
	enum { FAILS, TAIL, EARLY, IN_VAIN } how;
	tree unwound;		/* the opposite of an earlier deed, called on the path */
};

struct deed {
	const gcall *call;
	tree fndecl;
	std::vector<tree> undo;		/* names */
	sym_id sym;
	bool by_result;			/* the object is what is returned */
	bool if_failed;
	bool puts_back;
	std::vector<subject> subjects;
	std::vector<sym_id> results;
	std::vector<sym_id> errors;	/* answers to "is the result an error?" */
	std::vector<location_t> takers;

	/* What the paths have shown. */
	bool kept = false, kept_early = false;
	bool undone_well = false, undone_failing = false;
	unsigned int undone_takers = 0;
	location_t undone_at = UNKNOWN_LOCATION;
	tree undone_by = NULL_TREE;
	std::vector<exit_left> left;

	bool undone() const { return undone_well || undone_failing; }
};

/* What is known of the function that is followed. */
struct scene {
	std::vector<std::unique_ptr<deed>> deeds;
	std::map<location_t, const deed *> told;	/* where something is forgotten */
	name_set opposites;	/* of all that it does */
	/* How its result tells failure from success, if it does. */
	enum { BY_ERROR, BY_PATH, NOT_AT_ALL } success;
};

bool is_text(const_tree type)
{
	return POINTER_TYPE_P(type) && TREE_CODE(TREE_TYPE(type)) == INTEGER_TYPE &&
	       TYPE_PRECISION(TREE_TYPE(type)) == 8;
}

bool fails(const range &r, const_tree type)
{
	if (POINTER_TYPE_P(type))
		return !r.meets(range::valid_pointers());
	/* A status of its own kind, of which 0 is the good one. */
	if (TYPE_UNSIGNED(type))
		return !r.has(0);
	return !r.has(0) && r.meets(range::between(range::MIN, -1));
}

bool succeeds(const range &r, const_tree type)
{
	if (POINTER_TYPE_P(type))
		return r.inside(range::valid_pointers());
	if (TYPE_UNSIGNED(type))
		return r == range::constant(0);
	return r.inside(range::between(0, range::MAX));
}

const char *text_of(tree name)
{
	return IDENTIFIER_POINTER(name);
}

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
	void let_callee(machine &m, scene &s, const gcall *call, tree fndecl,
			const std::vector<deed *> &open);
	void look_at_result(machine &m, deed &d, const range &r, const_tree type);
	void ask(machine &m, scene &s, const gcall *call);
	void note_taker(machine &m, deed &d);
	void note_exit(machine &m, scene &s, deed &d, unsigned int st, const value &returned);
	tree unwound(machine &m, scene &s, const deed &d);
	void note_in_vain(machine &m, deed &d);
	void judge(machine &m, scene &s, deed &d);

	std::unordered_map<tree, std::unique_ptr<scene>> scenes;
};

const std::vector<tree> &undo_names(tree fndecl)
{
	static const std::vector<tree> none;

	return fndecl && DECL_NAME(fndecl) ? undone_in_unit(fndecl) : none;
}

bool is_deed(tree fndecl)
{
	return fndecl && DECL_NAME(fndecl) &&
	       (!undo_names(fndecl).empty() ||
		done_if_failed(IDENTIFIER_POINTER(DECL_NAME(fndecl))));
}

bool undo_rule::wants_call(const gcall *call) const
{
	return is_deed(gimple_call_fndecl(call));
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
	if (POINTER_TYPE_P(type) || (TREE_CODE(type) == INTEGER_TYPE && !TYPE_UNSIGNED(type)))
		s->success = scene::BY_ERROR;
	else
		s->success = VOID_TYPE_P(type) ? scene::BY_PATH : scene::NOT_AT_ALL;
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

bool alike_types(const_tree a, const_tree b)
{
	if (POINTER_TYPE_P(a) && POINTER_TYPE_P(b))
		return TYPE_MAIN_VARIANT(TREE_TYPE(a)) == TYPE_MAIN_VARIANT(TREE_TYPE(b));
	return TYPE_MAIN_VARIANT(a) == TYPE_MAIN_VARIANT(b);
}

enum match { EXACT, OTHER, UNKNOWN };

/* Whether @call, which undoes such a thing, undoes @d. */
match match_of(machine &m, const gcall *call, const deed &d)
{
	bool hit = false, miss = false, asked = false;
	bool number_hit = false, number_miss = false;

	for (unsigned int i = 0; i < gimple_call_num_args(call); i++) {
		tree arg = gimple_call_arg(call, i), type = TREE_TYPE(arg);

		if (!has_range(type) || TREE_CODE(arg) == INTEGER_CST || is_text(type))
			continue;
		asked = true;

		value v = m.value_of(arg);
		std::string text = m.describe(arg);
		bool here = false, alike = false;

		for (const subject &s : d.subjects) {
			here |= (v.is_sym() && v == s.v) || (!text.empty() && text == s.text);
			alike |= v.is_sym() && s.v.is_sym() && alike_types(type, s.type);
		}
		hit |= here;
		(POINTER_TYPE_P(type) ? miss : number_miss) |= !here && alike;
		number_hit |= here && !POINTER_TYPE_P(type);
	}
	/* Of several numbers one may be but a size. */
	miss |= number_miss && !number_hit;
	if (!asked)
		return EXACT;
	return miss ? OTHER : hit ? EXACT : UNKNOWN;
}

void undo_rule::undo(machine &m, const gcall *call, tree name, const std::vector<deed *> &open)
{
	std::vector<deed *> exact, unknown;

	for (deed *d : open) {
		if (std::find(d->undo.begin(), d->undo.end(), name) == d->undo.end())
			continue;

		match found = match_of(m, call, *d);

		if (found == EXACT)
			exact.push_back(d);
		else if (found == UNKNOWN)
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

bool leads_to(const value &v, const value &object, machine &m)
{
	sym_id s = object.is_sym() ? object.sym : 0;

	for (int steps = 0; s && v.is_sym() && steps < 4; steps++) {
		if (s == v.sym)
			return true;
		s = m.info(s).origin == symbol::LOADED ? m.info(s).a : 0;
	}
	return false;
}

/* Whether @call is given something that @d is about. */
bool concerns(machine &m, const gcall *call, const deed &d)
{
	for (unsigned int i = 0; i < gimple_call_num_args(call); i++) {
		tree arg = gimple_call_arg(call, i);

		if (!POINTER_TYPE_P(TREE_TYPE(arg)) || is_text(TREE_TYPE(arg)))
			continue;

		value v = m.value_of(arg);

		for (const subject &s : d.subjects)
			if (leads_to(v, s.v, m))
				return true;
	}
	return false;
}

/* @call of another function, which may undo what this one did. */
void undo_rule::let_callee(machine &m, scene &s, const gcall *call, tree fndecl,
			   const std::vector<deed *> &open)
{
	std::vector<tree> callees = functions_given(call);
	bool ends = fndecl && is_undo(name_of_function(fndecl)) &&
		    !s.opposites.count(DECL_NAME(fndecl));

	if (fndecl)
		callees.push_back(fndecl);
	for (deed *d : open) {
		for (tree callee : callees) {
			tree done = DECL_NAME(d->fndecl);

			if (!meets(all_called_by(callee), d->undo) ||
			    all_called_by(callee).count(done))
				continue;
			if (callee == fndecl && meets(called_by(callee), d->undo)) {
				set_how(m, *d, UNDONE);
				if (!d->undone_by) {
					d->undone_by = DECL_NAME(callee);
					d->undone_at = m.here();
				}
			} else {
				set_how(m, *d, EXCUSED);
			}
		}
		if (ends && !has_body(fndecl) && concerns(m, call, *d))
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
	if (fndecl && DECL_NAME(fndecl) && s->opposites.count(DECL_NAME(fndecl)))
		undo(m, call, DECL_NAME(fndecl), open);
	else
		let_callee(m, *s, call, fndecl && DECL_NAME(fndecl) ? fndecl : NULL_TREE, open);
}

/* Where the program puts the result @name, for matching what it reads from there. */
std::string text_of_holder(machine &m, tree name, unsigned int depth = 0)
{
	std::string text = m.describe(name);
	imm_use_iterator i;
	gimple *use;

	if (!text.empty() || TREE_CODE(name) != SSA_NAME || depth > 3)
		return text;
	FOR_EACH_IMM_USE_STMT(use, i, name) {
		if (!text.empty() || !(gimple_assign_single_p(use) || gimple_assign_cast_p(use)))
			continue;
		tree to = gimple_assign_lhs(use);

		text = TREE_CODE(to) == SSA_NAME ? text_of_holder(m, to, depth + 1)
						 : m.describe(to);
	}
	return text;
}

void add_subject(machine &m, deed &d, tree op)
{
	tree type = TREE_TYPE(op);

	if (!has_range(type) || TREE_CODE(op) == INTEGER_CST || is_text(type) ||
	    (!POINTER_TYPE_P(type) && TYPE_PRECISION(type) < 16))
		return;

	value v = m.value_of(op);

	for (const subject &s : d.subjects)
		if (s.v == v)
			return;
	if (d.subjects.size() < 16)
		d.subjects.push_back({ v, text_of_holder(m, op), type });
}

/* Whether every way to @to leads through @through. */
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

/*
 * Whether the function has undone such a thing before: it puts back what it found, and
 * whoever called it undoes that.
 */
bool puts_back(function *fn, const gcall *call, const std::vector<tree> &undo)
{
	basic_block bb;

	FOR_EACH_BB_FN(bb, fn)
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			const gcall *other = dyn_cast<gcall *>(gsi_stmt(i));
			tree fndecl = other ? gimple_call_fndecl(other) : NULL_TREE;

			if (fndecl && std::find(undo.begin(), undo.end(), DECL_NAME(fndecl)) !=
			    undo.end() && leads_through(fn, gimple_bb(call), bb))
				return true;
		}
	return false;
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

/* The result of @d is now known to be in @r. */
void undo_rule::look_at_result(machine &m, deed &d, const range &r, const_tree type)
{
	/* An address that is a number is one, too. */
	bool truth = !POINTER_TYPE_P(type) &&
		     (TREE_CODE(type) == BOOLEAN_TYPE ||
		      (TYPE_UNSIGNED(type) && TYPE_PRECISION(type) == POINTER_SIZE) ||
		      succeeds_with_truth(name_of_function(d.fndecl)));
	bool failed = truth ? r == range::constant(0) : fails(r, type);
	bool worked = truth ? !r.has(0) : succeeds(r, type);

	if (failed)
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

void undo_rule::called(machine &m, const gcall *call, const contract *c)
{
	tree fndecl = gimple_call_fndecl(call), lhs = gimple_call_lhs(call);
	auto found = scenes.find(m.fndecl());

	/* A failure that is known at once, without a test. */
	if (lhs && INTEGRAL_TYPE_P(TREE_TYPE(lhs)) && found != scenes.end() && found->second &&
	    found->second->success == scene::BY_PATH && !open_deeds(m, *found->second).empty() &&
	    fails(m.range_of(m.value_of(lhs)), TREE_TYPE(lhs)))
		m.set_path_state(*this, FAILED);

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
	location_t where = m.here();
	unsigned int i = std::find(d.takers.begin(), d.takers.end(), where) - d.takers.begin();

	if (i == MOST_TAKERS)
		return;
	if (i == d.takers.size())
		d.takers.push_back(where);
	m.set_state(d.sym, *this, m.state_of(d.sym, *this) | FIRST_TAKER << i);
}

/* Whether a call returned @s. */
bool is_answer(const symbol &s)
{
	return s.origin == symbol::RETURNED || s.origin == symbol::CALLEE ||
	       (s.origin == symbol::NAME && is_gimple_call(SSA_NAME_DEF_STMT(s.node)));
}

/* Whether @v was read from where the result of @d was put, out of sight of the engine. */
bool reads_result(machine &m, const deed &d, const value &v)
{
	const symbol &s = m.info(v.sym);
	tree lhs = gimple_call_lhs(d.call);

	if (s.origin != symbol::NAME || !POINTER_TYPE_P(s.type) || d.subjects.empty() || !lhs ||
	    !gimple_assign_load_p(SSA_NAME_DEF_STMT(s.node)))
		return false;
	return !d.subjects[0].text.empty() && d.subjects[0].text == m.describe(s.node);
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

	if (o.act == ACT_REFINE && s.success == scene::BY_PATH && is_answer(about) && about.type &&
	    fails(m.range_of(o.what), about.type))
		m.set_path_state(*this, FAILED);
	for (deed *d : open) {
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
			look_at_result(m, *d, m.range_of(o.what), about.type);
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

/* Whether @call does nothing but let go, or say something. */
bool is_farewell(const gcall *call)
{
	tree fndecl = gimple_call_fndecl(call);
	const char *name = fndecl && DECL_NAME(fndecl) ?
			   IDENTIFIER_POINTER(DECL_NAME(fndecl)) : "";

	for (const char *part : { "unlock", "print", "dev_", "netdev_" })
		if (strstr(name, part))
			return true;
	return gimple_call_internal_p(call);
}

/*
 * Whether the function has done nothing more after its last decision on the path: it
 * returned early, or jumped to where it only lets go of its locks.
 */
bool leaves_at_once(machine &m)
{
	const path_event *last = m.now().path;
	const gcond *found = NULL;
	basic_block bb;
	edge_iterator ei;
	edge e;

	while (last && last->text)
		last = last->before;
	if (!last || last->kind == path_event::BRANCH_CASE)
		return false;
	FOR_EACH_BB_FN(bb, cfun) {
		const gcond *cond = safe_dyn_cast<gcond *>(last_stmt(bb));

		if (!cond || gimple_location(cond) != last->where)
			continue;
		if (found)
			return false;
		found = cond;
	}
	if (!found)
		return false;
	bb = NULL;
	FOR_EACH_EDGE(e, ei, gimple_bb(found)->succs)
		if (!(e->flags & EDGE_TRUE_VALUE) == (last->kind == path_event::BRANCH_FALSE))
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

bool undone_in(basic_block bb, const deed &d)
{
	for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
		const gcall *call = dyn_cast<gcall *>(gsi_stmt(i));
		tree fndecl = call ? gimple_call_fndecl(call) : NULL_TREE;

		if (fndecl && DECL_NAME(fndecl) &&
		    (std::find(d.undo.begin(), d.undo.end(), DECL_NAME(fndecl)) != d.undo.end() ||
		     meets(all_called_by(fndecl), d.undo)))
			return true;
	}
	return false;
}

/* "if (ret)" where a call returned ret: a failure, no question. */
bool tests_failure(const gcond *cond)
{
	tree x = gimple_cond_lhs(cond);

	if (TREE_CODE(x) != SSA_NAME || !INTEGRAL_TYPE_P(TREE_TYPE(x)) ||
	    TREE_CODE(TREE_TYPE(x)) == BOOLEAN_TYPE || !integer_zerop(gimple_cond_rhs(cond)))
		return false;

	const gimple *def = SSA_NAME_DEF_STMT(x);

	return is_gimple_call(def) || gimple_code(def) == GIMPLE_PHI;
}

/* The blocks of all ways from @a back to @b. */
std::vector<basic_block> blocks_between(basic_block a, basic_block b)
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

/* Whether all ways from @from soon come to @to, and one undoes @d before. */
bool undone_before(basic_block from, basic_block to, const deed &d)
{
	std::vector<basic_block> ways = { from };
	std::unordered_set<int> seen = { from->index, to->index };
	bool found = false;

	for (size_t i = 0; i < ways.size(); i++) {
		edge_iterator ei;
		edge e;

		found |= undone_in(ways[i], d);
		FOR_EACH_EDGE(e, ei, ways[i]->succs) {
			if (e->dest->index == EXIT_BLOCK || ways.size() > 8)
				return false;
			if (seen.insert(e->dest->index).second)
				ways.push_back(e->dest);
		}
	}
	return found;
}

/*
 * Whether the way not taken at @cond undoes @d and comes back to @taken: in a loop, for
 * all that was done before, or by a condition that says whether there is something to
 * be undone.
 */
bool undone_aside(const gcond *cond, basic_block other, basic_block taken, const deed &d)
{
	basic_block from = gimple_bb(cond);

	if (!tests_failure(cond) && undone_before(other, taken, d))
		return true;
	for (basic_block round : blocks_between(other, from)) {
		/* A loop that does it anew each round. */
		if (round == gimple_bb(d.call))
			return false;
		if (undone_in(round, d))
			return true;
	}
	return false;
}

bool is_before(location_t a, location_t b)
{
	expanded_location x = user_place(a), y = user_place(b);

	return x.file && y.file && !strcmp(x.file, y.file) && x.line < y.line;
}

/* Whether a decision on the path, after @d was done, was about undoing it. */
bool left_on_purpose(machine &m, const deed &d)
{
	for (const path_event *e = m.now().path; e; e = e->before) {
		basic_block bb;

		if (e->about == d.sym && e->kind == path_event::BIRTH)
			break;
		if (e->text || e->kind == path_event::BRANCH_CASE)
			continue;
		/* Another round of a loop: what earlier ones did is kept somewhere. */
		if (is_before(e->where, gimple_location(d.call)))
			return true;
		FOR_EACH_BB_FN(bb, cfun) {
			const gcond *cond = safe_dyn_cast<gcond *>(last_stmt(bb));
			basic_block taken = NULL, other = NULL;
			edge_iterator ei;
			edge way;

			if (!cond || gimple_location(cond) != e->where)
				continue;
			FOR_EACH_EDGE(way, ei, bb->succs)
				if (!(way->flags & EDGE_TRUE_VALUE) ==
				    (e->kind == path_event::BRANCH_FALSE))
					taken = way->dest;
				else
					other = way->dest;
			if (taken && other && undone_aside(cond, other, taken, d))
				return true;
		}
	}
	return false;
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

/* "return pm_runtime_get_sync(dev);", or "return ret < 0 ? ret : 0;" */
bool is_from(machine &m, const value &returned, const deed &d)
{
	sym_id s = returned.is_sym() ? returned.sym : 0;

	if (s && m.info(s).origin == symbol::EXPR && m.info(s).x.is_sym())
		s = m.info(s).x.sym;
	return s && std::find(d.results.begin(), d.results.end(), s) != d.results.end();
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
	left.how = exit_left::IN_VAIN;
	left.unwound = NULL_TREE;
	d.left.push_back(std::move(left));
}

void undo_rule::note_exit(machine &m, scene &s, deed &d, unsigned int st,
			  const value &returned)
{
	tree type = TREE_TYPE(TREE_TYPE(m.fndecl()));
	unsigned int how = st & HOW;
	range r = returned.known() ? m.range_of(returned) : range::all();
	bool failing = s.success == scene::BY_ERROR ? fails(r, type)
						    : m.state_of(0, *this) == FAILED;
	bool well = s.success == scene::BY_ERROR ? succeeds(r, type) : !failing;

	if (how == UNDONE) {
		(failing ? d.undone_failing : d.undone_well) = true;
		d.undone_takers |= st;
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
	bool tail = !failing && !well && s.success == scene::BY_ERROR && returned.is_sym() &&
		    INTEGRAL_TYPE_P(type) && is_answer(m.info(returned.sym));

	exit_left left;
	bool early = well && leaves_at_once(m);
	std::string done = text_of(DECL_NAME(d.fndecl));

	if (!failing && !early)
		d.kept = true;
	if (early)
		d.kept_early = true;
	if (!failing && !early && !tail)
		return;
	if (how != HELD_IN_VAIN && d.undo.empty())
		return;
	if (left_on_purpose(m, d))
		return;

	std::string text = how == HELD_IN_VAIN ? what_is_raised(d) :
		"what '" + done + "' did is not undone here" +
		(failing ? ", where the function fails" : "") + "; call " +
		text_of(d.undone_by ? d.undone_by : d.undo[0]) + "()";

	left.said = m.find("SAFE_E_NOT_UNDONE", m.here(), value::of(d.sym), text);
	left.takers = st & ~HOW;
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

/* Whether @fndecl, as far as its body is known, does what is to be undone. */
bool does_something(tree fndecl)
{
	if (!has_body(fndecl))
		return true;
	for (tree callee : all_called_by(fndecl))
		if (can_be_undone(name_of(callee)))
			return true;
	return false;
}

void undo_rule::judge(machine &m, scene &s, deed &d)
{
	bool in_between = d.undone_well && !d.kept;
	bool builds = d.undone_failing && !d.undone_well && (d.kept || d.kept_early);

	for (exit_left &left : d.left) {
		bool sure = false, likely = false;

		switch (left.how) {
		case exit_left::IN_VAIN:
			sure = !d.kept || d.undone_failing || left.unwound;
			likely = true;
			break;
		case exit_left::FAILS:
			sure = in_between || builds;
			break;
		case exit_left::EARLY:
			likely = in_between;
			break;
		case exit_left::TAIL:
			likely = builds;
			break;
		}
		/* Who was given it on no path that undoes it may have taken it. */
		if (left.takers & ~d.undone_takers)
			sure = false;
		if (!sure && !likely && left.how == exit_left::FAILS && does_something(d.fndecl) &&
		    !d.undone() && !d.undo.empty() && !left.takers && s.success == scene::BY_ERROR &&
		    !caller_undoes(m.fndecl(), d.undo))
			likely = true;
		if (!sure && !likely)
			continue;
		left.said.likely |= !sure;
		/* One way out that forgets several deeds is one defect. */
		if (s.told.emplace(left.said.where, &d).first->second != &d)
			continue;
		if (d.undone_by && d.undone_at != UNKNOWN_LOCATION)
			left.said.notes.push_back({ d.undone_at, std::string("undone by '") +
					text_of(d.undone_by) + "' on another path" });
		add_finding(std::move(left.said));
	}
}

void undo_rule::end(machine &m)
{
	auto found = scenes.find(m.fndecl());

	if (found == scenes.end())
		return;
	/* What the other paths do would have to be known. */
	if (found->second && !m.gave_up())
		for (const auto &d : found->second->deeds)
			judge(m, *found->second, *d);
	scenes.erase(found);
}

rule_entry entry(new undo_rule);

} /* namespace */

} /* namespace safe */
