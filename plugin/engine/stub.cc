// SPDX-License-Identifier: GPL-2.0
/*
 * Functions that a header has in place of those that the configuration leaves out.
 */
#include "gcc-compat.h"
#include "stub.h"
#include "../body.h"
#include "../location.h"
#include "../names.h"

namespace safe {

/* Whether all that @fn does is to return *@result. */
static bool only_returns(function *fn, tree *result)
{
	basic_block bb = single_succ(ENTRY_BLOCK_PTR_FOR_FN(fn));

	*result = NULL_TREE;
	for (; bb->index != EXIT_BLOCK; bb = single_succ(bb)) {
		if (!single_succ_p(bb) || !gimple_seq_empty_p(phi_nodes(bb)))
			return false;
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			gimple *stmt = gsi_stmt(i);
			tree value = NULL_TREE;

			if (is_gimple_debug(stmt) || gimple_code(stmt) == GIMPLE_LABEL ||
			    gimple_code(stmt) == GIMPLE_PREDICT)
				continue;
			if (const greturn *ret = dyn_cast<const greturn *>(stmt)) {
				value = gimple_return_retval(ret);
				if (value && TREE_CODE(value) == SSA_NAME)
					continue;
			} else if (is_gimple_call(stmt) && gimple_call_num_args(stmt) == 1 &&
				   !strcmp(decl_name(gimple_call_fndecl(stmt)), "ERR_PTR")) {
				value = gimple_call_arg(stmt, 0);
			} else if (gimple_assign_ssa_name_copy_p(stmt)) {
				continue;
			} else if (gimple_assign_single_p(stmt)) {
				value = gimple_assign_rhs1(stmt);
			}
			if (!value || *result || TREE_CODE(value) != INTEGER_CST ||
			    !tree_fits_shwi_p(value))
				return false;
			*result = value;
		}
	}
	return *result;
}

bool is_stub(tree fndecl, range *otherwise)
{
	static std::unordered_map<tree, tree> known;
	auto slot = known.emplace(fndecl, NULL_TREE);
	tree &result = slot.first->second, type = TREE_TYPE(TREE_TYPE(fndecl));

	if (slot.second) {
		function *fn = !in_main_file(DECL_SOURCE_LOCATION(fndecl)) &&
			       DECL_DECLARED_INLINE_P(fndecl) ? body_of(fndecl) : NULL;

		if (!fn || !(INTEGRAL_TYPE_P(type) || POINTER_TYPE_P(type)) ||
		    !only_returns(fn, &result))
			result = NULL_TREE;
	}
	if (!result)
		return false;

	int64_t constant = tree_to_shwi(result);

	if (POINTER_TYPE_P(type) && constant)
		*otherwise = range::errors().inverse();
	else if (TREE_CODE(type) == INTEGER_TYPE && !TYPE_UNSIGNED(type) && constant <= 0)
		*otherwise = constant ? range::between(0, range::MAX)
				      : range::between(range::MIN, -1);
	else
		*otherwise = range::constant(constant).inverse();
	return true;
}

} /* namespace safe */
