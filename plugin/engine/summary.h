/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The summary of a function: the different ways a call of it can end, each a
 * state that speaks of its arguments, of what it set and of what it returns.
 */
#ifndef SAFE_ENGINE_SUMMARY_H
#define SAFE_ENGINE_SUMMARY_H

#include "state.h"

namespace safe {

struct summary {
	tree fndecl;
	symbol_table symbols;
	std::vector<state> outcomes;
};

/* Print for -fdump-ipa-all (dump.cc). */
void dump_state(FILE *out, const state &s, const symbol_table &table);
void dump_summary(FILE *out, const summary &sum);

/*
 * The summary of @fndecl, made when it is first asked for.  NULL: it has no
 * body here, calls itself, or could not be followed.  @depth is the number of
 * functions that wait for this one.
 */
const summary *summary_of(tree fndecl, unsigned int depth);

/* Whether that was made. */
bool summary_known(tree fndecl);

} /* namespace safe */

#endif /* SAFE_ENGINE_SUMMARY_H */
