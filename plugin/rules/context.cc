// SPDX-License-Identifier: GPL-2.0
/*
 * Rule "context": no sleep where sleeping is not allowed.
 *
 * The path itself has a state: which levels were entered since the function began.  It
 * is an index into a table, 0 for none; what cannot be known is UNKNOWN.  What a trylock
 * returns has a state too: what becomes of the path if it is not 0.
 *
 * A first look (context_scan.h) says in which functions something may sleep at a level
 * above 0.  Only these, and what they call, are followed.
 */
#include "code.h"
#include "context.h"
#include "../gfp.h"
#include "../location.h"
#include "../names.h"

namespace safe {

namespace {

const unsigned int NOTHING = 0, UNKNOWN = 255;
/* Ways to the same sleep that are kept apart by their conditions. */
const unsigned int MOST_WAYS = 4;
/* Levels of one kind; more are a loop. */
const int MOST_LEVELS = 4;

/* All contexts that occur, each with its number. */
std::vector<context> contexts(1);

unsigned int number_of(const context &c)
{
	for (int level : c.level)
		if (level > MOST_LEVELS || level < -MOST_LEVELS)
			return UNKNOWN;
	for (size_t i = 0; i < contexts.size(); i++)
		if (contexts[i] == c)
			return i;
	if (contexts.size() == UNKNOWN)
		return UNKNOWN;
	contexts.push_back(c);
	return contexts.size() - 1;
}

/* A macro that asks where the program is: what follows knows it. */
bool asks_for_context(location_t where)
{
	for (const char *ask : { "in_atomic", "in_interrupt", "in_irq", "in_hardirq",
				 "in_softirq", "in_task", "in_nmi", "irqs_disabled",
				 "preemptible", "in_serving_softirq", "in_dbg_master" })
		if (in_macro(where, ask))
			return true;
	return false;
}

/* The function as the user calls it: by the macro, where there is one around it. */
std::string called_name(const gcall *call)
{
	location_t where = gimple_location(call);
	tree fndecl = gimple_call_fndecl(call), member = fndecl ? NULL_TREE : code::called_member(call);
	std::string name = fndecl ? decl_name(fndecl) : member ? decl_name(member) : "the callback";

	while (linemap_location_from_macro_expansion_p(line_table, where)) {
		const line_map *map = linemap_lookup(line_table, where);

		name = linemap_map_get_macro_name(linemap_check_macro(map));
		where = linemap_unwind_toward_expansion(line_table, where, &map);
	}
	return name;
}

/* The lock that is passed, not a part of it: "&p->lock" */
std::string name_of_lock(machine &m, tree arg)
{
	for (int steps = 0; TREE_CODE(arg) == SSA_NAME && steps < 4; steps++) {
		gimple *def = SSA_NAME_DEF_STMT(arg);

		if (is_gimple_call(def) && gimple_call_num_args(def) == 1)	/* spinlock_check() */
			arg = gimple_call_arg(def, 0);
		else if (gimple_assign_single_p(def) || gimple_assign_cast_p(def))
			arg = gimple_assign_rhs1(def);
		else
			break;
	}

	std::string text = m.describe(arg);
	static const std::string part = ".rlock";

	if (text.size() > part.size() &&
	    !text.compare(text.size() - part.size(), std::string::npos, part))
		text.resize(text.size() - part.size());
	return text;
}

/* The lock among the arguments of a function that takes one: a guard, or a helper. */
std::string lock_passed(machine &m, const gcall *call)
{
	for (unsigned int i = 0; i < gimple_call_num_args(call); i++) {
		tree arg = gimple_call_arg(call, i), type = TREE_TYPE(arg);

		if (POINTER_TYPE_P(type) && is_spinlock(TREE_TYPE(type)))
			return name_of_lock(m, arg);
	}
	return "";
}

bool waits_for_user(const char *name)
{
	return strstr(name, "_user") || !strcmp(name, "__might_fault");
}

class context_rule : public rule {
public:
	context_rule() : rule("context") { watches_calls = true; }

