/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Where a statement stands in the file that the user wrote.
 */
#ifndef SAFE_LOCATION_H
#define SAFE_LOCATION_H

#include "gcc-compat.h"

namespace safe {

/*
 * The place in the user's text: what a macro expands to stands where the macro
 * is used, however deep the expansion.
 */
inline location_t user_location(location_t loc)
{
	return linemap_resolve_location(line_table, loc,
					LRK_MACRO_EXPANSION_POINT, NULL);
}

inline expanded_location user_place(location_t loc)
{
	return expand_location(user_location(loc));
}

/* Whether @a stands above @b in the same file. */
inline bool is_above(location_t a, location_t b)
{
	expanded_location x = user_place(a), y = user_place(b);

	return x.file && y.file && !strcmp(x.file, y.file) && x.line < y.line;
}

/* Calls @each with the name of each macro that @loc is in, inside out, until it is true. */
template <typename F> bool any_macro(location_t loc, F each)
{
	while (linemap_location_from_macro_expansion_p(line_table, loc)) {
		const line_map *map = linemap_lookup(line_table, loc);

		if (each(linemap_map_get_macro_name(linemap_check_macro(map))))
			return true;
		loc = linemap_unwind_toward_expansion(line_table, loc, &map);
	}
	return false;
}

/* Whether @loc is inside a macro of include/safe, or a macro around one. */
inline bool in_own_macro(location_t loc)
{
	return any_macro(loc, [](const char *name) {
		for (const char *own : { "safe_", "__safe_", "DEFINE_SAFE_", "TRY", "CLASS" })
			if (!strncmp(name, own, strlen(own)))
				return true;
		return false;
	});
}

/* Whether @loc is inside the macro @name, or a macro around one. */
inline bool in_macro(location_t loc, const char *name)
{
	return any_macro(loc, [name](const char *macro) { return !strcmp(macro, name); });
}

/* Whether @loc is in the file given on the command line, not in a header. */
inline bool in_main_file(location_t loc)
{
	const char *file = user_place(loc).file;

	return file && !strcmp(file, main_input_filename);
}

} /* namespace safe */

#endif /* SAFE_LOCATION_H */
