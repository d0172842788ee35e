// SPDX-License-Identifier: GPL-2.0
/*
 * Rule "user": memory of user space is copied, once, and never touched directly; and
 * what goes there was set before.
 *
 * The compiler has no address spaces.  A pointer is one to user space because it was
 * given to copy_from_user() or its like, or because it is the argument of a file
 * operation that gets one.
 */
#include "../engine/rule.h"
#include "fill.h"
#include "info_leak.h"
#include "limits.h"

namespace safe {

using namespace code;

namespace {

class user_rule : public stateless_rule {
public:
	user_rule() : stateless_rule("user") { }

	void look_at(function *fn) override;
};

/* One access to user space. */
struct access {
	const gimple *stmt;
	spot from;		/* in user space */
	int64_t size;		/* -1: not known */
	tree to = NULL_TREE;	/* where it is copied to, or the name it is assigned to */
	bool read = true;
	tree length = NULL_TREE;
};

/* An argument that points to user space, of a function of this file. */
typedef std::pair<tree, unsigned int> argument;

class looker {
public:
	explicit looker(function *fn) : fn(fn), known(fn) { }
	void look();

private:
	void collect();
	void note_call(const gcall *call);
	void note_asm(const gasm *code);
	void note_arguments();
	void reference(tree ref, const gimple *stmt);
	void touched(const gimple *stmt, tree pointer);
	bool is_user_pointer(tree base, const gimple *stmt, std::string *why) const;
	bool came_from_user(tree pointer) const;
	void fetched_twice(const access &first, const access &second);
	bool is_relied_on(const access &first, const access &second);

