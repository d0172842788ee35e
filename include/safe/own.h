/* SPDX-License-Identifier: GPL-2.0 */
#ifndef _SAFE_OWN_H
#define _SAFE_OWN_H

#include <linux/cleanup.h>
#include <linux/device.h>
#include <linux/gfp.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

#include <safe/result.h>

/**
 * DOC: Owned pointers
 *
 * A pointer does not say who frees it, nor with what.  kfree() takes anything:
 * memory of vmalloc(), memory that a device will free, memory that was handed to
 * somebody else two lines above.  A cleanup attribute frees on every path, but
 * with the function that stands there, right or wrong.
 *
 * An owner is a type: a pointer, one word, that knows its function.  It is not a
 * pointer for the compiler, so kfree() on it does not compile, and neither does
 * an owner of one kind where another is expected::
 *
 *	DEFINE_SAFE_OWN(foo_box, struct foo, kfree)
 *
 *	static struct foo_box_result foo_new(u32 id)
 *	{
 *		CLASS(foo_box, foo)(TRY(safe_kzalloc(foo_box, GFP_KERNEL), foo_box_result));
 *
 *		TRY(foo_setup(safe_borrow(foo), id), foo_box_result);
 *		return safe_ok(foo_box_result, safe_move(foo));
 *	}
 *
 * CLASS() is that of linux/cleanup.h: the variable frees what it still owns when
 * its scope ends, here when foo_setup() fails.  At the border to the rest of the
 * kernel safe_take() makes an owner of a pointer, and safe_give() a pointer of an
 * owner.
 *
 * The trap: an owner can be copied, as any struct.  Then two own.  Move it.
 *
 * The rule: a pointer that is not an owner is borrowed, and is not freed.
 *
 * Cost: none.  Moving stores NULL for the cleanup; the compiler drops both.
 */

/* private: */

/*
 * __safe_family names the function that frees, and __safe_order the pages; both
 * are types alone and take no room.
 */
#define __DEFINE_SAFE_OWN_TYPE(_name, _type, _family, _order, _cache)	\
struct __must_use("SAFE_E_OWNER_DROPPED: nobody frees it; keep it in a CLASS(" #_name ") "	\
		  "variable") _name {					\
	struct __safe_freed_by_##_family *__safe_family[0];		\
	char __safe_order[0][(_order) + 1];				\
	_type * __owned __safe_own;					\
} __designated_init;							\
									\
__DEFINE_SAFE_RESULT(_name##_result, struct _name,			\
		     *(struct __safe_errptr *)0, struct __safe_no_rest)	\
									\
static __always_inline struct _name __safe_take_##_name(_type *p)	\
{									\
	return (struct _name){ .__safe_own = p };			\
}									\
									\
static __always_inline struct kmem_cache *__safe_cache_##_name(void)	\
{									\
	return _cache;							\
}

#define __DEFINE_SAFE_OWN(_name, _type, _family, _order, _cache, _free)	\
__DEFINE_SAFE_OWN_TYPE(_name, _type, _family, _order, _cache)		\
									\
static __always_inline void __safe_free_##_name(struct _name _T)	\
{									\
	if (_T.__safe_own)						\
		_free;							\
}									\
									\
