// SPDX-License-Identifier: GPL-2.0
/*
 * A function as its author wrote it: statements, blocks, and the control flow
 * between them.
 */
#include "sites/code.h"

namespace safe::sites {

stmt *code::add(enum stmt::kind kind, int first, stmt *parent)
{
	auto s = std::make_unique<stmt>();

	s->kind = kind;
	s->id = all.size();
	s->first = s->last = s->head = first;
	s->parent = parent;
	if (parent) {
		s->index = parent->children.size();
		parent->children.push_back(s.get());
	}
	all.push_back(std::move(s));
	return all.back().get();
}

bool code::is_label(int i) const
{
	return (*src)[i].kind == token::WORD && src->is(i + 1, ":");
}

/*
 * A macro that stands before a statement as for () does.  What follows its
 * arguments begins a statement, and is no operator.
 */
bool code::is_block_macro(int i) const
{
	static const char *const no_macro[] = {
		"return", "sizeof", "typeof", "__typeof__", "typeof_member", "__attribute__",
	};

	if ((*src)[i].kind != token::WORD || !src->is(i + 1, "(") || (*src)[i + 1].mate < 0)
		return false;
	for (const char *word : no_macro)
		if (src->is(i, word))
			return false;
	int next = (*src)[i + 1].mate + 1;
	return src->is(next, "{") ||
	       (next < src->count() && (*src)[next].kind == token::WORD);
}

stmt *code::block(int i, stmt *parent)
{
	stmt *s = add(stmt::BLOCK, i, parent);
	int close = (*src)[i].mate;

	if (close < 0) {
		fail("braces do not match");
		return s;
	}
	for (i++; i < close && !error; )
		i = statement(i, s, close)->last + 1;
	s->last = close;
	return s;
}

/* if, switch, for, while and macros like them: @i is the word. */
stmt *code::headed(enum stmt::kind kind, int i, stmt *parent, int limit)
{
	stmt *s = add(kind, i, parent);

	s->name = (*src)[i].text;
	if (!src->is(i + 1, "(") || (*src)[i + 1].mate < 0) {
		fail("code that is not understood");
		return s;
	}
	s->head = (*src)[i + 1].mate;
	std::string condition = src->joined(i + 2, s->head - 1);
	s->endless = (s->name == "while" && (condition == "1" || condition == "true")) ||
		     (s->name == "for" && condition.find(";;") != std::string::npos);

	s->last = statement(s->head + 1, s, limit)->last;
	if (kind == stmt::IF && !error && src->is(s->last + 1, "else"))
		s->last = statement(s->last + 2, s, limit)->last;
	return s;
}

stmt *code::do_loop(int i, stmt *parent, int limit)
{
	stmt *s = add(stmt::DO, i, parent);
	int end = statement(i + 1, s, limit)->last + 1;

	if (error || !src->is(end, "while") || !src->is(end + 1, "(") ||
	    (*src)[end + 1].mate < 0) {
		fail("code that is not understood");
		return s;
	}
	s->last = (*src)[end + 1].mate + 1;
	std::string condition = src->joined(end + 2, s->last - 2);
	s->once = condition == "0";
	s->endless = condition == "1" || condition == "true";
	return s;
}

/* What ends with a semicolon. */
stmt *code::simple(int i, stmt *parent, int limit)
{
	const std::string &word = (*src)[i].text;
	stmt *s = add(word == "goto" ? stmt::GOTO :
		      word == "return" ? stmt::RETURN :
		      word == "break" ? stmt::BREAK :
		      word == "continue" ? stmt::CONTINUE :
		      word == ";" ? stmt::EMPTY : stmt::EXPR, i, parent);

	if (s->kind == stmt::GOTO) {
		s->name = (*src)[i + 1].text;
		if (!src->is(i + 2, ";"))
			fail("computed goto");
	}
	for (; i < limit && !src->is(i, ";"); i++) {
		if ((*src)[i].mate > i)
			i = (*src)[i].mate;
	}
	if (i >= limit)
		fail("code that is not understood");
	s->last = i;
	return s;
}

stmt *code::statement(int i, stmt *parent, int limit)
{
	const std::string &word = (*src)[i].text;

	if (i >= limit || error) {
		fail("code that is not understood");
		return add(stmt::EMPTY, i, parent);
	}
	if (word == "{")
		return block(i, parent);
	if (word == "if")
		return headed(stmt::IF, i, parent, limit);
	if (word == "switch")
		return headed(stmt::SWITCH, i, parent, limit);
	if (word == "for" || word == "while")
		return headed(stmt::LOOP, i, parent, limit);
	if (word == "do")
		return do_loop(i, parent, limit);
	if (word == "case" || (word == "default" && src->is(i + 1, ":"))) {
		stmt *s = add(stmt::CASE, i, parent);

		while (i < limit && !src->is(i, ":"))
			i++;
		s->last = i;
		s->name = word;
		return s;
	}
	if (is_label(i)) {
		stmt *s = add(stmt::LABEL, i, parent);

		s->name = word;
		s->last = i + 1;
		if (!labels.emplace(word, s).second || !s->in_block())
			fail("code that is not understood");
		return s;
	}
	if (is_block_macro(i))
		return headed(stmt::LOOP, i, parent, limit);
	return simple(i, parent, limit);
}

/*
 * Marks the statements of one branch of an #if.  Return: false unless they are
 * whole statements that end where the branch does.
 */
bool code::in_branch(int first_line, int last_line)
{
	for (int i = root()->first; i <= root()->last; i++) {
		int line = (*src)[i].line;

		if (line < first_line || line > last_line)
			continue;
		stmt *s = around(i);
		if ((*src)[s->first].line < first_line || (*src)[s->last].line > last_line)
			return false;
		if (s->kind == stmt::GOTO || s->kind == stmt::RETURN ||
		    s->kind == stmt::LABEL || s->kind == stmt::CASE)
			return false;
		if (s->target && ((*src)[s->target->first].line < first_line))
			return false;
		s->conditional = true;
	}
	return true;
}

/*
 * GCC has seen one branch of each #if.  The others may be followed as well when
 * they are statements that do not jump; nothing else is known of them.
 */
bool code::find_conditional()
{
	int depth = 0, from = 0;

	for (const directive &d : src->directives_between(root()->first, root()->last)) {
		depth += d.kind == directive::IF;
		if (d.kind == directive::OTHER || depth == 0)
			return false;
		if (depth > 1 || d.kind != directive::IF)
			if (!in_branch(from + 1, d.line - 1))
				return false;
		depth -= d.kind == directive::ENDIF;
		from = d.line;
	}
	return depth == 0;
}

bool code::conditional_word(const std::string &word) const
{
	for (int i = root()->first; i < root()->last; i++)
		if (src->names(i, word) && around(i)->conditional)
			return true;
	return false;
}

bool code::parse(const source_text &text, int open)
{
	src = &text;
	block(open, NULL);
	if (error)
		return false;

	succ.resize(count() + 1);
	pred.resize(count() + 1);
	start = connect(all[0].get(), { exit(), exit(), exit(), NULL, NULL });
	if (!error && !find_conditional())
		error = "preprocessor condition around part of a statement or a jump";
	return !error;
}

void code::edge(int from, int to)
{
	succ[from].push_back(to);
	pred[to].push_back(from);
}

int code::connect_if(stmt *s, context c)
{
	edge(s->id, connect(s->children[0], c));
	edge(s->id, s->children.size() > 1 ? connect(s->children[1], c) : c.next);
	return s->id;
}

int code::connect_loop(stmt *s, context c)
{
	context inside = { s->id, c.next, s->id, s, s };
	int body = connect(s->children[0], inside);

	if (!s->once)
		edge(s->id, body);
	if (!s->endless)
		edge(s->id, c.next);
	return s->kind == stmt::DO ? body : s->id;
}

int code::connect_switch(stmt *s, context c)
{
	context inside = { c.next, c.next, c.again, s, c.continues };
	bool has_default = false;

	connect(s->children[0], inside);
	/* Its own cases: those of no switch further in. */
	for (int id = s->id + 1; id < count() && all[id]->first <= s->last; id++) {
		const stmt *at = all[id].get();

		if (at->kind != stmt::CASE)
			continue;
		for (at = at->parent; at->kind != stmt::SWITCH; )
			at = at->parent;
		if (at != s)
			continue;
		edge(s->id, id);
		has_default |= all[id]->name == "default";
	}
	if (!has_default)
		edge(s->id, c.next);
	return s->id;
}

/* Makes the edges of @s and what is in it.  Return: the node it begins with. */
int code::connect(stmt *s, context c)
{
	switch (s->kind) {
	case stmt::BLOCK:
		for (size_t i = s->children.size(); i-- > 0; )
			c.next = connect(s->children[i], c);
		return c.next;
	case stmt::IF:
		return connect_if(s, c);
	case stmt::LOOP:
	case stmt::DO:
		return connect_loop(s, c);
	case stmt::SWITCH:
		return connect_switch(s, c);
	case stmt::GOTO: {
		auto label = labels.find(s->name);

		if (label == labels.end()) {
			fail("code that is not understood");
			break;
		}
		s->target = label->second;
		edge(s->id, s->target->id);
		break;
	}
	case stmt::RETURN:
		edge(s->id, exit());
		break;
	case stmt::BREAK:
		s->target = c.breaks;
		edge(s->id, c.leave);
		break;
	case stmt::CONTINUE:
		s->target = c.continues;
		edge(s->id, c.again);
		break;
	default:
		edge(s->id, c.next);
	}
	if ((s->kind == stmt::BREAK || s->kind == stmt::CONTINUE) && !s->target)
		fail("code that is not understood");
	return s->id;
}

stmt *code::around(int i) const
{
	stmt *s = all[0].get();

	if (i < s->first || i > s->last)
		return NULL;
	for (bool deeper = true; deeper; ) {
		deeper = false;
		for (stmt *child : s->children) {
			if (i >= child->first && i <= child->last) {
				s = child;
				deeper = true;
				break;
			}
		}
	}
	return s;
}

stmt *code::before(const stmt *s) const
{
	return s->in_block() && s->index > 0 ? s->parent->children[s->index - 1] : NULL;
}

std::string code::text(const stmt *s) const
{
	return src->joined(s->first, s->last);
}

} /* namespace safe::sites */
