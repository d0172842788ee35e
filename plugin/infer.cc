// SPDX-License-Identifier: GPL-2.0
/*
 * Writes what facts say and what bodies show.  The bodies are followed without the facts
 * about themselves; what they call is known as ever.
 */
#include "gcc-compat.h"
#include "infer.h"
#include "body.h"
#include "contract.h"
#include "json.h"
#include "location.h"
#include "options.h"
#include "engine/summary.h"
#include "engine/rule.h"
#include "rules/context.h"
#include "rules/lock_calls.h"

namespace safe {

namespace {

const unsigned int MOST_DEPTH = 8;

/* ---- the fact ---- */

void write_names(json &out, const char *key, const std::vector<std::string> &names)
{
	out.key(key).open('[');
	for (const std::string &name : names)
		out.str(name);
	out.close(']');
}

void write_param(json &out, const param_contract &p)
{
	static const char *const passings[] = {
		"unknown", "takes", "takes_if", "keeps_if", "puts", "borrowed", "counter",
	};

	out.open('{').key("passing").str(passings[p.passing]);
	out.key("condition").str(text_of(p.condition));
	out.key("or_frees").boolean(p.or_frees);
	out.key("deref").boolean(p.deref);
	out.key("no_error").boolean(p.no_error);
	out.key("out_owned").boolean(p.out_owned);
	out.key("returned").boolean(p.returned);
	out.key("raises").boolean(p.raises);
	out.key("lowers").boolean(p.lowers);
	out.close('}');
}

void write_fact(json &out, const contract &c)
{
	static const char *const returned[] = { "plain", "owned", "borrowed" };
	static const char *const failures[] = { "", "null", "error", "error or null" };
	static const char *const sleeps[] = { "", "sleeps", "nosleep" };

	out.key("fact").open('{').key("returns").str(returned[c.ret]);
	out.key("fails").str(failures[c.fail]);
	out.key("none").boolean(c.none);
	out.key("must_look").boolean(c.must_look);
	out.key("sleep").str(sleeps[c.context.sleep]);
	write_names(out, "releasers", c.releasers);
	write_names(out, "id_releasers", c.id_releasers);
	out.key("params").open('[');
	for (const param_contract &p : c.params)
		write_param(out, p);
	out.close(']').close('}');
}

/* ---- what can be seen without paths ---- */

/* What the functions are called that change counts, here or in what is called. */
class counts {
public:
	void look_at(function *fn, unsigned int depth);
	void write(json &out) const;

private:
	void call(const gcall *call, unsigned int depth);
	void counted(const contract &c);

	std::set<std::string> up, down;
	bool opaque = false;	/* it does what is not seen */
	bool described = false;	/* it calls what a fact describes, perhaps not in full */
	std::set<function *> seen;
};

void counts::counted(const contract &c)
{
	auto says = [&](std::initializer_list<const char *> words) {
		for (const char *word : words)
			if (c.name.find(word) != std::string::npos)
				return true;
		return false;
	};

	for (const param_contract &p : c.params) {
		if (p.raises || p.raises_if)
			up.insert(c.name);
		if (p.lowers || p.passing == param_contract::PUTS)
			down.insert(c.name);
		if (p.passing == param_contract::COUNTER) {
			bool lowers = says({ "put", "dec", "sub", "drop" });

			(lowers ? down : up).insert(c.name);
		}
	}
}

void counts::call(const gcall *call, unsigned int depth)
{
	tree fndecl = gimple_call_fndecl(call);
	const contract *c = contract_of_call(call);
	function *body = fndecl ? body_of(fndecl) : NULL;

	if (gimple_call_internal_p(call) || (fndecl && fndecl_built_in_p(fndecl) && !c))
		return;
	if (c)
		counted(*c);
	if (c && c->describes_outcome()) {
		described = true;
		return;
	}
	if (body && depth < MOST_DEPTH)
		look_at(body, depth + 1);
	else
		opaque = true;
}

void counts::look_at(function *fn, unsigned int depth)
{
	basic_block bb;

	if (!seen.insert(fn).second)
		return;
	FOR_EACH_BB_FN(bb, fn) {
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			gimple *stmt = gsi_stmt(i);
			tree lhs = is_gimple_assign(stmt) ? gimple_assign_lhs(stmt)
							  : NULL_TREE;

			if (gcall *c = dyn_cast<gcall *>(stmt))
				call(c, depth);
			else if (gimple_code(stmt) == GIMPLE_ASM)
				opaque = true;
			else if (lhs && TREE_CODE(lhs) != SSA_NAME &&
				 !auto_var_in_fn_p(lhs, fn->decl))
				opaque = true;
		}
	}
}

void counts::write(json &out) const
{
	out.key("raised_by").open('[');
	for (const std::string &name : up)
		out.str(name);
	out.close(']').key("lowered_by").open('[');
	for (const std::string &name : down)
		out.str(name);
	out.close(']').key("opaque").boolean(opaque);
	out.key("described").boolean(described);
}

/* ---- the ways to end ---- */

void write_range(json &out, const range &r)
{
	out.key("range").open('[');
	for (unsigned int i = 0; i < r.intervals(); i++)
		out.open('[').num(r.lower(i)).num(r.upper(i)).close(']');
	out.close(']');
}

class outcome_writer {
public:
	outcome_writer(json &out, const summary &sum, const state &s)
		: out(out), sum(sum), s(s) { }

