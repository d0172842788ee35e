// SPDX-License-Identifier: GPL-2.0
/* { dg-options "-Wno-unused-function -fplugin-arg-safe_plugin-level=audit" } */
/* Results that nobody looks at, where nobody has to. */
#include <linux/container_of.h>
#include <linux/err.h>
#include <linux/list.h>
#include <linux/notifier.h>
#include <linux/slab.h>
#include <linux/workqueue.h>

struct unit {
	struct list_head node;
	struct work_struct work;
	struct notifier_block nb;
	bool broken, running;
	int failed;
};

static noinline int unit_start(struct unit *unit)
{
	if (unit->broken)
		return -EIO;
	unit->running = true;
	return 0;
}

static noinline int unit_check(const struct unit *unit)
{
	return unit->broken ? -EIO : 0;
}

/* Most callers look at it: these are two of them. */
static int first(struct unit *unit)
{
	return unit_start(unit);
}

static int second(struct unit *unit)
{
	int ret = unit_start(unit);

	return ret ? ret : unit->failed;
}

/* Work has nobody who waits for its result. */
static void unit_work(struct work_struct *work)
{
	unit_start(container_of(work, struct unit, work));
}

/* On the way out an error is there already, and this is only to leave things as they were. */
static int unit_swap(struct unit *from, struct unit *to)
{
	int ret;

	from->running = false;
	ret = unit_check(to);
	if (ret)
		goto restart;
	ret = unit_start(to);
	if (ret)
		goto restart;
	return 0;

restart:
	unit_start(from);
	return ret;
}

/* Counted, one by one. */
static int start_all(struct list_head *units)
{
	struct unit *unit;
	int n = 0;

	list_for_each_entry(unit, units, node) {
		if (unit_start(unit)) {
			unit->failed++;
			continue;
		}
		n++;
	}
	return n;
}

/* Whether it runs is asked of the unit. */
static bool is_running(struct unit *unit)
{
	unit_start(unit);
	return unit->running;
}

/* By a macro, which looks at it. */
#define unit_try(unit) do {			\
	if (unit_start(unit))			\
		(unit)->failed++;		\
} while (0)

static int tried(struct unit *unit)
{
	unit_try(unit);
	return 0;
}

/* By an inline helper, which has an answer of its own. */
static inline bool unit_is_started(struct unit *unit)
{
	return !unit_start(unit);
}

static int helped(struct unit *unit)
{
	return unit_is_started(unit) ? 0 : -EAGAIN;
}

/* Out-parameters have the result. */
static void unit_start_to(struct unit *unit, int *ret)
{
	*ret = unit_start(unit);
}

static int by_out_param(struct unit *unit)
{
	int ret;

	unit_start_to(unit, &ret);
	return ret;
}

/* A notifier's answer is another one. */
static int unit_event(struct notifier_block *nb, unsigned long action, void *data)
{
	struct unit *unit = container_of(nb, struct unit, nb);

	if (action && unit_start(unit))
		return NOTIFY_BAD;
	return NOTIFY_OK;
}

/* Asked again as long as it fails. */
static int unit_wait(struct unit *unit)
{
	int tries = 3;

	while (unit_start(unit)) {
		if (!--tries)
			return -ETIMEDOUT;
		unit->broken = false;
	}
	return 0;
}

/* Through a pointer to the function, which is looked at. */
static int called(struct unit *unit, bool wanted)
{
	int (*start)(struct unit *unit) = wanted ? unit_start : first;
	int ret = start(unit);

	if (!ret)
		unit->failed = 0;
	return ret;
}
