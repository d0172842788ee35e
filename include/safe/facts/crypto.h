/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Transformations and their requests.
 */
#ifndef _SAFE_FACTS_CRYPTO_H
#define _SAFE_FACTS_CRYPTO_H

#include <crypto/hash.h>
#include <crypto/skcipher.h>
#include <crypto/aead.h>
#include <crypto/akcipher.h>
#include <crypto/kpp.h>
#include <crypto/rng.h>
#include <linux/crypto.h>
#include <crypto/acompress.h>
#include <crypto/internal/cipher.h>
#include <safe/annotations.h>

struct crypto_shash *crypto_alloc_shash(const char * __borrowed alg_name, u32 type,
		u32 mask) __returns_owned __returns_err
		__released_by("crypto_free_shash");
void crypto_free_shash(struct crypto_shash * __takes tfm);
struct crypto_ahash *crypto_alloc_ahash(const char * __borrowed alg_name, u32 type,
		u32 mask) __returns_owned __returns_err
		__released_by("crypto_free_ahash");
void crypto_free_ahash(struct crypto_ahash * __takes tfm);
struct crypto_skcipher *crypto_alloc_skcipher(const char * __borrowed alg_name, u32 type,
		u32 mask) __returns_owned __returns_err
		__released_by("crypto_free_skcipher");
void crypto_free_skcipher(struct crypto_skcipher * __takes tfm);
struct crypto_sync_skcipher *crypto_alloc_sync_skcipher(const char * __borrowed alg_name,
		u32 type, u32 mask) __returns_owned __returns_err
		__released_by("crypto_free_sync_skcipher");
void crypto_free_sync_skcipher(struct crypto_sync_skcipher * __takes tfm);
struct crypto_aead *crypto_alloc_aead(const char * __borrowed alg_name, u32 type,
		u32 mask) __returns_owned __returns_err __released_by("crypto_free_aead");
void crypto_free_aead(struct crypto_aead * __takes tfm);
struct crypto_akcipher *crypto_alloc_akcipher(const char * __borrowed alg_name, u32 type,
		u32 mask) __returns_owned __returns_err
		__released_by("crypto_free_akcipher");
void crypto_free_akcipher(struct crypto_akcipher * __takes tfm);
struct crypto_kpp *crypto_alloc_kpp(const char * __borrowed alg_name, u32 type, u32 mask)
		__returns_owned __returns_err __released_by("crypto_free_kpp");
void crypto_free_kpp(struct crypto_kpp * __takes tfm);
struct crypto_rng *crypto_alloc_rng(const char * __borrowed alg_name, u32 type, u32 mask)
		__returns_owned __returns_err __released_by("crypto_free_rng");
void crypto_free_rng(struct crypto_rng * __takes tfm);
struct crypto_comp *crypto_alloc_comp(const char * __borrowed alg_name, u32 type,
		u32 mask) __returns_owned __returns_err __released_by("crypto_free_comp");
void crypto_free_comp(struct crypto_comp * __takes tfm);
struct crypto_acomp *crypto_alloc_acomp(const char * __borrowed alg_name, u32 type,
		u32 mask) __returns_owned __returns_err
		__released_by("crypto_free_acomp");
void crypto_free_acomp(struct crypto_acomp * __takes tfm);
struct crypto_cipher *crypto_alloc_cipher(const char * __borrowed alg_name, u32 type,
		u32 mask) __returns_owned __returns_err
		__released_by("crypto_free_cipher");
void crypto_free_cipher(struct crypto_cipher * __takes tfm);

#endif /* _SAFE_FACTS_CRYPTO_H */
