// SPDX-License-Identifier: GPL-2.0
/*
 * Strict files (include/safe/strict.h): the declaration, the parts that
 * safe_unsafe() covers, and what the object says of them.
 *
 * safe_unsafe() leaves nothing in the code.  That it was used is known from the
 * compiler's record of expanded macros, what it covers from the source text.
 */
#include "gcc-compat.h"
#include "location.h"
#include "options.h"
#include "strict.h"

namespace safe {

static bool strict;

bool is_strict()
{
	return strict;
}

/* ---- whose code it is ---- */

static std::string folder_of(const char *file)
{
	const char *slash = strrchr(file, '/');

	return slash ? std::string(file, slash - file) : ".";
}

/* The file itself, or a header of the same folder. */
static bool is_users_file(const char *file)
{
	return !strcmp(file, main_input_filename) ||
	       folder_of(file) == folder_of(main_input_filename);
}

static bool is_own_header(const char *file)
{
	return strstr(file, "include/safe/");
}

static location_t spelling(location_t loc)
{
	return linemap_resolve_location(line_table, loc, LRK_SPELLING_LOCATION, NULL);
}

location_t users_token(location_t loc, std::vector<std::string> *names)
{
	loc = LOCATION_LOCUS(loc);
	for (;;) {
		location_t where = spelling(loc);
		const char *file = LOCATION_FILE(where);

		if (loc <= BUILTINS_LOCATION || !file || is_own_header(file))
			return UNKNOWN_LOCATION;
		if (is_users_file(file))
			return where;
		if (!linemap_location_from_macro_expansion_p(line_table, loc))
			return UNKNOWN_LOCATION;

		const line_map *map = linemap_lookup(line_table, loc);

		names->push_back(linemap_map_get_macro_name(linemap_check_macro(map)));
		loc = linemap_unwind_toward_expansion(line_table, loc, &map);
	}
}

/* ---- safe_unsafe() ---- */

bool unsafe_place::covers(location_t loc) const
{
	expanded_location at = expand_location(loc);

	if (!at.file || file != at.file)
		return false;
	if (at.line < begin_line || (at.line == begin_line && at.column < begin_column))
		return false;
	return at.line < end_line || (at.line == end_line && at.column <= end_column);
}

namespace {

/* Reads C text, only as far as brackets, strings and comments go. */
class scanner {
public:
	scanner(const std::string &text, int line, int column);
	bool use(unsafe_place *p);

private:
	void advance();
	void skip_blank();
	bool skip_quoted(std::string *content);
	bool skip_to(const char *ends);

