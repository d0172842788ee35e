// SPDX-License-Identifier: GPL-2.0
/*
 * The code of one function: its control-flow graph with PHIs, statements and
 * the jump that ends each block.  Lines and the user's names stand apart, so
 * that two functions with the same code compare equal as they are.
 */
#include "trace.h"
#include "location.h"

#include "internal-fn.h"

namespace safe {

namespace {

class code_writer {
public:
	code_writer(json &out, function *fn) : out(out), op(out), fn(fn) {}

	void write();

private:
	void parameters();
	void block(basic_block bb);
	void phis(basic_block bb);
	void statement(gimple *stmt);
	void assign(gassign *stmt);
	void call(gcall *stmt);
	void assembly(gasm *stmt);
	void jump(basic_block bb, gimple *last);
	void branch(gcond *stmt, basic_block bb);
	void choose(gswitch *stmt);
	void variables(const char *key, const std::vector<tree> &list);
	void names();
	void target(tree lhs);
	void of_line(tree value, location_t loc);

	json &out;
	operand_writer op;
	function *fn;
	std::vector<int> lines;
};

bool is_jump(gimple *stmt)
{
	return gimple_code(stmt) == GIMPLE_COND || gimple_code(stmt) == GIMPLE_SWITCH ||
	       gimple_code(stmt) == GIMPLE_RETURN || gimple_code(stmt) == GIMPLE_GOTO;
}

/* Statements that do nothing and say nothing about values. */
bool is_silent(gimple *stmt)
{
	switch (gimple_code(stmt)) {
	case GIMPLE_LABEL:
	case GIMPLE_NOP:
	case GIMPLE_PREDICT:
	case GIMPLE_DEBUG:
		return true;
	default:
		return false;
	}
}

/* Where a value goes: an SSA name, a place in memory, or nowhere. */
void code_writer::target(tree lhs)
{
	if (!lhs) {
		out.open('[').close(']');
	} else if (TREE_CODE(lhs) == SSA_NAME) {
		op.operand(lhs);
	} else {
		out.open('[');
		op.place(lhs);
		out.close(']');
	}
}

void code_writer::assign(gassign *stmt)
{
	tree lhs = gimple_assign_lhs(stmt), rhs = gimple_assign_rhs1(stmt);

	if (gimple_clobber_p(stmt)) {
		out.str("end");
		target(lhs);
		return;
	}
	if (gimple_assign_single_p(stmt)) {
		out.str("=");
		target(lhs);
		op.operand(rhs);
		return;
	}
	out.str("op");
	target(lhs);
	out.str(get_tree_code_name(gimple_assign_rhs_code(stmt)));
	op.type(TREE_TYPE(lhs));
	op.type(TREE_TYPE(rhs));
	for (unsigned i = 1; i < gimple_num_ops(stmt); i++)
		op.operand(gimple_op(stmt, i));
}

/* @value, or that it is the line of the statement at @loc: what __LINE__ yields. */
void code_writer::of_line(tree value, location_t loc)
{
	if (TREE_CODE(value) == INTEGER_CST && wi::to_widest(value) == user_place(loc).line)
		out.open('[').str("line").close(']');
	else
		op.operand(value);
}

bool is_file(tree value)
{
	if (TREE_CODE(value) == ADDR_EXPR)
		value = TREE_OPERAND(value, 0);
	if (TREE_CODE(value) == ARRAY_REF)
		value = TREE_OPERAND(value, 0);
	return TREE_CODE(value) == STRING_CST &&
	       !strcmp(TREE_STRING_POINTER(value), operand_writer::file_macro());
}

std::string call_flags(gcall *stmt)
{
	int flags = gimple_call_flags(stmt);
	std::string text;

	if (flags & ECF_CONST)
		text += 'c';
	if (flags & ECF_PURE)
		text += 'p';
	if (flags & ECF_NORETURN)
		text += 'n';
	return text;
}

/* ["call", target, type, callee, flags, arguments...] */
void code_writer::call(gcall *stmt)
{
	tree lhs = gimple_call_lhs(stmt), callee = gimple_call_fndecl(stmt);
	bool after_file = false;

	out.str("call");
	target(lhs);
	op.type(gimple_call_return_type(stmt));
	if (gimple_call_internal_p(stmt)) {
		out.str(std::string(".") + internal_fn_name(gimple_call_internal_fn(stmt)));
		/* Its third argument is the variable's name, for messages. */
		if (gimple_call_internal_fn(stmt) == IFN_DEFERRED_INIT) {
			out.str("");
			return;
		}
	} else if (callee) {
		out.str(IDENTIFIER_POINTER(DECL_NAME(callee)));
	} else {
		out.open('[');
		op.operand(gimple_call_fn(stmt));
		out.close(']');
	}
	out.str(call_flags(stmt));
	for (unsigned i = 0; i < gimple_call_num_args(stmt); i++) {
		tree arg = gimple_call_arg(stmt, i);

		if (after_file)
			of_line(arg, gimple_location(stmt));
		else
			op.operand(arg);
		after_file = is_file(arg);
	}
}

/* ["asm", volatile, text, [constraint, target...], [constraint, value...], clobbers] */
void code_writer::assembly(gasm *stmt)
{
	bool after_file = false;

	out.str("asm").num(gimple_asm_volatile_p(stmt) || !gimple_asm_noutputs(stmt));
	out.str(gimple_asm_string(stmt));
	out.open('[');
	for (unsigned i = 0; i < gimple_asm_noutputs(stmt); i++) {
		tree link = gimple_asm_output_op(stmt, i);

		out.str(TREE_STRING_POINTER(TREE_VALUE(TREE_PURPOSE(link))));
		target(TREE_VALUE(link));
	}
	out.close(']').open('[');
	for (unsigned i = 0; i < gimple_asm_ninputs(stmt); i++) {
		tree link = gimple_asm_input_op(stmt, i);
		tree value = TREE_VALUE(link);

		out.str(TREE_STRING_POINTER(TREE_VALUE(TREE_PURPOSE(link))));
		if (after_file)
			of_line(value, gimple_location(stmt));
		else
			op.operand(value);
		after_file = is_file(value);
	}
	out.close(']').open('[');
	for (unsigned i = 0; i < gimple_asm_nclobbers(stmt); i++)
		out.str(TREE_STRING_POINTER(TREE_VALUE(gimple_asm_clobber_op(stmt, i))));
	out.close(']');
}

void code_writer::statement(gimple *stmt)
{
	out.open('[');
	switch (gimple_code(stmt)) {
	case GIMPLE_ASSIGN:
		assign(as_a<gassign *>(stmt));
		break;
	case GIMPLE_CALL:
		call(as_a<gcall *>(stmt));
		break;
	case GIMPLE_ASM:
		assembly(as_a<gasm *>(stmt));
		break;
	default:
		op.refuse(gimple_code_name[gimple_code(stmt)]);
	}
	out.close(']');
}

/* ["if", comparison, type, value, value, block if true, block if false] */
void code_writer::branch(gcond *stmt, basic_block bb)
{
	edge yes, no;

	extract_true_false_edges_from_block(bb, &yes, &no);
	out.str("if").str(get_tree_code_name(gimple_cond_code(stmt)));
	op.type(TREE_TYPE(gimple_cond_lhs(stmt)));
	op.operand(gimple_cond_lhs(stmt));
	op.operand(gimple_cond_rhs(stmt));
	out.num(yes->dest->index).num(no->dest->index);
}

/* ["switch", type, value, default block, [low, high, block]...] */
void code_writer::choose(gswitch *stmt)
{
	out.str("switch");
	op.type(TREE_TYPE(gimple_switch_index(stmt)));
	op.operand(gimple_switch_index(stmt));
	out.num(gimple_switch_default_bb(fn, stmt)->index);
	for (unsigned i = 1; i < gimple_switch_num_labels(stmt); i++) {
		tree label = gimple_switch_label(stmt, i);

		out.open('[');
		op.operand(CASE_LOW(label));
		op.operand(CASE_HIGH(label) ? CASE_HIGH(label) : CASE_LOW(label));
		out.num(gimple_switch_label_bb(fn, stmt, i)->index).close(']');
	}
}

void code_writer::jump(basic_block bb, gimple *last)
{
	out.open('[');
	if (last && gimple_code(last) == GIMPLE_COND) {
		branch(as_a<gcond *>(last), bb);
	} else if (last && gimple_code(last) == GIMPLE_SWITCH) {
		choose(as_a<gswitch *>(last));
	} else if (last && gimple_code(last) == GIMPLE_RETURN) {
		out.str("return");
		if (tree value = gimple_return_retval(as_a<greturn *>(last)))
			op.operand(value);
	} else if (last && gimple_code(last) == GIMPLE_GOTO) {
		op.refuse("a goto to a computed address");
	} else if (EDGE_COUNT(bb->succs) > 1) {
		/* An asm goto: any of its labels, or on. */
		edge e;
		edge_iterator ei;

		out.str("any");
		FOR_EACH_EDGE(e, ei, bb->succs)
			out.num(e->dest->index);
	} else if (single_succ_p(bb)) {
		out.str("jump").num(single_succ(bb)->index);
	} else {
		out.str("stop");
	}
	out.close(']');
}

/* [[target, block it comes from, value, ...]...] */
void code_writer::phis(basic_block bb)
{
	out.open('[');
	for (gphi_iterator at = gsi_start_phis(bb); !gsi_end_p(at); gsi_next(&at)) {
		gphi *phi = at.phi();

		if (virtual_operand_p(gimple_phi_result(phi)))
			continue;
		out.open('[');
		op.operand(gimple_phi_result(phi));
		for (unsigned i = 0; i < gimple_phi_num_args(phi); i++) {
			out.num(gimple_phi_arg_edge(phi, i)->src->index);
			op.operand(gimple_phi_arg_def(phi, i));
		}
		out.close(']');
	}
	out.close(']');
}

/* [index, phis, statements, jump] */
void code_writer::block(basic_block bb)
{
	gimple *last = NULL;

	out.open('[').num(bb->index);
	phis(bb);
	out.open('[');
	for (gimple_stmt_iterator at = gsi_start_bb(bb); !gsi_end_p(at); gsi_next(&at)) {
		gimple *stmt = gsi_stmt(at);

		if (is_jump(stmt)) {
			last = stmt;
		} else if (!is_silent(stmt)) {
			statement(stmt);
			lines.push_back(user_place(gimple_location(stmt)).line);
		}
	}
	out.close(']');
	jump(bb, last);
	lines.push_back(last ? user_place(gimple_location(last)).line : 0);
	out.close(']');
}

/* [type, number of its local variable or -1]... */
void code_writer::parameters()
{
	out.key("parameters").open('[');
	for (tree p = DECL_ARGUMENTS(fn->decl); p; p = DECL_CHAIN(p)) {
		out.open('[');
		op.type(TREE_TYPE(p));
		if (is_gimple_reg(p)) {
			out.num(-1);
		} else {
			op.locals.push_back(p);
			out.num(op.locals.size() - 1);
		}
		out.close(']');
	}
	out.close(']');
}

/* The type of each; for a static variable its section and initial value too. */
void code_writer::variables(const char *key, const std::vector<tree> &list)
{
	out.key(key).open('[');
	/* By index: an initialiser may name more static variables. */
	for (size_t i = 0; i < list.size(); i++) {
		tree decl = list[i];

		out.open('[');
		op.type(TREE_TYPE(decl));
		if (TREE_STATIC(decl)) {
			const char *section = DECL_SECTION_NAME(decl);

			out.str(section ? section : "");
			if (DECL_INITIAL(decl) && DECL_INITIAL(decl) != error_mark_node)
				op.initializer(DECL_INITIAL(decl), DECL_SOURCE_LOCATION(decl));
		}
		out.close(']');
	}
	out.close(']');
}

void code_writer::names()
{
	auto list = [this](const char *key, const std::vector<tree> &of) {
		out.key(key).open('[');
		for (tree decl : of)
			out.str(DECL_NAME(decl) ? IDENTIFIER_POINTER(DECL_NAME(decl)) : "");
		out.close(']');
	};
	std::vector<tree> parameters;

	for (tree p = DECL_ARGUMENTS(fn->decl); p; p = DECL_CHAIN(p))
		parameters.push_back(p);
	out.key("names").open('{');
	list("parameters", parameters);
	list("locals", op.locals);
	list("statics", op.statics);
	out.key("static_lines").open('[');
	for (tree decl : op.statics)
		out.num(user_place(DECL_SOURCE_LOCATION(decl)).line);
	out.close(']');
	out.key("values").open('{');
	for (unsigned i = 1; i < num_ssa_names; i++) {
		tree name = ssa_name(i);

		if (name && !virtual_operand_p(name) && SSA_NAME_VAR(name) &&
		    DECL_NAME(SSA_NAME_VAR(name)) && !DECL_ARTIFICIAL(SSA_NAME_VAR(name)))
			out.key(std::to_string(i).c_str())
			   .str(IDENTIFIER_POINTER(DECL_NAME(SSA_NAME_VAR(name))));
	}
	out.close('}').close('}');
}

void code_writer::write()
{
	basic_block bb;

	out.key("code").open('{');
	parameters();
	out.key("blocks").open('[');
	FOR_EACH_BB_FN(bb, fn)
		block(bb);
	out.close(']');
	variables("locals", op.locals);
	variables("statics", op.statics);
	if (!op.unsupported.empty())
		out.key("unsupported").str(op.unsupported);
	out.close('}');
	names();
	out.key("lines").open('[');
	for (int line : lines)
		out.num(line);
	out.close(']');
}

} /* namespace */

void write_code(json &out, function *fn)
{
	push_cfun(fn);
	code_writer(out, fn).write();
	pop_cfun();
}

} /* namespace safe */
