// SPDX-License-Identifier: GPL-2.0
/*
 * Recognises owners by their members: one pointer that is marked __owned, and
 * what takes no room, which names the function that frees it.
 */
#include "gcc-compat.h"
#include "contract.h"
#include "owner.h"

namespace safe {

static bool is_struct_named(tree type, const char *name)
{
	return RECORD_OR_UNION_TYPE_P(type) && TYPE_IDENTIFIER(type) &&
	       !strcmp(IDENTIFIER_POINTER(TYPE_IDENTIFIER(type)), name);
}

/* "struct __safe_freed_by_kfree *[0]" names kfree. */
static std::string releaser_of(tree array)
{
	static const char prefix[] = "__safe_freed_by_";
	tree pointer = TREE_TYPE(array);

	if (!POINTER_TYPE_P(pointer) || !TYPE_IDENTIFIER(TREE_TYPE(pointer)))
		return "";

	const char *name = IDENTIFIER_POINTER(TYPE_IDENTIFIER(TREE_TYPE(pointer)));

	return strncmp(name, prefix, strlen(prefix)) ? "" : name + strlen(prefix);
}

/* Return: false when there is something else in it. */
static bool look_for_owner(tree type, int64_t at, owner *o)
{
	for (tree f = TYPE_FIELDS(type); f; f = DECL_CHAIN(f)) {
		if (TREE_CODE(f) != FIELD_DECL)
			continue;

		tree member = TREE_TYPE(f);
		bool fixed = DECL_SIZE(f) && tree_fits_shwi_p(DECL_SIZE(f)) &&
			     tree_fits_shwi_p(bit_position(f));

		if (TREE_CODE(member) == ARRAY_TYPE) {
			std::string releaser = releaser_of(member);

			if (!releaser.empty())
				o->releaser = releaser;
			else if (!fixed || tree_to_shwi(DECL_SIZE(f)))
				return false;
			continue;
		}
		if (!fixed)
			return false;

		int64_t offset = at + int_bit_position(f);

		o->may_fail |= is_struct_named(member, "__safe_errptr");
		if (RECORD_OR_UNION_TYPE_P(member)) {
			if (!look_for_owner(member, offset, o))
				return false;
			continue;
		}
		/* In a result the same word has a second name. */
		if (!POINTER_TYPE_P(member) || offset)
			return false;
		if (lookup_attribute("safe_owned", TYPE_ATTRIBUTES(member))) {
			o->offset = offset;
			o->field = f;
		}
	}
	return true;
}

bool find_owner(tree type, owner *o)
{
	*o = { 0, NULL_TREE, "", false };
	/* What a device frees, nobody else has to. */
	return RECORD_OR_UNION_TYPE_P(type) && COMPLETE_TYPE_P(type) &&
	       look_for_owner(type, 0, o) && o->field && o->releaser != "devm_kfree";
}

const contract *contract_of_owner(const gcall *call)
{
	static std::map<std::pair<tree, tree>, const contract *> known;
	tree fndecl = gimple_call_fndecl(call), type;

	/* What the compiler makes up for itself has no type. */
	if (!gimple_call_fntype(call))
		return NULL;
	type = gimple_call_return_type(call);
	if (!RECORD_OR_UNION_TYPE_P(type))
		return NULL;

	auto slot = known.emplace(std::make_pair(TYPE_MAIN_VARIANT(type), fndecl), nullptr);
	owner o;

	if (slot.second && find_owner(type, &o)) {
		contract *c = new contract;

		if (fndecl && DECL_NAME(fndecl))
			c->name = IDENTIFIER_POINTER(DECL_NAME(fndecl));
		c->ret = contract::OWNED;
		if (o.may_fail)
			c->fail = contract::IS_ERR;
		if (!o.releaser.empty())
			c->releasers.push_back(o.releaser);
		slot.first->second = c;
	}
	return slot.first->second;
}

} /* namespace safe */
