// SPDX-License-Identifier: GPL-2.0
/*
 * Part of rule "init": locks and the like that are used before they are initialised.
 *
 * An interrupt can come as soon as its handler is registered, and a notifier can be
 * called: what they use must be ready by then.  And a lock in a struct that only this
 * file knows must be initialised in this file.
 */
#include "init_order.h"
#include "code.h"
#include "../diagnostics.h"
#include "../location.h"

namespace safe {

using namespace code;

static const char id[] = "SAFE_E_USED_BEFORE_INIT";

/* Functions that a handler calls, and that these call. */
static const int MOST_DEPTH = 4;
/* IRQF_NO_AUTOEN: the interrupt stays off until somebody enables it. */
static const int64_t NO_AUTOEN = 0x00080000;

/* What the members are that need a call before they can be used. */
static const char *kind_of(const_tree field)
{
	tree type = TYPE_MAIN_VARIANT(TREE_TYPE(field));
	const char *name = RECORD_OR_UNION_TYPE_P(type) && TYPE_IDENTIFIER(type) ?
			   IDENTIFIER_POINTER(TYPE_IDENTIFIER(type)) : "";

	for (const auto &k : { std::make_pair("mutex", "mutex_init"),
			       std::make_pair("spinlock", "spin_lock_init"),
			       std::make_pair("raw_spinlock", "raw_spin_lock_init"),
			       std::make_pair("rw_semaphore", "init_rwsem"),
			       std::make_pair("completion", "init_completion"),
			       std::make_pair("wait_queue_head", "init_waitqueue_head") })
		if (!strcmp(name, k.first))
			return k.second;
	return NULL;
}

static bool is_init(const char *name)
{
	return is_one_of(name, { "__mutex_init", "mutex_init_generic", "mutex_rt_init_generic",
				 "__raw_spin_lock_init", "__init_rwsem", "init_completion",
				 "__init_waitqueue_head", "__devm_mutex_init", "devm_mutex_init",
				 "__init_completion", "init_completion_map" });
}

/* Uses of a member that has to be ready; all else may be its initialisation. */
static bool is_use(const char *name)
{
	/* What guard() calls. */
	if (!strncmp(name, "class_", 6))
		return true;
	return is_one_of(name, {
		"mutex_lock", "mutex_lock_nested", "mutex_unlock", "mutex_trylock",
		"mutex_lock_interruptible", "mutex_lock_interruptible_nested",
		"mutex_lock_killable", "mutex_is_locked", "mutex_destroy",
		"spin_lock", "spin_unlock", "spin_lock_irq", "spin_unlock_irq",
		"spin_lock_bh", "spin_unlock_bh", "spin_trylock", "_raw_spin_lock_irqsave",
		"spin_unlock_irqrestore", "_raw_spin_lock", "_raw_spin_unlock",
		"_raw_spin_lock_irq", "_raw_spin_unlock_irq", "_raw_spin_unlock_irqrestore",
		"down_read", "up_read", "down_write", "up_write",
		"complete", "complete_all", "wait_for_completion",
		"wait_for_completion_timeout", "wait_for_completion_interruptible",
		"wait_for_completion_interruptible_timeout",
		"__wake_up", "prepare_to_wait_event", "finish_wait", "init_wait_entry" });
}

/* The outermost member of the object that @op, a pointer, points into. */
static tree member_at(tree op, tree *object)
{
	op = origin(op);
	if (TREE_CODE(op) == SSA_NAME) {
		const gcall *call = dyn_cast<gcall *>(SSA_NAME_DEF_STMT(op));

		/* spin_lock_init() and others go through this, to check the type. */
		if (!call || strcmp(callee(call), "spinlock_check"))
			return NULL_TREE;
		op = origin(gimple_call_arg(call, 0));
	}
	if (TREE_CODE(op) != ADDR_EXPR)
		return NULL_TREE;

	tree ref = TREE_OPERAND(op, 0), member = NULL_TREE;

	while (handled_component_p(ref)) {
		if (TREE_CODE(ref) == COMPONENT_REF)
			member = ref;
		ref = TREE_OPERAND(ref, 0);
	}
	if (!member || (TREE_CODE(ref) != MEM_REF && !DECL_P(ref)))
		return NULL_TREE;
	*object = DECL_P(ref) ? ref : origin(TREE_OPERAND(ref, 0));
	return TREE_OPERAND(member, 1);
}

/* The lock that @op points to, also one in a struct that is part of the object. */
static tree lock_at(tree op, tree *object)
{
	tree field = POINTER_TYPE_P(TREE_TYPE(op)) ? member_at(op, object) : NULL_TREE;

	if (!field)
		return NULL_TREE;
	op = origin(op);
	if (TREE_CODE(op) == SSA_NAME)
		op = origin(gimple_call_arg(SSA_NAME_DEF_STMT(op), 0));
	for (tree ref = TREE_OPERAND(op, 0); handled_component_p(ref);
	     ref = TREE_OPERAND(ref, 0))
		if (TREE_CODE(ref) == COMPONENT_REF && kind_of(TREE_OPERAND(ref, 1)))
			return TREE_OPERAND(ref, 1);
	return NULL_TREE;
}

static tree lock_at(tree op)
{
	tree object;

	return lock_at(op, &object);
}

/* Whether @fndecl, or a function of this file that it calls, uses @field. */
static bool uses(tree fndecl, tree field, int depth)
{
	function *fn = DECL_STRUCT_FUNCTION(fndecl);
	basic_block bb;

	if (!fn || !fn->cfg || !gimple_in_ssa_p(fn) || depth > MOST_DEPTH)
		return false;
	FOR_EACH_BB_FN(bb, fn) {
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			const gcall *call = dyn_cast<gcall *>(gsi_stmt(i));

			if (!call)
				continue;
			if (!is_init(callee(call)))
				for (unsigned int n = 0; n < gimple_call_num_args(call); n++)
					if (lock_at(gimple_call_arg(call, n)) == field)
						return true;

			tree called = gimple_call_fndecl(call);

			if (called && in_main_file(DECL_SOURCE_LOCATION(called)) &&
			    uses(called, field, depth + 1))
				return true;
		}
	}
	return false;
}

