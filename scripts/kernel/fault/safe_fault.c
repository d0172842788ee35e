// SPDX-License-Identifier: GPL-2.0
/*
 * Fails one allocation in every KUnit case of the modules that are loaded after
 * this one: the case's own nth, counted from the start of its suite's init().
 *
 * It is built on the kernel's fail-nth counter of a task, which every kind of
 * fault injection obeys.  KUnit runs each case in a thread of its own, out of
 * reach of /proc/<pid>/fail-nth; so this module sets the counter from inside.
 *
 *	echo 3 > /sys/module/safe_fault/parameters/nth
 *	insmod some_kunit.ko
 *	cat /sys/module/safe_fault/parameters/hits	(cases that got that far)
 */
#include <kunit/test.h>
#include <linux/list.h>
#include <linux/module.h>
#include <linux/sched.h>
#include <linux/sched/task.h>
#include <linux/slab.h>

static unsigned int nth;
module_param(nth, uint, 0644);
MODULE_PARM_DESC(nth, "which allocation of a case fails; 0: none");

static unsigned int hits;
module_param(hits, uint, 0644);
MODULE_PARM_DESC(hits, "cases in which an allocation failed");

/* A suite whose functions are replaced, and what they were. */
struct hooked {
	struct list_head list;
	struct module *module;
	struct kunit_suite *suite;
	int (*suite_init)(struct kunit_suite *suite);
	int (*init)(struct kunit *test);
	void (*exit)(struct kunit *test);
};

static LIST_HEAD(hooked_suites);

/* KUnit runs one suite and one case at a time. */
static struct hooked *running;
static struct task_struct *victim;

static int fault_init(struct kunit *test)
{
	victim = get_task_struct(current);
	WRITE_ONCE(current->fail_nth, nth);
	return running->init ? running->init(test) : 0;
}

/* May run in another thread than the case, when the case was aborted. */
static void fault_exit(struct kunit *test)
{
	if (nth && !READ_ONCE(victim->fail_nth)) {
		hits++;
		pr_info("safe_fault: %s: allocation %u failed (thread %d)\n",
			test->name, nth, task_pid_nr(victim));
	}
	WRITE_ONCE(victim->fail_nth, 0);
	put_task_struct(victim);
	if (running->exit)
		running->exit(test);
}

static int fault_suite_init(struct kunit_suite *suite)
{
	struct hooked *h;

	list_for_each_entry(h, &hooked_suites, list) {
		if (h->suite == suite)
			running = h;
	}
	return running->suite_init ? running->suite_init(suite) : 0;
}

static void hook(struct module *module, struct kunit_suite *suite)
{
	struct hooked *h = kzalloc(sizeof(*h), GFP_KERNEL);

	if (!h)
		return;
	*h = (struct hooked) {
		.module = module,
		.suite = suite,
		.suite_init = suite->suite_init,
		.init = suite->init,
		.exit = suite->exit,
	};
	list_add(&h->list, &hooked_suites);
	suite->suite_init = fault_suite_init;
	suite->init = fault_init;
	suite->exit = fault_exit;
}

static void unhook(struct module *module)
{
	struct hooked *h, *next;

	list_for_each_entry_safe(h, next, &hooked_suites, list) {
		if (h->module != module)
			continue;
		h->suite->suite_init = h->suite_init;
		h->suite->init = h->init;
		h->suite->exit = h->exit;
		list_del(&h->list);
		kfree(h);
	}
}

static int module_changes(struct notifier_block *nb, unsigned long state, void *data)
{
	struct module *module = data;
	int i;

	if (state == MODULE_STATE_COMING) {
		for (i = 0; i < module->num_kunit_suites; i++)
			hook(module, module->kunit_suites[i]);
	} else if (state == MODULE_STATE_GOING) {
		unhook(module);
	}
	return NOTIFY_DONE;
}

static struct notifier_block notifier = {
	.notifier_call = module_changes,
	.priority = 1,		/* before KUnit's own, which runs the suites */
};

static int __init fault_load(void)
{
	return register_module_notifier(&notifier);
}
module_init(fault_load);

static void __exit fault_unload(void)
{
	unregister_module_notifier(&notifier);
	/* The suites that are still loaded get their functions back. */
	while (!list_empty(&hooked_suites))
		unhook(list_first_entry(&hooked_suites, struct hooked, list)->module);
}
module_exit(fault_unload);

MODULE_DESCRIPTION("Fails one allocation in every KUnit case");
MODULE_LICENSE("GPL");
