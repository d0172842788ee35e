// SPDX-License-Identifier: GPL-2.0
/*
 * Rule "bounds": indices and lengths that exceed what they are for.
 *
 * Arrays have a size that the compiler knows.  A test that lets one too many through,
 * or allows for another array's size, is a mistake whatever the index is; an index that
 * a device or a file sent, and that nobody tests, is one as far as the sender is.
 */
#include "../engine/rule.h"
#include "limits.h"
#include "format.h"
#include "../location.h"

namespace safe {

using namespace code;

namespace {

class bounds_rule : public stateless_rule {
public:
	bounds_rule() : stateless_rule("bounds") { }

	void look_at(function *fn) override;
};

/* Looks at one function. */
class looker {
public:
	explicit looker(function *fn) : fn(fn), known(fn) { }
	void look();

private:
	void reference(tree ref, const gimple *stmt);
	void element(tree ref, const gimple *stmt);
	bool before_start(tree index);
	void call(const gcall *stmt);
	void copy(const gcall *stmt, unsigned int to, unsigned int size);
	void bounded_print(const gcall *stmt, unsigned int size);
	void string(const gcall *stmt);
	void scaled(const gcall *stmt, unsigned int pointer, unsigned int size);
	void compared(const gimple *stmt, tree_code code, tree x, tree y);
	bool underflows(tree op, tree other, const gimple *stmt);
	void say(const char *id, const gimple *stmt, const std::string &text,
		 bool likely);

