/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Memory that each CPU has.
 */
#ifndef _SAFE_FACTS_PERCPU_H
#define _SAFE_FACTS_PERCPU_H

#include <linux/percpu.h>
#include <linux/percpu-refcount.h>
#include <linux/percpu_counter.h>
#include <safe/annotations.h>

void __percpu *__alloc_percpu(size_t size, size_t align) __returns_owned __returns_null
		__released_by("free_percpu") __kernels("6.1");
void __percpu *__alloc_percpu_gfp(size_t size, size_t align, gfp_t gfp) __returns_owned
		__returns_null __released_by("free_percpu") __kernels("6.1");
void free_percpu(void __percpu * __takes __pdata);
int percpu_ref_init(struct percpu_ref * __borrowed ref, percpu_ref_func_t *release,
		unsigned int flags, gfp_t gfp) __must_look;
void percpu_ref_exit(struct percpu_ref * __borrowed ref);
void percpu_counter_destroy(struct percpu_counter * __borrowed fbc);

#endif /* _SAFE_FACTS_PERCPU_H */
