// SPDX-License-Identifier: GPL-2.0
/*
 * __shared_type and __set_once: which structs are shared between contexts, and
 * which of their members are constant once they are.
 */
#include "gcc-compat.h"
#include "options.h"
#include "share.h"

namespace safe {

static const char wrong_id[] = "SAFE_E_ATTRIBUTE";

static tree on_shared(tree *node, tree name, tree, int, bool *drop)
{
	if (TYPE_P(*node) && RECORD_OR_UNION_TYPE_P(*node))
		return NULL_TREE;
	*drop = true;
	if (opts.level != LEVEL_OFF)
		error("%qE belongs to a struct, behind the word %<struct%> [%s]", name,
		      wrong_id);
	return NULL_TREE;
}

static tree on_set_once(tree *node, tree name, tree, int, bool *drop)
{
	if (TREE_CODE(*node) == FIELD_DECL)
		return NULL_TREE;
	*drop = true;
	if (opts.level != LEVEL_OFF)
		error("%qE belongs to a member of a struct, behind its name [%s]", name,
		      wrong_id);
	return NULL_TREE;
}

static void add_attributes(void *, void *)
{
	static const attribute_spec specs[] = {
		{ "safe_shared_type", 0, 0, false, false, false, false, on_shared, NULL },
		{ "safe_set_once", 0, 0, true, false, false, false, on_set_once, NULL },
	};

	for (const attribute_spec &spec : specs)
		register_attribute(&spec);
}

void register_share(const char *plugin)
{
	register_callback(plugin, PLUGIN_ATTRIBUTES, add_attributes, NULL);
}

} /* namespace safe */
