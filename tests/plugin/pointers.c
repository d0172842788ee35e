// SPDX-License-Identifier: GPL-2.0
/* What the type of a pointer to a function says holds for each call through it. */
#include <linux/err.h>
#include <linux/errno.h>
#include <linux/types.h>
#include <safe/annotations.h>

struct foo {
	int id;
};

typedef void foo_put(struct foo * __takes foo);
typedef void (*foo_put_ptr)(struct foo * __takes foo);
typedef struct foo *foo_get(int id) __returns_owned __returns_null __released_by("put_foo");
typedef struct foo *(*foo_get_ptr)(int id) __returns_owned __returns_null __released_by("put_foo");

struct foo_ops {
	struct foo *(*get)(int id) __returns_owned __returns_null __released_by("put_foo");
	struct foo *(*find)(int id) __returns_err;
	foo_get *get_typed;
	foo_get_ptr get_ptr;
	void (*put)(struct foo * __takes foo);
	foo_put *put_typed;
	foo_put_ptr put_ptr;
	int (*add)(struct foo * __takes_if("ret == 0") foo);
};

int member(const struct foo_ops *ops, struct foo *foo);
int member(const struct foo_ops *ops, struct foo *foo)
{
	ops->put(foo);
	return foo->id;		/* { dg-error "'foo' is used after it was given.*SAFE_E_USE_AFTER_MOVE" } */
}

int member_of_function_type(const struct foo_ops *ops, struct foo *foo);
int member_of_function_type(const struct foo_ops *ops, struct foo *foo)
{
	ops->put_typed(foo);
	return foo->id;		/* { dg-error "'foo' is used after it was given.*SAFE_E_USE_AFTER_MOVE" } */
}

int member_of_pointer_type(const struct foo_ops *ops, struct foo *foo);
int member_of_pointer_type(const struct foo_ops *ops, struct foo *foo)
{
	ops->put_ptr(foo);
	return foo->id;		/* { dg-error "'foo' is used after it was given.*SAFE_E_USE_AFTER_MOVE" } */
}

int condition(const struct foo_ops *ops, struct foo *foo);
int condition(const struct foo_ops *ops, struct foo *foo)
{
	if (ops->add(foo))
		return -EINVAL;
	return foo->id;		/* { dg-error "'foo' is used after it was given.*SAFE_E_USE_AFTER_MOVE" } */
}

int parameter(foo_put *put, struct foo *foo);
int parameter(foo_put *put, struct foo *foo)
{
	put(foo);
	return foo->id;		/* { dg-error "'foo' is used after it was given.*SAFE_E_USE_AFTER_MOVE" } */
}

int plain_parameter(void (*put)(struct foo * __takes foo), struct foo *foo);
int plain_parameter(void (*put)(struct foo * __takes foo), struct foo *foo)
{
	put(foo);
	return foo->id;		/* { dg-error "'foo' is used after it was given.*SAFE_E_USE_AFTER_MOVE" } */
}

int leaked(const struct foo_ops *ops);
int leaked(const struct foo_ops *ops)
{
	struct foo *foo = ops->get(1);

	return foo ? 0 : -ENOMEM;	/* { dg-error "'foo' is leaked.*release it with put_foo\(\).*SAFE_E_LEAK" } */
}

int leaked_typed(const struct foo_ops *ops);
int leaked_typed(const struct foo_ops *ops)
{
	struct foo *foo = ops->get_typed(1);

	return foo ? 0 : -ENOMEM;	/* { dg-error "'foo' is leaked.*SAFE_E_LEAK" } */
}

int leaked_ptr(const struct foo_ops *ops);
int leaked_ptr(const struct foo_ops *ops)
{
	struct foo *foo = ops->get_ptr(1);

	return foo ? 0 : -ENOMEM;	/* { dg-error "'foo' is leaked.*SAFE_E_LEAK" } */
}

int unchecked(struct foo *(*find)(int id) __returns_null);
int unchecked(struct foo *(*find)(int id) __returns_null)
{
	struct foo *foo = find(1);

	return foo->id;		/* { dg-error "'foo' is used but may be NULL.*SAFE_E_UNCHECKED_NULL" } */
}

int unchecked_err(const struct foo_ops *ops);
int unchecked_err(const struct foo_ops *ops)
{
	struct foo *foo = ops->find(1);

	return foo->id;		/* { dg-error "'foo' is used.*error.*SAFE_E_UNCHECKED_ERR" } */
}

/* A function that is declared by a typedef, and the type of another one. */
foo_get get_foo;
void put_foo(struct foo * __takes foo);

int declared_by_typedef(void);
int declared_by_typedef(void)
{
	struct foo *foo = get_foo(1);

	return foo ? 0 : -ENOMEM;	/* { dg-error "'foo' is leaked.*SAFE_E_LEAK" } */
}

int type_of_another(struct foo *foo);
int type_of_another(struct foo *foo)
{
	typeof(&put_foo) put = foo->id ? put_foo : NULL;

	if (put)
		put(foo);
	return put ? foo->id : 0;	/* { dg-error "'foo' is used after it was given.*SAFE_E_USE_AFTER_MOVE" } */
}
