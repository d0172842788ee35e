// SPDX-License-Identifier: GPL-2.0
/* What is said of a pointer, in places that are none. */
#include <linux/types.h>
#include <safe/annotations.h>

struct foo {
	int id;
};

/* A number has no owner. */
void int_takes(int __takes id);			/* { dg-error "'safe_takes' on 'int', which is not a pointer.*SAFE_E_ATTRIBUTE" } */
int int_takes_if(int __takes_if("ret == 0") id);	/* { dg-error "'safe_takes_if' on 'int', which is not a pointer.*SAFE_E_ATTRIBUTE" } */
void int_puts(int __puts id);			/* { dg-error "'safe_puts' on 'int', which is not a pointer.*SAFE_E_ATTRIBUTE" } */
void int_counter(int __counter id);		/* { dg-error "'safe_counter' on 'int', which is not a pointer.*SAFE_E_ATTRIBUTE" } */
void int_borrowed(int __borrowed id);		/* { dg-error "'safe_borrowed' on 'int', which is not a pointer.*SAFE_E_ATTRIBUTE" } */
void int_deref(int __deref id);			/* { dg-error "'safe_deref' on 'int', which is not a pointer.*SAFE_E_ATTRIBUTE" } */
void int_no_error(long __no_error id);		/* { dg-error "'safe_no_error' on 'long int', which is not a pointer.*SAFE_E_ATTRIBUTE" } */
void int_may_be_error(long __may_be_error id);	/* { dg-error "'safe_may_be_error' on 'long int', which is not a pointer.*SAFE_E_ATTRIBUTE" } */
void int_error_only(long __error_only id);	/* { dg-error "'safe_error_only' on 'long int', which is not a pointer.*SAFE_E_ATTRIBUTE" } */
void int_owned(int __owned id);			/* { dg-error "'safe_owned' on 'int', which is not a pointer.*SAFE_E_ATTRIBUTE" } */

/* Behind the parameters, it is about the function. */
void after_takes(struct foo *foo) __takes;	/* { dg-error "'safe_takes' belongs to a pointer parameter, not to the function.*SAFE_E_ATTRIBUTE" } */
int after_takes_if(struct foo *foo) __takes_if("ret == 0");	/* { dg-error "'safe_takes_if' belongs to a pointer parameter, not to the function.*SAFE_E_ATTRIBUTE" } */
void after_puts(struct foo *foo) __puts;	/* { dg-error "'safe_puts' belongs to a pointer parameter, not to the function.*SAFE_E_ATTRIBUTE" } */
void after_counter(struct foo *foo) __counter;	/* { dg-error "'safe_counter' belongs to a pointer parameter, not to the function.*SAFE_E_ATTRIBUTE" } */
void after_borrowed(struct foo *foo) __borrowed;	/* { dg-error "'safe_borrowed' belongs to a pointer parameter, not to the function.*SAFE_E_ATTRIBUTE" } */
void after_deref(struct foo *foo) __deref;	/* { dg-error "'safe_deref' belongs to a pointer parameter, not to the function.*SAFE_E_ATTRIBUTE" } */
void after_no_error(struct foo *foo) __no_error;	/* { dg-error "'safe_no_error' belongs to a pointer parameter, not to the function.*SAFE_E_ATTRIBUTE" } */
void after_may_be_error(struct foo *foo) __may_be_error;	/* { dg-error "'safe_may_be_error' belongs to a pointer parameter, not to the function.*SAFE_E_ATTRIBUTE" } */
void after_error_only(struct foo *foo) __error_only;	/* { dg-error "'safe_error_only' belongs to a pointer parameter, not to the function.*SAFE_E_ATTRIBUTE" } */
struct foo *after_owned(int id) __owned;	/* { dg-error "'safe_owned' belongs to a pointer in a struct.*write '__returns_owned'.*SAFE_E_ATTRIBUTE" } */

