// SPDX-License-Identifier: GPL-2.0
/*
 * The option "sites": writes what a migration may convert.
 *
 * One JSON object a function: its lines, each resource with its mode and the
 * reason why it is left, the edits with their places, and the declarations that
 * change.  The semantic patches in coccinelle/ make the edits.
 */
#include "sites/sites.h"
#include "sites/plan.h"
#include "json.h"
#include "location.h"
#include "options.h"

namespace safe {

namespace {

using namespace sites;

void write_place(json &out, const source_text &text, int token)
{
	out.key("line").num(text[token].line).key("column").num(text[token].column);
}

void write_resource(json &out, const code &c, const resource &r)
{
	static const char *const modes[] = { "left", "guard", "scoped_guard" };
	const char *mode = modes[r.mode];

	if (r.kind == resource::MEMORY && r.mode == resource::GUARD)
		mode = "free";
	out.open('{').key("kind").str(r.kind == resource::LOCK ? "lock" : "memory");
	out.key("mode").str(mode).key("name").str(r.name).key("object").str(r.object);
	write_place(out, *c.src, r.acquire->first);
	out.key("reason").str(r.reason).close('}');
}

void write_plan(json &out, const code &c, plan &p)
{
	out.key("resources").open('[');
	for (const auto &r : p.resources)
		write_resource(out, c, *r);
	out.close(']').key("edits").open('[');
	for (const edit &e : p.edits) {
		out.open('{').key("op").str(e.op);
		write_place(out, *c.src, e.token);
		out.key("text").str(e.text).close('}');
	}
	out.close(']').key("declarations").open('[');
	for (const declaration &d : p.declarations)
		out.open('{').key("op").str(d.op).key("name").str(d.name).close('}');
	out.close(']');
	if (const stmt *jump = p.bad_jump()) {
		out.key("bad_jump").open('{');
		write_place(out, *c.src, jump->first);
		out.close('}');
	}
}

/* Macros that stand before a statement have to be loops. */
bool block_macros_known(const code &c, const facts &f)
{
	for (int id = 0; id < c.count(); id++) {
		const stmt *s = c[id];

		if (s->kind == stmt::LOOP && s->name != "for" && s->name != "while" &&
		    !f.of(s).loops)
			return false;
	}
	return true;
}

bool jumps_known(const code &c, const facts &f)
{
	for (int id = 0; id < c.count(); id++)
		if (f.of(c[id]).lost)
			return false;
	return true;
}

/* Whether the function whose brace is @open might have something to convert. */
bool has_resource(const source_text &text, int open)
{
	return std::any_of(text.begin() + open, text.begin() + text[open].mate,
			   [](const token &t) {
		return is_lock_function(t.text) || is_free_function(t.text);
	});
}

void write_function(tree fndecl, const source_text &text, int name, int open)
{
	json out;
	code c;
	facts f;

	out.open('{').key("function").str(IDENTIFIER_POINTER(DECL_NAME(fndecl)));
	out.key("file").str(main_input_filename);
	out.key("line").num(text[name].line);
	out.key("end").num(text[text[open].mate].line);

	const char *why = NULL;
	if (!c.parse(text, open)) {
		why = c.error;
	} else {
		f.collect(fndecl, c);
		if (!block_macros_known(c, f))
			why = "block macro that is not a loop";
		else if (!jumps_known(c, f))
			why = "macro that jumps";
	}
	out.key("gotos").num(std::count_if(text.begin() + open, text.begin() + text[open].mate,
		[](const token &t) { return t.text == "goto"; }));
	out.key("labels").num(c.labels.size());
	if (why && !has_resource(text, open)) {
		/* nothing is left undone */
	} else if (why) {
		out.key("reason").str(why);
	} else {
		plan p(c, f);

		p.make();
		write_plan(out, c, p);
	}
	out.close('}');
	append_line(opts.sites, out.text());
}

/* The function that has just been parsed. */
void on_function(void *gcc_data, void *)
{
	tree fndecl = static_cast<tree>(gcc_data);
	tree body = DECL_SAVED_TREE(fndecl);
	const source_text *text = main_text();

	if (seen_error() || !text || !DECL_NAME(fndecl) || TREE_CODE(body) != BIND_EXPR ||
	    linemap_location_from_macro_expansion_p(line_table, EXPR_LOCATION(body)))
		return;
	int name = text->at(DECL_SOURCE_LOCATION(fndecl));
	int open = text->at(EXPR_LOCATION(body));
	if (name < 0 || !text->is(open, "{") || (*text)[open].mate < 0)
		return;
	write_function(fndecl, *text, name, open);
}

} /* namespace */

void register_sites(const char *plugin_name)
{
	register_callback(plugin_name, PLUGIN_PRE_GENERICIZE, on_function, NULL);
}

} /* namespace safe */
