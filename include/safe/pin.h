/* SPDX-License-Identifier: GPL-2.0 */
#ifndef _SAFE_PIN_H
#define _SAFE_PIN_H

#include <linux/kernel.h>
#include <linux/slab.h>
#include <linux/string.h>

#include <safe/own.h>

/**
 * DOC: Objects that are initialised where they stay
 *
 * A lock, a list head or a work item must not move once it is set up, so an
 * object that has one is initialised in place, field by field, and each step may
 * fail.  By hand that is a ladder of labels which has to undo exactly the fields
 * that are done; a destructor that has to undo all of them; and the reader's word
 * that none was left out of either.
 *
 * Here each field is listed once, with how it is undone::
 *
 *	struct foo {
 *		struct mutex lock;
 *		struct foo_name name;
 *		struct bar bar;
 *		u32 id;
 *		SAFE_PINNED;
 *	};
 *
 *	#define SAFE_PIN_foo(FIELD, ARRAY)			\
 *		FIELD(foo, lock, mutex_destroy(&_T->lock))	\
 *		FIELD(foo, name, safe_drop(foo_name, _T->name))	\
 *		FIELD(foo, bar, safe_pin_drop(bar, &_T->bar))	\
 *		FIELD(foo, id)
 *	DEFINE_SAFE_PIN(foo)
 *
 *	static struct safe_init foo_init(struct foo *foo, const char *name)
 *	{
 *		safe_pin_begin(foo, foo);
 *		safe_pin_init(foo, lock, mutex_init);
 *		safe_pin_set(foo, name, TRY(safe_take_or_nomem(foo_name,
 *				kstrdup(name, GFP_KERNEL)), safe_init));
 *		safe_pin_try(foo, bar, bar_init, GFP_KERNEL);
 *		safe_pin_set(foo, id, 1);
 *		return safe_pin_done(foo);
 *	}
 *
 * A return in the middle undoes the fields above it, in reverse, and nothing
 * else.  The list is checked against the struct, and the function against the
 * list: a field that is left out, set twice or out of order does not compile.
 *
 * The trap: until safe_pin_done() the object is not there.  What makes it visible
 * to others is the last step: safe_pin_publish().
 *
 * The rule: the steps stand in the outermost block of the function, in the order
 * of the list, and safe_pin_drop() is for objects whose initialiser succeeded.
 *
 * Cost: that of the labels; the compiler sees which fields are done.
 */

/**
 * DOC: struct safe_init
 *
 * What an initialiser returns: done, or an errno.  A result without payload, for
 * TRY() and the others.  Only safe_pin_done() and safe_pin_publish() make one that
 * is good; safe_err(safe_init, -EINVAL) makes one that is not.
 */
struct __must_use("SAFE_E_RESULT_DROPPED: the object may not be there; use TRY()") safe_init {
	/* private: as in __SAFE_RESULT(), without room for a payload */
	int __safe_err;
	union {
		struct __safe_no_rest __safe_val;
		struct __safe_no_rest __safe_rest;
		char __safe_word[0];
	};
} __designated_init;

/**
 * define SAFE_PINNED - the last member of a struct that must not move
 *
 * Takes no room.  Assigning such a struct does not compile; the checker finds
 * the other ways to copy one.
 *
 * Example::
 *
 *	struct foo_link {
 *		struct list_head node;
 *		SAFE_PINNED;
 *	};
 */
#define SAFE_PINNED	const char __SAFE_PIN_MARK[0]