/* In the place of what is returned, nobody reads it. */
struct foo * __takes returned_takes(int id);	/* { dg-error "'safe_takes' stands at what 'returned_takes' returns.*SAFE_E_ATTRIBUTE" } */
struct foo * __takes_if("ret != 0") returned_takes_if(int id);	/* { dg-error "'safe_takes_if' stands at what 'returned_takes_if' returns.*SAFE_E_ATTRIBUTE" } */
struct foo * __puts returned_puts(int id);	/* { dg-error "'safe_puts' stands at what 'returned_puts' returns.*SAFE_E_ATTRIBUTE" } */
struct foo * __counter returned_counter(int id);	/* { dg-error "'safe_counter' stands at what 'returned_counter' returns.*SAFE_E_ATTRIBUTE" } */
struct foo * __borrowed returned_borrowed(int id);	/* { dg-error "'safe_borrowed' stands at what 'returned_borrowed' returns.*SAFE_E_ATTRIBUTE" } */
struct foo * __deref returned_deref(int id);	/* { dg-error "'safe_deref' stands at what 'returned_deref' returns.*SAFE_E_ATTRIBUTE" } */
struct foo * __no_error returned_no_error(int id);	/* { dg-error "'safe_no_error' stands at what 'returned_no_error' returns.*SAFE_E_ATTRIBUTE" } */
struct foo * __may_be_error returned_may_be_error(int id);	/* { dg-error "'safe_may_be_error' stands at what 'returned_may_be_error' returns.*SAFE_E_ATTRIBUTE" } */
struct foo * __error_only returned_error_only(int id);	/* { dg-error "'safe_error_only' stands at what 'returned_error_only' returns.*SAFE_E_ATTRIBUTE" } */
struct foo * __owned returned_owned(int id);	/* { dg-error "'safe_owned' stands at what 'returned_owned' returns.*SAFE_E_ATTRIBUTE" } */

/* Functions are not owned. */
void function_takes(void (* __takes call)(int id));	/* { dg-error "'safe_takes' on a pointer to a function.*SAFE_E_ATTRIBUTE" } */
int function_takes_if(void (* __takes_if("ret == 0") call)(int id));	/* { dg-error "'safe_takes_if' on a pointer to a function.*SAFE_E_ATTRIBUTE" } */
void function_puts(void (* __puts call)(int id));	/* { dg-error "'safe_puts' on a pointer to a function.*SAFE_E_ATTRIBUTE" } */
void function_counter(void (* __counter call)(int id));	/* { dg-error "'safe_counter' on a pointer to a function.*SAFE_E_ATTRIBUTE" } */
void function_borrowed(void (* __borrowed call)(int id));	/* { dg-error "'safe_borrowed' on a pointer to a function.*SAFE_E_ATTRIBUTE" } */
void function_deref(void (* __deref call)(int id));	/* { dg-error "'safe_deref' on a pointer to a function.*SAFE_E_ATTRIBUTE" } */
void function_no_error(void (* __no_error call)(int id));	/* { dg-error "'safe_no_error' on a pointer to a function.*SAFE_E_ATTRIBUTE" } */
void function_may_be_error(void (* __may_be_error call)(int id));	/* { dg-error "'safe_may_be_error' on a pointer to a function.*SAFE_E_ATTRIBUTE" } */
void function_error_only(void (* __error_only call)(int id));	/* { dg-error "'safe_error_only' on a pointer to a function.*SAFE_E_ATTRIBUTE" } */
void function_owned(void (* __owned call)(int id));	/* { dg-error "'safe_owned' on a pointer to a function.*SAFE_E_ATTRIBUTE" } */

/* A parameter that is taken over is not an out parameter. */
void parameter_owned(struct foo * __owned foo);	/* { dg-error "'safe_owned' of parameter 1 of 'parameter_owned'.*SAFE_E_ATTRIBUTE" } */

/* Nor is any of it about objects, members and variables that are no pointers. */
struct bar {
	int __owned number;			/* { dg-error "'safe_owned' on 'int', which is not a pointer.*SAFE_E_ATTRIBUTE" } */
	struct foo __owned foo;			/* { dg-error "'safe_owned' on 'struct foo', which is not a pointer.*SAFE_E_ATTRIBUTE" } */
	void (* __owned call)(int id);		/* { dg-error "'safe_owned' on a pointer to a function.*SAFE_E_ATTRIBUTE" } */
	void (*release)(int __takes id);	/* { dg-error "'safe_takes' on 'int', which is not a pointer.*SAFE_E_ATTRIBUTE" } */
};

typedef int __borrowed foo_id;			/* { dg-error "'safe_borrowed' on 'int', which is not a pointer.*SAFE_E_ATTRIBUTE" } */

extern int __owned foo_count;			/* { dg-error "'safe_owned' on 'int', which is not a pointer.*SAFE_E_ATTRIBUTE" } */

int local(void);
int local(void)
{
	int __owned id = 0;			/* { dg-error "'safe_owned' on 'int', which is not a pointer.*SAFE_E_ATTRIBUTE" } */

	return id;
}

/* Of a declaration of several lines, the one with the mistake is blamed. */
int several_lines(struct foo *foo,
		  int __takes id,		/* { dg-error "'safe_takes' on 'int'.*SAFE_E_ATTRIBUTE" } */
		  int flags);
