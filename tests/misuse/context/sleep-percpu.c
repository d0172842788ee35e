// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: !this_cpu_read */
#include "../misuse.h"
#include <linux/percpu.h>
#include <linux/sched.h>

struct foo_stats {
	int in_use;
	int packets;
};

static DEFINE_PER_CPU(struct foo_stats, foo_stats);

static void foo_wait(void)
{
	must(!this_cpu_read(foo_stats.in_use));
	might_sleep();	/* { dg-note "'might_sleep' is called there" } */
}

/* The next one on this CPU finds what is half done, and this one goes on elsewhere. */
static int wrong(void)
{
	struct foo_stats *stats = get_cpu_ptr(&foo_stats);	/* { dg-note "preemption is turned off here" } */

	stats->in_use++;
	foo_wait();	/* { dg-error "'foo_wait' may sleep, but preemption is off.*SAFE_E_SLEEP_IN_ATOMIC" } */
	stats->packets++;
	stats->in_use--;
	put_cpu_ptr(&foo_stats);
	return 0;
}

static int right(void)
{
	struct foo_stats *stats;

	foo_wait();
	stats = get_cpu_ptr(&foo_stats);
	stats->in_use++;
	stats->packets++;
	stats->in_use--;
	put_cpu_ptr(&foo_stats);
	return 0;
}
