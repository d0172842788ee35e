// SPDX-License-Identifier: GPL-2.0
/* An interrupt that is freed, or was not given. */
#include <linux/interrupt.h>
#include <linux/errno.h>

struct foo {
	int n;
};

irqreturn_t foo_irq(int irq, void *data);

int foo_probe_irq(int irq);
int foo_probe_irq(int irq)
{
	struct foo foo = { };

	if (request_irq(irq, foo_irq, 0, "foo", &foo))
		return -ENODEV;
	free_irq(irq, &foo);
	return foo.n;
}
