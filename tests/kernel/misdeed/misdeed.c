// SPDX-License-Identifier: GPL-2.0
/*
 * Does one wrong thing when it is loaded: the test beds must see it.
 */
#include <linux/delay.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/string.h>

static char *deed = "";
module_param(deed, charp, 0);

static DEFINE_MUTEX(mutex);
static DEFINE_SPINLOCK(lock);

/* Sharper eyes than the compiler's are to be tested. */
static noinline char *hidden(size_t size)
{
	char *p = kmalloc(size, GFP_KERNEL);

	OPTIMIZER_HIDE_VAR(p);
	return p;
}

static void use_after_free(void)
{
	char *p = hidden(16);

	kfree(p);
	*(volatile char *)p = 1;
}

static void double_free(void)
{
	char *p = hidden(16);

	kfree(p);
	kfree(p);
}

static void out_of_bounds(void)
{
	char *p = hidden(16);

	((volatile char *)p)[16] = 1;
	kfree(p);
}

static void leak(void)
{
	hidden(16);
}

static void wrong_shift(void)
{
	volatile int by = 40;

	by = 1 << by;
}

static void warning(void)
{
	WARN_ON(1);
}

static void unlock_twice(void)
{
	mutex_lock(&mutex);
	mutex_unlock(&mutex);
	mutex_unlock(&mutex);
}

static void mutex_under_spinlock(void)
{
	spin_lock(&lock);
	mutex_lock(&mutex);
	mutex_unlock(&mutex);
	spin_unlock(&lock);
}

static void sleep_under_spinlock(void)
{
	spin_lock(&lock);
	usleep_range(1, 2);
	spin_unlock(&lock);
}

static void null_dereference(void)
{
	int *p = NULL;

	OPTIMIZER_HIDE_VAR(p);
	*(volatile int *)p = 1;
}

static void hang(void)
{
	for (;;)
		cpu_relax();
}

static const struct {
	const char *name;
	void (*act)(void);
} deeds[] = {
#define DEED(name) { #name, name }
	DEED(use_after_free),
	DEED(double_free),
	DEED(out_of_bounds),
	DEED(leak),
	DEED(wrong_shift),
	DEED(warning),
	DEED(unlock_twice),
	DEED(mutex_under_spinlock),
	DEED(sleep_under_spinlock),
	DEED(null_dereference),
	DEED(hang),
};

static int __init misdeed_init(void)
{
	int i;

	for (i = 0; i < ARRAY_SIZE(deeds); i++) {
		if (!strcmp(deed, deeds[i].name)) {
			deeds[i].act();
			return 0;
		}
	}
	return -EINVAL;
}
module_init(misdeed_init);

static void __exit misdeed_exit(void)
{
}
module_exit(misdeed_exit);

MODULE_DESCRIPTION("Does one wrong thing when it is loaded");
MODULE_LICENSE("GPL");
