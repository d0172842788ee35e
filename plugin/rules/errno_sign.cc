// SPDX-License-Identifier: GPL-2.0
/*
 * Part of rule "result": error codes with the wrong sign.
 *
 * A function that returns -EINVAL on one path and EINVAL on another means the
 * first.  In the code that the compiler sees there are only numbers, so that a
 * count of 22 looks like EINVAL: the source line must name the errno, and the
 * macro of that name must have that value.
 */
#include "returned.h"
#include "../diagnostics.h"
#include "../location.h"

namespace safe {

static const int64_t LAST_ERRNO = 133;

/* Whether the macro @name, "EINVAL" for example, is defined as @value. */
static bool macro_is(const std::string &name, int64_t value)
{
	cpp_hashnode *node = cpp_lookup(parse_in, (const unsigned char *)name.c_str(),
					name.size());

	if (!cpp_user_macro_p(node) || cpp_fun_like_macro_p(node))
		return false;

	/* "EINVAL 22" */
	const char *text = (const char *)cpp_macro_definition(parse_in, node);
	const char *number = strchr(text, ' ');

	return number && strtoll(number, NULL, 10) == value;
}

/* The errno that @line gives away without a minus sign, or "". */
static std::string named_errno(const std::string &line, int64_t value)
{
	for (size_t i = 0; i + 1 < line.size(); i++) {
		if (line[i] != 'E' || (i && ISIDNUM(line[i - 1])))
			continue;

		size_t end = i, before = i;

		while (end < line.size() && ISIDNUM(line[end]))
			end++;
		while (before && ISSPACE(line[before - 1]))
			before--;

		std::string name = line.substr(i, end - i);

		/* "return EINVAL" and "ret = EINVAL", but no comparison. */
		bool given = before >= 6 && !line.compare(before - 6, 6, "return");

		given |= before >= 2 && line[before - 1] == '=' &&
			 !strchr("=!<>", line[before - 2]);
		if (given && name.size() > 2 && name.find('_') == std::string::npos &&
		    macro_is(name, value))
			return name;
	}
	return "";
}

void find_positive_errno(function *fn)
{
	tree type = TREE_TYPE(TREE_TYPE(fn->decl));

	if (!INTEGRAL_TYPE_P(type) || TYPE_UNSIGNED(type))
		return;

	returned_values returned(fn);

	if (!returned.has_errno())
		return;
	for (const auto &c : returned.all) {
		if (!c.is_constant() || c.constant() <= 0 || c.constant() > LAST_ERRNO ||
		    !c.where)
			continue;

		expanded_location place = user_place(c.where);
		std::string name = named_errno(source_line(place.file, place.line),
					       c.constant());
		finding f;

		if (name.empty())
			continue;
		f.id = "SAFE_E_POSITIVE_ERRNO";
		f.where = c.where;
		f.text = name + " is returned as a positive number, which callers take "
			 "for success: return -" + name;
		f.key = std::string(f.id) + std::to_string(c.where);
		add_finding(std::move(f));
	}
}

} /* namespace safe */
