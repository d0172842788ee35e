// SPDX-License-Identifier: GPL-2.0
/*
 * Part of rule "own": leaks, weighed once all paths of the function are known.
 *
 * A function that sets something up releases it where it fails, and leaves it to live
 * where it succeeds: that no pointer to it is in sight then, is seldom a leak.
 */
#include "own_leak.h"
#include "aside.h"
#include "outcome.h"
#include "undo_unit.h"
#include "../names.h"

namespace safe {

void leak_book::lost(machine &m, const value &v, finding &&f, bool is_reference)
{
	if (!m.reports())
		return;

	account &a = accounts[m.fndecl()];
	const symbol &s = m.info(v.sym);

	f.likely |= passed_by(m, v.sym);
	m.mark(f.where, v.sym, path_event::LOST, "leaked");
	for (const loss &l : a.losses)
		if (l.about == (int)v.sym && l.where == f.where && l.said.likely == f.likely)
			return;
	a.losses.push_back({ std::move(f), s.stmt, (int)v.sym, UNKNOWN_LOCATION, is_reference,
			     false, false });
	a.losses.back().where = a.losses.back().said.where;
}

/* Whether @name was read from memory, on whatever path, or points to an element there. */
static bool is_read(tree name, unsigned int depth = 0)
{
	gimple *def = TREE_CODE(name) == SSA_NAME ? SSA_NAME_DEF_STMT(name) : NULL;

	if (!def || depth > 3)
		return false;
	if (gphi *phi = dyn_cast<gphi *>(def)) {
		for (unsigned int i = 0; i < gimple_phi_num_args(phi); i++)
			if (!is_read(gimple_phi_arg_def(phi, i), depth + 1))
				return false;
		return true;
	}
	if (!is_gimple_assign(def))
		return false;
	return gimple_assign_load_p(def) ||
	       (gimple_assign_rhs_code(def) == POINTER_PLUS_EXPR &&
		is_read(gimple_assign_rhs1(def), depth + 1));
}

/* "return p->member", "return &p->member[i]": no error. */
static bool is_found(machine &m, const value &returned)
{
	if (!returned.is_sym())
		return false;

	const symbol &s = m.info(returned.sym);

	return s.origin == symbol::LOADED ||
	       ((s.origin == symbol::NAME || s.origin == symbol::JOINED) && is_read(s.node));
}

void leak_book::leave(machine &m, const value &returned)
{
	auto found = accounts.find(m.fndecl());
	tree type = TREE_TYPE(TREE_TYPE(m.fndecl()));

	if (!m.reports() || !(tells_failure(type) || VOID_TYPE_P(type)))
		return;

	range r = returned.known() ? m.range_of(returned) : range::all();
	bool failing = !VOID_TYPE_P(type) && fails(r, type);
	/* A number that no call returned is a length, or an index. */
	bool well = !failing && (VOID_TYPE_P(type) || succeeds(r, type) ||
				 (POINTER_TYPE_P(type) ?
				  !r.meets(range::errors()) || is_found(m, returned) :
				  !returned.is_sym() || !call_behind(m.info(returned.sym))));

	/* Paths of both kinds have met: the others tell. */
	if (!failing && !well && returned.is_sym() &&
	    m.info(returned.sym).origin == symbol::JOINED)
		return;
	for (const path_event *e = m.now().path; e; e = e->before) {
		if (e->kind == path_event::GONE || e->kind == path_event::CLEANUP) {
			object &o = accounts[m.fndecl()].objects[m.info(e->about).stmt];

			o.gone_failing |= !well;
			o.gone_well |= well;
		} else if (e->kind == path_event::LOST && found != accounts.end()) {
			for (loss &l : found->second.losses)
				if (l.about == e->about && l.where == e->where) {
					l.failing |= !well;
					l.well |= !failing;
				}
		}
	}
}

bool leak_book::is_sure(const loss &l, const object &o) const
{
	if (!l.well || l.failing)
		return true;
	return !o.gone_failing || o.gone_well;
}

/* The function that is called at @birth, if it has a name. */
static tree maker_at(const gimple *birth)
{
	tree fndecl = birth && is_gimple_call(birth) ? gimple_call_fndecl(birth) : NULL_TREE;

	return fndecl && DECL_NAME(fndecl) ? fndecl : NULL_TREE;
}

/* What is registered lives on where the registry has it, whoever forgets its address. */
static bool is_registered(tree maker)
{
	return maker && name_of_function(maker).has("register");
}

static bool is_enabled(tree name, unsigned int depth)
{
	imm_use_iterator i;
	use_operand_p used;

	FOR_EACH_IMM_USE_FAST(used, i, name) {
		gimple *use = USE_STMT(used);

		if (is_gimple_call(use) &&
		    strstr(decl_name(gimple_call_fndecl(use)), "enable"))
			return true;
		if (gimple_code(use) == GIMPLE_PHI && depth < 2 &&
		    is_enabled(gimple_phi_result(use), depth + 1))
			return true;
	}
	return false;
}

/* A clock that is left running is kept, whoever forgets what it is called. */
static bool is_left_running(const gimple *birth)
{
	tree lhs = birth && is_gimple_call(birth) ? gimple_call_lhs(birth) : NULL_TREE;

	return lhs && TREE_CODE(lhs) == SSA_NAME && is_enabled(lhs, 0);
}

/* dma_alloc_attrs(dev, size, &priv->handle, ...): the handle tells what is to be freed. */
static bool has_handle(const gimple *birth)
{
	const gcall *call = safe_dyn_cast<const gcall *>(birth);

	if (!call || strcmp(decl_name(gimple_call_fndecl(call)), "dma_alloc_attrs"))
		return false;
	for (unsigned int i = 0; i < gimple_call_num_args(call); i++) {
		tree arg = gimple_call_arg(call, i);
		tree base = TREE_CODE(arg) == ADDR_EXPR ? get_base_address(TREE_OPERAND(arg, 0))
							: NULL_TREE;

		if (base && TREE_CODE(base) == MEM_REF)
			return true;
	}
	return false;
}

/* foo_get() finds an object, and keeps a reference to it for foo_put(). */
static bool is_kept_by(tree fndecl, tree maker)
{
	return maker && DECL_NAME(fndecl) && can_be_undone(name_of_function(fndecl)) &&
	       can_be_undone(name_of_function(maker));
}

/* A function of boot time that tells nobody that it failed: there is no going on. */
static bool is_last_chance(tree fndecl)
{
	const char *section = DECL_SECTION_NAME(fndecl);

	return section && !strcmp(section, ".init.text") &&
	       VOID_TYPE_P(TREE_TYPE(TREE_TYPE(fndecl)));
}

/* What comes off a queue belongs to whoever put it there, if nobody here lets it go. */
static bool is_dequeued(tree maker)
{
	return maker && name_of_function(maker).has("dequeue");
}

void leak_book::end(machine &m)
{
	auto found = accounts.find(m.fndecl());

	if (found == accounts.end())
		return;
	for (loss &l : found->second.losses) {
		const object &o = found->second.objects[l.birth];

		l.said.likely |= !is_sure(l, o) ||
				 (!l.is_reference && is_last_chance(m.fndecl())) ||
				 (is_dequeued(maker_at(l.birth)) && !o.gone_failing && !o.gone_well) ||
				 (!l.failing &&
				  (is_registered(maker_at(l.birth)) || is_left_running(l.birth) ||
				   has_handle(l.birth) ||
				   (l.is_reference && is_kept_by(m.fndecl(), maker_at(l.birth)))));
		add_finding(std::move(l.said));
	}
	accounts.erase(found);
}

} /* namespace safe */
