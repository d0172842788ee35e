// SPDX-License-Identifier: GPL-2.0
/*
 * The operands of a trace: constants, SSA names, addresses, and places in memory
 * as base + constant offset in bits + variable indexes, so that two ways to write
 * the same place look the same.
 */
#include "trace.h"
#include "location.h"

#include "file-prefix-map.h"

namespace safe {

/* A place in memory, as far as the walk from its outermost reference got. */
struct operand_writer::walk {
	HOST_WIDE_INT offset = 0;	/* in bits */
	std::vector<std::pair<tree, tree>> index;	/* value, element size */
	std::string path;		/* for messages: ".lock", "[]" */
};

void operand_writer::refuse(const char *what)
{
	if (unsupported.empty())
		unsupported = what;
}

const char *operand_writer::file_macro()
{
	return main_input_filename ? remap_macro_filename(main_input_filename) : "";
}

int operand_writer::number(std::vector<tree> &of, tree decl)
{
	auto at = std::find(of.begin(), of.end(), decl);

	if (at == of.end())
		at = of.insert(at, decl);
	return at - of.begin();
}

static std::string decl_name(const_tree decl)
{
	return DECL_NAME(decl) ? IDENTIFIER_POINTER(DECL_NAME(decl)) : "";
}

void operand_writer::type(const_tree type)
{
	const char *kind;
	std::string bits = "?";

	if (POINTER_TYPE_P(type) || TREE_CODE(type) == NULLPTR_TYPE)
		kind = "p";
	else if (INTEGRAL_TYPE_P(type))
		kind = TYPE_UNSIGNED(type) ? "u" : "s";
	else if (SCALAR_FLOAT_TYPE_P(type))
		kind = "f";
	else if (VOID_TYPE_P(type))
		kind = "v";
	else
		kind = "a";

	if (INTEGRAL_TYPE_P(type))
		bits = std::to_string(TYPE_PRECISION(type));
	else if (VOID_TYPE_P(type))
		bits = "0";
	else if (TYPE_SIZE(type) && tree_fits_shwi_p(TYPE_SIZE(type)))
		bits = std::to_string(tree_to_shwi(TYPE_SIZE(type)));
	out.str(kind + bits);
}

/*
 * @text without the file's name, and the line after it: they differ when the
 * file is compiled from another place, or has lines more or less.
 */
static std::string without_place(std::string text)
{
	std::string file = operand_writer::file_macro();
	size_t at = file.empty() ? std::string::npos : text.find(file);

	for (; at != std::string::npos; at = text.find(file, at + 1)) {
		size_t end = at + file.size();

		if (text[end] == ':')
			end = text.find_first_not_of("0123456789", end + 1);
		text.replace(at, end - at, "\1");
	}
	return text;
}

void operand_writer::constant(tree cst)
{
	out.open('[');
	switch (TREE_CODE(cst)) {
	case INTEGER_CST:
		out.str("c");
		if (wi::fits_shwi_p(wi::to_wide(cst)))
			out.num(wi::to_wide(cst).to_shwi());
		else if (wi::fits_uhwi_p(wi::to_wide(cst)))
			out.str(std::to_string(wi::to_wide(cst).to_uhwi()));
		else
			refuse("an integer constant of more than 64 bits");
		type(TREE_TYPE(cst));
		break;
	case STRING_CST: {
		std::string text(TREE_STRING_POINTER(cst), TREE_STRING_LENGTH(cst));

		if (text == std::string(file_macro(), strlen(file_macro()) + 1))
			out.str("file");
		else
			out.str("s").str(without_place(text));
		break;
	}
	default: {
		char *text = print_generic_expr_to_str(cst);

		out.str("k").str(text);
		free(text);
		type(TREE_TYPE(cst));
	}
	}
	out.close(']');
}

/* One reference less: adds what @ref does to @w.  Return: what it refers into. */
tree operand_writer::step(tree ref, walk &w)
{
	tree inner = TREE_OPERAND(ref, 0);

	switch (TREE_CODE(ref)) {
	case COMPONENT_REF: {
		tree field = TREE_OPERAND(ref, 1);

		if (TREE_OPERAND(ref, 2) || TREE_CODE(DECL_FIELD_OFFSET(field)) != INTEGER_CST)
			refuse("a field at a variable offset");
		else
			w.offset += int_bit_position(field);
		if (DECL_NAME(field))
			w.path = "." + decl_name(field) + w.path;
		return inner;
	}
	case ARRAY_REF:
	case ARRAY_RANGE_REF: {
		tree size = array_ref_element_size(ref);
		tree at = TREE_OPERAND(ref, 1);

		if (!tree_fits_shwi_p(size) || !integer_zerop(array_ref_low_bound(ref)))
			refuse("an array of elements of variable size");
		else if (tree_fits_shwi_p(at))
			w.offset += tree_to_shwi(at) * tree_to_shwi(size) * BITS_PER_UNIT;
		else
			w.index.emplace_back(at, size);
		w.path = "[]" + w.path;
		return inner;
	}
	case BIT_FIELD_REF:
		w.offset += tree_to_shwi(TREE_OPERAND(ref, 2));
		return inner;
	case IMAGPART_EXPR:
		w.offset += tree_to_shwi(TYPE_SIZE(TREE_TYPE(ref)));
		return inner;
	default:	/* REALPART_EXPR, VIEW_CONVERT_EXPR */
		return inner;
	}
}

static std::string size_in_bits(tree ref)
{
	tree size = TYPE_SIZE(TREE_TYPE(ref));

	if (TREE_CODE(ref) == COMPONENT_REF)
		size = DECL_SIZE(TREE_OPERAND(ref, 1));
	else if (TREE_CODE(ref) == BIT_FIELD_REF)
		size = TREE_OPERAND(ref, 1);
	else if (DECL_P(ref))
		size = DECL_SIZE(ref);
	return size && tree_fits_shwi_p(size) ? std::to_string(tree_to_shwi(size)) : "";
}

/* What a place is counted from, as its kind and its name. */
void operand_writer::base(tree decl)
{
	/* The initialiser of a file's variable may name one of a function. */
	bool of_function = DECL_P(decl) && cfun && decl_function_context(decl) == cfun->decl;

	switch (TREE_CODE(decl)) {
	case STRING_CST:
		out.str("k");
		constant(decl);
		return;
	case FUNCTION_DECL:
		out.str("f").str(decl_name(decl));
		return;
	case VAR_DECL:
		if (DECL_HARD_REGISTER(decl) && !of_function) {
			out.str("r").str(decl_name(decl));
			return;
		}
		if (of_function && TREE_STATIC(decl))
			out.str("t").num(number(statics, decl));
		else if (of_function && !DECL_EXTERNAL(decl))
			out.str("v").num(number(locals, decl));
		else
			out.str("g").str(decl_name(decl));
		return;
	case PARM_DECL:
	case RESULT_DECL:
		out.str("v").num(number(locals, decl));
		return;
	case LABEL_DECL:
		refuse("the address of a label");
		out.str("g").str("");
		return;
	default:
		refuse(get_tree_code_name(TREE_CODE(decl)));
		out.str("g").str("");
	}
}

void operand_writer::place(tree ref)
{
	std::string size = size_in_bits(ref);
	bool is_volatile = TREE_THIS_VOLATILE(ref);
	const_tree of = TREE_TYPE(ref);
	walk w;

	if (REFERENCE_CLASS_P(ref) && TREE_CODE(ref) != MEM_REF &&
	    reverse_storage_order_for_component_p(ref))
		refuse("a field in the other byte order");

	while (handled_component_p(ref) || TREE_CODE(ref) == MEM_REF) {
		tree inner = TREE_OPERAND(ref, 0);

		if (TREE_CODE(ref) != MEM_REF) {
			ref = step(ref, w);
			continue;
		}
		w.offset += wi::to_wide(TREE_OPERAND(ref, 1)).to_shwi() * BITS_PER_UNIT;
		if (TREE_CODE(inner) != ADDR_EXPR) {
			out.str("*");
			operand(inner);
			goto rest;
		}
		ref = TREE_OPERAND(inner, 0);
	}
	if (TREE_CODE(ref) == SSA_NAME) {
		out.str("=");	/* a part of a value, not of memory */
		operand(ref);
	} else if (TREE_CODE(ref) == TARGET_MEM_REF) {
		refuse("an address in the target's form");
	} else {
		base(ref);
	}
rest:
	out.num(w.offset);
	if (size.empty())
		out.num(-1);
	else
		out.num(atoll(size.c_str()));
	type(of);
	out.num(is_volatile);
	out.str(w.path);
	for (auto &i : w.index) {
		operand(i.first);
		type(TREE_TYPE(i.first));
		out.num(tree_to_shwi(i.second));
	}
}

void operand_writer::address(tree ref)
{
	if (TREE_CODE(ref) == STRING_CST) {
		constant(ref);
		return;
	}
	out.open('[').str("&");
	place(ref);
	out.close(']');
}

void operand_writer::operand(tree op)
{
	if (TREE_CODE(op) == ADDR_EXPR) {
		address(TREE_OPERAND(op, 0));
	} else if (CONSTANT_CLASS_P(op)) {
		constant(op);
	} else if (TREE_CODE(op) == CONSTRUCTOR) {
		if (CONSTRUCTOR_NELTS(op))
			refuse("a vector made of values");
		out.open('[').str("0");
		type(TREE_TYPE(op));
		out.close(']');
	} else if (TREE_CODE(op) != SSA_NAME) {
		out.open('[').str("ld");
		place(op);
		out.close(']');
	} else if (!SSA_NAME_IS_DEFAULT_DEF(op)) {
		out.num(SSA_NAME_VERSION(op));
	} else if (SSA_NAME_VAR(op) && TREE_CODE(SSA_NAME_VAR(op)) == PARM_DECL) {
		int at = 0;

		for (tree p = DECL_ARGUMENTS(cfun->decl); p != SSA_NAME_VAR(op); p = DECL_CHAIN(p))
			at++;
		out.open('[').str("p").num(at).close(']');
	} else {
		out.open('[').str("u");
		type(TREE_TYPE(op));
		out.close(']');
	}
}

/* The fields of a constructor that are not zero, as [offset, value]... */
void operand_writer::fields(tree ctor, location_t where)
{
	bool array = TREE_CODE(TREE_TYPE(ctor)) == ARRAY_TYPE;
	unsigned HOST_WIDE_INT i;
	tree index, value;

	FOR_EACH_CONSTRUCTOR_ELT(CONSTRUCTOR_ELTS(ctor), i, index, value) {
		HOST_WIDE_INT offset, last = 0;

		if (array) {
			tree at = index, size = TYPE_SIZE(TREE_TYPE(TREE_TYPE(ctor)));

			if (TREE_CODE(index) == RANGE_EXPR) {
				at = TREE_OPERAND(index, 0);
				last = tree_to_shwi(TREE_OPERAND(index, 1)) - tree_to_shwi(at);
			}
			offset = tree_to_shwi(at) * tree_to_shwi(size);
		} else {
			offset = int_bit_position(index);
		}
		if (initializer_zerop(value))
			continue;
		out.open('[').num(offset);
		initializer(value, where);
		if (last)
			out.num(last);
		out.close(']');
	}
}

void operand_writer::initializer(tree init, location_t where)
{
	STRIP_NOPS(init);
	if (TREE_CODE(init) == CONSTRUCTOR) {
		out.open('[').str("{");
		fields(init, where);
		out.close(']');
	} else if (TREE_CODE(init) == INTEGER_CST && where != UNKNOWN_LOCATION &&
		   wi::to_widest(init) == user_place(where).line) {
		out.open('[').str("line").close(']');
	} else if (TREE_CODE(init) == ADDR_EXPR || CONSTANT_CLASS_P(init)) {
		operand(init);
	} else if (BINARY_CLASS_P(init)) {
		out.open('[').str(get_tree_code_name(TREE_CODE(init)));
		initializer(TREE_OPERAND(init, 0), UNKNOWN_LOCATION);
		initializer(TREE_OPERAND(init, 1), UNKNOWN_LOCATION);
		out.close(']');
	} else {
		char *text = print_generic_expr_to_str(init);

		out.open('[').str("k").str(text).close(']');
		free(text);
	}
}

} /* namespace safe */
