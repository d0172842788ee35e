/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The text of the file being compiled, as tokens.
 *
 * GCC's tree does not say where a statement ends, whether it stood in braces,
 * or what an argument of a macro looked like.  A rewrite needs all three.
 */
#ifndef SAFE_SITES_TEXT_H
#define SAFE_SITES_TEXT_H

#include "gcc-compat.h"

namespace safe::sites {

struct token {
	enum kind { WORD, NUMBER, STRING, PUNCT } kind;
	std::string text;
	int line, column;	/* 1-based, bytes: as GCC counts */
	int mate = -1;		/* the bracket that belongs to this one */
};

/* A preprocessor directive. */
struct directive {
	enum kind { IF, ELSE, ENDIF, OTHER } kind;
	int line;
};

class source_text {
public:
	/* Return: false when the file cannot be read. */
	bool load(const char *path);

	int count() const { return tokens.size(); }
	const token &operator[](int i) const { return tokens[i]; }
	std::vector<token>::const_iterator begin() const { return tokens.begin(); }

	bool is(int i, const char *text) const
	{
		return i >= 0 && i < count() && tokens[i].text == text;
	}

	/* The index of the token at a place, or -1. */
	int at(int line, int column) const;
	int at(location_t loc) const;

	/* Whether token @i is a use of the variable: no member, tag or label. */
	bool names(int i, const std::string &variable) const;

	/* The tokens from @first to @last, joined so that equal code is equal text. */
	std::string joined(int first, int last) const;

	/* Whether a comment has a line of its own between two tokens. */
	bool comment_between(int first, int last) const;

	/* The directives between two tokens. */
	std::vector<directive> directives_between(int first, int last) const;

private:
	void lex(const std::string &text);
	void match_brackets();

	std::vector<token> tokens;
	std::vector<directive> directives;
	std::vector<int> comments;	/* lines that begin with one, ascending */
};

/* The text of the main file; read at the first call.  NULL when unreadable. */
const source_text *main_text();

} /* namespace safe::sites */

#endif /* SAFE_SITES_TEXT_H */
