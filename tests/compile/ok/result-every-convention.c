// SPDX-License-Identifier: GPL-2.0
/* TRY() in each kind of function that may have it, on each kind of result. */
#include <safe/result.h>

#include "../foo.h"

DEFINE_SAFE_RESULT(foo_ptr, struct foo *)
DEFINE_SAFE_RESULT(foo_count, u32)
DEFINE_SAFE_RESULT(foo_copy, struct foo)

struct foo_ptr get_ptr(u32 id);
struct foo_count get_count(struct foo *foo);
struct foo_copy get_copy(struct foo *foo);
ssize_t get_size(struct foo *foo);

#define RETURNS(_type, _fn, _value, _name...)					\
	_type _fn(struct foo *foo);						\
	_type _fn(struct foo *foo)						\
	{									\
		int a = TRY(foo_read(foo), ##_name);				\
		u32 b = TRY(get_count(foo), ##_name);				\
		struct foo *c = TRY(get_ptr(b), ##_name);			\
		struct foo d = TRY(get_copy(c), ##_name);			\
		struct foo *e = TRY(safe_from_null(foo_find(a), -ENOENT), ##_name); \
		struct foo *f = TRY(safe_from_errptr(foo_open(a)), ##_name);	\
		ssize_t g = TRY(get_size(e), ##_name);				\
										\
		if (d.count + g + TRY(foo_read(f), ##_name) > 3)		\
			foo_close(c);						\
		return _value;							\
	}

RETURNS(int, returns_int, 0)
RETURNS(long, returns_long, 0)
RETURNS(s64, returns_s64, 0)
RETURNS(ssize_t, returns_ssize_t, 0)
RETURNS(struct foo *, returns_pointer, foo)
RETURNS(const void *, returns_void_pointer, NULL)
RETURNS(struct foo_ptr, returns_ptr, safe_ok(foo_ptr, foo), foo_ptr)
RETURNS(struct foo_count, returns_count, safe_ok(foo_count, 1), foo_count)
RETURNS(struct foo_copy, returns_copy, safe_ok(foo_copy, *foo), foo_copy)

/* A pointer shares its word with the error. */
static_assert(sizeof(struct foo_ptr) == sizeof(struct foo *));
static_assert(sizeof(struct foo_count) == sizeof(u64));
