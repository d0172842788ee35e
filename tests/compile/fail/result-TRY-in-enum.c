// SPDX-License-Identifier: GPL-2.0
#include <linux/irqreturn.h>
#include <safe/result.h>

#include "../foo.h"

irqreturn_t test(struct foo *foo);
irqreturn_t test(struct foo *foo)
{
#ifdef FAIL
	TRY(foo_read(foo));	/* { dg-error "but 'irqreturn_t' .* was expected" } { dg-note "SAFE_E_TRY_CONVENTION" } */
#else
	safe_try_or_return_value(foo_read(foo), IRQ_NONE);
#endif
	return IRQ_HANDLED;
}
