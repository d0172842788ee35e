/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The lock vocabulary of linux/compiler-context-analysis.h: __guarded_by() and so on.
 * What its words expand to for clang, GCC cannot parse; while the plugin is loaded they
 * expand to attributes that carry the text.
 */
#ifndef SAFE_LOCK_WORDS_H
#define SAFE_LOCK_WORDS_H

#include "gcc-compat.h"

namespace safe {

/* One lock that an annotation speaks of. */
struct lock_word {
	enum kind : uint8_t {
		REQUIRES,	/* the caller holds it */
		EXCLUDES,	/* the caller does not */
		ACQUIRES,	/* held when the function returns */
		TRIES,		/* ... if it returns what @success says */
		RELEASES,
		ASSUMES,	/* the function has made sure that it is held */
	} kind;
	bool shared;
	bool success;		/* TRIES: returned something else than 0 */
	std::string text;	/* "&p->lock" */
};

struct lock_words {
	std::vector<lock_word> all;
	bool unchecked = false;		/* __no_context_analysis */

	bool has(enum lock_word::kind kind) const;
};

/* What the declaration of @fndecl says.  NULL: nothing. */
const lock_words *lock_words_of(tree fndecl);

/*
 * The number of the parameter of @fndecl that is called @name in a declaration of it;
 * -1: none is.
 */
int parameter_called(tree fndecl, const std::string &name);

/*
 * The locks that guard the variable or member @decl, or with @pointed what it points
 * to; none if it is not guarded.
 */
std::vector<std::string> guards_of(tree decl, bool pointed);

/* The locks that come after, or before, the lock @decl: __acquired_before(), ..._after() */
std::vector<std::string> order_of(tree decl, bool before);

/* Members of structs of which something is said there. */
const std::vector<tree> &ordered_members();

/* Whether @word names a lock that has no object: RCU, or a token_context_lock(). */
bool is_token_name(const std::string &word);

/* Whether the file itself, or a header beside it, uses __guarded_by(). */
bool lock_words_in_use();

/* Whether anything is guarded in this compilation. */
bool guards_met();

/* Whether the code at @where is exempt: context_unsafe(), disable_context_analysis(). */
bool context_is_unsafe(location_t where);

void register_lock_words(const char *plugin);

} /* namespace safe */

#endif /* SAFE_LOCK_WORDS_H */
