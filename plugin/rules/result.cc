// SPDX-License-Identifier: GPL-2.0
/*
 * Rule "result": a function that fails says so, and somebody must look.
 *
 *	NULL on failure:   UNCHECKED_NULL --- == NULL? ---> (0), or IS_NULL
 *	                                 \--- IS_ERR()? --> NULL_AS_ERR
 *	error on failure:  UNCHECKED_ERR ---- IS_ERR()? --> (0), or IS_ERROR
 *	                                 \--- == NULL? ---> ERR_AS_NULL
 *
 * Reading through the pointer is an error in every state but (0), in which the
 * range of its values says that it is good.  Symbol 0, the path itself, is in
 * state FAILED once some call on it was found to have failed.
 */
#include "../engine/machine.h"
#include "../link/link.h"
#include "../link/uses.h"
#include "../location.h"
#include "../facts.h"
#include "returned.h"

namespace safe {

namespace {

const unsigned int GOOD = 0, UNCHECKED_NULL = 1, UNCHECKED_ERR = 2, NULL_AS_ERR = 3,
		   ERR_AS_NULL = 4, IS_NULL = 5, IS_ERROR = 6, FAILED = 7;

class result_rule : public rule {
public:
	result_rule() : rule("result") { }

	unsigned int on(machine &m, unsigned int st, const occasion &o) override;
	unsigned int born(machine &m, const contract &c, const value &v, bool out) override;
	unsigned int join(unsigned int a, unsigned int b) const override;
	void leave(machine &m, const value &returned) override;
	void look_at(function *fn) override
	{
		find_positive_errno(fn);
		find_ignored_results(fn);
		find_wrong_returns(fn);
	}
	bool wants(const contract &c) const override;

private:
	unsigned int use(machine &m, unsigned int st, const occasion &o, bool likely = false);
	unsigned int narrow(machine &m, unsigned int st, const occasion &o);
	unsigned int lose(machine &m, unsigned int st, const occasion &o);
	void take_error(machine &m, unsigned int st, const occasion &o);
	void if_dereferenced(machine &m, unsigned int st, const occasion &o);
	void tell(machine &m, const value &returned);
};

std::string name_of(machine &m, const occasion &o)
{
	std::string name = m.describe(o.expr);

	if (name.empty())
		name = m.describe(o.what);
	return name.empty() ? "the pointer" : "'" + name + "'";
}

std::string maker(machine &m, const value &v)
{
	const contract *from = m.info(v.sym).from;

	return from && !from->name.empty() ? "'" + from->name + "'" : "the function";
}

/* The object is read or written through the pointer. */
unsigned int result_rule::use(machine &m, unsigned int st, const occasion &o, bool likely)
{
	std::string name = name_of(m, o), from = maker(m, o.what);

	if (o.maybe)
		return st;
	switch (st) {
	case UNCHECKED_NULL:
		m.report("SAFE_E_UNCHECKED_NULL", o.where, o.what,
			 name + " is used but may be NULL: test what " + from +
			 " returned first",
			 /* Who looks for what must be there need not ask. */
			 likely ||
			 (m.info(o.what.sym).from && m.info(o.what.sym).from->none));
		break;
	case UNCHECKED_ERR:
		m.report("SAFE_E_UNCHECKED_ERR", o.where, o.what,
			 name + " is used but may be an error pointer: test what " + from +
			 " returned with IS_ERR() first", likely);
		break;
	case NULL_AS_ERR:
		m.report("SAFE_E_NULL_AS_ERR", o.where, o.what,
			 name + " is used after a test with IS_ERR(), but " + from +
			 " returns NULL when it fails: test for NULL", likely);
		break;
	case ERR_AS_NULL:
		m.report("SAFE_E_ERR_AS_NULL", o.where, o.what,
			 name + " is used after a test for NULL, but " + from +
			 " returns an error pointer when it fails: test with IS_ERR()", likely);
		break;
	case IS_NULL:
		m.report("SAFE_E_FAILED_USED", o.where, o.what,
			 name + " is NULL here: " + from + " failed on this path", likely);
		break;
	case IS_ERROR:
		m.report("SAFE_E_FAILED_USED", o.where, o.what,
			 name + " is an error pointer here: " + from +
			 " failed on this path", likely);
		break;
	default:
		return st;
	}
	return GOOD;
}

/* It goes to a function of another file, which may rely on it. */
void result_rule::if_dereferenced(machine &m, unsigned int st, const occasion &o)
{
	std::string to = o.maybe || st == GOOD ? "" : m.passings(o.what.sym);
	std::string name, function = to.substr(0, to.find('#'));

	if (to.empty() || to.find(' ') != std::string::npos)
		return;
	if (!m.first_time("SAFE_E_UNCHECKED_NULL", o.what, to))
		return;
	name = name_of(m, o) + " is passed to '" +
	       (function[0] == '~' ? function.substr(1) : function) + "', which uses it, but ";
	if (st == UNCHECKED_NULL)
		m.oblige("SAFE_E_UNCHECKED_NULL", o.where, o.what, name + "it may be NULL: test "
			 "what " + maker(m, o.what) + " returned first", to + "/derefs");
	else if (st == UNCHECKED_ERR)
		m.oblige("SAFE_E_UNCHECKED_ERR", o.where, o.what, name + "it may be an error "
			 "pointer: test what " + maker(m, o.what) + " returned with IS_ERR() "
			 "first", to + "/derefs");
	else if (st == IS_NULL || st == IS_ERROR)
		m.oblige("SAFE_E_FAILED_USED", o.where, o.what, name +
			 (st == IS_NULL ? "it is NULL" : "it is an error pointer") + " here: " +
			 maker(m, o.what) + " failed on this path", to + "/derefs");
}

/* Whether the path depends on an argument: then the caller knows if it is taken. */
bool depends_on_argument(machine &m)
{
	for (const sym_fact &f : m.now().facts) {
		const symbol &s = m.info(f.sym);

		if (s.origin == symbol::PARAM && has_range(s.type) &&
		    f.r != range::of_type(s.type) && !f.r.inside(range::valid_pointers()))
			return true;
	}
	return false;
}

/* What other files may know of what the function returns. */
void result_rule::tell(machine &m, const value &returned)
{
	range r = m.range_of(returned);
	tree made = NULL_TREE;
	unsigned int st = GOOD;

	if (!linking() || !POINTER_TYPE_P(TREE_TYPE(TREE_TYPE(m.fndecl()))))
		return;
	if (returned.is_sym()) {
		const symbol &s = m.info(returned.sym);

		st = m.state_of(returned.sym, *this);
		made = s.origin == symbol::NAME ? s.node : NULL_TREE;
	}
	if (r == range::constant(0))
		link_property(m.fndecl(), (m.now().typestate_of(0, index) || st == IS_NULL) &&
			      !depends_on_argument(m) ? "fails-null" : "returns-null", m.here());
	else if (r.inside(range::errors()) || st == UNCHECKED_ERR)
		link_property(m.fndecl(), "fails-err", m.here());
	else if (st == UNCHECKED_NULL)
		link_property(m.fndecl(), "fails-null", m.here());
	if (!made || !is_a<gcall *>(SSA_NAME_DEF_STMT(made)))
		return;

	std::string callee = link_name_of_call(as_a<gcall *>(SSA_NAME_DEF_STMT(made)));

	if (r.meets(range::errors()))
		link_inherits(m.fndecl(), "fails-err", callee, m.here());
	if (r.has(0))
		for (const char *property : { "fails-null", "returns-null" })
			link_inherits(m.fndecl(), property, callee, m.here());
}

/* A test has narrowed what the pointer may be. */
unsigned int result_rule::narrow(machine &m, unsigned int st, const occasion &o)
{
	range r = m.range_of(o.what);
	bool of_null = st == UNCHECKED_NULL || st == NULL_AS_ERR;

	if (st == GOOD || st == IS_NULL || st == IS_ERROR)
		return st;
	if (of_null ? !r.has(0) : !r.meets(range::errors()))
		return GOOD;
	if (of_null ? r == range::constant(0) : r.inside(range::errors())) {
		m.mark(o.where, o.what.sym, path_event::OTHER, "it failed on this path");
		m.set_path_state(*this, FAILED);
		return of_null ? IS_NULL : IS_ERROR;
	}
	return st;
}

/* PTR_ERR() of what is not, or not always, an error. */
void result_rule::take_error(machine &m, unsigned int st, const occasion &o)
{
	range r = m.range_of(o.what);
	std::string name = name_of(m, o);

	if (o.maybe || r.meets(range::errors()) || m.is_asked(o.expr))
		return;
	if (r == range::constant(0))
		m.report("SAFE_E_NOT_AN_ERROR", o.where, o.what,
			 name + " is NULL, which as an error code is 0, success: return "
			 "-ENOMEM or the like",
			 st != IS_NULL);
	else
		m.report("SAFE_E_NOT_AN_ERROR", o.where, o.what,
			 name + " is no error pointer here: its value is taken for an "
			 "error code; is it another variable that failed?");
}

unsigned int result_rule::lose(machine &m, unsigned int st, const occasion &o)
{
	const symbol &s = m.info(o.what.sym);
	std::string from = maker(m, o.what);

	if (s.origin != symbol::RETURNED)
		return st;
	if (st == ERR_AS_NULL)
		m.report("SAFE_E_ERR_AS_NULL", m.since(o.what.sym, *this)->where, o.what,
			 "what " + from + " returned is tested for NULL, but it is an "
			 "error pointer when it fails: test with IS_ERR()");
	else if (st == NULL_AS_ERR)
		m.report("SAFE_E_NULL_AS_ERR", m.since(o.what.sym, *this)->where, o.what,
			 "what " + from + " returned is tested with IS_ERR(), but it is "
			 "NULL when it fails: test for NULL");
	else if (st == UNCHECKED_ERR && !gimple_get_lhs(s.stmt))
		/*
		 * Who returns nothing does what may as well fail; and of the kernel's own
		 * functions many make what a driver can do without.
		 */
		m.report("SAFE_E_RESULT_IGNORED", o.where, o.what,
			 "what " + from + " returns is ignored, and with it the error",
			 VOID_TYPE_P(TREE_TYPE(TREE_TYPE(m.fndecl()))) ||
			 find_fact(s.from->name.c_str(), s.from->params.size(),
				   s.from->variadic) == s.from);
	return GOOD;
}

/* devm_ioremap_resource(dev, NULL) fails: whoever goes on, knows that there is one. */
bool refuses_null(const occasion &o)
{
	return o.callee && !o.callee->name.compare(0, 21, "devm_ioremap_resource");
}

/* It may be an error, and goes where only that does harm. */
bool refuses_errors(machine &m, const occasion &o)
{
	return o.callee && o.callee->param(o.param).no_error &&
	       m.range_of(o.what).meets(range::errors());
}

/* "&p->dev": whoever gets it takes it for the address of something. */
bool is_member(const value &v)
{
	return v.is_sym() && v.num > 0;
}

unsigned int result_rule::on(machine &m, unsigned int st, const occasion &o)
{
	switch (o.act) {
	case ACT_DEREF:
		return use(m, st, o);
	case ACT_LEND:
		if (is_member(o.what))
			return use(m, st, o, true);
		return refuses_null(o) ? GOOD : refuses_errors(m, o) ? use(m, st, o) : st;
	case ACT_PASS:
		if (refuses_errors(m, o))
			return use(m, st, o);
		if (is_member(o.what))
			return use(m, st, o, true);
		if_dereferenced(m, st, o);
		return st;
	case ACT_REFINE:
		return narrow(m, st, o);
	case ACT_LOSE:
		return lose(m, st, o);
	case ACT_TAKE_ERROR:
		take_error(m, st, o);
		return st;
	case ACT_TEST_NULL:
		/* "WARN_ON(old != NULL)" asks for something else. */
		if (st != UNCHECKED_ERR || o.maybe || in_macro(o.where, "WARN_ON"))
			return st;
		m.mark(o.where, o.what.sym, path_event::OTHER, "tested for NULL");
		return ERR_AS_NULL;
	case ACT_TEST_ERR:
		if (st == ERR_AS_NULL)
			return UNCHECKED_ERR;
		if (st != UNCHECKED_NULL || o.maybe)
			return st;
		m.mark(o.where, o.what.sym, path_event::OTHER, "tested with IS_ERR()");
		return NULL_AS_ERR;
	default:
		return st;
	}
}

unsigned int result_rule::born(machine &m, const contract &c, const value &v, bool out)
{
	if (out || c.fail == contract::NEVER_SAID)
		return GOOD;
	if (m.range_of(v).inside(range::valid_pointers()))
		return GOOD;
	m.mark(m.here(), v.sym, path_event::BIRTH, "returned by " + maker(m, v));
	return c.fail == contract::IS_NULL ? UNCHECKED_NULL :
	       c.fail == contract::IS_ERR ? UNCHECKED_ERR : GOOD;
}

/*
 * The function returns what an earlier call returned, which was 0, though
 * something has failed since: its error code was forgotten.
 */
void result_rule::leave(machine &m, const value &returned)
{
	const typestate *failed = m.now().typestate_of(0, index);
	tree type = TREE_TYPE(TREE_TYPE(m.fndecl()));

	tell(m, returned);
	if (!failed || !returned.is_sym() || !INTEGRAL_TYPE_P(type) || TYPE_UNSIGNED(type) ||
	    m.range_of(returned) != range::constant(0))
		return;

	const symbol &s = m.info(returned.sym);
	const gimple *made = s.origin == symbol::NAME ? SSA_NAME_DEF_STMT(s.node) : s.stmt;

	if (!made || !gimple_has_location(made) ||
	    linemap_compare_locations(line_table, user_location(gimple_location(made)),
				      user_location(failed->since->where)) <= 0 ||
	    !returns_errno(DECL_STRUCT_FUNCTION(m.fndecl())))
		return;
	m.report("SAFE_E_ERROR_LOST", failed->since->where, returned,
		 "this failure is not reported: the function goes on to return " +
		 m.describe(returned) + ", which is 0 from an earlier call; set it to an "
		 "error code first", true);
}

unsigned int result_rule::join(unsigned int a, unsigned int b) const
{
	/* Checked on one path only: nothing is claimed. */
	return a == b ? a : GOOD;
}

bool result_rule::wants(const contract &c) const
{
	if (c.fail != contract::NEVER_SAID)
		return true;
	for (const param_contract &p : c.params)
		if (p.error_only)
			return true;
	return false;
}

rule_entry entry(new result_rule);

} /* namespace */

} /* namespace safe */
