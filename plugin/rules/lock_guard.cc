// SPDX-License-Identifier: GPL-2.0
/*
 * Rule "lock": what annotations say of locks, which the caller has to hold, which a function takes
 * or releases for it, which guard a member.
 *
 * A file is held to all of it if it uses __guarded_by() itself, or a header beside it
 * does.  In others, where nobody has said yet what is held where, only what is wrong
 * whatever the caller holds is reported.
 */
#include "lock.h"
#include "lock_text.h"
#include "../location.h"

namespace safe {

/* Whether what @w says of @fndecl speaks of its parameters by their names. */
static bool can_be_read(tree fndecl, const lock_words &w)
{
	for (const lock_word &one : w.all) {
		size_t from = one.text.find_first_not_of("&*( "), to = from;
		bool found = false;

		if (from == std::string::npos)
			return false;
		while (to < one.text.size() && ISIDNUM(one.text[to]))
			to++;

		std::string first = one.text.substr(from, to - from);

		for (tree p = DECL_ARGUMENTS(fndecl); p; p = DECL_CHAIN(p))
			found |= DECL_NAME(p) && first == IDENTIFIER_POINTER(DECL_NAME(p));
		if (!found && !is_token_name(first))
			return false;
	}
	return true;
}

/* Whether the call of @fndecl does what its annotations say, not what its body does. */
static bool words_decide(tree fndecl, const lock_words &w)
{
	function *body = DECL_STRUCT_FUNCTION(fndecl);

	return !body || !body->cfg || (w.unchecked && can_be_read(fndecl, w)) ||
	       (lock_words_in_use() && in_main_file(DECL_SOURCE_LOCATION(fndecl)));
}

bool lock_rule::is_held_to_words(machine &m) const
{
	const lock_words *own = lock_words_of(m.fndecl());

	return lock_words_in_use() && in_main_file(DECL_SOURCE_LOCATION(m.fndecl())) &&
	       !(own && own->unchecked);
}

/* __acquire() and its like: functions that have no body and are never called. */
static bool is_statement(const gcall *call, unsigned int *what)
{
	tree fndecl = gimple_call_fndecl(call);

	if (!fndecl || !DECL_NAME(fndecl) || gimple_call_num_args(call) != 2 ||
	    strcmp(IDENTIFIER_POINTER(DECL_NAME(fndecl)), "__safe_ctx") ||
	    !tree_fits_uhwi_p(gimple_call_arg(call, 0)))
		return false;
	*what = tree_to_uhwi(gimple_call_arg(call, 0));
	return true;
}

bool lock_rule::wants_call(const gcall *call) const
{
	tree fndecl = gimple_call_fndecl(call);

	return find_lock_call(fndecl) || lock_words_of(fndecl);
}

static bool is_guarded(tree ref)
{
	for (; handled_component_p(ref); ref = TREE_OPERAND(ref, 0))
		if (TREE_CODE(ref) == COMPONENT_REF && DECL_ATTRIBUTES(TREE_OPERAND(ref, 1)))
			return true;
	return VAR_P(ref) && is_global_var(ref) && DECL_ATTRIBUTES(ref);
}

bool lock_rule::wants_body(function *fn) const
{
	basic_block bb;

	if (lock_words_of(fn->decl))
		return true;
	if (!guards_met())
		return false;
	FOR_EACH_BB_FN(bb, fn)
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i))
			for (unsigned int n = 0; n < gimple_num_ops(gsi_stmt(i)); n++) {
				tree op = gimple_op(gsi_stmt(i), n);

				if (op && TREE_CODE(op) == ADDR_EXPR)
					op = TREE_OPERAND(op, 0);
				if (op && is_guarded(op))
					return true;
			}
	return false;
}

bool lock_rule::perform_statement(machine &m, const gcall *call)
{
	unsigned int what;
	lock_op op;

	if (!is_statement(call, &what))
		return false;
	op.expr = gimple_call_arg(call, 1);
	op.lock = m.spot(lock_argument(m, op.expr));
	op.shared = what & 1;
	op.nests = is_token(m, op.lock);
	op.deed = what < 2 ? LOCK_TAKE : what < 4 ? LOCK_DROP : LOCK_ASKED;
	if (op.lock.is_sym())
		perform(m, op);
	return true;
}

