// SPDX-License-Identifier: GPL-2.0
/*
 * Tests of safe/pin.h.
 *
 *	make check GROUP=kunit
 */
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/workqueue.h>

#include <safe/pin.h>

#include "trace.h"

/*
 * A part traces when it is made (A, B, ...) and when it is undone (a, b, ...).
 * The fail_at-th one to be made fails.
 */
static int fail_at;
static int parts_out;

struct part {
	char name;
	void *at;
};

static int part_make(struct part *part, char name)
{
	if (fail_at && !--fail_at) {
		trace('x');
		return -EIO;
	}
	trace(name);
	part->name = name;
	part->at = part;
	parts_out++;
	return 0;
}

static void part_undo(struct part *part)
{
	/* It must be the one that was made, and still be where it was. */
	trace(part->at == part ? part->name + 'a' - 'A' : '!');
	part->at = NULL;
	parts_out--;
}

static int pin_init(struct kunit *test)
{
	fail_at = 0;
	parts_out = 0;
	return trace_init(test);
}

/* ---- fields, one after the other ---- */

struct plain {
	struct part a;
	struct part b;
	int number;
	struct part c;
	SAFE_PINNED;
};

#define SAFE_PIN_plain(FIELD, ARRAY)		\
	FIELD(plain, a, part_undo(&_T->a))	\
	FIELD(plain, b, part_undo(&_T->b))	\
	FIELD(plain, number)			\
	FIELD(plain, c, part_undo(&_T->c))
DEFINE_SAFE_PIN(plain)

static struct safe_init plain_init(struct plain *plain, int number)
{
	safe_pin_begin(plain, plain);
	safe_pin_try(plain, a, part_make, 'A');
	safe_pin_try(plain, b, part_make, 'B');
	safe_pin_set(plain, number, TRY(number, safe_init));
	safe_pin_try(plain, c, part_make, 'C');
	return safe_pin_done(plain);
}

static void pin_all_fields(struct kunit *test)
{
	struct plain plain;

	KUNIT_EXPECT_EQ(test, safe_errno(plain_init(&plain, 5)), 0);
	EXPECT_TRACE(test, "ABC");
	KUNIT_EXPECT_EQ(test, plain.number, 5);
	KUNIT_EXPECT_EQ(test, parts_out, 3);
	safe_pin_drop(plain, &plain);
	EXPECT_TRACE(test, "cba");
	KUNIT_EXPECT_EQ(test, parts_out, 0);
}

static void pin_each_field_fails(struct kunit *test)
{
	static const char *const traces[] = { "x", "Axa", "ABxba" };
	struct plain plain;

	for (int i = 0; i < ARRAY_SIZE(traces); i++) {
		fail_at = i + 1;
		KUNIT_EXPECT_EQ(test, safe_errno(plain_init(&plain, 5)), -EIO);
		EXPECT_TRACE(test, traces[i]);
		KUNIT_EXPECT_EQ(test, parts_out, 0);
	}
	KUNIT_EXPECT_EQ(test, safe_errno(plain_init(&plain, -EPERM)), -EPERM);
	EXPECT_TRACE(test, "ABba");
}

/* The same memory may be used again. */
static void pin_again_after_failure(struct kunit *test)
{
	struct plain plain;

	fail_at = 3;
	KUNIT_EXPECT_EQ(test, safe_errno(plain_init(&plain, 5)), -EIO);
	KUNIT_EXPECT_EQ(test, safe_errno(plain_init(&plain, 6)), 0);
	safe_pin_drop(plain, &plain);
	EXPECT_TRACE(test, "ABxbaABCcba");
}

static int try_init(struct plain *plain, int number)
{
	TRY(plain_init(plain, number));
	trace('k');
	safe_pin_drop(plain, plain);
	return 0;
}

static void pin_init_is_a_result(struct kunit *test)
{
	struct plain plain;

	KUNIT_EXPECT_EQ(test, try_init(&plain, 5), 0);
	EXPECT_TRACE(test, "ABCkcba");
	KUNIT_EXPECT_EQ(test, try_init(&plain, -EPERM), -EPERM);
	EXPECT_TRACE(test, "ABba");
	KUNIT_EXPECT_EQ(test, sizeof(struct safe_init), sizeof(int));
}

