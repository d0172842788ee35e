// SPDX-License-Identifier: GPL-2.0
/*
 * How a function leaves once its releases are gone.
 */
#include "sites/exits.h"

namespace safe::sites {

namespace {

const size_t LONGEST = 40;	/* an expression that may stand at several returns */
const size_t MAX_DEFINITIONS = 31;

bool constant(tree t)
{
	t = strip(t);
	if (TREE_CODE(t) == CALL_EXPR && call_expr_nargs(t) == 1) {
		tree fn = get_callee_fndecl(t);

		return fn && DECL_NAME(fn) &&
		       id_equal(DECL_NAME(fn), "ERR_PTR") && constant(CALL_EXPR_ARG(t, 0));
	}
	return TREE_CODE(t) == INTEGER_CST;
}

bool same_type(tree a, tree b)
{
	return TYPE_MAIN_VARIANT(a) == TYPE_MAIN_VARIANT(b);
}

} /* namespace */

exits::exits(const plan &p) : p(p), c(p.c), f(p.f)
{
	for (const auto &r : p.resources)
		active |= r->mode == resource::GUARD ||
			  (r->mode == resource::SCOPED && r->returns);
	for (const auto &label : c.labels)
		tails[label.second] = look_behind(label.second);
}

/* A return whose expression means the same at each goto that leads to it. */
bool exits::repeatable(const stmt *ret) const
{
	std::string text = c.text(ret);

	for (const auto &r : p.resources)
		if (std::find(r->moves.begin(), r->moves.end(), ret) != r->moves.end())
			return false;
	return f.local(ret) && text.size() <= LONGEST && text.find('?') == std::string::npos;
}

exits::tail exits::look_behind(const stmt *label) const
{
	tail t;
	int id = c.succ[label->id][0];

	while (id != c.exit() && (c[id]->kind == stmt::LABEL || p.dropped[id]))
		id = c.succ[id][0];
	if (id == c.exit())
		t.end = true;
	else if (c[id]->kind == stmt::RETURN && repeatable(c[id]))
		t.ret = c[id];
	else if (c[id]->kind == stmt::LOOP && stands_last(label))
		t.loop = c[id];
	return t;
}

/* Whether a continue in @jump's place would go on with @loop. */
bool exits::continues(const stmt *jump, const stmt *loop) const
{
	const stmt *s = jump->parent;

	while (s && s->kind != stmt::LOOP && s->kind != stmt::DO)
		s = s->parent;
	return s == loop;
}

bool exits::becomes_return(const stmt *s) const
{
	if (s->kind != stmt::GOTO)
		return false;
	const tail &t = tails.at(s->target);

	return t.loop ? continues(s, t.loop) : t.known();
}

bool exits::releases_behind(const stmt *jump, const resource &r) const
{
	for (int id = jump->target->id; id != c.exit(); id = c.succ[id][0]) {
		if (p.dropped[id] == &r)
			return true;
		if (c[id]->kind != stmt::LABEL && !p.dropped[id])
			break;
	}
	return false;
}

bool exits::reachable(const stmt *s) const
{
	return solve(c, 1, [&](int id, int, unsigned state) -> unsigned {
		return becomes_return(c[id]) ? 0 : state;
	})[s->id];
}

bool exits::goes(const stmt *label) const
{
	if (!active)
		return false;
	for (int from : c.pred[label->id])
		if (c[from]->kind == stmt::GOTO && !becomes_return(c[from]))
			return false;
	return true;
}

bool exits::stands_last(const stmt *label) const
{
	const auto &siblings = label->parent->children;

	for (size_t i = label->index + 1; i < siblings.size(); i++)
		if (!p.dropped[siblings[i]->id] && siblings[i]->kind != stmt::LABEL)
			return false;
	return true;
}

/* The variable at token @i, if its values can be followed. */
variable *exits::followed(int i) const
{
	const source_text &t = *c.src;
	variable *v = t.names(i, t[i].text) ? f.find(t[i].text) : NULL;

	return v && v->unique && v->declared && !v->address_taken() &&
	       !c.conditional_word(v->name) ? v : NULL;
}

/* The variable that "return v;" returns, if it can be followed. */
variable *exits::returned(const stmt *ret) const
{
	return ret->kind == stmt::RETURN && ret->last == ret->first + 2 ?
	       followed(ret->first + 1) : NULL;
}

/* Whether "v = e; return v;" is "return e;": no conversion or comment is lost. */
bool exits::merges(const stmt *set, const stmt *leave, const stmt *ret) const
{
	tree value;
	variable *v = f.assigned(set, &value);

	if (!v || v != returned(ret) || c.src->comment_between(set->last, leave->first))
		return false;
	tree result = TREE_TYPE(TREE_TYPE(current_function_decl));
	if (same_type(TREE_TYPE(v->decl), result))
		return true;
	/* Of an operation the front end may have cut the operands instead. */
	value = strip(value);
	return TREE_CODE(value) == CALL_EXPR &&
	       same_type(TREE_TYPE(value), TREE_TYPE(v->decl));
}

/* The text of the constant that @set gives to @v, or "". */
std::string exits::constant_of(variable *v, const stmt *set) const
{
	const source_text &t = *c.src;
	tree value;
	int first;

	if (set == v->declared && v->has_initial()) {
		value = DECL_INITIAL(v->decl);
		first = v->token + 2;
	} else if (f.assigned(set, &value) == v) {
		first = set->first + 2;
	} else {
		return "";
	}
	if (!constant(value) || !t.is(first - 1, "="))
		return "";
	/* The constant as written must not change when it is not stored first. */
	tree type = TREE_TYPE(v->decl);
	if (!same_type(type, TREE_TYPE(TREE_TYPE(current_function_decl))) &&
	    !same_type(type, integer_type_node))
		return "";

	int last = first;
	while (last < set->last && !t.is(last, ",") && !t.is(last, ";"))
		last = t[last].mate > last ? t[last].mate + 1 : last + 1;
	std::string text = t.joined(first, last - 1);
	return text.size() <= LONGEST ? text : "";
}

const exits::definitions &exits::definitions_of(variable *v)
{
	auto known = reaching.find(v);
	if (known != reaching.end())
		return known->second;

	definitions &d = reaching[v];
	d.by_bit.push_back(NULL);
	for (const use &u : v->uses)
		if (u.kind == use::WRITE &&
		    std::find(d.by_bit.begin(), d.by_bit.end(), u.where) == d.by_bit.end())
			d.by_bit.push_back(u.where);
	if (d.by_bit.size() > MAX_DEFINITIONS) {
		d.in.assign(c.count() + 1, 1);
		return d;
	}
	d.in = solve(c, 1, [&](int id, int, unsigned state) -> unsigned {
		auto here = std::find(d.by_bit.begin(), d.by_bit.end(), c[id]);

		if (active && becomes_return(c[id]))
			return 0;
		return here == d.by_bit.end() ? state : 1u << (here - d.by_bit.begin());
	});
	return d;
}

/* The constant that @v has whenever @at is reached, as text, or "". */
std::string exits::constant_at(variable *v, const stmt *at)
{
	const definitions &d = definitions_of(v);
	std::string text;

	for (size_t bit = 0; bit < d.by_bit.size(); bit++) {
		if (!(d.in[at->id] & 1u << bit))
			continue;
		std::string here = d.by_bit[bit] ? constant_of(v, d.by_bit[bit]) : "";
		if (here.empty() || (!text.empty() && here != text))
			return "";
		text = here;
	}
	return text;
}

/* What a return in the place of @at returns, when @ret is the one it led to. */
std::string exits::value_at(const stmt *ret, const stmt *at)
{
	const source_text &t = *c.src;
	std::string text;

	for (int i = ret->first + 1; i < ret->last; i++) {
		variable *v = followed(i);
		std::string value = v ? constant_at(v, at) : "";

		if (!value.empty())
			touched.insert(v);
		/* As written: the space between tokens is the author's. */
		if (!text.empty() && (t[i].line != t[i - 1].line ||
				      t[i].column > t[i - 1].column + (int)t[i - 1].text.size()))
			text += ' ';
		text += value.empty() ? t[i].text : value;
	}
	return text;
}

/* The statement before @s that stays.  @gap: whether something between goes. */
const stmt *exits::left_before(const stmt *s, bool *gap) const
{
	*gap = false;
	for (s = c.before(s); s; s = c.before(s)) {
		if (!(p.dropped[s->id] || gone.count(s) ||
		      (s->kind == stmt::LABEL && goes(s))))
			return s;
		*gap = true;
	}
	return NULL;
}

void exits::note(const char *op, const stmt *s, const std::string &text)
{
	out->edits.push_back({ op, s->first, text });
}

void exits::remove(const stmt *s)
{
	gone.insert(s);
	gone_text.push_back({ s->first, s->last });
	note("drop", s, "");
}

void exits::edit_goto(const stmt *s)
{
	const tail &t = tails.at(s->target);

	if (t.loop) {
		note("continue", s, "");
		return;
	}
	if (t.end || t.ret->last == t.ret->first + 1) {
		note("return_void", s, "");
		return;
	}
	const stmt *set = c.before(s);
	variable *v = returned(t.ret);
	if (v)
		touched.insert(v);
	if (set && merges(set, s, t.ret)) {
		note("return_value", set, "");
		gone.insert(set);
		gone_text.push_back({ set->first, set->first + 1 });
		remove(s);
		return;
	}
	now_returns[s] = value_at(t.ret, s);
	note("return", s, now_returns[s]);
}

/* "return;" before nothing but the end of the function. */
bool exits::says_nothing(const stmt *s) const
{
	const auto &siblings = s->parent->children;

	if (s->last != s->first + 1 || s->parent != c.root() ||
	    (size_t)s->index + 1 == siblings.size())
		return false;
	for (size_t i = s->index + 1; i < siblings.size(); i++)
		if (!p.dropped[siblings[i]->id] &&
		    !(siblings[i]->kind == stmt::LABEL && goes(siblings[i])))
			return false;
	return true;
}

/* A return that releases or labels stood before. */
void exits::edit_return(const stmt *s)
{
	bool gap;
	const stmt *set = left_before(s, &gap);
	variable *v = returned(s);

	if (says_nothing(s) || (gap && !reached[s->id])) {
		remove(s);
		return;
	}
	if (!gap || !v)
		return;
	touched.insert(v);
	if (set && merges(set, s, s)) {
		note("return_value", set, "");
		gone.insert(set);
		gone_text.push_back({ set->first, set->first + 1 });
		remove(s);
		return;
	}
	std::string value = value_at(s, s);
	if (value == v->name)
		return;
	now_returns[s] = value;
	gone_text.push_back({ s->first, s->last });
	note("value", s, value);
}

/*
 * Whether some path from behind @set reads @v before setting it again: @now, or
 * as the function was.
 */
bool exits::read_behind(variable *v, const stmt *set, bool now) const
{
	std::vector<int> work(c.succ[set->id]);
	std::set<int> seen;

	while (!work.empty()) {
		int id = work.back();

		work.pop_back();
		if (id == c.exit() || !seen.insert(id).second)
			continue;
		const stmt *s = c[id];
		auto text = now_returns.find(s);
		bool writes = false;

		if (now && text != now_returns.end()) {
			if (text->second.find(v->name) != std::string::npos)
				return true;
			continue;
		}
		if (now && gone.count(s) && s->kind == stmt::GOTO)
			continue;
		for (const use &u : v->uses) {
			if (u.where != s)
				continue;
			if (u.kind != use::WRITE && !(now && gone.count(s) &&
						      s->kind == stmt::RETURN))
				return true;
			writes |= u.kind == use::WRITE;
		}
		if (!writes)
			work.insert(work.end(), c.succ[id].begin(), c.succ[id].end());
	}
	return false;
}

/* Whether the block would be empty without @s. */
bool exits::needed_in_block(const stmt *s) const
{
	if (!s->in_block())
		return true;
	for (const stmt *other : s->parent->children)
		if (other != s && !gone.count(other) && !p.dropped[other->id])
			return false;
	return true;
}

/* Constants that were set for a return which now has them itself. */
void exits::edit_dead_stores()
{
	for (variable *v : touched) {
		std::set<const stmt *> sets;

		for (const use &u : v->uses)
			if (u.kind == use::WRITE)
				sets.insert(u.where);
		for (const stmt *set : sets) {
			if (gone.count(set) || constant_of(v, set).empty() ||
			    read_behind(v, set, true) || !read_behind(v, set, false))
				continue;
			if (set == v->declared) {
				out->declarations.push_back({ "uninitialized", v->name });
				gone_text.push_back({ v->token, v->token });
			} else if (!needed_in_block(set)) {
				remove(set);
			}
		}
	}
}

/* Variables whose last mention goes. */
void exits::edit_unused()
{
	const source_text &t = *c.src;

	for (const auto &r : p.resources) {
		if (r->mode == resource::LEFT)
			continue;
		for (const stmt *s : r->releases)
			gone_text.push_back({ s->first, s->last });
		if (!r->flags.empty())
			gone_text.push_back({ r->acquire->first, r->acquire->last });
	}
	for (auto &entry : f.variables) {
		variable &v = entry.second;
		bool mentioned = false, left = false;

		if (!v.declared || v.token < 0 || !v.unique ||
		    (v.has_initial() && !constant(DECL_INITIAL(v.decl))))
			continue;
		for (int i = c.root()->first; i < c.root()->last; i++) {
			if (i == v.token || !t.names(i, v.name))
				continue;
			bool goes = std::any_of(gone_text.begin(), gone_text.end(),
				[i](const std::pair<int, int> &range) {
					return i >= range.first && i <= range.second;
				});
			(goes ? mentioned : left) = true;
		}
		for (const auto &text : now_returns)
			left |= text.second == v.name;
		if (!mentioned || left)
			continue;
		auto &declarations = out->declarations;
		declarations.erase(std::remove_if(declarations.begin(), declarations.end(),
			[&](const declaration &d) { return d.name == v.name; }),
			declarations.end());
		declarations.push_back({ "unused", v.name });
	}
}

void exits::edit(plan &to)
{
	out = &to;
	reached = solve(c, 1, [&](int id, int, unsigned state) -> unsigned {
		return active && becomes_return(c[id]) ? 0 : state;
	});
	if (active) {
		for (int id = 0; id < c.count(); id++)
			if (becomes_return(c[id]))
				edit_goto(c[id]);
		for (const auto &label : c.labels)
			if (goes(label.second))
				note("label", label.second, "");
	}
	for (int id = 0; id < c.count(); id++)
		if (c[id]->kind == stmt::RETURN && !now_returns.count(c[id]))
			edit_return(c[id]);
	if (out->edits.empty())
		return;
	edit_dead_stores();
	edit_unused();
}

} /* namespace safe::sites */
