// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: lockdep_is_held */
#include <linux/mutex.h>
#include <safe/context_analysis.h>
#include "../misuse.h"

struct foo {
	struct mutex lock;
	int count __guarded_by(&lock);
};

static struct foo one = { .lock = __MUTEX_INITIALIZER(one.lock) };
static struct foo other = { .lock = __MUTEX_INITIALIZER(other.lock) };

static noinline void foo_move(struct foo *from, struct foo *to)
{
	mutex_lock(&from->lock);
	from->count--;
	to->count++;	/* { dg-error "'to->count' is read without '&to->lock', which guards it.*SAFE_E_UNGUARDED" } */
	must(lockdep_is_held(&to->lock));
	mutex_unlock(&from->lock);
}

static noinline void foo_move_rightly(struct foo *from, struct foo *to)
{
	mutex_lock(&from->lock);
	from->count--;
	mutex_unlock(&from->lock);
	mutex_lock(&to->lock);
	to->count++;
	must(lockdep_is_held(&to->lock));
	mutex_unlock(&to->lock);
}

static int wrong(void)
{
	foo_move(&one, &other);
	return 0;
}

static int right(void)
{
	foo_move_rightly(&one, &other);
	return 0;
}