/* ---- an error on the way that is no field's ---- */

static struct safe_init checked_init(struct plain *plain, int number)
{
	safe_pin_begin(plain, plain);
	safe_pin_try(plain, a, part_make, 'A');
	if (number > 100)
		return safe_err(safe_init, -ERANGE);
	safe_pin_try(plain, b, part_make, 'B');
	safe_pin_set(plain, number, number);
	if (number == 100)
		return safe_err(safe_init, -EDOM);
	safe_pin_try(plain, c, part_make, 'C');
	return safe_pin_done(plain);
}

static void pin_return_between(struct kunit *test)
{
	struct plain plain;

	KUNIT_EXPECT_EQ(test, safe_errno(checked_init(&plain, 101)), -ERANGE);
	EXPECT_TRACE(test, "Aa");
	KUNIT_EXPECT_EQ(test, safe_errno(checked_init(&plain, 100)), -EDOM);
	EXPECT_TRACE(test, "ABba");
	KUNIT_EXPECT_EQ(test, safe_errno(checked_init(&plain, 99)), 0);
	safe_pin_drop(plain, &plain);
	EXPECT_TRACE(test, "ABCcba");
}

/* ---- nested ---- */

struct outer {
	struct part first;
	struct plain plain;
	struct part last;
	SAFE_PINNED;
};

#define SAFE_PIN_outer(FIELD, ARRAY)				\
	FIELD(outer, first, part_undo(&_T->first))		\
	FIELD(outer, plain, safe_pin_drop(plain, &_T->plain))	\
	FIELD(outer, last, part_undo(&_T->last))
DEFINE_SAFE_PIN(outer)

static struct safe_init outer_init(struct outer *outer, int number)
{
	safe_pin_begin(outer, outer);
	safe_pin_try(outer, first, part_make, 'F');
	safe_pin_try(outer, plain, plain_init, number);
	safe_pin_try(outer, last, part_make, 'L');
	return safe_pin_done(outer);
}

static void pin_nested(struct kunit *test)
{
	struct outer outer;

	KUNIT_EXPECT_EQ(test, safe_errno(outer_init(&outer, 5)), 0);
	EXPECT_TRACE(test, "FABCL");
	safe_pin_drop(outer, &outer);
	EXPECT_TRACE(test, "lcbaf");
}

static void pin_nested_each_fails(struct kunit *test)
{
	static const char *const traces[] = { "x", "Fxf", "FAxaf", "FABxbaf", "FABCxcbaf" };
	struct outer outer;

	for (int i = 0; i < ARRAY_SIZE(traces); i++) {
		fail_at = i + 1;
		KUNIT_EXPECT_EQ(test, safe_errno(outer_init(&outer, 5)), -EIO);
		EXPECT_TRACE(test, traces[i]);
		KUNIT_EXPECT_EQ(test, parts_out, 0);
	}
	KUNIT_EXPECT_EQ(test, safe_errno(outer_init(&outer, -EPERM)), -EPERM);
	EXPECT_TRACE(test, "FABbaf");
}

/* ---- arrays ---- */

struct rack {
	struct part first;
	struct part part[3];
	struct part last;
	struct list_head queue[2];
	SAFE_PINNED;
};

#define SAFE_PIN_rack(FIELD, ARRAY)			\
	FIELD(rack, first, part_undo(&_T->first))	\
	ARRAY(rack, part, part_undo(_T))		\
	FIELD(rack, last, part_undo(&_T->last))		\
	ARRAY(rack, queue)
DEFINE_SAFE_PIN(rack)

static char next_name;

static int part_make_next(struct part *part)
{
	return part_make(part, next_name++);
}

static struct safe_init rack_init(struct rack *rack)
{
	next_name = 'P';
	safe_pin_begin(rack, rack);
	safe_pin_try(rack, first, part_make, 'F');
	safe_pin_try_each(rack, part, part_make_next);
	safe_pin_try(rack, last, part_make, 'L');
	safe_pin_init_each(rack, queue, INIT_LIST_HEAD);
	return safe_pin_done(rack);
}

