// SPDX-License-Identifier: GPL-2.0
/*
 * The pass that checks every function of the compilation.
 *
 * It runs after all functions are in SSA form and before any is inlined: the
 * code is still the user's, the cleanups of variables are expanded on every
 * path, and the call graph is there.
 */
#include "gcc-compat.h"
#include "check.h"
#include "contract.h"
#include "diagnostics.h"
#include "infer.h"
#include "location.h"
#include "options.h"
#include "owner.h"
#include "statistics.h"
#include "strict.h"
#include "engine/rule.h"
#include "engine/summary.h"
#include "link/link.h"

#include <sys/resource.h>

namespace safe {

/* User time of this process: what the checker costs. */
static double cpu_seconds()
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return usage.ru_utime.tv_sec + usage.ru_utime.tv_usec / 1e6;
}

/*
 * Whether a function does, itself or in a function of this compilation that it
 * calls, what a rule cares about.  Most do not, and cost no more than this.
 */
class relevance {
public:
	bool of(function *fn);

private:
	bool of_call(gcall *call);
	bool wanted(const contract *c);

	enum answer { NO, YES, ASKED };
	std::unordered_map<tree, answer> answers;
};

bool relevance::wanted(const contract *c)
{
	if (c)
		for (const rule *r : rules())
			if (r->wants(*c))
				return true;
	return false;
}

static bool takes_owner(tree fndecl)
{
	owner o;

	for (tree parm = DECL_ARGUMENTS(fndecl); parm; parm = DECL_CHAIN(parm))
		if (find_owner(TREE_TYPE(parm), &o))
			return true;
	return false;
}

bool relevance::of_call(gcall *call)
{
	tree fndecl = gimple_call_fndecl(call);
	const contract *c = contract_of_call(call);

	for (const rule *r : rules())
		if (r->wants_call(call))
			return true;
	if (c)
		return wanted(c);
	if (wanted(contract_of_owner(call)))
		return true;
	if (!fndecl)
		return false;

	function *body = DECL_STRUCT_FUNCTION(fndecl);

	return body && body->cfg && gimple_in_ssa_p(body) && of(body);
}

bool relevance::of(function *fn)
{
	auto slot = answers.emplace(fn->decl, ASKED);
	basic_block bb;

	if (!slot.second)
		return slot.first->second == YES;

	bool found = wanted(contract_of_function(fn->decl)) || takes_owner(fn->decl);

	for (const rule *r : rules())
		found |= r->wants_body(fn);
	if (!found) {
		FOR_EACH_BB_FN(bb, fn) {
			for (auto i = gsi_start_bb(bb); !gsi_end_p(i); gsi_next(&i)) {
				gcall *call = dyn_cast<gcall *>(gsi_stmt(i));

				if (call && of_call(call)) {
					found = true;
					break;
				}
			}
			if (found)
				break;
		}
	}
	answers[fn->decl] = found ? YES : NO;
	return found;
}

static void check_all()
{
	double start = cpu_seconds();

	if (!opts.infer.empty()) {
		write_inferred();
		return;
	}

	std::vector<cgraph_node *> nodes;
	cgraph_node *node;
	relevance relevant;

	FOR_EACH_FUNCTION_WITH_GIMPLE_BODY(node)
		if (in_main_file(DECL_SOURCE_LOCATION(node->decl)) && !node->alias)
			nodes.push_back(node);
	/* In the order of the source. */
	std::sort(nodes.begin(), nodes.end(), [](cgraph_node *a, cgraph_node *b) {
		return a->order < b->order;
	});
	for (cgraph_node *n : nodes) {
		function *fn = DECL_STRUCT_FUNCTION(n->decl);

		stats.functions++;
		if (!fn || !fn->cfg || !gimple_in_ssa_p(fn))
			continue;
		for (rule *r : rules())
			r->look_at(fn);
		if (relevant.of(fn))
			summary_of(n->decl, 0);
	}
	for (rule *r : rules())
		r->finish();
	write_summary(nodes);
	stats.findings = report_findings();
	stamp_strict();
	stats.seconds = cpu_seconds() - start;
	stats.write();
}

namespace {

const pass_data check_pass_data = {
	SIMPLE_IPA_PASS,	/* type */
	"safe_check",		/* name */
	OPTGROUP_NONE,
	TV_NONE,
	PROP_ssa,		/* required */
	0, 0, 0, 0,
};

class check_pass : public simple_ipa_opt_pass {
public:
	check_pass(gcc::context *context) : simple_ipa_opt_pass(check_pass_data, context) { }

	bool gate(function *) final override
	{
		return opts.level != LEVEL_OFF && !seen_error() && !rules().empty();
	}

	unsigned int execute(function *) final override
	{
		check_all();
		return 0;
	}
};

} /* namespace */

static void parsed(void *fndecl, void *)
{
	location_t where = DECL_SOURCE_LOCATION((tree)fndecl);
	std::vector<std::string> names;

	if (opts.level == LEVEL_OFF || seen_error())
		return;
	/* What is strict, has strict headers. */
	if (!in_main_file(where) && !(is_strict() && users_token(where, &names)))
		return;
	for (rule *r : rules())
		r->parsed((tree)fndecl);
}

static void defined(void *type, void *)
{
	if (opts.level == LEVEL_OFF || seen_error())
		return;
	for (rule *r : rules())
		r->defined((tree)type);
}

void register_check(const char *plugin)
{
	register_pass_info pass = {
		new check_pass(g), "build_ssa_passes", 1, PASS_POS_INSERT_AFTER,
	};

	register_callback(plugin, PLUGIN_PASS_MANAGER_SETUP, NULL, &pass);
	register_callback(plugin, PLUGIN_PRE_GENERICIZE, parsed, NULL);
	register_callback(plugin, PLUGIN_FINISH_TYPE, defined, NULL);
}

} /* namespace safe */
