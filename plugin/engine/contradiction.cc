// SPDX-License-Identifier: GPL-2.0
/*
 * Paths that ask the same twice and get two answers: "if (is_dma(p)) map(p)" and, later
 * on, "if (is_dma(p)) unmap(p)".  The engine forgets what stood in memory when a
 * function that it cannot see may have changed it; most do not.
 */
#include "machine.h"

namespace safe {

/* As deep as the questions that programs ask twice. */
static const unsigned int MOST_DEPTH = 8;

static bool same(tree a, tree b, unsigned int depth);

/* Whether @call answers a question and does nothing. */
static bool asks(const gcall *call)
{
	tree fndecl = gimple_call_fndecl(call), type = gimple_call_return_type(call);

	if (!fndecl)
		return false;
	if (TREE_READONLY(fndecl) || DECL_PURE_P(fndecl))
		return true;
	if (type && TREE_CODE(type) == BOOLEAN_TYPE)
		return true;

	std::string name = std::string("_") + IDENTIFIER_POINTER(DECL_NAME(fndecl)) + "_";

	for (const char *word : { "_is_", "_has_", "_test_bit_", "_enabled_", "_can_", "_may_",
				 "_empty_" })
		if (name.find(word) != std::string::npos)
			return true;
	return false;
}

static bool same_call(const gcall *a, const gcall *b, unsigned int depth)
{
	if (!gimple_call_fndecl(a) || gimple_call_fndecl(a) != gimple_call_fndecl(b) ||
	    !asks(a) || gimple_call_num_args(a) != gimple_call_num_args(b))
		return false;
	for (unsigned int i = 0; i < gimple_call_num_args(a); i++)
		if (!same(gimple_call_arg(a, i), gimple_call_arg(b, i), depth + 1))
			return false;
	return true;
}

static bool same_definition(gimple *a, gimple *b, unsigned int depth)
{
	if (gimple_code(a) != gimple_code(b))
		return false;
	/* "constant ? test_this(p) : test_that(p)" */
	if (gphi *phi = dyn_cast<gphi *>(a)) {
		gphi *other = as_a<gphi *>(b);

		if (gimple_phi_num_args(phi) != gimple_phi_num_args(other))
			return false;
		for (unsigned int i = 0; i < gimple_phi_num_args(phi); i++)
			if (!same(gimple_phi_arg_def(phi, i), gimple_phi_arg_def(other, i),
				  depth + 1))
				return false;
		return true;
	}
	if (const gcall *call = dyn_cast<const gcall *>(a))
		return same_call(call, as_a<const gcall *>(b), depth);
	if (!is_gimple_assign(a) || gimple_assign_rhs_code(a) != gimple_assign_rhs_code(b) ||
	    gimple_num_ops(a) != gimple_num_ops(b))
		return false;
	for (unsigned int i = 1; i < gimple_num_ops(a); i++)
		if (!same(gimple_op(a, i), gimple_op(b, i), depth + 1))
			return false;
	return true;
}

/* Whether @a and @b, operands of two conditions, are read from the same places. */
static bool same(tree a, tree b, unsigned int depth)
{
	if (operand_equal_p(a, b, 0))
		return true;
	if (TREE_CODE(a) != TREE_CODE(b) || depth > MOST_DEPTH)
		return false;
	switch (TREE_CODE(a)) {
	case SSA_NAME:
		return same_definition(SSA_NAME_DEF_STMT(a), SSA_NAME_DEF_STMT(b), depth);
	case COMPONENT_REF:
	case MEM_REF:
	case ARRAY_REF:
	case BIT_FIELD_REF:
		return same(TREE_OPERAND(a, 0), TREE_OPERAND(b, 0), depth + 1) &&
		       same(TREE_OPERAND(a, 1), TREE_OPERAND(b, 1), depth + 1);
	case ADDR_EXPR:
		return same(TREE_OPERAND(a, 0), TREE_OPERAND(b, 0), depth + 1);
	default:
		return false;
	}
}

/* Whether @b answers what @a asks, and with the opposite. */
static bool denies(const path_event *a, const path_event *b)
{
	const gcond *x = dyn_cast<const gcond *>(a->decision);
	const gcond *y = dyn_cast<const gcond *>(b->decision);
	tree_code code = gimple_cond_code(x);
	bool turned;

	if (code == gimple_cond_code(y))
		turned = false;
	else if (invert_tree_comparison(code, false) == gimple_cond_code(y))
		turned = true;
	else
		return false;
	/* Constants are compared with everywhere. */
	if (TREE_CODE(gimple_cond_lhs(x)) != SSA_NAME ||
	    !same(gimple_cond_lhs(x), gimple_cond_lhs(y), 0) ||
	    !same(gimple_cond_rhs(x), gimple_cond_rhs(y), 0))
		return false;
	return (a->kind == b->kind) == turned;
}

bool contradicts_itself(const path_event *path)
{
	std::vector<const path_event *> asked;

	for (const path_event *e = path; e; e = e->before) {
		if (!e->decision || gimple_code(e->decision) != GIMPLE_COND)
			continue;
		for (const path_event *later : asked)
			/* The same in a loop is asked anew. */
			if (later->decision != e->decision && denies(e, later))
				return true;
		asked.push_back(e);
		if (asked.size() > 64)
			break;
	}
	return false;
}

} /* namespace safe */