bool lock_rule::is_token(machine &m, const value &lock)
{
	const symbol &base = m.info(m.spotted(lock.sym).sym);

	return lock.is_sym() && base.origin == symbol::DECL && is_lock_token(base.node);
}

/* Whether it is a read section, of which there may be several in each other. */
bool lock_rule::nests(machine &m, const value &lock)
{
	auto found = functions.find(&m);

	return (is_token(m, lock) && strcmp(name(m, lock).c_str(), "rtnl")) ||
	       (found != functions.end() && found->second.nest.count(lock.sym));
}

/* RCU, RCU_BH and RCU_SCHED: nobody holds them but for reading. */
bool lock_rule::is_read_section(machine &m, const value &lock)
{
	return is_token(m, lock) &&
	       !strncmp(IDENTIFIER_POINTER(DECL_NAME(m.info(m.spotted(lock.sym).sym).node)),
			"RCU", 3);
}

/* The words of the function that @call calls, where they decide. */
const lock_words *lock_rule::words_of(const gcall *call) const
{
	tree fndecl = gimple_call_fndecl(call);
	const lock_words *w = fndecl && !find_lock_call(fndecl) ? lock_words_of(fndecl) : NULL;

	return w && words_decide(fndecl, *w) ? w : NULL;
}

bool lock_rule::words_split(const gcall *call, range *success) const
{
	const lock_words *w = words_of(call);

	if (!w)
		return false;
	for (const lock_word &one : w->all) {
		if (one.kind != lock_word::TRIES)
			continue;
		*success = one.success ? range::not_null() : range::constant(0);
		return true;
	}
	return false;
}

/* What has to hold before the call. */
void lock_rule::demand_words(machine &m, const gcall *call)
{
	tree fndecl = gimple_call_fndecl(call);
	const lock_words *w = fndecl ? lock_words_of(fndecl) : NULL;
	lock_scope scope;

	if (!w || find_lock_call(fndecl))
		return;

	bool decide = words_decide(fndecl, *w);

	scope.fndecl = fndecl;
	scope.call = call;
	for (const lock_word &one : w->all) {
		bool wanted = one.kind == lock_word::REQUIRES ||
			      (one.kind == lock_word::RELEASES && decide);

		if (!wanted && one.kind != lock_word::EXCLUDES)
			continue;

		value lock = find_lock(m, scope, one.text);

		if (!lock.is_sym())
			continue;

		unsigned int st = state(m, lock);
		std::string text = name(m, lock),
			    callee = IDENTIFIER_POINTER(DECL_NAME(fndecl));

		if (one.kind == lock_word::EXCLUDES && held(st)) {
			m.report("SAFE_E_LOCK_EXCLUDED", m.here(), lock,
				 "'" + callee + "' is called with " + text + " held, which it "
				 "must not be: __must_not_hold(); release it before");
		} else if (wanted && lacks(m, lock, one.shared)) {
			m.report("SAFE_E_LOCK_MISSING", m.here(), lock,
				 "'" + callee + "' is called without " + text +
				 (held(st) ? " held for writing" : "") +
				 ", which it wants its caller to hold; take it before");
		}
	}
}

/* Whether the object at @object is being made: somebody has just made a lock in it. */
bool lock_rule::is_fresh(machine &m, const value &object)
{
	for (const typestate &t : m.now().states)
		if (t.rule == index && t.state == FRESH && object.is_sym() &&
		    m.spotted(t.sym).sym == object.sym)
			return true;
	return false;
}

/* Any read section of RCU will do for what RCU guards. */
bool lock_rule::in_read_section(machine &m, const value &lock)
{
	if (!is_token(m, lock) ||
	    strcmp(IDENTIFIER_POINTER(DECL_NAME(m.info(m.spotted(lock.sym).sym).node)), "RCU"))
		return false;
	for (const typestate &t : m.now().states)
		if (t.rule == index && t.sym && held_shared(t.state) && t.state != LOOSE_SHARED &&
		    nests(m, value::of(t.sym)))
			return true;
	return false;
}

