// SPDX-License-Identifier: GPL-2.0
/*
 * Allocations that the function frees itself, on every path or on errors.
 */
#include "sites/plan.h"

namespace safe::sites {

namespace {

/* Functions that free, and the cleanup that calls them. */
const struct free_kind {
	const char *function, *cleanup;
} kinds[] = {
	{ "kfree", "kfree" },
	{ "kvfree", "kvfree" },
	{ "vfree", "vfree" },
	{ "kfree_sensitive", "kfree_sensitive" },
	{ "bitmap_free", "bitmap" },
};

/* Functions whose result belongs to the caller. */
const char *const allocators[] = {
	"kmalloc", "kzalloc", "kcalloc", "kmalloc_array", "kmalloc_node", "kzalloc_node",
	"kcalloc_node", "kvmalloc", "kvzalloc", "kvcalloc", "kvmalloc_array",
	"kvmalloc_node", "kvzalloc_node", "vmalloc", "vzalloc", "vmalloc_user",
	"kstrdup", "kstrndup", "kmemdup", "kmemdup_nul", "kmemdup_array", "kvmemdup",
	"kasprintf", "kvasprintf", "kstrdup_quotable", "kstrdup_and_replace",
	"memdup_user", "vmemdup_user", "memdup_user_nul", "strndup_user",
	"bitmap_alloc", "bitmap_zalloc",
};

/* Functions of this file that return what one of these has allocated. */
std::set<std::string> local_allocators;

bool allocates(const std::string &function)
{
	return local_allocators.count(function) ||
	       std::find(std::begin(allocators), std::end(allocators), function) !=
	       std::end(allocators);
}

/* The function whose result "v = f(...);" or "T v = f(...)" sets, from the "=". */
std::string called_after(const source_text &t, int equals)
{
	int i = equals + 1;

	if (!t.is(equals, "="))
		return "";
	while (t.is(i, "(") && t[i].mate > 0)	/* casts */
		i = t[i].mate + 1;
	if (t[i].kind != token::WORD || !t.is(i + 1, "("))
		return "";
	int end = t[i + 1].mate + 1;
	return t.is(end, ";") || t.is(end, ",") ? t[i].text : "";
}

/* What a variable holds; bits, for several paths may meet. */
enum { UNSET = 1, LIVE = 2, NOTHING = 4, FREED = 8, MOVED = 16 };

/* The variable that @s frees, and how. */
const free_kind *frees(const code &c, const stmt *s, std::string &object)
{
	const source_text &t = *c.src;

	if (s->kind != stmt::EXPR || s->conditional || s->last != s->first + 4 || !t.is(s->first + 1, "(") ||
	    t[s->first + 2].kind != token::WORD || !t.is(s->first + 3, ")"))
		return NULL;
	for (const free_kind &k : kinds) {
		if (t.is(s->first, k.function)) {
			object = t[s->first + 2].text;
			return &k;
		}
	}
	return NULL;
}

tree unlikely_argument(tree t)
{
	t = strip(t);
	while (TREE_CODE(t) == NE_EXPR && integer_zerop(TREE_OPERAND(t, 1)) &&
	       TREE_CODE(strip(TREE_OPERAND(t, 0))) == CALL_EXPR) {
		tree call = strip(TREE_OPERAND(t, 0));
		tree fn = get_callee_fndecl(call);

		if (!fn || !fndecl_built_in_p(fn, BUILT_IN_EXPECT))
			break;
		t = strip(CALL_EXPR_ARG(call, 0));
	}
	return t;
}

/*
 * What the condition says of @var: the branch in which it holds no memory, 0 or
 * 1, or -1 when it does not say.
 */
int branch_without(tree condition, tree var)
{
	bool negated = false;

	if (!condition)
		return -1;
	tree t = unlikely_argument(condition);
	for (;;) {
		if (TREE_CODE(t) == TRUTH_NOT_EXPR) {
			negated = !negated;
			t = unlikely_argument(TREE_OPERAND(t, 0));
			continue;
		}
		if ((TREE_CODE(t) == EQ_EXPR || TREE_CODE(t) == NE_EXPR) &&
		    integer_zerop(TREE_OPERAND(t, 1))) {
			tree inner = strip(TREE_OPERAND(t, 0));

			if (inner == var)
				return (TREE_CODE(t) == EQ_EXPR) != negated ? 0 : 1;
			negated ^= TREE_CODE(t) == EQ_EXPR;
			t = unlikely_argument(inner);
			continue;
		}
		break;
	}
	if (TREE_CODE(t) != CALL_EXPR || call_expr_nargs(t) != 1 ||
	    strip(CALL_EXPR_ARG(t, 0)) != var)
		return -1;
	tree fn = get_callee_fndecl(t);
	if (!fn || !DECL_NAME(fn) || (!id_equal(DECL_NAME(fn), "IS_ERR") &&
				      !id_equal(DECL_NAME(fn), "IS_ERR_OR_NULL")))
		return -1;
	return negated ? 1 : 0;
}

/* Token @i is what the whole of "return @i;" or "... = @i;" ends with. */
bool ends_with(const code &c, const stmt *s, const std::string &name)
{
	return s->last >= s->first + 2 && c.src->names(s->last - 1, name);
}

} /* namespace */

bool is_free_function(const std::string &word)
{
	return std::any_of(std::begin(kinds), std::end(kinds),
			   [&](const auto &k) { return word == k.function; });
}

/* Whether the variable is used where its new declaration is not seen. */
bool plan::used_outside(const resource &r) const
{
	const source_text &t = *c.src;

	for (int i = c.root()->first; i < c.root()->last; i++) {
		if (!t.names(i, r.object) || i == r.var->token)
			continue;
		if (i < r.acquire->first || i > r.scope_last)
			return true;
	}
	return false;
}

/*
 * Where ownership is passed on: "return v;", "return &v->part;", or a store of
 * v after which nothing of the function uses it.
 */
void plan::mark_moves(resource &r)
{
	const source_text &t = *c.src;

	r.moves.clear();
	for (int id = 0; id < c.count(); id++) {
		stmt *s = c[id];

		if (!r.held[id] || !r.in_scope(s))
			continue;
		if (s->kind == stmt::RETURN) {
			bool whole = s->last == s->first + 2 && ends_with(c, s, r.object);
			bool part = t.is(s->first + 1, "&") && t.is(s->first + 3, "->") &&
				    t.names(s->first + 2, r.object);

			if (whole || part)
				r.moves.push_back(s);
			continue;
		}
		if (s->kind != stmt::EXPR || !ends_with(c, s, r.object) ||
		    !t.is(s->last - 2, "=") || !f.of(s).writes)
			continue;

		std::vector<int> work(c.succ[id]);
		std::set<int> seen;
		bool last = true;
		while (!work.empty() && last) {
			int next = work.back();

			work.pop_back();
			if (next == c.exit() || !seen.insert(next).second)
				continue;
			for (const use &u : r.var->uses)
				last &= u.where->id != next;
			work.insert(work.end(), c.succ[next].begin(), c.succ[next].end());
		}
		if (last)
			r.moves.push_back(s);
	}
}

/* Follows the memory along every path.  Return: why it cannot be owned. */
const char *plan::track_memory(resource &r)
{
	std::vector<unsigned> in;
	auto any = [](const std::vector<stmt *> &list, const stmt *s) {
		return std::find(list.begin(), list.end(), s) != list.end();
	};
	auto follow = [&] {
		in = solve(c, UNSET, [&](int id, int which, unsigned state) -> unsigned {
			const stmt *s = c[id];

			if (s == r.acquire)
				return LIVE;
			if (any(r.releases, s))
				return FREED;
			if (any(r.moves, s))
				return MOVED;
			if (s->kind == stmt::IF && state & LIVE &&
			    branch_without(f.of(s).condition, r.var->decl) == which)
				return (state & ~LIVE) | NOTHING;
			return state;
		});
		r.held.assign(c.count() + 1, false);
		for (int id = 0; id < c.count(); id++)
			r.held[id] = (in[id] & LIVE && !any(r.releases, c[id]) &&
				      !any(r.moves, c[id])) || c[id] == r.acquire;
	};

	r.scope_first = r.acquire->last + 1;
	r.scope_last = scope_end(r);
	if (used_outside(r))
		return "variable used outside the block of the allocation";

	r.moves.clear();
	follow();
	if (check_leaving(r)) {
		/* A path that keeps the memory: does it pass it on? */
		for (int id = 0; id < c.count(); id++)
			r.held[id] = r.held[id] && in[id] & LIVE;
		mark_moves(r);
		follow();
	}
	for (int id = 0; id < c.count(); id++) {
		bool used = false;

		for (const use &u : r.var->uses)
			used |= u.where == c[id] && u.kind == use::READ;
		if (any(r.releases, c[id]) && in[id] & (FREED | MOVED))
			return "freed on a path that does not own it";
		if (used && in[id] & (FREED | MOVED) && c[id] != r.acquire)
			return "used after the free";
	}
	if (check_leaving(r))
		return "ownership passes to a call";
	if (any(r.moves, r.acquire))
		return "allocation and store in one statement";
	return NULL;
}

void plan::find_owner(variable &v)
{
	std::vector<stmt *> allocations, releases;
	const free_kind *kind = NULL;
	std::string object;
	bool reassigned = false, odd = false;
	std::string function;
	tree value;

	if (!v.declared || v.token < 0 || !POINTER_TYPE_P(TREE_TYPE(v.decl)))
		return;
	for (int id = 0; id < c.count(); id++) {
		const free_kind *k = frees(c, c[id], object);

		if (!k || object != v.name)
			continue;
		odd |= kind && k != kind;
		kind = k;
		releases.push_back(c[id]);
	}
	if (releases.empty())
		return;
	for (const use &u : v.uses) {
		if (u.kind != use::WRITE)
			continue;
		bool initial = u.where == v.declared;
		bool known = initial || f.assigned(u.where, &value) == &v;
		int equals = initial ? v.token + 1 : u.where->first + 1;

		if (initial)
			value = DECL_INITIAL(v.decl);
		function = known ? called_after(*c.src, equals) : "";
		if (allocates(function))
			allocations.push_back(u.where);
		else
			reassigned |= !initial || !integer_zerop(strip(value));
	}
	if (allocations.empty())
		return;		/* what is freed came from elsewhere */

	resources.push_back(std::make_unique<resource>());
	resource &r = *resources.back();
	r.kind = resource::MEMORY;
	r.acquire = allocations[0];
	r.releases = releases;
	r.name = kind->cleanup;
	r.object = v.name;
	r.var = &v;
	r.reason = odd				? "freed by different functions" :
		   allocations.size() > 1	? "allocated at several places" :
		   reassigned			? "variable set to something else" :
		   v.address_taken()		? "address of the variable taken" :
		   !v.unique			? "two variables of this name" :
		   c.conditional_word(v.name)	? "used under a preprocessor condition" :
		   !r.acquire->in_block()	? "allocated under a condition" :
		   !declared("__free_" + r.name) ? "no __free() of this kind in this kernel" :
		   "";
	if (*r.reason)
		r.mode = resource::LEFT;
}

/* Whether the function returns what it has allocated. */
bool plan::returns_memory()
{
	for (int id = 0; id < c.count(); id++) {
		const stmt *s = c[id];
		variable *v = s->kind == stmt::RETURN && s->last == s->first + 2 ?
			      f.find((*c.src)[s->first + 1].text) : NULL;

		for (const use &u : v ? v->uses : std::vector<use>()) {
			bool initial = u.where == v->declared;

			if (u.kind == use::WRITE &&
			    allocates(called_after(*c.src, initial ? v->token + 1 :
								     u.where->first + 1)))
				return true;
		}
	}
	return false;
}

void plan::find_memory()
{
	for (auto &entry : f.variables)
		find_owner(entry.second);
	if (returns_memory())
		local_allocators.insert(
			IDENTIFIER_POINTER(DECL_NAME(current_function_decl)));
}

/* "struct foo *": the declaration's words and the stars before the name. */
static std::string type_text(const code &c, const variable &v)
{
	const source_text &t = *c.src;
	int i = v.declared->first;
	std::string type, stars;

	for (; t[i].kind == token::WORD && !t.is(i + 1, ",") && !t.is(i + 1, "=") &&
	       !t.is(i + 1, ";"); i++)
		type += t[i].text + " ";
	for (i = v.token - 1; t.is(i, "*"); i--)
		stars += "*";
	return type + stars;
}

void plan::edit_memory(const resource &r)
{
	std::string name = r.object + " __free(" + r.name + ")";

	if (r.acquire == r.var->declared) {
		edits.push_back({ "free", r.var->token, name });
	} else {
		edits.push_back({ "declare", r.acquire->first,
				  type_text(c, *r.var) + name });
		declarations.push_back({ "unused", r.object });
	}
	for (const stmt *s : r.moves) {
		if (s->kind == stmt::EXPR)
			edits.push_back({ "no_free_ptr", s->last - 1, "" });
		else if (s->last == s->first + 2)
			edits.push_back({ "return_ptr", s->first, "" });
		else
			edits.push_back({ "no_free_ptr", s->first + 2, "" });
	}
}

} /* namespace safe::sites */
