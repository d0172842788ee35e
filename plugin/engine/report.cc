// SPDX-License-Identifier: GPL-2.0
/*
 * What rules need to say something to the user: names of values, and notes
 * along the path.
 */
#include "machine.h"
#include "location.h"

namespace safe {

/* Conditions that are shown: the last ones decide. */
static const size_t MOST_CONDITIONS = 5;
/* Copies that macros make of a result before it gets the user's name. */
static const unsigned int MOST_COPIES = 6;
/* Members of members in a name. */
static const unsigned int MOST_MEMBERS = 4;

/* The user's name; what a macro made up is none. */
static std::string name_of(tree node)
{
	const char *name = node && DECL_NAME(node) ? IDENTIFIER_POINTER(DECL_NAME(node)) : "";

	if (node && TREE_CODE(node) == VAR_DECL &&
	    linemap_location_from_macro_definition_p(line_table, DECL_SOURCE_LOCATION(node)))
		return "";
	return strncmp(name, "__UNIQUE_ID", 11) && strncmp(name, "__safe_", 7) ? name : "";
}

/* What the user calls @ref: a variable, p->member, *p. */
static std::string text_of(tree ref, unsigned int depth)
{
	std::string base;

	if (depth > 6)
		return "";
	switch (TREE_CODE(ref)) {
	case SSA_NAME: {
		tree variable = SSA_NAME_VAR(ref);
		gimple *def = SSA_NAME_DEF_STMT(ref);

		if (variable && !DECL_IGNORED_P(variable) && !name_of(variable).empty())
			return name_of(variable);
		if (gimple_assign_single_p(def) || gimple_assign_cast_p(def))
			return text_of(gimple_assign_rhs1(def), depth + 1);
		return "";
	}
	case VAR_DECL:
	case PARM_DECL:
		return DECL_IGNORED_P(ref) ? "" : name_of(ref);
	case ADDR_EXPR:
		base = text_of(TREE_OPERAND(ref, 0), depth + 1);
		return base.empty() ? "" : "&" + base;
	case COMPONENT_REF: {
		tree object = TREE_OPERAND(ref, 0);
		std::string member = name_of(TREE_OPERAND(ref, 1));

		if (TREE_CODE(object) == MEM_REF) {
			base = text_of(TREE_OPERAND(object, 0), depth + 1);
			return base.empty() || member.empty() ? "" : base + "->" + member;
		}
		base = text_of(object, depth + 1);
		if (member.empty())	/* in an anonymous struct or union */
			return base;
		return base.empty() ? "" : base + "." + member;
	}
	case MEM_REF:
		base = text_of(TREE_OPERAND(ref, 0), depth + 1);
		return base.empty() ? "" : "*" + base;
	case ARRAY_REF:
		base = text_of(TREE_OPERAND(ref, 0), depth + 1);
		return base.empty() ? "" : base + "[...]";
	default:
		return "";
	}
}

std::string machine::describe(tree expr) const
{
	return expr ? text_of(expr, 0) : "";
}

/* The first variable of the user's that @name is copied to. */
static std::string name_of_copy(tree name, unsigned int depth)
{
	std::string text = text_of(name, 0);
	imm_use_iterator i;
	gimple *use;

	if (!text.empty() || TREE_CODE(name) != SSA_NAME || depth > MOST_COPIES)
		return text;
	FOR_EACH_IMM_USE_STMT(use, i, name) {
		if (!text.empty())
			continue;
		if (gimple_assign_single_p(use) || gimple_assign_cast_p(use))
			text = name_of_copy(gimple_assign_lhs(use), depth + 1);
		else if (gimple_code(use) == GIMPLE_PHI)
			text = name_of_copy(gimple_phi_result(use), depth + 1);
	}
	return text;
}

/* What the result of @call is assigned to. */
static std::string name_of_result(const gimple *call)
{
	tree lhs = call ? gimple_get_lhs(call) : NULL_TREE;

	return lhs ? name_of_copy(lhs, 0) : "";
}

/* Whether @v is what the call @stmt returned, as far as it is still known. */
bool machine::is_result(const gimple *stmt, const value &v) const
{
	tree lhs = gimple_get_lhs(stmt);

	return lhs && TREE_CODE(lhs) == SSA_NAME &&
	       st->name(SSA_NAME_VERSION(fn.root(lhs))) == v;
}

std::string machine::describe(const value &v, unsigned int depth) const
{
	/* Objects may point to each other. */
	if (!v.is_sym() || depth > MOST_MEMBERS)
		return "";

	const symbol &s = symbols[v.sym];

	switch (s.origin) {
	case symbol::PARAM:
		return name_of(s.node);
	case symbol::NAME:
	case symbol::JOINED:
		return describe(s.node);
	case symbol::RETURNED:
	case symbol::CALLEE:
		if ((s.origin == symbol::RETURNED || is_result(s.stmt, v)) &&
		    !name_of_result(s.stmt).empty())
			return name_of_result(s.stmt);
		break;
	case symbol::SET: {
		std::string out = describe(gimple_call_arg(s.stmt, s.num));

		return !out.empty() && out[0] == '&' ? out.substr(1) : out;
	}
	default:
		break;
	}
	/* The memory that holds it: a local variable, or a member. */
	for (const cell &c : st->cells) {
		std::string field = name_of(c.field), base;

		if (c.content != value::of(v.sym))
			continue;
		if (symbols[c.base].origin == symbol::DECL)
			base = name_of(symbols[c.base].node);
		else if (c.field)
			base = describe(value::of(c.base), depth + 1);
		/* An owner goes by its own name. */
		if (field.empty() ? !base.empty() : base.empty())
			return base + field;
		if (!field.empty())
			return base + (symbols[c.base].origin == symbol::DECL ? "." : "->") + field;
	}
	auto holder = holders.find(v.sym);

	return holder == holders.end() ? "" : holder->second;
}

void machine::mark(location_t where, sym_id about, enum path_event::kind kind,
		   const std::string &text, const path_event *inside,
		   const std::string &passings)
{
	st->path = new_event(st->path, where, about, kind, text, inside,
			     passings.empty() ? NULL : keep_text(passings));
}

const path_event *machine::since(sym_id s, const rule &r) const
{
	const typestate *t = st->typestate_of(s, r.index);

	return t ? t->since : NULL;
}

unsigned int machine::state_of(sym_id s, const rule &r) const
{
	const typestate *t = st->typestate_of(s, r.index);

	return t ? t->state : 0;
}

void machine::set_state(sym_id s, const rule &r, unsigned int state)
{
	st->set_typestate(s, r.index, state, st->path);
}

std::string machine::in_call(const gcall *call) const
{
	tree fndecl = gimple_call_fndecl(call);

	return "in the call of '" + (fndecl ? name_of(fndecl) : std::string("a function")) +
	       "'";
}

static void add_note(std::vector<finding_note> *notes, const path_event *e)
{
	static const char *const branches[] = {
		"this condition is true on the path",
		"this condition is false on the path",
		"one of the cases is taken here",
	};

	/* What the macros of include/safe test is what they are for. */
	if (e->where == UNKNOWN_LOCATION || (!e->text && in_own_macro(e->where)))
		return;
	notes->push_back({ e->where, e->text ? e->text : branches[e->kind] });
	/* The list is turned round at the end: the inner ones go first. */
	std::vector<finding_note> inner;

	for (const path_event *in = e->inside; in; in = in->inside)
		if (in->text && in->where != UNKNOWN_LOCATION && !in_own_macro(in->where))
			inner.push_back({ in->where, in->text });
	notes->insert(notes->end() - 1, inner.rbegin(), inner.rend());
}

/* The events that concern @subject, and what was decided since the first. */
std::vector<finding_note> machine::notes(sym_id subject) const
{
	std::vector<const path_event *> chain;
	std::vector<finding_note> notes;
	size_t last = 0, conditions = 0;

	/* Backwards to its birth or, if it came from outside, the first of it. */
	for (const path_event *e = st->path; e; e = e->before) {
		chain.push_back(e);
		if (e->about == subject)
			last = chain.size();
		if (e->about == subject && e->kind == path_event::BIRTH &&
		    !(e->before && e->before->about == subject &&
		      e->before->kind == path_event::BIRTH && e->before->where == e->where))
			break;
	}
	chain.resize(last);
	for (size_t i = 0; i < chain.size(); i++) {
		const path_event *e = chain[i];

		/* Where it was made is said once, by the rule that comes first. */
		if (e->kind == path_event::BIRTH && i + 1 < chain.size() &&
		    chain[i + 1]->kind == path_event::BIRTH)
			continue;
		if (e->text ? e->about == subject :
		    !e->decided && conditions++ < MOST_CONDITIONS)
			add_note(&notes, e);
	}
	std::reverse(notes.begin(), notes.end());
	return notes;
}

finding machine::find(const char *id, location_t where, const value &what,
		      const std::string &text, bool likely) const
{
	finding f;
	const symbol &s = symbols[what.sym];

	f.id = id;
	f.where = where;
	f.text = text;
	f.likely = likely || st->blurred || contradicts_itself(st->path);
	f.birth = s.stmt ? user_location(gimple_location(s.stmt)) : UNKNOWN_LOCATION;
	if (what.is_sym())
		f.notes = notes(what.sym);
	/* A macro may call the same in several branches. */
	f.key = std::string(id) + " " + name_of(fndecl()) + " " +
		std::to_string(f.birth) + " " +
		std::to_string((size_t)s.node) + " " + std::to_string(s.a) + " " +
		std::to_string(s.num) +
		(s.x.is_sym() ? " " + std::to_string(s.x.sym) + "+" + std::to_string(s.y.num)
			      : "");
	return f;
}

/* Reports @text about @what, unless the code is not the user's. */
void machine::report(const char *id, location_t where, const value &what,
		     const std::string &text, bool likely)
{
	if (reporting)
		add_finding(find(id, where, what, text, likely));
}

} /* namespace safe */
