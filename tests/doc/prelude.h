/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the examples in the headers talk about.  Each block, up to an empty line,
 * is left out when the example defines a name of it itself; an example that
 * defines struct foo takes the place of that block, the others come last.
 */
#include <linux/clk.h>
#include <linux/list.h>
#include <linux/miscdevice.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/string.h>
#include <linux/wait.h>
#include <linux/workqueue.h>
#include <safe/option.h>
#include <safe/pin.h>
#include <safe/result_rest.h>
#include <safe/scope.h>

DEFINE_SAFE_OWN(foo_name, char, kfree)

struct bar { struct list_head node; SAFE_PINNED; };
#define SAFE_PIN_bar(FIELD, ARRAY)	FIELD(bar, node, list_del(&_T->node))
DEFINE_SAFE_PIN(bar)
struct safe_init bar_init(struct bar *bar, gfp_t gfp);

struct foo_port { spinlock_t lock; bool dead; };
struct safe_init foo_port_init(struct foo_port *port, gfp_t gfp);
void foo_port_setup(struct foo_port *port);
void foo_port_exit(struct foo_port *port);

struct foo {
	struct mutex lock;
	struct list_head node;
	struct list_head queue[4];
	struct work_struct work;
	struct foo_name name;
	struct bar bar;
	struct foo_port port[4];
	spinlock_t stats_lock;
	u32 id;
	u32 n;
	u32 ticket;
	u32 limit;
	u32 used;
	bool limited;
	bool dead;
	struct foo *parent;
	SAFE_PINNED;
};
#define SAFE_PIN_foo(FIELD, ARRAY)			\
	FIELD(foo, lock, mutex_destroy(&_T->lock))	\
	FIELD(foo, node)				\
	ARRAY(foo, queue)				\
	FIELD(foo, work)				\
	FIELD(foo, name)				\
	FIELD(foo, bar)					\
	ARRAY(foo, port, foo_port_exit(_T))		\
	FIELD(foo, stats_lock)				\
	FIELD(foo, id)					\
	FIELD(foo, n)					\
	FIELD(foo, ticket)				\
	FIELD(foo, limit)				\
	FIELD(foo, used)				\
	FIELD(foo, limited)				\
	FIELD(foo, dead)				\
	FIELD(foo, parent)
DEFINE_SAFE_PIN(foo)

struct foo_dev { struct miscdevice misc; SAFE_PINNED; };
#define SAFE_PIN_foo_dev(FIELD, ARRAY)	FIELD(foo_dev, misc)
DEFINE_SAFE_PIN(foo_dev, misc_deregister(&_T->misc))

extern const struct miscdevice foo_misc;

struct safe_init foo_init(struct foo *foo, const char *name);

#define FOO_SPEED 3

int foo_read(struct foo *foo, int reg);

int foo_write(struct foo *foo, int value);

int foo_setup(struct foo *foo, u32 id);

int foo_register(struct foo *foo);

int foo_probe(struct foo *foo, u32 port);

void foo_power(struct foo *foo, bool on);

void foo_bus_lock(struct foo *foo);

void foo_bus_unlock(struct foo *foo);

int foo_hw_lock(struct foo *foo, unsigned long timeout);

void foo_hw_unlock(struct foo *foo);

struct foo *foo_lookup(u32 id);

void foo_work(struct work_struct *work);

DEFINE_SAFE_RESULT(foo_speed, u32)

struct foo_speed foo_read_speed(struct foo *foo);

DEFINE_SAFE_RESULT(foo_ptr, struct foo *)

struct foo_ptr foo_find(u32 id);

DEFINE_SAFE_RESULT_WITH(foo_queued, u32, struct foo *)

struct foo_queued foo_queue(struct foo *foo);

DEFINE_SAFE_OPTION(foo_limit, u32)

struct foo_limit foo_get_limit(struct foo *foo);

DEFINE_SAFE_OPTION(foo_parent, struct foo *)

DEFINE_SAFE_PIN_OWN(foo_pinned, foo)

DEFINE_SAFE_OWN(foo_box, struct foo, kfree)

DEFINE_SAFE_OWN(foo_ids, u32, kfree)

DEFINE_SAFE_OWN(foo_big, struct foo, kvfree)

DEFINE_SAFE_OWN(foo_table, u32, kvfree)

DEFINE_SAFE_OWN(foo_area, struct foo, vfree)

DEFINE_SAFE_OWN(foo_frames, struct foo, vfree)

extern struct kmem_cache *foo_cache;

DEFINE_SAFE_OWN_CACHE(foo_object, struct foo, foo_cache)

DEFINE_SAFE_OWN_PAGES(foo_page, 0)

DEFINE_SAFE_OWN_DEVM(foo_devm, struct foo)

DEFINE_SAFE_OWN_DEVM(foo_ids_devm, u32)

DEFINE_SAFE_DEFER(foo_off, struct foo *, foo_power(_T, false))

DEFINE_SAFE_GUARD_COND(foo_hw, struct foo, foo_hw_lock(_T->lock, HZ), foo_hw_unlock(_T->lock))
