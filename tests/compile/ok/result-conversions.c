// SPDX-License-Identifier: GPL-2.0
/* From each convention to each other, and the payloads that there are. */
#include <safe/result_rest.h>

#include "../foo.h"

DEFINE_SAFE_RESULT(foo_ptr, struct foo *)
DEFINE_SAFE_RESULT(foo_const_ptr, const struct foo *)
DEFINE_SAFE_RESULT(foo_count, int)
DEFINE_SAFE_RESULT(foo_flag, bool)
DEFINE_SAFE_RESULT(foo_u64, u64)

struct foo_large {
	char data[256];
};

DEFINE_SAFE_RESULT(foo_large_result, struct foo_large)
DEFINE_SAFE_RESULT_WITH(foo_detail, u32, const char *)

struct foo_ptr from_errptr(u32 id);
struct foo_ptr from_errptr(u32 id)
{
	return safe_as(foo_ptr, safe_from_errptr(foo_open(id)));
}

struct foo_const_ptr from_null(u32 id);
struct foo_const_ptr from_null(u32 id)
{
	return safe_as(foo_const_ptr, safe_from_null(foo_find(id), -ENOENT));
}

struct foo_count from_int(struct foo *foo);
struct foo_count from_int(struct foo *foo)
{
	return safe_as(foo_count, foo_read(foo));
}

struct foo *to_errptr(u32 id);
struct foo *to_errptr(u32 id)
{
	return safe_to_errptr(safe_from_null(foo_find(id), -ENOENT));
}

struct foo *to_null(u32 id);
struct foo *to_null(u32 id)
{
	return safe_to_null(from_errptr(id));
}

int to_int(struct foo *foo);
int to_int(struct foo *foo)
{
	return safe_errno(from_int(foo));
}

struct foo_flag flag(struct foo *foo);
struct foo_flag flag(struct foo *foo)
{
	return safe_ok(foo_flag, TRY(from_int(foo), foo_flag) > 3);
}

struct foo_u64 wide(struct foo *foo);
struct foo_u64 wide(struct foo *foo)
{
	if (!foo->count)
		return safe_err(foo_u64, -ENODATA);
	return safe_ok(foo_u64, (u64)foo->count << 40);
}

struct foo_large_result large(struct foo *foo);
struct foo_large_result large(struct foo *foo)
{
	struct foo_large data = { { TRY(foo_read(foo), foo_large_result) } };

	return safe_ok(foo_large_result, data);
}

struct foo_detail detail(struct foo *foo);
struct foo_detail detail(struct foo *foo)
{
	if (!foo->count)
		return safe_err_with(foo_detail, -EPROTO, "empty");
	return safe_ok(foo_detail, foo->count);
}