namespace {

/* A call after which handlers may run. */
struct registration {
	const gcall *call;
	tree object;		/* what they get */
	std::vector<tree> handlers;
};

struct late_init {
	const gcall *call;
	tree object, field;
};

/* What is known of a lock in all functions of the file. */
struct lock_use {
	bool ready = false;	/* initialised, or given to somebody who may do it */
	const gcall *used = NULL;
};

} /* namespace */

static std::map<tree, lock_use> &locks()
{
	static std::map<tree, lock_use> all;

	return all;
}

/* Types that are copied whole, or have static objects. */
static std::unordered_set<tree> copied_types;

static bool registers(const char *name)
{
	return (strstr(name, "request") && strstr(name, "irq") && !strstr(name, "free")) ||
	       !strcmp(name, "acpi_install_notify_handler");
}

/* "st->nb.notifier_call = fn" */
static void note_callback(const gassign *stmt, std::map<tree, tree> *callbacks)
{
	tree rhs = gimple_assign_rhs1(stmt), ref = gimple_assign_lhs(stmt), member = NULL_TREE;

	if (!gimple_assign_single_p(stmt) || TREE_CODE(rhs) != ADDR_EXPR ||
	    TREE_CODE(TREE_OPERAND(rhs, 0)) != FUNCTION_DECL)
		return;
	while (handled_component_p(ref)) {
		if (TREE_CODE(ref) == COMPONENT_REF)
			member = TREE_OPERAND(ref, 1);
		ref = TREE_OPERAND(ref, 0);
	}

	tree type = member ? TYPE_MAIN_VARIANT(TREE_TYPE(member)) : NULL_TREE;

	if (type && RECORD_OR_UNION_TYPE_P(type) && TYPE_IDENTIFIER(type) &&
	    !strcmp(IDENTIFIER_POINTER(TYPE_IDENTIFIER(type)), "notifier_block"))
		(*callbacks)[member] = TREE_OPERAND(rhs, 0);
}

