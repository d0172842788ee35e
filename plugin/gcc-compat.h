/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Every header of GCC that the plugin uses, and every difference between GCC
 * versions, in one place.  GCC's headers depend on each other in an order that
 * is not written down; this is one that works for GCC 12 to 16.
 */
#ifndef SAFE_GCC_COMPAT_H
#define SAFE_GCC_COMPAT_H

/* The C++ library first: GCC's system.h poisons names that it uses. */
#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "gcc-plugin.h"
#include "plugin-version.h"
#include "tree.h"
#include "c-family/c-common.h"	/* before diagnostic-core.h */
#include "c-family/c-pragma.h"
#include "c-tree.h"
#include "tree-pass.h"
#include "gimple.h"
#include "gimple-iterator.h"
#include "gimple-pretty-print.h"
#include "tree-pretty-print.h"
#include "tree-iterator.h"
#include "tree-cfg.h"
#include "tree-dfa.h"
#include "ssa.h"
#include "cfgloop.h"
#include "cgraph.h"
#include "context.h"
#include "diagnostic.h"
#include "gcc-rich-location.h"
#include "intl.h"
#include "stringpool.h"
#include "attribs.h"
#include "langhooks.h"
#include "ipa-utils.h"
#include "fold-const.h"

namespace safe {

/* Line @line of @file, or "". */
inline std::string source_line(const char *file, int line)
{
	char_span text = location_get_source_line(file, line);

	return text ? std::string(text.get_buffer(), text.length()) : std::string();
}

/* Where the macro of @map is used. */
inline location_t expansion_point(const line_map_macro *map)
{
#if BUILDING_GCC_VERSION >= 13000
	return map->get_expansion_point_location();
#else
	return map->expansion;
#endif
}

/* While it lives, warnings stay warnings in spite of -Werror. */
class werror_off {
public:
	werror_off() : before(flag()) { flag() = false; }
	~werror_off() { flag() = before; }

private:
	static bool &flag() { return global_dc->warning_as_error_requested; }

	bool before;
};

} /* namespace safe */

#endif /* SAFE_GCC_COMPAT_H */