/* Whether it is sure, as far as this file is held to its words, that nobody holds it. */
bool lock_rule::lacks(machine &m, const value &lock, bool shared)
{
	unsigned int st = state(m, lock);

	if (context_is_unsafe(m.here()))
		return false;
	if (released(st) || dropped(st))
		return true;
	if (!is_held_to_words(m))
		return false;
	if (held(st))
		return held_shared(st) && !shared;
	return st == UNTESTED || ((st == LOCK_UNSEEN || st == FAILED) && !alias_held(m, lock) &&
				  !in_read_section(m, lock));
}

/* What the call has done. */
void lock_rule::apply_words(machine &m, const gcall *call)
{
	tree fndecl = gimple_call_fndecl(call), lhs = gimple_call_lhs(call);
	const lock_words *w = fndecl ? lock_words_of(fndecl) : NULL;
	bool decide = words_of(call);
	lock_scope scope;

	if (!w)
		return;
	scope.fndecl = fndecl;
	scope.call = call;
	for (const lock_word &one : w->all) {
		lock_op op;

		if (!decide && one.kind != lock_word::ASSUMES)
			continue;

		op.lock = find_lock(m, scope, one.text);
		op.nests = is_token(m, op.lock);
		/* Older kernels have no word for a read section. */
		op.shared = one.shared || (op.nests && is_read_section(m, op.lock));
		if (!op.lock.is_sym())
			continue;
		switch (one.kind) {
		case lock_word::ACQUIRES:
			op.deed = LOCK_TAKE;
			break;
		case lock_word::RELEASES:
			op.deed = LOCK_DROP;
			break;
		case lock_word::ASSUMES:
			op.deed = LOCK_ASKED;
			break;
		case lock_word::TRIES:
			op.deed = LOCK_TAKE;
			if (!lhs) {
				set(m, op.lock, UNTESTED);
				continue;
			}
			if (!m.range_of(m.value_of(lhs)).inside(
				    one.success ? range::not_null() : range::constant(0)))
				continue;
			break;
		default:
			continue;
		}
		/* Taken and released in one: not a mistake of this function. */
		if (op.deed == LOCK_DROP && !held(state(m, op.lock)) &&
		    !is_held_to_words(m))
			set(m, op.lock, op.shared ? DROPPED_SHARED : DROPPED);
		else
			perform(m, op);
	}
}

/* The function begins with what its own annotations say. */
void lock_rule::begin_words(machine &m)
{
	const lock_words *own = lock_words_of(m.fndecl());
	lock_scope scope;

	if (!own)
		return;
	scope.fndecl = m.fndecl();
	for (const lock_word &one : own->all) {
		value lock = find_lock(m, scope, one.text);

		if (!lock.is_sym())
			continue;
		functions[&m].own.push_back({ lock, one.kind, one.shared });
		if (one.kind != lock_word::REQUIRES && one.kind != lock_word::RELEASES)
			continue;
		m.mark(DECL_SOURCE_LOCATION(m.fndecl()), lock.sym, path_event::BIRTH,
		       "held by the caller, as the annotation says");
		set(m, lock, one.shared ? GIVEN_SHARED : GIVEN);
	}
}

/* Whether the path leaves the locks as the function's annotations say. */
void lock_rule::leave_words(machine &m)
{
	auto found = functions.find(&m);

	if (found == functions.end() || !is_held_to_words(m))
		return;

	auto says = [&](const value &lock, enum lock_word::kind kind) {
		for (const own_word &w : found->second.own)
			if (w.lock == lock && w.kind == kind)
				return true;
		return false;
	};

	for (const own_word &w : found->second.own) {
		unsigned int st = state(m, w.lock);
		std::string text = name(m, w.lock);

		if (w.kind == lock_word::ACQUIRES && !held(st) && st != MAYBE_HELD)
			m.report("SAFE_E_LOCK_PROMISE", m.here(), w.lock,
				 text + " is not held when the function returns here, but its "
				 "annotation says that it takes it: __acquires()");
		else if (w.kind == lock_word::RELEASES && held(st) &&
			 !says(w.lock, lock_word::ACQUIRES) &&
			 !says(w.lock, lock_word::TRIES))
			m.report("SAFE_E_LOCK_PROMISE", m.here(), w.lock,
				 text + " is still held when the function returns here, but its "
				 "annotation says that it releases it: __releases()");
		else if (w.kind == lock_word::REQUIRES && dropped(st) &&
			 !says(w.lock, lock_word::RELEASES))
			m.report("SAFE_E_LOCK_PROMISE", m.here(), w.lock,
				 text + " is not held any more when the function returns here, "
				 "but the caller holds it, and nothing says that it is released: "
				 "take it again, or say __releases()");
	}
}