/**
 * DEFINE_SAFE_PIN() - Check a list of fields and make the destructor
 * @_name: the type is struct @_name, and the list the macro SAFE_PIN_@_name
 *
 * @_unpublish...: statement that undoes safe_pin_publish(), where _T is the object
 *
 * The list calls FIELD or ARRAY once for each member of the struct, in the order
 * of initialisation, with the name of the type, that of the member, and the
 * statement that undoes it: _T is the object in FIELD, the element in ARRAY.
 * Without a statement nothing is done.
 *
 * At file scope, without a semicolon.
 *
 * Example::
 *
 *	struct foo {
 *		struct mutex lock;
 *		struct foo_port port[4];
 *		u32 id;
 *		SAFE_PINNED;
 *	};
 *
 *	#define SAFE_PIN_foo(FIELD, ARRAY)			\
 *		FIELD(foo, lock, mutex_destroy(&_T->lock))	\
 *		ARRAY(foo, port, foo_port_exit(_T))		\
 *		FIELD(foo, id)
 *	DEFINE_SAFE_PIN(foo)
 */
#define DEFINE_SAFE_PIN(_name, _unpublish...)				\
struct __safe_pin_##_name {						\
	struct _name *const __safe_object;				\
	bool __safe_is_armed;						\
};									\
									\
struct __safe_guard_##_name {						\
	struct __safe_pin_##_name *const __safe_pin_of;			\
	size_t __safe_done;						\
};									\
									\
enum {									\
	__safe_pin_defined(_name),					\
	__safe_published_##_name = sizeof(#_unpublish) > 1,		\
};									\
									\
SAFE_PIN_##_name(__SAFE_PIN_COMMA, __SAFE_PIN_COMMA)			\
SAFE_PIN_##_name(__SAFE_PIN_FIELD, __SAFE_PIN_ARRAY)			\
									\
static __always_inline void __safe_pin_list_##_name(void)		\
{									\
	SAFE_E_PIN_LIST(_name);						\
}									\
									\
static __always_inline void __safe_unpublish_##_name(struct _name *_T)	\
{									\
	_unpublish;							\
}									\
									\
static inline void __safe_pin_drop_##_name(struct _name *self)		\
{									\
	struct __safe_pin_##_name pin = { self, true };			\
									\
	SAFE_PIN_##_name(__SAFE_PIN_DROP, __SAFE_PIN_DROP_ARRAY)	\
	__safe_unpublish_##_name(self);					\
}

/**
 * DEFINE_SAFE_PIN_OWN() - Define an owner of objects that safe_pin_new() makes
 * @_own: the type is struct @_own, see DEFINE_SAFE_OWN()
 * @_name: type of the object, struct @_name
 *
 * Frees with safe_pin_drop() and kfree().  At file scope, without a semicolon.
 *
 * Example::
 *
 *	DEFINE_SAFE_PIN_OWN(foo_pinned, foo)
 */
#define DEFINE_SAFE_PIN_OWN(_own, _name)				\
static inline void __safe_pin_free_##_own(struct _name *self)		\
{									\
	safe_pin_drop(_name, self);					\
	kfree(self);							\
}									\
									\
