// SPDX-License-Identifier: GPL-2.0
/*
 * Part of rule "lock": where a lock is, and what the user calls it there.
 */
#include "lock.h"

namespace safe {

static bool has_name(const_tree type, const char *const *names)
{
	if (!RECORD_OR_UNION_TYPE_P(type))
		return false;
	/* The name of the struct, or of the type that it is declared as. */
	for (const_tree t : { type, (const_tree)TYPE_MAIN_VARIANT(type) })
		for (const char *const *n = names; TYPE_IDENTIFIER(t) && *n; n++)
			if (!strcmp(IDENTIFIER_POINTER(TYPE_IDENTIFIER(t)), *n))
				return true;
	return false;
}

bool is_lock_type(const_tree type)
{
	static const char *const names[] = {
		"mutex", "spinlock", "raw_spinlock", "rw_semaphore", "rwlock_t",
		"ww_mutex", "percpu_rw_semaphore", "srcu_struct", NULL,
	};

	return has_name(type, names);
}

tree member_at(tree type, int64_t *offset)
{
	if (!RECORD_OR_UNION_TYPE_P(type))
		return NULL_TREE;
	for (tree f = TYPE_FIELDS(type); f; f = DECL_CHAIN(f)) {
		if (TREE_CODE(f) != FIELD_DECL || !DECL_SIZE_UNIT(f) ||
		    !tree_fits_shwi_p(DECL_SIZE_UNIT(f)) ||
		    !tree_fits_shwi_p(bit_position(f)))
			continue;

		int64_t at = int_byte_position(f);

		if (*offset < at || *offset >= at + tree_to_shwi(DECL_SIZE_UNIT(f)))
			continue;
		*offset -= at;
		return f;
	}
	return NULL_TREE;
}

/* The members that lead to a lock at byte @offset of @type: ".a.b". */
static std::string members_at(tree type, int64_t offset)
{
	std::string text;

	while (!(is_lock_type(type) && !offset)) {
		tree found = member_at(type, &offset);

		if (!found)
			break;
		type = TREE_TYPE(found);
		if (DECL_NAME(found))
			text += std::string(".") + IDENTIFIER_POINTER(DECL_NAME(found));
	}
	return offset || !is_lock_type(type) ? "" : text;
}

bool lock_rule::is_seqlock(machine &m, const value &lock)
{
	static const char *const names[] = { "seqlock_t", NULL };
	value at = m.spotted(lock.sym);
	const symbol &base = m.info(at.sym);
	tree type = base.origin == symbol::DECL ? TREE_TYPE(base.node) : base.type;

	if (type && POINTER_TYPE_P(type))
		type = TREE_TYPE(type);
	while (type && !has_name(type, names)) {
		tree found = member_at(type, &at.num);

		type = found ? TREE_TYPE(found) : NULL_TREE;
	}
	return type && !at.num;
}

/* A spinlock is what the user knows, not the raw one in it. */
static std::string without_raw(const std::string &text)
{
	static const char raw[] = "rlock";
	size_t length = text.size() - std::min(text.size(), strlen(raw));

	if (text.compare(length, std::string::npos, raw) || length < 2)
		return text;
	return text.substr(0, length - (text[length - 1] == '.' ? 1 : 2));
}

/* What the user calls the lock. */
std::string lock_rule::name(machine &m, const value &lock, tree expr)
{
	std::string &known = functions[&m].names[lock.sym];
	value at = m.spotted(lock.sym);
	const symbol &base = m.info(at.sym);
	std::string text = without_raw(m.describe(expr));

	if (base.origin == symbol::DECL && is_lock_token(base.node))
		return IDENTIFIER_POINTER(DECL_NAME(base.node));
	if (text.empty() && known.empty() && base.origin == symbol::DECL) {
		text = m.describe(base.node);
		if (!text.empty())
			text = "&" + text + members_at(TREE_TYPE(base.node), at.num);
	} else if (text.empty() && known.empty()) {
		tree type = base.type && POINTER_TYPE_P(base.type) ? TREE_TYPE(base.type)
								   : NULL_TREE;
		std::string members = type ? members_at(type, at.num) : "";

		text = m.describe(value::of(at.sym));
		if (text.empty() || (at.num && members.empty()))
			text = "";
		else if (!members.empty())
			text = "&" + text + "->" + members.substr(1);
	}
	if (!text.empty() && (known.empty() || text[0] == '&'))
		known = text;
	return known.empty() ? "the lock" : "'" + known + "'";
}

} /* namespace safe */
