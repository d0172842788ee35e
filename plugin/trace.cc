// SPDX-License-Identifier: GPL-2.0
/*
 * The trace of a compilation: which functions are written, their declarations,
 * and the file's variables, aliases and assembly.
 *
 * Written are the functions of the file itself, and those inline functions of
 * headers that a comparison may have to look into: what cleanups call, what only
 * computes (IS_ERR and the like), and small ones.
 */
#include "trace.h"
#include "location.h"
#include "options.h"

namespace safe {

namespace {

const unsigned MAX_PURE = 12;		/* statements of a function that only computes */
const unsigned MAX_SMALL = 8;		/* of one that a function of the file calls */
const unsigned MAX_HELPER = 60;		/* of one that a helper calls */
const int MAX_DEPTH = 3;		/* of helpers that call helpers */

bool starts(const char *text, const char *with)
{
	return !strncmp(text, with, strlen(with));
}

unsigned statements(function *fn)
{
	unsigned count = 0;
	basic_block bb;

	FOR_EACH_BB_FN(bb, fn)
		for (gimple_stmt_iterator at = gsi_start_bb(bb); !gsi_end_p(at); gsi_next(&at))
			count += !is_gimple_debug(gsi_stmt(at));
	return count;
}

/* The body behind @decl, or NULL when there is none to see. */
function *body(tree decl)
{
	cgraph_node *node = cgraph_node::get(decl);

	if (!node || !node->has_gimple_body_p() || node->alias)
		return NULL;
	return DECL_STRUCT_FUNCTION(decl);
}

class tracer {
public:
	void write();

private:
	bool only_computes(tree decl);
	bool silent(gimple *stmt);
	void choose(cgraph_node *node, int depth);
	void find_cleanups(function *fn);
	bool is_helper(tree decl);
	void function_line(cgraph_node *node);
	void file_line();
	void variables(json &out);
	void assembly(json &out);