DEFINE_CLASS(_name, struct _name, __safe_free_##_name(_T), own, struct _name own) \
									\
static __always_inline void __safe_drop_##_name(struct _name *own)	\
{									\
	struct _name old = *own;					\
									\
	own->__safe_own = NULL;						\
	__safe_free_##_name(old);					\
}

/* public: */

/**
 * DEFINE_SAFE_OWN() - Define an owner
 * @_name: the type is struct @_name, a result that holds one
 *	   struct @_name_result, the class for CLASS() is @_name
 * @_type: what it points to; the element, if it is an array
 * @_free: the function that frees it: kfree, kvfree, vfree, kfree_skb, your own
 *
 * At file scope, without a semicolon.
 *
 * Example::
 *
 *	DEFINE_SAFE_OWN(foo_box, struct foo, kfree)
 *	DEFINE_SAFE_OWN(foo_table, u32, kvfree)
 *
 * Invariants: struct @_name holds NULL, or a pointer that nobody else frees.
 */
#define DEFINE_SAFE_OWN(_name, _type, _free) \
	__DEFINE_SAFE_OWN(_name, _type, _free, 0, NULL, _free(_T.__safe_own))

/**
 * DEFINE_SAFE_OWN_CACHE() - Define an owner of an object of a kmem_cache
 * @_name: the type is struct @_name
 * @_type: type of the object
 * @_cache: the struct kmem_cache *, an expression that is valid at file scope
 *
 * Example::
 *
 *	static struct kmem_cache *foo_cache;
 *	DEFINE_SAFE_OWN_CACHE(foo_object, struct foo, foo_cache)
 */
#define DEFINE_SAFE_OWN_CACHE(_name, _type, _cache)			\
	__DEFINE_SAFE_OWN(_name, _type, kmem_cache_free, 0, _cache,	\
			  kmem_cache_free(_cache, _T.__safe_own))

/**
 * DEFINE_SAFE_OWN_PAGES() - Define an owner of pages
 * @_name: the type is struct @_name
 * @_order: how many pages it is, as a power of two; a constant
 *
 * Example::
 *
 *	DEFINE_SAFE_OWN_PAGES(foo_page, 0)
 */
#define DEFINE_SAFE_OWN_PAGES(_name, _order)				\
	__DEFINE_SAFE_OWN(_name, struct page, __free_pages, _order, NULL, \
			  __free_pages(_T.__safe_own, _order))

/**
 * DEFINE_SAFE_OWN_DEVM() - Define a pointer that a device owns
 * @_name: the type is struct @_name
 * @_type: what it points to
 *
 * The device frees it when it is unbound.  So there is no CLASS() for it, it
 * cannot be moved or given away, only borrowed; and unlike a plain pointer it
 * cannot end up in kfree().
 *
 * Example::
 *
 *	DEFINE_SAFE_OWN_DEVM(foo_devm, struct foo)
 */
#define DEFINE_SAFE_OWN_DEVM(_name, _type) \
	__DEFINE_SAFE_OWN_TYPE(_name, _type, devm_kfree, 0, NULL)

/**
 * safe_take() - Make an owner of a pointer
 * @_name: name of the owner
 * @ptr: the pointer; consumed; not an error pointer
 *
 * For what comes from a kernel function that hands out ownership.  If it may be
 * NULL, use safe_take_or_nomem().
 *
 * Example::
 *
 *	CLASS(foo_box, foo)(safe_take(foo_box, list_first_entry(list, struct foo, node)));
 *
 * Context: Any context.
 * Return: A struct @_name.
 */
#define safe_take(_name, ptr)	__safe_take_##_name(ptr)

/**
 * safe_take_or_nomem() - Make an owner of a pointer that may be NULL
 * @_name: name of the owner
 * @ptr: the pointer; evaluated once, consumed
 *
 * For allocations that have no macro here.
 *
 * Example::
 *
 *	CLASS(foo_name, name)(TRY(safe_take_or_nomem(foo_name, kstrdup(s, GFP_KERNEL))));
 *
 * Context: Any context.
 * Return: A result with a struct @_name as payload; -ENOMEM if @ptr is NULL.
 */
#define safe_take_or_nomem(_name, ptr) \
	__safe_take_or_nomem(__UNIQUE_ID(safe_ptr), _name, ptr)

/**
 * safe_borrow() - The pointer, for as long as the owner keeps it
 * @own: an owner, a variable or a field; not consumed
 *
 * Example::
 *
 *	CLASS(foo_box, foo)(TRY(safe_kzalloc(foo_box, GFP_KERNEL)));
 *
 *	safe_borrow(foo)->id = id;
 *
 * Context: Any context.
 * Return: The pointer; not to be freed, and not to be used after @own moved.
 */
#define safe_borrow(own) \
	__safe_borrow("safe_borrow(" #own ")", __UNIQUE_ID(safe_own), own)

/**
 * safe_move() - Move ownership to somebody else
 * @own: an owner, a variable or a field; consumed: it owns nothing afterwards
 *
 * Example::
 *
 *	CLASS(foo_name, name)(TRY(safe_take_or_nomem(foo_name, kstrdup(s, GFP_KERNEL))));
 *
 *	foo->name = safe_move(name);
 *
 * Context: Any context.
 * Return: An owner of the same type.
 */
#define safe_move(own) \
	__safe_move("safe_move(" #own ")", __UNIQUE_ID(safe_own), __UNIQUE_ID(safe_old), own)

/**
 * safe_give() - Give ownership to code that takes a pointer
 * @own: an owner, a variable or a field; consumed: it owns nothing afterwards
 *
 * Replaces no_free_ptr().
 *
 * Example::
 *
 *	CLASS(foo_box, foo)(TRY(safe_kzalloc(foo_box, GFP_KERNEL)));
 *
 *	return foo_register(safe_give(foo));
 *
 * Context: Any context.
 * Return: The pointer.  Must be used: nobody else frees it.
 */
#define safe_give(own) \
	__safe_give("safe_give(" #own ")", __UNIQUE_ID(safe_own), __UNIQUE_ID(safe_old), own)

/**
 * safe_retain() - Give ownership to code that has the pointer already
 * @own: an owner, a variable or a field; consumed: it owns nothing afterwards
 *
 * Replaces retain_and_null_ptr().
 *
 * Example::
 *
 *	CLASS(foo_box, foo)(TRY(safe_kzalloc(foo_box, GFP_KERNEL)));
 *
 *	TRY(foo_register(safe_borrow(foo)));
 *	safe_retain(foo);
 *
 * Context: Any context.
 */
#define safe_retain(own) \
	((void)__safe_move("safe_retain(" #own ")", __UNIQUE_ID(safe_own), \
			   __UNIQUE_ID(safe_old), own))

/**
 * safe_drop() - Free now, and not at the end of the scope
 * @_name: name of the owner
 * @own: an owner, a variable or a field; consumed; may be empty
 *
 * Example::
 *
 *	safe_drop(foo_name, foo->name);
 *
 * Context: That of the function that frees.
 */
#define safe_drop(_name, own)	__safe_drop_##_name(&(own))

/**
 * safe_is_empty() - Does it own nothing?
 * @own: an owner, a variable or a field; not consumed
 *
 * For owners that are filled or moved on some paths only.
 *
 * Example::
 *
 *	if (safe_is_empty(foo->name))
 *		return -ENOENT;
 *
 * Context: Any context.
 * Return: true after a move, and for a zeroed field.
 */
#define safe_is_empty(own) \
	__safe_is_empty("safe_is_empty(" #own ")", __UNIQUE_ID(safe_own), own)

/**
 * safe_kmalloc() - Allocate uninitialised memory for one object
 * @_name: name of an owner that frees with kfree()
 * @gfp: as for kmalloc()
 *
 * Example::
 *
 *	CLASS(foo_box, foo)(TRY(safe_kmalloc(foo_box, GFP_KERNEL)));
 *
 * Context: As kmalloc(); may sleep if @gfp permits.
 * Return: A result with a struct @_name as payload; -ENOMEM.
 */
#define safe_kmalloc(_name, gfp) \
	__safe_slab("safe_kmalloc(" #_name ", " #gfp ")", _name, \
		    kmalloc(__safe_sizeof(_name), gfp))

/**
 * safe_kzalloc() - Allocate zeroed memory for one object
 * @_name: name of an owner that frees with kfree()
 * @gfp: as for kzalloc()
 *
 * Example::
 *
 *	CLASS(foo_box, foo)(TRY(safe_kzalloc(foo_box, GFP_KERNEL)));
 *
 * Context: As kzalloc(); may sleep if @gfp permits.
 * Return: A result with a struct @_name as payload; -ENOMEM.
 */
#define safe_kzalloc(_name, gfp) \
	__safe_slab("safe_kzalloc(" #_name ", " #gfp ")", _name, \
		    kzalloc(__safe_sizeof(_name), gfp))

/**
 * safe_kcalloc() - Allocate a zeroed array
 * @_name: name of an owner that frees with kfree()
 * @n: number of elements; a product that overflows is -ENOMEM
 * @gfp: as for kcalloc()
 *
 * Example::
 *
 *	CLASS(foo_ids, ids)(TRY(safe_kcalloc(foo_ids, n, GFP_KERNEL)));
 *
 * Context: As kcalloc(); may sleep if @gfp permits.
 * Return: A result with a struct @_name as payload; -ENOMEM.
 */
#define safe_kcalloc(_name, n, gfp) \
	__safe_slab("safe_kcalloc(" #_name ", " #n ", " #gfp ")", _name, \
		    kcalloc(n, __safe_sizeof(_name), gfp))

/**
 * safe_kvzalloc() - Allocate zeroed memory that need not be contiguous
 * @_name: name of an owner that frees with kvfree()
 * @gfp: as for kvzalloc()
 *
 * Example::
 *
 *	CLASS(foo_big, big)(TRY(safe_kvzalloc(foo_big, GFP_KERNEL)));
 *
 * Context: Process context; may sleep.
 * Return: A result with a struct @_name as payload; -ENOMEM.
 */
#define safe_kvzalloc(_name, gfp) \
	__safe_kv("safe_kvzalloc(" #_name ", " #gfp ")", _name, \
		  kvzalloc(__safe_sizeof(_name), gfp))

/**
 * safe_kvcalloc() - Allocate a zeroed array that need not be contiguous
 * @_name: name of an owner that frees with kvfree()
 * @n: number of elements; a product that overflows is -ENOMEM
 * @gfp: as for kvcalloc()
 *
 * Example::
 *
 *	CLASS(foo_table, table)(TRY(safe_kvcalloc(foo_table, n, GFP_KERNEL)));
 *
 * Context: Process context; may sleep.
 * Return: A result with a struct @_name as payload; -ENOMEM.
 */
#define safe_kvcalloc(_name, n, gfp) \
	__safe_kv("safe_kvcalloc(" #_name ", " #n ", " #gfp ")", _name, \
		  kvcalloc(n, __safe_sizeof(_name), gfp))

/**
 * safe_vzalloc() - Allocate zeroed memory that is contiguous in virtual addresses only
 * @_name: name of an owner that frees with vfree()
 *
 * Example::
 *
 *	CLASS(foo_area, area)(TRY(safe_vzalloc(foo_area)));
 *
 * Context: Process context; may sleep.
 * Return: A result with a struct @_name as payload; -ENOMEM.
 */
#define safe_vzalloc(_name) \
	__safe_v("safe_vzalloc(" #_name ")", _name, vzalloc(__safe_sizeof(_name)))

/**
 * safe_vcalloc() - Allocate a zeroed array that is contiguous in virtual addresses only
 * @_name: name of an owner that frees with vfree()
 * @n: number of elements; a product that overflows is -ENOMEM
 *
 * Example::
 *
 *	CLASS(foo_frames, frames)(TRY(safe_vcalloc(foo_frames, n)));
 *
 * Context: Process context; may sleep.
 * Return: A result with a struct @_name as payload; -ENOMEM.
 */
#define safe_vcalloc(_name, n) \
	__safe_v("safe_vcalloc(" #_name ", " #n ")", _name, vcalloc(n, __safe_sizeof(_name)))

/**
 * safe_kmem_cache_zalloc() - Allocate a zeroed object from its cache
 * @_name: name of an owner made by DEFINE_SAFE_OWN_CACHE()
 * @gfp: as for kmem_cache_zalloc()
 *
 * Example::
 *
 *	CLASS(foo_object, foo)(TRY(safe_kmem_cache_zalloc(foo_object, GFP_KERNEL)));
 *
 * Context: As kmem_cache_zalloc(); may sleep if @gfp permits.
 * Return: A result with a struct @_name as payload; -ENOMEM.
 */
#define safe_kmem_cache_zalloc(_name, gfp) \
	__safe_cached("safe_kmem_cache_zalloc(" #_name ", " #gfp ")", _name, \
		      kmem_cache_zalloc(__safe_cache_##_name(), gfp))

/**
 * safe_kmem_cache_alloc() - Allocate an object from its cache
 * @_name: name of an owner made by DEFINE_SAFE_OWN_CACHE()
 * @gfp: as for kmem_cache_alloc()
 *
 * Example::
 *
 *	CLASS(foo_object, foo)(TRY(safe_kmem_cache_alloc(foo_object, GFP_KERNEL)));
 *
 * Context: As kmem_cache_alloc(); may sleep if @gfp permits.
 * Return: A result with a struct @_name as payload; -ENOMEM.
 */
#define safe_kmem_cache_alloc(_name, gfp) \
	__safe_cached("safe_kmem_cache_alloc(" #_name ", " #gfp ")", _name, \
		      kmem_cache_alloc(__safe_cache_##_name(), gfp))

/**
 * safe_alloc_pages() - Allocate as many pages as the owner says
 * @_name: name of an owner made by DEFINE_SAFE_OWN_PAGES()
 * @gfp: as for alloc_pages()
 *
 * Example::
 *
 *	CLASS(foo_page, page)(TRY(safe_alloc_pages(foo_page, GFP_KERNEL | __GFP_ZERO)));
 *
 * Context: As alloc_pages(); may sleep if @gfp permits.
 * Return: A result with a struct @_name as payload; -ENOMEM.
 */
#define safe_alloc_pages(_name, gfp) \
	__safe_paged("safe_alloc_pages(" #_name ", " #gfp ")", _name, \
		     alloc_pages(gfp, sizeof(((struct _name *)0)->__safe_order[0]) - 1))

/**
 * safe_devm_kzalloc() - Allocate zeroed memory that a device owns
 * @_name: name of an owner made by DEFINE_SAFE_OWN_DEVM()
 * @dev: the device; borrowed
 * @gfp: as for devm_kzalloc()
 *
 * Example::
 *
 *	struct foo_devm foo = TRY(safe_devm_kzalloc(foo_devm, dev, GFP_KERNEL));
 *
 * Context: As devm_kzalloc(); may sleep if @gfp permits.
 * Return: A result with a struct @_name as payload; -ENOMEM.
 */
#define safe_devm_kzalloc(_name, dev, gfp) \
	__safe_devm("safe_devm_kzalloc(" #_name ", " #dev ", " #gfp ")", _name, \
		    devm_kzalloc(dev, __safe_sizeof(_name), gfp))

/**
 * safe_devm_kcalloc() - Allocate a zeroed array that a device owns
 * @_name: name of an owner made by DEFINE_SAFE_OWN_DEVM()
 * @dev: the device; borrowed
 * @n: number of elements; a product that overflows is -ENOMEM
 * @gfp: as for devm_kcalloc()
 *
 * Example::
 *
 *	struct foo_ids_devm ids = TRY(safe_devm_kcalloc(foo_ids_devm, dev, n, GFP_KERNEL));
 *
 * Context: As devm_kcalloc(); may sleep if @gfp permits.
 * Return: A result with a struct @_name as payload; -ENOMEM.
 */
#define safe_devm_kcalloc(_name, dev, n, gfp) \
	__safe_devm("safe_devm_kcalloc(" #_name ", " #dev ", " #n ", " #gfp ")", _name, \
		    devm_kcalloc(dev, n, __safe_sizeof(_name), gfp))

/* private: */

#define __safe_sizeof(_name)	sizeof(*((struct _name *)0)->__safe_own)

#define __safe_family_is(_name, _family)						\
	__builtin_types_compatible_p(typeof(((struct _name *)0)->__safe_family[0]),	\
				     struct __safe_freed_by_##_family *)

#define __safe_alloc(_call, _cond, _text, _name, ptr) ({				\
	_Static_assert(_cond, "SAFE_E_OWN_FAMILY: " _call ": " _text);			\
	safe_take_or_nomem(_name, __builtin_choose_expr(_cond, ptr, NULL)); })

#define __safe_slab(_call, _name, ptr)							\
	__safe_alloc(_call, __safe_family_is(_name, kfree) ||				\
		     __safe_family_is(_name, kfree_sensitive) ||			\
		     __safe_family_is(_name, kvfree),					\
		     "slab memory is not freed like this; define " #_name		\
		     " with DEFINE_SAFE_OWN(..., kfree)", _name, ptr)

#define __safe_kv(_call, _name, ptr)							\
	__safe_alloc(_call, __safe_family_is(_name, kvfree),				\
		     "may be slab or vmalloc memory; define " #_name			\
		     " with DEFINE_SAFE_OWN(..., kvfree)", _name, ptr)

#define __safe_v(_call, _name, ptr)							\
	__safe_alloc(_call, __safe_family_is(_name, vfree) ||				\
		     __safe_family_is(_name, kvfree),					\
		     "vmalloc memory is not freed like this; define " #_name		\
		     " with DEFINE_SAFE_OWN(..., vfree)", _name, ptr)

#define __safe_cached(_call, _name, ptr)						\
	__safe_alloc(_call, __safe_family_is(_name, kmem_cache_free),			\
		     "a cache's object is freed into it; define " #_name		\
		     " with DEFINE_SAFE_OWN_CACHE()", _name, ptr)

#define __safe_paged(_call, _name, ptr)							\
	__safe_alloc(_call, __safe_family_is(_name, __free_pages),			\
		     "pages are freed with their order; define " #_name			\
		     " with DEFINE_SAFE_OWN_PAGES()", _name, ptr)

#define __safe_devm(_call, _name, ptr)							\
	__safe_alloc(_call, __safe_family_is(_name, devm_kfree),			\
		     "the device frees it; define " #_name				\
		     " with DEFINE_SAFE_OWN_DEVM()", _name, ptr)

#define __safe_take_or_nomem(_p, _name, ptr) ({						\
	typeof(((struct _name *)0)->__safe_own) _p = (ptr);				\
	(struct __SAFE_RESULT(struct _name, int, struct __safe_no_rest)		\
	 __designated_init) {								\
		.__safe_err = _p ? 0 : -ENOMEM,						\
		.__safe_val = __safe_take_##_name(_p) }; })

struct __safe_no_owner {
	struct __safe_freed_by_nobody *__safe_family[0];
	void *__safe_own;
};

/* The owner itself, or something that has the same members. */
#define __safe_owner(own) \
	__builtin_choose_expr(__safe_is_result(own), own, (struct __safe_no_owner){})

#define __safe_assert_owner(_call, own)							\
_Static_assert(__safe_is_result(own), "SAFE_E_NOT_OWNER: " _call			\
	       ": not an owner; a plain pointer is used as it is, and made an owner "	\
	       "with safe_take()")

#define __safe_assert_movable(_call, own)						\
_Static_assert(!__builtin_types_compatible_p(						\
			typeof(__safe_owner(own).__safe_family[0]),			\
			struct __safe_freed_by_devm_kfree *), "SAFE_E_OWN_DEVM: " _call	\
	       ": the device owns it and frees it; use safe_borrow()")

/* Straight-line code only; the checker follows every path. */
#define __safe_prove_owns(_call, p)							\
	__safe_prove(!(__builtin_constant_p((p) == NULL) && (p) == NULL), SAFE_E_OWN_MOVED,	\
		     _call ": owns nothing any more, it was moved or dropped before")

#define __safe_borrow(_call, _own, own) ({						\
	__safe_assert_owner(_call, own);						\
	__auto_type _own = __builtin_choose_expr(__safe_is_result(own),			\
						 __safe_owner(own).__safe_own, own);	\
	__safe_prove_owns(_call, _own);							\
	_own; })

#define __safe_move(_call, _own, _old, own) ({						\
	__safe_assert_owner(_call, own);						\
	__safe_assert_movable(_call, own);						\
	__auto_type _own = &__safe_owner(own);						\
	__auto_type _old = *_own;							\
	__safe_prove_owns(_call, _old.__safe_own);					\
	_own->__safe_own = NULL;							\
	_old; })

static __always_inline __must_check void *__safe_given(void *p)
{
	return p;
}

#define __safe_give(_call, _own, _old, own)						\
	((typeof(__safe_owner(own).__safe_own))__safe_given(({				\
	__safe_assert_owner(_call, own);						\
	__safe_assert_movable(_call, own);						\
	__auto_type _own = &__safe_owner(own);						\
	__auto_type _old = _own->__safe_own;						\
	__safe_prove_owns(_call, _old);							\
	_own->__safe_own = NULL;							\
	_old; })))

#define __safe_is_empty(_call, _own, own) ({						\
	__safe_assert_owner(_call, own);						\
	!__safe_owner(own).__safe_own; })

/* public: */

#endif /* _SAFE_OWN_H */
