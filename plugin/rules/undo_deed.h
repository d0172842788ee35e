/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Part of rule "own": one thing that a function does and may undo, and what its paths
 * have shown of it.
 */
#ifndef SAFE_RULES_UNDO_DEED_H
#define SAFE_RULES_UNDO_DEED_H

#include "../engine/machine.h"
#include "undo_unit.h"

namespace safe {

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

/* The state of the path itself: something failed, or the last call is what it returns. */
const unsigned int FAILED = 1, ENDS = 2;

const size_t MOST_SUBJECTS = 16;

/* An argument or a result of a deed, by which its opposite is known to be of it. */
struct subject {
	value v;
	std::string text;
	tree type;
	bool is_result;
};

struct exit_left {
	finding said;
	unsigned int takers;
	enum { FAILS, TAIL, EARLY, IN_VAIN } how;
	bool decided;		/* nothing was decided on the path after the failure */
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
	bool undone_on_condition;	/* of which the function knows more than is seen */
	std::vector<subject> subjects;
	std::vector<sym_id> results;
	std::vector<sym_id> errors;	/* answers to "is the result an error?" */
	std::vector<location_t> takers;		/* where it was passed on, or stored */
	unsigned int stores = 0;		/* those of them that are no calls */

	/* What the paths have shown. */
	bool kept = false, kept_early = false;
	bool undone_well = false, undone_failing = false;
	unsigned int undone_takers = 0, undone_taken = 0;
	location_t undone_at = UNKNOWN_LOCATION;
	tree undone_by = NULL_TREE;
	std::vector<exit_left> left;

	bool undone() const { return undone_well || undone_failing; }
	/* Whether a function of this name undoes such a thing. */
	bool can_undo(tree name) const
	{
		return std::find(undo.begin(), undo.end(), name) != undo.end();
	}
};

/* What is known of the function that is followed. */
struct scene {
	std::vector<std::unique_ptr<deed>> deeds;
	std::map<location_t, const deed *> told;	/* where something is forgotten */
	name_set opposites;	/* of all that it does */
	/* How its result tells failure from success, if it does. */
	enum { BY_ERROR, BY_PATH, NOT_AT_ALL } success;
};

inline const char *text_of(tree name)
{
	return IDENTIFIER_POINTER(name);
}

enum match { EXACT, OTHER, UNKNOWN };

/* Whether @call, which undoes such a thing, undoes @d. */
match match_of(machine &m, const gcall *call, const deed &d);
/* Whether @call is given something that @d is about. */
bool concerns(machine &m, const gcall *call, const deed &d);
/* "p = more_of(p);": what there was before is the callee's business. */
bool exchanges(machine &m, const gcall *call, const deed &d);
/* From now on @d is known by @op, too. */
void add_subject(machine &m, deed &d, tree op);
/*
 * Whether the function has undone such a thing before: it puts back what it found, and
 * whoever called it undoes that.
 */
bool puts_back(function *fn, const gcall *call, const std::vector<tree> &undo);
bool undone_in(basic_block bb, const deed &d);
/* Whether @v is what @d was done to. */
bool is_done_to(const deed &d, const value &v);
/* Whether @v was read from where the result of @d was put, out of sight of the engine. */
bool reads_result(machine &m, const deed &d, const value &v);
/* "return pm_runtime_get_sync(dev);", or "return ret < 0 ? ret : 0;" */
bool is_from(machine &m, const value &returned, const deed &d);

/* All paths are known: reports those in @fndecl that forgot @d (undo_judge.cc). */
void judge(tree fndecl, scene &s, deed &d);

} /* namespace safe */

#endif /* SAFE_RULES_UNDO_DEED_H */
