/* SPDX-License-Identifier: GPL-2.0 */
/*
 * __safe_allow(): what a function is allowed to do in spite of a rule.
 */
#ifndef SAFE_ALLOW_H
#define SAFE_ALLOW_H

#include "gcc-compat.h"

namespace safe {

struct finding;

/* Which rule reports which id; made from plugin/rules.  Ends with an empty one. */
struct rule_id {
	const char *rule, *id;
};
extern const rule_id rule_ids[];

void register_allow(const char *plugin);

/*
 * Removes what the functions that it is in allow.  With level=audit, adds a finding
 * for each __safe_allow() that allowed nothing.
 */
void remove_allowed(std::vector<finding> *findings);

} /* namespace safe */

#endif /* SAFE_ALLOW_H */
