// SPDX-License-Identifier: GPL-2.0
/*
 * The events of paths, and the memory they live in.
 */
#include "path.h"

namespace safe {

const char *keep_text(const std::string &text)
{
	static std::unordered_set<std::string> texts;

	/* The strings of a set stay where they are when it grows. */
	return texts.insert(text).first->c_str();
}

static path_event *allocate()
{
	static const size_t BLOCK = 1024;
	static path_event *block;
	static size_t used = BLOCK;

	if (used == BLOCK) {
		block = new path_event[BLOCK];
		used = 0;
	}
	return &block[used++];
}

static path_event *make(const path_event *before, location_t where)
{
	path_event *e = allocate();

	e->before = before;
	e->inside = NULL;
	e->where = where;
	e->about = 0;
	e->text = NULL;
	e->decided = false;
	e->decision = NULL;
	e->passings = NULL;
	e->length = before ? before->length + 1 : 1;
	return e;
}

const path_event *new_event(const path_event *before, location_t where, int about,
			    enum path_event::kind kind, const std::string &text,
			    const path_event *inside, const char *passings)
{
	path_event *e = make(before, where);

	e->about = about;
	e->kind = kind;
	e->text = keep_text(text);
	e->inside = inside;
	e->passings = passings;
	return e;
}

const path_event *new_branch(const path_event *before, const gimple *decision,
			     enum path_event::kind kind, bool decided)
{
	path_event *e = make(before, gimple_location(decision));

	e->decision = decision;
	e->kind = kind;
	e->decided = decided;
	return e;
}

} /* namespace safe */
