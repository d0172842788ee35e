// SPDX-License-Identifier: GPL-2.0
/* What a function that nobody can see into may have done. */
#include <linux/errno.h>
#include <linux/slab.h>
#include <linux/string.h>

struct foo_name {
	char *text;
	size_t length;
};

struct foo {
	struct foo *next;
	struct foo_name name;
};

void foo_read(struct foo_name *name);
void foo_notify(void);
void foo_show(const void *data);
void foo_keep(void *data);
void foo_name_keep(struct foo_name name);
int foo_set(char **out);

char *foo_text;

/* It may have set the member anew. */
void read_again(struct foo_name *name);
void read_again(struct foo_name *name)
{
	kfree(name->text);
	foo_read(name);
	kfree(name->text);
}

/* So may any function, where all can see it. */
void notify_and_drop(void);
void notify_and_drop(void)
{
	kfree(foo_text);
	foo_notify();
	kfree(foo_text);
}

/* It may have taken it; "const" says nothing, kfree() takes a const pointer. */
int kept(void);
int kept(void)
{
	char *text = kstrdup("foo", GFP_KERNEL);

	if (!text)
		return -ENOMEM;
	foo_keep(text);
	return 0;
}

int shown(void);
int shown(void)
{
	char *text = kstrdup("foo", GFP_KERNEL);

	if (!text)
		return -ENOMEM;
	foo_show(text);
	return 0;
}

/* With the struct it is given what the member points to. */
int kept_by_value(void);
int kept_by_value(void)
{
	struct foo_name name = { .length = 3 };

	name.text = kstrdup("foo", GFP_KERNEL);
	if (!name.text)
		return -ENOMEM;
	foo_name_keep(name);
	return 0;
}

/* It reaches the object through another. */
int kept_through(struct foo *foo);
int kept_through(struct foo *foo)
{
	struct foo *next = kzalloc(sizeof(*next), GFP_KERNEL);

	if (!next)
		return -ENOMEM;
	foo->next = next;
	next->name.text = kstrdup("foo", GFP_KERNEL);
	foo_keep(foo);
	return 0;
}

/* NULL, unless it has set it. */
int set_instead(void);
int set_instead(void)
{
	char *text = kmalloc(8, GFP_KERNEL);
	int length, ret;

	if (!text) {
		ret = foo_set(&text);
		if (ret)
			return ret;
		length = strlen(text);
	} else {
		text[0] = '\0';
		length = 0;
	}
	kfree(text);
	return length;
}

/* Where it returns, whoever asked for it has it. */
struct foo *global_foo;

int found_by_others(void);
int found_by_others(void)
{
	global_foo = kzalloc(sizeof(*global_foo), GFP_KERNEL);
	return global_foo ? 0 : -ENOMEM;
}

/* A helper does it or not, as it is told. */
static void foo_end(char *text, bool last)
{
	if (last)
		kfree(text);
}

int told_so(void);
int told_so(void)
{
	char *text = kstrdup("foo", GFP_KERNEL);

	if (!text)
		return -ENOMEM;
	foo_end(text, false);
	foo_end(text, false);
	foo_end(text, true);
	return 0;
}
