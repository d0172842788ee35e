/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Memory of user space, for the cases about it.
 */
#ifndef _MISUSE_USER_PAGE_H
#define _MISUSE_USER_PAGE_H

#include <linux/mm.h>
#include <linux/mman.h>
#include <linux/uaccess.h>

/* A page of the process that loads the module, with @n bytes of @from in it. */
static void __user *user_page(const void *from, size_t n)
{
	unsigned long page = vm_mmap(NULL, 0, PAGE_SIZE, PROT_READ | PROT_WRITE,
				     MAP_PRIVATE | MAP_ANONYMOUS, 0);

	if (IS_ERR_VALUE(page) || copy_to_user((void __user *)page, from, n))
		return NULL;
	return (void __user *)page;
}

#endif /* _MISUSE_USER_PAGE_H */