/* Whether the annotations of the function say what becomes of @lock. */
bool lock_rule::is_spoken_of(machine &m, const value &lock) const
{
	auto found = functions.find(&m);
	const lock_words *own = lock_words_of(m.fndecl());

	if (!own)
		return false;
	if (own->unchecked)
		return true;
	for (const lock_word &w : own->all) {
		if (w.kind != lock_word::ACQUIRES && w.kind != lock_word::RELEASES &&
		    w.kind != lock_word::TRIES)
			continue;
		/* Older kernels' annotations name the lock as they like. */
		if (!lock_words_in_use())
			return true;
		for (const own_word &o : found->second.own)
			if (o.lock == lock && o.kind == w.kind)
				return true;
	}
	return false;
}

/* Whether callers go by the annotations of the function, not by what it does. */
bool lock_rule::is_decided(machine &m) const
{
	const lock_words *own = lock_words_of(m.fndecl());

	return own && words_decide(m.fndecl(), *own) &&
	       (own->has(lock_word::ACQUIRES) || own->has(lock_word::RELEASES) ||
		own->has(lock_word::TRIES));
}

/* ---- what is guarded ---- */

/*
 * The lock of a member that was found by a pointer which was read again since: what is
 * held then has another name, but stands at the same place of an object of its type.
 */
bool lock_rule::alias_held(machine &m, const value &lock)
{
	value at = m.spotted(lock.sym);
	auto fixed = [&](sym_id s) {
		return m.info(s).origin == symbol::PARAM || m.info(s).origin == symbol::DECL;
	};

	for (const typestate &t : m.now().states) {
		value other = t.rule == index && t.sym && held(t.state) ? m.spotted(t.sym)
									: value();

		if (other.is_sym() && other.num == at.num && other.sym != at.sym &&
		    !(fixed(other.sym) && fixed(at.sym)) &&
		    m.describe(value::of(other.sym)) == m.describe(value::of(at.sym)))
			return true;
	}
	return false;
}

/* @object, of which @decl is a member, is read or written, or passed on by address. */
void lock_rule::check_guards(machine &m, tree decl, tree record, const value &object,
			     const std::string &what, enum access access, bool pointed)
{
	std::vector<std::string> guards = guards_of(decl, pointed);
	std::string missing;
	bool shared = false, some = false, unknown = false;
	value first;
	lock_scope scope;

	if (guards.empty() || context_is_unsafe(m.here()))
		return;
	/* Nobody else has it yet. */
	if (object.is_sym() && (m.is_private(object.sym) || is_fresh(m, object)))
		return;
	scope.record = record;
	scope.object = object;
	for (const std::string &text : guards) {
		value lock = find_lock(m, scope, text);
		unsigned int st = lock.is_sym() ? state(m, lock) : (unsigned int)MAYBE_HELD;

		/* Who reads between read_seqbegin() and read_seqretry() holds nothing. */
		if (!lock.is_sym() || st == MAYBE_HELD ||
		    (access == READS && !held(st) && is_seqlock(m, lock))) {
			unknown = true;
			continue;
		}
		if (held(st) || in_read_section(m, lock) ||
		    ((st == LOCK_UNSEEN || st == FAILED) && alias_held(m, lock))) {
			some = true;
			if (!held_shared(st) || access == READS)
				continue;
			shared = true;
		}
		if (missing.empty() || !held(st)) {
			first = lock;
			missing = name(m, lock);
		}
	}
	/* To read it, one of the locks is enough. */
	if (missing.empty() || (access == READS && (some || unknown)))
		return;
	if (!is_held_to_words(m) && !released(state(m, first)) && !dropped(state(m, first)))
		return;
	if (access == PASSES)
		m.report("SAFE_E_GUARDED_PASSED", m.here(), first,
			 "the address of '" + what + "' is passed on without " + missing +
			 ", which guards it: who gets it uses it unguarded; take the lock before");
	else if (shared)
		m.report("SAFE_E_LOCK_MODE", m.here(), first,
			 "'" + what + "' is written, but " + missing +
			 ", which guards it, is held for reading only");
	else
		m.report("SAFE_E_UNGUARDED", m.here(), first,
			 "'" + what + "' is " + (access == READS ? "read" : "written") +
			 " without " + missing + ", which guards it" +
			 (state(m, first) == UNTESTED ? ": nobody looked whether it was taken"
						     : "; take it before"));
}

