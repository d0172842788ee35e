// SPDX-License-Identifier: GPL-2.0
/* Every annotation in every place that it has. */
#include <linux/build_bug.h>
#include <linux/types.h>
#include <safe/annotations.h>

struct foo {
	int id;
	struct foo * __owned next;
	char *name __owned;
};

/* Of a parameter: behind the '*', behind the name, before the '*', without a name. */
void takes(struct foo * __takes foo);
void takes_named(struct foo *foo __takes);
void takes_before(struct foo __takes *foo);
void takes_unnamed(struct foo * __takes);
int takes_if(struct foo * __takes_if("ret == 0") foo, struct foo * __takes_if("ret>=0") bar);
void *takes_if_pointer(void * __takes_if("ret != 0") old, size_t size) __returns_owned;
int other_conditions(struct foo * __takes_if("ret != 0") a, struct foo * __takes_if("ret < 0") b,
		     struct foo * __takes_if("ret <= 0") c, struct foo * __takes_if("ret > 0") d);
void puts_reference(struct foo * __puts foo);
void counter(int * __counter count);
void borrowed(const struct foo * __borrowed foo, void * __borrowed * list);
void deref(const struct foo * __deref foo);
void borrowed_deref(const struct foo * __borrowed __deref foo);
void takes_deref(struct foo * __takes __deref foo);
long error_only(const void * __error_only error);
int no_error(struct foo * __no_error foo);
void may_be_error(struct foo * __takes __may_be_error foo);
int out(struct foo * __owned *out) __released_by("takes", "puts");
int out_behind(int id, struct foo * __owned * __borrowed out);
void volatile_pointer(volatile void __iomem * __takes io);

/* Of a function. */
struct foo *owned(int id) __returns_owned;
struct foo *zeroed(int id) __returns_owned __returns_zeroed;
struct foo *owned_all(int id) __returns_owned __returns_null __released_by("takes");
struct foo *owned_names(int id) __released_by("takes", "puts", "_take2") __returns_owned;
struct foo *borrowed_err(int id) __returns_borrowed __returns_err;
struct foo *err_or_null(int id) __returns_err_or_null;
__returns_null struct foo *before(int id);

/* Of pointers to functions: members, parameters, variables, tables and typedefs. */
struct foo_ops {
	struct foo *(*get)(int id) __returns_owned __returns_null __released_by("takes");
	struct foo *(* const find)(int id) __returns_borrowed __returns_err;
	void (*put)(struct foo * __takes foo);
	int (*add)(struct foo * __takes_if("ret == 0") foo);
	int (*make)(struct foo * __owned *out) __released_by("takes");
};

typedef struct foo *foo_get(int id) __returns_owned __returns_null __released_by("takes");
typedef struct foo *(*foo_get_ptr)(int id) __returns_owned __returns_null;
typedef void foo_put(struct foo * __takes foo);
typedef struct foo * __takes foo_taken;

foo_get get_by_typedef;
void put_by_typedef(foo_taken foo);
int call(struct foo *(*get)(int id) __returns_null, void (*put)(struct foo * __takes foo));
extern void (*put_variable)(struct foo * __takes foo);
extern foo_put *put_table[4];

/* Said again, in other words, or not at all: no contradiction. */
void takes(struct foo * __takes foo);
void takes(struct foo *foo);
int takes_if(struct foo * __takes_if("ret==0") foo, struct foo * __takes_if(" ret >= 0") bar);
struct foo *owned(int id);
struct foo *owned(int id) __returns_owned __returns_null;
void deref(const struct foo * __borrowed foo);
struct foo *owned_names(int id) __released_by("takes");

/* An annotation does not change the type. */
extern void plain(struct foo *foo);
extern struct foo *plain_get(int id);
static_assert(__builtin_types_compatible_p(typeof(takes), typeof(plain)));
static_assert(__builtin_types_compatible_p(typeof(owned), typeof(plain_get)));
static_assert(__builtin_types_compatible_p(foo_put *, void (*)(struct foo *)));
static_assert(_Generic(&takes, void (*)(struct foo *): 1, default: 0));
static_assert(_Generic((struct foo_ops *)NULL, struct foo_ops *: 1, default: 0));

/* So pointers are assigned as before. */
extern const struct foo_ops ops;
const struct foo_ops ops = {
	.get = plain_get,
	.find = borrowed_err,
	.put = plain,
	.add = NULL,
};

void assign(void);
void assign(void)
{
	void (*put)(struct foo *foo) = takes;
	struct foo *(*get)(int id) = owned_all;
	foo_put *taking = plain;
	foo_get *getting = plain_get;
	typeof(&owned_all) same = owned_all;

	put = taking;
	get = getting;
	getting = same;
	put_variable = put ? put : taking;
	call(get, getting == same ? put : plain);
}
