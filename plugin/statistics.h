/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the checker did in this compilation, for -stats=FILE.
 */
#ifndef SAFE_STATISTICS_H
#define SAFE_STATISTICS_H

#include "gcc-compat.h"

namespace safe {

struct statistics {
	unsigned int functions = 0;	/* with a body, in the file itself */
	unsigned int analysed = 0;	/* here or for a summary, in headers too */
	unsigned int findings = 0;
	double seconds = 0;
	std::map<std::string, std::vector<std::string>> skipped;	/* by reason */

	void skip(tree fndecl, const char *reason);
	/* Appends a line to the file of the stats option, if there is one. */
	void write() const;
};

extern statistics stats;

} /* namespace safe */

#endif /* SAFE_STATISTICS_H */