static bool find_registration(const gcall *call, const std::map<tree, tree> &callbacks,
			      registration *r)
{
	const char *name = callee(call);
	bool irq = registers(name), notifier = strstr(name, "register") &&
					       !strstr(name, "unregister");
	int64_t flags;

	if (!irq && (!notifier || callbacks.empty()))
		return false;
	r->call = call;
	r->object = NULL_TREE;
	for (unsigned int i = 0; i < gimple_call_num_args(call); i++) {
		tree arg = origin(gimple_call_arg(call, i)), object;

		if (TREE_CODE(arg) == ADDR_EXPR &&
		    TREE_CODE(TREE_OPERAND(arg, 0)) == FUNCTION_DECL) {
			r->handlers.push_back(TREE_OPERAND(arg, 0));
		} else if (irq && POINTER_TYPE_P(TREE_TYPE(arg)) && !integer_zerop(arg)) {
			r->object = arg;
		} else if (irq && constant(arg, &flags) && (flags & NO_AUTOEN)) {
			return false;
		} else if (notifier && POINTER_TYPE_P(TREE_TYPE(arg))) {
			tree field = member_at(arg, &object);
			auto found = callbacks.find(field);

			if (field && found != callbacks.end()) {
				r->object = object;
				r->handlers.push_back(found->second);
			}
		}
	}
	return r->object && !r->handlers.empty();
}

static void note_lock(const gcall *call, unsigned int i)
{
	tree field = lock_at(gimple_call_arg(call, i));
	const char *name = callee(call);

	if (!field || !strcmp(name, "spinlock_check") || asks_about(call))
		return;

	lock_use &l = locks()[field];

	if (!is_use(name))
		l.ready = true;
	else if (!l.used && is_users(call) && strcmp(name, "mutex_destroy"))
		l.used = call;
}

static void judge(function *fn, const registration &r, const std::vector<late_init> &inits)
{
	for (const late_init &late : inits) {
		bool before = false;

		if (late.object != r.object || !comes_after(fn, r.call, late.call) ||
		    comes_after(fn, late.call, r.call))
			continue;
		for (const late_init &other : inits)
			before |= other.field == late.field && &other != &late &&
				  !comes_after(fn, r.call, other.call);
		if (before)
			continue;
		for (tree handler : r.handlers) {
			std::string member = IDENTIFIER_POINTER(DECL_NAME(late.field));

			if (!uses(handler, late.field, 0))
				continue;
			report(fn, id, late.call, "'" + member + "' is initialised after '" +
			       callee(r.call) + "' has registered '" +
			       IDENTIFIER_POINTER(DECL_NAME(handler)) + "', which uses it: "
			       "call " + kind_of(late.field) + "() before that", false,
			       late.field);
			break;
		}
	}
}

/* Whether @lhs is a variable that only says what to undo: guard() has one. */
static bool is_cleanup(tree lhs)
{
	return VAR_P(lhs) && lookup_attribute("cleanup", DECL_ATTRIBUTES(lhs));
}

void find_late_init(function *fn)
{
	std::vector<registration> registrations;
	std::vector<late_init> inits;
	std::map<tree, tree> callbacks;
	basic_block bb;

	FOR_EACH_BB_FN(bb, fn) {
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			if (const gassign *stmt = dyn_cast<gassign *>(gsi_stmt(i))) {
				tree lhs = gimple_assign_lhs(stmt);

				if (!gimple_store_p(stmt))
					continue;
				note_callback(stmt, &callbacks);
				if (TREE_CODE(lhs) == COMPONENT_REF &&
				    kind_of(TREE_OPERAND(lhs, 1)))
					locks()[TREE_OPERAND(lhs, 1)].ready = true;
				if (RECORD_OR_UNION_TYPE_P(TREE_TYPE(lhs)) &&
				    !gimple_clobber_p(stmt))
					copied_types.insert(TYPE_MAIN_VARIANT(TREE_TYPE(lhs)));
				if (tree field = lock_at(gimple_assign_rhs1(stmt)))
					locks()[field].ready |= !is_cleanup(lhs);
				continue;
			}

			const gcall *call = dyn_cast<gcall *>(gsi_stmt(i));
			registration r;

			if (!call || gimple_call_internal_p(call))
				continue;
			for (unsigned int n = 0; n < gimple_call_num_args(call); n++) {
				tree object, field;

				note_lock(call, n);
				if (!is_init(callee(call)) || !is_users(call))
					continue;
				field = lock_at(gimple_call_arg(call, n), &object);
				if (field)
					inits.push_back({ call, object, field });
			}
			if (find_registration(call, callbacks, &r))
				registrations.push_back(r);
		}
	}
	for (const registration &r : registrations)
		judge(fn, r, inits);
}

