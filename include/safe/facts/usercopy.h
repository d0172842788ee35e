/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Copies from and to user space.
 */
#ifndef _SAFE_FACTS_USERCOPY_H
#define _SAFE_FACTS_USERCOPY_H

#include <linux/uaccess.h>
#include <safe/annotations.h>

unsigned long copy_from_user(void * __borrowed to, const void __user * __borrowed from,
		unsigned long n) __sleeps;
unsigned long copy_to_user(void __user * __borrowed to, const void * __borrowed from,
		unsigned long n) __sleeps;
unsigned long _copy_from_user(void * __borrowed to, const void __user * __borrowed from,
		unsigned long n);
unsigned long _copy_to_user(void __user * __borrowed to, const void * __borrowed from,
		unsigned long n);

#endif /* _SAFE_FACTS_USERCOPY_H */
