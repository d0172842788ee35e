// SPDX-License-Identifier: GPL-2.0
/*
 * Rule "own": who has to release an object, and that nobody touches it after.
 *
 *	          allocated                    given to another
 *	   (0) ------------> OWNED ---------------------------> MOVED
 *	                       | \                                |
 *	              released |  \ somewhere unseen              | used:
 *	                       v   v                              v error
 *	        used: error  FREED  MAYBE: nothing is claimed
 *
 * An object that belongs to somebody else is LENT; when its owner goes first,
 * it DANGLES.  Who sees it in between may have taken a reference for us: then it
 * is SHARED.  One that is HELD is ours, but stands in memory that others see:
 * they may have taken it when it is gone from there.  Of one that is RAISED there are
 * more references than one, and nobody counts them.  One that is PASSED is ours if
 * the functions of other files that it was passed to did nothing but look at it: what
 * follows from that goes to "safe link".
 */
#include "../engine/machine.h"
#include "../facts.h"
#include "../link/link.h"
#include "../link/uses.h"
#include "../location.h"
#include "../names.h"
#include "own_leak.h"
#include "undo_unit.h"

namespace safe {

namespace {

/* The states. */
const unsigned int UNSEEN = 0, OWNED = 1, MAYBE = 2, LENT = 3, FREED = 4, MOVED = 5,
		   DANGLES = 6, SHARED = 7, HELD = 8, PASSED = 9, RAISED = 10;

bool owned(unsigned int st)
{
	return st == OWNED || st == HELD;
}

class own_rule : public rule {
public:
	own_rule() : rule("own") { watches_calls = true; }

	unsigned int on(machine &m, unsigned int st, const occasion &o) override;
	unsigned int born(machine &m, const contract &c, const value &v, bool out) override;
	unsigned int entered(machine &m, const value &v, const param_contract &p) override;
	void empty_used(machine &m, const occasion &o) override;
	unsigned int join(unsigned int a, unsigned int b) const override;
	bool wants(const contract &c) const override;
	void called(machine &m, const gcall *call, const contract *c) override;
	void leave(machine &m, const value &returned) override;
	void end(machine &m) override { leaks.end(m); }
	const char *state_word(unsigned int st) const override
	{
		return owned(st) ? "owned" : st == LENT ? "lent" : NULL;
	}

private:
	unsigned int pass_on(machine &m, unsigned int st, const occasion &o);
	void if_released(machine &m, const occasion &o);
	unsigned int use(machine &m, unsigned int st, const occasion &o);
	unsigned int release(machine &m, unsigned int st, const occasion &o);
	unsigned int take(machine &m, unsigned int st, const occasion &o);
	unsigned int lose(machine &m, unsigned int st, const occasion &o);
	unsigned int give_back(machine &m, unsigned int st, const occasion &o);
	void wrong_release(machine &m, const occasion &o, const contract &made_by);
	void release_contents(machine &m, sym_id sym);

