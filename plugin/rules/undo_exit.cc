// SPDX-License-Identifier: GPL-2.0
/*
 * Part of rule "own": how a path leaves what the function has done, when it ends.
 */
#include "own_undo.h"
#include "aside.h"
#include "outcome.h"
#include "../location.h"
#include "../names.h"

namespace safe {

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

static std::string what_is_raised(const deed &d)
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
static bool is_from_caller(machine &m, const value &returned)
{
	return returned.is_sym() && m.info(returned.sym).origin == symbol::PARAM;
}

/* "come again", "it goes on": the function is not done yet. */
static bool goes_on(const range &r)
{
	/* EINTR, EAGAIN, EALREADY, EINPROGRESS, ERESTARTSYS, EPROBE_DEFER is not one. */
	for (int error : { 4, 11, 114, 115, 512, 529 })
		if (r == range::constant(-error))
			return true;
	return false;
}

/* Whether @last, which is the last call, comes after @d, and may fail. */
static bool may_fail_after(const gimple *last, const deed &d)
{
	const char *name = last ? decl_name(gimple_call_fndecl(last)) : "";

	return last && is_above(gimple_location(d.call), gimple_location(last)) &&
	       strcmp(name, "nonseekable_open") && strcmp(name, "stream_open");
}

/* Whether the error that is returned is of a call before @d, which is done all the same. */
static bool failed_before(machine &m, const value &returned, const deed &d)
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

	if (!failing && !early &&
	    !denies_reason(m, d.sym, d.call, [&d](basic_block bb) { return undone_in(bb, d); }))
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

} /* namespace safe */
