// SPDX-License-Identifier: GPL-2.0
/*
 * The text of the file being compiled, as tokens.
 */
#include "sites/text.h"
#include "location.h"

namespace safe::sites {

namespace {

/* Longest first: the first that fits is the token. */
const char *const operators[] = {
	"<<=", ">>=", "...", "->", "++", "--", "<<", ">>", "<=", ">=", "==", "!=",
	"&&", "||", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "##",
};

bool word_char(char c)
{
	return ISALNUM(c) || c == '_' || c == '$';
}

/* Walks over a text and keeps the line and column. */
class cursor {
public:
	cursor(const std::string &text) : text(text) {}

	bool done() const { return pos >= text.size(); }
	char peek(size_t ahead = 0) const
	{
		return pos + ahead < text.size() ? text[pos + ahead] : 0;
	}
	bool starts(const char *with) const
	{
		return !text.compare(pos, strlen(with), with);
	}

	void step()
	{
		if (text[pos++] == '\n') {
			line++;
			column = 1;
		} else {
			column++;
		}
	}
	void step(size_t n)
	{
		while (n-- && !done())
			step();
	}

	void skip_comment();
	void skip_directive();
	size_t literal_length() const;

	int line = 1, column = 1;
	size_t pos = 0;

private:
	const std::string &text;
};

void cursor::skip_comment()
{
	if (starts("//")) {
		while (!done() && peek() != '\n')
			step();
		return;
	}
	step(2);
	while (!done() && !starts("*/"))
		step();
	step(2);
}

/* To the end of the line that is not continued. */
void cursor::skip_directive()
{
	while (!done() && peek() != '\n') {
		if (starts("/*"))
			skip_comment();
		else
			step(starts("\\\n") ? 2 : 1);
	}
}

/* Of the string or character constant here, with its quotes. */
size_t cursor::literal_length() const
{
	char quote = peek();
	size_t n = 1;

	while (peek(n) && peek(n) != quote && peek(n) != '\n')
		n += peek(n) == '\\' ? 2 : 1;
	return n + 1;
}

size_t operator_length(const cursor &at)
{
	for (const char *op : operators)
		if (at.starts(op))
			return strlen(op);
	return 1;
}

/* Of the directive whose '#' is at @pos. */
enum directive::kind directive_kind(const std::string &text, size_t pos)
{
	size_t end;

	do
		pos++;
	while (pos < text.size() && (text[pos] == ' ' || text[pos] == '\t'));
	for (end = pos; end < text.size() && word_char(text[end]); )
		end++;
	std::string word = text.substr(pos, end - pos);
	if (word == "if" || word == "ifdef" || word == "ifndef")
		return directive::IF;
	if (word == "else" || word == "elif")
		return directive::ELSE;
	return word == "endif" ? directive::ENDIF : directive::OTHER;
}

bool read_file(const char *path, std::string &text)
{
	FILE *file = fopen(path, "r");
	char part[65536];
	size_t n;

	if (!file)
		return false;
	while ((n = fread(part, 1, sizeof(part), file)) > 0)
		text.append(part, n);
	bool ok = !ferror(file);
	fclose(file);
	return ok;
}

} /* namespace */

void source_text::lex(const std::string &text)
{
	cursor at(text);
	int last_line = 0;	/* of the last token or directive */

	while (!at.done()) {
		char c = at.peek();
		size_t n = 1;
		token t = { token::PUNCT, "", at.line, at.column };

		if (ISSPACE(c) || at.starts("\\\n")) {
			at.step();
			continue;
		}
		if (at.starts("/*") || at.starts("//")) {
			if (at.line != last_line)
				comments.push_back(at.line);
			at.skip_comment();
			continue;
		}
		if (c == '#' && at.line != last_line) {
			directives.push_back({ directive_kind(text, at.pos), at.line });
			at.skip_directive();
			continue;
		}
		if (ISDIGIT(c) || (c == '.' && ISDIGIT(at.peek(1)))) {
			t.kind = token::NUMBER;
			while (word_char(at.peek(n)) || at.peek(n) == '.')
				n++;
		} else if (word_char(c)) {
			t.kind = token::WORD;
			while (word_char(at.peek(n)))
				n++;
		} else if (c == '"' || c == '\'') {
			t.kind = token::STRING;
			n = at.literal_length();
		} else {
			n = operator_length(at);
		}
		t.text = text.substr(at.pos, n);
		tokens.push_back(t);
		last_line = at.line;
		at.step(n);
	}
}

void source_text::match_brackets()
{
	std::vector<int> open;

	for (int i = 0; i < count(); i++) {
		const std::string &t = tokens[i].text;

		/*
		 * Both branches of an #if may open a bracket that one bracket
		 * closes.  The next function's brace starts afresh.
		 */
		if (t == "{" && tokens[i].column == 1)
			open.clear();
		if (t == "(" || t == "[" || t == "{") {
			open.push_back(i);
		} else if (t == ")" || t == "]" || t == "}") {
			const char *want = t == ")" ? "(" : t == "]" ? "[" : "{";

			if (open.empty() || tokens[open.back()].text != want)
				continue;
			tokens[open.back()].mate = i;
			tokens[i].mate = open.back();
			open.pop_back();
		}
	}
}

bool source_text::load(const char *path)
{
	std::string text;

	if (!read_file(path, text))
		return false;
	lex(text);
	match_brackets();
	return true;
}

int source_text::at(int line, int column) const
{
	auto place = std::make_pair(line, column);
	auto after = std::upper_bound(tokens.begin(), tokens.end(), place,
		[](const std::pair<int, int> &p, const token &t) {
			return p < std::make_pair(t.line, t.column);
		});

	if (after == tokens.begin())
		return -1;
	const token &t = *--after;
	if (t.line != line || column >= t.column + (int)t.text.size())
		return -1;
	return after - tokens.begin();
}

int source_text::at(location_t loc) const
{
	if (loc == UNKNOWN_LOCATION || !in_main_file(loc))
		return -1;
	expanded_location place = user_place(loc);
	return at(place.line, place.column);
}

bool source_text::names(int i, const std::string &variable) const
{
	static const char *const before[] = { ".", "->", "struct", "union", "enum", "goto" };

	return is(i, variable.c_str()) && tokens[i].kind == token::WORD &&
	       std::none_of(std::begin(before), std::end(before),
			    [&](const char *word) { return is(i - 1, word); });
}

std::string source_text::joined(int first, int last) const
{
	std::string text;

	for (int i = first; i <= last; i++) {
		if (!text.empty() && word_char(text.back()) && word_char(tokens[i].text[0]))
			text += ' ';
		text += tokens[i].text;
	}
	return text;
}

bool source_text::comment_between(int first, int last) const
{
	auto next = std::upper_bound(comments.begin(), comments.end(), tokens[first].line);

	return next != comments.end() && *next < tokens[last].line;
}

std::vector<directive> source_text::directives_between(int first, int last) const
{
	std::vector<directive> found;

	for (const directive &d : directives)
		if (d.line > tokens[first].line && d.line < tokens[last].line)
			found.push_back(d);
	return found;
}

const source_text *main_text()
{
	static std::unique_ptr<source_text> text;

	if (!text) {
		text.reset(new source_text);
		if (!text->load(main_input_filename))
			text->load("/dev/null");
	}
	return text->count() ? text.get() : NULL;
}

} /* namespace safe::sites */
