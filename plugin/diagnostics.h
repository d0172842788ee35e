/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Findings: collected while functions are analysed, one for each defect, and
 * said at the end in the order of the source.
 */
#ifndef SAFE_DIAGNOSTICS_H
#define SAFE_DIAGNOSTICS_H

#include "gcc-compat.h"

namespace safe {

struct finding_note {
	location_t where;
	std::string text;
};

struct finding {
	const char *id;			/* SAFE_E_... */
	location_t where;
	std::string text;		/* what is wrong, and what to do */
	std::vector<finding_note> notes;	/* in the order of the path */
	/* Findings of one key are one defect, seen on several paths. */
	std::string key;
	bool likely = false;		/* only worth a look, not sure */
	bool of_file = false;		/* seen in the file as a whole, not on a path */
	location_t birth = UNKNOWN_LOCATION;	/* where what it is about was made, or done */
};

void add_finding(finding &&f);

/* Reports all findings.  Return: how many. */
unsigned int report_findings();

} /* namespace safe */

#endif /* SAFE_DIAGNOSTICS_H */
