// SPDX-License-Identifier: GPL-2.0
/*
 * The table of a function's symbols.
 */
#include "value.h"

namespace safe {

static size_t hash_of(const symbol &s)
{
	size_t h = s.origin * 31 + s.generation;

	for (size_t part : { (size_t)s.code, (size_t)s.type, (size_t)s.node,
			     (size_t)s.stmt, (size_t)s.a, (size_t)s.num,
			     s.x.hash(), s.y.hash() })
		h = (h ^ part) * 0x9e3779b97f4a7c15ULL;
	return h;
}

sym_id symbol_table::intern(const symbol &s)
{
	size_t h = hash_of(s);
	auto found = index.equal_range(h);

	for (auto i = found.first; i != found.second; ++i)
		if (all[i->second].same(s))
			return i->second;
	all.push_back(s);
	index.emplace(h, all.size() - 1);
	return all.size() - 1;
}

sym_id symbol_table::earlier(sym_id s)
{
	if (all[s].generation)
		return 0;

	symbol old = all[s];

	old.generation = 1;
	return intern(old);
}

} /* namespace safe */
