// SPDX-License-Identifier: GPL-2.0
/* Pinned initialisers against ladders of labels. */
#include <safe/pin.h>

#include "../bench.h"

DEFINE_SAFE_OWN(pin_name, char, kfree)

/* What both versions call to set a field up, and to undo it. */
struct part {
	u32 id;
};

int part_init(struct part *part, struct bench_ctx *c, int n);
void part_exit(struct part *part, int n);
int obj_register(void *obj, int n);
void obj_unregister(void *obj, int n);

struct flat {
	struct mutex lock;
	struct part first;
	struct part second;
	struct pin_name name;
	u32 id;
	SAFE_PINNED;
};

#define SAFE_PIN_flat(FIELD, ARRAY)				\
	FIELD(flat, lock, mutex_destroy(&_T->lock))		\
	FIELD(flat, first, part_exit(&_T->first, 1))		\
	FIELD(flat, second, part_exit(&_T->second, 2))		\
	FIELD(flat, name, safe_drop(pin_name, _T->name))	\
	FIELD(flat, id)
DEFINE_SAFE_PIN(flat)

BENCH(pin_flat_goto)
{
	struct flat *flat = bench_room(c);
	char *name;
	int ret;

	mutex_init(&flat->lock);
	ret = part_init(&flat->first, c, 1);
	if (ret < 0)
		goto destroy_lock;
	ret = part_init(&flat->second, c, 2);
	if (ret < 0)
		goto exit_first;
	name = kstrdup("name", GFP_KERNEL);
	if (!name) {
		ret = -ENOMEM;
		goto exit_second;
	}
	flat->name.__safe_own = name;
	flat->id = 7;
	return 0;

exit_second:
	part_exit(&flat->second, 2);
exit_first:
	part_exit(&flat->first, 1);
destroy_lock:
	mutex_destroy(&flat->lock);
	return ret;
}

static struct safe_init flat_init(struct flat *flat, struct bench_ctx *c)
{
	safe_pin_begin(flat, flat);
	safe_pin_init(flat, lock, mutex_init);
	safe_pin_try(flat, first, part_init, c, 1);
	safe_pin_try(flat, second, part_init, c, 2);
	safe_pin_set(flat, name, TRY(safe_take_or_nomem(pin_name, kstrdup("name", GFP_KERNEL)),
				     safe_init));
	safe_pin_set(flat, id, 7);
	return safe_pin_done(flat);
}

BENCH(pin_flat_safe)
{
	return safe_errno(flat_init(bench_room(c), c));
}

/* An element's initialiser, as a driver has it. */
static int port_init(struct part *port, struct bench_ctx *c)
{
	int ret;

	ret = part_init(port, c, 2);
	if (ret < 0)
		return ret;
	port->id = c->count++;
	if (c->count > c->limit)
		c->count = 0;
	ret = bench_step(c, 3);
	if (ret < 0)
		part_exit(port, 2);
	return ret;
}

struct nested {
	struct part head;
	struct part port[4];
	struct list_head node;
	struct part tail;
	SAFE_PINNED;
};

#define SAFE_PIN_nested(FIELD, ARRAY)				\
	FIELD(nested, head, part_exit(&_T->head, 1))		\
	ARRAY(nested, port, part_exit(_T, 2))			\
	FIELD(nested, node)					\
	FIELD(nested, tail, part_exit(&_T->tail, 4))
DEFINE_SAFE_PIN(nested)

BENCH(pin_array_goto)
{
	struct nested *nested = bench_room(c);
	int i, ret;

	ret = part_init(&nested->head, c, 1);
	if (ret < 0)
		return ret;
	for (i = 0; i < ARRAY_SIZE(nested->port); i++) {
		ret = port_init(&nested->port[i], c);
		if (ret < 0)
			goto exit_ports;
	}
	INIT_LIST_HEAD(&nested->node);
	ret = part_init(&nested->tail, c, 4);
	if (ret < 0)
		goto exit_ports;
	return 0;

exit_ports:
	while (i--)
		part_exit(&nested->port[i], 2);
	part_exit(&nested->head, 1);
	return ret;
}

static struct safe_init nested_init(struct nested *nested, struct bench_ctx *c)
{
	safe_pin_begin(nested, nested);
	safe_pin_try(nested, head, part_init, c, 1);
	safe_pin_try_each(nested, port, port_init, c);
	safe_pin_init(nested, node, INIT_LIST_HEAD);
	safe_pin_try(nested, tail, part_init, c, 4);
	return safe_pin_done(nested);
}

BENCH(pin_array_safe)
{
	return safe_errno(nested_init(bench_room(c), c));
}

struct published {
	struct part first;
	struct part second;
	SAFE_PINNED;
};

#define SAFE_PIN_published(FIELD, ARRAY)			\
	FIELD(published, first, part_exit(&_T->first, 1))	\
	FIELD(published, second, part_exit(&_T->second, 2))
DEFINE_SAFE_PIN(published, obj_unregister(_T, 3))
DEFINE_SAFE_OWN(published_box, struct published, kfree)

BENCH(pin_publish_goto)
{
	struct published *p;
	int ret;

	p = kmalloc(sizeof(*p), GFP_KERNEL);
	if (!p)
		return -ENOMEM;
	ret = part_init(&p->first, c, 1);
	if (ret < 0)
		goto free;
	ret = part_init(&p->second, c, 2);
	if (ret < 0)
		goto exit_first;
	ret = obj_register(p, 3);
	if (ret < 0)
		goto exit_second;
	c->buf = p;
	return 0;

exit_second:
	part_exit(&p->second, 2);
exit_first:
	part_exit(&p->first, 1);
free:
	kfree(p);
	return ret;
}

static struct safe_init published_init(struct published *p, struct bench_ctx *c)
{
	safe_pin_begin(published, p);
	safe_pin_try(published, first, part_init, c, 1);
	safe_pin_try(published, second, part_init, c, 2);
	return safe_pin_publish(published, obj_register(p, 3));
}

BENCH(pin_publish_safe)
{
	CLASS(published_box, p)(TRY(safe_kmalloc(published_box, GFP_KERNEL)));

	TRY(published_init(safe_borrow(p), c));
	c->buf = safe_give(p);
	return 0;
}
