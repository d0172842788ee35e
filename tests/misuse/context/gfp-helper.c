// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !gfpflags_allow_blocking */
#include "../misuse.h"
#include <linux/gfp.h>
#include <linux/spinlock.h>

static DEFINE_SPINLOCK(foo_lock);

static void *foo_get(size_t size, gfp_t gfp)
{
	must(!gfpflags_allow_blocking(gfp) || !lockdep_is_held(&foo_lock));
	return kzalloc(size, gfp | __GFP_NOWARN);	/* { dg-note "'kzalloc' is called there" } */
}

static int wrong(void)
{
	void *foo;

	spin_lock(&foo_lock);	/* { dg-note "'&foo_lock' is taken here" } */
	foo = foo_get(16, GFP_KERNEL);	/* { dg-error "'foo_get' may sleep with these flags, but '&foo_lock' is held.*SAFE_E_GFP_IN_ATOMIC" } */
	spin_unlock(&foo_lock);
	kfree(foo);
	return 0;
}

static int right(void)
{
	void *foo;

	spin_lock(&foo_lock);
	foo = foo_get(16, GFP_ATOMIC);
	spin_unlock(&foo_lock);
	kfree(foo);
	foo = foo_get(16, GFP_KERNEL);
	kfree(foo);
	return 0;
}
