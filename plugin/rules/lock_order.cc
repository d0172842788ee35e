// SPDX-License-Identifier: GPL-2.0
/*
 * Rule "lock": in what order locks are taken.
 *
 * __acquired_before() and __acquired_after() speak of the declaration of a lock, so of
 * that lock in all objects, as lockdep does.  Where nothing is declared, two functions of
 * the file that take the same two locks the other way round are worth a look.
 */
#include "lock.h"
#include "lock_text.h"
#include "../location.h"

namespace safe {

namespace {

/* What the locks are after that have this one declared before them. */
typedef std::multimap<tree, tree> order;

/* The declaration of the lock that @text, beside the members of @record, names. */
tree named_lock(tree record, const std::string &text)
{
	tree found = NULL_TREE;
	std::string word;
	int64_t offset = 0;

	for (const char *at = text.c_str();; at++) {
		if (ISIDNUM(*at)) {
			word += *at;
			continue;
		}
		if (!word.empty()) {
			tree type = found ? TREE_TYPE(found) : record;

			if (type && POINTER_TYPE_P(type))
				type = TREE_TYPE(type);

			tree member = type && RECORD_OR_UNION_TYPE_P(type) ?
				      find_member(type, word, &offset) : NULL_TREE;
			symtab_node *node = found || member ? NULL :
				symtab_node::get_for_asmname(get_identifier(word.c_str()));

			found = node && VAR_P(node->decl) ? node->decl : member;
			if (!found)
				return NULL_TREE;
			word.clear();
		}
		if (!*at)
			return found;
		if (!strchr("&*()->. ", *at))
			return NULL_TREE;
	}
}

void add_order(order *all, tree decl, tree record)
{
	for (bool before : { true, false })
		for (const std::string &text : order_of(decl, before)) {
			tree other = named_lock(record, text);

			if (other)
				all->emplace(before ? decl : other, before ? other : decl);
		}
}

/* All that is declared in this compilation. */
const order &declared_order()
{
	static order all;
	static bool read;
	varpool_node *node;

	if (read)
		return all;
	read = true;
	for (tree member : ordered_members())
		add_order(&all, member, DECL_CONTEXT(member));
	FOR_EACH_VARIABLE(node)
		if (DECL_ATTRIBUTES(node->decl))
			add_order(&all, node->decl, NULL_TREE);
	return all;
}

/* Whether @first is to be taken before @second; directly, or by way of others. */
bool is_before(tree first, tree second)
{
	std::vector<tree> todo = { first };
	std::set<tree> seen;

	while (!todo.empty()) {
		auto all = declared_order().equal_range(todo.back());

		todo.pop_back();
		for (auto i = all.first; i != all.second; i++) {
			if (i->second == second)
				return true;
			if (seen.insert(i->second).second)
				todo.push_back(i->second);
		}
	}
	return false;
}

/* Two locks, by name, of which one was taken while the other was held. */
typedef std::pair<std::string, std::string> lock_pair;

struct taken_so {
	std::string held, taken;	/* what messages call them */
	std::string function;
	finding f;
};

std::map<lock_pair, taken_so> &pairs()
{
	static std::map<lock_pair, taken_so> all;

	return all;
}

} /* namespace */

/* "&p->lock" that @address was computed as; NULL_TREE: it is not seen. */
static tree place_of(tree address)
{
	for (int steps = 0; TREE_CODE(address) == SSA_NAME && steps < 4; steps++) {
		gimple *def = SSA_NAME_DEF_STMT(address);

		if (is_gimple_call(def) && gimple_call_num_args(def) == 1)	/* spinlock_check() */
			address = gimple_call_arg(def, 0);
		else if (gimple_assign_single_p(def) || gimple_assign_cast_p(def))
			address = gimple_assign_rhs1(def);
		else
			break;
	}
	return TREE_CODE(address) == ADDR_EXPR ? TREE_OPERAND(address, 0) : NULL_TREE;
}

/*
 * What @s points to.  A pointer that was read from a "void *" has its type where it is
 * used: in @expr, the address of a lock in it, or as an argument of the call.
 */
tree lock_rule::pointee(machine &m, sym_id s, tree expr)
{
	tree &known = functions[&m].types[s], place = expr ? place_of(expr) : NULL_TREE;
	tree base = place ? get_base_address(place) : NULL_TREE, type = m.info(s).type;
	const gcall *call = m.statement() ? dyn_cast<const gcall *>(m.statement()) : NULL;

	if (known)
		return known;
	if (type && POINTER_TYPE_P(type) && RECORD_OR_UNION_TYPE_P(TREE_TYPE(type)))
		return known = TREE_TYPE(type);
	if (base && TREE_CODE(base) == MEM_REF && integer_zerop(TREE_OPERAND(base, 1)) &&
	    RECORD_OR_UNION_TYPE_P(TREE_TYPE(base)) &&
	    m.value_of(TREE_OPERAND(base, 0)) == value::of(s))
		return known = TREE_TYPE(base);
	for (unsigned int i = 0; call && i < gimple_call_num_args(call); i++) {
		tree arg = gimple_call_arg(call, i);

		type = TREE_TYPE(arg);
		if (POINTER_TYPE_P(type) && RECORD_OR_UNION_TYPE_P(TREE_TYPE(type)) &&
		    m.value_of(arg) == value::of(s))
			return known = TREE_TYPE(type);
	}
	return NULL_TREE;
}

/* The innermost declaration of @lock.  @path: its type and members, "foo.queue.lock" */
tree lock_rule::lock_decl(machine &m, const value &lock, tree expr, std::string *path)
{
	value at = m.spotted(lock.sym);
	const symbol &base = m.info(at.sym);
	tree decl = base.origin == symbol::DECL ? base.node : NULL_TREE;
	tree type = decl ? TREE_TYPE(decl) : pointee(m, at.sym, expr);
	int64_t offset = at.num;

	*path = "";
	if (!type || offset < 0)
		return NULL_TREE;
	if (decl && DECL_NAME(decl))
		*path = IDENTIFIER_POINTER(DECL_NAME(decl));
	else if (TYPE_IDENTIFIER(type))
		*path = std::string("struct ") + IDENTIFIER_POINTER(TYPE_IDENTIFIER(type));
	while (!is_lock_type(type) || offset) {
		if (TREE_CODE(type) == ARRAY_TYPE && TYPE_SIZE_UNIT(TREE_TYPE(type)) &&
		    tree_fits_shwi_p(TYPE_SIZE_UNIT(TREE_TYPE(type)))) {
			type = TREE_TYPE(type);
			if (integer_zerop(TYPE_SIZE_UNIT(type)))
				return NULL_TREE;
			offset %= tree_to_shwi(TYPE_SIZE_UNIT(type));
			continue;
		}

		tree member = member_at(type, &offset);

		if (!member)
			return NULL_TREE;
		decl = member;
		type = TREE_TYPE(decl);
		if (DECL_NAME(decl))
			*path += std::string(".") + IDENTIFIER_POINTER(DECL_NAME(decl));
	}
	return decl;
}

/* Whether the called function wants @lock to be held, and has answered for itself. */
static bool wants_held(machine &m, const value &lock)
{
	const gcall *call = dyn_cast<const gcall *>(m.statement());
	tree fndecl = call ? gimple_call_fndecl(call) : NULL_TREE;
	const lock_words *w = fndecl ? lock_words_of(fndecl) : NULL;
	lock_scope scope;

	if (!w)
		return false;
	scope.fndecl = fndecl;
	scope.call = call;
	for (const lock_word &one : w->all)
		if (one.kind == lock_word::REQUIRES && find_lock(m, scope, one.text) == lock)
			return true;
	return false;
}

/* @lock is taken, here or by the function that is called (@inside). */
void lock_rule::check_order(machine &m, const lock_op &op, bool surely,
			    const path_event *inside)
{
	const value &lock = op.lock;
	std::vector<typestate> others;
	std::string path, held_path;
	tree decl;

	for (const typestate &t : m.now().states)
		if (t.rule == index && t.sym && t.sym != lock.sym && held(t.state) &&
		    !nests(m, value::of(t.sym)))
			others.push_back(t);
	if (!m.reports() || nests(m, lock) || context_is_unsafe(m.here()))
		return;
	decl = lock_decl(m, lock, op.expr, &path);
	if (!decl)
		return;
	for (const typestate &t : others) {
		value other = value::of(t.sym);
		tree held_decl = lock_decl(m, other, NULL_TREE, &held_path);
		bool loose = !surely || t.state == LOOSE || t.state == LOOSE_SHARED;
		std::string name_held, name_taken;

		if (!held_decl || held_decl == decl || (inside && wants_held(m, other)))
			continue;
		name_held = name(m, other);
		name_taken = name(m, lock);
		if (is_before(decl, held_decl)) {
			finding f = m.find("SAFE_E_LOCK_ORDER", m.here(), other,
					   name_taken + " is taken while " + name_held +
					   " is held, but is declared to be taken before it: "
					   "take it first", loose);

			for (const path_event *in = inside; in; in = in->inside)
				if (in->text)
					f.notes.push_back({ in->where, in->text });
			add_finding(std::move(f));
			continue;
		}
		if (loose || (op.shared && held_shared(t.state)) || path == held_path)
			continue;
		pairs().emplace(lock_pair(held_path, path),
				taken_so{ name_held, name_taken,
					  IDENTIFIER_POINTER(DECL_NAME(m.fndecl())),
					  m.find("SAFE_E_LOCK_ORDER", m.here(), other, "",
						 true) });
	}
}

/* When all functions have been followed. */
void lock_rule::finish()
{
	for (auto &p : pairs()) {
		auto other = pairs().find({ p.first.second, p.first.first });

		if (other == pairs().end() ||
		    user_location(other->second.f.where) > user_location(p.second.f.where))
			continue;

		finding f = p.second.f;

		f.text = p.second.taken + " is taken while " + p.second.held + " is held, and '" +
			 other->second.function + "' takes them the other way round: each may "
			 "wait for the other for ever; take them in one order";
		f.notes.push_back({ other->second.f.where,
				    other->second.taken + " is taken while " +
				    other->second.held + " is held here" });
		add_finding(std::move(f));
	}
}

} /* namespace safe */
