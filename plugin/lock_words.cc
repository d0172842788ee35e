// SPDX-License-Identifier: GPL-2.0
/*
 * The lock vocabulary.
 *
 * A kernel defines the words as nothing for GCC, in linux/compiler_types.h, which is
 * included before everything else.  As soon as it has, the plugin gives them its own
 * meaning.  The attributes of functions are in brackets, for these may also stand
 * between the parameters of a function definition and its body, where the kernel has
 * them, and travel with the type of the function:
 *
 *	void f(struct foo *p) __must_hold(&p->lock)
 *	void f(struct foo *p) [[gnu::safe_requires("&p->lock")]]
 *
 * What is only preprocessed, and what makes symbol versions, sees none of this.
 */
#include "gcc-compat.h"
#include "lock_words.h"
#include "location.h"
#include "options.h"

namespace safe {

namespace {

/* The words, each with its parameters, and what they mean. */
const struct {
	const char *word, *params, *body;
	bool always;		/* also where the kernel has it itself */
} words[] = {
#define ON_FUNCTION(word, attribute) \
	{ word, "(...)", "[[gnu::" attribute "(#__VA_ARGS__)]]", true }
	ON_FUNCTION("__must_hold", "safe_requires"),
	ON_FUNCTION("__must_hold_shared", "safe_requires_shared"),
	ON_FUNCTION("__must_not_hold", "safe_excludes"),
	ON_FUNCTION("__acquires", "safe_acquires"),
	ON_FUNCTION("__acquires_shared", "safe_acquires_shared"),
	ON_FUNCTION("__cond_acquires", "safe_tries"),
	ON_FUNCTION("__cond_acquires_shared", "safe_tries_shared"),
	ON_FUNCTION("__releases", "safe_releases"),
	ON_FUNCTION("__releases_shared", "safe_releases_shared"),
	ON_FUNCTION("__cond_releases", "safe_tries_release"),
	/* The kernel's own headers use these beside the others. */
	ON_FUNCTION("__requires_ctx_lock", "safe_requires"),
	ON_FUNCTION("__requires_shared_ctx_lock", "safe_requires_shared"),
	ON_FUNCTION("__excludes_ctx_lock", "safe_excludes"),
	ON_FUNCTION("__acquires_ctx_lock", "safe_acquires"),
	ON_FUNCTION("__acquires_shared_ctx_lock", "safe_acquires_shared"),
	ON_FUNCTION("__releases_ctx_lock", "safe_releases"),
	ON_FUNCTION("__releases_shared_ctx_lock", "safe_releases_shared"),
	ON_FUNCTION("__try_acquires_ctx_lock", "safe_tries"),
	ON_FUNCTION("__try_acquires_shared_ctx_lock", "safe_tries_shared"),
	ON_FUNCTION("__assumes_ctx_lock", "safe_assumes"),
	ON_FUNCTION("__assumes_shared_ctx_lock", "safe_assumes_shared"),
#undef ON_FUNCTION
	{ "__no_context_analysis", "", "[[gnu::safe_unchecked]]", true },
	{ "__context_unsafe", "(comment)", "[[gnu::safe_unchecked]]", true },

#define ON_VARIABLE(word, attribute) \
	{ word, "(...)", "__attribute__((" attribute "(#__VA_ARGS__)))", true }
	ON_VARIABLE("__guarded_by", "safe_guarded_by"),
	ON_VARIABLE("__pt_guarded_by", "safe_pt_guarded_by"),
	ON_VARIABLE("__acquired_before", "safe_acquired_before"),
	ON_VARIABLE("__acquired_after", "safe_acquired_after"),
#undef ON_VARIABLE

#define STATEMENT(word, what) \
	{ word, "(x)", "({ __safe_pragma(safe lock x) " \
		       "extern void __safe_ctx(int, const volatile void *" \
		       "__attribute__((safe_borrowed))); " \
		       "__safe_ctx(" what ", __safe_lock(x)); })", true }
	STATEMENT("__acquire_ctx_lock", "0"),
	STATEMENT("__acquire_shared_ctx_lock", "1"),
	STATEMENT("__release_ctx_lock", "2"),
	STATEMENT("__release_shared_ctx_lock", "3"),
	STATEMENT("__assume_ctx_lock", "4"),
	STATEMENT("__assume_shared_ctx_lock", "5"),
#undef STATEMENT
	{ "disable_context_analysis", "()", "_Pragma(\"safe context off\")", true },
	{ "enable_context_analysis", "()", "_Pragma(\"safe context on\")", true },

	/* Of these the kernel's own will do, where it has them. */
	{ "context_unsafe", "(...)",
	  "({ disable_context_analysis(); __VA_ARGS__; enable_context_analysis() })", false },
	{ "context_lock_struct", "(name, ...)", "struct name", false },
	{ "token_context_lock", "(name, ...)",
	  "struct __ctx_lock_##name {}; extern const struct __ctx_lock_##name *name", false },
	{ "token_context_lock_instance", "(ctx, name)",
	  "extern const struct __ctx_lock_##ctx *name", false },
};

/*
 * What the words above need.  A kernel that throws their arguments away has some that
 * are no locks: names that nobody declares, and locks themselves, not their addresses.
 */
const char *const helpers[] = {
	"__safe_pragma(text)=_Pragma(#text)",
	"__safe_lock(x)=x",
	"__safe_no_lock(x)=((const volatile void *)0)",
};

/* Where the plugin keeps the meaning of @word until it is time. */
std::string hidden(const char *word)
{
	return std::string("__safe_word_") + word;
}

cpp_hashnode *node_of(const std::string &name)
{
	return cpp_lookup(parse_in, (const unsigned char *)name.c_str(), name.size());
}

/* Not where macros are expanded for somebody else, or have been. */
bool reads_source()
{
	return !flag_preprocess_only && parse_in && !cpp_get_options(parse_in)->preprocessed;
}

void define_hidden(void *, void *)
{
	if (!reads_source())
		return;
	for (const auto &w : words) {
		std::string definition = hidden(w.word) + w.params + "=" + w.body;

		cpp_define(parse_in, definition.c_str());
	}
	for (const char *definition : helpers)
		cpp_define(parse_in, definition);
}

/* A header begins: have the words been defined before it? */
void take_over(void *, void *)
{
	static bool done;

	if (done || !reads_source())
		return;
	if (!cpp_macro_p(node_of("__must_hold")) ||
	    !cpp_macro_p(node_of(hidden("__must_hold"))))
		return;
	/* The kernel's header defines several, one after the other. */
	if (!cpp_macro_p(node_of("__releases")))
		return;
	done = true;
	for (const auto &w : words) {
		cpp_hashnode *kernel = node_of(w.word), *ours = node_of(hidden(w.word));

		if (!w.always && cpp_macro_p(kernel))
			continue;
		kernel->type = ours->type;
		kernel->value.macro = ours->value.macro;
	}
}

/* ---- code that is not checked ---- */

struct region {
	std::string file;
	int from, to;
};
std::vector<region> regions;

/* "#pragma safe context off" and "on", run as soon as they are read. */
void switch_context(cpp_reader *pfile)
{
	location_t where;
	const cpp_token *word = cpp_get_token_with_location(pfile, &where);
	expanded_location here = user_place(where);

	if (word->type != CPP_NAME || !here.file)
		return;
	if (!strcmp((const char *)NODE_NAME(word->val.node.node), "off"))
		regions.push_back({ here.file, here.line, INT_MAX });
	else if (!regions.empty() && regions.back().to == INT_MAX)
		regions.back().to = here.line;
}

/*
 * "#pragma safe lock x", before "__safe_lock(x)" is read: makes nothing of that if x is a
 * name that does not stand for an address.
 */
void look_at_lock(cpp_reader *pfile)
{
	static cpp_macro *const takes = node_of("__safe_lock")->value.macro;
	location_t where;
	const cpp_token *name = cpp_get_token_with_location(pfile, &where);
	tree decl = NULL_TREE;
	bool alone = name->type == CPP_NAME;

	if (alone) {
		decl = lookup_name(get_identifier((const char *)NODE_NAME(name->val.node.node)));
		alone = cpp_get_token_with_location(pfile, &where)->type == CPP_EOF;
	}
	node_of("__safe_lock")->value.macro =
		!alone || (decl && (POINTER_TYPE_P(TREE_TYPE(decl)) ||
				    TREE_CODE(TREE_TYPE(decl)) == ARRAY_TYPE)) ?
		takes : node_of("__safe_no_lock")->value.macro;
}

void add_pragmas(void *, void *)
{
	if (!reads_source())
		return;
	cpp_register_pragma(parse_in, "safe", "context", switch_context, false);
	cpp_register_pragma(parse_in, "safe", "lock", look_at_lock, false);
}

/* ---- the attributes ---- */

bool guards_used, guard_seen;

/* Names of token_context_lock() that were met. */
std::unordered_set<std::string> token_names = { "RCU", "RCU_BH", "RCU_SCHED", "rtnl" };

/* "extern const struct __ctx_lock_foo *foo": while the name can still be looked up. */
void note_tokens(tree args)
{
	static const char type_name[] = "__ctx_lock_";
	const char *text = args && TREE_CODE(TREE_VALUE(args)) == STRING_CST ?
			   TREE_STRING_POINTER(TREE_VALUE(args)) : "";
	std::string word;

	for (;; text++) {
		if (ISIDNUM(*text)) {
			word += *text;
			continue;
		}
		if (!word.empty() && ISIDST(word[0])) {
			tree decl = lookup_name(get_identifier(word.c_str()));
			tree type = decl && VAR_P(decl) && POINTER_TYPE_P(TREE_TYPE(decl)) ?
				    TREE_TYPE(TREE_TYPE(decl)) : NULL_TREE;

			if (type && RECORD_OR_UNION_TYPE_P(type) && TYPE_IDENTIFIER(type) &&
			    !strncmp(IDENTIFIER_POINTER(TYPE_IDENTIFIER(type)), type_name,
				     strlen(type_name)))
				token_names.insert(word);
		}
		word.clear();
		if (!*text)
			return;
	}
}

tree on_function(tree *node, tree, tree args, int, bool *drop)
{
	note_tokens(args);
	/* Before the name of a function, it stands at the type that it returns. */
	if (!FUNC_OR_METHOD_TYPE_P(*node))
		*drop = true;
	return NULL_TREE;
}

/* Whether @where is in a file that is one with the file that is compiled. */
bool is_own_file(location_t where)
{
	const char *file = user_place(where).file;

	if (!file || !main_input_filename)
		return false;

	auto folder = [](const char *path) {
		const char *slash = strrchr(path, '/');

		return std::string(path, slash ? slash - path : 0);
	};

	return folder(file) == folder(main_input_filename);
}

std::vector<tree> ordered;

bool is_order(tree name)
{
	return !strncmp(IDENTIFIER_POINTER(name), "safe_acquired_", 14);
}

tree on_variable(tree *node, tree name, tree args, int, bool *drop)
{
	note_tokens(args);
	guard_seen = true;
	if (TREE_CODE(*node) != FIELD_DECL && !VAR_P(*node))
		*drop = true;
	else if (is_own_file(DECL_SOURCE_LOCATION(*node)))
		guards_used = true;
	if (TREE_CODE(*node) == FIELD_DECL && is_order(name))
		ordered.push_back(*node);
	return NULL_TREE;
}

#define ON_TYPE(name, n)	{ name, n, n, false, true, false, false, on_function, NULL }
#define ON_DECL(name)		{ name, 1, 1, true, false, false, false, on_variable, NULL }

const attribute_spec specs[] = {
	ON_TYPE("safe_requires", 1),
	ON_TYPE("safe_requires_shared", 1),
	ON_TYPE("safe_excludes", 1),
	ON_TYPE("safe_acquires", 1),
	ON_TYPE("safe_acquires_shared", 1),
	ON_TYPE("safe_tries", 1),
	ON_TYPE("safe_tries_shared", 1),
	ON_TYPE("safe_releases", 1),
	ON_TYPE("safe_releases_shared", 1),
	ON_TYPE("safe_tries_release", 1),
	ON_TYPE("safe_assumes", 1),
	ON_TYPE("safe_assumes_shared", 1),
	ON_TYPE("safe_unchecked", 0),
	ON_DECL("safe_guarded_by"),
	ON_DECL("safe_pt_guarded_by"),
	ON_DECL("safe_acquired_before"),
	ON_DECL("safe_acquired_after"),
};

void add_attributes(void *, void *)
{
	for (const attribute_spec &spec : specs)
		register_attribute(&spec);
}

/* What declarations call their parameters; GCC forgets it when the file is parsed. */
std::unordered_map<tree, std::vector<std::string>> parameter_names;

void note_parameters(void *event_data, void *)
{
	tree decl = (tree)event_data;

	if (!decl || TREE_CODE(decl) != FUNCTION_DECL || !TYPE_ATTRIBUTES(TREE_TYPE(decl)) ||
	    !DECL_ARGUMENTS(decl))
		return;

	std::vector<std::string> &names = parameter_names[decl];

	names.clear();
	for (tree p = DECL_ARGUMENTS(decl); p; p = DECL_CHAIN(p))
		names.push_back(DECL_NAME(p) ? IDENTIFIER_POINTER(DECL_NAME(p)) : "");
}

/* "a, f(b, c)" -> "a", "f(b, c)" */
std::vector<std::string> split(const std::string &text)
{
	std::vector<std::string> parts(1);
	int depth = 0;

	for (char c : text) {
		depth += (c == '(' || c == '[') - (c == ')' || c == ']');
		if (c == ',' && !depth)
			parts.push_back("");
		else if (c != ' ' || !parts.back().empty())
			parts.back() += c;
	}
	return parts;
}

std::string text_of(tree attribute)
{
	tree arg = TREE_VALUE(attribute) ? TREE_VALUE(TREE_VALUE(attribute)) : NULL_TREE;

	return arg && TREE_CODE(arg) == STRING_CST ? TREE_STRING_POINTER(arg) : "";
}

/* What a call returns when it has done it: "true", "0", "NULL". */
bool is_success(const std::string &text)
{
	return text != "0" && text != "NULL" && text != "false";
}

void read_tries(const std::string &text, bool shared, bool release, lock_words *out)
{
	std::vector<std::string> parts = split(text);
	/* Older kernels do not name the value. */
	bool success = parts.size() < 2 || is_success(parts[0]);

	if (release)
		out->all.push_back({ lock_word::RELEASES, shared, false, parts.back() });
	out->all.push_back({ lock_word::TRIES, shared, success != release, parts.back() });
}

void read_function(tree attributes, lock_words *out)
{
	static const struct {
		const char *name;
		enum lock_word::kind kind;
	} kinds[] = {
		{ "safe_requires", lock_word::REQUIRES },
		{ "safe_excludes", lock_word::EXCLUDES },
		{ "safe_acquires", lock_word::ACQUIRES },
		{ "safe_releases", lock_word::RELEASES },
		{ "safe_assumes", lock_word::ASSUMES },
	};
	static const std::string suffix = "_shared";

	for (tree a = attributes; a; a = TREE_CHAIN(a)) {
		std::string name = IDENTIFIER_POINTER(get_attribute_name(a));
		size_t length = name.size() - std::min(name.size(), suffix.size());
		bool shared = !name.compare(length, std::string::npos, suffix);

		if (shared)
			name.resize(length);
		if (name == "safe_unchecked")
			out->unchecked = true;
		else if (name == "safe_tries" || name == "safe_tries_release")
			read_tries(text_of(a), shared, name == "safe_tries_release", out);
		for (const auto &k : kinds)
			if (name == k.name)
				for (const std::string &one : split(text_of(a)))
					out->all.push_back({ k.kind, shared, false, one });
	}
}

std::vector<std::string> read_variable(tree decl, const char *name)
{
	std::vector<std::string> all;

	for (tree a = lookup_attribute(name, DECL_ATTRIBUTES(decl)); a;
	     a = lookup_attribute(name, TREE_CHAIN(a)))
		for (std::string &one : split(text_of(a)))
			all.push_back(std::move(one));
	return all;
}

} /* namespace */

bool lock_words::has(enum lock_word::kind kind) const
{
	for (const lock_word &w : all)
		if (w.kind == kind)
			return true;
	return false;
}

const lock_words *lock_words_of(tree fndecl)
{
	static std::unordered_map<tree, std::unique_ptr<lock_words>> known;
	tree attributes = fndecl ? TYPE_ATTRIBUTES(TREE_TYPE(fndecl)) : NULL_TREE;

	if (!attributes)
		return NULL;

	auto slot = known.emplace(fndecl, nullptr);

	if (slot.second) {
		lock_words read;

		read_function(attributes, &read);
		if (!read.all.empty() || read.unchecked)
			slot.first->second.reset(new lock_words(std::move(read)));
	}
	return slot.first->second.get();
}

int parameter_called(tree fndecl, const std::string &name)
{
	auto declared = parameter_names.find(fndecl);
	int i = 0;

	for (tree p = DECL_ARGUMENTS(fndecl); p; p = DECL_CHAIN(p), i++)
		if (DECL_NAME(p) && name == IDENTIFIER_POINTER(DECL_NAME(p)))
			return i;
	if (declared == parameter_names.end())
		return -1;
	for (i = 0; i < (int)declared->second.size(); i++)
		if (declared->second[i] == name)
			return i;
	return -1;
}

std::vector<std::string> guards_of(tree decl, bool pointed)
{
	return read_variable(decl, pointed ? "safe_pt_guarded_by" : "safe_guarded_by");
}

std::vector<std::string> order_of(tree decl, bool before)
{
	return read_variable(decl, before ? "safe_acquired_before" : "safe_acquired_after");
}

const std::vector<tree> &ordered_members()
{
	return ordered;
}

bool is_token_name(const std::string &word)
{
	return token_names.count(word);
}

bool lock_words_in_use()
{
	return guards_used;
}

bool guards_met()
{
	return guard_seen;
}

bool context_is_unsafe(location_t where)
{
	expanded_location here = user_place(where);

	for (const region &r : regions)
		if (here.file && r.file == here.file && here.line >= r.from &&
		    here.line <= r.to)
			return true;
	while (linemap_location_from_macro_expansion_p(line_table, where)) {
		const line_map *map = linemap_lookup(line_table, where);
		const char *name = linemap_map_get_macro_name(linemap_check_macro(map));

		if (!strcmp(name, "data_race") || !strcmp(name, "context_unsafe"))
			return true;
		where = linemap_unwind_toward_expansion(line_table, where, &map);
	}
	return false;
}

/* ---- calls that are only said, not made ---- */

namespace {

const pass_data remove_pass_data = {
	SIMPLE_IPA_PASS,	/* type */
	"safe_context",		/* name */
	OPTGROUP_NONE,
	TV_NONE,
	PROP_ssa,		/* required */
	0, 0, 0, 0,
};

/* __acquire() and its like have told the rules what they have to tell. */
class remove_pass : public simple_ipa_opt_pass {
public:
	remove_pass(gcc::context *context) : simple_ipa_opt_pass(remove_pass_data, context) { }

