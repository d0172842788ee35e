// SPDX-License-Identifier: GPL-2.0
/*
 * A device that holds a text: what is written to /dev/safe_hello can be read from
 * it.  It shows results, owners, guards and a pinned initialiser at work; there
 * is no label in it, and nothing is freed by hand.
 */
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/string.h>

#include <safe/pin.h>
#include <safe/scope.h>

#define HELLO_MAX 64

static char *greeting = "hello, world";
module_param(greeting, charp, 0444);
MODULE_PARM_DESC(greeting, "what can be read at first");

DEFINE_SAFE_OWN(hello_text, char, kfree)
DEFINE_SAFE_RESULT(hello_length, size_t)

struct hello {
	struct mutex lock;		/* for text and length */
	struct hello_text text;
	size_t length;
	struct miscdevice misc;
	SAFE_PINNED;
};

#define SAFE_PIN_hello(FIELD, ARRAY)				\
	FIELD(hello, lock, mutex_destroy(&_T->lock))		\
	FIELD(hello, text, safe_drop(hello_text, _T->text))	\
	FIELD(hello, length)					\
	FIELD(hello, misc)
DEFINE_SAFE_PIN(hello, misc_deregister(&_T->misc))
DEFINE_SAFE_PIN_OWN(hello_box, hello)

/* The length that a text may have, of which length bytes are wanted. */
static struct hello_length hello_check(size_t length)
{
	if (!length)
		return safe_err(hello_length, -EINVAL);
	if (length > HELLO_MAX)
		return safe_err(hello_length, -EMSGSIZE);
	return safe_ok(hello_length, length);
}

/* misc_open() leaves the device there. */
static struct hello *hello_of(struct file *file)
{
	return container_of(file->private_data, struct hello, misc);
}

static ssize_t hello_read(struct file *file, char __user *to, size_t length, loff_t *pos)
{
	struct hello *hello = hello_of(file);

	safe_guard_or_return(mutex_intr, &hello->lock);
	return simple_read_from_buffer(to, length, pos, safe_borrow(hello->text), hello->length);
}

static ssize_t hello_write(struct file *file, const char __user *from, size_t length,
			   loff_t *pos)
{
	struct hello *hello = hello_of(file);
	size_t good = TRY(hello_check(length));
	char *copy = TRY(safe_from_errptr(memdup_user_nul(from, good)));
	CLASS(hello_text, text)(safe_take(hello_text, copy));

	/* The guard comes last: it is left first, and the old text freed after it. */
	safe_guard_or_return(mutex_intr, &hello->lock);
	swap(hello->text, text);
	hello->length = good;
	return good;
}

static const struct file_operations hello_fops = {
	.owner = THIS_MODULE,
	.read = hello_read,
	.write = hello_write,
	.llseek = default_llseek,
};

static struct safe_init hello_init(struct hello *hello, const char *text)
{
	struct miscdevice misc = {
		.minor = MISC_DYNAMIC_MINOR,
		.name = "safe_hello",
		.fops = &hello_fops,
	};
	size_t length = TRY(hello_check(strlen(text)), safe_init);

	safe_pin_begin(hello, hello);
	safe_pin_init(hello, lock, mutex_init);
	safe_pin_set(hello, text, TRY(safe_take_or_nomem(hello_text, kstrdup(text, GFP_KERNEL)),
				      safe_init));
	safe_pin_set(hello, length, length);
	safe_pin_set(hello, misc, misc);
	return safe_pin_publish(hello, misc_register(&hello->misc));
}

static struct hello_box the_hello;

static int __init hello_load(void)
{
	the_hello = TRY(safe_pin_new(hello_box, GFP_KERNEL, hello_init, greeting));
	pr_info("safe_hello: %s\n", greeting);
	return 0;
}

static void __exit hello_unload(void)
{
	safe_drop(hello_box, the_hello);
	pr_info("safe_hello: goodbye\n");
}

module_init(hello_load);
module_exit(hello_unload);

MODULE_DESCRIPTION("A device that holds a text");
MODULE_LICENSE("GPL");
