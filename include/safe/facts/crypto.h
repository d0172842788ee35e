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
#include <crypto/internal/hash.h>
#include <crypto/internal/skcipher.h>
#include <crypto/internal/aead.h>
#include <crypto/internal/rng.h>
#include <crypto/internal/akcipher.h>
#include <crypto/algapi.h>
#include <crypto/engine.h>
#include <linux/key.h>
#include <linux/key-type.h>
#include <linux/hw_random.h>
#include <safe/annotations.h>

struct crypto_shash *crypto_alloc_shash(const char * __borrowed alg_name, u32 type,
		u32 mask) __returns_owned __returns_err
		__released_by("crypto_free_shash");
void crypto_free_shash(struct crypto_shash * __takes __may_be_error tfm);
struct crypto_ahash *crypto_alloc_ahash(const char * __borrowed alg_name, u32 type,
		u32 mask) __returns_owned __returns_err
		__released_by("crypto_free_ahash");
void crypto_free_ahash(struct crypto_ahash * __takes __may_be_error tfm);
struct crypto_skcipher *crypto_alloc_skcipher(const char * __borrowed alg_name, u32 type,
		u32 mask) __returns_owned __returns_err
		__released_by("crypto_free_skcipher");
void crypto_free_skcipher(struct crypto_skcipher * __takes __may_be_error tfm);
struct crypto_sync_skcipher *crypto_alloc_sync_skcipher(const char * __borrowed alg_name,
		u32 type, u32 mask) __returns_owned __returns_err
		__released_by("crypto_free_sync_skcipher");
void crypto_free_sync_skcipher(struct crypto_sync_skcipher * __takes __may_be_error tfm);
struct crypto_aead *crypto_alloc_aead(const char * __borrowed alg_name, u32 type,
		u32 mask) __returns_owned __returns_err __released_by("crypto_free_aead");
void crypto_free_aead(struct crypto_aead * __takes __may_be_error tfm);
struct crypto_akcipher *crypto_alloc_akcipher(const char * __borrowed alg_name, u32 type,
		u32 mask) __returns_owned __returns_err
		__released_by("crypto_free_akcipher");
void crypto_free_akcipher(struct crypto_akcipher * __takes __may_be_error tfm);
struct crypto_kpp *crypto_alloc_kpp(const char * __borrowed alg_name, u32 type, u32 mask)
		__returns_owned __returns_err __released_by("crypto_free_kpp");
void crypto_free_kpp(struct crypto_kpp * __takes __may_be_error tfm);
struct crypto_rng *crypto_alloc_rng(const char * __borrowed alg_name, u32 type, u32 mask)
		__returns_owned __returns_err __released_by("crypto_free_rng");
void crypto_free_rng(struct crypto_rng * __takes __may_be_error tfm);
struct crypto_comp *crypto_alloc_comp(const char * __borrowed alg_name, u32 type,
		u32 mask) __returns_owned __returns_err __released_by("crypto_free_comp")
		__kernels("6.1", "6.12");
void crypto_free_comp(struct crypto_comp * __takes __may_be_error tfm) __kernels("6.1", "6.12");
struct crypto_acomp *crypto_alloc_acomp(const char * __borrowed alg_name, u32 type,
		u32 mask) __returns_owned __returns_err
		__released_by("crypto_free_acomp");
void crypto_free_acomp(struct crypto_acomp * __takes __may_be_error tfm);
struct crypto_cipher *crypto_alloc_cipher(const char * __borrowed alg_name, u32 type,
		u32 mask) __returns_owned __returns_err
		__released_by("crypto_free_cipher");
void crypto_free_cipher(struct crypto_cipher * __takes __may_be_error tfm);
struct aead_request *aead_request_alloc(struct crypto_aead *tfm, gfp_t gfp)
		__returns_owned __returns_null
		__released_by("aead_request_free", "kfree", "kfree_sensitive");
void aead_request_free(struct aead_request * __takes req);
struct skcipher_request *skcipher_request_alloc(struct crypto_skcipher *tfm,
		gfp_t gfp) __returns_owned __returns_null
		__released_by("skcipher_request_free", "kfree", "kfree_sensitive");
void skcipher_request_free(struct skcipher_request * __takes req);
struct ahash_request *ahash_request_alloc(struct crypto_ahash *tfm, gfp_t gfp)
		__returns_owned __returns_null
		__released_by("ahash_request_free", "kfree", "kfree_sensitive");
void ahash_request_free(struct ahash_request * __takes req);
struct akcipher_request *akcipher_request_alloc(struct crypto_akcipher *tfm,
		gfp_t gfp) __returns_owned __returns_null
		__released_by("akcipher_request_free", "kfree", "kfree_sensitive");
void akcipher_request_free(struct akcipher_request * __takes req);
struct kpp_request *kpp_request_alloc(struct crypto_kpp *tfm, gfp_t gfp)
		__returns_owned __returns_null
		__released_by("kpp_request_free", "kfree", "kfree_sensitive");
void kpp_request_free(struct kpp_request * __takes req);
struct acomp_req *acomp_request_alloc(struct crypto_acomp *tfm) __returns_null
		__kernels("6.1", "6.12");
