/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A function as its author wrote it: statements, blocks, and the control flow
 * between them.
 */
#ifndef SAFE_SITES_CODE_H
#define SAFE_SITES_CODE_H

#include "sites/text.h"

namespace safe::sites {

struct stmt {
	enum kind {
		BLOCK, EXPR, IF, LOOP, DO, SWITCH, LABEL, CASE, GOTO, RETURN, BREAK,
		CONTINUE, EMPTY,
	} kind;
	int id;
	int first, last;	/* tokens */
	int head;		/* last token of what stands before the body */
	stmt *parent = NULL;
	int index = 0;		/* among the parent's children */
	std::vector<stmt *> children;
	std::string name;	/* of a label, a goto's target, a loop's macro */
	stmt *target = NULL;	/* a goto's label; what a break or continue leaves */
	bool declares = false;	/* declares variables */
	bool endless = false;	/* while (1), for (;;) */
	bool once = false;	/* do { } while (0) */
	bool conditional = false; /* between #if and #endif: may not be there */

	bool in_block() const { return parent && parent->kind == BLOCK; }
	bool jumps() const
	{
		return kind == GOTO || kind == RETURN || kind == BREAK || kind == CONTINUE;
	}
};

class code {
public:
	/*
	 * Reads the block that begins at token @open.  Return: false when the
	 * text is not what it looks like; ``error`` then says why.
	 */
	bool parse(const source_text &text, int open);

	int exit() const { return all.size(); }		/* the node behind every return */
	int entry() const { return start; }
	stmt *operator[](int id) const { return all[id].get(); }
	int count() const { return all.size(); }
	const stmt *root() const { return all[0].get(); }

	/* Of a macro that jumps. */
	void add_jump(const stmt *from, int to) { edge(from->id, to); }

	/* Whether code between #if and #endif mentions the word. */
	bool conditional_word(const std::string &word) const;

	/* The innermost statement that token @i is part of. */
	stmt *around(int i) const;

	/* The sibling before @s that is code, or NULL. */
	stmt *before(const stmt *s) const;

	/* The statement as text without the space between tokens. */
	std::string text(const stmt *s) const;

	const source_text *src = NULL;
	std::vector<std::vector<int>> succ, pred;	/* of an IF: then, else */
	std::map<std::string, stmt *> labels;
	const char *error = NULL;

private:
	stmt *add(enum stmt::kind kind, int first, stmt *parent);
	stmt *statement(int i, stmt *parent, int limit);
	stmt *block(int i, stmt *parent);
	stmt *simple(int i, stmt *parent, int limit);
	stmt *headed(enum stmt::kind kind, int i, stmt *parent, int limit);
	stmt *do_loop(int i, stmt *parent, int limit);
	bool is_label(int i) const;
	bool is_block_macro(int i) const;

	struct context { int next, leave, again; stmt *breaks, *continues; };
	int connect(stmt *s, context c);
	int connect_if(stmt *s, context c);
	int connect_loop(stmt *s, context c);
	int connect_switch(stmt *s, context c);
	void edge(int from, int to);
	bool find_conditional();
	bool in_branch(int first_line, int last_line);
	void fail(const char *why) { if (!error) error = why; }

	std::vector<std::unique_ptr<stmt>> all;
	int start = 0;
};

} /* namespace safe::sites */

#endif /* SAFE_SITES_CODE_H */
