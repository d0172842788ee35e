// SPDX-License-Identifier: GPL-2.0
/*
 * Pointers that are used where they have been passed to another function on every
 * path: wrong if that function releases what they point to.
 */
#include "link.h"
#include "uses.h"

namespace safe {

namespace {

/* A pointer that is no mere copy of another. */
bool is_origin(tree name)
{
	gimple *def = SSA_NAME_DEF_STMT(name);

	if (!POINTER_TYPE_P(TREE_TYPE(name)) || has_zero_uses(name))
		return false;
	if (SSA_NAME_IS_DEFAULT_DEF(name))
		return SSA_NAME_VAR(name) && TREE_CODE(SSA_NAME_VAR(name)) == PARM_DECL;
	if (gimple_code(def) == GIMPLE_CALL)
		return true;
	return gimple_assign_single_p(def) && REFERENCE_CLASS_P(gimple_assign_rhs1(def));
}

/* Whether @b is only come to by way of @a. */
bool comes_after(const pointer_use &a, const pointer_use &b)
{
	if (a.bb != b.bb)
		return dominated_by_p(CDI_DOMINATORS, b.bb, a.bb);
	for (auto i = gsi_for_stmt(a.stmt); !gsi_end_p(i); gsi_next(&i))
		if (gsi_stmt(i) == b.stmt)
			return a.stmt != b.stmt;
	return false;
}

bool has_place(const pointer_use &u)
{
	return LOCATION_LOCUS(u.where) > BUILTINS_LOCATION;
}

class searcher {
public:
	explicit searcher(function *fn) : fn(fn) { }
	~searcher();

	void look_at(tree name);

private:
	bool after(const pointer_use &a, const pointer_use &b);

	function *fn;
	bool made = false;
};

/* The passes that follow find what they would have found. */
searcher::~searcher()
{
	if (made)
		free_dominance_info(CDI_DOMINATORS);
}

bool searcher::after(const pointer_use &a, const pointer_use &b)
{
	if (!made && !dom_info_available_p(fn, CDI_DOMINATORS)) {
		made = true;
		calculate_dominance_info(CDI_DOMINATORS);
	}
	return comes_after(a, b);
}

void searcher::look_at(tree name)
{
	std::vector<pointer_use> uses = uses_of(name);
	auto passes = [](const pointer_use &u) {
		return u.kind == pointer_use::PASSED && u.sure && !u.readonly;
	};

	if (std::none_of(uses.begin(), uses.end(), passes))
		return;
	for (const pointer_use &a : uses) {
		const pointer_use *first = NULL;

		if (!passes(a) || !has_place(a))
			continue;
		for (const pointer_use &b : uses) {
			if (!b.sure || !has_place(b) ||
			    (b.kind != pointer_use::DEREF && b.kind != pointer_use::RELEASED) ||
			    !after(a, b))
				continue;
			if (!first || linemap_compare_locations(line_table, first->where,
								b.where) < 0)
				first = &b;
		}
		if (first)
			link_use(fn->decl, name, a, *first);
	}
}

} /* namespace */

void look_for_releases(function *fn)
{
	unsigned int i;
	tree name;

	push_cfun(fn);
	{
		searcher s(fn);

		FOR_EACH_SSA_NAME(i, name, fn)
			if (is_origin(name))
				s.look_at(name);
	}
	pop_cfun();
}

} /* namespace safe */
