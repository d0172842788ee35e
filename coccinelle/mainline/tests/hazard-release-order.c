// SPDX-License-Identifier: GPL-2.0
#include "foo.h"

void foo_cross(struct foo *a, struct foo *b);
void foo_cross(struct foo *a, struct foo *b)
{
	mutex_lock(&a->lock);
	mutex_lock(&b->other);
	swap(a->count, b->count);
	mutex_unlock(&a->lock);
	mutex_unlock(&b->other);
}
