// SPDX-License-Identifier: GPL-2.0
/*
 * Part of rule "pin": types that say that they are pinned, and the copies of them
 * that the compiler lets pass.  Such a copy is wrong whatever the objects hold, so
 * no path has to be followed.
 */
#include "pin.h"
#include "../location.h"
#include "../owner.h"
#include "../names.h"

namespace safe {

static const char mark[] = "SAFE_E_PIN_MARK";

/* ---- types ---- */

static bool is_mark(tree field)
{
	return DECL_NAME(field) &&
	       !strncmp(IDENTIFIER_POINTER(DECL_NAME(field)), mark, strlen(mark));
}

bool is_marked_pinned(tree type)
{
	static std::unordered_map<tree, bool> known;

	while (TREE_CODE(type) == ARRAY_TYPE)
		type = TREE_TYPE(type);
	if (!RECORD_OR_UNION_TYPE_P(type))
		return false;
	type = TYPE_MAIN_VARIANT(type);
	if (!COMPLETE_TYPE_P(type))
		return false;

	auto slot = known.emplace(type, false);

	if (!slot.second)
		return slot.first->second;

	bool found = false;

	for (tree f = TYPE_FIELDS(type); f && !found; f = DECL_CHAIN(f))
		found = TREE_CODE(f) == FIELD_DECL &&
			(is_mark(f) || is_marked_pinned(TREE_TYPE(f)));
	return known[type] = found;
}

/* The kernel's own types of this kind. */
static const pinned_member *kernel_type(tree type)
{
	static const pinned_member types[] = {
		{ 0, "mutex", true }, { 0, "rw_semaphore", true }, { 0, "semaphore", true },
		{ 0, "raw_spinlock", false }, { 0, "wait_queue_head", true },
		{ 0, "swait_queue_head", true }, { 0, "list_head", true },
		{ 0, "work_struct", true }, { 0, "timer_list", true },
		{ 0, "hrtimer", true },
	};
	const char *name = tag_name(type);

	for (const pinned_member &t : types)
		if (!strcmp(t.what, name))
			return &t;
	return NULL;
}

const std::vector<pinned_member> &pinned_members(tree type)
{
	static std::unordered_map<tree, std::vector<pinned_member>> known;

	if (RECORD_OR_UNION_TYPE_P(type))
		type = TYPE_MAIN_VARIANT(type);

	auto found = known.find(type);

	if (found != known.end())
		return found->second;
	known[type];

	std::vector<pinned_member> members;

	if (TREE_CODE(type) == ARRAY_TYPE) {
		members = pinned_members(TREE_TYPE(type));
	} else if (TREE_CODE(type) == RECORD_TYPE && COMPLETE_TYPE_P(type)) {
		if (const pinned_member *own = kernel_type(type))
			members.push_back(*own);
		for (tree f = TYPE_FIELDS(type); f; f = DECL_CHAIN(f)) {
			if (TREE_CODE(f) != FIELD_DECL || DECL_BIT_FIELD(f) ||
			    !tree_fits_shwi_p(bit_position(f)))
				continue;
			for (pinned_member inner : pinned_members(TREE_TYPE(f))) {
				inner.offset += int_byte_position(f);
				members.push_back(inner);
			}
		}
	}
	return known[type] = members;
}

static void add(const char *id, location_t where, const std::string &text)
{
	finding f;

	f.id = id;
	f.where = where;
	f.text = text;
	f.key = std::string(id) + std::to_string(user_location(where));
	add_finding(std::move(f));
}

/* Where the type is defined. */
static location_t place_of(tree type)
{
	tree stub = TYPE_STUB_DECL(type), name = TYPE_NAME(type);

	if (stub && DECL_SOURCE_LOCATION(stub) > BUILTINS_LOCATION)
		return DECL_SOURCE_LOCATION(stub);
	return name && DECL_P(name) ? DECL_SOURCE_LOCATION(name) : UNKNOWN_LOCATION;
}

static void look_at_packed(tree type)
{
	if (!TYPE_PACKED(type) || !is_marked_pinned(type) || !in_main_file(place_of(type)))
		return;
	add("SAFE_E_PIN_PACKED", place_of(type),
	    std::string("struct '") + tag_name(type) + "' is packed and pinned: "
	    "what is pinned in it may be misaligned, and is used in place; remove one of both");
}

/* The owners of pinned objects that are defined here, and how each frees its object. */
struct pinned_owner {
	tree type, object;
	std::string releaser;
};

static std::vector<pinned_owner> owners;

static void look_at_owner(tree type)
{
	owner o;

	if (!find_owner(type, &o) || o.releaser.empty())
		return;

	tree object = TYPE_MAIN_VARIANT(TREE_TYPE(TREE_TYPE(o.field)));

	/* Those of DEFINE_SAFE_PIN_OWN() all do the same. */
	if (!strncmp(o.releaser.c_str(), "__safe_pin_free_", 16))
		o.releaser = "safe_pin_drop";
	if (is_marked_pinned(object))
		owners.push_back({ TYPE_MAIN_VARIANT(type), object, o.releaser });
}

/* Whether a function that somebody wrote has a variable of @type. */
static bool is_used(tree type)
{
	cgraph_node *node;
	tree var;
	unsigned int i;

	FOR_EACH_FUNCTION_WITH_GIMPLE_BODY(node) {
		function *fn = DECL_STRUCT_FUNCTION(node->decl);

		if (!fn || DECL_DECLARED_INLINE_P(node->decl) ||
		    !in_main_file(DECL_SOURCE_LOCATION(node->decl)))
			continue;
		FOR_EACH_LOCAL_DECL(fn, i, var)
			if (TYPE_MAIN_VARIANT(TREE_TYPE(var)) == type)
				return true;
	}
	return false;
}

/* Two owners of the same type of object, of which each frees it in its own way. */
void find_two_destructors()
{
	std::unordered_map<tree, const pinned_owner *> first;

	for (const pinned_owner &o : owners) {
		if (!is_used(o.type))
			continue;

		const pinned_owner *other = first.emplace(o.object, &o).first->second;

		if (other->releaser == o.releaser || !in_main_file(place_of(o.type)))
			continue;
		add("SAFE_E_PIN_DESTRUCTOR", place_of(o.type),
		    std::string("struct '") + tag_name(o.object) + "' is pinned and has "
		    "two owners that free it differently: '" + tag_name(other->type) +
		    "' with " + other->releaser + "(), '" + tag_name(o.type) + "' with " +
		    o.releaser + "(); one destructor undoes all of it");
	}
}

void look_at_pinned_type(tree type)
{
	if (TREE_CODE(type) != RECORD_TYPE || !COMPLETE_TYPE_P(type))
		return;
	look_at_packed(type);
	look_at_owner(type);
}

/* ---- copies ---- */

static std::string called(tree type)
{
	while (TREE_CODE(type) == ARRAY_TYPE)
		type = TREE_TYPE(type);
	return std::string("struct '") + tag_name(type) + "'";
}

static void copied(location_t where, tree type, const char *how)
{
	add("SAFE_E_PIN_COPIED", where,
	    called(type) + " is pinned and " + how + ": what it contains is only good where "
	    "it was initialised; pass a pointer");
}

tree target_of(tree pointer)
{
	while (TREE_CODE(pointer) == SSA_NAME) {
		gimple *def = SSA_NAME_DEF_STMT(pointer);
		tree type = TREE_TYPE(pointer);

		if (POINTER_TYPE_P(type) && !VOID_TYPE_P(TREE_TYPE(type)) &&
		    !integer_onep(TYPE_SIZE_UNIT(TREE_TYPE(type)) ?: integer_one_node))
			return TREE_TYPE(type);
		if (!gimple_assign_single_p(def) && !gimple_assign_cast_p(def))
			return NULL_TREE;
		pointer = gimple_assign_rhs1(def);
	}
	if (TREE_CODE(pointer) == ADDR_EXPR)
		return TREE_TYPE(TREE_OPERAND(pointer, 0));
	return NULL_TREE;
}

/* The functions that move bytes: which argument they are moved from or to. */
static const struct mover {
	const char *name;
	unsigned int arg;
	int size;	/* the argument that says how many; -1: all of it */
	const char *how;
} movers[] = {
	{ "memcpy", 1, 2, "copied byte by byte" },
	{ "memmove", 1, 2, "moved byte by byte" },
	{ "__memcpy", 1, 2, "copied byte by byte" },
	{ "kmemdup", 0, 1, "copied byte by byte" },
	{ "kmemdup_noprof", 0, 1, "copied byte by byte" },
	{ "kvmemdup", 0, 1, "copied byte by byte" },
	{ "devm_kmemdup", 1, 2, "copied byte by byte" },
	{ "krealloc", 0, -1, "moved by krealloc()" },
	{ "krealloc_noprof", 0, -1, "moved by krealloc()" },
	{ "krealloc_node_align_noprof", 0, -1, "moved by krealloc()" },
	{ "krealloc_array", 0, -1, "moved by krealloc_array()" },
	{ "kvrealloc", 0, -1, "moved by kvrealloc()" },
	{ "devm_krealloc", 1, -1, "moved by devm_krealloc()" },
	{ "copy_to_user", 1, 2, "copied to user space" },
	{ "copy_from_user", 0, 2, "overwritten from user space" },
	{ "sort", 0, -1, "moved by sort()" },
};

static const mover *mover_called(tree fndecl)
{
	const char *name = fndecl && DECL_NAME(fndecl) ?
			   IDENTIFIER_POINTER(DECL_NAME(fndecl)) : "";

	if (!strncmp(name, "__builtin_", 10))
		name += 10;
	for (const mover &mv : movers)
		if (!strcmp(mv.name, name))
			return &mv;
	return NULL;
}

/*
 * The number that @size is.  Fortified functions give it a name first, and hide it from
 * the optimiser where they check it.
 */
static tree number_behind(tree size, int depth = 0)
{
	if (TREE_CODE(size) != SSA_NAME || depth > 8)
		return size;

	gimple *def = SSA_NAME_DEF_STMT(size);
	const gasm *hidden = dyn_cast<const gasm *>(def);

	if (hidden && gimple_asm_ninputs(hidden) == 1)
		return number_behind(TREE_VALUE(gimple_asm_input_op(hidden, 0)), depth + 1);
	if (gphi *phi = dyn_cast<gphi *>(def))
		return number_behind(gimple_phi_arg_def(phi, 0), depth + 1);
	if (gimple_assign_single_p(def) || gimple_assign_cast_p(def))
		return number_behind(gimple_assign_rhs1(def), depth + 1);
	return size;
}

/* Whether @size bytes are all of @type; a header in front of it may be copied. */
static bool is_whole(tree size, tree type)
{
	size = number_behind(size);
	return TREE_CODE(size) != INTEGER_CST || !TYPE_SIZE_UNIT(type) ||
	       TREE_CODE(TYPE_SIZE_UNIT(type)) != INTEGER_CST ||
	       !tree_int_cst_lt(size, TYPE_SIZE_UNIT(type));
}

static void look_at_call(const gcall *call)
{
	location_t where = gimple_location(call);

	if (gimple_call_internal_p(call))
		return;

	const mover *mv = mover_called(gimple_call_fndecl(call));

	if (mv && mv->arg < gimple_call_num_args(call)) {
		tree type = target_of(gimple_call_arg(call, mv->arg));

		if (type && is_marked_pinned(type) &&
		    (mv->size < 0 || is_whole(gimple_call_arg(call, mv->size), type)))
			copied(where, type, mv->how);
	}
	for (unsigned int i = 0; i < gimple_call_num_args(call); i++) {
		tree type = TREE_TYPE(gimple_call_arg(call, i));

		if (is_marked_pinned(type))
			copied(where, type, "passed by value");
	}
	if (gimple_call_lhs(call) && is_marked_pinned(TREE_TYPE(gimple_call_lhs(call))))
		copied(where, TREE_TYPE(gimple_call_lhs(call)), "returned by value");
}

static void look_at_assignment(const gassign *assign)
{
	tree lhs = gimple_assign_lhs(assign), rhs = gimple_assign_rhs1(assign);

	if (gimple_clobber_p(assign) || !gimple_assign_single_p(assign) ||
	    is_gimple_reg_type(TREE_TYPE(lhs)))
		return;
	/* Bytes: what memcpy() of a known size has become. */
	if (TREE_CODE(TREE_TYPE(rhs)) == ARRAY_TYPE && TREE_CODE(rhs) == MEM_REF) {
		tree type = target_of(TREE_OPERAND(rhs, 0));

		if (type && is_marked_pinned(type) &&
		    is_whole(TYPE_SIZE_UNIT(TREE_TYPE(rhs)) ?: integer_zero_node, type))
			copied(gimple_location(assign), type, "copied byte by byte");
		return;
	}
	if (TREE_CODE(rhs) != CONSTRUCTOR && is_marked_pinned(TREE_TYPE(rhs)))
		copied(gimple_location(assign), TREE_TYPE(rhs), "copied");
}

void find_pinned_copies(function *fn)
{
	basic_block bb;

	for (tree parm = DECL_ARGUMENTS(fn->decl); parm; parm = DECL_CHAIN(parm))
		if (is_marked_pinned(TREE_TYPE(parm)))
			copied(DECL_SOURCE_LOCATION(parm), TREE_TYPE(parm), "passed by value");
	if (is_marked_pinned(TREE_TYPE(TREE_TYPE(fn->decl)))) {
		copied(DECL_SOURCE_LOCATION(fn->decl), TREE_TYPE(TREE_TYPE(fn->decl)),
		       "returned by value");
		return;
	}
	FOR_EACH_BB_FN(bb, fn) {
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			gimple *stmt = gsi_stmt(i);

			if (in_own_macro(gimple_location(stmt)))
				continue;
			if (const gcall *call = dyn_cast<gcall *>(stmt))
				look_at_call(call);
			else if (const gassign *assign = dyn_cast<gassign *>(stmt))
				look_at_assignment(assign);
		}
	}
}

} /* namespace safe */
