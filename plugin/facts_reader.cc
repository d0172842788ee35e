// SPDX-License-Identifier: GPL-2.0
/*
 * Reads annotated prototypes:
 *
 *	#include <linux/slab.h>
 *	void kfree(const void * __takes objp);
 *	void *kmemdup(const void * __borrowed __deref src, size_t len, gfp_t gfp)
 *		__kmalloc_family;
 *
 * A small part of C on purpose: prototypes, one-line "#define NAME words" for
 * what is repeated, and forward declarations of structs.  Types are not looked
 * at, for the compiler that checks the facts against a kernel's headers does
 * that (tests/group_facts.py).  Anything else is a mistake, said with its line.
 */
#include "gcc-compat.h"
#include "facts.h"

namespace safe {

namespace {

struct token {
	enum kind { WORD, STRING, PUNCT, END } kind;
	std::string text;
	int line;

	bool is(const char *what) const { return kind != STRING && text == what; }
};

class reader {
public:
	reader(const char *file, const char *text, facts_sink *sink)
		: file(file), at(text), sink(sink) { }
	void read();

private:
	typedef std::vector<token> tokens;

	/* The text, as tokens. */
	token scan();
	token scan_word();
	token scan_string();
	bool skip_comment();
	void directive();
	tokens statement(bool *end);
	void expand(const token &t, tokens *out);

	/* The tokens, as a prototype. */
	void prototype(const tokens &t);
	bool parameters(const tokens &t, size_t from, size_t to, contract *c);
	bool parameter(const tokens &t, size_t from, size_t to, contract *c);
	bool annotation(const tokens &t, size_t *i, size_t to, contract *c);
	bool names(const tokens &t, size_t *i, size_t to, const char *example,
		   std::vector<std::string> *out);
	bool raise(const tokens &t, size_t *i, size_t to, param_contract *p);
	bool context(const tokens &t, size_t *i, size_t to, context_words *words, bool *ok);
	bool runs(const tokens &t, size_t *i, size_t to, runs_in *role);
	size_t matching(const tokens &t, size_t open);

	bool mistake(int at_line, const std::string &text)
	{
		sink->mistake(file, at_line, text);
		return false;
	}