DEFINE_SAFE_OWN(_own, struct _name, __safe_pin_free_##_own)

/**
 * safe_pin_new() - Allocate an object and initialise it
 * @_own: name of an owner made by DEFINE_SAFE_PIN_OWN()
 * @gfp: as for kmalloc()
 * @_init: the initialiser, a function that returns struct safe_init; is called
 *	   with the memory
 * @args...: further arguments of it; not evaluated if there is no memory
 *
 * Example::
 *
 *	CLASS(foo_pinned, foo)(TRY(safe_pin_new(foo_pinned, GFP_KERNEL, foo_init, "a")));
 *
 * Context: As kmalloc() and @_init.
 * Return: A result with a struct @_own as payload; -ENOMEM, or the error of
 * @_init, after which the memory is freed and nothing else.
 */
#define safe_pin_new(_own, gfp, _init, args...)				\
	__safe_pin_new("safe_pin_new(" #_own ", " #gfp ", " #_init ")", \
		       __UNIQUE_ID(safe_ptr), __UNIQUE_ID(safe_err), _own, gfp, _init, ##args)

/**
 * safe_pin_drop() - Undo a complete object
 * @_name: its type, struct @_name
 * @ptr: the object; its initialiser succeeded, and it was not undone since;
 *	 consumed, but the memory is not freed
 *
 * What was published last goes first, then the fields, in reverse.
 *
 * Example::
 *
 *	safe_pin_drop(bar, &foo->bar);
 *
 * Context: That of the statements in the list.
 */
#define safe_pin_drop(_name, ptr)	\
	((void)__safe_pin_defined(_name), __safe_pin_drop_##_name(ptr))

/**
 * safe_pin_begin() - Begin to initialise an object
 * @_name: its type, struct @_name
 * @ptr: the object; borrowed; nothing in it is valid yet
 *
 * Example::
 *
 *	safe_pin_begin(foo, foo);
 *
 * Context: Any context.
 */
#define safe_pin_begin(_name, ptr)					\
	__safe_pin_begin(_name, ptr, 0)

/**
 * safe_pin_begin_zeroed() - Begin to initialise an object that is set to zero first
 * @_name: its type, struct @_name
 * @ptr: the object; borrowed; nothing in it is valid yet
 *
 * Fields for which the list has nothing to undo may be left out: they are zero.
 *
 * Example::
 *
 *	safe_pin_begin_zeroed(foo, foo);
 *
 * Context: Any context.
 */
#define safe_pin_begin_zeroed(_name, ptr)				\
	__safe_pin_begin(_name, ptr, 1);				\
	memset(__safe_self_##_name, 0, sizeof(struct _name))

/**
 * safe_pin_set() - Give a field its value
 * @_name: the type, struct @_name
 * @_field: the member
 * @val: the value; ownership goes into the field; TRY(..., safe_init) if it may fail
 *
 * Example::
 *
 *	safe_pin_set(foo, id, 1);
 *
 * Context: Any context.
 */
#define safe_pin_set(_name, _field, val)				\
	__safe_pin_step(_name, _field);					\
	__safe_self_##_name->_field = (val);				\
	__safe_pin_guard(_name, _field, __UNIQUE_ID(safe_guard), 1)

/**
 * safe_pin_init() - Initialise a field in place, by something that cannot fail
 * @_name: the type, struct @_name
 * @_field: the member
 * @_init: function or macro; is called with a pointer to the member
 * @args...: further arguments of it
 *
 * Example::
 *
 *	safe_pin_init(foo, lock, mutex_init);
 *	safe_pin_init(foo, work, INIT_WORK, foo_work);
 *
 * Context: That of @_init.
 */
#define safe_pin_init(_name, _field, _init, args...)			\
	__safe_pin_step(_name, _field);					\
	_init(&__safe_self_##_name->_field, ##args);			\
	__safe_pin_guard(_name, _field, __UNIQUE_ID(safe_guard), 1)

/**
 * safe_pin_try() - Initialise a field in place, by something that may fail
 * @_name: the type, struct @_name
 * @_field: the member
 * @_init: function that returns an int, struct safe_init or another result; is
 *	   called with a pointer to the member, and undoes its own work on failure
 * @args...: further arguments of it
 *
 * Example::
 *
 *	safe_pin_try(foo, bar, bar_init, GFP_KERNEL);
 *
 * Context: That of @_init.  Returns from the function on failure.
 */
#define safe_pin_try(_name, _field, _init, args...)			\
	__safe_pin_step(_name, _field);					\
	TRY(_init(&__safe_self_##_name->_field, ##args), safe_init);	\
	__safe_pin_guard(_name, _field, __UNIQUE_ID(safe_guard), 1)

/**
 * safe_pin_init_each() - Initialise each element of an array, if none can fail
 * @_name: the type, struct @_name
 * @_field: the member, an array
 * @_init: function or macro; is called with a pointer to each element
 * @args...: further arguments of it
 *
 * Example::
 *
 *	safe_pin_init_each(foo, queue, INIT_LIST_HEAD);
 *
 * Context: That of @_init.
 */
#define safe_pin_init_each(_name, _field, _init, args...)		\
	__safe_pin_step(_name, _field);					\
	__safe_pin_guard(_name, _field, __safe_guard_##_field, 0);	\
	__safe_pin_for_each(_name, _field)				\
		_init(&__safe_self_##_name->_field[__safe_guard_##_field.__safe_done], ##args)

/**
 * safe_pin_try_each() - Initialise each element of an array, if one may fail
 * @_name: the type, struct @_name
 * @_field: the member, an array
 * @_init: function that returns an int, struct safe_init or another result; is
 *	   called with a pointer to each element, and undoes its own work on failure
 * @args...: further arguments of it
 *
 * Example::
 *
 *	safe_pin_try_each(foo, port, foo_port_init, GFP_KERNEL);
 *
 * Context: That of @_init.  Returns from the function on failure; the elements
 * before are undone.
 */
#define safe_pin_try_each(_name, _field, _init, args...)		\
	__safe_pin_step(_name, _field);					\
	__safe_pin_guard(_name, _field, __safe_guard_##_field, 0);	\
	__safe_pin_for_each(_name, _field)				\
		TRY(_init(&__safe_self_##_name->_field[__safe_guard_##_field.__safe_done], \
			  ##args), safe_init)

/**
 * safe_pin_done() - The object is complete
 * @_name: its type, struct @_name
 *
 * Example::
 *
 *	safe_pin_begin_zeroed(foo, foo);
 *	safe_pin_init(foo, lock, mutex_init);
 *	safe_pin_init_each(foo, port, foo_port_setup);
 *	return safe_pin_done(foo);
 *
 * Context: Process context.
 * Return: A good struct safe_init, to be returned.
 */
#define safe_pin_done(_name) ({						\
	__safe_assert(!__safe_published_##_name, SAFE_E_PIN_PUBLISH,	\
		      "safe_pin_done(" #_name "): struct " #_name " is published; end "	\
		      "with safe_pin_publish()");			\
	__safe_pin_check(_name);					\
	__safe_pin_disarm(_name); })

/**
 * safe_pin_publish() - The object is complete; let others see it
 * @_name: its type, struct @_name
 * @res: an int or a result: what makes it visible; evaluated once
 *
 * If this fails, all fields are undone.
 *
 * Example::
 *
 *	static struct safe_init foo_dev_init(struct foo_dev *foo)
 *	{
 *		safe_pin_begin(foo_dev, foo);
 *		safe_pin_set(foo_dev, misc, foo_misc);
 *		return safe_pin_publish(foo_dev, misc_register(&foo->misc));
 *	}
 *
 * Context: That of @res.
 * Return: A struct safe_init, to be returned.
 */
#define safe_pin_publish(_name, res) ({					\
	__safe_assert(__safe_published_##_name, SAFE_E_PIN_PUBLISH,	\
		      "safe_pin_publish(" #_name ", " #res "): nothing undoes it; write "	\
		      "DEFINE_SAFE_PIN(" #_name ", <statement>)");	\
	__safe_pin_check(_name);					\
	TRY(res, safe_init);						\
	__safe_pin_disarm(_name); })

/* private: */

static __always_inline struct safe_init __safe_err_safe_init(long err)
{
	return (struct safe_init){ .__safe_err = err };
}

/*
 * Names that the compiler prints.  They stand in macros of their own: only then does
 * it add the line where the macro around them is used.
 */
#define __SAFE_PIN_MARK			SAFE_E_PIN_MARK_write_SAFE_PINNED_last
#define __safe_pin_defined(_name)	SAFE_E_PIN_LIST_write_DEFINE_SAFE_PIN_##_name
#define __safe_pin_at(_name, _field)	SAFE_E_PIN_TWICE_##_name##_##_field

/* ---- the list ---- */

/*
 * For each field: an enumerator that says where it is initialised, here nowhere;
 * each step declares it again in the block that it stands in.  Its name is what
 * the compiler prints when a step is there twice.  And the cleanup of a variable
 * that exists once the field is done.
 */
#define __SAFE_PIN_FIELD(_name, _field, _undo...)			\
	__SAFE_PIN_PLACE(_name, _field, _undo)				\
									\
static __always_inline							\
void __safe_undo_##_name##_##_field(struct _name *_T)			\
{									\
	_undo;								\
}									\
									\
static __always_inline							\
void __safe_unwind_##_name##_##_field(struct __safe_guard_##_name *guard)	\
{									\
	if (guard->__safe_pin_of->__safe_is_armed)			\
		__safe_undo_##_name##_##_field(guard->__safe_pin_of->__safe_object);	\
}

#define __SAFE_PIN_ARRAY(_name, _field, _undo...)			\
	__SAFE_PIN_PLACE(_name, _field, _undo)				\
									\
static __always_inline							\
void __safe_undo_##_name##_##_field(typeof(((struct _name *)0)->_field[0]) *_T)	\
{									\
	_undo;								\
}									\
									\
static __always_inline							\
void __safe_unwind_##_name##_##_field(struct __safe_guard_##_name *guard)	\
{									\
	struct _name *self = guard->__safe_pin_of->__safe_object;	\
									\
	if (guard->__safe_pin_of->__safe_is_armed && __safe_has_undo_##_name##_##_field)	\
		while (guard->__safe_done--)				\
			__safe_undo_##_name##_##_field(&self->_field[guard->__safe_done]);	\
}

#define __SAFE_PIN_PLACE(_name, _field, _undo...)			\
enum {									\
	__safe_pin_at(_name, _field) = -1,				\
	__safe_has_undo_##_name##_##_field = sizeof(#_undo) > 1,	\
};

/* A comma behind the field, and nothing that undoes it: the statement was forgotten. */
#define __SAFE_PIN_COMMA(_name, _args...)	\
	__safe_pin_comma(_name, sizeof(#_args), _args)
#define __safe_pin_comma(_name, size, _field, _undo...)			\
_Static_assert((size) != sizeof(#_field ","),				\
	       "SAFE_E_PIN_LIST: " #_name "." #_field ": nothing stands behind the comma; "	\
	       "write the statement that undoes it, or no comma");

/*
 * As many initialisers as fields: the compiler names the one that has none.
 * (clang would count the mark as one.)
 */
#ifdef __clang__
# define SAFE_E_PIN_LIST(_name)	do { } while (0)
#else
# define SAFE_E_PIN_LIST(_name) do {					\
	_Pragma("GCC diagnostic push")					\
	_Pragma("GCC diagnostic ignored \"-Wmissing-braces\"")		\
	_Pragma("GCC diagnostic error \"-Wmissing-field-initializers\"")	\
	(void)sizeof((struct _name){ SAFE_PIN_##_name(__SAFE_PIN_VALUE, __SAFE_PIN_BRACES) }); \
	(void)sizeof(((struct _name *)0)->SAFE_E_PIN_MARK_write_SAFE_PINNED_last); \
	_Pragma("GCC diagnostic pop")					\
} while (0)
#endif
#define __SAFE_PIN_VALUE(_name, _field, _undo...)	((struct _name *)0)->_field,
#define __SAFE_PIN_BRACES(_name, _field, _undo...)	{ },

/* Cleanups run in reverse: each field gets its own, all are armed. */
#define __SAFE_PIN_DROP(_name, _field, _undo...)			\
	struct __safe_guard_##_name __safe_guard_##_field		\
		__cleanup(__safe_unwind_##_name##_##_field) = { &pin, 1 };
#define __SAFE_PIN_DROP_ARRAY(_name, _field, _undo...)			\
	struct __safe_guard_##_name __safe_guard_##_field		\
		__cleanup(__safe_unwind_##_name##_##_field) =		\
			{ &pin, ARRAY_SIZE(self->_field) };

/* ---- the steps ---- */

#define __safe_pin_begin(_name, ptr, _zeroed)				\
	enum { __safe_zeroed_##_name = __safe_pin_defined(_name) + (_zeroed) };	\
	struct _name *const __safe_self_##_name = (ptr);		\
	struct __safe_pin_##_name __safe_pin_##_name __maybe_unused =	\
		{ __safe_self_##_name, true }

#define __safe_pin_step(_name, _field)	\
	enum { __safe_pin_at(_name, _field) = __COUNTER__ }

#define __safe_pin_guard(_name, _field, _guard, n)			\
	struct __safe_guard_##_name _guard				\
		__cleanup(__safe_unwind_##_name##_##_field) = { &__safe_pin_##_name, n }

#define __safe_pin_for_each(_name, _field)				\
	for (; __safe_guard_##_field.__safe_done < ARRAY_SIZE(__safe_self_##_name->_field); \
	     __safe_guard_##_field.__safe_done++)

#define __safe_pin_disarm(_name) ({					\
	__safe_pin_##_name.__safe_is_armed = false;			\
	(struct safe_init){ .__safe_err = 0 }; })

/*
 * An enumerator without a value is one more than the one before it: in front of
 * each field stands the least place that it may have.
 */
#define __safe_pin_check(_name)						\
	enum { __safe_first_##_name = -1,				\
	       SAFE_PIN_##_name(__SAFE_PIN_ORDER, __SAFE_PIN_ORDER) };	\
	SAFE_PIN_##_name(__SAFE_PIN_ASSERT, __SAFE_PIN_ASSERT)

#define __SAFE_PIN_ORDER(_name, _field, _undo...)			\
	__safe_least_##_name##_##_field,				\
	__safe_place_##_name##_##_field = __safe_pin_at(_name, _field) < 0 ?	\
		__safe_least_##_name##_##_field - 1 : __safe_pin_at(_name, _field),

#define __SAFE_PIN_ASSERT(_name, _field, _undo...)			\
_Static_assert(__safe_pin_at(_name, _field) >= 0 ||			\
	       (__safe_zeroed_##_name && !__safe_has_undo_##_name##_##_field),	\
	       "SAFE_E_PIN_MISSING: " #_name "." #_field ": not initialised; write "	\
	       "safe_pin_set(" #_name ", " #_field ", ...) or the like in this block");	\
_Static_assert(__safe_pin_at(_name, _field) < 0 ||			\
	       (int)__safe_pin_at(_name, _field) >= (int)__safe_least_##_name##_##_field,	\
	       "SAFE_E_PIN_ORDER: " #_name "." #_field ": initialised before a field that "	\
	       "stands above it in SAFE_PIN_" #_name "; it would be undone in the wrong "	\
	       "order; change one of both");

#define __safe_pin_new(_call, _p, _err, _own, gfp, _init, args...) ({	\
	typeof(((struct _own *)0)->__safe_own) _p = kmalloc(sizeof(*_p), gfp);	\
	_Static_assert(__builtin_types_compatible_p(typeof(_init(_p, ##args)), struct safe_init), \
		       "SAFE_E_PIN_NEW: " _call ": the initialiser must return struct safe_init"); \
	int _err = !_p ? -ENOMEM : __builtin_choose_expr(		\
		__builtin_types_compatible_p(typeof(_init(_p, ##args)), struct safe_init), \
		_init(_p, ##args), (struct safe_init){}).__safe_err;	\
	if (_p && _err) {						\
		kfree(_p);						\
		_p = NULL;						\
	}								\
	(struct __SAFE_RESULT(struct _own, int, struct __safe_no_rest) __designated_init) { \
		.__safe_err = _err, .__safe_val = __safe_take_##_own(_p) }; })

/*
 * What the steps know of each other is for them alone: beyond this line only the
 * macros above may name it.
 */
#pragma GCC poison __safe_object __safe_is_armed __safe_pin_of __safe_done

/* public: */

#endif /* _SAFE_PIN_H */
