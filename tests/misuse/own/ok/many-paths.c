// SPDX-License-Identifier: GPL-2.0
/* So many paths that not each can be followed. */
#include <linux/errno.h>
#include <linux/slab.h>

struct foo {
	int refs;
};

int foo_ask(void);
void foo_free(struct foo *foo);

/* Two ways at each step, and nothing in the end that depends on them. */
#define FOO_PUT(foo)			\
	do {				\
		if (!--(foo)->refs)	\
			foo_free(foo);	\
	} while (0)

void put_all(struct foo *a, struct foo *b, struct foo *c, struct foo *d, struct foo *e,
	     struct foo *f, struct foo *g, struct foo *h);
void put_all(struct foo *a, struct foo *b, struct foo *c, struct foo *d, struct foo *e,
	     struct foo *f, struct foo *g, struct foo *h)
{
	FOO_PUT(a);
	FOO_PUT(b);
	FOO_PUT(c);
	FOO_PUT(d);
	FOO_PUT(e);
	FOO_PUT(f);
	FOO_PUT(g);
	FOO_PUT(h);
}

/* An object of its own for each. */
#define FOO_TRY(good, bad)					\
	do {							\
		struct foo *__foo = kzalloc(sizeof(*__foo), GFP_KERNEL);	\
								\
		if (__foo && foo_ask())				\
			(good)++;				\
		else						\
			(bad)++;				\
		kfree(__foo);					\
	} while (0)

int try_all(void);
int try_all(void)
{
	int good = 0, bad = 0;

	FOO_TRY(good, bad);
	FOO_TRY(good, bad);
	FOO_TRY(good, bad);
	FOO_TRY(good, bad);
	FOO_TRY(good, bad);
	FOO_TRY(good, bad);
	FOO_TRY(good, bad);
	FOO_TRY(good, bad);
	return good - bad;
}

/* One object through all of them. */
int try_one(int n);
int try_one(int n)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);
	int i, j, sum = 0;

	if (!foo)
		return -ENOMEM;
	for (i = 0; i < n; i++) {
		for (j = 0; j < 1000; j++) {
			if (foo_ask())
				sum++;
			if (sum > n && foo_ask())
				goto out;
		}
	}
out:
	kfree(foo);
	return sum;
}

/* Counted by hand: the last one frees. */
static struct foo *foo_new(void)
{
	struct foo *foo = kzalloc(sizeof(*foo), GFP_KERNEL);

	if (foo)
		foo->refs = 1;
	return foo;
}

static void foo_put(struct foo *foo)
{
	if (!--foo->refs)
		kfree(foo);
}

int counted(void);
int counted(void)
{
	struct foo *foo = foo_new();

	if (!foo)
		return -ENOMEM;
	foo->refs++;
	foo_put(foo);
	foo_put(foo);
	return 0;
}
