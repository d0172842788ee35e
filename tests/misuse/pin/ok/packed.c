// SPDX-License-Identifier: GPL-2.0
/* Packed structs of plain members, pinned ones that are not packed. */
#include <linux/list.h>
#include <safe/pin.h>

struct foo_wire {
	__u8 kind;
	__le32 len;
} __packed;

struct foo {
	struct foo_wire wire;
	struct list_head node;
	SAFE_PINNED;
};

struct foo_wire foo_wire(const struct foo *foo);
struct foo_wire foo_wire(const struct foo *foo)
{
	struct foo_wire wire = foo->wire;

	return wire;
}