	unsigned int execute(function *) final override
	{
		symtab_node *node = symtab_node::get_for_asmname(get_identifier("__safe_ctx"));
		cgraph_node *callee = node ? dyn_cast<cgraph_node *>(node) : NULL;

		while (callee && callee->callers) {
			cgraph_edge *e = callee->callers;
			gimple *call = e->call_stmt;

			push_cfun(DECL_STRUCT_FUNCTION(e->caller->decl));
			if (call && gimple_bb(call)) {
				gimple_stmt_iterator at = gsi_for_stmt(call);

				unlink_stmt_vdef(call);
				gsi_remove(&at, true);
			}
			pop_cfun();
			cgraph_edge::remove(e);
		}
		return 0;
	}
};

} /* namespace */

void register_lock_words(const char *plugin)
{
	register_pass_info pass = {
		new remove_pass(g), "build_ssa_passes", 1, PASS_POS_INSERT_AFTER,
	};

	if (opts.level == LEVEL_OFF)
		return;
	register_callback(plugin, PLUGIN_START_UNIT, define_hidden, NULL);
	register_callback(plugin, PLUGIN_INCLUDE_FILE, take_over, NULL);
	register_callback(plugin, PLUGIN_PRAGMAS, add_pragmas, NULL);
	register_callback(plugin, PLUGIN_ATTRIBUTES, add_attributes, NULL);
	register_callback(plugin, PLUGIN_FINISH_DECL, note_parameters, NULL);
	/* Before register_check(): what is registered later is put before it. */
	register_callback(plugin, PLUGIN_PASS_MANAGER_SETUP, NULL, &pass);
}

} /* namespace safe */
