// SPDX-License-Identifier: GPL-2.0
/*
 * What a function does with a struct of its own.
 */
#include "fill.h"

namespace safe::code {

/* Larger ones are buffers. */
static const int64_t MOST_BYTES = 4096;

bool filled::is_set_before(function *fn, const gimple *stmt) const
{
	for (const gimple *w : whole)
		if (comes_after(fn, w, stmt))
			return true;
	return false;
}

bool filled::is_written(int64_t from, int64_t to) const
{
	for (const bytes &b : written)
		if (b.from < to && from < b.to)
			return true;
	for (const bytes &b : lent)
		if (b.from < to && from < b.to)
			return true;
	return false;
}

/* Members that nobody means to read. */
static bool is_filler(tree field)
{
	const char *name = DECL_NAME(field) ? IDENTIFIER_POINTER(DECL_NAME(field)) : NULL;

	if (!name)
		return !RECORD_OR_UNION_TYPE_P(TREE_TYPE(field));
	for (const char *part : { "reserved", "resv", "rsvd", "rsrvd", "pad", "unused", "dummy",
				  "spare", "hole", "filler", "fill" })
		if (strstr(name, part))
			return true;
	return false;
}

static void find_unset(const filled &f, tree type, int64_t offset, const bytes &within,
		       std::vector<tree> *unset)
{
	for (tree m = TYPE_FIELDS(type); m; m = DECL_CHAIN(m)) {
		if (TREE_CODE(m) != FIELD_DECL || !DECL_SIZE(m) ||
		    !tree_fits_shwi_p(DECL_SIZE(m)) || !tree_fits_shwi_p(bit_position(m)))
			continue;

		int64_t bit = int_bit_position(m), bits = tree_to_shwi(DECL_SIZE(m));
		int64_t from = offset + bit / BITS_PER_UNIT;
		int64_t to = offset + (bit + bits + BITS_PER_UNIT - 1) / BITS_PER_UNIT;

		if (!bits || from < within.from || to > within.to || is_filler(m))
			continue;
		if (!f.is_written(from, to))
			unset->push_back(m);
		else if (TREE_CODE(TREE_TYPE(m)) == RECORD_TYPE)
			find_unset(f, TREE_TYPE(m), from, within, unset);
	}
}

std::vector<tree> filled::unset(const bytes &within) const
{
	std::vector<tree> members;

	if (TREE_CODE(TREE_TYPE(variable)) == RECORD_TYPE)
		find_unset(*this, TREE_TYPE(variable), 0, within, &members);
	return members;
}

static int64_t padding(tree type)
{
	int64_t bits = 0, size = size_of(type);

	if (TREE_CODE(type) == ARRAY_TYPE) {
		int64_t one = size_of(TREE_TYPE(type)), inner = padding(TREE_TYPE(type));

		return one > 0 && inner && size > 0 ? inner * (size / one) : 0;
	}
	if (TREE_CODE(type) != RECORD_TYPE)
		return 0;

	int64_t inner = 0;

	for (tree m = TYPE_FIELDS(type); m; m = DECL_CHAIN(m)) {
		if (TREE_CODE(m) != FIELD_DECL || !DECL_SIZE(m) ||
		    !tree_fits_shwi_p(DECL_SIZE(m)))
			continue;
		bits += tree_to_shwi(DECL_SIZE(m));
		inner += padding(TREE_TYPE(m));
	}
	return size > 0 && size * BITS_PER_UNIT > bits ? size * BITS_PER_UNIT - bits + inner
						       : inner;
}

bool filled::has_padding(const bytes &within) const
{
	return within.from == 0 && within.to >= size_of(TREE_TYPE(variable)) &&
	       padding(TREE_TYPE(variable)) > 0;
}

namespace {

class collector {
public:
	collector(function *fn, std::vector<filled> *all) : fn(fn), all(all) { }
	void run();

private:
	bool find_candidates();
	filled *of(tree variable);
	filled *of_pointer(tree pointer, int64_t *offset);
	filled *of_reference(tree ref, bytes *what);
	void assign(const gassign *stmt);
	void call(const gcall *stmt);
	void argument(const gcall *stmt, unsigned int i);
	void known_copy(const gcall *stmt, unsigned int i, filled *f, int64_t offset);
	void phi(gphi *stmt);
	void give_up(tree op);