	void write();

private:
	range range_of(const value &v) const;
	int parameter_of(const value &v) const;
	bool stands_elsewhere(sym_id id) const;
	bool is_set(sym_id id) const;
	void write_returned();
	void write_param(tree parm, unsigned int i);
	void write_effect(const effect &e);
	void write_locks();
	bool acts_beside() const;

	json &out;
	const summary &sum;
	const state &s;
};

range outcome_writer::range_of(const value &v) const
{
	if (v.kind == value::CONST)
		return range::constant(v.num);
	if (!v.is_sym())
		return range::all();

	const sym_fact *f = s.fact(v.sym);
	tree type = sum.symbols[v.sym].type;

	if (type && POINTER_TYPE_P(type) && v.num)
		return range::valid_pointers();
	return f ? f->r : type && has_range(type) ? range::of_type(type) : range::all();
}

int outcome_writer::parameter_of(const value &v) const
{
	return v.is_sym() && sum.symbols[v.sym].origin == symbol::PARAM ?
	       sum.symbols[v.sym].num : -1;
}

void outcome_writer::write_returned()
{
	static const char *const origins[] = {
		"none", "param", "address", "loaded", "returned", "set", "callee",
		"computed", "name", "joined",
	};
	const value &v = s.returned;

	out.key("returned").open('{');
	out.key("origin").str(v.kind == value::CONST ? "constant" : v.is_sym() ?
			      origins[sum.symbols[v.sym].origin] : "unknown");
	write_range(out, range_of(v));
	out.key("param").num(parameter_of(v));
	if (v.is_sym()) {
		const contract *from = sum.symbols[v.sym].from;

		out.key("from").str(from ? from->name : "");
		for (const typestate &t : s.states) {
			const char *word = t.sym == v.sym ?
					   rules()[t.rule]->state_word(t.state) : NULL;

			if (word)
				out.key("is").str(word);
		}
		out.key("kept").boolean(stands_elsewhere(v.sym));
		if (from)
			write_names(out, "releasers", from->releasers);
	}
	out.close('}');
}

/* Whether the path has put @id where others find it. */
bool outcome_writer::stands_elsewhere(sym_id id) const
{
	for (const cell &c : s.cells) {
		const symbol &base = sum.symbols[c.base];
		bool elsewhere = base.origin != symbol::DECL || is_global_var(base.node);

		if (elsewhere && c.written && c.base != id && c.content.is_sym() &&
		    c.content.sym == id)
			return true;
	}
	return false;
}

/* Whether something was put where @id points to. */
bool outcome_writer::is_set(sym_id id) const
{
	for (const cell &c : s.cells)
		if (c.base == id && c.written && !c.offset)
			return true;
	return false;
}

void outcome_writer::write_effect(const effect &e)
{
	static const struct {
		action act;
		const char *word;
	} words[] = {
		{ ACT_RELEASE, "releases" }, { ACT_TAKE, "gives" },
		{ ACT_ESCAPE, "escapes" }, { ACT_PASS, "passes" }, { ACT_COPY, "copies" },
		{ ACT_DEREF, "reads" },
	};

	for (const auto &w : words) {
		if (w.act != e.act)
			continue;

		expanded_location at = user_place(e.where);

		out.open('{').key("act").str(w.word).key("maybe").boolean(e.maybe);
		out.key("distance").num(e.distance);
		out.key("callee").str(e.callee ? e.callee->name : "");
		out.key("puts").boolean(e.callee && e.callee->param(e.param).passing ==
				       param_contract::PUTS);
		out.key("place").str(std::string(at.file ? at.file : "") + ":" +
				     std::to_string(at.line));
		out.close('}');
	}
}

void outcome_writer::write_param(tree parm, unsigned int i)
{
	out.open('{').key("pointer").boolean(POINTER_TYPE_P(TREE_TYPE(parm)));
	for (sym_id id = 1; id < (sym_id)sum.symbols.size(); id++) {
		const symbol &p = sum.symbols[id];

		if (p.origin != symbol::PARAM || p.num != i || p.generation)
			continue;
		write_range(out, range_of(value::of(id)));
		out.key("kept").boolean(stands_elsewhere(id));
		out.key("set").boolean(is_set(id));
		out.key("did").open('[');
		for (const effect &e : s.effects)
			if (e.sym == id)
				write_effect(e);
		out.close(']');
		break;
	}
	out.close('}');
}

/* The locks that are not as they were, as far as they are the caller's. */
void outcome_writer::write_locks()
{
	out.key("locks").open('[');
	for (const effect &e : s.effects) {
		const char *word = e.act == ACT_EVENT ?
				   rules()[e.rule]->event_word(e.event) : NULL;
		const symbol &s = sum.symbols[e.sym];

		/* What a member pointed to at first may be another thing by now. */
		if (word && !e.maybe && s.origin != symbol::LOADED)
			out.str(word);
	}
	out.close(']');
}

/* Whether something is done to what arguments point to, and not to themselves. */
bool outcome_writer::acts_beside() const
{
	for (const effect &e : s.effects)
		if (e.sym && sum.symbols[e.sym].origin == symbol::LOADED &&
		    (e.act == ACT_RELEASE || e.act == ACT_TAKE || e.act == ACT_ESCAPE ||
		     e.act == ACT_PASS))
			return true;
	return false;
}

void outcome_writer::write()
{
	unsigned int i = 0;

	out.open('{');
	write_returned();
	out.key("params").open('[');
	for (tree parm = DECL_ARGUMENTS(sum.fndecl); parm; parm = DECL_CHAIN(parm))
		write_param(parm, i++);
	out.close(']');
	write_locks();
	out.key("beside").boolean(acts_beside());
	out.close('}');
}

/* ---- sleeping ---- */

void write_context(json &out, tree fndecl)
{
	const scan *seen = scan_of(fndecl);
	bool always = false;

	for (const sleep &s : record_of(fndecl).sleeps)
		always |= s.gfp < 0 && !s.fault && !s.delay && !s.likely &&
			  s.when.empty();
	out.key("sleeps").boolean(always);
	/* Nothing in it sleeps, and all that it calls is known. */
	out.key("cannot_sleep").boolean(seen && seen->sleeps_at == NEVER &&
					!seen->unknown);
	out.key("level").num(seen && seen->least == seen->most ? seen->least : 0);
	out.key("known_lock").boolean(find_lock_call(fndecl) || find_level_call(fndecl));
}

bool has_place(cgraph_node *node)
{
	tree fndecl = node->decl;

	if (node->alias || !DECL_NAME(fndecl) || !code_of(fndecl))
		return false;
	return in_main_file(DECL_SOURCE_LOCATION(fndecl)) ? TREE_PUBLIC(fndecl)
							  : node->address_taken;
}

void write_function(tree fndecl, const contract &fact)
{
	expanded_location at = user_place(DECL_SOURCE_LOCATION(fndecl));
	tree result = TREE_TYPE(TREE_TYPE(fndecl));
	const summary *sum = summary_of(fndecl, 0);
	counts counted;
	json out;

	out.open('{').key("name").str(IDENTIFIER_POINTER(DECL_NAME(fndecl)));
	out.key("fact_name").str(fact.name).key("main").str(main_input_filename);
	out.key("place").str(std::string(at.file) + ":" + std::to_string(at.line));
	write_fact(out, fact);
	out.key("result").str(VOID_TYPE_P(result) ? "void" :
			      POINTER_TYPE_P(result) ? "pointer" :
			      TREE_CODE(result) == BOOLEAN_TYPE ? "bool" : "number");
	counted.look_at(code_of(fndecl), 0);
	counted.write(out);
	write_context(out, fndecl);
	out.key("outcomes").open('[');
	if (sum)
		for (const state &s : sum->outcomes)
			outcome_writer(out, *sum, s).write();
	out.close(']').close('}');
	append_line(opts.infer, out.text());
}

} /* namespace */

void write_inferred()
{
	cgraph_node *node;

	scan_contexts();
	FOR_EACH_FUNCTION_WITH_GIMPLE_BODY(node) {
		const contract *fact = has_place(node) ? fact_about(node->decl) : NULL;

		if (fact && fact->says_something())
			write_function(node->decl, *fact);
	}
}

} /* namespace safe */
