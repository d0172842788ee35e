// SPDX-License-Identifier: GPL-2.0
/*
 * Part of rule "pin": initialisers made with <safe/pin.h>.
 *
 * The headers check that each field is there, once and in order.  Left is what is
 * done with the object in between: reading a field that is not done yet, letting
 * others see the object before its last field is, and keeping in it a pointer to a
 * variable that ends with the function.  The steps stand one
 * below the other in the outermost block, so that the order of the lines is that
 * of the steps.
 */
#include "pin.h"
#include "../location.h"
#include "../names.h"

namespace safe {

namespace {

const char self_prefix[] = "__safe_self_", guard_prefix[] = "__safe_guard_",
	   unwind_prefix[] = "__safe_unwind_";

bool begins(const char *text, const char *with)
{
	return !strncmp(text, with, strlen(with));
}

class initialiser {
public:
	explicit initialiser(function *fn);
	void look();

private:
	struct step {
		std::string field;
		location_t where;
	};

	void find_steps();
	void look_at_loads(const gimple *stmt);
	void look_at_call(const gcall *call);
	void look_at_store(const gassign *assign);
	void look_at_value(const gassign *assign);
	bool is_self(tree value, int depth = 0) const;
	const step *step_of(const std::string &field) const;

	function *fn;
	std::string type;	/* struct @type */
	bool zeroed = false;
	std::vector<step> steps;	/* in the order of the source */
};

bool later(location_t a, location_t b)
{
	return linemap_compare_locations(line_table, user_location(b), user_location(a)) > 0;
}

initialiser::initialiser(function *fn) : fn(fn)
{
	tree var;
	unsigned int i;

	FOR_EACH_LOCAL_DECL(fn, i, var)
		if (begins(decl_name(var), self_prefix))
			type = decl_name(var) + strlen(self_prefix);
	if (!type.empty())
		find_steps();
}

/* Each field that is done has a variable that undoes it: __safe_unwind_TYPE_FIELD. */
void initialiser::find_steps()
{
	std::string prefix = unwind_prefix + type + "_";
	tree var;
	unsigned int i;

	FOR_EACH_LOCAL_DECL(fn, i, var) {
		tree cleanup = lookup_attribute("cleanup", DECL_ATTRIBUTES(var));
		tree undo = cleanup ? TREE_VALUE(TREE_VALUE(cleanup)) : NULL_TREE;
		const char *name = undo && DECL_P(undo) ? decl_name(undo) :
				   undo && TREE_CODE(undo) == IDENTIFIER_NODE ?
				   IDENTIFIER_POINTER(undo) : "";

		if (begins(name, prefix.c_str()))
			steps.push_back({ name + prefix.size(), DECL_SOURCE_LOCATION(var) });
	}
	std::sort(steps.begin(), steps.end(), [](const step &a, const step &b) {
		return later(b.where, a.where);
	});
}

const initialiser::step *initialiser::step_of(const std::string &field) const
{
	for (const step &s : steps)
		if (s.field == field)
			return &s;
	return NULL;
}

/* Whether @value is the object, or a member of it. */
bool initialiser::is_self(tree value, int depth) const
{
	if (depth > 6)
		return false;
	if (TREE_CODE(value) == ADDR_EXPR) {
		tree base = get_base_address(TREE_OPERAND(value, 0));

		return base && TREE_CODE(base) == MEM_REF &&
		       is_self(TREE_OPERAND(base, 0), depth + 1);
	}
	if (TREE_CODE(value) != SSA_NAME)
		return false;
	if (SSA_NAME_VAR(value) &&
	    self_prefix + type == decl_name(SSA_NAME_VAR(value)))
		return true;

	gimple *def = SSA_NAME_DEF_STMT(value);

	/* The parameter that safe_pin_begin() was given. */
	if (gimple_nop_p(def)) {
		imm_use_iterator i;
		gimple *use;
		bool found = false;

		FOR_EACH_IMM_USE_STMT(use, i, value)
			found |= gimple_assign_ssa_name_copy_p(use) &&
				 SSA_NAME_VAR(gimple_assign_lhs(use)) &&
				 self_prefix + type ==
				 decl_name(SSA_NAME_VAR(gimple_assign_lhs(use)));
		return found;
	}
	if (gimple_assign_single_p(def) || gimple_assign_cast_p(def))
		return is_self(gimple_assign_rhs1(def), depth + 1);
	return false;
}

void add(const char *id, location_t where, const std::string &text, location_t other,
	 const std::string &note)
{
	finding f;

	f.id = id;
	f.where = where;
	f.text = text;
	f.notes.push_back({ other, note });
	f.key = std::string(id) + std::to_string(user_location(where)) + note;
	add_finding(std::move(f));
}

/* The member of the object itself that @ref is, or is in. */
tree member_of_self(tree ref)
{
	tree field = NULL_TREE;

	for (; handled_component_p(ref); ref = TREE_OPERAND(ref, 0))
		if (TREE_CODE(ref) == COMPONENT_REF)
			field = TREE_OPERAND(ref, 1);
	return field;
}

void initialiser::look_at_loads(const gimple *stmt)
{
	tree rhs = gimple_assign_single_p(stmt) ? gimple_assign_rhs1(stmt) : NULL_TREE;
	tree base = rhs && handled_component_p(rhs) ? get_base_address(rhs) : NULL_TREE;
	location_t where = gimple_location(stmt);

	if (zeroed || !base || TREE_CODE(base) != MEM_REF ||
	    !is_self(TREE_OPERAND(base, 0)))
		return;

	std::string field = decl_name(member_of_self(rhs));
	const step *s = step_of(field);

	if (!s || !later(s->where, where))
		return;
	add("SAFE_E_PIN_EARLY", where,
	    "'" + field + "' of struct '" + type + "' is read before it is initialised; "
	    "move its step up, in the list too", s->where, "it is initialised here");
}

/* Functions that make an object visible: which argument leads to it. */
const struct publisher {
	const char *name;
	int arg;
} publishers[] = {
	{ "list_add", 0 }, { "list_add_tail", 0 }, { "list_add_rcu", 0 },
	{ "list_add_tail_rcu", 0 }, { "hlist_add_head", 0 }, { "hlist_add_head_rcu", 0 },
	{ "llist_add", 0 }, { "queue_work_on", 2 }, { "queue_work", 1 },
	{ "schedule_work", 0 }, { "queue_delayed_work", 1 }, { "queue_delayed_work_on", 2 },
	{ "schedule_delayed_work", 0 }, { "mod_timer", 0 }, { "add_timer", 0 },
	{ "hrtimer_start", 0 }, { "hrtimer_start_range_ns", 0 }, { "misc_register", 0 },
	{ "cdev_add", 0 }, { "device_register", 0 }, { "device_add", 0 },
	{ "platform_device_register", 0 }, { "request_irq", 4 },
	{ "request_threaded_irq", 5 }, { "devm_request_irq", 5 },
	{ "devm_request_threaded_irq", 6 }, { "call_rcu", 0 }, { "register_netdev", 0 },
	{ "input_register_device", 0 }, { "kthread_create_on_node", 1 },
};

void initialiser::look_at_call(const gcall *call)
{
	tree fndecl = gimple_call_fndecl(call);
	location_t where = gimple_location(call);

	for (const publisher &p : publishers) {
		if (strcmp(p.name, decl_name(fndecl)) ||
		    p.arg >= (int)gimple_call_num_args(call) ||
		    !is_self(gimple_call_arg(call, p.arg)))
			continue;
		if (steps.empty() || !later(steps.back().where, where))
			continue;

		/* The step that this is part of is done by it; are there others? */
		const step &last = steps.back();

		if (user_location(last.where) == user_location(where))
			continue;
		add("SAFE_E_PIN_PUBLISHED", where,
		    "struct '" + type + "' is seen by others from here on, by '" +
		    std::string(p.name) + "', before all of it is initialised; make this "
		    "the last step: safe_pin_publish()", last.where,
		    "'" + last.field + "' is initialised here");
		return;
	}
}

/* foos[i] = foo, rcu_assign_pointer(the_foo, foo). */
void initialiser::look_at_store(const gassign *assign)
{
	tree lhs = gimple_assign_lhs(assign);
	tree base = REFERENCE_CLASS_P(lhs) ? get_base_address(lhs) : lhs;
	location_t where = gimple_location(assign);

	if (!gimple_assign_single_p(assign) || !base || !VAR_P(base) || !is_global_var(base) ||
	    !is_self(gimple_assign_rhs1(assign)) || steps.empty() ||
	    !later(steps.back().where, where))
		return;
	add("SAFE_E_PIN_PUBLISHED", where,
	    "struct '" + type + "' is seen by others from here on, through '" +
	    decl_name(base) + "', before all of it is initialised; make this the last step: "
	    "safe_pin_publish()", steps.back().where,
	    "'" + steps.back().field + "' is initialised here");
}

/* The variable on the stack that @value points to, or into. */
tree local_behind(tree value, int depth = 0)
{
	if (depth > 6)
		return NULL_TREE;
	if (TREE_CODE(value) == ADDR_EXPR) {
		tree base = get_base_address(TREE_OPERAND(value, 0));

		return base && (VAR_P(base) || TREE_CODE(base) == PARM_DECL) &&
		       auto_var_p(base) ? base : NULL_TREE;
	}
	if (TREE_CODE(value) != SSA_NAME)
		return NULL_TREE;

	gimple *def = SSA_NAME_DEF_STMT(value);

	if (gimple_assign_single_p(def) || gimple_assign_cast_p(def))
		return local_behind(gimple_assign_rhs1(def), depth + 1);
	return NULL_TREE;
}

/* safe_pin_set(foo, id, &id): the object stays, the variable does not. */
void initialiser::look_at_value(const gassign *assign)
{
	tree lhs = gimple_assign_lhs(assign);
	tree base = REFERENCE_CLASS_P(lhs) ? get_base_address(lhs) : NULL_TREE;
	location_t where = gimple_location(assign);

	if (!gimple_assign_single_p(assign) || !base || TREE_CODE(base) != MEM_REF ||
	    !in_macro(where, "safe_pin_set") || !is_self(TREE_OPERAND(base, 0)))
		return;

	tree local = local_behind(gimple_assign_rhs1(assign));

	if (!local)
		return;
	add("SAFE_E_PIN_OUTLIVES", where,
	    "struct '" + type + "' keeps a pointer to '" + decl_name(local) +
	    "', which ends with this function; keep a copy, or point to what lives as long",
	    DECL_SOURCE_LOCATION(local), "it is on the stack");
}

void initialiser::look()
{
	basic_block bb;

	if (type.empty())
		return;
	FOR_EACH_BB_FN(bb, fn)
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			gcall *call = dyn_cast<gcall *>(gsi_stmt(i));

			zeroed |= call && gimple_call_builtin_p(call, BUILT_IN_MEMSET) &&
				  integer_zerop(gimple_call_arg(call, 1)) &&
				  is_self(gimple_call_arg(call, 0)) &&
				  in_own_macro(gimple_location(call));
		}
	FOR_EACH_BB_FN(bb, fn) {
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			gimple *stmt = gsi_stmt(i);

			if (const gcall *call = dyn_cast<gcall *>(stmt))
				look_at_call(call);
			if (const gassign *assign = dyn_cast<gassign *>(stmt)) {
				look_at_loads(stmt);
				look_at_store(assign);
				look_at_value(assign);
			}
		}
	}
}

} /* namespace */

void find_early_use(function *fn)
{
	initialiser(fn).look();
}

} /* namespace safe */
