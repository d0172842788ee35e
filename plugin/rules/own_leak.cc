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
#include "undo_names.h"
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

/* "return p->member": no error. */
static bool is_found(machine &m, const value &returned)
{
	return returned.is_sym() && m.info(returned.sym).origin == symbol::LOADED;
}

void leak_book::leave(machine &m, const value &returned)
{
	auto found = accounts.find(m.fndecl());
	tree type = TREE_TYPE(TREE_TYPE(m.fndecl()));

	if (!m.reports() || !tells_failure(type))
		return;

	range r = returned.known() ? m.range_of(returned) : range::all();
	bool failing = fails(r, type);
	/* A number that no call returned is a length, or an index. */
	bool well = !failing && (succeeds(r, type) ||
				 (POINTER_TYPE_P(type) ?
				  !r.meets(range::errors()) || is_found(m, returned) :
				  !returned.is_sym() || !call_behind(m.info(returned.sym))));

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

/* What is registered lives on where the registry has it, whoever forgets its address. */
static bool is_registered(const gimple *birth)
{
	tree fndecl = birth && is_gimple_call(birth) ? gimple_call_fndecl(birth) : NULL_TREE;

	return fndecl && DECL_NAME(fndecl) &&
	       call_name(IDENTIFIER_POINTER(DECL_NAME(fndecl))).has("register");
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
static bool is_kept_by(tree fndecl, const gimple *birth)
{
	tree made_by = birth && is_gimple_call(birth) ? gimple_call_fndecl(birth) : NULL_TREE;

	return made_by && DECL_NAME(made_by) && DECL_NAME(fndecl) &&
	       can_be_undone(call_name(decl_name(fndecl))) &&
	       can_be_undone(call_name(decl_name(made_by)));
}

void leak_book::end(machine &m)
{
	auto found = accounts.find(m.fndecl());

	if (found == accounts.end())
		return;
	for (loss &l : found->second.losses) {
		l.said.likely |= !is_sure(l, found->second.objects[l.birth]) ||
				 (!l.failing &&
				  (is_registered(l.birth) || is_left_running(l.birth) ||
				   has_handle(l.birth) ||
				   (l.is_reference && is_kept_by(m.fndecl(), l.birth))));
		add_finding(std::move(l.said));
	}
	accounts.erase(found);
}

} /* namespace safe */