static bool allocates(function *fn)
{
	basic_block bb;

	FOR_EACH_BB_FN(bb, fn)
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			const gcall *call = dyn_cast<gcall *>(gsi_stmt(i));

			if (call && strstr(callee(call), "alloc"))
				return true;
		}
	return false;
}

/* Whether @name comes from a call, not from where others have put it. */
static bool is_from_call(tree name)
{
	const gimple *def = SSA_NAME_DEF_STMT(name);

	while (is_gimple_assign(def) && TREE_CODE(gimple_assign_rhs1(def)) == SSA_NAME &&
	       (gimple_assign_cast_p(def) || gimple_assign_single_p(def)))
		def = SSA_NAME_DEF_STMT(gimple_assign_rhs1(def));
	return !gimple_assign_load_p(def) && !gimple_nop_p(def) && !gimple_call_internal_p(def);
}

/* Where this file gets an object of @type as mere memory, which it has to fill. */
static const gimple *maker(tree type)
{
	const gimple *made = NULL;
	cgraph_node *node;
	tree name;
	unsigned int i;

	FOR_EACH_FUNCTION_WITH_GIMPLE_BODY(node) {
		function *fn = DECL_STRUCT_FUNCTION(node->decl);

		if (!fn || !fn->cfg || !gimple_in_ssa_p(fn) ||
		    !in_main_file(DECL_SOURCE_LOCATION(node->decl)) || !allocates(fn))
			continue;
		FOR_EACH_SSA_NAME(i, name, fn)
			if (!SSA_NAME_IS_DEFAULT_DEF(name) && POINTER_TYPE_P(TREE_TYPE(name)) &&
			    TYPE_MAIN_VARIANT(TREE_TYPE(TREE_TYPE(name))) == type &&
			    is_from_call(name)) {
				made = SSA_NAME_DEF_STMT(name);
				/* What inline functions make, has its place elsewhere. */
				if (is_users(made))
					return made;
			}
	}
	return made;
}

/* Whether nobody but this file can have initialised the member: it is private to it. */
static bool is_ours(tree field)
{
	tree type = TYPE_MAIN_VARIANT(DECL_CONTEXT(field));
	varpool_node *node;

	if (!in_main_file(DECL_SOURCE_LOCATION(field)) || copied_types.count(type))
		return false;
	/* A static object has its initialiser, or may be part of one that has. */
	FOR_EACH_VARIABLE(node) {
		tree t = TREE_TYPE(node->decl);

		while (TREE_CODE(t) == ARRAY_TYPE)
			t = TREE_TYPE(t);
		if (TYPE_MAIN_VARIANT(t) == type)
			return false;
	}
	return true;
}

void find_no_init()
{
	for (const auto &l : locks()) {
		if (l.second.ready || !l.second.used || !is_ours(l.first))
			continue;

		const gimple *made = maker(TYPE_MAIN_VARIANT(DECL_CONTEXT(l.first)));
		std::string member = IDENTIFIER_POINTER(DECL_NAME(l.first));
		std::string user = callee(l.second.used);
		finding f;

		if (!made)
			continue;
		/* There the call is missing, if it can be told. */
		f.id = id;
		f.where = place(is_users(made) ? made : l.second.used);
		f.text = "'" + member + "' is used by '" +
			 (user.compare(0, 6, "class_") ? user : "guard") +
			 "' but nobody initialises it: call " + kind_of(l.first) +
			 "() where the object is made";
		f.notes.push_back({ place(l.second.used), "it is used here" });
		f.key = std::string(id) + std::to_string((size_t)l.first);
		add_finding(std::move(f));
	}
}

} /* namespace safe */
