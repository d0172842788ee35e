/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The plugin's options: -fplugin-arg-safe_plugin-<name>=<value>.
 */
#ifndef SAFE_OPTIONS_H
#define SAFE_OPTIONS_H

#include <string>
#include <vector>

struct plugin_name_args;

namespace safe {

/*
 * How findings are reported.  LEVEL_AUDIT also reports what is only likely;
 * LEVEL_TRY is LEVEL_WARN, but a checker that cannot run (unreadable facts,
 * say) lets the compilation go on without it.
 */
enum level { LEVEL_OFF, LEVEL_TRY, LEVEL_WARN, LEVEL_ERROR, LEVEL_AUDIT };

struct options {
	enum level level = LEVEL_WARN;
	std::vector<std::string> rules;	/* empty: all */
	std::vector<std::string> without;	/* but not these */
	std::vector<std::string> facts;	/* fact files beside the built-in ones */
	std::string stats;		/* file to append statistics to */
	std::string trace;		/* file to append function traces to */
	std::string sites;		/* file to append migration sites to */
	std::string infer;		/* file to append facts and bodies to (infer.h) */
	bool summary = false;		/* write what "safe link" reads */
	bool stop = false;		/* end the compilation after the analysis */

	bool rule_enabled(const char *name) const;
};

extern options opts;

/* Reads @args into ``opts``.  Return: false after reporting an error. */
bool parse_options(const plugin_name_args *args);

} /* namespace safe */

#endif /* SAFE_OPTIONS_H */
