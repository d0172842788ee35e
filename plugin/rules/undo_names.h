/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Part of rule "own": which function undoes what another one did, by their names.
 *
 * "clk_disable_unprepare" undoes "clk_prepare_enable": its verbs are the opposites, and
 * what they are about is the same.
 */
#ifndef SAFE_RULES_UNDO_NAMES_H
#define SAFE_RULES_UNDO_NAMES_H

#include "../gcc-compat.h"

namespace safe {

/* A name in its parts. */
struct call_name {
	explicit call_name(const std::string &name);

	std::string name;
	/* All of it, what begins something, what ends something, and what is left. */
	std::vector<std::string> words, done, undo, things;
	bool managed = false;	/* the device undoes it when it goes */
	bool toggles = false;	/* no state that somebody has to undo */

	bool has(const std::string &word) const
	{
		return std::find(words.begin(), words.end(), word) != words.end();
	}
};

/* Whether @undo undoes what @done did.  @special: though their words are not alike. */
bool undoes(const call_name &undo, const call_name &done, bool *special);
/* Whether something by that name releases or ends something. */
bool is_undo(const call_name &name);
/* Whether something by that name may be undone by another. */
bool can_be_undone(const call_name &name);
/* Whether something by that name makes something run, which has no owner. */
bool only_starts(const call_name &name);
/* "pm_runtime_get_sync" raises the count even when it fails. */
bool done_if_failed(const std::string &name);
/* "kref_get_unless_zero" returns 0 when it has done nothing. */
bool succeeds_with_truth(const call_name &name);

} /* namespace safe */

#endif /* SAFE_RULES_UNDO_NAMES_H */
