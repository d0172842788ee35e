// SPDX-License-Identifier: GPL-2.0
/*
 * Findings that depend on functions of other files: an object was passed to one, and
 * whether it is lost, released twice, ... is for that function to say.
 */
#include "machine.h"
#include "../link/link.h"
#include "../link/uses.h"

namespace safe {

std::string machine::passings(sym_id s)
{
	const gcall *call = at && gimple_code(at) == GIMPLE_CALL ? as_a<const gcall *>(at) : NULL;
	std::string name, words;

	if (!linking() || !reporting || !call)
		return "";
	name = link_name_of_call(call);
	if (name.empty())
		return "";
	for (unsigned int i = 0; i < gimple_call_num_args(call); i++) {
		tree arg = gimple_call_arg(call, i);
		value v = has_range(TREE_TYPE(arg)) ? peek(arg) : value();

		if (!v.is_sym() || v.sym != s)
			continue;
		if (v.num == SOMEWHERE)
			return "";
		words += (words.empty() ? "" : " ") + name + "#" + std::to_string(i);
		if (v.num)
			words += (v.num > 0 ? "+" : "") + std::to_string(v.num);
	}
	return words;
}

/* From the event @e back to the birth of @about. */
std::string passings_since(const path_event *e, int about)
{
	std::string words;

	for (; e; e = e->before) {
		if (e->about != about)
			continue;
		if (e->passings)
			words = e->passings + (words.empty() ? "" : " " + words);
		/* Each rule tells of it. */
		if (e->kind == path_event::BIRTH &&
		    !(e->before && e->before->about == about &&
		      e->before->kind == path_event::BIRTH && e->before->where == e->where))
			return words;
	}
	return words;
}

std::string machine::passed_to(sym_id s) const
{
	return passings_since(st->path, s);
}

bool machine::first_time(const char *id, const value &what, const std::string &conditions)
{
	return linking() && reporting &&
	       obliged.insert(id + std::to_string(what.sym) + conditions).second;
}

void machine::oblige(const char *id, location_t where, const value &what,
		     const std::string &text, const std::string &conditions, bool likely)
{
	if (linking() && reporting)
		link_obligation(find(id, where, what, text, likely), fndecl(),
				conditions);
}

} /* namespace safe */