	function *fn;
	limits known;
	std::vector<access> accesses;
	std::vector<tree> arguments;	/* names of arguments that point to user space */
};

/* Functions that access user space: the user's pointer, the kernel's, the size. */
const struct {
	const char *name;
	int user, kernel, size;
	bool read;
} copies[] = {
	{ "copy_from_user", 1, 0, 2, true }, { "__copy_from_user", 1, 0, 2, true },
	{ "_copy_from_user", 1, 0, 2, true }, { "__copy_from_user_inatomic", 1, 0, 2, true },
	{ "copy_to_user", 0, 1, 2, false }, { "__copy_to_user", 0, 1, 2, false },
	{ "_copy_to_user", 0, 1, 2, false }, { "clear_user", 0, -1, 1, false },
	{ "memdup_user", 0, -1, 1, true }, { "memdup_user_nul", 0, -1, 1, true },
	{ "strncpy_from_user", 1, 0, -1, true }, { "strndup_user", 0, -1, -1, true },
	{ "strnlen_user", 0, -1, -1, true },
};

void looker::note_call(const gcall *call)
{
	for (const auto &c : copies) {
		if (strcmp(c.name, callee(call)))
			continue;

		unsigned int n = gimple_call_num_args(call);
		access a;

		if ((int)n <= std::max(c.user, std::max(c.kernel, c.size)) ||
		    !points_to(gimple_call_arg(call, c.user), &a.from))
			return;
		a.stmt = call;
		a.size = -1;
		a.read = c.read;
		if (c.size >= 0) {
			a.length = gimple_call_arg(call, c.size);
			if (!constant(a.length, &a.size))
				a.size = -1;
		}
		if (c.kernel >= 0)
			a.to = gimple_call_arg(call, c.kernel);
		accesses.push_back(a);
		return;
	}
}

/* get_user() is assembly that calls a function which takes the pointer. */
void looker::note_asm(const gasm *code)
{
	if (!strstr(gimple_asm_string(code), "__get_user_"))
		return;
	for (unsigned int i = 0; i < gimple_asm_ninputs(code); i++) {
		tree op = TREE_VALUE(gimple_asm_input_op(code, i));
		access a;

		if (!POINTER_TYPE_P(TREE_TYPE(op)) || !points_to(op, &a.from))
			continue;
		a.stmt = code;
		a.size = size_of(TREE_TYPE(TREE_TYPE(op)));
		accesses.push_back(a);
		return;
	}
}

/* The arguments of @type's operations that point to user space. */
int user_argument(const char *type, const char *member)
{
	if (is_one_of(type, { "file_operations", "proc_ops" })) {
		if (is_one_of(member, { "read", "write", "proc_read", "proc_write" }))
			return 1;
		if (is_one_of(member, { "unlocked_ioctl", "compat_ioctl", "proc_ioctl" }))
			return 2;
	}
	return -1;
}

void find_in_initialiser(tree init, std::set<argument> *found)
{
	tree type = TYPE_MAIN_VARIANT(TREE_TYPE(init)), field, val;
	unsigned HOST_WIDE_INT i;

	if (TREE_CODE(init) != CONSTRUCTOR || TREE_CODE(type) != RECORD_TYPE ||
	    !TYPE_IDENTIFIER(type))
		return;
	FOR_EACH_CONSTRUCTOR_ELT(CONSTRUCTOR_ELTS(init), i, field, val) {
		if (!field || TREE_CODE(field) != FIELD_DECL || !DECL_NAME(field))
			continue;
		STRIP_NOPS(val);
		if (TREE_CODE(val) != ADDR_EXPR ||
		    TREE_CODE(TREE_OPERAND(val, 0)) != FUNCTION_DECL)
			continue;

		int n = user_argument(IDENTIFIER_POINTER(TYPE_IDENTIFIER(type)),
				      IDENTIFIER_POINTER(DECL_NAME(field)));

		if (n >= 0)
			found->insert({ TREE_OPERAND(val, 0), n });
	}
}

/* All of this file. */
const std::set<argument> &user_arguments()
{
	static std::set<argument> all;
	static bool made;
	varpool_node *node;

	if (made)
		return all;
	made = true;
	FOR_EACH_VARIABLE(node)
		if (DECL_INITIAL(node->decl) && DECL_INITIAL(node->decl) != error_mark_node)
			find_in_initialiser(DECL_INITIAL(node->decl), &all);
	return all;
}

void looker::note_arguments()
{
	unsigned int i = 0;

	for (tree parm = DECL_ARGUMENTS(fn->decl); parm; parm = DECL_CHAIN(parm), i++) {
		tree name = user_arguments().count({ fn->decl, i }) && is_gimple_reg(parm) ?
			    ssa_default_def(fn, parm) : NULL_TREE;

		if (name)
			arguments.push_back(name);
	}
}

bool looker::is_user_pointer(tree base, const gimple *stmt, std::string *why) const
{
	if (std::find(arguments.begin(), arguments.end(), base) != arguments.end()) {
		*why = "is an argument from user space";
		return true;
	}
	basic_block made = gimple_bb(SSA_NAME_DEF_STMT(base));

	for (const access &a : accesses) {
		/*
		 * In the other branch it may be a pointer of the kernel's, and in another
		 * round of a loop it is another one.
		 */
		if (a.from.base != base || (!comes_after(fn, a.stmt, stmt, made) &&
					    !comes_after(fn, stmt, a.stmt, made)))
			continue;
		*why = "points to user space";
		if (const gcall *call = dyn_cast<const gcall *>(a.stmt))
			*why += ", as its use in '" + std::string(callee(call)) + "' says";
		return true;
	}
	return false;
}

/* Whether @pointer is a member of a local struct as user space has filled it. */
bool looker::came_from_user(tree pointer) const
{
	gimple *def = TREE_CODE(pointer) == SSA_NAME ? SSA_NAME_DEF_STMT(pointer) : NULL;
	basic_block bb;
	int64_t size;
	spot s;

	if (!def || !gimple_assign_load_p(def) ||
	    !refers_to(gimple_assign_rhs1(def), &s, &size) || !VAR_P(s.base) ||
	    is_global_var(s.base))
		return false;

	bool filled = false;

	for (const access &a : accesses) {
		spot to;

		filled |= a.read && a.to && a.size > 0 && points_to(a.to, &to) &&
			  to.base == s.base && to.offset <= s.offset &&
			  to.offset + a.size >= s.offset + size &&
			  comes_after(fn, a.stmt, def);
	}
	if (!filled)
		return false;
	/* The kernel may have put its own pointer there. */
	FOR_EACH_BB_FN(bb, fn) {
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			tree lhs = gimple_get_lhs(gsi_stmt(i));
			int64_t n;
			spot t;

			if (!lhs || TREE_CODE(lhs) == SSA_NAME || gimple_clobber_p(gsi_stmt(i)) ||
			    gimple_call_internal_p(gsi_stmt(i)))
				continue;
			if (refers_to(lhs, &t, &n) && t.base == s.base && t.offset < s.offset + size &&
			    (n < 0 || s.offset < t.offset + n))
				return false;
		}
	}
	return true;
}

/* @stmt reads or writes what @pointer points to. */
void looker::touched(const gimple *stmt, tree pointer)
{
	std::string why, name;
	spot s;

	if (!is_users(stmt) || !points_to(pointer, &s) || TREE_CODE(s.base) != SSA_NAME)
		return;
	name = name_of(s.base);
	name = name.empty() ? "the pointer" : "'" + name + "'";
	if (is_user_pointer(s.base, stmt, &why))
		report(fn, "SAFE_E_USER_DEREF", stmt, name + " is dereferenced, but it " + why +
		       ": copy what it points to with copy_from_user() or copy_to_user()",
		       false, s.base);
	else if (came_from_user(s.base))
		report(fn, "SAFE_E_USER_DEREF", stmt, name + " is dereferenced, but it was "
		       "read from user space, which may have put any address there: copy what "
		       "it points to with copy_from_user()", false, s.base);
}

void looker::reference(tree ref, const gimple *stmt)
{
	tree base = get_base_address(ref);

	if (base && TREE_CODE(base) == MEM_REF)
		touched(stmt, TREE_OPERAND(base, 0));
}

/* Whether what the first access has read is tested, or says how long the second is. */
bool looker::is_relied_on(const access &first, const access &second)
{
	spot to;

	auto is_from_first = [&](tree op) {
		int64_t size;
		spot s;

		op = origin(op);
		if (TREE_CODE(op) != SSA_NAME)
			return false;

		gimple *def = SSA_NAME_DEF_STMT(op);

		if (!gimple_assign_load_p(def) ||
		    !refers_to(gimple_assign_rhs1(def), &s, &size))
			return false;
		return first.to && points_to(first.to, &to) && s.base == to.base &&
		       s.offset >= to.offset && (first.size < 0 ||
						 s.offset + size <= to.offset + first.size) &&
		       !comes_after(fn, second.stmt, def);
	};

	if (second.length && is_from_first(second.length))
		return true;
	for (const comparison &c : known.comparisons())
		if ((is_from_first(c.x) || is_from_first(c.y)) &&
		    comes_after(fn, c.stmt, second.stmt))
			return true;
	return false;
}

void looker::fetched_twice(const access &first, const access &second)
{
	int64_t a = first.from.offset, b = second.from.offset;
	bool overlap = (first.size < 0 || b < a + first.size) &&
		       (second.size < 0 || a < b + second.size);
	std::string name = name_of(first.from.base);
	spot one, other;

	if (!first.read || !second.read || first.from.base != second.from.base || !overlap ||
	    TREE_CODE(first.from.base) != SSA_NAME || !is_users(second.stmt) ||
	    !comes_after(fn, first.stmt, second.stmt) ||
	    comes_after(fn, second.stmt, first.stmt))
		return;
	if (!is_relied_on(first, second))
		return;
	report(fn, "SAFE_E_DOUBLE_FETCH", second.stmt, (name.empty() ? "the same memory" :
	       "'" + name + "'") + " is read from user space a second time after what was read "
	       "first has been tested: it may have changed; copy only the rest, or test it "
	       "again", true, first.from.base);
}

void looker::collect()
{
	basic_block bb;

	note_arguments();
	FOR_EACH_BB_FN(bb, fn) {
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			if (const gcall *call = dyn_cast<gcall *>(gsi_stmt(i)))
				note_call(call);
			else if (const gasm *code = dyn_cast<gasm *>(gsi_stmt(i)))
				note_asm(code);
		}
	}
}

