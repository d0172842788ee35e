// SPDX-License-Identifier: GPL-2.0
/*
 * Part of rule "own": what a call does to the deeds that are not undone yet: it undoes
 * one, may undo it in a function that it calls, or takes the object over.
 */
#include "own_undo.h"

namespace safe {

/* The function @name undoes @d here; the first that does so is remembered. */
void undo_rule::set_undone(machine &m, deed &d, tree name)
{
	set_how(m, d, UNDONE);
	if (!d.undone_by) {
		d.undone_by = name;
		d.undone_at = m.here();
	}
}

void undo_rule::undo(machine &m, const gcall *call, tree name, const std::vector<deed *> &open)
{
	std::vector<deed *> exact, unknown;

	for (deed *d : open) {
		if (!d->can_undo(name))
			continue;

		match found = match_of(m, call, *d);

		/* One device by several names: "pcie->dev" is "&pdev->dev". */
		if (found == EXACT)
			exact.push_back(d);
		else if (found == UNKNOWN || d->if_failed)
			unknown.push_back(d);
	}
	for (deed *d : exact)
		set_undone(m, *d, name);
	if (exact.empty())
		for (deed *d : unknown)
			set_how(m, *d, EXCUSED);
}

/* Whatever was begun is over with such a call, or a reset that nobody asks about. */
static bool starts_anew(const gcall *call, const call_name &name)
{
	return name.has("abort") || name.has("rollback") ||
	       (!gimple_call_lhs(call) && name.has("reset"));
}

/* What a deed has put in a variable, "do_it(&p)", goes to @call: "give(p)". */
void undo_rule::note_out_parameters(machine &m, const gcall *call,
				    const std::vector<deed *> &open)
{
	for (unsigned int i = 0; i < gimple_call_num_args(call); i++) {
		tree arg = gimple_call_arg(call, i);
		std::string text = POINTER_TYPE_P(TREE_TYPE(arg)) ? m.describe(arg) : "";

		for (deed *d : open)
			for (const subject &s : d->subjects)
				if (!text.empty() && s.text == "&" + text)
					note_taker(m, *d);
	}
}

/* Whether @callee, which calls one of @undo, does itself what that undoes. */
static bool does_so_itself(tree callee, const std::vector<tree> &undo)
{
	bool special;

	for (tree name : undo)
		if (called_by(callee).count(name))
			for (tree other : called_by(callee))
				if (undoes(name_of(name), name_of(other), &special))
					return true;
	return false;
}

/* @call of another function, which may undo what this one did. */
void undo_rule::let_callee(machine &m, scene &s, const gcall *call, tree fndecl,
			   const std::vector<deed *> &open)
{
	std::vector<tree> callees = functions_given(call);
	bool rolls_back = fndecl && starts_anew(call, name_of_function(fndecl));
	bool ends = fndecl && (rolls_back || is_undo(name_of_function(fndecl))) &&
		    !s.opposites.count(DECL_NAME(fndecl));

	if (fndecl)
		callees.push_back(fndecl);
	note_out_parameters(m, call, open);
	for (deed *d : open) {
		if (exchanges(m, call, *d))
			set_how(m, *d, EXCUSED);
		for (tree callee : callees) {
			tree done = DECL_NAME(d->fndecl);

			if (!meets(all_called_by(callee), d->undo) ||
			    all_called_by(callee).count(done))
				continue;
			if (callee == fndecl && meets(called_by(callee), d->undo) &&
			    !can_be_undone(name_of_function(callee)) &&
			    !s.opposites.count(DECL_NAME(callee)) &&
			    !does_so_itself(callee, d->undo)) {
				set_undone(m, *d, DECL_NAME(callee));
			} else {
				set_how(m, *d, EXCUSED);
			}
		}
		if (ends && (rolls_back || !has_body(fndecl)) && concerns(m, call, *d))
			set_how(m, *d, EXCUSED);
	}
}

/* What drops a reference to an object that its release function takes apart. */
static const std::vector<tree> &droppers()
{
	static const std::vector<tree> all = {
		get_identifier("put_device"), get_identifier("device_unregister"),
		get_identifier("kobject_put"),
	};

	return all;
}

/*
 * put_device(&p->dev), device_unregister(&p->dev): whoever releases the object undoes
 * what stands in it, "p->id".
 */
void undo_rule::drop(machine &m, const gcall *call, const contract *c,
		     const std::vector<deed *> &open)
{
	tree fndecl = gimple_call_fndecl(call);
	bool inside = fndecl && has_body(fndecl) && is_undo(name_of_function(fndecl)) &&
		      meets(all_called_by(fndecl), droppers());

	for (unsigned int i = 0; i < gimple_call_num_args(call); i++) {
		param_contract p = c ? c->param(i) : param_contract();
		bool ends = inside || p.passing == param_contract::PUTS ||
			    (p.lowers && c->name.find("unregister") != std::string::npos);
		std::string object = ends ?
				     m.describe(gimple_call_arg(call, i)) : "";
		size_t arrow = object.find("->");

		if (object.empty())
			continue;
		if (object[0] != '&')
			object += "->";
		else if (arrow != std::string::npos)
			object = object.substr(1, arrow + 1);
		else
			object = object.substr(1, object.find('.')) + ".";
		for (deed *d : open)
			for (const subject &s : d->subjects)
				if (s.is_result && !s.text.compare(0, object.size(), object))
					set_how(m, *d, EXCUSED);
	}
}

void undo_rule::calls(machine &m, const gcall *call, const contract *c)
{
	scene *s = scene_of(m);
	tree fndecl = gimple_call_fndecl(call);

	if (!s || s->deeds.empty())
		return;

	std::vector<deed *> open = open_deeds(m, *s);

	if (open.empty())
		return;
	drop(m, call, c, open);
	if (fndecl && DECL_NAME(fndecl) && s->opposites.count(DECL_NAME(fndecl))) {
		undo(m, call, DECL_NAME(fndecl), open);
		open.erase(std::remove_if(open.begin(), open.end(), [fndecl](const deed *d) {
			return d->can_undo(DECL_NAME(fndecl));
		}), open.end());
	}
	let_callee(m, *s, call, fndecl && DECL_NAME(fndecl) ? fndecl : NULL_TREE, open);
}

} /* namespace safe */
