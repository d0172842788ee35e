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
char *strncpy(char * __borrowed __deref, const char * __borrowed __deref, __kernel_size_t)
		__kernels("6.1", "6.12");
size_t strlcpy(char * __borrowed __deref, const char * __borrowed __deref, size_t)
		__kernels("6.1");
ssize_t strscpy(char * __borrowed __deref, const char * __borrowed __deref, size_t)
		__kernels("6.1");
ssize_t strscpy_pad(char * __borrowed __deref dest, const char * __borrowed __deref src,
		size_t count) __kernels("6.1");
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
int kstrtoint(const char * __borrowed __deref s, unsigned int base, int * __borrowed res)
		__must_look;
int kstrtouint(const char * __borrowed __deref s, unsigned int base,
		unsigned int * __borrowed res) __must_look;
int kstrtou8(const char * __borrowed __deref s, unsigned int base, u8 * __borrowed res)
		__must_look;
int kstrtou16(const char * __borrowed __deref s, unsigned int base, u16 * __borrowed res)
		__must_look;
int kstrtobool(const char * __borrowed __deref s, bool * __borrowed res) __must_look;
int kstrtoull(const char * __borrowed __deref s, unsigned int base,
		unsigned long long * __borrowed res) __must_look;
int kstrtoll(const char * __borrowed __deref s, unsigned int base,
		long long * __borrowed res) __must_look;
int _kstrtoul(const char * __borrowed __deref s, unsigned int base,
		unsigned long * __borrowed res);
int _kstrtol(const char * __borrowed __deref s, unsigned int base, long * __borrowed res);
unsigned long simple_strtoul(const char * __borrowed __deref, char **, unsigned int);
long simple_strtol(const char * __borrowed __deref, char **, unsigned int);
unsigned long long simple_strtoull(const char * __borrowed __deref, char **,
		unsigned int);
void string_get_size(u64 size, u64 blk_size, enum string_size_units units,
		char * __borrowed buf, int len);
const char *kstrdup_const(const char * __borrowed s, gfp_t gfp) __returns_owned
		__returns_null __released_by("kfree_const");
char *kstrdup_quotable_cmdline(struct task_struct * __borrowed task, gfp_t gfp)
		__returns_owned __returns_null __released_by("kfree");
char *kstrdup_quotable_file(struct file * __borrowed file, gfp_t gfp) __returns_owned
		__returns_null __released_by("kfree");
char *kstrdup_and_replace(const char * __borrowed src, char old, char new, gfp_t gfp)
		__slab_string __kernels("6.12", "7.3");
char **kasprintf_strarray(gfp_t gfp, const char * __borrowed prefix, size_t n)
		__returns_owned __returns_null __released_by("kfree_strarray");
void kfree_strarray(char ** __takes array, size_t n);
const char *kvasprintf_const(gfp_t gfp, const char * __borrowed fmt, va_list args)
		__returns_owned __returns_null __released_by("kfree_const");
int parse_int_array_user(const char __user * __borrowed from, size_t count,
		int * __owned *array) __released_by("kfree");
char **argv_split(gfp_t gfp, const char * __borrowed str, int * __borrowed argcp)
		__returns_owned __returns_null __released_by("argv_free");
void argv_free(char ** __takes argv);
char *strchr(const char * __borrowed __deref, int);
char *strrchr(const char * __borrowed __deref, int);
char *strstr(const char * __borrowed __deref, const char * __borrowed __deref);
char *strnstr(const char * __borrowed __deref, const char * __borrowed __deref, size_t);
char *strpbrk(const char * __borrowed __deref, const char * __borrowed __deref);
__kernel_size_t strspn(const char * __borrowed __deref, const char * __borrowed __deref);
__kernel_size_t strcspn(const char * __borrowed __deref, const char * __borrowed __deref);
char *strnchr(const char * __borrowed __deref, size_t, int);
char *strchrnul(const char * __borrowed __deref, int);
void *memchr(const void * __borrowed __deref, int, __kernel_size_t);
void *memchr_inv(const void * __borrowed __deref s, int c, size_t n);
void *memscan(void * __borrowed __deref, int, __kernel_size_t);
char *skip_spaces(const char * __borrowed __deref);
char *strim(char * __borrowed __deref);
int kstrtou64(const char * __borrowed __deref s, unsigned int base, u64 * __borrowed res);
int kstrtos64(const char * __borrowed __deref s, unsigned int base, s64 * __borrowed res);
int kstrtou32(const char * __borrowed __deref s, unsigned int base, u32 * __borrowed res);
int kstrtos8(const char * __borrowed __deref s, unsigned int base, s8 * __borrowed res);
int kstrtos16(const char * __borrowed __deref s, unsigned int base, s16 * __borrowed res);
int kstrtoul(const char * __borrowed __deref s, unsigned int base,
		unsigned long * __borrowed res) __must_look;
int kstrtol(const char * __borrowed __deref s, unsigned int base, long * __borrowed res)
		__must_look;
int kstrtoint_from_user(const char __user * __borrowed s, size_t count, unsigned int base,
		int * __borrowed res) __must_look;
int kstrtouint_from_user(const char __user * __borrowed s, size_t count,
		unsigned int base, unsigned int * __borrowed res) __must_look;
int kstrtoul_from_user(const char __user * __borrowed s, size_t count, unsigned int base,
		unsigned long * __borrowed res) __must_look;
int kstrtol_from_user(const char __user * __borrowed s, size_t count, unsigned int base,
		long * __borrowed res) __must_look;
int kstrtoull_from_user(const char __user * __borrowed s, size_t count, unsigned int base,
		unsigned long long * __borrowed res) __must_look;
int kstrtou8_from_user(const char __user * __borrowed s, size_t count, unsigned int base,
		u8 * __borrowed res) __must_look;
int kstrtou16_from_user(const char __user * __borrowed s, size_t count, unsigned int base,
		u16 * __borrowed res) __must_look;
int kstrtobool_from_user(const char __user * __borrowed s, size_t count,
		bool * __borrowed res) __must_look;
int vsprintf(char * __borrowed __deref buf, const char * __borrowed, va_list);
int vsscanf(const char * __borrowed __deref, const char * __borrowed, va_list);
int strtobool(const char * __borrowed __deref s, bool * __borrowed res) __must_look
		__kernels("6.1");
int string_unescape(char * __borrowed __deref src, char * __borrowed __deref dst,
		size_t size, unsigned int flags);
int string_escape_mem(const char * __borrowed src, size_t isz, char * __borrowed dst,
		size_t osz, unsigned int flags, const char *only);
void memcpy_and_pad(void * __borrowed __deref dest, size_t dest_len,
		const void * __borrowed __deref src, size_t count, int pad);
int __sysfs_match_string(const char *const * __borrowed array, size_t n,
		const char * __borrowed s);
bool mem_is_zero(const void * __borrowed __deref s, size_t n);
char *strreplace(char * __borrowed __deref s, char old, char new);
char *strsep(char ** __borrowed, const char * __borrowed);

#endif /* _SAFE_FACTS_STRING_H */
