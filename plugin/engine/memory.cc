// SPDX-License-Identifier: GPL-2.0
/*
 * Memory: which object a reference leads to, what is read there, and what a
 * store changes.  An object that only the function itself knows is followed
 * exactly; of all others only what nothing in sight can have changed.
 */
#include "machine.h"

namespace safe {

/* A struct of more members is more than a value that is handed around. */
static const size_t MOST_MEMBERS = 8;

static bool fits(poly_int64 v, int64_t *out)
{
	HOST_WIDE_INT c;

	if (!v.is_constant(&c))
		return false;
	*out = c;
	return true;
}

value machine::address_of(tree decl)
{
	symbol s;

	s.origin = symbol::DECL;
	s.node = decl;
	s.type = ptr_type_node;

	sym_id id = symbols.intern(s);

	if (!st->fact(id)) {
		sym_fact &f = st->make_fact(id, range::valid_pointers());

		f.is_private = auto_var_in_fn_p(decl, fndecl()) &&
			       TREE_CODE(decl) != LABEL_DECL;
	}
	return value::of(id);
}

bool machine::is_local(sym_id s) const
{
	return symbols[s].origin == symbol::DECL &&
	       auto_var_in_fn_p(symbols[s].node, fndecl());
}

bool machine::is_cleanup_variable(const value &v) const
{
	tree decl = v.is_sym() && symbols[v.sym].origin == symbol::DECL ?
		    symbols[v.sym].node : NULL_TREE;

	return decl && VAR_P(decl) && lookup_attribute("cleanup", DECL_ATTRIBUTES(decl));
}

tree machine::cleaned_variable() const
{
	const gcall *call = at ? dyn_cast<const gcall *>(at) : NULL;
	tree fndecl = call ? gimple_call_fndecl(call) : NULL_TREE;
	tree arg = fndecl && gimple_call_num_args(call) == 1 ? gimple_call_arg(call, 0)
							      : NULL_TREE;

	if (!arg || TREE_CODE(arg) != ADDR_EXPR || !VAR_P(TREE_OPERAND(arg, 0)))
		return NULL_TREE;

	tree attribute = lookup_attribute("cleanup",
					  DECL_ATTRIBUTES(TREE_OPERAND(arg, 0)));

	return attribute && TREE_VALUE(TREE_VALUE(attribute)) == DECL_NAME(fndecl) ?
	       TREE_OPERAND(arg, 0) : NULL_TREE;
}

value machine::content_of(tree decl)
{
	const cell *c = st->find_cell(address_of(decl).sym, 0, POINTER_SIZE);

	return c ? c->content : value();
}

bool machine::is_private(sym_id s) const
{
	const sym_fact *f = st->fact(s);

	return f && f->is_private;
}

/* Whether it is worth knowing where @v went: to a rule, or to the caller. */
bool machine::matters(const value &v) const
{
	if (!v.is_sym())
		return false;

	const symbol &s = symbols[v.sym];

	return s.origin == symbol::PARAM || s.origin == symbol::LOADED ||
	       st->has_typestate(v.sym);
}

/* The innermost member that @ref names. */
static tree field_of(tree ref)
{
	while (handled_component_p(ref)) {
		if (TREE_CODE(ref) == COMPONENT_REF)
			return TREE_OPERAND(ref, 1);
		ref = TREE_OPERAND(ref, 0);
	}
	return NULL_TREE;
}

/* Return: false when nothing is known of where @ref leads. */
bool machine::locate(tree ref, place *p)
{
	poly_int64 poffset, psize, pmax;
	int64_t offset, size, most;
	bool reverse;
	tree base;

	p->type = TREE_TYPE(ref);
	p->field = field_of(ref);
	p->pointer = NULL_TREE;
	if (TREE_CODE(ref) == WITH_SIZE_EXPR || TREE_CODE(ref) == TARGET_MEM_REF)
		return false;
	base = get_ref_base_and_extent(ref, &poffset, &psize, &pmax, &reverse);
	if (!base)
		return false;
	if (!fits(poffset, &offset) || !fits(psize, &size) || !fits(pmax, &most) ||
	    size != most || size < 0)
		offset = SOMEWHERE;
	p->size = offset == SOMEWHERE ? 0 : size;

	if (DECL_P(base) || TREE_CODE(base) == STRING_CST) {
		p->base = address_of(base);
	} else if (TREE_CODE(base) == MEM_REF) {
		tree pointer = TREE_OPERAND(base, 0);

		p->base = eval(pointer);
		p->pointer = pointer;
		if (!tree_fits_shwi_p(TREE_OPERAND(base, 1)))
			return false;
		if (offset != SOMEWHERE)
			offset += tree_to_shwi(TREE_OPERAND(base, 1)) * BITS_PER_UNIT;
	} else {
		return false;
	}
	if (!p->base.is_sym())
		return p->base.known();
	if (offset == SOMEWHERE || p->base.num == SOMEWHERE)
		p->base.num = SOMEWHERE;
	else
		p->base.num = p->base.num * BITS_PER_UNIT + offset;
	return true;
}

/* Whether @pointer is a copy of the member in which an owner has its object. */
static bool is_from_owner(tree pointer)
{
	for (int steps = 0; TREE_CODE(pointer) == SSA_NAME && steps < 6; steps++) {
		gimple *def = SSA_NAME_DEF_STMT(pointer);

		if (!gimple_assign_single_p(def) && !gimple_assign_cast_p(def))
			return false;
		pointer = gimple_assign_rhs1(def);
	}
	return TREE_CODE(pointer) == COMPONENT_REF &&
	       lookup_attribute("safe_owned", TYPE_ATTRIBUTES(TREE_TYPE(pointer)));
}

/* Reading and writing through a pointer is the use of what it points to. */
void machine::note_deref(const place &p)
{
	if (!p.pointer)
		return;

	occasion o;

	o.act = ACT_DEREF;
	o.what = eval(p.pointer);
	o.expr = p.pointer;
	o.where = here();
	fire(o);
	if (o.what.is_const(0) && is_from_owner(p.pointer))
		for (rule *r : rules())
			r->empty_used(*this, o);
}

/* Puts the symbol @content, made here, into memory. */
value machine::fill_cell(cell c, sym_id content)
{
	st->set_name(LAST_TEMPORARY, value::of(c.base));
	renew(content);
	c.base = st->name(LAST_TEMPORARY).sym;
	st->set_name(LAST_TEMPORARY, value());
	c.content = value::of(content);
	st->add_cell(c);
	return c.content;
}

value machine::load_at(const place &p, tree into)
{
	if (!p.base.is_sym() || p.base.num == SOMEWHERE || !p.size || p.size > 64)
		return value();

	sym_id base = p.base.sym;

	cell *known = st->find_cell(base, p.base.num, p.size);

	if (known && known->content.known())
		return known->content;
	if (known && into && TREE_CODE(into) == SSA_NAME && has_range(p.type)) {
		/* Written, with what is not known; the same when read again. */
		cell c = *known;

		st->cells.erase(st->cells.begin() + (known - st->cells.data()));
		return fill_cell(c, fresh(into).sym);
	}
	if (known)
		return value();
	for (const cell &c : st->cells)
		if (c.base == base && c.overlaps(p.base.num, p.size))
			return value();

	const sym_fact *f = st->fact(base);

	if (f && f->zeroed)
		return value::constant(0);
	if (!has_range(p.type))
		return value();

	symbol s;

	s.type = p.type;
	if (!st->was_changed(base)) {
		s.origin = symbol::LOADED;
		s.a = base;
		s.num = p.base.num;
	} else if (into && TREE_CODE(into) == SSA_NAME) {
		s.origin = symbol::NAME;
		s.node = into;
	} else {
		return value();
	}

	return fill_cell({ base, p.base.num, p.size, p.field, value(), false },
			 symbols.intern(s));
}

value machine::address(tree ref)
{
	place p;

	if (!locate(ref, &p) || !p.base.is_sym())
		return value();
	if (p.base.num == SOMEWHERE || p.base.num % BITS_PER_UNIT)
		return value::of(p.base.sym, SOMEWHERE);
	return value::of(p.base.sym, p.base.num / BITS_PER_UNIT);
}

value machine::read(const value &where, tree type, tree field)
{
	place p;

	if (!where.is_sym() || where.num == SOMEWHERE || !tree_fits_shwi_p(TYPE_SIZE(type)))
		return value();
	p.base = value::of(where.sym, where.num * BITS_PER_UNIT);
	p.size = tree_to_shwi(TYPE_SIZE(type));
	p.type = type;
	p.field = field;
	p.pointer = NULL_TREE;
	return load_at(p, NULL_TREE);
}

void machine::set_global(tree decl, int64_t content)
{
	sym_id base = address_of(decl).sym;
	int64_t size = tree_to_shwi(TYPE_SIZE(TREE_TYPE(decl)));

	if (!st->find_cell(base, 0, size))
		st->add_cell({ base, 0, size, NULL_TREE, value::constant(content), false });
}

void machine::note_touch(tree ref, bool write)
{
	for (rule *r : rules())
		if (r->watches_memory)
			r->touches(*this, ref, write);
}

value machine::load(tree ref, tree into)
{
	place p;

	note_touch(ref, false);
	if (!locate(ref, &p))
		return value();
	note_deref(p);
	/* Any element of an array: which one, and what becomes of it, is lost. */
	if (p.base.is_sym() && p.base.num == SOMEWHERE)
		escape_contents(p.base.sym);
	/* A constant with a name and an address. */
	if (VAR_P(ref) && TREE_READONLY(ref) && !TREE_THIS_VOLATILE(ref) &&
	    is_global_var(ref) && DECL_INITIAL(ref) &&
	    TREE_CODE(DECL_INITIAL(ref)) == INTEGER_CST && has_range(TREE_TYPE(ref)))
		return value::constant(TREE_INT_CST_LOW(DECL_INITIAL(ref)));
	/* list_empty() and the like read what nobody else changes meanwhile. */
	if (TREE_THIS_VOLATILE(ref) && reporting)
		return value();
	return load_at(p, into);
}

/* What is read at @base from now on is not what the caller left there. */
void machine::note_change(sym_id base)
{
	auto origin = symbols[base].origin;

	if (summarised && (origin == symbol::PARAM || origin == symbol::LOADED ||
			   origin == symbol::DECL))
		st->set_changed(base);
}

/*
 * Forgets what stood in part of an object.  What only that part pointed to has
 * not gone: somebody else may have taken it, or moved it.
 */
void machine::forget_cells(sym_id base, int64_t offset, int64_t size, bool keep_objects)
{
	std::vector<value> gone;

	for (size_t i = 0; i < st->cells.size(); ) {
		cell &c = st->cells[i];
		bool object = c.content.is_sym() && st->has_typestate(c.content.sym);

		if (c.base != base || !c.overlaps(offset, size) || (object && keep_objects)) {
			i++;
			continue;
		}
		if ((object || (c.written && matters(c.content))) && !c.leads_back())
			gone.push_back(c.content);
		st->cells.erase(st->cells.begin() + i);
	}
	if (sym_fact *f = st->fact(base))
		f->zeroed = false;
	note_change(base);
	for (const value &v : gone)
		escape(v);
}

/*
 * What @base points to was in another function's hands.  Numbers that conditions
 * read again are taken to be the same as before, if they were only read so far.
 */
void machine::forget_exposed(sym_id base, bool keep_objects)
{
	std::vector<cell> stay;

	for (const cell &c : st->cells)
		if (c.base == base && !c.written && c.field &&
		    INTEGRAL_TYPE_P(TREE_TYPE(c.field)) && fn.repeated(c.field) &&
		    !is_private(base))
			stay.push_back(c);
	forget_cells(base, SOMEWHERE, 0, keep_objects);
	for (const cell &c : stay)
		if (!st->find_cell(c.base, c.offset, c.size))
			st->add_cell(c);
}

/* A store to @p may have changed other memory of unknown owner. */
void machine::forget_aliases(const place &p)
{
	std::vector<cell> gone;

	if (p.base.is_sym() && is_private(p.base.sym))
		return;
	for (const cell &c : st->cells) {
		if ((p.base.is_sym() && c.base == p.base.sym) || is_private(c.base))
			continue;
		if (symbols[c.base].origin == symbol::DECL && !p.pointer)
			continue;
		/* Another member of another struct, or of another size. */
		if (c.field && p.field ? c.field != p.field
				       : p.size && c.size != p.size)
			continue;
		gone.push_back(c);
	}
	for (const cell &c : gone)
		forget_cells(c.base, c.offset, c.size, false);
}

/* @v goes where the analysis cannot follow, with all that it leads to. */
void machine::escape(const value &v)
{
	std::vector<sym_id> seen;

	reach(v, &seen);
	for (sym_id s : seen) {
		occasion o;

		if (sym_fact *f = st->fact(s))
			f->is_private = false;
		o.act = ACT_ESCAPE;
		o.what = value::of(s);
		o.where = here();
		fire(o);
	}
}

void machine::escape_contents(sym_id base)
{
	std::vector<value> contents;

	for (const cell &c : st->cells)
		if (c.base == base && matters(c.content))
			contents.push_back(c.content);
	for (const value &v : contents)
		escape(v);
}

/* @v is now in memory that others see: nothing it leads to is private. */
void machine::publish(const value &v, tree expr)
{
	std::vector<sym_id> seen;
	occasion o;

	reach(v, &seen);
	for (sym_id s : seen)
		if (sym_fact *f = st->fact(s))
			f->is_private = false;
	o.act = ACT_STORE;
	o.what = v;
	o.expr = expr;
	o.where = here();
	fire(o);
}

/* All objects that can be reached from @v. */
void machine::reach(const value &v, std::vector<sym_id> *seen)
{
	if (!v.is_sym() || std::find(seen->begin(), seen->end(), v.sym) != seen->end())
		return;
	seen->push_back(v.sym);
	for (const cell &c : st->cells)
		if (c.base == v.sym)
			reach(c.content, seen);
}

/* A member that points to a node of a list or a tree, not to the object it is in. */
static bool is_link(const_tree field)
{
	tree type = field && POINTER_TYPE_P(TREE_TYPE(field)) ? TREE_TYPE(TREE_TYPE(field))
							      : NULL_TREE;
	const char *name = type && RECORD_OR_UNION_TYPE_P(type) && TYPE_IDENTIFIER(type) ?
			   IDENTIFIER_POINTER(TYPE_IDENTIFIER(type)) : "";

	for (const char *link : { "list_head", "hlist_node", "hlist_bl_node",
				  "hlist_nulls_node", "llist_node", "rb_node" })
		if (!strcmp(name, link))
			return true;
	return false;
}

void machine::store_at(const place &p, const value &v, tree expr)
{
	if (!p.base.is_sym()) {
		forget_aliases(p);
		escape(v);
		return;
	}

	sym_id base = p.base.sym;
	bool hidden = is_private(base);

	forget_aliases(p);
	if (p.base.num == SOMEWHERE || !p.size || p.size > 64) {
		forget_cells(base, SOMEWHERE, 0, true);
		escape(v);
		return;
	}
	/* An object's list node in a list: who holds the list, holds the object. */
	if (v.is_sym() && v.sym != base) {
		if (v.num || is_link(p.field))
			escape(v);
		else if (!hidden)
			publish(v, expr);
		else if (st->has_typestate(v.sym))
			pass(v, ACT_KEEP, expr, NULL, 0);
	}

	std::vector<value> replaced;
	bool partly = false;

	for (size_t i = 0; i < st->cells.size(); ) {
		cell &c = st->cells[i];

		if (c.base != base || !c.overlaps(p.base.num, p.size)) {
			i++;
			continue;
		}
		replaced.push_back(c.content);
		note_holder(c);
		partly |= c.offset != p.base.num || c.size != p.size;
		st->cells.erase(st->cells.begin() + i);
	}

	sym_fact *f = st->fact(base);

	if (f && partly)
		f->zeroed = false;
	if (v.known() || (f && f->zeroed))
		st->add_cell({ base, p.base.num, p.size, p.field, v, true });
	else
		note_change(base);
	for (const value &old : replaced)
		if (old.is_sym() && old.sym != v.sym && st->has_typestate(old.sym))
			sweep(here());
}

static bool is_element(tree ref)
{
	while (handled_component_p(ref)) {
		if (TREE_CODE(ref) == ARRAY_REF)
			return TREE_CODE(TREE_OPERAND(ref, 1)) == SSA_NAME;
		ref = TREE_OPERAND(ref, 0);
	}
	if (TREE_CODE(ref) != MEM_REF || TREE_CODE(TREE_OPERAND(ref, 0)) != SSA_NAME)
		return false;

	gimple *def = SSA_NAME_DEF_STMT(TREE_OPERAND(ref, 0));

	return is_gimple_assign(def) && gimple_assign_rhs_code(def) == POINTER_PLUS_EXPR &&
	       TREE_CODE(gimple_assign_rhs2(def)) == SSA_NAME;
}

void machine::store(tree ref, const value &v, tree expr)
{
	place p;

	note_touch(ref, true);

	if (!locate(ref, &p)) {
		escape(v);
		return;
	}
	note_deref(p);
	/* Which element of an array it went to, a later loop does not know. */
	if (is_element(ref))
		escape(v);
	store_at(p, v, expr);
}

/* The numbers and pointers in @whole, with those of the structs in it. */
static void find_members(const place &whole, std::vector<place> *members)
{
	if (!RECORD_OR_UNION_TYPE_P(whole.type))
		return;
	for (tree f = TYPE_FIELDS(whole.type); f; f = DECL_CHAIN(f)) {
		if (TREE_CODE(f) != FIELD_DECL || DECL_BIT_FIELD(f) || !DECL_SIZE(f) ||
		    !tree_fits_shwi_p(DECL_SIZE(f)) || !tree_fits_shwi_p(bit_position(f)))
			continue;

		place p = whole;

		p.type = TREE_TYPE(f);
		p.size = tree_to_shwi(DECL_SIZE(f));
		p.field = f;
		p.base.num += int_bit_position(f);
		if (has_range(p.type))
			members->push_back(p);
		else
			find_members(p, members);
	}
}

/*
 * A small struct that is copied before anybody looked into it: what is in it gets
 * names, so that it is known to be the same in both.
 */
bool machine::name_members(const place &whole)
{
	std::vector<place> members;

	find_members(whole, &members);
	if (members.size() > MOST_MEMBERS)
		return false;
	for (const place &p : members)
		load_at(p, NULL_TREE);
	return true;
}

/* *to = *from, for structs and unions. */
void machine::copy_aggregate(const place &to, const place &from)
{
	std::vector<cell> copies;

	/* Of a large struct the caller knows more than this function. */
	if (from.base.is_sym() && (from.base.num == SOMEWHERE || !name_members(from)))
		note_copy(from.base.sym);
	if (from.base.is_sym() && from.base.num != SOMEWHERE)
		for (const cell &c : st->cells)
			if (c.base == from.base.sym && c.offset >= from.base.num &&
			    c.offset + c.size <= from.base.num + from.size)
				copies.push_back(c);
	if (!to.base.is_sym() || to.base.num == SOMEWHERE || !to.size) {
		for (const cell &c : copies)
			escape(c.content);
		store_at(to, value(), NULL_TREE);
		return;
	}
	forget_aliases(to);
	forget_cells(to.base.sym, to.base.num, to.size, false);
	for (cell c : copies) {
		place p = to;

		p.base.num = to.base.num + (c.offset - from.base.num);
		p.size = c.size;
		p.field = c.field;
		store_at(p, c.content, NULL_TREE);
	}
}

/* What the user calls an object whose last pointer is about to go. */
void machine::note_holder(const cell &c)
{
	if (c.content.is_sym() && st->has_typestate(c.content.sym))
		holders[c.content.sym] = describe(c.content);
}

/* The variable's scope ends. */
void machine::clobber(tree variable)
{
	value v = address_of(variable);
	bool objects = false;

	for (size_t i = 0; i < st->cells.size(); ) {
		if (st->cells[i].base != v.sym) {
			i++;
			continue;
		}
		objects |= st->cells[i].content.is_sym() &&
			   st->has_typestate(st->cells[i].content.sym);
		note_holder(st->cells[i]);
		st->cells.erase(st->cells.begin() + i);
	}
	if (objects)
		sweep(here());
}

} /* namespace safe */
