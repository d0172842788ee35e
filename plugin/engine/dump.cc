// SPDX-License-Identifier: GPL-2.0
/*
 * Prints summaries for -fdump-ipa-all and, for -fdump-ipa-all-details, the
 * states in which blocks are entered.
 */
#include "machine.h"

namespace safe {

static void print_range(FILE *out, const range &r)
{
	for (unsigned int i = 0; i < r.intervals(); i++) {
		int64_t lo = r.lower(i), hi = r.upper(i);

		if (lo == hi)
			fprintf(out, " %ld", (long)lo);
		else
			fprintf(out, " %s..%s",
				lo == range::MIN ? "" : std::to_string(lo).c_str(),
				hi == range::MAX ? "" : std::to_string(hi).c_str());
	}
}

static void print_value(FILE *out, const value &v)
{
	switch (v.kind) {
	case value::UNKNOWN:
		fprintf(out, "?");
		break;
	case value::CONST:
		fprintf(out, "%ld", (long)v.num);
		break;
	case value::UNINIT:
		fprintf(out, "uninit");
		break;
	case value::SYM:
		fprintf(out, "s%d", v.sym);
		if (v.num == SOMEWHERE)
			fprintf(out, "+?");
		else if (v.num)
			fprintf(out, "%+ld", (long)v.num);
	}
}

static void print_symbol(FILE *out, const symbol &s)
{
	static const char *const origins[] = {
		"none", "param", "decl", "loaded", "returned", "set", "callee", "expr",
		"name", "joined",
	};

	fprintf(out, "%s%s", origins[s.origin], s.generation ? " (earlier)" : "");
	if (s.origin == symbol::EXPR) {
		fprintf(out, " %s ", get_tree_code_name(s.code));
		print_value(out, s.x);
		fprintf(out, ", ");
		print_value(out, s.y);
		return;
	}
	if (s.node) {
		fprintf(out, " ");
		print_generic_expr(out, s.node);
	}
	if (s.a || s.num)
		fprintf(out, " s%d:%ld", s.a, (long)s.num);
	if (s.stmt) {
		fprintf(out, " ");
		print_gimple_stmt(out, const_cast<gimple *>(s.stmt), 0);
	}
}

/* All that @s says, with the symbols of @table. */
void dump_state(FILE *out, const state &s, const symbol_table &table)
{
	std::set<sym_id> used;
	auto print = [&](const value &v) {
		if (v.is_sym())
			used.insert(v.sym);
		print_value(out, v);
	};

	fprintf(out, "  returns ");
	print(s.returned);
	for (const name_value &n : s.names) {
		fprintf(out, "\n  _%u = ", n.name);
		print(n.v);
	}
	for (const cell &c : s.cells) {
		fprintf(out, "\n  [s%d:%ld+%ld]%s = ", c.base, (long)c.offset, (long)c.size,
			c.written ? " written" : "");
		used.insert(c.base);
		print(c.content);
	}
	for (const typestate &t : s.states) {
		fprintf(out, "\n  s%d is %s %d", t.sym, rules()[t.rule]->name, t.state);
		used.insert(t.sym);
	}
	for (const effect &e : s.effects) {
		fprintf(out, "\n  act %d on s%d%s", e.act, e.sym, e.maybe ? " maybe" : "");
		used.insert(e.sym);
	}
	for (const sym_fact &f : s.facts) {
		fprintf(out, "\n  s%d%s%s:", f.sym, f.is_private ? " private" : "",
			f.zeroed ? " zeroed" : "");
		print_range(out, f.r);
		used.insert(f.sym);
	}
	fprintf(out, "\n");
	for (sym_id u : used) {
		fprintf(out, "    s%d: ", u);
		print_symbol(out, table[u]);
		fprintf(out, "\n");
	}
}

void dump_summary(FILE *out, const summary &sum)
{
	for (size_t i = 0; i < sum.outcomes.size(); i++) {
		fprintf(out, "%s: outcome %zu\n", IDENTIFIER_POINTER(DECL_NAME(sum.fndecl)), i);
		dump_state(out, sum.outcomes[i], sum.symbols);
	}
}

} /* namespace safe */