	unsigned int on(machine &m, unsigned int st, const occasion &o) override;
	void calls(machine &m, const gcall *call, const contract *c) override;
	void called(machine &m, const gcall *call, const contract *c) override;
	void leave(machine &m, const value &returned) override;
	void look_at(function *fn) override;
	bool wants(const contract &) const override { return false; }
	bool wants_call(const gcall *call) const override { return is_context_trigger(call); }
	bool wants_body(function *fn) const override;

	/* For the path itself: where the two came from is not known any more. */
	unsigned int join(unsigned int a, unsigned int b) const override
	{
		return a == b ? a : UNKNOWN;
	}

private:
	unsigned int now(machine &m) const { return m.state_of(0, *this); }
	void change(machine &m, const context &by, location_t where, const std::string &lock);
	void level_called(machine &m, const gcall *call, const level_call &change);
	void body_called(machine &m, const gcall *call, tree fndecl, bool surely);
	/* What happens in a called function, as far as it concerns the caller. */
	void inner_sleep(machine &m, const gcall *call, tree fndecl, const sleep &inner,
			 bool surely);
	void inner_change(machine &m, const gcall *call, tree fndecl);
	void sleeps(machine &m, sleep &&s);
	void keep(machine &m, sleep &&s);
	void report(machine &m, const sleep &s, const context &at, const role *r);
	void check_gfp(machine &m, const gcall *call, int param);
	void check_promise(machine &m, const context &at, const context_words &words,
			   const role *r);
	void check_endings(machine &m, const ending &end);
};

/* ---- levels ---- */

void context_rule::change(machine &m, const context &by, location_t where,
			  const std::string &lock)
{
	static const char *const texts[] = {
		"preemption is turned off", "a spinlock is taken",
		"soft interrupts are turned off", "interrupts are turned off",
		"the RCU read section begins",
	};

	if (now(m) == UNKNOWN)
		return;
	for (int i : { LEVEL_SPIN, LEVEL_RCU, LEVEL_IRQ, LEVEL_BH, LEVEL_PREEMPT }) {
		if (!by.level[i])
			continue;
		if (by.level[i] < 0)
			m.mark(where, left_event(i), path_event::OTHER, "left");
		else
			m.mark(where, entered_event(i), path_event::OTHER,
			       i == LEVEL_SPIN && !lock.empty() ? "'" + lock + "' is taken here" :
			       std::string(texts[i]) + " here");
		break;
	}
	m.set_path_state(*this, number_of(contexts[now(m)].plus(by)));
}

void context_rule::level_called(machine &m, const gcall *call, const level_call &what)
{
	context by = what.change();
	std::string lock;

	if (what.lock >= 0 && what.lock < (int)gimple_call_num_args(call))
		lock = name_of_lock(m, gimple_call_arg(call, what.lock));
	if (!what.tries) {
		change(m, by, m.here(), lock);
		return;
	}

	tree lhs = gimple_call_lhs(call);
	value v = lhs ? m.value_of(lhs) : value();

	if (!v.usable()) {
		m.set_path_state(*this, UNKNOWN);
	} else if (!m.range_of(v).has(0)) {
		change(m, by, m.here(), lock);
	} else if (m.range_of(v) != range::constant(0)) {
		m.mark(m.here(), v.sym, path_event::OTHER,
		       lock.empty() ? "a spinlock is tried" : "'" + lock + "' is tried");
		m.set_state(v.sym, *this, number_of(by));
	}
}

/* What a trylock has returned is looked at. */
unsigned int context_rule::on(machine &m, unsigned int st, const occasion &o)
{
	if (st == NOTHING || st == UNKNOWN || !o.what.sym || o.act != ACT_REFINE)
		return st;

	range r = m.range_of(o.what);

	if (r.has(0) && r != range::constant(0))
		return st;
	if (!r.has(0)) {
		std::string lock;

		for (const path_event *e = m.now().path; e && lock.empty(); e = e->before)
			if (e->about == o.what.sym && e->text && *e->text == '\'')
				lock = std::string(e->text + 1, strchr(e->text + 1, '\''));
		change(m, contexts[st], m.here(), lock);
	}
	return NOTHING;
}

/* ---- sleeping ---- */

/* The role of the function itself, in which it must not sleep. */
const role *forbidding_role(machine &m)
{
	static std::unordered_map<tree, role> declared;
	const contract *c = contract_of_body(m.fndecl());
	const role *r = role_of(m.fndecl());

	if (c && c->context.any() && !c->context.unchecked) {
		role &own = declared[m.fndecl()];

		own.where = c->context.role != RUNS_ANYWHERE ? c->context.role :
			    c->context.sleep == context_words::NOSLEEP ? RUNS_IN_ATOMIC :
			    RUNS_ANYWHERE;
		own.words = c->context;
		if (own.where != RUNS_ANYWHERE)
			r = &own;
	} else if (c && c->context.unchecked) {
		return NULL;
	}
	return r && r->where != RUNS_ANYWHERE && r->where != RUNS_IN_PROCESS ? r : NULL;
}

void context_rule::report(machine &m, const sleep &s, const context &at, const role *r)
{
	finding f;
	std::string reason = context_reason(m, at, r, &f.notes), name = "'" + s.what + "'";
	bool role_alone = !at.is_atomic() && r;

	/* What was entered in one round of a loop may have been left in another. */
	if (!in_main_file(DECL_SOURCE_LOCATION(m.fndecl())) ||
	    (m.now().blurred && at.is_atomic()))
		return;
	f.where = s.where;
	f.likely = s.likely || m.now().blurred || (role_alone && r->likely);
	/* What must not sleep is one defect with each callee, however often it is called. */
	f.key = decl_name(m.fndecl()) +
		(role_alone ? name : std::to_string(user_location(s.where)));
	if (role_alone && r->annotated && !s.delay) {
		f.id = "SAFE_E_CONTEXT_MEMBER";
		f.where = r->set_at;
		f.key = decl_name(m.fndecl());
		f.notes.clear();
		f.notes.push_back({ s.where, name + " is called here" });
		f.text = "'" + r->by + "' must not sleep, but '" + decl_name(m.fndecl()) +
			 "' calls " + name + ", which may";
	} else if (role_alone && r->set_at == UNKNOWN_LOCATION && !s.delay) {
		f.id = "SAFE_E_CONTEXT_CONTRACT";
		f.text = "'" + std::string(decl_name(m.fndecl())) + "' is declared not to sleep, "
			 "but calls " + name + ", which may";
	} else if (s.delay) {
		f.id = "SAFE_E_CONTEXT_DELAY";
		f.likely = true;
		f.text = name + " waits for " + std::to_string(s.delay) + " ms, and " + reason +
			 ": nothing else runs meanwhile; sleep where that is allowed";
	} else if (s.allocates) {
		f.id = "SAFE_E_GFP_IN_ATOMIC";
		f.text = name + (s.inner && s.inner->gfp < 0 ?
				 " allocates with flags that let it sleep, but " :
				 " may sleep with these flags, but ") + reason +
			 ": use GFP_ATOMIC, or allocate before";
	} else {
		f.id = "SAFE_E_SLEEP_IN_ATOMIC";
		f.text = name + " may sleep, but " + reason;
		if (at.is_atomic())
			f.text += ": do it before or after";
		else
			f.text += ": leave it to a work or a thread";
	}
	/* The same delay, however it is come to. */
	if (s.delay) {
		const sleep *in = &s;

		while (in->inner)
			in = in->inner;
		f.key = std::to_string(user_location(in->where));
	}
	f.key = f.id + (" " + f.key);
	for (const sleep *in = s.inner; in; in = in->inner)
		f.notes.push_back({ in->where, "'" + in->what + "' is called there" });
	add_finding(std::move(f));
}

/* Something sleeps at the level of the path, and at s.at beside it. */
void context_rule::sleeps(machine &m, sleep &&s)
{
	const role *r = forbidding_role(m);
	context at = contexts[now(m)].plus(s.at);

	if (s.at.is_atomic() || (s.fault && at.faults_off > 0))
		return;
	if (s.gfp < 0)
		s.gfp = guarding_flags(s.call);
	if (s.gfp < 0 && (at.is_atomic() || r))
		report(m, s, at, r);
	s.at = at;
	if (!at.is_atomic() || s.gfp >= 0)
		keep(m, std::move(s));
}

/* For callers. */
void context_rule::keep(machine &m, sleep &&s)
{
	function_record &record = record_of(m.fndecl());
	unsigned int ways = 0;

	for (condition &c : conditions_of(m))
		s.when.push_back(c);
	for (sleep &o : record.sleeps) {
		if (o.call != s.call || o.at != s.at || o.gfp != s.gfp || o.inner != s.inner)
			continue;
		if (!tell_apart(o.when, s.when) && o.when.size() <= s.when.size())
			return;
		ways++;
	}
	if (ways < MOST_WAYS)
		record.sleeps.push_back(std::move(s));
}

void context_rule::check_gfp(machine &m, const gcall *call, int param)
{
	value v = m.value_of(gimple_call_arg(call, param));
	sleep s = { };

	s.call = call;
	s.where = m.here();
	s.what = called_name(call);
	s.gfp = -1;
	s.allocates = true;
	/* gfp | __GFP_ZERO */
	while (v.is_sym() && !v.num && m.info(v.sym).origin == symbol::EXPR &&
	       m.info(v.sym).code == BIT_IOR_EXPR && m.info(v.sym).y.kind == value::CONST) {
		if (gfp_blocks(m.info(v.sym).y.num))
			v = value::constant(m.info(v.sym).y.num);
		else
			v = m.info(v.sym).x;
	}
	if (v.kind == value::CONST) {
		if (gfp_blocks(v.num))
			sleeps(m, std::move(s));
		return;
	}
	s.gfp = parameter_of(m, v);
	if (s.gfp >= 0)
		sleeps(m, std::move(s));
}

void context_rule::calls(machine &m, const gcall *call, const contract *c)
{
	tree fndecl = gimple_call_fndecl(call);

	if (!context_matters(m.fndecl()) || now(m) == UNKNOWN || gimple_call_internal_p(call) ||
	    find_level_call(fndecl))
		return;
	unsigned int delay = long_delay(call);

	if (c && c->context.sleep == context_words::NOSLEEP)
		return;
	if (delay || call_sleeps(call, c)) {
		sleep s = { };

		s.call = call;
		s.where = m.here();
		s.what = called_name(call);
		s.gfp = -1;
		s.delay = delay;
		s.fault = fndecl && waits_for_user(decl_name(fndecl));
		sleeps(m, std::move(s));
		return;
	}

	int gfp = gfp_argument(call, c);

	if (gfp >= 0) {
		check_gfp(m, call, gfp);
		return;
	}
	/* What is said of a function is true of it. */
	if (c && (c->context.any() || c->describes_outcome()))
		return;
	if (fndecl) {
		body_called(m, call, fndecl, true);
	} else if (tree member = code::called_member(call)) {
		const std::vector<tree> &all = implementations(member);

		for (tree one : all)
			body_called(m, call, one, all.size() == 1);
	}
}

/* What the called function does at s.at, or one of its own at its level. */
void context_rule::inner_sleep(machine &m, const gcall *call, tree fndecl, const sleep &inner,
			       bool surely)
{
	sleep s = { };

	s.call = call;
	s.where = m.here();
	s.what = decl_name(fndecl);
	s.at = inner.at;
	s.gfp = -1;
	s.fault = inner.fault;
	s.delay = inner.delay;
	s.allocates = inner.allocates;
	s.likely = inner.likely || !surely;
	s.inner = &inner;
	for (condition c : inner.when) {
		agreement a = agrees(m, call, c);

		if (a == CANNOT_BE)
			return;
		if (a == IS_SO)
			continue;
		if (passed_through(m, call, &c))
			s.when.push_back(c);
		/* What the caller does not know, it does not mean. */
		s.likely |= c.kind != condition::MEMBER;
	}
	if (inner.gfp >= 0) {
		value v = m.value_of(gimple_call_arg(call, inner.gfp));

		if (v.kind == value::CONST) {
			if (!gfp_blocks(v.num))
				return;
		} else {
			s.gfp = parameter_of(m, v);
			if (s.gfp < 0)
				return;
		}
	}
	sleeps(m, std::move(s));
}

/* The level after the call of a function with a body. */
void context_rule::inner_change(machine &m, const gcall *call, tree fndecl)
{
	const scan *s = scan_of(fndecl);
	tree lhs = gimple_call_lhs(call);
	value v = lhs && has_range(TREE_TYPE(lhs)) ? m.value_of(lhs) : value();
	range result = v.known() ? m.range_of(v) : range::all();
	const ending *only = NULL;

	if (!s || (!s->least && !s->most))
		return;
	for (const ending &e : record_of(fndecl).endings) {
		bool possible = result.meets(e.returned);

		for (const condition &c : e.when)
			possible &= agrees(m, call, c) != CANNOT_BE;
		if (!possible)
			continue;
		if (only && only->at != e.at) {
			m.set_path_state(*this, UNKNOWN);
			return;
		}
		only = &e;
	}
	if (!only) {
		m.set_path_state(*this, UNKNOWN);
		return;
	}
	if (only->at != context())
		change(m, only->at, m.here(), lock_passed(m, call));
}

void context_rule::body_called(machine &m, const gcall *call, tree fndecl, bool surely)
{
	const scan *s = scan_of(fndecl);

	if (!s || s->sleeps_at == NEVER || m.fndecl() == fndecl)
		return;
	summary_of(fndecl, m.waiting() + 1);

	function_record &record = record_of(fndecl);

	for (size_t i = 0; i < record.sleeps.size(); i++)
		inner_sleep(m, call, fndecl, record.sleeps[i], surely);
}

void context_rule::called(machine &m, const gcall *call, const contract *c)
{
	tree fndecl = gimple_call_fndecl(call);

	if (!context_matters(m.fndecl()) || now(m) == UNKNOWN || gimple_call_internal_p(call))
		return;
	if (asks_for_context(gimple_location(call))) {
		m.set_path_state(*this, UNKNOWN);
		return;
	}
	if (const level_call *what = find_level_call(fndecl)) {
		level_called(m, call, *what);
		return;
	}
	if (c && c->context.adjusts) {
		context by;

		for (int i = 0; i < CONTEXT_LEVELS; i++)
			by.level[i] = c->context.change[i];
		change(m, by, m.here(), "");
		return;
	}
	if (asserts_spinlock(call) && !contexts[now(m)].is_atomic()) {
		context held = contexts[now(m)];

		held.assumed = true;
		m.set_path_state(*this, number_of(held));
		return;
	}
	/* What is said of a function is true of it. */
	if ((c && c->context.any()) || (c && c->describes_outcome()))
		return;
	if (fndecl)
		inner_change(m, call, fndecl);
}

/* ---- at the end ---- */

/* One that promises to change the level breaks it by calling nothing at all. */
bool context_rule::wants_body(function *fn) const
{
	const contract *c = contract_of_body(fn->decl);
	const role *r = role_of(fn->decl);

	return (c && c->context.adjusts) || (r && r->annotated && r->words.adjusts);
}

/* What a declaration, of the function or of a member, says of the levels. */
void context_rule::check_promise(machine &m, const context &at, const context_words &words,
				 const role *r)
{
	finding f;

	for (int i = 0; i < CONTEXT_LEVELS; i++) {
		int is = i == LEVEL_SPIN ? at.preemption() : at.level[i];
		int said = change_of_level(words, i);

		if (i == LEVEL_PREEMPT || is == said)
			continue;
		f.id = r ? "SAFE_E_CONTEXT_MEMBER" : "SAFE_E_CONTEXT_CONTRACT";
		f.where = r ? r->set_at : m.here();
		f.key = std::string(f.id) + " level " + decl_name(m.fndecl());
		f.likely = m.now().blurred;
		f.text = (r ? "'" + r->by + "' is declared to change" :
			  "'" + std::string(decl_name(m.fndecl())) + "' is declared to change") +
			 std::string(" the level of ") +
			 level_name(i) + " by " + std::to_string(said) + ", but " +
			 (r ? "'" + std::string(decl_name(m.fndecl())) + "'" : "on this path it") +
			 " changes it by " + std::to_string(is);
		if (r)
			f.notes.push_back({ m.here(), "it returns here" });
		add_finding(std::move(f));
		return;
	}
}

/* Off after one path, as it was before after the other. */
bool is_left_on(const context &a, const context &b, context_level level)
{
	return (a.level[level] > 0 && !b.level[level]) || (b.level[level] > 0 && !a.level[level]);
}

/* Two paths that a caller cannot tell apart, and after one of them it is not the same. */
void context_rule::check_endings(machine &m, const ending &end)
{
	/* Whoever gets a pointer back may know by it what is to be done. */
	if (POINTER_TYPE_P(TREE_TYPE(TREE_TYPE(m.fndecl()))))
		return;
	for (const ending &e : record_of(m.fndecl()).endings) {
		bool irq = is_left_on(e.at, end.at, LEVEL_IRQ);
		bool bh = is_left_on(e.at, end.at, LEVEL_BH);
		bool preempt = is_left_on(e.at, end.at, LEVEL_PREEMPT);

		/* Locks are the business of another rule. */
		if (e.at.level[LEVEL_SPIN] != end.at.level[LEVEL_SPIN] ||
		    (!irq && !bh && !preempt) || !e.returned.meets(end.returned) ||
		    e.constant != end.constant || tell_apart(e.when, end.when))
			continue;

		finding f;

		f.id = "SAFE_E_CONTEXT_UNBALANCED";
		f.where = m.here();
		f.key = std::string(f.id) + " " + decl_name(m.fndecl());
		f.likely = true;
		f.text = std::string("after some paths through '") + decl_name(m.fndecl()) + "' " +
			 (irq ? "interrupts are" : bh ? "soft interrupts are" :
			  "preemption is") + " off, after others not";
		context_reason(m, end.at, NULL, &f.notes);
		if (in_main_file(DECL_SOURCE_LOCATION(m.fndecl())))
			add_finding(std::move(f));
		return;
	}
}

void context_rule::leave(machine &m, const value &returned)
{
	const contract *c = contract_of_body(m.fndecl());
	const role *r = role_of(m.fndecl());
	ending end;

	if (!context_matters(m.fndecl()) || now(m) == UNKNOWN)
		return;
	end.at = contexts[now(m)];
	end.at.assumed = false;
	end.returned = returned.known() ? m.range_of(returned) : range::all();
	end.constant = returned.kind == value::CONST;
	end.when = conditions_of(m);
	if (c && c->context.any() && !c->context.unchecked && c->context.adjusts)
		check_promise(m, end.at, c->context, NULL);
	else if (r && r->annotated && !r->words.unchecked)
		check_promise(m, end.at, r->words, r);
	else if (!m.now().blurred)
		check_endings(m, end);

	std::vector<ending> &endings = record_of(m.fndecl()).endings;

	for (const ending &e : endings)
		if (e.at == end.at && e.returned == end.returned && !tell_apart(e.when, end.when) &&
		    e.when.size() <= end.when.size())
			return;
	if (endings.size() < 32)
		endings.push_back(std::move(end));
}

/* A declaration that keeps callers from calling it where they could. */
void context_rule::look_at(function *fn)
{
	finding f;

	scan_contexts();

	const contract *c = contract_of_body(fn->decl);
	const scan *s = c && c->context.sleep == context_words::SLEEPS && !c->context.unchecked ?
			scan_of(fn->decl) : NULL;

	if (!s || s->sleeps_at != NEVER || s->unknown)
		return;
	f.id = "SAFE_E_CONTEXT_CONTRACT";
	f.where = DECL_SOURCE_LOCATION(fn->decl);
	f.key = std::string(f.id) + " sleeps " + decl_name(fn->decl);
	f.likely = true;
	f.text = "'" + std::string(decl_name(fn->decl)) + "' is declared to sleep, but nothing "
		 "in it does: leave '__sleeps' out";
	add_finding(std::move(f));
}

rule_entry entry(new context_rule);

} /* namespace */

} /* namespace safe */
