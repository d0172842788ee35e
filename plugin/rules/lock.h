/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Rule "lock", in parts: what is done to locks (lock.cc), in what order (lock_order.cc),
 * how functions leave them behind (lock_return.cc), what they guard (lock_guard.cc).
 */
#ifndef SAFE_RULES_LOCK_H
#define SAFE_RULES_LOCK_H

#include "../engine/machine.h"
#include "lock_calls.h"
#include "../lock_words.h"

namespace safe {

/*
 * The states of a lock.
 *
 *	  (0) --- lock ---> HELD --- unlock ---> RELEASED    taken here
 *	  (0) -- unlock -> DROPPED --- lock ---> GIVEN       held by the caller
 *
 * It is LOOSE once the object that it is in was passed to a function that is not
 * known: that one may have released it.  One that is ASSERTED is held by the caller, for
 * lockdep was asked.  FAILED is one that this path has tried to take in vain.  Locks
 * that nest count from NESTED on.
 */
enum lock_state : uint8_t {
	LOCK_UNSEEN, HELD, HELD_SHARED, LOOSE, LOOSE_SHARED, GIVEN, GIVEN_SHARED,
	ASSERTED, RELEASED, RELEASED_SHARED, DROPPED, DROPPED_SHARED, MAYBE_HELD, UNTESTED, FAILED,
	FRESH, NESTED,
};

/* Who holds it, does so here. */
inline bool taken(unsigned int st)
{
	return (st >= HELD && st <= LOOSE_SHARED) || st >= NESTED;
}

inline bool held(unsigned int st)
{
	return (st >= HELD && st <= ASSERTED) || st >= NESTED;
}

inline bool held_shared(unsigned int st)
{
	return st == HELD_SHARED || st == LOOSE_SHARED || st == GIVEN_SHARED || st >= NESTED;
}

inline bool released(unsigned int st)
{
	return st == RELEASED || st == RELEASED_SHARED;
}

inline bool dropped(unsigned int st)
{
	return st == DROPPED || st == DROPPED_SHARED;
}

/* What a call does to one lock. */
struct lock_op {
	value lock;		/* made by spot() */
	lock_deed deed;
	bool shared = false;
	bool nests = false;
	bool tries = false;	/* an attempt that does not wait */
	tree expr = NULL_TREE;	/* as the call names it */
};

/* How one path leaves a lock behind that it took. */
struct lock_exit {
	value lock;
	bool held;
	bool nothing;		/* the function returns no value */
	range returned;
	bool returns_owner;	/* what is returned is the object that the lock is in */
	tree returned_type;
	std::vector<std::pair<sym_id, range>> told_by;	/* of arguments */
	std::vector<cell> set;	/* what the caller sees of the path */
	finding what;		/* if it is held */
};

bool is_lock_type(const_tree type);
/* The member of @type at byte *@offset, which is then counted from there. */
tree member_at(tree type, int64_t *offset);

/* Says which of the @exits of a function should have released a lock. */
void judge_lock_exits(tree fndecl, std::vector<lock_exit> &exits);

class lock_rule : public rule {
public:
	lock_rule();

	unsigned int on(machine &m, unsigned int st, const occasion &o) override;
	unsigned int join(unsigned int a, unsigned int b) const override;
	bool keeps(unsigned int st) const override { return taken(st); }
	bool wants(const contract &c) const override { return false; }
	bool wants_call(const gcall *call) const override;
	bool wants_body(function *fn) const override;
	bool splits(machine &m, const gcall *call, const contract *c, range *success) override;
	void calls(machine &m, const gcall *call, const contract *c) override;
	void called(machine &m, const gcall *call, const contract *c) override;
	void happened(machine &m, const value &v, unsigned int event, bool maybe,
		      const path_event *inside) override;
	void touches(machine &m, tree ref, bool write) override;
	void begin(machine &m) override;
	void leave(machine &m, const value &returned) override;
	void end(machine &m) override;
	void finish() override;
	const char *event_word(unsigned int event) const override;

private:
	bool op_of(machine &m, const gcall *call, const lock_call &k, lock_op *op);
	void complain(machine &m, const char *id, const value &lock,
		      const std::string &text, bool likely = false);
	void perform(machine &m, const lock_op &op);
	void take(machine &m, const lock_op &op, const path_event *inside);
	void drop(machine &m, const lock_op &op, const path_event *inside);
	void drop_any(machine &m);
	bool drop_alias(machine &m, const lock_op &op);
	void loosen(machine &m, sym_id object);
	unsigned int state(machine &m, const value &lock) { return m.state_of(lock.sym, *this); }
	void set(machine &m, const value &lock, unsigned int st)
	{
		m.set_state(lock.sym, *this, st);
	}
	void note_exit(machine &m, const value &lock, bool held, const value &returned);

	/* lock_place.cc */
	std::string name(machine &m, const value &lock, tree expr = NULL_TREE);
	bool is_seqlock(machine &m, const value &lock);

	/* lock_order.cc */
	tree pointee(machine &m, sym_id s, tree expr);
	tree lock_decl(machine &m, const value &lock, tree expr, std::string *path);
	void check_order(machine &m, const lock_op &op, bool surely,
			 const path_event *inside);

	/* lock_guard.cc */
	enum access { READS, WRITES, PASSES };
	bool is_held_to_words(machine &m) const;
	bool is_token(machine &m, const value &lock);
	bool nests(machine &m, const value &lock);
	bool is_read_section(machine &m, const value &lock);
	bool in_read_section(machine &m, const value &lock);
	bool is_fresh(machine &m, const value &object);
	bool perform_statement(machine &m, const gcall *call);
	const lock_words *words_of(const gcall *call) const;
	bool words_split(const gcall *call, range *success) const;
	void demand_words(machine &m, const gcall *call);
	void apply_words(machine &m, const gcall *call);
	void begin_words(machine &m);
	void leave_words(machine &m);
	bool is_spoken_of(machine &m, const value &lock) const;
	bool is_decided(machine &m) const;
	bool lacks(machine &m, const value &lock, bool shared);
	bool alias_held(machine &m, const value &lock);
	void check_guards(machine &m, tree decl, tree record, const value &object,
			  const std::string &what, enum access access, bool pointed);
	void check_reference(machine &m, tree ref, enum access access);
	void check_pointer(machine &m, tree pointer, const std::string &what,
			   enum access access);
	void check_arguments(machine &m, const gcall *call);

	/* An annotation of the function that is followed. */
	struct own_word {
		value lock;
		enum lock_word::kind kind;
		bool shared;
	};
	struct per_function {
		std::map<sym_id, std::string> names;
		std::vector<lock_exit> exits;
		std::vector<own_word> own;
		std::set<sym_id> nest;	/* locks that may be taken again */
		std::map<sym_id, tree> types;	/* of what they point to */
		std::set<sym_id> waited_for;	/* not only tried */
	};
	std::map<const machine *, per_function> functions;
};

} /* namespace safe */

#endif /* SAFE_RULES_LOCK_H */
