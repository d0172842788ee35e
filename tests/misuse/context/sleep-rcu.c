// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !rcu_read_lock_held */
#include "../misuse.h"
#include <linux/mutex.h>
#include <linux/rcupdate.h>

static DEFINE_MUTEX(foo_mutex);
static int foo_count;

static int wrong(void)
{
	rcu_read_lock();	/* { dg-note "the RCU read section begins here" } */
	must(!rcu_read_lock_held());
	mutex_lock(&foo_mutex);	/* { dg-error "'mutex_lock' may sleep, but this is an RCU read section.*SAFE_E_SLEEP_IN_ATOMIC" } */
	foo_count++;
	mutex_unlock(&foo_mutex);
	rcu_read_unlock();
	return 0;
}

static int right(void)
{
	rcu_read_lock();
	rcu_read_unlock();
	must(!rcu_read_lock_held());
	mutex_lock(&foo_mutex);
	foo_count++;
	mutex_unlock(&foo_mutex);
	return 0;
}
