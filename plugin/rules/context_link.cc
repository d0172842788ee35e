// SPDX-License-Identifier: GPL-2.0
/*
 * Part of rule "context": what "safe link" needs to find sleeping across files: which
 * functions always sleep, and which functions of other files are called where that is
 * not allowed.
 */
#include "context_scan.h"
#include "../gfp.h"
#include "../location.h"
#include "../link/link.h"
#include "../link/uses.h"

namespace safe {

namespace {

/* Blocks that are looked at for where the level was raised. */
const int MOST_STEPS_BACK = 16;

bool always_sleeps(const gcall *call, const contract *c)
{
	int gfp = gfp_argument(call, c);

	if (c && c->context.sleep == context_words::NOSLEEP)
		return false;
	if (call_sleeps(call, c))
		return true;
	return gfp >= 0 && TREE_CODE(gimple_call_arg(call, gfp)) == INTEGER_CST &&
	       gfp_blocks(TREE_INT_CST_LOW(gimple_call_arg(call, gfp)));
}

/* The name of a function that sleeps if its own file says so; "" otherwise. */
std::string other_sleeper(const gcall *call, const contract *c)
{
	tree fndecl = gimple_call_fndecl(call);

	if (!fndecl || fndecl_built_in_p(fndecl) || find_level_call(fndecl) ||
	    (c && (c->context.any() || c->describes_outcome())) ||
	    gfp_argument(call, c) >= 0)
		return "";
	if (body_of(fndecl) && !in_main_file(DECL_SOURCE_LOCATION(fndecl)))
		return "";
	return link_name(fndecl);
}

/* Whether it sleeps in this file, so that this file says what is wrong with a call. */
bool sleeps_here(const gcall *call)
{
	const scan *s = scan_of(gimple_call_fndecl(call));

	return s && (!s->unknown || s->sleeps_at != NEVER);
}

/* "a spinlock is held", if @call raises the level; "" otherwise. */
std::string what_it_raises(const gcall *call)
{
	static const char *const texts[] = {
		"preemption is off", "a spinlock is held", "soft interrupts are off",
		"interrupts are off", "this is an RCU read section",
	};
	const level_call *what = find_level_call(gimple_call_fndecl(call));

	if (!what || what->tries)
		return "";

	context by = what->change();

	for (int i : { LEVEL_SPIN, LEVEL_RCU, LEVEL_IRQ, LEVEL_BH, LEVEL_PREEMPT })
		if (by.level[i] > 0)
			return texts[i];
	return "";
}

/*
 * Where the level was raised at which @call is made, on the one way that leads there.
 * @between: what is called after that, and may have lowered it again.
 */
const gcall *raised_by(const gcall *call, std::set<std::string> *between)
{
	gimple_stmt_iterator i = gsi_for_stmt(const_cast<gcall *>(call));
	basic_block bb = gimple_bb(call);

	gsi_prev(&i);
	for (int steps = 0; steps < MOST_STEPS_BACK; steps++) {
		for (; !gsi_end_p(i); gsi_prev(&i)) {
			const gcall *before = dyn_cast<gcall *>(gsi_stmt(i));

			if (!before || gimple_call_internal_p(before))
				continue;
			if (!what_it_raises(before).empty())
				return before;
			if (find_level_call(gimple_call_fndecl(before)))
				return NULL;

			std::string name = link_name_of_call(before);

			if (!name.empty() && !contract_of_call(before))
				between->insert(name);
		}
		if (!single_pred_p(bb) || single_pred(bb)->index == ENTRY_BLOCK)
			return NULL;
		bb = single_pred(bb);
		i = gsi_last_bb(bb);
	}
	return NULL;
}

void oblige(tree fndecl, const gcall *call, const std::string &callee)
{
	std::set<std::string> between;
	const gcall *raise = raised_by(call, &between);
	std::string conditions = callee + "/sleeps";
	finding f;

	if (!raise)
		return;
	between.erase(callee);
	for (const std::string &other : between)
		conditions += " ?" + other + "/lowers";
	f.id = "SAFE_E_SLEEP_IN_ATOMIC";
	f.where = gimple_location(call);
	f.text = "'" + (callee[0] == '~' ? callee.substr(1) : callee) + "' sleeps, but " +
		 what_it_raises(raise) + ": do it before or after";
	f.notes.push_back({ gimple_location(raise), what_it_raises(raise) + " from here on" });
	f.key = f.id + std::to_string(user_location(f.where));
	link_obligation(std::move(f), fndecl, conditions);
}

} /* namespace */

void tell_of_context(function *fn, const std::vector<call_level> &calls, const scan &s)
{
	std::map<std::string, std::set<basic_block>> callees;
	std::set<basic_block> sleeping;
	location_t where = UNKNOWN_LOCATION;

	if (s.least < 0)
		link_property(fn->decl, "lowers", DECL_SOURCE_LOCATION(fn->decl));
	for (const call_level &at : calls) {
		const contract *c = contract_of_call(at.call);

		if (gimple_call_internal_p(at.call) || at.least < 0)
			continue;
		if (always_sleeps(at.call, c)) {
			if (sleeping.empty())
				where = gimple_location(at.call);
			sleeping.insert(gimple_bb(at.call));
			continue;
		}

		std::string other = other_sleeper(at.call, c);

		if (other.empty())
			continue;
		callees[other].insert(gimple_bb(at.call));
		if (at.least > 0 && !sleeps_here(at.call))
			oblige(fn->decl, at.call, other);
	}
	if (is_on_every_path(fn, NULL_TREE, sleeping)) {
		link_property(fn->decl, "sleeps", where);
		return;
	}
	for (const auto &c : callees)
		if (is_on_every_path(fn, NULL_TREE, c.second))
			link_inherits(fn->decl, "sleeps", c.first,
				      DECL_SOURCE_LOCATION(fn->decl));
}

} /* namespace safe */