static void pin_array(struct kunit *test)
{
	struct rack rack;

	KUNIT_EXPECT_EQ(test, safe_errno(rack_init(&rack)), 0);
	EXPECT_TRACE(test, "FPQRL");
	KUNIT_EXPECT_TRUE(test, list_empty(&rack.queue[0]));
	KUNIT_EXPECT_TRUE(test, list_empty(&rack.queue[1]));
	safe_pin_drop(rack, &rack);
	EXPECT_TRACE(test, "lrqpf");
}

static void pin_array_each_fails(struct kunit *test)
{
	static const char *const traces[] = {
		"x", "Fxf", "FPxpf", "FPQxqpf", "FPQRxrqpf"
	};
	struct rack rack;

	for (int i = 0; i < ARRAY_SIZE(traces); i++) {
		fail_at = i + 1;
		KUNIT_EXPECT_EQ(test, safe_errno(rack_init(&rack)), -EIO);
		EXPECT_TRACE(test, traces[i]);
		KUNIT_EXPECT_EQ(test, parts_out, 0);
	}
}

/* ---- zeroed rest ---- */

struct gappy {
	int before;
	struct part part;
	char text[50];
	int number;
	void *pointer;
	SAFE_PINNED;
};

#define SAFE_PIN_gappy(FIELD, ARRAY)			\
	FIELD(gappy, before)				\
	FIELD(gappy, part, part_undo(&_T->part))	\
	ARRAY(gappy, text)				\
	FIELD(gappy, number)				\
	FIELD(gappy, pointer)
DEFINE_SAFE_PIN(gappy)

static struct safe_init gappy_init(struct gappy *gappy)
{
	safe_pin_begin_zeroed(gappy, gappy);
	safe_pin_try(gappy, part, part_make, 'P');
	safe_pin_set(gappy, number, 7);
	return safe_pin_done(gappy);
}

static void pin_zeroed(struct kunit *test)
{
	struct gappy gappy;

	memset(&gappy, 0xa5, sizeof(gappy));
	KUNIT_EXPECT_EQ(test, safe_errno(gappy_init(&gappy)), 0);
	KUNIT_EXPECT_EQ(test, gappy.before, 0);
	KUNIT_EXPECT_EQ(test, gappy.number, 7);
	KUNIT_EXPECT_PTR_EQ(test, gappy.pointer, NULL);
	KUNIT_EXPECT_PTR_EQ(test, memchr_inv(gappy.text, 0, sizeof(gappy.text)), NULL);
	safe_pin_drop(gappy, &gappy);
	EXPECT_TRACE(test, "Pp");
	fail_at = 1;
	KUNIT_EXPECT_EQ(test, safe_errno(gappy_init(&gappy)), -EIO);
	EXPECT_TRACE(test, "x");
}

/* ---- publishing ---- */

struct shown {
	struct part part;
	int number;
	SAFE_PINNED;
};

static struct shown *published;

static int show(struct shown *shown, int ret)
{
	trace(ret ? 'x' : 'S');
	if (!ret)
		published = shown;
	return ret;
}

static void hide(struct shown *shown)
{
	trace(published == shown ? 's' : '!');
	published = NULL;
}

#define SAFE_PIN_shown(FIELD, ARRAY)			\
	FIELD(shown, part, part_undo(&_T->part))	\
	FIELD(shown, number)
DEFINE_SAFE_PIN(shown, hide(_T))

static struct safe_init shown_init(struct shown *shown, int ret)
{
	safe_pin_begin(shown, shown);
	safe_pin_try(shown, part, part_make, 'P');
	safe_pin_set(shown, number, 4);
	return safe_pin_publish(shown, show(shown, ret));
}

static void pin_publish(struct kunit *test)
{
	struct shown shown;

	KUNIT_EXPECT_EQ(test, safe_errno(shown_init(&shown, 0)), 0);
	EXPECT_TRACE(test, "PS");
	KUNIT_EXPECT_EQ(test, published->number, 4);
	safe_pin_drop(shown, &shown);
	EXPECT_TRACE(test, "sp");
}