	std::set<cgraph_node *> chosen;
	std::set<tree> cleanups;	/* names of cleanup functions */
	std::map<tree, bool> computes;
};

/* A statement that only moves values between registers. */
bool tracer::silent(gimple *stmt)
{
	switch (gimple_code(stmt)) {
	case GIMPLE_ASSIGN:
		return !gimple_vuse(stmt) && !gimple_vdef(stmt);
	case GIMPLE_CALL:
		if (gimple_call_builtin_p(stmt, BUILT_IN_EXPECT))
			return true;
		return gimple_call_fndecl(stmt) && only_computes(gimple_call_fndecl(stmt));
	case GIMPLE_ASM:
		return false;
	default:
		return true;
	}
}

bool tracer::only_computes(tree decl)
{
	auto known = computes.find(decl);

	if (known != computes.end())
		return known->second;
	computes[decl] = false;		/* the answer to a function that calls itself */

	function *fn = body(decl);
	if (!fn || TREE_PUBLIC(decl) || statements(fn) > MAX_PURE)
		return false;

	basic_block bb;
	FOR_EACH_BB_FN(bb, fn)
		for (gimple_stmt_iterator at = gsi_start_bb(bb); !gsi_end_p(at); gsi_next(&at))
			if (!silent(gsi_stmt(at)))
				return false;
	return computes[decl] = true;
}

bool tracer::is_helper(tree decl)
{
	const char *name = DECL_NAME(decl) ? IDENTIFIER_POINTER(DECL_NAME(decl)) : "";

	return starts(name, "class_") || starts(name, "__free_") || starts(name, "safe_") ||
	       starts(name, "__safe_") || cleanups.count(DECL_NAME(decl));
}

/* Cleanup functions of any name are helpers too. */
void tracer::find_cleanups(function *fn)
{
	unsigned i;
	tree var;

	FOR_EACH_LOCAL_DECL(fn, i, var) {
		tree attr = lookup_attribute("cleanup", DECL_ATTRIBUTES(var));

		if (attr)
			cleanups.insert(TREE_VALUE(TREE_VALUE(attr)));
	}
}

/*
 * Takes @node, and what it calls that may have to be looked into.  @depth: how
 * many helpers lead here, -1 for a function of the file.
 */
void tracer::choose(cgraph_node *node, int depth)
{
	if (!chosen.insert(node).second)
		return;
	find_cleanups(DECL_STRUCT_FUNCTION(node->decl));
	for (cgraph_edge *e = node->callees; e; e = e->next_callee) {
		tree decl = e->callee->decl;
		function *fn = body(decl);

		if (!fn)
			continue;
		if (is_helper(decl) || only_computes(decl))
			choose(e->callee, 0);
		else if (depth < MAX_DEPTH && !TREE_PUBLIC(decl) &&
			 statements(fn) <= (depth < 0 ? MAX_SMALL : MAX_HELPER))
			choose(e->callee, depth < 0 ? MAX_DEPTH : depth + 1);
	}
}

std::string tree_text(tree node)
{
	char *text = print_generic_expr_to_str(node);
	std::string copy = text;

	free(text);
	return copy;
}

std::string attributes(tree decl)
{
	std::string text;

	for (tree a = DECL_ATTRIBUTES(decl); a; a = TREE_CHAIN(a)) {
		tree v = TREE_VALUE(a);

		text += IDENTIFIER_POINTER(get_attribute_name(a));
		/* no_sanitize has a number in the place of a list. */
		if (v && TREE_CODE(v) != TREE_LIST)
			text += " " + tree_text(v);
		for (; v && TREE_CODE(v) == TREE_LIST; v = TREE_CHAIN(v))
			text += " " + tree_text(TREE_VALUE(v));
		text += ";";
	}
	return text;
}

/* "int (struct device *, long)" */
std::string signature(tree decl)
{
	tree type = TREE_TYPE(decl);
	std::string text = tree_text(TREE_TYPE(type)) + " (";
	const char *comma = "";

	for (tree a = TYPE_ARG_TYPES(type); a && a != void_list_node; a = TREE_CHAIN(a)) {
		text += comma + tree_text(TREE_VALUE(a));
		comma = ", ";
	}
	return text + (stdarg_p(type) ? ", ...)" : ")");
}

void tracer::function_line(cgraph_node *node)
{
	tree decl = node->decl;
	expanded_location place = user_place(DECL_SOURCE_LOCATION(decl));
	json out;

	out.open('{').key("function").str(IDENTIFIER_POINTER(DECL_NAME(decl)));
	out.key("file").str(place.file ? place.file : "").key("line").num(place.line);
	out.key("main").boolean(in_main_file(DECL_SOURCE_LOCATION(decl)));
	out.key("static").boolean(!TREE_PUBLIC(decl));
	out.key("inline").boolean(DECL_DECLARED_INLINE_P(decl));
	out.key("type").str(signature(decl)).key("attributes").str(attributes(decl));
	write_code(out, DECL_STRUCT_FUNCTION(decl));
	out.close('}');
	append_line(opts.trace, out.text());
}

void tracer::variables(json &out)
{
	varpool_node *node;

	FOR_EACH_VARIABLE(node) {
		tree decl = node->decl;
		operand_writer op(out);
		const char *section = DECL_SECTION_NAME(decl);

		if (!in_main_file(DECL_SOURCE_LOCATION(decl)) || DECL_EXTERNAL(decl) ||
		    decl_function_context(decl) || !DECL_NAME(decl))
			continue;
		out.open('[').str(IDENTIFIER_POINTER(DECL_NAME(decl)));
		out.num(user_place(DECL_SOURCE_LOCATION(decl)).line);
		op.type(TREE_TYPE(decl));
		out.boolean(!TREE_PUBLIC(decl)).boolean(TREE_READONLY(decl));
		out.str(section ? section : "").str(attributes(decl));
		if (node->alias && node->analyzed && node->get_alias_target())
			out.str(node->get_alias_target()->name());
		else if (DECL_INITIAL(decl) && DECL_INITIAL(decl) != error_mark_node)
			op.initializer(DECL_INITIAL(decl), UNKNOWN_LOCATION);
		out.close(']');
	}
}

void tracer::assembly(json &out)
{
	for (asm_node *node = symtab->first_asm_symbol(); node; node = node->next)
		if (TREE_CODE(node->asm_str) == STRING_CST)
			out.str(std::string(TREE_STRING_POINTER(node->asm_str),
					    TREE_STRING_LENGTH(node->asm_str)));
}

/* What the file defines beside functions. */
void tracer::file_line()
{
	cgraph_node *node;
	json out;

	out.open('{').key("main").str(main_input_filename);
	out.key("variables").open('[');
	variables(out);
	out.close(']').key("aliases").open('[');
	FOR_EACH_FUNCTION(node) {
		if (node->alias && node->definition && node->analyzed &&
		    in_main_file(DECL_SOURCE_LOCATION(node->decl)))
			out.open('[').str(node->name())
			   .str(node->get_alias_target()->name())
			   .str(attributes(node->decl)).close(']');
	}
	out.close(']').key("assembly").open('[');
	assembly(out);
	out.close(']').close('}');
	append_line(opts.trace, out.text());
}

void tracer::write()
{
	cgraph_node *node;

	file_line();
	FOR_EACH_FUNCTION_WITH_GIMPLE_BODY(node)
		if (!node->alias && DECL_NAME(node->decl) &&
		    in_main_file(DECL_SOURCE_LOCATION(node->decl)))
			choose(node, -1);
	FOR_EACH_FUNCTION_WITH_GIMPLE_BODY(node)
		if (chosen.count(node))
			function_line(node);
}

const pass_data trace_data = {
	SIMPLE_IPA_PASS,	/* type */
	"safe_trace",		/* name */
	OPTGROUP_NONE,		/* optinfo_flags */
	TV_NONE,		/* tv_id */
	0, 0, 0, 0, 0,		/* properties and todo */
};

class trace_pass : public simple_ipa_opt_pass {
public:
	trace_pass() : simple_ipa_opt_pass(trace_data, g) {}

	unsigned int execute(function *) final override
	{
		if (!seen_error())
			tracer().write();
		return 0;
	}
};

} /* namespace */

void register_trace(const char *plugin_name)
{
	register_pass_info where = {
		new trace_pass(), "build_ssa_passes", 1, PASS_POS_INSERT_AFTER,
	};

	register_callback(plugin_name, PLUGIN_PASS_MANAGER_SETUP, NULL, &where);
}

} /* namespace safe */