void lock_rule::check_reference(machine &m, tree ref, enum access access)
{
	std::string what = m.describe(ref);

	for (tree part = ref; handled_component_p(part); part = TREE_OPERAND(part, 0)) {
		if (TREE_CODE(part) != COMPONENT_REF)
			continue;

		tree member = TREE_OPERAND(part, 1), whole = TREE_OPERAND(part, 0);

		if (DECL_ATTRIBUTES(member))
			check_guards(m, member, TREE_TYPE(whole), m.address(whole), what, access,
				     false);
	}

	tree base = get_base_address(ref);

	if (base && VAR_P(base) && DECL_ATTRIBUTES(base))
		check_guards(m, base, NULL_TREE, value(), what, access, false);
	if (!base || TREE_CODE(base) != MEM_REF)
		return;

	tree pointer = TREE_OPERAND(base, 0);
	gimple *def = TREE_CODE(pointer) == SSA_NAME ? SSA_NAME_DEF_STMT(pointer) : NULL;

	/* WRITE_ONCE(foo->count, 1) writes through the address. */
	if (TREE_THIS_VOLATILE(ref) && def && gimple_assign_single_p(def) &&
	    TREE_CODE(gimple_assign_rhs1(def)) == ADDR_EXPR)
		check_reference(m, TREE_OPERAND(gimple_assign_rhs1(def), 0), access);
	else
		check_pointer(m, pointer, what, access);
}

/* What @pointer points to is accessed, which the member that it is read from guards. */
void lock_rule::check_pointer(machine &m, tree pointer, const std::string &what,
			      enum access access)
{
	gimple *def = TREE_CODE(pointer) == SSA_NAME ? SSA_NAME_DEF_STMT(pointer) : NULL;

	for (int steps = 0; def && is_gimple_assign(def) && steps < 4; steps++) {
		tree from = gimple_assign_rhs1(def);

		if (TREE_CODE(from) == COMPONENT_REF) {
			tree member = TREE_OPERAND(from, 1), whole = TREE_OPERAND(from, 0);

			if (DECL_ATTRIBUTES(member))
				check_guards(m, member, TREE_TYPE(whole), m.address(whole), what,
					     access, true);
			return;
		}
		if (VAR_P(from) && DECL_ATTRIBUTES(from))
			check_guards(m, from, NULL_TREE, value(), what, access, true);
		def = TREE_CODE(from) == SSA_NAME ? SSA_NAME_DEF_STMT(from) : NULL;
	}
}

void lock_rule::touches(machine &m, tree ref, bool write)
{
	if (guards_met())
		check_reference(m, ref, write ? WRITES : READS);
}

/* The addresses among the arguments of @call. */
void lock_rule::check_arguments(machine &m, const gcall *call)
{
	if (!guards_met() || find_lock_call(gimple_call_fndecl(call)))
		return;
	for (unsigned int i = 0; i < gimple_call_num_args(call); i++) {
		tree arg = gimple_call_arg(call, i);

		if (TREE_CODE(arg) == SSA_NAME &&
		    gimple_assign_single_p(SSA_NAME_DEF_STMT(arg)))
			arg = gimple_assign_rhs1(SSA_NAME_DEF_STMT(arg));
		if (TREE_CODE(arg) == ADDR_EXPR)
			check_reference(m, TREE_OPERAND(arg, 0), PASSES);
	}
}

} /* namespace safe */
