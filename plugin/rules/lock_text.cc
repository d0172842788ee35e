// SPDX-License-Identifier: GPL-2.0
/*
 * Reads the texts of lock annotations: a small part of C's expressions, evaluated on
 * the state of a path.
 */
#include "lock_text.h"
#include "lock_calls.h"
#include "../lock_words.h"

namespace safe {

/* The token that @arg was read from: a variable that does not exist. */
static const char *token_in(tree arg)
{
	gimple *def = TREE_CODE(arg) == SSA_NAME ? SSA_NAME_DEF_STMT(arg) : NULL;

	for (int steps = 0; def && is_gimple_assign(def) && steps < 4; steps++) {
		tree from = gimple_assign_rhs1(def);

		if (VAR_P(from) && DECL_NAME(from) &&
		    is_token_name(IDENTIFIER_POINTER(DECL_NAME(from))))
			return IDENTIFIER_POINTER(DECL_NAME(from));
		def = TREE_CODE(from) == SSA_NAME ? SSA_NAME_DEF_STMT(from) : NULL;
	}
	return NULL;
}

value lock_argument(machine &m, tree arg)
{
	const char *token = token_in(arg);

	return token ? m.variable(lock_token(token)) : m.value_of(arg);
}

tree find_member(tree record, const std::string &word, int64_t *offset)
{
	for (tree f = TYPE_FIELDS(record); f; f = DECL_CHAIN(f)) {
		if (TREE_CODE(f) != FIELD_DECL || !tree_fits_shwi_p(bit_position(f)))
			continue;

		int64_t before = *offset;

		*offset += int_byte_position(f);
		if (DECL_NAME(f) && word == IDENTIFIER_POINTER(DECL_NAME(f)))
			return f;
		if (!DECL_NAME(f) && RECORD_OR_UNION_TYPE_P(TREE_TYPE(f))) {
			tree inside = find_member(TREE_TYPE(f), word, offset);

			if (inside)
				return inside;
		}
		*offset = before;
	}
	return NULL_TREE;
}

namespace {

/* A place of @type, or a pointer of @type. */
struct operand {
	enum kind { NOTHING, PLACE, VALUE, TOKEN } kind = NOTHING;
	value v;		/* the address of the place; the pointer */
	tree type = NULL_TREE;
	std::string token;
};

class reader {
public:
	reader(machine &m, const lock_scope &scope, const std::string &text)
		: m(m), scope(scope), at(text.c_str()) { }

	operand read()
	{
		operand o = unary();

		skip_space();
		return *at ? operand() : o;
	}
	operand as_value(const operand &o);

private:
	operand unary();
	operand postfix(operand o);
	operand primary();
	operand name(const std::string &word);
	operand function(const std::string &word);
	operand parameter(const std::string &word);
	operand member(const operand &object, const std::string &word);
	operand pointed(const operand &o);
	bool cast(unsigned int *stars);
	std::string word();
	bool is(const char *punctuation);
	void skip_space()
	{
		while (*at == ' ' || *at == '\t' || *at == '\n')
			at++;
	}

