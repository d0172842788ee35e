/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Helpers of lib/.
 */
#ifndef _SAFE_FACTS_LIB_H
#define _SAFE_FACTS_LIB_H

#include <linux/random.h>
#include <linux/crc32.h>
#include <linux/kernel.h>
#include <linux/hex.h>
#include <safe/annotations.h>

void get_random_bytes(void * __borrowed buf, size_t len);
int hex2bin(u8 * __borrowed __deref dst, const char * __borrowed __deref src,
		size_t count);
char *bin2hex(char * __borrowed __deref dst, const void * __borrowed __deref src,
		size_t count);
u32 crc32_le(u32 crc, unsigned char const * __borrowed p, size_t len);

#endif /* _SAFE_FACTS_LIB_H */
