// SPDX-License-Identifier: GPL-2.0
/*
 * Part of rule "own": compares the paths of a function by how they have left a deed.
 */
#include "../contract.h"
#include "../names.h"
#include "../options.h"
#include "../location.h"
#include "undo_deed.h"

namespace safe {

/* Whether @fndecl, as far as its body is known, does what is to be undone. */
static bool does_something(tree fndecl)
{
	if (!has_body(fndecl))
		return true;
	for (tree callee : all_called_by(fndecl))
		if (can_be_undone(name_of(callee)))
			return true;
	return false;
}

/* Whether @a and @b are done to the same. */
static bool alike(const deed &a, const deed &b)
{
	for (unsigned int i = 0; i < gimple_call_num_args(a.call); i++)
		if (!operand_equal_p(gimple_call_arg(a.call, i), gimple_call_arg(b.call, i), 0) &&
		    POINTER_TYPE_P(TREE_TYPE(gimple_call_arg(a.call, i))))
			return false;
	return true;
}

/* Whether the function does the same again, and leaves it so: it goes back and forth. */
static bool is_how_it_stays(const scene &s, const deed &d)
{
	for (const auto &other : s.deeds)
		if (other.get() != &d && other->fndecl == d.fndecl && alike(*other, d) &&
		    (other->puts_back || (other->kept && !other->undone())))
			return true;
	return false;
}

/* Who attaches a device for comedi need not undo what was done: it is detached then. */
static bool is_detached(tree fndecl)
{
	tree parm = DECL_ARGUMENTS(fndecl);

	return parm && POINTER_TYPE_P(TREE_TYPE(parm)) &&
	       !strcmp(tag_name(TREE_TYPE(TREE_TYPE(parm))), "comedi_device");
}

/* Whether @d is to be undone though no path of @fndecl does so: the names say it. */
static bool is_owned(tree fndecl, const deed &d)
{
	return !is_detached(fndecl) &&
	       (contract_of_function(d.fndecl) ||
		(does_something(d.fndecl) && !only_starts(name_of_function(d.fndecl))));
}

/* Whether all that @a was done to was given to @b, too. */
static bool is_about(const deed &a, const deed &b)
{
	for (unsigned int i = 0; i < gimple_call_num_args(a.call); i++) {
		tree arg = gimple_call_arg(a.call, i);
		bool found = !POINTER_TYPE_P(TREE_TYPE(arg));

		for (unsigned int j = 0; j < gimple_call_num_args(b.call); j++)
			found |= operand_equal_p(arg, gimple_call_arg(b.call, j), 0);
		if (!found)
			return false;
	}
	return true;
}

/* Whether the same call undoes a later deed too: it may be that which it is meant for. */
static bool is_shared(const scene &s, const deed &d)
{
	for (const auto &other : s.deeds)
		if (other->fndecl != d.fndecl && is_about(*other, d) &&
		    is_above(gimple_location(d.call), gimple_location(other->call)) &&
		    d.undone_by && other->can_undo(d.undone_by))
			return true;
	return false;
}

/* device_initialize() */
static bool only_initialises(tree fndecl)
{
	return VOID_TYPE_P(TREE_TYPE(TREE_TYPE(fndecl))) &&
	       name_of_function(fndecl).has("initialize");
}

void judge(tree fndecl, scene &s, deed &d)
{
	bool in_between = d.undone_well && !d.kept;
	const call_name &name = name_of_function(fndecl);
	bool resumes = name.has("resume") && !name.has("runtime");
	bool builds = d.undone_failing && !d.undone_well && (d.kept || d.kept_early);

	for (exit_left &left : d.left) {
		bool sure = false, likely = false;

		switch (left.how) {
		case exit_left::IN_VAIN:
			/* Who is not told of the failure undoes what was done later. */
			likely = s.success == scene::BY_ERROR;
			sure = likely && (!d.kept || d.undone_failing || left.unwound);
			break;
		case exit_left::FAILS:
			/* Who failed to wake a device up is asked to send it to sleep again. */
			sure = in_between || (builds && s.success == scene::BY_ERROR && !resumes);
			likely = builds;
			break;
		case exit_left::EARLY:
			likely = in_between;
			break;
		case exit_left::TAIL:
			likely = builds;
			break;
		}
		/* Who was given it on no path that undoes it may have taken it. */
		if ((!left.decided && left.how != exit_left::EARLY) || d.undone_on_condition ||
		    (left.takers & ~d.undone_takers) || is_how_it_stays(s, d))
			sure = likely = false;
		/* It was undone only where the taker had refused it. */
		if (left.takers & ~d.undone_taken) {
			likely |= sure;
			sure = false;
		}
		if (!sure && !likely &&
		    (left.how == exit_left::FAILS ||
		     (left.how == exit_left::TAIL && !name_of_function(fndecl).has("resume"))) &&
		    is_owned(fndecl, d) && !d.undone() && !d.undo.empty() &&
		    !(left.takers & ~d.stores) && s.success == scene::BY_ERROR &&
		    !caller_undoes(fndecl, d.undo))
			likely = true;
		/*
		 * It has nothing yet that is to be given back, as the name comes after it;
		 * or somebody else gives it back.
		 */
		if (sure && (only_initialises(d.fndecl) || is_shared(s, d) ||
			     direct_caller_undoes(fndecl, d.undo))) {
			likely = true;
			sure = false;
		}
		if (!sure && !likely)
			continue;
		left.said.likely |= !sure;
		if (left.said.likely && opts.level != LEVEL_AUDIT)
			continue;
		/* One way out that forgets several deeds is one defect. */
		if (s.told.emplace(left.said.where, &d).first->second != &d)
			continue;
		if (d.undone_by && d.undone_at != UNKNOWN_LOCATION)
			left.said.notes.push_back({ d.undone_at, std::string("undone by '") +
					text_of(d.undone_by) + "' on another path" });
		add_finding(std::move(left.said));
	}
}

} /* namespace safe */