	machine &m;
	const lock_scope &scope;
	const char *at;
	unsigned int depth = 0;
};

bool reader::is(const char *punctuation)
{
	size_t length = strlen(punctuation);

	skip_space();
	if (strncmp(at, punctuation, length))
		return false;
	at += length;
	return true;
}

std::string reader::word()
{
	std::string text;

	skip_space();
	if (ISIDST(*at))
		while (ISIDNUM(*at))
			text += *at++;
	return text;
}

/* What a pointer is worth, which may stand in memory. */
operand reader::as_value(const operand &o)
{
	operand out;

	if (o.kind != operand::PLACE || !o.type || !POINTER_TYPE_P(o.type))
		return o.kind == operand::PLACE ? out : o;
	out.v = m.read(o.v, o.type, NULL_TREE);
	out.type = o.type;
	out.kind = out.v.is_sym() ? operand::VALUE : operand::NOTHING;
	return out;
}

operand reader::pointed(const operand &o)
{
	operand p = as_value(o), out;

	if (p.kind != operand::VALUE || !p.type || !POINTER_TYPE_P(p.type))
		return out;
	out.kind = operand::PLACE;
	out.v = p.v;
	out.type = TREE_TYPE(p.type);
	return out;
}

/* "(struct foo **)" and the like, of which only the stars count. */
bool reader::cast(unsigned int *stars)
{
	const char *before = at;
	bool type = false;
	std::string text;

	*stars = 0;
	if (!is("("))
		return false;
	while (!(text = word()).empty())
		type |= text == "struct" || text == "const" || text == "void" ||
			text == "union" || text == "volatile" ||
			(text.size() > 2 && !text.compare(text.size() - 2, 2, "_t"));
	while (is("*"))
		++*stars;
	if (type && *stars && is(")"))
		return true;
	at = before;
	return false;
}

operand reader::unary()
{
	unsigned int stars;
	operand o;

	if (++depth > 16)
		return operand();
	if (is("&")) {
		o = unary();
		if (o.kind == operand::TOKEN)
			return o;
		if (o.kind != operand::PLACE)
			return operand();
		o.kind = operand::VALUE;
		o.type = build_pointer_type(o.type);
		return o;
	}
	if (is("*"))
		return pointed(unary());
	if (cast(&stars)) {
		o = as_value(unary());
		for (o.type = void_type_node; stars; stars--)
			o.type = build_pointer_type(o.type);
		return o;
	}
	return postfix(primary());
}

operand reader::member(const operand &object, const std::string &word)
{
	operand out;
	int64_t offset = 0;
	tree field;

	if (object.kind != operand::PLACE || !RECORD_OR_UNION_TYPE_P(object.type) ||
	    !object.v.is_sym() || object.v.num == SOMEWHERE)
		return out;
	field = find_member(object.type, word, &offset);
	if (!field)
		return out;
	out.kind = operand::PLACE;
	out.v = value::of(object.v.sym, object.v.num + offset);
	out.type = TREE_TYPE(field);
	return out;
}

operand reader::postfix(operand o)
{
	for (;;) {
		if (is("->"))
			o = member(pointed(o), word());
		else if (is("."))
			o = member(o, word());
		else if (is("["))
			return operand();
		else
			return o;
	}
}

operand reader::parameter(const std::string &word)
{
	int n = parameter_called(scope.fndecl, word);
	tree parm = DECL_ARGUMENTS(scope.fndecl), types = TYPE_ARG_TYPES(TREE_TYPE(scope.fndecl));
	operand out;

	for (int i = 0; i < n; i++) {
		parm = parm ? DECL_CHAIN(parm) : NULL_TREE;
		types = types ? TREE_CHAIN(types) : NULL_TREE;
	}
	if (n < 0 || !types || (scope.call ? n >= (int)gimple_call_num_args(scope.call) : !parm))
		return out;

	tree arg = scope.call ? gimple_call_arg(scope.call, n) : NULL_TREE;
	const char *token = arg ? token_in(arg) : NULL;

	out.type = TREE_VALUE(types);
	if (token) {
		out.kind = operand::TOKEN;
		out.token = token;
	} else if (POINTER_TYPE_P(out.type)) {
		out.v = arg ? m.value_of(arg) : m.parameter(parm, n);
		out.kind = out.v.is_sym() ? operand::VALUE : operand::NOTHING;
	} else if (RECORD_OR_UNION_TYPE_P(out.type)) {
		out.v = arg ? m.address(arg) : m.variable(parm);
		out.kind = out.v.is_sym() ? operand::PLACE : operand::NOTHING;
	}
	return out;
}

operand reader::name(const std::string &word)
{
	operand out;

	if (scope.fndecl) {
		out = parameter(word);
		if (out.kind != operand::NOTHING)
			return out;
	}
	if (scope.record) {
		operand object;

		object.kind = operand::PLACE;
		object.v = scope.object;
		object.type = scope.record;
		out = member(object, word);
		if (out.kind != operand::NOTHING)
			return out;
	}
	if (is_token_name(word)) {
		out.kind = operand::TOKEN;
		out.token = word;
		return out;
	}

	symtab_node *node = symtab_node::get_for_asmname(get_identifier(word.c_str()));

	if (!node || !VAR_P(node->decl))
		return out;
	out.kind = operand::PLACE;
	out.v = m.variable(node->decl);
	out.type = TREE_TYPE(node->decl);
	return out;
}

/* A bit that is a lock: "__bitlock(bit, address)". */
operand reader::function(const std::string &word)
{
	operand o;

	if (word != "__bitlock")
		return o;
	while (*at && *at != ',')
		at++;
	if (!is(","))
		return o;
	o = as_value(unary());
	return is(")") ? o : operand();
}

operand reader::primary()
{
	std::string text;

	if (is("(")) {
		operand o = unary();

		return is(")") ? o : operand();
	}
	text = word();
	if (text.empty())
		return operand();
	return is("(") ? function(text) : name(text);
}

} /* namespace */

value find_lock(machine &m, const lock_scope &scope, const std::string &text)
{
	reader r(m, scope, text);
	operand o = r.read();

	if (o.kind == operand::TOKEN)
		return m.spot(m.variable(lock_token(o.token.c_str())));
	/* "lock" may be the lock, or point to it. */
	if (o.kind == operand::PLACE && POINTER_TYPE_P(o.type))
		o = r.as_value(o);
	return o.kind == operand::NOTHING ? value() : m.spot(o.v);
}

} /* namespace safe */