	function *fn;
	std::vector<filled> *all;
	std::unordered_map<tree, size_t> index;
};

bool collector::find_candidates()
{
	unsigned int i;
	tree d;

	FOR_EACH_LOCAL_DECL(fn, i, d) {
		tree type = TREE_TYPE(d);

		if (!VAR_P(d) || is_global_var(d) || !RECORD_OR_UNION_TYPE_P(type) ||
		    DECL_ARTIFICIAL(d) || !DECL_NAME(d) || TREE_THIS_VOLATILE(d) ||
		    DECL_HARD_REGISTER(d) || size_of(type) <= 0 ||
		    size_of(type) > MOST_BYTES ||
		    lookup_attribute("cleanup", DECL_ATTRIBUTES(d)))
			continue;
		index[d] = all->size();
		all->emplace_back();
		all->back().variable = d;
		/* Without an explicit initialisation, there is nothing to see. */
		all->back().declared = flag_auto_var_init == AUTO_INIT_UNINITIALIZED;
	}
	return !all->empty();
}

filled *collector::of(tree variable)
{
	auto found = index.find(variable);

	return found == index.end() ? NULL : &(*all)[found->second];
}

filled *collector::of_pointer(tree pointer, int64_t *offset)
{
	spot s;

	if (!POINTER_TYPE_P(TREE_TYPE(pointer)) || !points_to(pointer, &s) || !DECL_P(s.base))
		return NULL;
	*offset = s.offset;
	return of(s.base);
}

filled *collector::of_reference(tree ref, bytes *what)
{
	int64_t size;
	spot s;

	if (!refers_to(ref, &s, &size) || !DECL_P(s.base))
		return NULL;

	filled *f = of(s.base);

	if (!f)
		return NULL;
	if (size < 0)
		size = size_of(TREE_TYPE(s.base)) - s.offset;
	*what = { s.offset, s.offset + size };
	return f;
}

/* Whatever @op is: what is known of the struct is lost. */
void collector::give_up(tree op)
{
	int64_t offset;
	bytes what;
	filled *f = NULL;

	if (!op)
		return;
	if (POINTER_TYPE_P(TREE_TYPE(op)) && (TREE_CODE(op) == SSA_NAME ||
					      TREE_CODE(op) == ADDR_EXPR))
		f = of_pointer(op, &offset);
	else if (DECL_P(op) || REFERENCE_CLASS_P(op))
		f = of_reference(op, &what);
	if (f)
		f->given_up = true;
}

void collector::assign(const gassign *stmt)
{
	tree lhs = gimple_assign_lhs(stmt), rhs = gimple_assign_rhs1(stmt);
	int64_t offset;
	filled *f;
	bytes what;

	if (gimple_clobber_p(stmt))
		return;
	if (gimple_store_p(stmt) && (f = of_reference(lhs, &what))) {
		bool all = what.from <= 0 && what.to >= size_of(TREE_TYPE(f->variable));

		if (all) {
			f->whole.push_back(stmt);
		} else {
			f->written.push_back(what);
			f->stores.push_back(stmt);
		}
	}
	if ((DECL_P(rhs) || REFERENCE_CLASS_P(rhs)) && (f = of_reference(rhs, &what))) {
		bool all = what.from <= 0 && what.to >= size_of(TREE_TYPE(f->variable));

		if (all && gimple_store_p(stmt))
			f->uses.push_back({ struct_use::COPIED, stmt, what, 0 });
		else
			f->read.push_back(what);
	}
	/* Its address, in memory or as a number. */
	if (gimple_assign_single_p(stmt) && gimple_store_p(stmt) &&
	    (TREE_CODE(rhs) == ADDR_EXPR || TREE_CODE(rhs) == SSA_NAME) &&
	    (f = of_pointer(rhs, &offset))) {
		if (offset)
			f->given_up = true;
		else
			f->uses.push_back({ struct_use::STORED, stmt,
				{ 0, size_of(TREE_TYPE(f->variable)) }, 0 });
	}
	if (is_gimple_assign(stmt) && gimple_assign_cast_p(stmt) &&
	    !POINTER_TYPE_P(TREE_TYPE(lhs)) && POINTER_TYPE_P(TREE_TYPE(rhs)))
		give_up(rhs);
	if (gimple_assign_rhs_code(stmt) == POINTER_PLUS_EXPR &&
	    !constant(gimple_assign_rhs2(stmt), &offset))
		give_up(rhs);
	if (gimple_assign_rhs_code(stmt) == COND_EXPR) {
		give_up(gimple_assign_rhs2(stmt));
		give_up(gimple_assign_rhs3(stmt));
	}
}

void collector::phi(gphi *stmt)
{
	for (unsigned int i = 0; i < gimple_phi_num_args(stmt); i++)
		give_up(gimple_phi_arg_def(stmt, i));
}

/* Functions that send memory away: which argument it is, and which says how much. */
static const struct {
	const char *name;
	unsigned int from, size;
} senders[] = {
	{ "copy_to_user", 1, 2 }, { "__copy_to_user", 1, 2 }, { "_copy_to_user", 1, 2 },
	{ "__copy_to_user_inatomic", 1, 2 }, { "nla_put", 3, 2 }, { "nla_put_nohdr", 2, 1 },
	{ "nla_put_64bit", 3, 2 }, { "skb_put_data", 1, 2 }, { "copy_to_sockptr", 1, 2 },
	{ "simple_read_from_buffer", 3, 4 }, { "put_cmsg", 4, 3 }, { "copy_to_iter", 0, 1 },
};

/* Functions that fill memory: which argument it is, and which says how much. */
static const struct {
	const char *name;
	unsigned int to, size;
} fillers[] = {
	{ "memset", 0, 2 }, { "memcpy", 0, 2 }, { "memmove", 0, 2 },
	{ "copy_from_user", 0, 2 }, { "__copy_from_user", 0, 2 },
	{ "_copy_from_user", 0, 2 }, { "copy_from_sockptr", 0, 2 },
};

/*
 * Return: whether @stmt is a call that is known to write or read its argument @i,
 * which points @offset bytes into @f.
 */
void collector::known_copy(const gcall *stmt, unsigned int i, filled *f, int64_t offset)
{
	int64_t size = size_of(TREE_TYPE(f->variable)), n;
	const char *name = callee(stmt);

	for (const auto &s : senders) {
		if (strcmp(s.name, name) || s.from != i || s.size >= gimple_call_num_args(stmt))
			continue;
		n = constant(gimple_call_arg(stmt, s.size), &n) ? n : size - offset;
		f->uses.push_back({ struct_use::SENT, stmt, { offset, offset + n }, i });
		return;
	}
	for (const auto &s : fillers) {
		if (strcmp(s.name, name) || s.to != i || s.size >= gimple_call_num_args(stmt))
			continue;
		if (constant(gimple_call_arg(stmt, s.size), &n)) {
			if (offset <= 0 && offset + n >= size)
				f->whole.push_back(stmt);
			else
				f->written.push_back({ offset, offset + n });
		} else if (offset) {
			f->given_up = true;
		} else {
			f->whole.push_back(stmt);
			if (strstr(name, "from_user"))
				f->partial_copy = stmt;
		}
		return;
	}
	if (is_one_of(name, { "strscpy", "strlcpy", "strcpy", "sprintf", "snprintf",
			      "scnprintf", "sized_strscpy" }) && !i) {
		tree member = pointee(gimple_call_arg(stmt, 0));
		bytes what = { offset, offset + std::max<int64_t>(size_of(member), 1) };

		f->written.push_back(what);
		f->strings.push_back(what);
		return;
	}

	tree type = pointee(gimple_call_arg(stmt, i));
	tree arg = gimple_call_arg(stmt, i);
	tree param = TYPE_ARG_TYPES(gimple_call_fntype(stmt));

	for (unsigned int n = 0; param && n < i; n++)
		param = TREE_CHAIN(param);

	tree wanted = param && TREE_VALUE(param) && POINTER_TYPE_P(TREE_VALUE(param)) ?
		      TREE_TYPE(TREE_VALUE(param)) : TREE_TYPE(TREE_TYPE(arg));
	bool whole = !offset && type && size_of(type) >= size;

	if (TYPE_READONLY(wanted) && !strcmp(name, "memcpy"))
		f->uses.push_back({ struct_use::COPIED, stmt, { offset,
			constant(gimple_call_arg(stmt, 2), &n) ? offset + n : size }, i });
	else if (TYPE_READONLY(wanted))
		f->uses.push_back({ struct_use::LENT, stmt,
				    { offset, whole ? size : offset }, i });
	else if (whole)
		f->uses.push_back({ struct_use::PASSED, stmt, { 0, size }, i });
	else if (type && size_of(type) > 0)
		f->lent.push_back({ offset, offset + size_of(type) });
	else
		f->given_up = true;
}

void collector::argument(const gcall *stmt, unsigned int i)
{
	tree arg = gimple_call_arg(stmt, i);
	int64_t offset;
	filled *f;
	bytes what;

	if (POINTER_TYPE_P(TREE_TYPE(arg))) {
		f = of_pointer(arg, &offset);
		if (f && !asks_about(stmt))
			known_copy(stmt, i, f, offset);
	} else if ((DECL_P(arg) || REFERENCE_CLASS_P(arg)) && (f = of_reference(arg, &what))) {
		f->uses.push_back({ struct_use::COPIED, stmt, what, i });
	}
}

void collector::call(const gcall *stmt)
{
	tree lhs = gimple_call_lhs(stmt);
	filled *f;
	bytes what;

	if (gimple_call_internal_p(stmt, IFN_DEFERRED_INIT)) {
		if (lhs && DECL_P(lhs) && (f = of(lhs)))
			f->declared = true;
		return;
	}
	if (lhs && (f = of_reference(lhs, &what))) {
		if (what.from <= 0 && what.to >= size_of(TREE_TYPE(f->variable)))
			f->whole.push_back(stmt);
		else
			f->written.push_back(what);
	}
	for (unsigned int i = 0; i < gimple_call_num_args(stmt); i++)
		argument(stmt, i);
}

void collector::run()
{
	basic_block bb;

	if (!find_candidates())
		return;
	FOR_EACH_BB_FN(bb, fn) {
		for (auto p = gsi_start_phis(bb); !gsi_end_p(p); gsi_next(&p))
			if (!virtual_operand_p(gimple_phi_result(p.phi())))
				phi(p.phi());
		for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
			gimple *stmt = gsi_stmt(i);

			if (const gassign *a = dyn_cast<gassign *>(stmt)) {
				assign(a);
			} else if (const gcall *c = dyn_cast<gcall *>(stmt)) {
				call(c);
			} else if (const gasm *code = dyn_cast<gasm *>(stmt)) {
				for (unsigned int n = 0; n < gimple_asm_ninputs(code); n++)
					give_up(TREE_VALUE(gimple_asm_input_op(code, n)));
				for (unsigned int n = 0; n < gimple_asm_noutputs(code); n++)
					give_up(TREE_VALUE(gimple_asm_output_op(code, n)));
			} else if (const greturn *r = dyn_cast<greturn *>(stmt)) {
				tree op = gimple_return_retval(r);
				bytes what;
				filled *f = op && DECL_P(op) ? of_reference(op, &what) : NULL;

				if (f)
					f->uses.push_back({ struct_use::COPIED, stmt, what, 0 });
			}
		}
	}
}

} /* namespace */

const std::vector<filled> &filled_structs(function *fn)
{
	static std::vector<filled> last;
	static tree of;

	if (of == fn->decl)
		return last;
	of = fn->decl;
	last.clear();
	collector(fn, &last).run();
	return last;
}

} /* namespace safe::code */
