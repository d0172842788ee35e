// SPDX-License-Identifier: GPL-2.0
/*
 * Rule "lock": which locks are held, on each path.
 *
 * A lock is known by its place: the object that it is in, and where.  What a function
 * with a body does to locks becomes part of its summary, as events.
 */
#include "lock.h"
#include "../location.h"
#include "outcome.h"

namespace safe {

namespace {

/* Events: what a call of a function with a body does to a lock, all in all. */
enum lock_event : unsigned int {
	EVENT_TAKEN = 1,	/* held when it returns */
	EVENT_USED,		/* taken, and released again */
	EVENT_DROPPED,
	EVENT_UNKNOWN,
	EVENT_FRESH,
	EVENT_ASSERTED,
	EVENT_TRIED = 0x20,	/* with one of the above: by attempts only, which do not wait */
	EVENT_SHARED = 0x40,
	EVENT_NESTS = 0x80,
};

} /* namespace */

lock_rule::lock_rule() : rule("lock")
{
	watches_calls = true;
	watches_memory = true;
}

/* The lock of a dep_map, which lockdep_assert_held() asks for. */
static tree without_dep_map(tree address)
{
	if (TREE_CODE(address) == SSA_NAME && gimple_assign_single_p(SSA_NAME_DEF_STMT(address)))
		address = gimple_assign_rhs1(SSA_NAME_DEF_STMT(address));
	if (TREE_CODE(address) != ADDR_EXPR)
		return NULL_TREE;

	tree ref = TREE_OPERAND(address, 0);

	while (TREE_CODE(ref) == COMPONENT_REF) {
		tree object = TREE_OPERAND(ref, 0);

		if (is_lock_type(TREE_TYPE(object)))
			return object;
		ref = object;
	}
	return NULL_TREE;
}

/* What @call, which is @k, does.  Return: false when it is not known which lock it is. */
bool lock_rule::op_of(machine &m, const gcall *call, const lock_call &k, lock_op *op)
{
	op->deed = k.deed;
	op->shared = k.shared;
	op->nests = k.nests;
	if (k.token) {
		op->lock = m.spot(m.variable(lock_token(k.token)));
		return true;
	}
	if (k.param >= (int)gimple_call_num_args(call))
		return false;
	op->expr = gimple_call_arg(call, k.param);
	if (k.deed == LOCK_ASKED) {
		tree object = without_dep_map(op->expr);

		if (object)
			op->lock = m.spot(m.address(object));
		else if (strncmp(k.name, "lock_is", 7))
			op->lock = m.spot(m.value_of(op->expr));
	} else {
		value at = m.value_of(op->expr);

		/* Nobody locks NULL: what guard() tests afterwards. */
		if (!at.is_sym())
			return false;
		m.narrow(at, range::valid_pointers());
		op->lock = m.spot(at);
	}
	return op->lock.is_sym();
}

/*
 * Where rounds of a loop were joined, the lock may be another one by now, or the way
 * here one that nobody takes: not even likely, as kernels show.
 */
void lock_rule::complain(machine &m, const char *id, const value &lock,
			 const std::string &text, bool likely)
{
	if (!m.now().blurred)
		m.report(id, m.here(), lock, text, likely);
}

void lock_rule::take(machine &m, const lock_op &op, const path_event *inside)
{
	unsigned int st = state(m, op.lock);
	std::string lock = name(m, op.lock, op.expr);
	bool given = dropped(st);

	if (op.nests)
		functions[&m].nest.insert(op.lock.sym);
	if (!op.tries)
		functions[&m].waited_for.insert(op.lock.sym);
	/* Whether it is held in the end, the checker does not know then either. */
	if (st == MAYBE_HELD)
		return;
	if (op.nests && held(st)) {
		set(m, op.lock, std::min<unsigned int>(st >= NESTED ? st + 1 : (unsigned int)NESTED,
						       NESTED + 8));
		return;
	}
	if (held(st) && op.shared && held_shared(st)) {
		set(m, op.lock, MAYBE_HELD);
		return;
	}
	if (held(st)) {
		complain(m, "SAFE_E_DOUBLE_LOCK", op.lock,
			 lock + " is taken while it is held: this waits for itself for ever; "
			 "release it first, or do not take it again",
			 st == LOOSE || st == LOOSE_SHARED);
		set(m, op.lock, MAYBE_HELD);
		return;
	}
	if (!op.tries && !given)
		check_order(m, op, true, inside);
	m.mark(m.here(), op.lock.sym, path_event::BIRTH,
	       lock + " is taken" + (op.shared ? " for reading" : ""), inside);
	if (given)
		set(m, op.lock, op.shared ? GIVEN_SHARED : GIVEN);
	else
		set(m, op.lock, op.shared ? HELD_SHARED : HELD);
}

/*
 * The object is found again by a pointer that was read again, and may be another for
 * all that is known: the lock at the same place in an object of the same type.
 */
bool lock_rule::drop_alias(machine &m, const lock_op &op)
{
	value at = m.spotted(op.lock.sym);
	auto root = [&](sym_id s) {
		return m.info(s).origin == symbol::PARAM || m.info(s).origin == symbol::DECL;
	};
	std::vector<sym_id> same;

	for (const typestate &t : m.now().states) {
		value other = t.rule == index && taken(t.state) ? m.spotted(t.sym) : value();

		if (!other.is_sym() || other.num != at.num || other.sym == at.sym)
			continue;
		if (root(at.sym) && root(other.sym))
			continue;
		same.push_back(t.sym);
	}
	for (sym_id s : same)
		m.set_state(s, *this, MAYBE_HELD);
	return !same.empty();
}

/* A lock is released, and it is not known which. */
void lock_rule::drop_any(machine &m)
{
	std::vector<sym_id> all;

	for (const typestate &t : m.now().states)
		if (t.rule == index && t.sym && taken(t.state) && !is_token(m, value::of(t.sym)))
			all.push_back(t.sym);
	for (sym_id s : all)
		m.set_state(s, *this, MAYBE_HELD);
}

void lock_rule::drop(machine &m, const lock_op &op, const path_event *inside)
{
	unsigned int st = state(m, op.lock);
	std::string lock = name(m, op.lock, op.expr);

	if (st > NESTED) {
		set(m, op.lock, st - 1);
		return;
	}
	switch (st) {
	case LOCK_UNSEEN:
		if (drop_alias(m, op))
			return;
		break;
	case MAYBE_HELD:
		return;
	case FRESH:
		set(m, op.lock, LOCK_UNSEEN);
		return;
	case UNTESTED:
		m.report("SAFE_E_LOCK_UNTESTED", m.here(), op.lock,
			 lock + " is released, but nobody looked whether it was taken: test "
			 "what the call that tries returns");
		set(m, op.lock, MAYBE_HELD);
		return;
	case FAILED:
		if (drop_alias(m, op))
			return;
		complain(m, "SAFE_E_LOCK_UNTESTED", op.lock,
			 lock + " is released, but on this path the call that tried to take it "
			 "has failed: release it only where it was taken",
			 /* What an unknown call returns may tell the paths apart. */
			 true);
		set(m, op.lock, MAYBE_HELD);
		return;
	case RELEASED:
	case RELEASED_SHARED:
	case DROPPED:
	case DROPPED_SHARED:
		complain(m, "SAFE_E_DOUBLE_UNLOCK", op.lock,
			 lock + " is released again: it is not held since it was released; "
			 "release it once");
		set(m, op.lock, MAYBE_HELD);
		return;
	case NESTED:
		set(m, op.lock, HELD_SHARED);
		return;
	default:
		break;
	}
	/* What the annotations of older kernels say is held, may be held either way. */
	if (held(st) && held_shared(st) != op.shared && (taken(st) || is_held_to_words(m)))
		m.report("SAFE_E_LOCK_MODE", m.here(), op.lock,
			 lock + (op.shared ? " is held for writing, and released as if it was "
					     "held for reading"
					   : " is held for reading, and released as if it was "
					     "held for writing") +
			 "; use the function that belongs to the one that took it");
	m.mark(m.here(), op.lock.sym, path_event::OTHER, lock + " is released", inside);
	if (taken(st))
		set(m, op.lock, op.shared ? RELEASED_SHARED : RELEASED);
	else
		set(m, op.lock, op.shared ? DROPPED_SHARED : DROPPED);
}

/* lockdep_assert_held(), but not what rcu_dereference_check() asks. */
static bool is_assertion(machine &m)
{
	const gcall *call = m.statement() ? dyn_cast<const gcall *>(m.statement()) : NULL;
	tree fndecl = call ? gimple_call_fndecl(call) : NULL_TREE;
	const lock_call *k = find_lock_call(fndecl);
	location_t where = call ? gimple_location(call) : UNKNOWN_LOCATION;

	if (!k || k->deed != LOCK_ASKED)
		return true;
	return any_macro(where, [](const char *name) {
		return !strncmp(name, "lockdep_assert", 14);
	});
}

void lock_rule::perform(machine &m, const lock_op &op)
{
	unsigned int st = state(m, op.lock);

	switch (op.deed) {
	case LOCK_TAKE:
		take(m, op, NULL);
		break;
	case LOCK_DROP:
		drop(m, op, NULL);
		break;
	case LOCK_DOWNGRADE:
		if (st == HELD || st == LOOSE)
			set(m, op.lock, HELD_SHARED);
		else if (st == GIVEN)
			set(m, op.lock, GIVEN_SHARED);
		break;
	case LOCK_INIT:
		set(m, op.lock, FRESH);
		break;
	case LOCK_ASKED:
		/* "It is held, or ..." says only that it may be. */
		if (!held(st) && !released(st) && is_assertion(m))
			set(m, op.lock, ASSERTED);
		else if ((st == LOCK_UNSEEN || st == FAILED) && lock_words_in_use())
			set(m, op.lock, MAYBE_HELD);
		break;
	}
}

bool lock_rule::splits(machine &m, const gcall *call, const contract *c, range *success)
{
	const lock_call *k = find_lock_call(gimple_call_fndecl(call));

	if (!k)
		return words_split(call, success);
	if (k->when == LOCK_ALWAYS)
		return false;
	*success = k->when == LOCK_IF_ZERO ? range::constant(0) : range::not_null();
	return true;
}

void lock_rule::calls(machine &m, const gcall *call, const contract *c)
{
	demand_words(m, call);
	check_arguments(m, call);
}

void lock_rule::called(machine &m, const gcall *call, const contract *c)
{
	const lock_call *k = find_lock_call(gimple_call_fndecl(call));
	tree lhs = gimple_call_lhs(call);
	range success;
	lock_op op;

	if (!k) {
		if (!perform_statement(m, call))
			apply_words(m, call);
		return;
	}
	if (!op_of(m, call, *k, &op)) {
		if (k->deed == LOCK_DROP)
			drop_any(m);
		return;
	}
	if (k->when == LOCK_ALWAYS) {
		perform(m, op);
		return;
	}
	if (!lhs) {
		if (state(m, op.lock) == LOCK_UNSEEN)
			set(m, op.lock, UNTESTED);
		return;
	}
	splits(m, call, c, &success);

	range r = m.range_of(m.value_of(lhs));

	/* Of the codes of an interrupted wait drivers know only -EINTR. */
	if (k->when == LOCK_IF_TRUE && !r.meets(success) &&
	    state(m, op.lock) == LOCK_UNSEEN)
		set(m, op.lock, FAILED);
	if (!r.inside(success))
		return;
	/* An attempt does not wait for itself. */
	op.tries = strstr(k->name, "trylock");
	if (op.tries && held(state(m, op.lock)))
		set(m, op.lock, MAYBE_HELD);
	else
		perform(m, op);
}

/* @object was in the hands of a function that is not known, with the locks in it. */
void lock_rule::loosen(machine &m, sym_id object)
{
	std::vector<std::pair<sym_id, unsigned int>> changed;

	for (const typestate &t : m.now().states) {
		if (t.rule != index)
			continue;

		sym_id s = m.spotted(t.sym).sym;
		bool inside = s == object;

		for (int steps = 0; !inside && steps < 3 && m.info(s).origin == symbol::LOADED;
		     steps++) {
			s = m.info(s).a;
			inside = s == object;
		}
		if (!inside)
			continue;
		if (t.state == HELD || t.state == HELD_SHARED)
			changed.push_back({ t.sym, t.state == HELD ? LOOSE : LOOSE_SHARED });
		else if (released(t.state) || t.state == FAILED)
			changed.push_back({ t.sym, LOCK_UNSEEN });
		else if (dropped(t.state) || t.state == UNTESTED || t.state == ASSERTED)
			changed.push_back({ t.sym, MAYBE_HELD });
	}
	for (const auto &c : changed)
		m.set_state(c.first, *this, c.second);
}

unsigned int lock_rule::on(machine &m, unsigned int st, const occasion &o)
{
	if (o.act != ACT_PASS && o.act != ACT_TAKE)
		return st;

	const gcall *call = m.statement() ? dyn_cast<const gcall *>(m.statement()) : NULL;

	if (call && !find_lock_call(gimple_call_fndecl(call)))
		loosen(m, o.what.sym);
	return st;
}

unsigned int lock_rule::join(unsigned int a, unsigned int b) const
{
	auto weaker = [](unsigned int x, unsigned int y) {
		return (x == HELD && y == LOOSE) || (x == HELD_SHARED && y == LOOSE_SHARED);
	};
	auto none = [](unsigned int x) {
		return x == LOCK_UNSEEN || released(x) || x == FAILED || x == FRESH;
	};

	if (a == b || weaker(b, a))
		return a;
	if (weaker(a, b))
		return b;
	return none(a) && none(b) ? LOCK_UNSEEN : MAYBE_HELD;
}

void lock_rule::happened(machine &m, const value &v, unsigned int event, bool maybe,
			 const path_event *inside)
{
	const gcall *call = m.statement() ? dyn_cast<const gcall *>(m.statement()) : NULL;
	lock_op op;

	if (call && find_lock_call(gimple_call_fndecl(call)))
		return;
	op.lock = m.spot(v);
	op.deed = LOCK_TAKE;
	op.shared = event & EVENT_SHARED;
	op.nests = event & EVENT_NESTS;
	op.tries = event & EVENT_TRIED;
	if (!op.lock.is_sym())
		return;

	unsigned int st = state(m, op.lock), what = event & (EVENT_TRIED - 1);

	if (!op.tries && what == EVENT_USED && !held(st))
		check_order(m, op, !maybe, inside);
	if (maybe && what == EVENT_USED)
		return;
	/* What is held is not taken by an attempt: the call has taken another way. */
	if (op.tries && held(st) && (what == EVENT_USED || what == EVENT_TAKEN)) {
		set(m, op.lock, what == EVENT_USED ? st : (unsigned int)MAYBE_HELD);
		return;
	}
	if (maybe || what == EVENT_UNKNOWN) {
		if (what != EVENT_FRESH && what != EVENT_ASSERTED)
			set(m, op.lock, MAYBE_HELD);
		return;
	}
	switch (what) {
	case EVENT_TAKEN:
		take(m, op, inside);
		break;
	case EVENT_DROPPED:
		drop(m, op, inside);
		break;
	case EVENT_FRESH:
		set(m, op.lock, FRESH);
		break;
	case EVENT_ASSERTED:
		op.deed = LOCK_ASKED;
		perform(m, op);
		break;
	case EVENT_USED:
		if (!op.tries)
			functions[&m].waited_for.insert(op.lock.sym);
		if (!held(st) || op.nests || (op.shared && held_shared(st)))
			break;
		m.mark(m.here(), op.lock.sym, path_event::OTHER,
		       "taken by the called function", inside);
		complain(m, "SAFE_E_DOUBLE_LOCK", op.lock,
			 name(m, op.lock) + " is held, and the called function takes it: this "
			 "waits for itself for ever; release it before, or call a function "
			 "that does not take it", st == LOOSE || st == LOOSE_SHARED);
		set(m, op.lock, MAYBE_HELD);
		break;
	}
}

const char *lock_rule::event_word(unsigned int event) const
{
	switch (event & (EVENT_TRIED - 1)) {
	case EVENT_TAKEN:
		return "taken";
	case EVENT_DROPPED:
		return "dropped";
	default:
		return NULL;
	}
}

void lock_rule::begin(machine &m)
{
	static tree debug_locks;
	static bool searched;

	/* lockdep_assert_held() says nothing where lockdep has given up: never mind. */
	if (!searched) {
		symtab_node *node = symtab_node::get_for_asmname(get_identifier("debug_locks"));

		searched = true;
		debug_locks = node ? node->decl : NULL_TREE;
	}
	if (debug_locks)
		m.set_global(debug_locks, 1);
	begin_words(m);
}

/* A path ends on which the function has taken @lock, and holds it or not. */
void lock_rule::note_exit(machine &m, const value &lock, bool held, const value &returned)
{
	tree type = TREE_TYPE(TREE_TYPE(m.fndecl()));
	lock_exit e;

	if (!m.reports() || is_spoken_of(m, lock) || m.now().blurred)
		return;
	if (held && is_held_to_words(m)) {
		m.report("SAFE_E_LOCK_HELD", m.here(), lock,
			 name(m, lock) + " is still held when the function returns here; "
			 "release it, or say __acquires()");
		return;
	}
	e.lock = lock;
	e.held = held;
	e.nothing = VOID_TYPE_P(type);
	e.returned = m.range_of(returned);
	e.returns_owner = returned.is_sym() && returned.sym == m.spotted(lock.sym).sym;
	e.returned_type = type;
	for (const sym_fact &f : m.now().facts)
		if (m.info(f.sym).origin == symbol::PARAM)
			e.told_by.push_back({ f.sym, f.r });
	for (const cell &c : m.now().cells)
		if (c.written && m.info(c.base).origin == symbol::PARAM)
			e.set.push_back(c);
	/* What returns an error or 0, does not return more. */
	bool odd = INTEGRAL_TYPE_P(type) && e.returned.inside(range::between(1, range::MAX)) &&
		   TREE_CODE(type) != BOOLEAN_TYPE && returned.is_sym() &&
		   call_behind(m.info(returned.sym));

	if (held)
		e.what = m.find("SAFE_E_LOCK_HELD", m.here(), lock,
				name(m, lock) + " is still held when the function returns here, "
				"and released on other paths; release it here too", odd);
	functions[&m].exits.push_back(std::move(e));
}

/* Where the lock of @t, which has been released since, was taken. */
static const path_event *taken_at(machine &m, const typestate &t)
{
	for (const path_event *e = m.now().path; e; e = e->before)
		if (e->about == t.sym && e->kind == path_event::BIRTH)
			return e;
	return t.since;
}

void lock_rule::leave(machine &m, const value &returned)
{
	std::vector<typestate> locks;
	bool known = find_lock_call(m.fndecl()), decided = is_decided(m);

	leave_words(m);
	for (const typestate &t : m.now().states)
		if (t.rule == index && t.sym)
			locks.push_back(t);
	for (const typestate &t : locks) {
		value lock = value::of(t.sym), at = m.spotted(t.sym);
		bool shared = held_shared(t.state) || t.state == RELEASED_SHARED ||
			      t.state == DROPPED_SHARED;
		unsigned int more = (shared ? (unsigned int)EVENT_SHARED : 0) |
				    (nests(m, lock) ? (unsigned int)EVENT_NESTS : 0) |
				    (functions[&m].waited_for.count(t.sym) ?
				     0 : (unsigned int)EVENT_TRIED);
		unsigned int event = 0;

		if (taken(t.state))
			event = EVENT_TAKEN;
		else if (released(t.state))
			event = EVENT_USED;
		else if (dropped(t.state))
			event = EVENT_DROPPED;
		else if (t.state == MAYBE_HELD || t.state == UNTESTED)
			event = EVENT_UNKNOWN;
		else if (t.state == FRESH)
			event = EVENT_FRESH;
		else if (t.state == ASSERTED && lock_words_in_use())
			event = EVENT_ASSERTED;

		if (!known && (event == EVENT_TAKEN || event == EVENT_USED))
			note_exit(m, lock, event == EVENT_TAKEN, returned);
		if (event && !known && !decided)
			m.add_event(*this, at, event | more,
				    event == EVENT_USED ? taken_at(m, t) : t.since);
		set(m, lock, LOCK_UNSEEN);
	}
}

void lock_rule::end(machine &m)
{
	auto found = functions.find(&m);

	if (found == functions.end())
		return;
	judge_lock_exits(m.fndecl(), found->second.exits);
	functions.erase(found);
}

static rule_entry entry(new lock_rule);

} /* namespace safe */