	const char *file;
	const char *at;
	int line = 1;
	bool line_start = true;
	facts_sink *sink;
	std::map<std::string, tokens> macros;
};

bool reader::skip_comment()
{
	if (at[0] != '/' || (at[1] != '*' && at[1] != '/'))
		return false;
	if (at[1] == '/') {
		while (*at && *at != '\n')
			at++;
		return true;
	}

	int begin = line;

	for (at += 2; *at && !(at[0] == '*' && at[1] == '/'); at++)
		line += *at == '\n';
	if (*at)
		at += 2;
	else
		mistake(begin, "this comment does not end");
	return true;
}

token reader::scan_word()
{
	token t = { token::WORD, "", line };

	while (ISIDNUM(*at))
		t.text += *at++;
	return t;
}

token reader::scan_string()
{
	token t = { token::STRING, "", line };

	for (at++; *at && *at != '"' && *at != '\n'; at++)
		t.text += *at;
	if (*at == '"')
		at++;
	else
		mistake(line, "this string does not end");
	return t;
}

token reader::scan()
{
	for (;;) {
		if (*at == '\n') {
			line++;
			line_start = true;
			at++;
		} else if (ISSPACE(*at)) {
			at++;
		} else if (skip_comment()) {
			continue;
		} else if (*at == '#' && line_start) {
			directive();
		} else {
			break;
		}
	}
	line_start = false;
	if (!*at)
		return { token::END, "the end of the file", line };
	if (ISIDNUM(*at))
		return scan_word();
	if (*at == '"')
		return scan_string();
	if (!strncmp(at, "...", 3)) {
		at += 3;
		return { token::PUNCT, "...", line };
	}
	return { token::PUNCT, std::string(1, *at++), line };
}

/* #define NAME words is remembered; the rest is for the compiler alone. */
void reader::directive()
{
	std::string text;
	int first = line;

	for (; *at && *at != '\n'; at++) {
		if (at[0] == '\\' && at[1] == '\n') {
			at++;
			line++;
			text += ' ';
		} else {
			text += *at;
		}
	}

	reader inner(file, text.c_str() + 1, sink);
	std::vector<token> words;

	inner.line_start = false;
	inner.line = first;
	for (token t = inner.scan(); t.kind != token::END; t = inner.scan())
		words.push_back(t);
	if (words.empty() || words[0].kind != token::WORD) {
		mistake(first, "this is no preprocessor directive");
		return;
	}
	if (words[0].text == "define" && words.size() > 1) {
		/* An include guard has no words. */
		macros[words[1].text] = tokens(words.begin() + 2, words.end());
		return;
	}
	for (const char *known : { "include", "ifndef", "ifdef", "endif", "undef" })
		if (words[0].text == known)
			return;
	mistake(first, "facts know no #" + words[0].text +
		"; only #include, #define and #ifndef");
}

void reader::expand(const token &t, tokens *out)
{
	auto macro = t.kind == token::WORD ? macros.find(t.text) : macros.end();

	if (macro == macros.end()) {
		out->push_back(t);
		return;
	}
	for (token part : macro->second) {
		part.line = t.line;
		out->push_back(part);
	}
}

/* The tokens up to the next ';', which is left out. */
reader::tokens reader::statement(bool *end)
{
	tokens out;

	for (token t = scan(); ; t = scan()) {
		if (t.is(";") && t.kind == token::PUNCT)
			return out;
		if (t.kind == token::END) {
			*end = true;
			if (!out.empty())
				mistake(out[0].line, "this declaration does not end with ';'");
			return {};
		}
		expand(t, &out);
	}
}

/* The ')' of the '(' at @open, or the size when there is none. */
size_t reader::matching(const tokens &t, size_t open)
{
	int depth = 0;

	for (size_t i = open; i < t.size(); i++) {
		if (t[i].kind == token::PUNCT && t[i].is("("))
			depth++;
		if (t[i].kind == token::PUNCT && t[i].is(")") && --depth == 0)
			return i;
	}
	return t.size();
}

/* __runs_in("hardirq") at t[*i] */
bool reader::runs(const tokens &t, size_t *i, size_t to, runs_in *role)
{
	if (*i + 3 >= to || !t[*i + 1].is("(") || t[*i + 2].kind != token::STRING ||
	    !parse_runs_in(t[*i + 2].text.c_str(), role) || !t[*i + 3].is(")"))
		return mistake(t[*i].line, "'__runs_in' needs a context: "
			       "__runs_in(\"hardirq\")");
	*i += 3;
	return true;
}

/* One annotation at t[*i] that speaks of contexts.  Return: whether it is one. */
bool reader::context(const tokens &t, size_t *i, size_t to, context_words *words, bool *ok)
{
	const token &word = t[*i];
	bool enters = word.is("__enters");

	*ok = true;
	if (word.is("__sleeps") || word.is("__nosleep")) {
		*ok = words->sleep == words->NOT_SAID ||
		      mistake(word.line, "'" + word.text + "' contradicts what stands before "
			      "it");
		words->sleep = word.is("__sleeps") ? words->SLEEPS : words->NOSLEEP;
		return true;
	}
	if (word.is("__runs_in")) {
		*ok = runs(t, i, to, &words->role);
		return true;
	}
	if (!enters && !word.is("__leaves"))
		return false;

	size_t close = *i + 1 < to && t[*i + 1].is("(") ? matching(t, *i + 1) : to;

	*ok = close < to && close > *i + 2;
	for (size_t k = *i + 2; *ok && k < close; k++) {
		context_level level;

		if (t[k].is(","))
			continue;
		*ok = t[k].kind == token::STRING && parse_level(t[k].text.c_str(), &level);
		if (*ok)
			words->change[level] += enters ? 1 : -1;
	}
	words->adjusts = true;
	if (*ok)
		*i = close;
	else
		mistake(word.line, "'" + word.text + "' needs levels: " + word.text +
			"(\"spinlock\")");
	return true;
}

/* One annotation at t[*i]; @i ends on its last token. */
bool reader::annotation(const tokens &t, size_t *i, size_t to, contract *c)
{
	static const struct {
		const char *name;
		enum contract::returned ret;
		enum contract::failure fail;
	} known[] = {
		{ "__returns_owned", contract::OWNED, contract::NEVER_SAID },
		{ "__returns_borrowed", contract::BORROWED, contract::NEVER_SAID },
		{ "__returns_null", contract::PLAIN, contract::IS_NULL },
		{ "__returns_err", contract::PLAIN, contract::IS_ERR },
		{ "__returns_err_or_null", contract::PLAIN, contract::IS_ERR_OR_NULL },
		{ "__returns_none", contract::PLAIN, contract::IS_NULL },
	};
	const token &word = t[*i];
	bool ok;

	for (const auto &k : known) {
		if (!word.is(k.name))
			continue;
		if ((k.ret != contract::PLAIN && c->ret != contract::PLAIN) ||
		    (k.fail != contract::NEVER_SAID && c->fail != contract::NEVER_SAID))
			return mistake(word.line, "'" + word.text + "' contradicts what "
				       "stands before it");
		if (k.ret != contract::PLAIN)
			c->ret = k.ret;
		else
			c->fail = k.fail;
		c->none |= word.is("__returns_none");
		return true;
	}
	if (!strncmp(word.text.c_str(), "__", 2) && context(t, i, to, &c->context, &ok))
		return ok;
	if (word.is("__returns_zeroed")) {
		c->zeroed = true;
		return true;
	}
	if (word.is("__must_look")) {
		c->must_look = true;
		return true;
	}
	if (word.is("__returns_id"))
		return names(t, i, to, "(\"ida_free\")", &c->id_releasers);
	if (word.is("__released_by"))
		return names(t, i, to, "(\"kfree\")", &c->releasers);
	if (word.is("__kernels")) {
		/* For the tests, which compare prototypes; here parameters are counted. */
		*i = std::min(matching(t, *i), to - 1);
		return true;
	}
	return mistake(word.line, "unknown annotation '" + word.text + "'");
}

/* The names of functions in the parentheses behind t[*i]; @i ends on the ')'. */
bool reader::names(const tokens &t, size_t *i, size_t to, const char *example,
		   std::vector<std::string> *out)
{
	const token &word = t[*i];
	size_t close = *i + 1 < to && t[*i + 1].is("(") ? matching(t, *i + 1) : to;

	if (close >= to)
		return mistake(word.line, "'" + word.text + "' needs names: " + word.text +
			       example);
	for (size_t k = *i + 2; k < close; k++) {
		const std::string &text = t[k].text;

		if (t[k].kind == token::STRING && !text.empty() && ISIDST(text[0]) &&
		    std::all_of(text.begin(), text.end(), [](char ch) { return ISIDNUM(ch); }))
			out->push_back(text);
		else if (!t[k].is(","))
			return mistake(t[k].line, "'" + word.text + "' takes names of "
				       "functions, each a string");
	}
	*i = close;
	return true;
}

/* __raises("f", ...) or __raises_if("ret == 0", "f", ...) at t[*i] */
bool reader::raise(const tokens &t, size_t *i, size_t to, param_contract *p)
{
	const token &word = t[*i];
	tokens rest(t.begin() + *i, t.begin() + to);
	size_t end = 0;

	p->raises = true;
	p->raises_if = word.is("__raises_if");
	if (p->raises_if) {
		if (rest.size() < 5 || rest[2].kind != token::STRING || !rest[3].is(",") ||
		    !parse_ret_condition(rest[2].text.c_str(), &p->raised_if))
			return mistake(word.line, "'__raises_if' needs a condition and names: "
				       "__raises_if(\"ret == 0\", \"clk_disable\")");
		rest.erase(rest.begin() + 2, rest.begin() + 4);
	}
	if (!names(rest, &end, rest.size(), "(\"clk_disable\")", &p->lowered_by))
		return false;
	*i += end + (p->raises_if ? 2 : 0);
	return true;
}

bool reader::parameter(const tokens &t, size_t from, size_t to, contract *c)
{
	param_contract p;
	size_t last_star = 0, owned = 0;
	bool names_passing = false;
	runs_in role = RUNS_ANYWHERE;

	for (size_t i = from; i < to; i++) {
		const token &word = t[i];

		if (word.is("*")) {
			last_star = i;
		} else if (word.is("__takes") || word.is("__takes_if") ||
			   word.is("__keeps_if") || word.is("__keeps_or_frees") ||
			   word.is("__puts") || word.is("__counter") ||
			   word.is("__borrowed")) {
			if (names_passing)
				return mistake(word.line, "'" + word.text +
					       "' contradicts what stands before it");
			names_passing = true;
			p.passing = word.is("__takes") ? param_contract::TAKES :
				    word.is("__puts") ? param_contract::PUTS :
				    word.is("__counter") ? param_contract::COUNTER :
				    word.is("__borrowed") ? param_contract::BORROWED :
				    word.is("__keeps_if") ? param_contract::KEEPS_IF :
				    word.is("__keeps_or_frees") ? param_contract::KEEPS_IF :
				    param_contract::TAKES_IF;
			p.or_frees = word.is("__keeps_or_frees");
			if ((p.passing == param_contract::TAKES_IF ||
			     p.passing == param_contract::KEEPS_IF) &&
			    (i + 3 >= to || t[i + 2].kind != token::STRING ||
			     !parse_ret_condition(t[i + 2].text.c_str(), &p.condition)))
				return mistake(word.line, "'" + word.text + "' needs a "
					       "condition: " + word.text + "(\"ret == 0\")");
		} else if (word.is("__raises") || word.is("__raises_if")) {
			if (p.changes_state())
				return mistake(word.line, "'" + word.text +
					       "' contradicts what stands before it");
			if (!raise(t, &i, to, &p))
				return false;
		} else if (word.is("__lowers") || word.is("__manages")) {
			if (p.changes_state())
				return mistake(word.line, "'" + word.text +
					       "' contradicts what stands before it");
			p.lowers = word.is("__lowers");
			p.manages = word.is("__manages");
		} else if (word.is("__returned")) {
			p.returned = true;
		} else if (word.is("__runs_in")) {
			if (!runs(t, &i, to, &role))
				return false;
		} else if (word.is("__deref")) {
			p.deref = true;
		} else if (word.is("__no_error")) {
			p.no_error = true;
		} else if (word.is("__error_only")) {
			p.error_only = true;
		} else if (word.is("__may_be_error")) {
			p.may_be_error = true;
		} else if (word.is("__owned")) {
			owned = i;
		} else if (word.is("__released_by") ||
			   (word.kind == token::WORD &&
			    !strncmp(word.text.c_str(), "__returns_", 10))) {
			return mistake(word.line, "'" + word.text + "' belongs after the "
				       "parameter list");
		}
	}
	if (!last_star && (p.passing != param_contract::UNKNOWN || p.deref || p.no_error ||
			   p.error_only || p.may_be_error || owned))
		return mistake(t[from].line, "only a pointer parameter has an owner");
	if (owned && owned > last_star)
		return mistake(t[owned].line, "'__owned' of a parameter says what an out "
			       "parameter is set to: write T * __owned *out");
	p.out_owned = owned;
	p.role = role;
	c->params.push_back(p);
	return true;
}

bool reader::parameters(const tokens &t, size_t from, size_t to, contract *c)
{
	if (to == from + 1 && t[from].is("void"))
		return true;
	for (size_t i = from, begin = from; i <= to; i++) {
		if (i < to && t[i].is("(")) {
			i = matching(t, i);
			continue;
		}
		if (i < to && !(t[i].kind == token::PUNCT && t[i].is(",")))
			continue;
		if (i == begin)
			return mistake(t[from ? from - 1 : 0].line, "a parameter is missing");
		if (i == begin + 1 && t[begin].is("..."))
			c->variadic = true;
		else if (!parameter(t, begin, i, c))
			return false;
		begin = i + 1;
	}
	return true;
}

void reader::prototype(const tokens &t)
{
	contract c;
	size_t open = 0;

	if (t.size() == 2 && t[0].is("struct"))
		return;
	while (open < t.size() && !t[open].is("("))
		open++;

	size_t close = matching(t, open);

	if (open < 2 || close >= t.size() || t[open - 1].kind != token::WORD) {
		mistake(t[0].line, "this is no prototype; facts are annotated prototypes");
		return;
	}
	c.name = t[open - 1].text;
	if (!parameters(t, open + 1, close, &c))
		return;
	for (size_t i = close + 1; i < t.size(); i++)
		if (!annotation(t, &i, t.size(), &c))
			return;
	if (!c.says_something()) {
		mistake(t[open - 1].line, "nothing is said of '" + c.name +
			"'; annotate it or remove it");
		return;
	}
	sink->prototype(std::move(c));
}

void reader::read()
{
	for (bool end = false; !end; ) {
		tokens t = statement(&end);

		if (!t.empty())
			prototype(t);
	}
}

} /* namespace */

void read_facts(const char *file, const char *text, facts_sink *sink)
{
	reader(file, text, sink).read();
}

} /* namespace safe */