/* Functions that look at memory themselves, and which argument it is. */
bool looks_at_argument(const char *name, unsigned int i)
{
	return (!i && is_one_of(name, { "strlen", "strcmp", "strncmp", "sscanf", "kstrtoint",
					"kstrtouint", "kstrtol", "kstrtoul", "simple_strtoul",
					"simple_strtol", "kstrdup", "kmemdup", "memcmp",
					"memset", "memcpy", "strcpy", "__fortify_strlen" })) ||
	       (i == 1 && is_one_of(name, { "strcmp", "strncmp", "memcpy", "memcmp", "strcpy",
					    "strscpy", "memmove" }));
}

void looker::look()
{
	basic_block bb;

	collect();
	if (accesses.empty() && arguments.empty())
		return;
	for (const access &first : accesses)
		for (const access &second : accesses)
			fetched_twice(first, second);
	FOR_EACH_BB_FN(bb, fn) {
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			gimple *stmt = gsi_stmt(i);

			if (const gassign *a = dyn_cast<gassign *>(stmt)) {
				if (gimple_clobber_p(a))
					continue;
				reference(gimple_assign_lhs(a), a);
				if (gimple_assign_single_p(a))
					reference(gimple_assign_rhs1(a), a);
			} else if (const gcall *call = dyn_cast<gcall *>(stmt)) {
				for (unsigned int n = 0; n < gimple_call_num_args(call); n++)
					if (looks_at_argument(callee(call), n))
						touched(call, gimple_call_arg(call, n));
			}
		}
	}
}

void user_rule::look_at(function *fn)
{
	push_cfun(fn);
	looker(fn).look();
	pop_cfun();
	find_info_leak(fn);
}

rule_entry entry(new user_rule);

} /* namespace */

} /* namespace safe */
