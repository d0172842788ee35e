// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: ret \|\| unit.running */
/* Likely, not certain: reported to those who ask for it. */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"

struct unit {
	bool broken, running;
};

static noinline int unit_start(struct unit *unit)
{
	if (unit->broken)
		return -EIO;
	unit->running = true;
	return 0;
}

static noinline int wrong_resume(struct unit *unit)
{
	unit_start(unit);	/* { dg-warning "what 'unit_start' returns is ignored, and with it the error: the function goes on to report success.*SAFE_E_RESULT_IGNORED" } */
	return 0;
}

static noinline int right_resume(struct unit *unit)
{
	return unit_start(unit);
}

static int wrong(void)
{
	struct unit unit = { .broken = true };
	int ret = wrong_resume(&unit);

	must(ret || unit.running);
	return 0;
}

static int right(void)
{
	struct unit unit = { .broken = true };
	int ret = right_resume(&unit);

	must(ret || unit.running);
	return 0;
}
