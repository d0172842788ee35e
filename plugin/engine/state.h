/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What is known at one point of one path: the values of variables and memory,
 * the ranges of symbols, and each rule's state of each symbol.
 *
 * Nothing is kept of what nothing is known of, so that states stay small and
 * paths that differ in nothing of interest are found to be one.
 */
#ifndef SAFE_ENGINE_STATE_H
#define SAFE_ENGINE_STATE_H

#include "path.h"
#include "range.h"
#include "value.h"

namespace safe {

/* What happens to an object, or to a value; rules act on it (rule.h). */
enum action : uint8_t {
	ACT_DEREF,	/* what it points to is read or written */
	ACT_TAKE,	/* given to a function that takes it over */
	ACT_RELEASE,	/* given to a function that releases it */
	ACT_LEND,	/* passed to a function that only borrows it */
	ACT_PASS,	/* passed to a function that may do anything */
	ACT_ESCAPE,	/* goes where the analysis cannot follow */
	ACT_STORE,	/* stored in memory that others see */
	ACT_KEEP,	/* stored in memory that only this function sees */
	ACT_RETURN,	/* returned to the caller */
	ACT_LOSE,	/* the last pointer to it is gone */
	ACT_REFINE,	/* a test narrowed what it may be */
	ACT_TEST_NULL,	/* compared with NULL */
	ACT_TEST_ERR,	/* compared with the range of error pointers */
	ACT_TEST,	/* compared with something else, or an integer tested */
	ACT_TAKE_ERROR,	/* passed as what must be an error pointer */
	ACT_OWNER_GONE,	/* the object that lent it was released */
	ACT_CLOBBER,	/* what it points to may have changed */
	ACT_COPY,	/* what it points to was copied: its pointers have other holders */
	ACT_EVENT,	/* what only one rule knows: it says so with add_event() */
};

/* One rule's state of one symbol; a symbol without is in that rule's state 0. */
struct typestate {
	sym_id sym;
	uint8_t rule;
	uint8_t state;
	const path_event *since;
};

/* Memory of known content: @size bits at @base + @offset. */
struct cell {
	sym_id base;
	int64_t offset;
	int64_t size;
	tree field;		/* the member, to tell apart what cannot overlap */
	value content;
	bool written;		/* not only read, by the function itself */

	/* An empty list in an object points to the object: nobody else learns of it so. */
	bool leads_back() const { return content.is_sym() && content.sym == base; }

	bool overlaps(int64_t o, int64_t s) const
	{
		return o == SOMEWHERE || (offset < o + s && o < offset + size);
	}
};

/* What is known of a symbol itself. */
struct sym_fact {
	sym_id sym;
	range r;
	bool is_private;	/* no pointer to it but those in sight */
	bool zeroed;		/* what was not written is 0 */
};

/* Something done to what came from the caller; becomes its summary. */
struct effect {
	sym_id sym;
	int64_t distance;	/* of the pointer from the symbol */
	action act;
	bool maybe;		/* not on every path that was joined here */
	const contract *callee;	/* of a call: who, and as which argument */
	unsigned int param;
	location_t where;
	const path_event *inside;
	uint8_t rule = 0;	/* of an event: whose, and which */
	uint8_t event = 0;

	bool same(const effect &o) const
	{
		return sym == o.sym && distance == o.distance && act == o.act &&
		       callee == o.callee && param == o.param && rule == o.rule &&
		       event == o.event;
	}
	size_t hash() const
	{
		return ((((size_t)sym * 31 + act) * 31 + distance) * 31 + (size_t)callee +
			param * 7 + maybe * 3 + rule * 251 + event * 17) *
		       0x9e3779b97f4a7c15ULL;
	}
};

struct name_value {
	unsigned int name;	/* SSA version, or TEMPORARY and more */
	value v;
};

/*
 * Values that the machine holds on to while it changes the state: only what is
 * in the state follows when a symbol becomes an earlier one.
 */
static const unsigned int TEMPORARY = 1u << 31, LAST_TEMPORARY = ~0u;

class state {
public:
	/* All sorted: names by version, facts by symbol, cells by place. */
	std::vector<name_value> names;
	std::vector<sym_fact> facts;
	std::vector<typestate> states;
	std::vector<cell> cells;
	std::vector<effect> effects;	/* in the order in which they happen */
	size_t effect_hash = 0;		/* whatever the order */
	/* What may have been changed unseen: its cells are not as at entry. */
	std::vector<sym_id> changed;
	const path_event *path = NULL;
	location_t where = UNKNOWN_LOCATION;	/* the last one on the path */
	value returned;
	int entered = -1;	/* the loop header that was just come to from outside */
	bool overflow = false;	/* more happened than there are effects for */
	/*
	 * Rounds of a loop were joined: what is true of all of them is known, but not
	 * what belongs together.  There may be no such path.
	 */
	bool blurred = false;

	value name(unsigned int version) const;
	void set_name(unsigned int version, const value &v);
	void drop_temporaries();

	sym_fact *fact(sym_id s);
	const sym_fact *fact(sym_id s) const;
	sym_fact &make_fact(sym_id s, const range &r);

	const typestate *typestate_of(sym_id s, unsigned int rule) const;
	bool has_typestate(sym_id s) const;
	void set_typestate(sym_id s, unsigned int rule, unsigned int st,
			   const path_event *since);

	cell *find_cell(sym_id base, int64_t offset, int64_t size);
	void add_cell(const cell &c);

	void add_effect(const effect &e);
	void hash_effects();
	void set_changed(sym_id base);
	bool was_changed(sym_id base) const;

	/* Replaces @from by @to (0: forgets it) wherever it is used. */
	void rename(sym_id from, sym_id to, symbol_table &table);
	bool mentions(sym_id s) const;

	/*
	 * Equal for states that agree in what rules say and of what.  States of
	 * one key are told apart only while there are few.
	 */
	size_t make_key() const;
	size_t key = 0;		/* as last made */
	/* Whether all that @o describes is described by this one. */
	bool covers(const state &o) const;
};

} /* namespace safe */

#endif /* SAFE_ENGINE_STATE_H */
