// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: ret \|\| chip.up */
/* Likely, not certain: reported to those who ask for it. */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"
#include <linux/reset.h>

struct chip {
	struct reset_control *reset;
	bool up;
};

/* An error pointer from a reset controller that has gone. */
static noinline int wrong_probe(struct chip *chip)
{
	reset_control_deassert(chip->reset);	/* { dg-warning "what 'reset_control_deassert' returns is ignored, and with it the error: the function goes on to report success.*SAFE_E_RESULT_IGNORED" } */
	return 0;
}

static noinline int right_probe(struct chip *chip)
{
	int ret = reset_control_deassert(chip->reset);

	if (ret)
		return ret;
	chip->up = true;
	return 0;
}

static int wrong(void)
{
	struct chip chip = { .reset = ERR_PTR(-ENODEV) };
	int ret = wrong_probe(&chip);

	must(ret || chip.up);
	return 0;
}

static int right(void)
{
	struct chip chip = { .reset = ERR_PTR(-ENODEV) };
	int ret = right_probe(&chip);

	must(ret || chip.up);
	return 0;
}
