// SPDX-License-Identifier: GPL-2.0
/* One finding of each rule, one that is only likely, and one that needs more facts. */
#include <linux/errno.h>
#include <linux/slab.h>

struct foo {
	int id;
};

/* What foo_get() returns, a file of facts has to say. */
struct foo *foo_get(int id);
void foo_put(struct foo *foo);
int foo_power(int on);

int rule_own(void);
int rule_own(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (!foo)
		return -ENOMEM;
	kfree(foo);
	return foo->id;
}

int rule_result(size_t n, struct foo *out);
int rule_result(size_t n, struct foo *out)
{
	struct foo *foo = kmemdup(out, sizeof(*foo), GFP_KERNEL);
	int id = foo->id;

	kfree(foo);
	return id;
}

int only_likely(int id);
int only_likely(int id)
{
	void *memory;
	int ret;

	ret = foo_power(1);
	if (ret)
		return ret;
	if (id < 0)
		return -EINVAL;
	memory = kzalloc(8, GFP_KERNEL);
	if (!memory)
		goto out;
	kfree(memory);
out:
	return ret;
}

int more_facts(int id);
int more_facts(int id)
{
	struct foo *foo = foo_get(id);

	return foo ? 0 : -ENODEV;
}
