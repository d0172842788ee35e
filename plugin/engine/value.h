/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the engine calculates with: values, and the symbols they are made of.
 *
 * A symbol is one unknown number or pointer: an argument, what a call returned,
 * the address of a variable.  A value is a constant, or a symbol (for a pointer
 * with a distance in bytes, so that &p->member still is p), or nothing that is
 * known.  Symbols are interned by where they come from: two paths that meet
 * agree on their names.
 */
#ifndef SAFE_ENGINE_VALUE_H
#define SAFE_ENGINE_VALUE_H

#include "gcc-compat.h"
#include "contract.h"

namespace safe {

typedef int sym_id;	/* index into a symbol table; 0 is no symbol */

/* A pointer somewhere into an object. */
static const int64_t SOMEWHERE = INT64_MIN;

struct value {
	enum kind : uint8_t { UNKNOWN, CONST, SYM, UNINIT } kind = UNKNOWN;
	sym_id sym = 0;
	int64_t num = 0;	/* the constant, or the distance, or why it is not set */

	static value constant(int64_t v) { return { CONST, 0, v }; }
	static value of(sym_id s, int64_t distance = 0) { return { SYM, s, distance }; }
	/*
	 * @why: the block where others that are set came to it; negative: where a loop or
	 * a switch was left that may have set it.
	 */
	static value uninit(int64_t why = 0) { return { UNINIT, 0, why }; }

	bool known() const { return kind != UNKNOWN; }
	bool is_sym() const { return kind == SYM; }
	/* Something can be computed from it. */
	bool usable() const { return known() && kind != UNINIT; }
	bool is_const(int64_t v) const { return kind == CONST && num == v; }
	bool operator==(const value &o) const
	{
		return kind == o.kind && sym == o.sym && num == o.num;
	}
	bool operator!=(const value &o) const { return !(*this == o); }
	size_t hash() const { return (kind * 31 + sym) * 1000003 + num; }

	value() { }
	value(enum kind k, sym_id s, int64_t v) : kind(k), sym(s), num(v) { }
};

struct symbol {
	enum origin : uint8_t {
		NONE,
		PARAM,		/* the argument number @num */
		DECL,		/* the address of the variable @tree */
		LOADED,		/* what stood at @a + @num bits at first */
		RETURNED,	/* by the call @stmt; @a lent it if it is borrowed */
		SET,		/* by the call @stmt, through its argument @num */
		CALLEE,		/* by the call @stmt, there symbol @num */
		EXPR,		/* @code of @x and @y */
		NAME,		/* the SSA name @tree, of unknown value */
		JOINED,		/* the SSA name @tree where paths met */
	} origin = NONE;
	uint8_t generation = 0;	/* 1: from an earlier round of a loop */
	tree_code code = ERROR_MARK;
	tree type = NULL_TREE;
	tree node = NULL_TREE;
	const gimple *stmt = NULL;
	sym_id a = 0;
	int64_t num = 0;
	value x, y;
	const contract *from = NULL;	/* of the function that returned it */
	bool lasting = false;	/* an EXPR that is computed more than once */

	bool same(const symbol &o) const
	{
		return origin == o.origin && generation == o.generation &&
		       code == o.code && type == o.type && node == o.node &&
		       stmt == o.stmt && a == o.a && num == o.num && x == o.x &&
		       y == o.y;
	}
};

/* All symbols of one function's analysis. */
class symbol_table {
public:
	symbol_table() : all(1) { }

	sym_id intern(const symbol &s);
	/* The same symbol one round of the loop ago; 0 when that is one too. */
	sym_id earlier(sym_id s);
	const symbol &operator[](sym_id s) const { return all[s]; }
	void set_lasting(sym_id s) { all[s].lasting = true; }
	size_t size() const { return all.size(); }

private:
	std::vector<symbol> all;
	std::unordered_multimap<size_t, sym_id> index;
};

} /* namespace safe */

#endif /* SAFE_ENGINE_VALUE_H */