int crypto_register_alg(struct crypto_alg * __raises_if("ret == 0",
		"crypto_unregister_alg") alg) __must_look;
void crypto_unregister_alg(struct crypto_alg * __lowers alg);
int crypto_register_shash(struct shash_alg * __raises_if("ret == 0",
		"crypto_unregister_shash") alg) __must_look;
void crypto_unregister_shash(struct shash_alg * __lowers alg);
int crypto_register_ahash(struct ahash_alg * __raises_if("ret == 0",
		"crypto_unregister_ahash") alg) __must_look;
void crypto_unregister_ahash(struct ahash_alg * __lowers alg);
int crypto_register_skcipher(struct skcipher_alg * __raises_if("ret == 0",
		"crypto_unregister_skcipher") alg) __must_look;
void crypto_unregister_skcipher(struct skcipher_alg * __lowers alg);
int crypto_register_aead(struct aead_alg * __raises_if("ret == 0",
		"crypto_unregister_aead") alg) __must_look;
void crypto_unregister_aead(struct aead_alg * __lowers alg);
int crypto_register_rng(struct rng_alg * __raises_if("ret == 0", "crypto_unregister_rng")
		alg) __must_look;
void crypto_unregister_rng(struct rng_alg * __lowers alg);
int crypto_register_akcipher(struct akcipher_alg * __raises_if("ret == 0",
		"crypto_unregister_akcipher") alg) __must_look;
void crypto_unregister_akcipher(struct akcipher_alg * __lowers alg);
int crypto_shash_setkey(struct crypto_shash * __borrowed __deref tfm,
		const u8 * __borrowed key,
		unsigned int keylen) __must_look;
int crypto_ahash_setkey(struct crypto_ahash * __borrowed __deref tfm,
		const u8 * __borrowed key,
		unsigned int keylen) __must_look;
int crypto_skcipher_setkey(struct crypto_skcipher * __borrowed __deref tfm,
		const u8 * __borrowed key, unsigned int keylen) __must_look;
int crypto_aead_setkey(struct crypto_aead * __borrowed __deref tfm,
		const u8 * __borrowed key,
		unsigned int keylen) __must_look;
int crypto_aead_setauthsize(struct crypto_aead * __borrowed __deref tfm,
		unsigned int authsize)
		__must_look;
int crypto_shash_digest(struct shash_desc * __borrowed desc, const u8 * __borrowed data,
		unsigned int len, u8 * __borrowed out) __must_look;
int crypto_shash_update(struct shash_desc * __borrowed desc, const u8 * __borrowed data,
		unsigned int len) __must_look;
int crypto_shash_final(struct shash_desc * __borrowed desc, u8 * __borrowed out)
		__must_look;
int crypto_shash_finup(struct shash_desc * __borrowed desc, const u8 * __borrowed data,
		unsigned int len, u8 * __borrowed out) __must_look;
int crypto_shash_tfm_digest(struct crypto_shash * __borrowed tfm,
		const u8 * __borrowed data, unsigned int len, u8 * __borrowed out)
		__must_look;
int crypto_shash_init(struct shash_desc * __borrowed desc) __must_look;
int crypto_ahash_digest(struct ahash_request * __borrowed req) __must_look;
int crypto_skcipher_encrypt(struct skcipher_request * __borrowed req) __must_look;
int crypto_skcipher_decrypt(struct skcipher_request * __borrowed req) __must_look;
int crypto_aead_encrypt(struct aead_request * __borrowed req) __must_look;
int crypto_aead_decrypt(struct aead_request * __borrowed req) __must_look;
int crypto_wait_req(int err, struct crypto_wait * __borrowed wait) __must_look;
int crypto_rng_reset(struct crypto_rng * __borrowed tfm, const u8 * __borrowed seed,
		unsigned int slen) __must_look;
int crypto_has_alg(const char * __borrowed name, u32 type, u32 mask);
int crypto_enqueue_request(struct crypto_queue * __borrowed queue,
		struct crypto_async_request *request) __must_look;
struct crypto_async_request *crypto_dequeue_request(struct crypto_queue * __borrowed
		queue) __returns_none;
struct crypto_engine *crypto_engine_alloc_init(struct device * __borrowed dev, bool rt)
		__returns_null;
int crypto_engine_start(struct crypto_engine * __borrowed engine) __must_look;
void key_put(struct key * __puts key);
struct key *key_get(struct key * __returned __raises("key_put") key);
struct key *__key_get(struct key * __returned __raises("key_put") key);
int register_key_type(struct key_type * __raises_if("ret == 0", "unregister_key_type")
		ktype) __must_look;
void unregister_key_type(struct key_type * __lowers ktype);
int hwrng_register(struct hwrng * __raises_if("ret == 0", "hwrng_unregister") rng)
		__must_look;
void hwrng_unregister(struct hwrng * __lowers rng);
int devm_hwrng_register(struct device * __borrowed dev, struct hwrng *rng) __must_look;

#endif /* _SAFE_FACTS_CRYPTO_H */