	function *fn;
	limits known;
};

/* The number of elements, or 0: not known, or the array goes on behind its end. */
int64_t elements(tree array)
{
	tree type = TREE_TYPE(array), domain = TYPE_DOMAIN(type);
	tree last = domain ? TYPE_MAX_VALUE(domain) : NULL_TREE;

	if (TREE_CODE(type) != ARRAY_TYPE || !last || !tree_fits_shwi_p(last))
		return 0;

	int64_t n = tree_to_shwi(last) + 1;

	/* Old style: "u8 data[1];" at the end is a beginning. */
	if (n <= 1 && TREE_CODE(array) == COMPONENT_REF &&
	    !DECL_CHAIN(TREE_OPERAND(array, 1)))
		return 0;
	return n > 0 ? n : 0;
}

std::string named(tree expr, const char *otherwise)
{
	std::string name = name_of(origin(expr));

	if (name.empty())
		name = name_of(expr);
	return name.empty() ? otherwise : "'" + name + "'";
}

void looker::say(const char *id, const gimple *stmt, const std::string &text, bool likely)
{
	report(fn, id, stmt, text, likely);
}

/* Typedefs for what has another byte order are for what comes from outside. */
bool is_foreign_type(const_tree type)
{
	tree name = TYPE_NAME(type);
	const char *text = name && TREE_CODE(name) == TYPE_DECL && DECL_NAME(name) ?
			   IDENTIFIER_POINTER(DECL_NAME(name)) : "";

	return is_one_of(text, { "__le16", "__le32", "__le64",
				 "__be16", "__be32", "__be64" });
}

bool is_register_read(const char *name)
{
	return is_one_of(name, { "readl", "readw", "readb", "ioread32", "ioread16", "ioread8",
				 "inb", "inw", "inl", "__raw_readl" });
}

bool is_swap(const char *name)
{
	return is_one_of(name, { "__fswab16", "__fswab32", "__fswab64", "__swab16p",
				 "__swab32p", "bswap16", "bswap32", "bswap64" });
}

/* Whether @call, which is given what @ref contains, may test it. */
bool may_test(const gcall *call, tree ref)
{
	/* What a fortified memcpy() tests is not for the user to rely on. */
	if (any_macro(gimple_location(call), [](const char *name) {
		return is_one_of(name, { "memcpy", "memmove", "memset" });
	}) || gimple_call_internal_p(call) || gimple_call_builtin_p(call))
		return false;
	for (unsigned int n = 0; n < gimple_call_num_args(call); n++) {
		tree op = origin(gimple_call_arg(call, n));
		gimple *def = TREE_CODE(op) == SSA_NAME ? SSA_NAME_DEF_STMT(op) : NULL;

		if (def && gimple_assign_load_p(def) &&
		    operand_equal_p(gimple_assign_rhs1(def), ref))
			return true;
	}
	return false;
}

/* Whether @fn fills the variable that @ref is in from user space, and tests nothing. */
bool is_from_user(function *fn, tree ref)
{
	tree variable = get_base_address(ref);
	bool filled = false;
	basic_block bb;

	if (!variable || !VAR_P(variable) || is_global_var(variable))
		return false;
	FOR_EACH_BB_FN(bb, fn)
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			const gcall *call = dyn_cast<gcall *>(gsi_stmt(i));

			if (!call)
				continue;
			if (may_test(call, ref))
				return false;
			if (gimple_call_num_args(call) != 3 ||
			    !is_one_of(callee(call), { "copy_from_user", "__copy_from_user" }))
				continue;

			tree to = origin(gimple_call_arg(call, 0));

			filled |= TREE_CODE(to) == ADDR_EXPR &&
				  get_base_address(TREE_OPERAND(to, 0)) == variable;
		}
	return filled;
}

/*
 * Whether @op comes from a device, a file, a packet or user space, as it came; @from
 * says so.
 */
bool is_foreign(function *fn, tree op, std::string *from)
{
	for (int i = 0; i < 12; i++) {
		op = origin(op);
		if (TREE_CODE(op) != SSA_NAME)
			return false;

		gimple *def = SSA_NAME_DEF_STMT(op);

		if (const gcall *call = dyn_cast<gcall *>(def)) {
			const char *name = callee(call);

			if (is_register_read(name)) {
				*from = std::string("read with '") + name + "'";
				return true;
			}
			if (!is_swap(name) || !gimple_call_num_args(call))
				return false;
			op = gimple_call_arg(call, 0);
			continue;
		}
		if (gimple_assign_load_p(def)) {
			tree ref = gimple_assign_rhs1(def);

			if (TREE_CODE(ref) != COMPONENT_REF)
				return false;
			if (is_from_user(fn, ref))
				*from = "as user space gave it";
			else if (is_foreign_type(TREE_TYPE(TREE_OPERAND(ref, 1))))
				*from = "as it was received";
			return !from->empty();
		}
		if (!is_gimple_assign(def) ||
		    (!gimple_assign_cast_p(def) && !gimple_assign_single_p(def)))
			return false;
		op = gimple_assign_rhs1(def);
	}
	return false;
}

/* "x" of the index "x - 2". */
static tree index_base(tree index)
{
	tree op = origin(index);
	gimple *def = TREE_CODE(op) == SSA_NAME ? SSA_NAME_DEF_STMT(op) : NULL;
	int64_t c;

	return def && is_gimple_assign(def) && gimple_assign_rhs_code(def) == PLUS_EXPR &&
	       added(gimple_assign_rhs2(def), &c) && c <= -2 && c > -256 ?
	       gimple_assign_rhs1(def) : NULL_TREE;
}

/* An index of which only 0 was excluded, and from which more than 1 is subtracted. */
bool looker::before_start(tree index)
{
	tree x = index_base(index);
	bool tested = false;

	if (!x || !TYPE_UNSIGNED(TREE_TYPE(x)))
		return false;

	tree from = origin(x);

	if (TREE_CODE(from) != SSA_NAME || !gimple_assign_load_p(SSA_NAME_DEF_STMT(from)))
		return false;
	for (const comparison &c : known.comparisons())
		tested |= known.same(c.x, x) && integer_zerop(c.y);
	return tested && !known.is_compared(x);
}

void looker::element(tree ref, const gimple *stmt)
{
	tree index = TREE_OPERAND(ref, 1), array = TREE_OPERAND(ref, 0);
	int64_t n = elements(array);

	if (TREE_CODE(index) != SSA_NAME || !is_users(stmt))
		return;
	if (before_start(index))
		return say("SAFE_E_UNDERFLOW", stmt,
			   named(index_base(index), "the index") + " is tested for 0 only, "
			   "but more than 1 is subtracted from it: test that it is large "
			   "enough", true);
	if (!n)
		return;

	limit l = known.at(index, stmt);
	std::string name = named(index, "the index"), of = named(array, "the array");
	std::string from;

	if (l.other)
		return;
	if (l.known() && l.test && l.most == n) {
		say("SAFE_E_INDEX", stmt, name + " may be " + std::to_string(n) +
		    " here, but " + of + " has " + std::to_string(n) + " elements, the last "
		    "of them " + std::to_string(n - 1) + ": the test lets one too many "
		    /* A list in the middle of an expression is of what there may be. */
		    "through", of == "the array");
		return;
	}
	if (l.known() && l.test && l.most > n && l.most < INT32_MAX) {
		say("SAFE_E_INDEX", stmt, name + " may be up to " +
		    std::to_string(l.most) + " here, but " + of + " has only " +
		    std::to_string(n) + " elements: test it against ARRAY_SIZE() of this "
		    "array", true);
		return;
	}
	if (l.most >= n && is_foreign(fn, index, &from) && !known.is_compared(index))
		say("SAFE_E_INDEX", stmt, name + " is used as an index " + from + ", but " +
		    of + " has only " + std::to_string(n) + " elements: test it first",
		    true);
}

void looker::reference(tree ref, const gimple *stmt)
{
	while (handled_component_p(ref)) {
		if (TREE_CODE(ref) == ARRAY_REF)
			element(ref, stmt);
		ref = TREE_OPERAND(ref, 0);
	}
}

/* The array that the pointer @op is the start of, and its size in bytes. */
tree buffer_at(tree op, int64_t *size)
{
	op = origin(op);
	if (TREE_CODE(op) != ADDR_EXPR)
		return NULL_TREE;

	tree target = TREE_OPERAND(op, 0);

	if (TREE_CODE(target) == ARRAY_REF && integer_zerop(TREE_OPERAND(target, 1)))
		target = TREE_OPERAND(target, 0);
	if (TREE_CODE(TREE_TYPE(target)) != ARRAY_TYPE || elements(target) <= 1)
		return NULL_TREE;
	*size = size_of(TREE_TYPE(target));
	return *size > 0 ? target : NULL_TREE;
}

/* memcpy() and its like into an array. */
void looker::copy(const gcall *stmt, unsigned int to, unsigned int size)
{
	tree n = gimple_call_arg(stmt, size);
	int64_t room, c;
	tree buffer = buffer_at(gimple_call_arg(stmt, to), &room);
	std::string from;

	if (!buffer || constant(n, &c))
		return;

	limit l = known.at(n, stmt);
	std::string name = named(n, "the length"), of = named(buffer, "the buffer");
	std::string only = ", but " + of + " has only " + std::to_string(room) + " bytes";
	tree whose = origin(n);

	if (l.other)
		return;
	if (l.known() && l.test && l.most > room && l.most < INT32_MAX)
		say("SAFE_E_LENGTH", stmt, name + " may be up to " +
		    std::to_string(l.most) + " here" + only, false);
	else if (l.most > room && is_foreign(fn, n, &from) && !known.is_compared(n))
		say("SAFE_E_LENGTH", stmt, name + " says how much is copied, " + from + only +
		    ": test it first", true);
	else if (!l.known() && strstr(callee(stmt), "from_user") && !known.is_compared(n) &&
		 TREE_CODE(whose) == SSA_NAME && SSA_NAME_IS_DEFAULT_DEF(whose))
		say("SAFE_E_LENGTH", stmt, name + " says how much is copied from user space" +
		    only + ": test it first", true);
}

/* snprintf() and its like, which are told a size. */
void looker::bounded_print(const gcall *stmt, unsigned int size)
{
	int64_t room, c;
	tree buffer = buffer_at(gimple_call_arg(stmt, 0), &room);

	if (buffer && constant(gimple_call_arg(stmt, size), &c) && c > room)
		say("SAFE_E_LENGTH", stmt, "'" + std::string(callee(stmt)) +
		    "' is told of " + std::to_string(c) + " bytes, but " +
		    named(buffer, "the buffer") + " has only " + std::to_string(room), false);
}

/* sprintf() and strcpy(), which are told nothing. */
void looker::string(const gcall *stmt)
{
	int64_t room;
	tree buffer = buffer_at(gimple_call_arg(stmt, 0), &room), source;

	if (!buffer)
		return;
	source = unbounded_string(stmt);

	bool prints = !strcmp(callee(stmt), "sprintf");

	if (source)
		say("SAFE_E_LENGTH", stmt, "'" + std::string(callee(stmt)) + "' copies " +
		    named(source, "a string") + ", however long it is, but " +
		    named(buffer, "the buffer") + " has only " + std::to_string(room) +
		    " bytes: use " + (prints ? "snprintf()" : "strscpy()"), true);
}

/* memset(&p[HEADER], 0, size - HEADER), where p does not count in bytes. */
void looker::scaled(const gcall *stmt, unsigned int pointer, unsigned int size)
{
	tree n = origin(gimple_call_arg(stmt, size));
	tree start = origin(gimple_call_arg(stmt, pointer));
	int64_t subtracted, distance;
	spot s;

	if (TREE_CODE(n) != SSA_NAME || !points_to(start, &s) || s.offset <= 0)
		return;

	gimple *def = SSA_NAME_DEF_STMT(n);

	if (!is_gimple_assign(def) || gimple_assign_rhs_code(def) != PLUS_EXPR ||
	    !added(gimple_assign_rhs2(def), &subtracted) || subtracted > -2)
		return;
	distance = s.offset;

	tree type = TREE_TYPE(s.base);
	int64_t one = POINTER_TYPE_P(type) && !VOID_TYPE_P(TREE_TYPE(type)) ?
		      size_of(TREE_TYPE(type)) : -1;

	if (one > 1 && distance == -subtracted * one)
		say("SAFE_E_SCALED", stmt, named(s.base, "the pointer") +
		    " counts in elements of " + std::to_string(one) +
		    " bytes: this begins at byte " +
		    std::to_string(distance) + ", and the length allows for " +
		    std::to_string(-subtracted) + "; cast it to 'u8 *' first", false);
}

/* Whether @op is "b - c" of unsigned numbers, c a constant that b may be less than. */
bool looker::underflows(tree op, tree other, const gimple *stmt)
{
	op = origin(op);
	if (TREE_CODE(op) != SSA_NAME || !TYPE_UNSIGNED(TREE_TYPE(op)))
		return false;

	gimple *def = SSA_NAME_DEF_STMT(op);

	if (!is_gimple_assign(def) || !is_users(def))
		return false;

	tree_code code = gimple_assign_rhs_code(def);

	tree b = gimple_assign_rhs1(def), c = gimple_assign_rhs2(def);
	int64_t n;

	/* "size - sizeof(x)"; one or two less is another idiom. */
	if (code != PLUS_EXPR || !added(c, &n) || n > -4 || n < -4096)
		return false;

	expanded_location where = user_place(gimple_location(def));

	/* The size of something, that is: other limits are known to be large enough. */
	if (source_line(where.file, where.line).find("sizeof") == std::string::npos)
		return false;
	if (!INTEGRAL_TYPE_P(TREE_TYPE(b)) || TYPE_PRECISION(TREE_TYPE(op)) < 32)
		return false;

	tree from = origin(b);
	bool outside = TREE_CODE(from) == SSA_NAME &&
		       (SSA_NAME_IS_DEFAULT_DEF(from) ||
			gimple_assign_load_p(SSA_NAME_DEF_STMT(from)));

	if (!outside || known.same(b, other))
		return false;
	for (const comparison &o : known.comparisons())
		if (o.stmt != stmt && (known.same(o.x, b) || known.same(o.y, b)))
			return false;
	return true;
}

/* Whether the function is left at once if @stmt, a condition, is true. */
static bool leaves(const gimple *stmt)
{
	edge_iterator ei;
	edge e;

	/* As WARN_ON() has it: the test comes later. */
	if (gimple_code(stmt) != GIMPLE_COND)
		return true;
	FOR_EACH_EDGE(e, ei, gimple_bb(stmt)->succs) {
		basic_block bb = e->dest;

		if (!(e->flags & EDGE_TRUE_VALUE))
			continue;
		for (int steps = 0; steps < 8 && bb->index != EXIT_BLOCK; steps++) {
			if (!single_succ_p(bb))
				return false;
			bb = single_succ(bb);
		}
		return bb->index == EXIT_BLOCK;
	}
	return false;
}

/* "if (x > size - sizeof(y)) return -EINVAL;" */
void looker::compared(const gimple *stmt, tree_code code, tree x, tree y)
{
	int64_t c;

	if (!is_users(stmt) || !INTEGRAL_TYPE_P(TREE_TYPE(x)) ||
	    !TYPE_UNSIGNED(TREE_TYPE(x)))
		return;
	if (code == LT_EXPR || code == LE_EXPR) {
		code = swap_tree_comparison(code);
		std::swap(x, y);
	}
	if ((code == GT_EXPR || code == GE_EXPR) && !constant(x, &c) &&
	    underflows(y, x, stmt) && leaves(stmt))
		say("SAFE_E_UNDERFLOW", stmt, "this subtraction of unsigned numbers is huge "
		    "if the first is the smaller one, and then the test means nothing: add "
		    "on the other side instead", true);
}

void looker::call(const gcall *stmt)
{
	const char *name = callee(stmt);
	unsigned int n = gimple_call_num_args(stmt);

	if (!is_users(stmt))
		return;
	if (n >= 3 && is_one_of(name, { "memcpy", "memmove", "memset", "copy_from_user",
					"__copy_from_user", "memcpy_fromio" })) {
		copy(stmt, 0, 2);
		scaled(stmt, 0, 2);
		if (strcmp(name, "memset"))
			scaled(stmt, 1, 2);
	} else if (n >= 2 && is_one_of(name, { "snprintf", "scnprintf", "vsnprintf" })) {
		bounded_print(stmt, 1);
	} else if (n >= 3 &&
		   is_one_of(name, { "strscpy", "strlcpy", "strlcat", "strncpy" })) {
		bounded_print(stmt, 2);
	} else if (n >= 2 && is_one_of(name, { "sprintf", "strcpy", "strcat" })) {
		string(stmt);
	}
}

void looker::look()
{
	basic_block bb;

	FOR_EACH_BB_FN(bb, fn) {
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			gimple *stmt = gsi_stmt(i);

			if (const gcall *c = dyn_cast<gcall *>(stmt)) {
				call(c);
			} else if (const gcond *cond = dyn_cast<gcond *>(stmt)) {
				compared(stmt, gimple_cond_code(cond), gimple_cond_lhs(cond),
					 gimple_cond_rhs(cond));
			} else if (const gassign *a = dyn_cast<gassign *>(stmt)) {
				tree_code code = gimple_assign_rhs_code(a);

				if (gimple_store_p(a))
					reference(gimple_assign_lhs(a), a);
				else if (gimple_assign_load_p(a))
					reference(gimple_assign_rhs1(a), a);
				else if (TREE_CODE_CLASS(code) == tcc_comparison)
					compared(a, code, gimple_assign_rhs1(a),
						 gimple_assign_rhs2(a));
			}
		}
	}
}

void bounds_rule::look_at(function *fn)
{
	push_cfun(fn);
	looker(fn).look();
	pop_cfun();
}

rule_entry entry(new bounds_rule);

} /* namespace */

} /* namespace safe */
