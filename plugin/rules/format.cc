// SPDX-License-Identifier: GPL-2.0
/*
 * What a format or a source string may grow to.
 */
#include "format.h"

namespace safe::code {

/* A string of the device tree, or a parameter: somebody else decides on its length. */
static bool is_unbounded(tree arg)
{
	tree op = origin(arg);

	if (TREE_CODE(op) != SSA_NAME)
		return false;

	gimple *def = SSA_NAME_DEF_STMT(op);

	if (!gimple_assign_load_p(def))
		return false;

	tree ref = gimple_assign_rhs1(def);
	const char *member = TREE_CODE(ref) == COMPONENT_REF && DECL_NAME(TREE_OPERAND(ref, 1)) ?
			     IDENTIFIER_POINTER(DECL_NAME(TREE_OPERAND(ref, 1))) : "";

	return !strcmp(member, "full_name");
}

/* The format string that @arg is, or NULL. */
static const char *format_of(tree arg)
{
	arg = origin(arg);
	if (TREE_CODE(arg) != ADDR_EXPR)
		return NULL;
	arg = TREE_OPERAND(arg, 0);
	if (TREE_CODE(arg) == ARRAY_REF)
		arg = TREE_OPERAND(arg, 0);
	return TREE_CODE(arg) == STRING_CST ? TREE_STRING_POINTER(arg) : NULL;
}

tree unbounded_string(const gcall *call)
{
	unsigned int i = 2;

	if (strcmp(callee(call), "sprintf"))
		return is_unbounded(gimple_call_arg(call, 1)) ? gimple_call_arg(call, 1)
							      : NULL_TREE;

	const char *format = format_of(gimple_call_arg(call, 1));

	for (; format && *format; format++) {
		if (*format != '%')
			continue;
		format++;
		if (*format == '%')
			continue;
		/* A width does not limit anything; what has a precision is limited. */
		bool precise = false;

		while (*format && strchr("-+ #0123456789.*hlzjtL", *format)) {
			precise |= *format == '.';
			i += *format == '*';
			format++;
		}
		if (i >= gimple_call_num_args(call) || !*format)
			break;
		if (*format == 's' && !precise && is_unbounded(gimple_call_arg(call, i)))
			return gimple_call_arg(call, i);
		i++;
	}
	return NULL_TREE;
}

} /* namespace safe::code */
