// SPDX-License-Identifier: GPL-2.0
/*
 * The option "stop": ends the compilation when the analysis is done.
 */
#include "gcc-compat.h"
#include "stop.h"

namespace safe {

namespace {

const pass_data stop_data = {
	SIMPLE_IPA_PASS,	/* type */
	"safe_stop",		/* name */
	OPTGROUP_NONE,		/* optinfo_flags */
	TV_NONE,		/* tv_id */
	0, 0, 0, 0, 0,		/* properties and todo */
};

class stop_pass : public simple_ipa_opt_pass {
public:
	stop_pass() : simple_ipa_opt_pass(stop_data, g) {}

	unsigned int execute(function *) final override
	{
		/* After an error GCC ends by itself. */
		if (seen_error())
			return 0;
		invoke_plugin_callbacks(PLUGIN_FINISH, NULL);
		diagnostic_finish(global_dc);
		exit(SUCCESS_EXIT_CODE);
	}
};

} /* namespace */

void register_stop(const char *plugin_name)
{
	register_pass_info where = {
		new stop_pass(), "build_ssa_passes", 1, PASS_POS_INSERT_AFTER,
	};

	register_callback(plugin_name, PLUGIN_PASS_MANAGER_SETUP, NULL, &where);
}

} /* namespace safe */
