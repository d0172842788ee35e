// SPDX-License-Identifier: GPL-2.0
/*
 * safe_plugin: checks ownership, results and the other idioms of
 * include/safe/ in C code, and finds their absence in code that does not use
 * them.  This file only loads the plugin: it reads the options and registers
 * the attributes and passes, each of which has its own file.
 *
 * Debugging: -fdump-tree-ssa shows what the passes see; gdb is attached with
 * gcc -wrapper gdb,--args.
 */
#include "gcc-compat.h"
#include "allow.h"
#include "attributes.h"
#include "check.h"
#include "context_words.h"
#include "facts.h"
#include "gfp.h"
#include "lock_words.h"
#include "options.h"
#include "protocol.h"
#include "share.h"
#include "sites/sites.h"
#include "stop.h"
#include "strict.h"
#include "trace.h"

/* All that GCC looks up by name; everything else is hidden. */
#pragma GCC visibility push(default)
extern "C" int plugin_is_GPL_compatible;
int plugin_is_GPL_compatible;
int plugin_init(plugin_name_args *args, plugin_gcc_version *version);
#pragma GCC visibility pop

static plugin_info safe_plugin_info = {
	"1",
	"level=off|try|warn|error|audit\thow findings are reported (default warn)\n"
	"rules=own,result,...\tcheck only these rules (default all)\n"
	"rules=-own,...\tcheck all rules but these\n"
	"facts=FILE\tfacts about functions, beside the built-in ones\n"
	"stats=FILE\tappend statistics, one JSON object a compilation\n"
	"trace=FILE\tappend the trace of each function, one JSON object a line\n"
	"sites=FILE\tappend what a migration may convert, one JSON object a line\n"
	"infer=FILE\tappend what facts say of functions, and what their bodies show\n"
	"summary\twrite what \"safe link\" reads into the object file\n"
	"stop\tend the compilation once the analysis is done\n",
};

int plugin_init(plugin_name_args *args, plugin_gcc_version *version)
{
	if (!plugin_default_version_check(version, &gcc_version)) {
		error("%s was built for gcc %s, this is gcc %s: build it again with "
		      "%<make plugin CC=...%>", args->full_name,
		      gcc_version.basever, version->basever);
		return 1;
	}
	register_callback(args->base_name, PLUGIN_INFO, NULL, &safe_plugin_info);
	if (!safe::parse_options(args))
		return 1;
	if (!safe::load_facts() && safe::opts.level != safe::LEVEL_TRY)
		return 1;
	safe::register_attributes(args->base_name);
	safe::register_context_words(args->base_name);
	safe::register_allow(args->base_name);
	safe::register_strict(args->base_name);
	safe::register_protocol(args->base_name);
	safe::register_share(args->base_name);
	safe::register_gfp(args->base_name);
	if (safe::opts.stop)	/* before every other pass, so that it runs last */
		safe::register_stop(args->base_name);
	safe::register_lock_words(args->base_name);
	safe::register_check(args->base_name);
	if (!safe::opts.sites.empty())
		safe::register_sites(args->base_name);
	if (!safe::opts.trace.empty())
		safe::register_trace(args->base_name);
	return 0;
}
