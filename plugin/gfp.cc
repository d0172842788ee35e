// SPDX-License-Identifier: GPL-2.0
/*
 * Finds out which bit __GFP_NOFAIL is.  It differs between kernels: a macro
 * with a number up to 6.8, since then the enumerator ___GFP_NOFAIL_BIT.
 */
#include "gcc-compat.h"
#include "gfp.h"

namespace safe {

static unsigned HOST_WIDE_INT nofail;

/* The enumerators are gone with the scope that they are in: caught as they come. */
static void look_at_enum(void *event_data, void *)
{
	tree type = (tree)event_data;

	if (nofail || !type || TREE_CODE(type) != ENUMERAL_TYPE)
		return;
	for (tree v = TYPE_VALUES(type); v; v = TREE_CHAIN(v)) {
		if (strcmp(IDENTIFIER_POINTER(TREE_PURPOSE(v)), "___GFP_NOFAIL_BIT"))
			continue;

		tree value = TREE_VALUE(v);

		if (TREE_CODE(value) == CONST_DECL)
			value = DECL_INITIAL(value);
		if (tree_fits_uhwi_p(value) && tree_to_uhwi(value) < 32)
			nofail = HOST_WIDE_INT_1U << tree_to_uhwi(value);
	}
}

static unsigned HOST_WIDE_INT from_macro()
{
	cpp_hashnode *node = cpp_lookup(parse_in, (const unsigned char *)"___GFP_NOFAIL",
					strlen("___GFP_NOFAIL"));

	if (!cpp_user_macro_p(node) || cpp_fun_like_macro_p(node))
		return 0;

	/* "___GFP_NOFAIL 0x8000u" */
	const char *number = strchr((const char *)cpp_macro_definition(parse_in, node), ' ');

	return number ? strtoull(number, NULL, 0) : 0;
}

bool cannot_fail(const gcall *call)
{
	static bool asked;

	if (!nofail && !asked)
		nofail = from_macro();
	asked = true;
	if (!nofail || !gimple_call_fntype(call))
		return false;

	tree types = TYPE_ARG_TYPES(gimple_call_fntype(call));

	for (unsigned int i = 0; i < gimple_call_num_args(call) && types;
	     i++, types = TREE_CHAIN(types)) {
		tree arg = gimple_call_arg(call, i), name = TYPE_NAME(TREE_VALUE(types));

		if (TREE_CODE(arg) == INTEGER_CST && (TREE_INT_CST_LOW(arg) & nofail) && name &&
		    TREE_CODE(name) == TYPE_DECL && DECL_NAME(name) &&
		    !strcmp(IDENTIFIER_POINTER(DECL_NAME(name)), "gfp_t"))
			return true;
	}
	return false;
}

void register_gfp(const char *plugin)
{
	register_callback(plugin, PLUGIN_FINISH_TYPE, look_at_enum, NULL);
}

} /* namespace safe */
