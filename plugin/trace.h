/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The trace: each function of the compiled file as JSON, one object a line,
 * exact enough to be executed symbolically.  docs/proof.md describes the form.
 */
#ifndef SAFE_TRACE_H
#define SAFE_TRACE_H

#include "gcc-compat.h"
#include "json.h"

namespace safe {

/* Registers the pass that writes the trace; only called when it is wanted. */
void register_trace(const char *plugin_name);

/*
 * Writes operands.  Numbers the variables of the function as it meets them, and
 * remembers the first thing that the trace cannot express.
 */
class operand_writer {
public:
	explicit operand_writer(json &out) : out(out) {}

	void operand(tree op);
	/* The elements that name a place in memory; the array is the caller's. */
	void place(tree ref);
	void type(const_tree type);
	/* @where: the line that the initialiser's own __LINE__ yields. */
	void initializer(tree init, location_t where);
	/* The string that __FILE__ yields, "" when no file is being compiled. */
	static const char *file_macro();
	void refuse(const char *what);

	std::vector<tree> locals;	/* automatic variables, by their number */
	std::vector<tree> statics;	/* static variables of the function */
	std::string unsupported;

private:
	struct walk;

	tree step(tree ref, walk &w);
	void base(tree decl);
	void address(tree ref);
	void constant(tree cst);
	void fields(tree ctor, location_t where);
	static int number(std::vector<tree> &of, tree decl);

	json &out;
};

/* Writes the members "code", "names" and "lines" of @fn's object. */
void write_code(json &out, struct function *fn);

} /* namespace safe */

#endif /* SAFE_TRACE_H */
