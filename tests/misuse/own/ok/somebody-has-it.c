// SPDX-License-Identifier: GPL-2.0
/* Objects out of sight that are in somebody's hands, and references by other names. */
#include <linux/container_of.h>
#include <linux/device.h>
#include <linux/err.h>
#include <linux/errno.h>
#include <linux/init.h>
#include <linux/list.h>
#include <linux/pci.h>
#include <linux/skbuff.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <crypto/hash.h>
#include <safe/annotations.h>

struct foo_part {
	int id;
};

struct foo {
	struct device dev;
	struct foo_part *parts;
	unsigned int n;
};

/* A part of what was looked up is returned: the caller puts the whole by way of it. */
struct foo_part *foo_get_part(const struct class *class, struct device_node *np, unsigned int i);
struct foo_part *foo_get_part(const struct class *class, struct device_node *np, unsigned int i)
{
	struct device *dev = class_find_device_by_of_node((struct class *)class, np);
	struct foo *foo;

	if (!dev)
		return ERR_PTR(-EPROBE_DEFER);
	foo = container_of(dev, struct foo, dev);
	if (i >= foo->n) {
		put_device(&foo->dev);
		return ERR_PTR(-EINVAL);
	}
	return &foo->parts[i];
}

/* A device is put by the object around it, and by the member in it. */
void foo_put(struct foo *__puts foo);
int by_container(const struct class *class, struct device_node *np);
int by_container(const struct class *class, struct device_node *np)
{
	struct device *dev = class_find_device_by_of_node((struct class *)class, np);
	struct foo *foo;
	int n;

	if (!dev)
		return -ENODEV;
	foo = container_of(dev, struct foo, dev);
	n = foo->n;
	foo_put(foo);
	return n;
}

bool by_member(unsigned int device);
bool by_member(unsigned int device)
{
	struct pci_dev *pdev = pci_get_domain_bus_and_slot(0, 1, 0);
	bool found;

	if (!pdev)
		return false;
	found = pdev->device == device;
	put_device(&pdev->dev);
	return found;
}

/* Without them the machine does not boot, and nobody is told. */
struct foo_data {
	struct foo_part **parts;
	unsigned int n;
};

void foo_provide(struct foo_data *data);
static void __init foo_setup(void)
{
	struct foo_data *data = kzalloc(sizeof(*data), GFP_KERNEL);
	struct foo_part **parts = kcalloc(4, sizeof(*parts), GFP_KERNEL);

	if (!data || !parts)
		return;
	data->parts = parts;
	data->n = 4;
	foo_provide(data);
}

void (*const foo_setups[])(void) = { foo_setup };

/* Whoever has queued it waits for it. */
struct foo_state {
	int err;
	bool done;
};

void wake_all(struct sk_buff_head *queue, const struct sk_buff *last, int err);
void wake_all(struct sk_buff_head *queue, const struct sk_buff *last, int err)
{
	struct sk_buff *skb;

	do {
		struct foo_state *state;

		skb = __skb_dequeue(queue);
		state = (struct foo_state *)skb->cb;
		state->err = err;
		state->done = true;
	} while (skb != last);
}

/* The caller still has what goes off the queue again. */
int foo_kick(void);
int send(struct sk_buff_head *queue, struct sk_buff *skb);
int send(struct sk_buff_head *queue, struct sk_buff *skb)
{
	int ret;

	skb_queue_tail(queue, skb);
	ret = foo_kick();
	if (ret)
		skb_dequeue_tail(queue);
	return ret;
}

/* The loop ends at the head, which is no entry. */
struct foo_copy {
	struct list_head node;
	int length;
};

static void foo_free_all(struct list_head *head)
{
	struct foo_copy *copy, *next;

	list_for_each_entry_safe(copy, next, head, node) {
		list_del(&copy->node);
		kfree(copy);
	}
}

static int foo_defer(struct list_head *head, int length)
{
	struct foo_copy *copy = kzalloc(sizeof(*copy), GFP_KERNEL);

	if (!copy)
		return -ENOMEM;
	copy->length = length;
	list_add_tail(&copy->node, head);
	return 0;
}

int foo_run(struct list_head *head);
int collect(int n);
int collect(int n)
{
	struct list_head head;
	int i, ret = 0;

	INIT_LIST_HEAD(&head);
	for (i = 0; i < n && !ret; i++)
		ret = foo_defer(&head, i);
	if (!ret)
		ret = foo_run(&head);
	foo_free_all(&head);
	return ret;
}

/* It goes through all of them. */
struct foo_frame {
	char *text;
	int size;
};

struct foo_params {
	struct foo_frame frames[3];
};

static void foo_params_cleanup(struct foo_params *params)
{
	size_t i;

	for (i = 0; i < ARRAY_SIZE(params->frames); i++) {
		kfree(params->frames[i].text);
		memset(&params->frames[i], 0, sizeof(params->frames[i]));
	}
}

static int foo_frame_init(struct foo_frame *frame, const char *text)
{
	frame->text = kstrdup(text, GFP_KERNEL);
	if (!frame->text)
		return -ENOMEM;
	frame->size = strlen(text);
	return 0;
}

int foo_params_init(struct foo_params *params, const char *text);
int foo_params_init(struct foo_params *params, const char *text)
{
	struct foo_params p = { };
	int ret = foo_frame_init(&p.frames[0], text);

	if (ret)
		goto cleanup;
	memcpy(params, &p, sizeof(*params));
	memset(&p, 0, sizeof(p));
cleanup:
	foo_params_cleanup(&p);
	return ret;
}

/* Both pass over what is none. */
int digest_size(const char *name);
int digest_size(const char *name)
{
	struct crypto_shash *tfm = crypto_alloc_shash(name, 0, 0);
	int ret = IS_ERR(tfm) ? PTR_ERR(tfm) : crypto_shash_digestsize(tfm);

	crypto_free_shash(tfm);
	return ret;
}

int foo_load(const char *name);
int load_named(const char *text);
int load_named(const char *text)
{
	const char *name = text ? kstrdup_const(text, GFP_KERNEL) : "unknown";
	int ret = name ? foo_load(name) : -ENOMEM;

	kfree_const(name);
	return ret;
}

/* What is new has no owner yet; what has one was in the table before. */
struct foo_zone {
	const void *owner;
	int id;
};

struct foo_zone *foo_lookup(int id);
int foo_insert(struct foo_zone *__keeps_if("ret == 0") zone);

static struct foo_zone *foo_zone_get(int id)
{
	struct foo_zone *zone = foo_lookup(id);

	if (zone)
		return zone;
	zone = kzalloc(sizeof(*zone), GFP_KERNEL);
	return zone ?: ERR_PTR(-ENOMEM);
}

static struct foo_zone *foo_zone_ready(const void *owner, int id)
{
	struct foo_zone *zone = foo_zone_get(id);
	int ret;

	if (IS_ERR(zone) || zone->owner)
		return zone;
	zone->id = id;
	zone->owner = owner;
	ret = foo_insert(zone);
	if (ret) {
		kfree(zone);
		return ERR_PTR(ret);
	}
	return zone;
}

int foo_enter(const void *owner, int id);
int foo_enter(const void *owner, int id)
{
	struct foo_zone *zone = foo_zone_ready(owner, id);

	if (IS_ERR(zone))
		return PTR_ERR(zone);
	return zone->id;
}
