/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Strict files: whether this is one, and which part of it a safe_unsafe() covers.
 */
#ifndef SAFE_STRICT_H
#define SAFE_STRICT_H

#include "gcc-compat.h"

namespace safe {

/* Whether the file that is compiled is strict: its findings are errors. */
bool is_strict();

/*
 * The place where the user wrote what became the token at @loc, in the file or a header
 * beside it; UNKNOWN_LOCATION: it comes from a header of others.  @names gets the
 * macros that it went through.
 */
location_t users_token(location_t loc, std::vector<std::string> *names);

/* One safe_unsafe(). */
struct unsafe_place {
	std::string file, reason;
	int line;			/* where it is written */
	int begin_line, begin_column;	/* what it covers */
	int end_line, end_column;
	bool has_reason;
	location_t where;
	bool used = false;

	bool covers(location_t loc) const;
};

/* All that the file has; read from the source when it is first asked for. */
std::vector<unsafe_place> &unsafe_places();

/* Once all is known: says in the object that it is strict. */
void stamp_strict();

void register_strict(const char *plugin);

} /* namespace safe */

#endif /* SAFE_STRICT_H */