static void pin_publish_fails(struct kunit *test)
{
	struct shown shown;

	KUNIT_EXPECT_EQ(test, safe_errno(shown_init(&shown, -EEXIST)), -EEXIST);
	EXPECT_TRACE(test, "Pxp");
	KUNIT_EXPECT_PTR_EQ(test, published, (struct shown *)NULL);
	fail_at = 1;
	KUNIT_EXPECT_EQ(test, safe_errno(shown_init(&shown, 0)), -EIO);
	EXPECT_TRACE(test, "x");
}

/* ---- on the heap ---- */

DEFINE_SAFE_PIN_OWN(plain_box, plain)

static int use_heap(int number)
{
	CLASS(plain_box, plain)(TRY(safe_pin_new(plain_box, GFP_KERNEL, plain_init, number)));

	trace('k');
	return safe_borrow(plain)->number;
}

static void pin_new(struct kunit *test)
{
	int ret = use_heap(5);

	if (ret == -ENOMEM)
		kunit_skip(test, "no memory");
	KUNIT_EXPECT_EQ(test, ret, 5);
	EXPECT_TRACE(test, "ABCkcba");
}

static void pin_new_fails(struct kunit *test)
{
	static const char *const traces[] = { "x", "Axa", "ABxba" };
	int ret;

	for (int i = 0; i < ARRAY_SIZE(traces); i++) {
		fail_at = i + 1;
		ret = use_heap(5);
		if (ret == -ENOMEM)
			kunit_skip(test, "no memory");
		KUNIT_EXPECT_EQ(test, ret, -EIO);
		EXPECT_TRACE(test, traces[i]);
	}
}

static struct plain_box_result make_box(int number)
{
	return safe_as(plain_box_result,
		       safe_pin_new(plain_box, GFP_KERNEL, plain_init, number));
}

/* The object stays where it was initialised: each part looks at its address. */
static void pin_box_moves_object_stays(struct kunit *test)
{
	struct plain_box box, moved;
	int ret = safe_get(make_box(6), &box);

	if (ret == -ENOMEM)
		kunit_skip(test, "no memory");
	KUNIT_ASSERT_EQ(test, ret, 0);
	moved = safe_move(box);
	KUNIT_EXPECT_TRUE(test, safe_is_empty(box));
	safe_drop(plain_box, moved);
	EXPECT_TRACE(test, "ABCcba");
}

struct huge {
	char data[1UL << 30];
	SAFE_PINNED;
};

#define SAFE_PIN_huge(FIELD, ARRAY)	ARRAY(huge, data)
DEFINE_SAFE_PIN(huge)
DEFINE_SAFE_PIN_OWN(huge_box, huge)

static struct safe_init huge_init(struct huge *huge, int n)
{
	trace('!');
	safe_pin_begin_zeroed(huge, huge);
	return safe_pin_done(huge);
}

static void pin_new_without_memory(struct kunit *test)
{
	CLASS(huge_box, box)(safe_take(huge_box, NULL));
	int n = 0;

	KUNIT_EXPECT_EQ(test, safe_get(safe_pin_new(huge_box, GFP_KERNEL | __GFP_NOWARN,
						    huge_init, ++n), &box), -ENOMEM);
	EXPECT_TRACE(test, "");
	KUNIT_EXPECT_EQ_MSG(test, n, 0, "not evaluated without memory");
}

/* ---- what drivers have ---- */

struct device_state {
	struct mutex lock;
	spinlock_t spin;
	struct work_struct work;
	struct delayed_work poll;
	struct list_head list;
	wait_queue_head_t wait;
	atomic_t users;
	SAFE_PINNED;
};

#define SAFE_PIN_device_state(FIELD, ARRAY)				\
	FIELD(device_state, lock, mutex_destroy(&_T->lock))		\
	FIELD(device_state, spin)					\
	FIELD(device_state, work, cancel_work_sync(&_T->work))		\
	FIELD(device_state, poll, cancel_delayed_work_sync(&_T->poll))	\
	FIELD(device_state, list)					\
	FIELD(device_state, wait)					\
	FIELD(device_state, users)
