/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Hash tables that resize themselves: an entry that was not inserted is the caller's.
 */
#ifndef _SAFE_FACTS_RHASHTABLE_H
#define _SAFE_FACTS_RHASHTABLE_H

#include <linux/rhashtable.h>
#include <safe/annotations.h>

int rhashtable_insert_fast(struct rhashtable * __borrowed ht,
		struct rhash_head * __keeps_if("ret == 0") obj,
		const struct rhashtable_params params) __must_look;
int rhltable_insert_key(struct rhltable * __borrowed hlt, const void * __borrowed key,
		struct rhlist_head * __keeps_if("ret == 0") list,
		const struct rhashtable_params params) __must_look;
int rhltable_insert(struct rhltable * __borrowed hlt,
		struct rhlist_head * __keeps_if("ret == 0") list,
		const struct rhashtable_params params) __must_look;
int rhashtable_lookup_insert_fast(struct rhashtable * __borrowed ht,
		struct rhash_head * __keeps_if("ret == 0") obj,
		const struct rhashtable_params params) __must_look;
int rhashtable_lookup_insert_key(struct rhashtable * __borrowed ht,
		const void * __borrowed key, struct rhash_head * __keeps_if("ret == 0") obj,
		const struct rhashtable_params params) __must_look;

#endif /* _SAFE_FACTS_RHASHTABLE_H */
