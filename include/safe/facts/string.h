/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Copies of strings and memory, and functions that only look at them.
 */
#ifndef _SAFE_FACTS_STRING_H
#define _SAFE_FACTS_STRING_H

#include <linux/string.h>
#include <linux/kernel.h>
#include <linux/string_helpers.h>
#include <linux/ctype.h>
#include <linux/kstrtox.h>
#include <safe/annotations.h>

#define __slab_string __returns_owned __returns_null \
	__released_by("kfree", "kfree_sensitive", "kvfree")
#define __slab_user_copy __returns_owned __returns_err \
	__released_by("kfree", "kfree_sensitive", "kvfree")

char *kstrdup(const char * __borrowed s, gfp_t gfp) __slab_string;
char *kstrndup(const char * __borrowed s, size_t len, gfp_t gfp) __slab_string;
void *kmemdup(const void * __borrowed __deref src, size_t len, gfp_t gfp) __slab_string;
char *kmemdup_nul(const char * __borrowed __deref s, size_t len, gfp_t gfp) __slab_string;
char *kasprintf(gfp_t gfp, const char * __borrowed fmt, ...) __slab_string;
char *kvasprintf(gfp_t gfp, const char * __borrowed fmt, va_list args) __slab_string;
char *kstrdup_quotable(const char * __borrowed src, gfp_t gfp) __slab_string;
void *memdup_user(const void __user * __borrowed, size_t) __slab_user_copy;
void *memdup_user_nul(const void __user * __borrowed, size_t) __slab_user_copy;
void *memdup_array_user(const void __user * __borrowed src, size_t n, size_t size)
		__slab_user_copy;
char *strndup_user(const char __user * __borrowed, long) __slab_user_copy;
void *vmemdup_user(const void __user * __borrowed, size_t) __returns_owned __returns_err
		__released_by("kvfree");
void *vmemdup_array_user(const void __user * __borrowed src, size_t n, size_t size)
		__returns_owned __returns_err __released_by("kvfree");

__kernel_size_t strlen(const char * __borrowed __deref);
__kernel_size_t strnlen(const char * __borrowed __deref, __kernel_size_t);
/* What these are where the kernel is fortified. */
__kernel_size_t __fortify_strlen(const char * __borrowed __deref p);
__kernel_size_t __real_strnlen(const char * __borrowed __deref, __kernel_size_t);
int strcmp(const char * __borrowed __deref, const char * __borrowed __deref);
int strncmp(const char * __borrowed __deref, const char * __borrowed __deref,
		__kernel_size_t);
int strcasecmp(const char * __borrowed __deref s1, const char * __borrowed __deref s2);
int strncasecmp(const char * __borrowed __deref s1, const char * __borrowed __deref s2,
		size_t n);
bool sysfs_streq(const char * __borrowed __deref s1, const char * __borrowed __deref s2);
bool strstarts(const char * __borrowed __deref str,
		const char * __borrowed __deref prefix);
char *strcpy(char * __borrowed __deref, const char * __borrowed __deref);
char *strncpy(char * __borrowed __deref, const char * __borrowed __deref,
		__kernel_size_t);
size_t strlcpy(char * __borrowed __deref, const char * __borrowed __deref, size_t);
ssize_t strscpy(char * __borrowed __deref, const char * __borrowed __deref, size_t);
ssize_t strscpy_pad(char * __borrowed __deref dest, const char * __borrowed __deref src,
		size_t count);
char *strcat(char * __borrowed __deref, const char * __borrowed __deref);
char *strncat(char * __borrowed __deref, const char * __borrowed __deref,
		__kernel_size_t);
size_t strlcat(char * __borrowed __deref, const char * __borrowed __deref,
		__kernel_size_t);
void *memset(void * __borrowed __deref, int, __kernel_size_t);
void *memcpy(void * __borrowed __deref, const void * __borrowed __deref, __kernel_size_t);
void *memmove(void * __borrowed __deref, const void * __borrowed __deref,
		__kernel_size_t);
int memcmp(const void * __borrowed __deref, const void * __borrowed __deref,
		__kernel_size_t);
void memzero_explicit(void * __borrowed __deref s, size_t count);
int match_string(const char * const * __borrowed array, size_t n,
		const char * __borrowed string);
int snprintf(char * __borrowed buf, size_t size, const char * __borrowed fmt, ...);
int scnprintf(char * __borrowed buf, size_t size, const char * __borrowed fmt, ...);
int sprintf(char * __borrowed __deref buf, const char * __borrowed fmt, ...);
int vsnprintf(char * __borrowed buf, size_t size, const char * __borrowed fmt,
		va_list args);
int vscnprintf(char * __borrowed buf, size_t size, const char * __borrowed fmt,
		va_list args);
int sscanf(const char * __borrowed __deref, const char * __borrowed, ...);
int kstrtoint(const char * __borrowed __deref s, unsigned int base, int * __borrowed res);
int kstrtouint(const char * __borrowed __deref s, unsigned int base,
		unsigned int * __borrowed res);
int kstrtou8(const char * __borrowed __deref s, unsigned int base, u8 * __borrowed res);
int kstrtou16(const char * __borrowed __deref s, unsigned int base, u16 * __borrowed res);
int kstrtobool(const char * __borrowed __deref s, bool * __borrowed res);
int kstrtoull(const char * __borrowed __deref s, unsigned int base,
		unsigned long long * __borrowed res);
int kstrtoll(const char * __borrowed __deref s, unsigned int base,
		long long * __borrowed res);
int _kstrtoul(const char * __borrowed __deref s, unsigned int base,
		unsigned long * __borrowed res);
int _kstrtol(const char * __borrowed __deref s, unsigned int base, long * __borrowed res);
unsigned long simple_strtoul(const char * __borrowed __deref, char **, unsigned int);
long simple_strtol(const char * __borrowed __deref, char **, unsigned int);
unsigned long long simple_strtoull(const char * __borrowed __deref, char **,
		unsigned int);
void string_get_size(u64 size, u64 blk_size, enum string_size_units units,
		char * __borrowed buf, int len);

#endif /* _SAFE_FACTS_STRING_H */
