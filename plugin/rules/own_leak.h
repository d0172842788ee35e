/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Part of rule "own": leaks, weighed once all paths of the function are known.
 */
#ifndef SAFE_RULES_OWN_LEAK_H
#define SAFE_RULES_OWN_LEAK_H

#include "../engine/machine.h"

namespace safe {

class leak_book {
public:
	/* On the path at hand the last pointer to @v goes; then @f says it. */
	void lost(machine &m, const value &v, finding &&f, bool is_reference);
	/* The path ends. */
	void leave(machine &m, const value &returned);
	/* The function ends: reports what is left. */
	void end(machine &m);

private:
	struct loss {
		finding said;
		const gimple *birth;
		int about;
		location_t where;
		bool is_reference;	/* to an object that others have, too */
		bool well, failing;	/* how the paths end that lose it */
	};
	struct object {
		bool gone_well = false, gone_failing = false;
	};
	struct account {
		std::vector<loss> losses;
		std::map<const gimple *, object> objects;
	};
	bool is_sure(const loss &l, const object &o) const;

	std::unordered_map<tree, account> accounts;
};

} /* namespace safe */

#endif /* SAFE_RULES_OWN_LEAK_H */
