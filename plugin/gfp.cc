// SPDX-License-Identifier: GPL-2.0
/*
 * Finds out which bit __GFP_NOFAIL is, and which __GFP_DIRECT_RECLAIM.  They differ
 * between kernels: a macro with a number up to 6.8, since then an enumerator
 * ___GFP_NOFAIL_BIT.  Where the file comes preprocessed (distcc, ccache), macros are
 * gone, and the number is the one that kernels had from 5.0 to 6.8.
 */
#include "gcc-compat.h"
#include "gfp.h"

namespace safe {

enum { NOFAIL, DIRECT_RECLAIM, BITS };

static struct {
	const char *macro, *enumerator;
	unsigned HOST_WIDE_INT number, bit;
	bool asked;
} bits[BITS] = {
	{ "___GFP_NOFAIL", "___GFP_NOFAIL_BIT", 0x8000, 0, false },
	{ "___GFP_DIRECT_RECLAIM", "___GFP_DIRECT_RECLAIM_BIT", 0x400, 0, false },
};

/* The enumerators are gone with the scope that they are in: caught as they come. */
static void look_at_enum(void *event_data, void *)
{
	tree type = (tree)event_data;

	if (bits[NOFAIL].bit || !type || TREE_CODE(type) != ENUMERAL_TYPE)
		return;
	for (tree v = TYPE_VALUES(type); v; v = TREE_CHAIN(v)) {
		for (auto &b : bits) {
			if (strcmp(IDENTIFIER_POINTER(TREE_PURPOSE(v)), b.enumerator))
				continue;

			tree value = TREE_VALUE(v);

			if (TREE_CODE(value) == CONST_DECL)
				value = DECL_INITIAL(value);
			if (tree_fits_uhwi_p(value) && tree_to_uhwi(value) < 32)
				b.bit = HOST_WIDE_INT_1U << tree_to_uhwi(value);
		}
	}
}

static unsigned HOST_WIDE_INT from_macro(const char *name)
{
	cpp_hashnode *node = cpp_lookup(parse_in, (const unsigned char *)name, strlen(name));

	if (!cpp_user_macro_p(node) || cpp_fun_like_macro_p(node))
		return 0;

	/* "___GFP_NOFAIL 0x8000u" */
	const char *number = strchr((const char *)cpp_macro_definition(parse_in, node), ' ');

	return number ? strtoull(number, NULL, 0) : 0;
}

static unsigned HOST_WIDE_INT bit(unsigned int which)
{
	auto &b = bits[which];

	if (!b.bit && !b.asked)
		b.bit = cpp_get_options(parse_in)->preprocessed ? b.number
								: from_macro(b.macro);
	b.asked = true;
	return b.bit;
}

static bool is_gfp(const_tree type)
{
	tree name = TYPE_NAME(type);

	return name && TREE_CODE(name) == TYPE_DECL && DECL_NAME(name) &&
	       !strcmp(IDENTIFIER_POINTER(DECL_NAME(name)), "gfp_t");
}

int gfp_parameter(const_tree fntype)
{
	int i = 0;

	for (tree types = TYPE_ARG_TYPES(fntype); types; types = TREE_CHAIN(types), i++)
		if (is_gfp(TREE_VALUE(types)))
			return i;
	return -1;
}

bool gfp_blocks(int64_t flags)
{
	return flags & bit(DIRECT_RECLAIM);
}

bool cannot_fail(const gcall *call)
{
	if (!gimple_call_fntype(call) || !bit(NOFAIL))
		return false;

	tree types = TYPE_ARG_TYPES(gimple_call_fntype(call));

	for (unsigned int i = 0; i < gimple_call_num_args(call) && types;
	     i++, types = TREE_CHAIN(types)) {
		tree arg = gimple_call_arg(call, i);

		if (TREE_CODE(arg) == INTEGER_CST && (TREE_INT_CST_LOW(arg) & bit(NOFAIL)) &&
		    is_gfp(TREE_VALUE(types)))
			return true;
	}
	return false;
}

void register_gfp(const char *plugin)
{
	register_callback(plugin, PLUGIN_FINISH_TYPE, look_at_enum, NULL);
}

} /* namespace safe */