DEFINE_SAFE_PIN(device_state)
DEFINE_SAFE_PIN_OWN(state_box, device_state)

static void state_work(struct work_struct *work)
{
	struct device_state *state = container_of(work, struct device_state, work);

	atomic_inc(&state->users);
}

static void state_poll(struct work_struct *work)
{
}

static struct safe_init device_state_init(struct device_state *state, int users)
{
	safe_pin_begin(device_state, state);
	safe_pin_init(device_state, lock, mutex_init);
	safe_pin_init(device_state, spin, spin_lock_init);
	safe_pin_init(device_state, work, INIT_WORK, state_work);
	safe_pin_init(device_state, poll, INIT_DELAYED_WORK, state_poll);
	safe_pin_init(device_state, list, INIT_LIST_HEAD);
	safe_pin_init(device_state, wait, init_waitqueue_head);
	safe_pin_init(device_state, users, atomic_set, users);
	return safe_pin_done(device_state);
}

static int use_state(void)
{
	CLASS(state_box, state)(TRY(safe_pin_new(state_box, GFP_KERNEL, device_state_init, 3)));

	mutex_lock(&safe_borrow(state)->lock);
	mutex_unlock(&safe_borrow(state)->lock);
	schedule_work(&safe_borrow(state)->work);
	schedule_delayed_work(&safe_borrow(state)->poll, HZ);
	flush_work(&safe_borrow(state)->work);
	return atomic_read(&safe_borrow(state)->users);
}

static void pin_driver_state(struct kunit *test)
{
	int ret = use_state();

	if (ret == -ENOMEM)
		kunit_skip(test, "no memory");
	KUNIT_EXPECT_EQ(test, ret, 4);
}

static struct safe_init count_evaluations(struct plain *plain, int *n)
{
	struct part a = { 'A' };

	safe_pin_begin(plain, plain);
	a.at = &plain->a;
	safe_pin_set(plain, a, ((*n)++, a));
	safe_pin_try(plain, b, part_make, 'A' + (*n)++);
	safe_pin_set(plain, number, (*n)++);
	safe_pin_try(plain, c, part_make, 'A' + (*n)++);
	return safe_pin_done(plain);
}

static void pin_evaluates_once(struct kunit *test)
{
	struct plain plain[2], *p = plain;
	int n = 0;

	KUNIT_EXPECT_EQ(test, safe_errno(count_evaluations(p, &n)), 0);
	KUNIT_EXPECT_EQ(test, n, 4);
	KUNIT_EXPECT_EQ(test, p->number, 2);
	safe_pin_drop(plain, p++);
	KUNIT_EXPECT_PTR_EQ(test, p, plain + 1);
	EXPECT_TRACE(test, "BDdba");
}

static struct kunit_case pin_cases[] = {
	KUNIT_CASE(pin_all_fields),
	KUNIT_CASE(pin_each_field_fails),
	KUNIT_CASE(pin_again_after_failure),
	KUNIT_CASE(pin_init_is_a_result),
	KUNIT_CASE(pin_return_between),
	KUNIT_CASE(pin_nested),
	KUNIT_CASE(pin_nested_each_fails),
	KUNIT_CASE(pin_array),
	KUNIT_CASE(pin_array_each_fails),
	KUNIT_CASE(pin_zeroed),
	KUNIT_CASE(pin_publish),
	KUNIT_CASE(pin_publish_fails),
	KUNIT_CASE(pin_new),
	KUNIT_CASE(pin_new_fails),
	KUNIT_CASE(pin_box_moves_object_stays),
	KUNIT_CASE(pin_new_without_memory),
	KUNIT_CASE(pin_driver_state),
	KUNIT_CASE(pin_evaluates_once),
	{},
};

static struct kunit_suite pin_suite = {
	.name = "safe_pin",
	.init = pin_init,
	.test_cases = pin_cases,
};
kunit_test_suite(pin_suite);

MODULE_DESCRIPTION("Tests of safe/pin.h");
MODULE_LICENSE("GPL");
