// SPDX-License-Identifier: GPL-2.0
/*
 * Writes what the checker did: what it could not follow is counted, so that
 * silence is not mistaken for proof.
 */
#include "gcc-compat.h"
#include "statistics.h"
#include "json.h"
#include "options.h"

namespace safe {

statistics stats;

void statistics::skip(tree fndecl, const char *reason)
{
	skipped[reason].push_back(IDENTIFIER_POINTER(DECL_NAME(fndecl)));
}

void statistics::write() const
{
	json line;

	if (opts.stats.empty())
		return;
	line.open('{').key("file").str(main_input_filename);
	line.key("functions").num(functions);
	line.key("analysed").num(analysed);
	line.key("findings").num(findings);
	line.key("microseconds").num((long long)(seconds * 1e6));
	line.key("skipped").open('{');
	for (const auto &reason : skipped) {
		line.key(reason.first.c_str()).open('[');
		for (const std::string &function : reason.second)
			line.str(function);
		line.close(']');
	}
	line.close('}').close('}');
	append_line(opts.stats, line.text());
}

} /* namespace safe */