	const std::string &text;
	size_t at = 0;
	int line = 1, column = 1;
};

scanner::scanner(const std::string &text, int to_line, int to_column) : text(text)
{
	while (at < text.size() &&
	       (line < to_line || (line == to_line && column < to_column)))
		advance();
}

void scanner::advance()
{
	if (text[at] == '\n') {
		line++;
		column = 0;
	}
	column++;
	at++;
}

/* White space, comments, and the backslashes of a macro. */
void scanner::skip_blank()
{
	while (at < text.size()) {
		if (!text.compare(at, 2, "/*")) {
			while (at < text.size() && text.compare(at, 2, "*/"))
				advance();
			advance();
			if (at < text.size())
				advance();
		} else if (!text.compare(at, 2, "//")) {
			while (at < text.size() && text[at] != '\n')
				advance();
		} else if (ISSPACE(text[at]) || text[at] == '\\') {
			advance();
		} else {
			return;
		}
	}
}

/* A string or a character.  Return: false when there is none. */
bool scanner::skip_quoted(std::string *content)
{
	char quote = at < text.size() ? text[at] : 0;

	if (quote != '"' && quote != '\'')
		return false;
	for (advance(); at < text.size() && text[at] != quote && text[at] != '\n'; ) {
		if (text[at] == '\\' && at + 1 < text.size())
			advance();
		if (content)
			*content += text[at];
		advance();
	}
	if (at < text.size())
		advance();
	return true;
}

/* To the first of @ends outside of all brackets. */
bool scanner::skip_to(const char *ends)
{
	int depth = 0;

	for (skip_blank(); at < text.size(); skip_blank()) {
		if (skip_quoted(NULL))
			continue;
		if (!depth && strchr(ends, text[at]))
			return true;
		if (strchr("([{", text[at]))
			depth++;
		else if (strchr(")]}", text[at]) && --depth < 0)
			return false;
		advance();
	}
	return false;
}

/* At "safe_unsafe": what it covers, and why. */
bool scanner::use(unsafe_place *p)
{
	std::string quoted;

	p->line = line;
	p->has_reason = false;
	while (at < text.size() && ISIDNUM(text[at]))
		advance();
	skip_blank();
	if (at >= text.size() || text[at] != '(')
		return false;
	advance();
	for (skip_blank(); skip_quoted(&quoted); skip_blank())
		;
	p->has_reason = quoted.find_first_not_of(" \t") != std::string::npos &&
			(text[at] == ')' || text[at] == ',');
	p->reason = quoted;
	if (!skip_to("),"))
		return false;
	if (text[at] == ',') {
		p->begin_line = line;
		p->begin_column = column;
		if (!skip_to(")"))
			return false;
	} else {
		advance();
		skip_blank();
		p->begin_line = line;
		p->begin_column = column;
		if (at < text.size() && text[at] == '{') {
			advance();
			if (!skip_to("}"))
				return false;
		} else if (!skip_to(";")) {
			return false;
		}
	}
	p->end_line = line;
	p->end_column = column;
	return true;
}

} /* namespace */

static const std::string &text_of(const std::string &file)
{
	static std::map<std::string, std::string> read;
	auto slot = read.emplace(file, "");
	FILE *in = slot.second ? fopen(file.c_str(), "r") : NULL;
	char part[4096];

	if (in) {
		while (size_t n = fread(part, 1, sizeof(part), in))
			slot.first->second.append(part, n);
		fclose(in);
	}
	return slot.first->second;
}

std::vector<unsafe_place> &unsafe_places()
{
	static std::vector<unsafe_place> all;
	static bool done;
	std::set<std::pair<std::string, std::pair<int, int>>> known;

	if (done)
		return all;
	done = true;
	for (unsigned int i = 0; i < LINEMAPS_MACRO_USED(line_table); i++) {
		const line_map_macro *map = LINEMAPS_MACRO_MAP_AT(line_table, i);
		unsafe_place p;

		if (strcmp(linemap_map_get_macro_name(map), "safe_unsafe"))
			continue;

		/* In a macro of the user's: where that is written. */
		p.where = spelling(expansion_point(map));

		expanded_location at = expand_location(p.where);

		if (!at.file || !is_users_file(at.file) ||
		    !known.insert({ at.file, { at.line, at.column } }).second)
			continue;
		p.file = at.file;
		if (scanner(text_of(p.file), at.line, at.column).use(&p))
			all.push_back(p);
	}
	std::sort(all.begin(), all.end(), [](const unsafe_place &a, const unsafe_place &b) {
		return std::tie(a.file, a.line, a.begin_column) <
		       std::tie(b.file, b.line, b.begin_column);
	});
	return all;
}

/* ---- what the object says ---- */

static void add_modinfo(const std::string &text)
{
	static int n;
	std::string name = "__safe_modinfo_" + std::to_string(n++);
	tree type = build_array_type_nelts(build_qualified_type(char_type_node, TYPE_QUAL_CONST),
					   text.size() + 1);
	tree decl = build_decl(UNKNOWN_LOCATION, VAR_DECL, get_identifier(name.c_str()), type);
	tree string = build_string(text.size() + 1, text.c_str());

	TREE_TYPE(string) = type;
	TREE_STATIC(decl) = 1;
	TREE_READONLY(decl) = 1;
	TREE_USED(decl) = 1;
	DECL_ARTIFICIAL(decl) = 1;
	DECL_IGNORED_P(decl) = 1;
	DECL_PRESERVE_P(decl) = 1;
	DECL_INITIAL(decl) = string;
	SET_DECL_ALIGN(decl, BITS_PER_UNIT);
	DECL_USER_ALIGN(decl) = 1;
	set_decl_section_name(decl, ".modinfo");
	varpool_node::finalize_decl(decl);
	varpool_node::get_create(decl)->analyze();
}

static bool is_module()
{
	cpp_hashnode *node = cpp_lookup(parse_in, (const unsigned char *)"MODULE", 6);

	return cpp_macro_p(node);
}

void stamp_strict()
{
	/* What was not checked for everything, is not strict. */
	if (!strict || seen_error() || !opts.rules.empty() || !opts.without.empty() ||
	    opts.level == LEVEL_OFF || opts.level == LEVEL_TRY || !is_module())
		return;
	add_modinfo("safe=strict, unsafe=" + std::to_string(unsafe_places().size()));
	for (const unsafe_place &p : unsafe_places())
		add_modinfo("safe_unsafe=" + std::string(lbasename(p.file.c_str())) + ":" +
			    std::to_string(p.line) + ": " + p.reason);
}

/* ---- the declaration ---- */

static tree on_strict(tree *node, tree name, tree, int, bool *drop)
{
	if (VAR_P(*node) && DECL_EXTERNAL(*node)) {
		strict = true;
		return NULL_TREE;
	}
	*drop = true;
	if (opts.level != LEVEL_OFF)
		error("%qE is what %<SAFE_STRICT_FILE();%> declares at file scope [%s]", name,
		      "SAFE_E_ATTRIBUTE");
	return NULL_TREE;
}

static void add_attribute(void *, void *)
{
	static const attribute_spec spec = {
		"safe_strict", 0, 0, true, false, false, false, on_strict, NULL,
	};

	register_attribute(&spec);
}

void register_strict(const char *plugin)
{
	register_callback(plugin, PLUGIN_ATTRIBUTES, add_attribute, NULL);
}

} /* namespace safe */
