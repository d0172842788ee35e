// SPDX-License-Identifier: GPL-2.0
/* What a path leaves out, another decision of the function explains. */
#include <linux/clk.h>
#include <linux/err.h>
#include <linux/errno.h>
#include <linux/slab.h>
#include <linux/types.h>

struct foo {
	struct clk *clk;
	bool wakes;
	int kind;
	void *buffers[2];
};

bool foo_is_fast(struct foo *foo);
int foo_start(struct foo *foo);
int foo_register(struct clk *clk);
void foo_keep(struct foo *foo, void *buffer);

/* The same question twice, with calls in between that nobody can see into. */
int foo_resume(struct foo *foo);
int foo_resume(struct foo *foo)
{
	int ret;

	if (foo_is_fast(foo) && foo->wakes) {
		ret = clk_prepare_enable(foo->clk);
		if (ret)
			return ret;
	}
	ret = foo_start(foo);
	if (ret)
		goto disable;
	return 0;
disable:
	if (foo_is_fast(foo) && foo->wakes)
		clk_disable_unprepare(foo->clk);
	return ret;
}

/* A flag that says whether there is something to be undone. */
int foo_probe(struct foo *foo);
int foo_probe(struct foo *foo)
{
	bool busy = false;
	int ret = clk_prepare_enable(foo->clk);

	if (ret)
		return ret;
	ret = foo_start(foo);
	if (ret) {
		busy = true;
		goto out;
	}
	ret = foo_start(foo);
	if (ret)
		goto out;
	return 0;
out:
	if (!busy)
		clk_disable_unprepare(foo->clk);
	return ret;
}

/* What is set up lives on where that succeeds, without a name. */
int foo_timer_init(void);
int foo_timer_init(void)
{
	struct clk *clk = clk_get(NULL, "timer");
	int ret;

	if (IS_ERR(clk))
		return PTR_ERR(clk);
	ret = foo_register(clk);
	if (ret)
		clk_put(clk);
	return ret;
}

/* There is no other kind. */
int foo_allocate(struct foo *foo);
int foo_allocate(struct foo *foo)
{
	void *buffer = kzalloc(64, GFP_KERNEL);

	if (!buffer)
		return -ENOMEM;
	switch (foo->kind) {
	case 0:
		foo->buffers[0] = buffer;
		break;
	case 1:
		foo_keep(foo, buffer);
		break;
	}
	return 0;
}
