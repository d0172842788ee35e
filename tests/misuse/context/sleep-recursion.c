// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !lockdep_is_held */
#include "../misuse.h"
#include <linux/sched.h>
#include <linux/spinlock.h>

struct foo {
	struct foo *left, *right;
	int state;
};

static DEFINE_SPINLOCK(foo_lock);
static struct foo left, right_one, root = { .left = &left, .right = &right_one };

static void foo_close(struct foo *foo)
{
	must(!lockdep_is_held(&foo_lock));
	might_sleep();	/* { dg-note "'might_sleep' is called there" } */
	foo->state = 0;
}

static void foo_destroy(struct foo *foo)
{
	if (foo->left)
		foo_destroy(foo->left);
	if (foo->right)
		foo_destroy(foo->right);
	foo_close(foo);	/* { dg-note "'foo_close' is called there" } */
}

static int wrong(void)
{
	spin_lock(&foo_lock);	/* { dg-note "'&foo_lock' is taken here" } */
	foo_destroy(&root);	/* { dg-error "'foo_destroy' may sleep, but '&foo_lock' is held.*SAFE_E_SLEEP_IN_ATOMIC" } */
	spin_unlock(&foo_lock);
	return 0;
}

static int right(void)
{
	struct foo *tree;

	spin_lock(&foo_lock);
	tree = &root;
	spin_unlock(&foo_lock);
	foo_destroy(tree);
	return 0;
}
