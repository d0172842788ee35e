// SPDX-License-Identifier: GPL-2.0
/*
 * Part of rule "user": bytes that were never set and go to user space.
 */
#include "info_leak.h"
#include "fill.h"

namespace safe {

using namespace code;

/* What of the bytes that are sent nobody has set, or "". */
static std::string what_leaks(const filled &f, const struct_use &use, bool filled_by_others,
			      bool *likely)
{
	std::vector<tree> members = filled_by_others ? std::vector<tree>() : f.unset(use.what);

	*likely = false;
	if (!members.empty() && !f.stores.empty() && DECL_NAME(members[0]))
		return "'" + name_of(members[0]) + "' of it" +
		       (members.size() > 1 ? " and more were" : " was") + " never set";
	*likely = true;
	for (const bytes &b : f.strings)
		if (b.from >= use.what.from && b.to <= use.what.to && b.to - b.from > 1)
			return "what follows the end of a string in it was never set";
	if (f.has_padding(use.what))
		return "the padding between its members was never set";
	return "";
}

static bool has_body(const gimple *call)
{
	tree fndecl = gimple_call_fndecl(call);

	return fndecl && DECL_STRUCT_FUNCTION(fndecl) && DECL_STRUCT_FUNCTION(fndecl)->cfg;
}

void find_info_leak(function *fn)
{
	for (const filled &f : filled_structs(fn)) {
		std::string name = IDENTIFIER_POINTER(DECL_NAME(f.variable));
		bool others = false, in_sight = false;

		if (!f.declared || f.given_up)
			continue;
		for (const struct_use &u : f.uses) {
			others |= u.kind == struct_use::PASSED || u.kind == struct_use::STORED;
			/* A function of this file may clear it. */
			in_sight |= u.kind == struct_use::PASSED && has_body(u.stmt);
		}
		for (const struct_use &u : f.uses) {
			bool likely;

			if (u.kind != struct_use::SENT || !is_users(u.stmt) ||
			    f.is_set_before(fn, u.stmt))
				continue;

			std::string what = what_leaks(f, u, others, &likely);
			const gcall *call = as_a<const gcall *>(u.stmt);

			if (what.empty() || (likely && in_sight))
				continue;
			report(fn, "SAFE_E_INFO_LEAK", u.stmt, "'" + name +
			       "' is sent out by '" + callee(call) + "', but " + what +
			       ": it carries what the stack held before; clear it with "
			       "memset() first", likely, f.variable);
			break;
		}
	}
}

} /* namespace safe */