	leak_book leaks;
};

std::string quoted(const std::string &name, const char *otherwise = "the object")
{
	return name.empty() ? otherwise : "'" + name + "'";
}

/* What the user calls the object. */
std::string name_of(machine &m, const occasion &o, const char *otherwise = "the object")
{
	std::string name = m.describe(o.expr);
	tree variable = m.cleaned_variable();

	if (name.empty())
		name = m.describe(o.what);
	if (name.empty() && variable && DECL_NAME(variable))
		name = IDENTIFIER_POINTER(DECL_NAME(variable));
	return quoted(name, otherwise);
}

std::string callee_name(const occasion &o)
{
	return o.callee && !o.callee->name.empty() ? "'" + o.callee->name + "'"
						    : "the called function";
}

/* How the object went, as "released by 'kfree'". */
std::string how_it_went(machine &m, const rule &r, const value &v)
{
	const path_event *e = m.since(v.sym, r);

	return e && e->text ? e->text : "given away";
}

/* Each word of @passings with @property behind it. */
std::string each(const std::string &passings, const char *property)
{
	std::string out;

	for (size_t from = 0, to; from < passings.size(); from = to + 1) {
		to = std::min(passings.find(' ', from), passings.size());
		out += (out.empty() ? "" : " ") + passings.substr(from, to - from) + property;
	}
	return out;
}

/* It is used; wrong if a function that it was passed to has released it. */
void own_rule::if_released(machine &m, const occasion &o)
{
	const char *id = o.act == ACT_RELEASE ? "SAFE_E_DOUBLE_FREE" : "SAFE_E_USE_AFTER_FREE";
	std::string all = m.passed_to(o.what.sym);
	/* What a function does after it has passed the object on, it knows itself. */
	std::string own = o.inside ? " " + m.passings(o.what.sym) + " " : "";

	for (size_t from = 0, to; from < all.size(); from = to + 1) {
		to = std::min(all.find(' ', from), all.size());

		std::string passing = all.substr(from, to - from);
		std::string by = passing.substr(0, passing.find('#'));

		if (own.find(" " + passing + " ") != std::string::npos ||
		    !m.first_time(id, o.what, passing))
			continue;
		by = "'" + (by[0] == '~' ? by.substr(1) : by) + "'";
		if (o.act == ACT_RELEASE)
			m.oblige(id, o.where, o.what, name_of(m, o) + " is released by " +
				 callee_name(o) + " after it was released by " + by +
				 "; release it once", passing + "/releases");
		else
			m.oblige(id, o.where, o.what, name_of(m, o) + " is used after it was "
				 "released by " + by + "; use it before that",
				 passing + "/releases");
	}
}

/* Whether @call is of a function that ends something, by its name. */
bool ends_something(const gimple *call)
{
	tree fndecl = call && is_gimple_call(call) ? gimple_call_fndecl(call) : NULL_TREE;

	return fndecl && DECL_NAME(fndecl) && is_undo(name_of_function(fndecl));
}

/* It goes to a function of another file. */
unsigned int own_rule::pass_on(machine &m, unsigned int st, const occasion &o)
{
	std::string to = m.passings(o.what.sym);

	if (ends_something(m.statement()))
		m.mark(o.where, o.what.sym, path_event::GONE, "perhaps released here");
	if (st == PASSED)
		if_released(m, o);
	if (to.empty())
		return MAYBE;

	std::string name = to.substr(0, to.find('#'));

	m.mark(o.where, o.what.sym, path_event::OTHER,
	       "passed to '" + (name[0] == '~' ? name.substr(1) : name) + "'", o.inside, to);
	return PASSED;
}

/*
 * A device that was looked up stays where it was found, as long as nobody takes it
 * away: who has let go of it may know that.
 */
bool is_looked_up(const symbol &s)
{
	return s.from && !s.from->releasers.empty() &&
	       (s.from->releasers[0] == "put_device" || s.from->releasers[0] == "kobject_put") &&
	       s.from->name.find("find") != std::string::npos;
}

/* Whether it went in an earlier round of the loop: how often that is, others know. */
bool went_here(machine &m, const rule &r, const occasion &o)
{
	const path_event *e = m.since(o.what.sym, r);

	return e && e->where == o.where;
}

/* Any use of the object: reading it, writing it, passing it on. */
unsigned int own_rule::use(machine &m, unsigned int st, const occasion &o)
{
	if (o.maybe)
		return st;
	switch (st) {
	case FREED:
		m.report("SAFE_E_USE_AFTER_FREE", o.where, o.what,
			 name_of(m, o) + " is used after it was " +
			 how_it_went(m, *this, o.what) + "; use it before that",
			 is_looked_up(m.info(o.what.sym)) || went_here(m, *this, o));
		return MAYBE;
	case MOVED:
		m.report("SAFE_E_USE_AFTER_MOVE", o.where, o.what,
			 name_of(m, o) + " is used after it was " +
			 how_it_went(m, *this, o.what) +
			 "; it belongs to somebody else since");
		return MAYBE;
	case DANGLES:
		m.report("SAFE_E_BORROW_OUTLIVES", o.where, o.what,
			 name_of(m, o) + " is used after the object that lent it was "
			 "released; take a copy, or release the owner later");
		return MAYBE;
	case PASSED:
		if_released(m, o);
		return st;
	default:
		return st;
	}
}

void own_rule::wrong_release(machine &m, const occasion &o, const contract &made_by)
{
	m.report("SAFE_E_WRONG_RELEASE", o.where, o.what,
		 name_of(m, o) + " comes from '" + made_by.name + "' and is released by " +
		 callee_name(o) + "; use " + made_by.releasers[0] + "()");
}

/* Whether a reference is dropped by the member that counts: put_device(&p->dev). */
bool releases_member(const occasion &o, const symbol &s)
{
	tree arg = o.expr ? TREE_TYPE(o.expr) : NULL_TREE;

	return arg && o.callee->param(o.param).passing == param_contract::PUTS &&
	       POINTER_TYPE_P(arg) && POINTER_TYPE_P(s.type) &&
	       RECORD_OR_UNION_TYPE_P(TREE_TYPE(arg)) &&
	       TYPE_MAIN_VARIANT(TREE_TYPE(arg)) != TYPE_MAIN_VARIANT(TREE_TYPE(s.type));
}

/* Whether @callee is given the last object for the next: of_get_next_child(parent, child) */
bool goes_on(const contract &callee, const contract &made_by)
{
	return callee.ret == contract::OWNED && !callee.releasers.empty() &&
	       made_by.released_by(callee.releasers[0].c_str());
}

/*
 * Whether what @made_by returns is a reference: the object behind it has other doors,
 * kobject_put(&dev->kobj) for put_device(dev).
 */
bool returns_reference(const contract &made_by)
{
	const contract *releaser = find_fact(made_by.releasers[0].c_str(), 1, false);

	return releaser && releaser->param(0).passing == param_contract::PUTS;
}

/* Whether @callee gives back memory, whatever it contains. */
bool frees_memory_only(const contract &callee)
{
	for (const char *begin : { "kfree", "kvfree", "vfree", "devm_kfree", "kmem_cache_free",
				   "dma_free", "dma_pool_free", "mempool_free" })
		if (!callee.name.compare(0, strlen(begin), begin) && callee.name != "kfree_skb")
			return true;
	return false;
}

/* An empty list leads back to its head, which its loop then does not take for an entry. */
bool is_list_head(tree variable)
{
	tree type = TREE_TYPE(variable);

	return TREE_CODE(type) == RECORD_TYPE && !strcmp(tag_name(type), "list_head");
}

/* kfree_const() leaves alone what is part of the program. */
bool spares_constants(const contract &callee, const symbol &s)
{
	static const std::string ending = "_const";
	const std::string &name = callee.name;

	return name.size() > ending.size() && TREE_READONLY(s.node) &&
	       !name.compare(name.size() - ending.size(), std::string::npos, ending);
}

/* What stands in the object @sym goes with it: usb_free_urb() may free the buffer. */
void own_rule::release_contents(machine &m, sym_id sym)
{
	std::vector<sym_id> inside;

	for (const cell &c : m.now().cells)
		if (c.base == sym && c.content.is_sym() &&
		    owned(m.state_of(c.content.sym, *this)))
			inside.push_back(c.content.sym);
	for (sym_id s : inside)
		m.set_state(s, *this, MAYBE);
}

/*
 * What "foo_cleanup(foo)" has left behind in the object, it may have released all the
 * same: it goes through arrays and lists, of which the engine knows one element.
 */
void own_rule::called(machine &m, const gcall *call, const contract *c)
{
	tree fndecl = gimple_call_fndecl(call);

	if (c || !fndecl || !has_body(fndecl) || !ends_something(call))
		return;
	for (unsigned int i = 0; i < gimple_call_num_args(call); i++) {
		tree arg = gimple_call_arg(call, i);
		value v = POINTER_TYPE_P(TREE_TYPE(arg)) ? m.value_of(arg) : value();

		if (v.is_sym())
			release_contents(m, v.sym);
	}
}

unsigned int own_rule::release(machine &m, unsigned int st, const occasion &o)
{
	if (o.callee && !frees_memory_only(*o.callee))
		release_contents(m, o.what.sym);

	const symbol &s = m.info(o.what.sym);
	range r = m.range_of(o.what);

	bool counted = o.callee->param(o.param).passing == param_contract::PUTS;

	if (o.maybe) {
		m.mark(o.where, o.what.sym, path_event::GONE,
		       "perhaps released by " + callee_name(o), o.inside);
		return owned(st) || st == PASSED ? MAYBE : st;
	}
	/* Others may have references too. */
	if (counted && (st == UNSEEN || st == MAYBE || st == SHARED || st == RAISED))
		return st;
	if (s.origin == symbol::DECL && (is_list_head(s.node) || spares_constants(*o.callee, s)))
		return st;
	if (s.origin == symbol::DECL) {
		m.report("SAFE_E_FREE_FOREIGN", o.where, o.what,
			 name_of(m, o) + " is released by " + callee_name(o) +
			 " but is no object of an allocator");
		return st;
	}
	if (!o.what.num && r.inside(range::errors())) {
		if (o.callee->param(o.param).may_be_error)
			return st;
		m.report("SAFE_E_FREE_ERR_PTR", o.where, o.what,
			 name_of(m, o) + " is an error pointer when " + callee_name(o) +
			 (m.cleaned_variable() ?
				 " releases it at the end of its scope; ask IS_ERR() in "
				 "DEFINE_FREE()" :
				 " releases it; return before, or release only what IS_ERR() "
				 "denies"));
		return st;
	}
	if (!o.what.num && r.inside(range::constant(0)))
		return st;

	switch (st) {
	case FREED:
		m.report("SAFE_E_DOUBLE_FREE", o.where, o.what,
			 name_of(m, o) + " is released by " + callee_name(o) +
			 " after it was " + how_it_went(m, *this, o.what) +
			 "; release it once",
			 /* The second reference may be one that was taken long ago. */
			 counted && is_looked_up(s));
		return MAYBE;
	case MOVED:
	case DANGLES:
		return use(m, st, o);
	case LENT:
	case SHARED:
		if (s.from && s.from->released_by(o.callee->name.c_str()))
			break;
		if (s.from && !s.from->releasers.empty())
			wrong_release(m, o, *s.from);
		else
			m.report("SAFE_E_FREE_BORROWED", o.where, o.what,
				 name_of(m, o) + " is released by " + callee_name(o) +
				 " but is only borrowed; its owner releases it");
		return MAYBE;
	case OWNED:
	case HELD:
		/* What stands before it is the object that it is a member of. */
		if (o.what.num > 0 && o.what.num != SOMEWHERE && !releases_member(o, s)) {
			m.report("SAFE_E_FREE_FOREIGN", o.where, o.what,
				 name_of(m, o) + " is released by " + callee_name(o) +
				 " but points into an object, not to its start");
			return MAYBE;
		}
		if (s.from && !s.from->releasers.empty() &&
		    !s.from->released_by(o.callee->name.c_str()) &&
		    !goes_on(*o.callee, *s.from)) {
			if (!counted &&
			    (!returns_reference(*s.from) || frees_memory_only(*o.callee)))
				wrong_release(m, o, *s.from);
			return MAYBE;
		}
		break;
	case PASSED:
		if_released(m, o);
		if (counted)
			return MAYBE;
		break;
	default:
		break;
	}
	m.mark(o.where, o.what.sym,
	       m.cleaned_variable() ? path_event::CLEANUP : path_event::GONE,
	       "released by " + callee_name(o), o.inside);
	return FREED;
}

unsigned int own_rule::take(machine &m, unsigned int st, const occasion &o)
{
	if (o.maybe)
		return owned(st) || st == PASSED ? MAYBE : st;
	if (!o.what.num && !m.range_of(o.what).meets(range::valid_pointers()))
		return st;
	switch (st) {
	case FREED:
	case MOVED:
	case DANGLES:
		return use(m, st, o);
	case LENT:
		m.report("SAFE_E_FREE_BORROWED", o.where, o.what,
			 name_of(m, o) + " is given to " + callee_name(o) +
			 ", which takes it over, but is only borrowed");
		return MAYBE;
	case SHARED:
	case RAISED:
		return st;
	case PASSED:
		if_released(m, o);
		/* fall through */
	default:
		m.mark(o.where, o.what.sym, path_event::GONE,
		       "given to " + callee_name(o), o.inside);
		return MOVED;
	}
}

unsigned int own_rule::lose(machine &m, unsigned int st, const occasion &o)
{
	const symbol &s = m.info(o.what.sym);
	std::string cure;

	if ((!owned(st) && st != PASSED) ||
	    !m.range_of(o.what).meets(range::valid_pointers()))
		return st;
	/* The author says that somebody has it. */
	if (in_macro(o.where, "retain_and_null_ptr"))
		return UNSEEN;
	if (s.from && !s.from->releasers.empty())
		cure = "; release it with " + s.from->releasers[0] + "()";
	if (st == PASSED) {
		std::string conditions = each(m.passed_to(o.what.sym), "/borrows");

		if (!conditions.empty() && m.first_time("SAFE_E_LEAK", o.what, conditions))
			m.oblige("SAFE_E_LEAK", o.where, o.what, name_of(m, o) +
				 " is leaked: the last pointer to it goes here" + cure,
				 conditions, s.generation);
		return UNSEEN;
	}
	leaks.lost(m, o.what, m.find("SAFE_E_LEAK", o.where, o.what,
		 name_of(m, o) + " is leaked: the last pointer to it goes here" + cure,
		 /* What a loop did in an earlier round, it may have undone. */
		 st == HELD || s.generation),
		   s.from && !s.from->releasers.empty() && returns_reference(*s.from));
	return UNSEEN;
}

/* The function returns it. */
unsigned int own_rule::give_back(machine &m, unsigned int st, const occasion &o)
{
	const contract *own = contract_of_body(m.fndecl());

	/* What the end of a scope releases, rule "scope" speaks of. */
	if (st == FREED && m.since(o.what.sym, *this)->kind == path_event::CLEANUP)
		return MAYBE;
	if (st == FREED || st == MOVED) {
		m.report("SAFE_E_USE_AFTER_FREE", o.where, o.what,
			 name_of(m, o) + " is returned after it was " +
			 how_it_went(m, *this, o.what), is_looked_up(m.info(o.what.sym)));
		return MAYBE;
	}
	if (st == LENT && own && own->ret == contract::OWNED) {
		m.report("SAFE_E_FREE_BORROWED", o.where, o.what,
			 name_of(m, o) + " is returned to be owned but is only borrowed");
		return MAYBE;
	}
	return st;
}

unsigned int own_rule::on(machine &m, unsigned int st, const occasion &o)
{
	switch (o.act) {
	case ACT_DEREF:
	case ACT_LEND:
		return use(m, st, o);
	case ACT_PASS:
		/* skb_get(skb): one more reference, for whoever takes one of them. */
		if (o.callee && o.callee->param(o.param).raises && o.callee->param(o.param).returned &&
		    (st == UNSEEN || st == MAYBE || owned(st)))
			return RAISED;
		return owned(st) || st == PASSED ? pass_on(m, st, o) :
		       st == LENT ? SHARED : use(m, st, o);
	case ACT_ESCAPE:
		return owned(st) || st == PASSED ? MAYBE : st == LENT ? SHARED : st;
	case ACT_STORE:
		return st == OWNED ? HELD : st == PASSED ? MAYBE : st;
	case ACT_KEEP:
		return st == HELD ? OWNED : st;
	case ACT_RELEASE:
		return release(m, st, o);
	case ACT_TAKE:
		return take(m, st, o);
	case ACT_LOSE:
		return lose(m, st, o);
	case ACT_RETURN:
		return give_back(m, st, o);
	case ACT_OWNER_GONE:
		return st == LENT ? DANGLES : st;
	case ACT_REFINE:
		/* NULL or an error: there is no object. */
		return (owned(st) || st == LENT || st == SHARED || st == PASSED) &&
		       !m.range_of(o.what).meets(range::valid_pointers()) ? UNSEEN : st;
	default:
		return st;
	}
}

unsigned int own_rule::born(machine &m, const contract &c, const value &v, bool out)
{
	if (out || c.ret == contract::OWNED) {
		m.mark(m.here(), v.sym, path_event::BIRTH,
		       out ? "set by '" + c.name + "', to be released by the caller"
			   : "allocated by '" + c.name + "'");
		return OWNED;
	}
	if (c.ret == contract::BORROWED) {
		m.mark(m.here(), v.sym, path_event::BIRTH,
		       "borrowed from '" + c.name + "'");
		return LENT;
	}
	return UNSEEN;
}

unsigned int own_rule::entered(machine &m, const value &v, const param_contract &p)
{
	switch (p.passing) {
	case param_contract::TAKES:
		m.mark(m.here(), v.sym, path_event::BIRTH, "taken over from the caller");
		return OWNED;
	case param_contract::BORROWED:
		m.mark(m.here(), v.sym, path_event::BIRTH, "borrowed from the caller");
		return LENT;
	default:
		return UNSEEN;
	}
}

void own_rule::empty_used(machine &m, const occasion &o)
{
	m.report("SAFE_E_OWN_MOVED", o.where, o.what,
		 name_of(m, o, "the owner") + " owns nothing on this path: it was moved or "
		 "dropped before; ask safe_is_empty() first");
}

/* What other files may know of what the function returns. */
void own_rule::leave(machine &m, const value &returned)
{
	leaks.leave(m, returned);
	if (!linking() || !returned.is_sym() ||
	    !POINTER_TYPE_P(TREE_TYPE(TREE_TYPE(m.fndecl()))) ||
	    !m.range_of(returned).meets(range::valid_pointers()))
		return;

	const symbol &s = m.info(returned.sym);
	unsigned int st = m.state_of(returned.sym, *this);

	if (owned(st) || st == PASSED)
		link_result(m.fndecl(), s.from ? s.from->releasers : std::vector<std::string>(),
			    each(m.passed_to(returned.sym), "/borrows"), "");
	else
		link_result(m.fndecl(), {}, "", s.origin == symbol::NAME ?
			    whose_result(s.node) : "");
}

unsigned int own_rule::join(unsigned int a, unsigned int b) const
{
	return a == b ? a : owned(a) && owned(b) ? HELD : MAYBE;
}

bool own_rule::wants(const contract &c) const
{
	if (c.ret == contract::OWNED || !c.releasers.empty())
		return true;
	for (const param_contract &p : c.params)
		if (p.passing == param_contract::TAKES ||
		    p.passing == param_contract::TAKES_IF || p.out_owned ||
		    p.passing == param_contract::PUTS)
			return true;
	return false;
}

rule_entry entry(new own_rule);

} /* namespace */

} /* namespace safe */
