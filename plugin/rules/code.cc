// SPDX-License-Identifier: GPL-2.0
/*
 * Questions about statements, for rules that look at code without following paths.
 */
#include "code.h"
#include "../diagnostics.h"
#include "../location.h"

namespace safe::code {

/* Copies of copies; there is no need to follow them for ever. */
static const int MOST_STEPS = 24;

const char *callee(const gcall *call)
{
	static const char builtin[] = "__builtin_";
	tree fndecl = gimple_call_fndecl(call);

	if (!fndecl || !DECL_NAME(fndecl))
		return "";

	const char *name = IDENTIFIER_POINTER(DECL_NAME(fndecl));

	return strncmp(name, builtin, strlen(builtin)) ? name : name + strlen(builtin);
}

bool is_one_of(const char *name, std::initializer_list<const char *> names)
{
	for (const char *n : names)
		if (!strcmp(n, name))
			return true;
	return false;
}

bool asks_about(const gcall *call)
{
	return gimple_call_internal_p(call) ||
	       gimple_call_builtin_p(call, BUILT_IN_CONSTANT_P) ||
	       gimple_call_builtin_p(call, BUILT_IN_OBJECT_SIZE) ||
	       gimple_call_builtin_p(call, BUILT_IN_DYNAMIC_OBJECT_SIZE) ||
	       is_one_of(callee(call), { "kmsan_unpoison_memory", "kmsan_check_memory",
					 "fortify_memcpy_chk", "fortify_memset_chk" });
}

/* The only value of a conversion, a copy or a remark on what is expected. */
static tree copied(gimple *def)
{
	if (gimple_assign_single_p(def) || gimple_assign_cast_p(def))
		return gimple_assign_rhs1(def);
	if (gimple_call_builtin_p(def, BUILT_IN_EXPECT) && gimple_call_num_args(def))
		return gimple_call_arg(def, 0);
	if (const gasm *code = dyn_cast<gasm *>(def))
		if (!*gimple_asm_string(code) && gimple_asm_ninputs(code) == 1)
			return TREE_VALUE(gimple_asm_input_op(code, 0));
	/* OPTIMIZER_HIDE_VAR(), which may be skipped: the same in any case. */
	if (gimple_code(def) == GIMPLE_PHI && gimple_phi_num_args(def) == 2) {
		tree x = gimple_phi_arg_def(def, 0), y = gimple_phi_arg_def(def, 1);

		for (auto &p : { std::make_pair(x, y), std::make_pair(y, x) })
			if (TREE_CODE(p.first) == SSA_NAME &&
			    gimple_code(SSA_NAME_DEF_STMT(p.first)) == GIMPLE_ASM &&
			    copied(SSA_NAME_DEF_STMT(p.first)) == p.second)
				return p.second;
	}
	return NULL_TREE;
}

tree origin(tree op)
{
	for (int i = 0; TREE_CODE(op) == SSA_NAME && i < MOST_STEPS; i++) {
		tree from = copied(SSA_NAME_DEF_STMT(op));

		if (!from || (TREE_CODE(from) != SSA_NAME && !CONSTANT_CLASS_P(from) &&
			      TREE_CODE(from) != ADDR_EXPR))
			break;
		op = from;
	}
	return op;
}

bool constant(tree op, int64_t *value)
{
	op = origin(op);
	if (TREE_CODE(op) != INTEGER_CST || wi::to_wide(op).get_precision() > 64)
		return false;
	*value = TREE_INT_CST_LOW(op);
	return true;
}

bool added(tree op, int64_t *value)
{
	if (!constant(op, value))
		return false;
	if (TYPE_PRECISION(TREE_TYPE(op)) == 32)
		*value = (int32_t)*value;
	return true;
}

bool is_at_most(tree op, int64_t most)
{
	int64_t c;

	op = origin(op);
	if (TREE_CODE(op) != SSA_NAME)
		return false;

	gimple *def = SSA_NAME_DEF_STMT(op);

	if (is_gimple_assign(def) && gimple_assign_rhs_code(def) == MIN_EXPR)
		return (constant(gimple_assign_rhs2(def), &c) && c == most) ||
		       (constant(gimple_assign_rhs1(def), &c) && c == most);
	/* min() of the kernel: a comparison, and one value or the other. */
	if (gimple_code(def) != GIMPLE_PHI || gimple_phi_num_args(def) != 2)
		return false;
	for (int i = 0; i < 2; i++)
		if (constant(gimple_phi_arg_def(def, i), &c) && c == most &&
		    !constant(gimple_phi_arg_def(def, !i), &c))
			return true;
	return false;
}

bool points_to(tree op, spot *s)
{
	int64_t offset = 0;

	for (int i = 0; i < MOST_STEPS; i++) {
		if (TREE_CODE(op) == ADDR_EXPR) {
			spot target;
			int64_t size;

			if (!refers_to(TREE_OPERAND(op, 0), &target, &size))
				return false;
			s->base = target.base;
			s->offset = target.offset + offset;
			return true;
		}
		if (TREE_CODE(op) != SSA_NAME)
			return false;

		gimple *def = SSA_NAME_DEF_STMT(op);
		int64_t more;

		if (is_gimple_assign(def) && gimple_assign_rhs_code(def) == POINTER_PLUS_EXPR) {
			if (!constant(gimple_assign_rhs2(def), &more))
				break;
			offset += more;
			op = gimple_assign_rhs1(def);
			continue;
		}

		tree from = copied(def);

		if (!from || (TREE_CODE(from) != SSA_NAME && TREE_CODE(from) != ADDR_EXPR))
			break;
		op = from;
	}
	s->base = op;
	s->offset = offset;
	return TREE_CODE(op) == SSA_NAME;
}

bool refers_to(tree ref, spot *s, int64_t *size)
{
	poly_int64 poffset, psize, pmax;
	HOST_WIDE_INT offset, most;
	bool reverse;
	tree base;

	if (TREE_CODE(ref) == WITH_SIZE_EXPR || TREE_CODE(ref) == TARGET_MEM_REF)
		return false;
	base = get_ref_base_and_extent(ref, &poffset, &psize, &pmax, &reverse);
	if (!base || !poffset.is_constant(&offset) || !pmax.is_constant(&most))
		return false;
	*size = most < 0 ? -1 : (offset % BITS_PER_UNIT + most + BITS_PER_UNIT - 1) /
				BITS_PER_UNIT;
	offset = offset / BITS_PER_UNIT;
	if (DECL_P(base)) {
		s->base = base;
		s->offset = offset;
		return true;
	}
	if (TREE_CODE(base) != MEM_REF || !tree_fits_shwi_p(TREE_OPERAND(base, 1)) ||
	    !points_to(TREE_OPERAND(base, 0), s))
		return false;
	s->offset += offset + tree_to_shwi(TREE_OPERAND(base, 1));
	return true;
}

tree member_of(tree ref)
{
	while (TREE_CODE(ref) == ARRAY_REF)
		ref = TREE_OPERAND(ref, 0);
	return TREE_CODE(ref) == COMPONENT_REF ? TREE_OPERAND(ref, 1) : NULL_TREE;
}

tree called_member(const gcall *call)
{
	tree pointer = gimple_call_fn(call);

	for (int steps = 0; pointer && TREE_CODE(pointer) == SSA_NAME && steps < 6; steps++) {
		gimple *def = SSA_NAME_DEF_STMT(pointer);

		if (!gimple_assign_single_p(def) && !gimple_assign_cast_p(def))
			return NULL_TREE;
		pointer = gimple_assign_rhs1(def);
	}
	return pointer && TREE_CODE(pointer) == COMPONENT_REF ? TREE_OPERAND(pointer, 1)
							      : NULL_TREE;
}

int64_t size_of(const_tree type)
{
	tree size = type && COMPLETE_TYPE_P(type) ? TYPE_SIZE_UNIT(type) : NULL_TREE;

	return size && tree_fits_shwi_p(size) ? tree_to_shwi(size) : -1;
}

tree pointee(tree op)
{
	for (int i = 0; i < MOST_STEPS; i++) {
		tree type = TREE_TYPE(op), target = POINTER_TYPE_P(type) ? TREE_TYPE(type)
									  : NULL_TREE;

		if (TREE_CODE(op) == ADDR_EXPR)
			return TREE_TYPE(TREE_OPERAND(op, 0));
		if (target && !VOID_TYPE_P(target) && size_of(target) != 1)
			return target;
		if (TREE_CODE(op) != SSA_NAME)
			return target;

		tree from = copied(SSA_NAME_DEF_STMT(op));

		if (!from || (TREE_CODE(from) != SSA_NAME && TREE_CODE(from) != ADDR_EXPR))
			return target;
		op = from;
	}
	return NULL_TREE;
}

static std::string decl_name(tree decl)
{
	return DECL_NAME(decl) && !DECL_IGNORED_P(decl) ?
	       IDENTIFIER_POINTER(DECL_NAME(decl)) : "";
}

static std::string text(tree expr, int depth)
{
	std::string base;

	if (depth > 8)
		return "";
	switch (TREE_CODE(expr)) {
	case SSA_NAME:
		if (SSA_NAME_VAR(expr) && !decl_name(SSA_NAME_VAR(expr)).empty())
			return decl_name(SSA_NAME_VAR(expr));
		if (tree from = copied(SSA_NAME_DEF_STMT(expr)))
			return text(from, depth + 1);
		return "";
	case VAR_DECL:
	case PARM_DECL:
	case FIELD_DECL:
		return decl_name(expr);
	case ADDR_EXPR:
		base = text(TREE_OPERAND(expr, 0), depth + 1);
		if (TREE_CODE(TREE_TYPE(TREE_OPERAND(expr, 0))) == ARRAY_TYPE)
			return base;
		return base.empty() ? "" : "&" + base;
	case MEM_REF:
		base = text(TREE_OPERAND(expr, 0), depth + 1);
		if (!base.empty() && base[0] == '&')
			return base.substr(1);
		return base.empty() ? "" : "*" + base;
	case COMPONENT_REF: {
		tree object = TREE_OPERAND(expr, 0);
		std::string member = decl_name(TREE_OPERAND(expr, 1));

		base = text(object, depth + 1);
		if (base.empty() || member.empty())
			return base.empty() ? member : base;
		if (base[0] == '*')
			return base.substr(1) + "->" + member;
		return base + "." + member;
	}
	case ARRAY_REF:
		base = text(TREE_OPERAND(expr, 0), depth + 1);
		return base.empty() ? "" : base + "[...]";
	default:
		return "";
	}
}

std::string name_of(tree expr)
{
	return text(expr, 0);
}

bool comes_after(function *fn, const gimple *a, const gimple *b, basic_block without)
{
	std::vector<basic_block> todo;
	std::vector<bool> seen(last_basic_block_for_fn(fn));
	edge_iterator ei;
	edge e;

	if (gimple_bb(a) == gimple_bb(b)) {
		for (auto i = gsi_start_bb(gimple_bb(a)); !gsi_end_p(i); gsi_next(&i))
			if (gsi_stmt(i) == a || gsi_stmt(i) == b)
				return gsi_stmt(i) == a;
	}
	todo.push_back(gimple_bb(a));
	while (!todo.empty()) {
		basic_block bb = todo.back();

		todo.pop_back();
		FOR_EACH_EDGE(e, ei, bb->succs) {
			if (e->dest == without)
				continue;
			if (e->dest == gimple_bb(b))
				return true;
			if (!seen[e->dest->index]) {
				seen[e->dest->index] = true;
				todo.push_back(e->dest);
			}
		}
	}
	return false;
}

location_t place(const gimple *stmt)
{
	return gimple_location(stmt);
}

bool is_users(const gimple *stmt)
{
	return gimple_has_location(stmt) && in_main_file(gimple_location(stmt));
}

void report(function *fn, const char *id, const gimple *stmt, const std::string &text,
	    bool likely, tree about)
{
	finding f;

	f.id = id;
	f.where = place(stmt);
	f.text = text;
	f.likely = likely;
	f.key = std::string(id) + " " + std::to_string(DECL_UID(fn->decl)) + " " +
		(about ? std::to_string((size_t)about)
		       : std::to_string(user_location(f.where)));
	add_finding(std::move(f));
}

} /* namespace safe::code */
