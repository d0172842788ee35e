// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: total == 2 */
#include "../misuse.h"
#include <linux/mutex.h>
#include <linux/workqueue.h>
#include <safe/scope.h>
#include <safe/strict.h>

SAFE_STRICT_FILE();

static DEFINE_MUTEX(this_lock);
static DEFINE_MUTEX(that_lock);
static int total;

static void that_work(struct work_struct *work)
{
	mutex_lock(&that_lock);	/* { dg-error "mutex_lock.. is a lock by hand; use guard.*SAFE_E_RAW_CALL" } */
	total++;
	mutex_unlock(&that_lock);	/* { dg-error "mutex_unlock.. is a lock by hand; use guard.*SAFE_E_RAW_CALL" } */
}
static DECLARE_WORK(that, that_work);

static int wrong(void)
{
	int sum;

	schedule_work(&that);
	mutex_lock(&this_lock);	/* { dg-error "mutex_lock.. is a lock by hand; use guard.*SAFE_E_RAW_CALL" } */
	sum = total;
	flush_work(&that);
	total = sum + 1;
	mutex_unlock(&this_lock);	/* { dg-error "mutex_unlock.. is a lock by hand; use guard.*SAFE_E_RAW_CALL" } */
	must(total == 2);
	return 0;
}

static void this_work(struct work_struct *work)
{
	guard(mutex)(&this_lock);
	total++;
}
static DECLARE_WORK(this, this_work);

static int right(void)
{
	schedule_work(&this);
	flush_work(&this);
	guard(mutex)(&this_lock);
	total = total + 1;
	must(total == 2);
	return 0;
}
