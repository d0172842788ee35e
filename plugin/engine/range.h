/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Which values a symbol may have: a few intervals of 64-bit numbers.
 *
 * Unsigned 64-bit values above the signed maximum, among them the addresses of
 * the kernel, are the negative numbers with the same bits.  So an error pointer
 * and a negative errno are the same numbers, -4095 to -1, whatever the type.
 */
#ifndef SAFE_ENGINE_RANGE_H
#define SAFE_ENGINE_RANGE_H

#include "gcc-compat.h"

namespace safe {

class range {
public:
	static const int64_t MIN = INT64_MIN, MAX = INT64_MAX;
	static const int64_t MAX_ERRNO = 4095;

	range() : n(0) { }		/* no value at all */

	static range all() { return range(MIN, MAX); }
	static range constant(int64_t v) { return range(v, v); }
	static range between(int64_t lo, int64_t hi);
	static range of_type(const_tree type);
	static range errors() { return range(-MAX_ERRNO, -1); }
	static range not_null();
	/* Addresses of objects: not in the page at NULL, and no errors. */
	static range valid_pointers();

	/* All x with "x op @v", where x and @v have @type. */
	static range compared(tree_code op, int64_t v, const_tree type);

	bool empty() const { return n == 0; }
	bool is_constant(int64_t *v) const;
	bool has(int64_t v) const;
	bool meets(const range &o) const { return !intersect(o).empty(); }
	bool inside(const range &o) const { return intersect(o) == *this; }
	unsigned int intervals() const { return n; }
	int64_t lower(unsigned int i) const { return r[i].lo; }
	int64_t upper(unsigned int i) const { return r[i].hi; }
	int64_t low() const { return r[0].lo; }
	int64_t high() const { return r[n - 1].hi; }

	range intersect(const range &o) const;
	range unite(const range &o) const;
	/*
	 * Contains both and, if @o exceeds this one, jumps to a bound that it
	 * will not exceed soon: a loop that counts comes to an end.
	 */
	range widen(const range &o, const_tree type) const;
	range inverse() const;
	range plus(int64_t c) const;	/* all() where it would overflow */
	range negate() const;
	/* Values that @type, which is shorter than 64 bits, has no room for come back. */
	range wrapped(const_tree type) const;
	/* What the values become when converted from one type to another. */
	range convert(const_tree from, const_tree to) const;

	bool operator==(const range &o) const;
	bool operator!=(const range &o) const { return !(*this == o); }
	size_t hash() const;

private:
	static const int MOST = 4;

	range(int64_t lo, int64_t hi) : n(1) { r[0] = { lo, hi }; }
	void append(int64_t lo, int64_t hi);

	struct { int64_t lo, hi; } r[MOST];
	int n;
};

/* @r + @c in @type: what is less than 0 is large where there is no sign. */
range sum(const range &r, int64_t c, const_tree type);

/* Integers and pointers of at most 64 bits: what ranges can describe. */
bool has_range(const_tree type);

} /* namespace safe */

#endif /* SAFE_ENGINE_RANGE_H */
