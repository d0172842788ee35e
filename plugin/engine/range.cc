// SPDX-License-Identifier: GPL-2.0
/*
 * Arithmetic on sets of intervals.
 */
#include "range.h"

namespace safe {

bool has_range(const_tree type)
{
	return (INTEGRAL_TYPE_P(type) || POINTER_TYPE_P(type)) &&
	       TYPE_PRECISION(type) <= 64;
}

range range::between(int64_t lo, int64_t hi)
{
	return lo <= hi ? range(lo, hi) : range();
}

range range::not_null()
{
	range out(MIN, -1);

	out.append(1, MAX);
	return out;
}

range range::valid_pointers()
{
	range out(MIN, -MAX_ERRNO - 1);

	out.append(4096, MAX);
	return out;
}

range range::of_type(const_tree type)
{
	unsigned int bits = TYPE_PRECISION(type);

	if (bits >= 64)
		return all();
	if (TYPE_UNSIGNED(type))
		return range(0, (int64_t)((1ULL << bits) - 1));
	return range(-(1LL << (bits - 1)), (1LL << (bits - 1)) - 1);
}

/*
 * Adds an interval above all others.  With no room left the gap to the last
 * one is filled: more values than there are is safe, fewer is not.
 */
void range::append(int64_t lo, int64_t hi)
{
	if (n && (r[n - 1].hi == MAX || r[n - 1].hi + 1 >= lo))
		r[n - 1].hi = std::max(r[n - 1].hi, hi);
	else if (n == MOST)
		r[n - 1].hi = hi;
	else
		r[n++] = { lo, hi };
}

bool range::is_constant(int64_t *v) const
{
	if (n != 1 || r[0].lo != r[0].hi)
		return false;
	*v = r[0].lo;
	return true;
}

bool range::has(int64_t v) const
{
	for (int i = 0; i < n; i++)
		if (r[i].lo <= v && v <= r[i].hi)
			return true;
	return false;
}

range range::intersect(const range &o) const
{
	range out;

	for (int i = 0, j = 0; i < n && j < o.n; ) {
		int64_t lo = std::max(r[i].lo, o.r[j].lo);
		int64_t hi = std::min(r[i].hi, o.r[j].hi);

		if (lo <= hi)
			out.append(lo, hi);
		if (r[i].hi < o.r[j].hi)
			i++;
		else
			j++;
	}
	return out;
}

range range::unite(const range &o) const
{
	range out;

	for (int i = 0, j = 0; i < n || j < o.n; ) {
		if (j == o.n || (i < n && r[i].lo <= o.r[j].lo)) {
			out.append(r[i].lo, r[i].hi);
			i++;
		} else {
			out.append(o.r[j].lo, o.r[j].hi);
			j++;
		}
	}
	return out;
}

range range::widen(const range &o, const_tree type) const
{
	range out = unite(o), limit = of_type(type);

	if (empty() || out == *this)
		return out;

	int64_t lo = out.low() >= 0 ? 0 : limit.low();
	int64_t hi = out.high() < 0 ? -1 : limit.high();

	range wide = between(out.low() < low() ? lo : low(), out.high() > high() ? hi : high());

	for (const range &special : { constant(0), errors() })
		if (!out.meets(special))
			wide = wide.intersect(special.inverse());
	return wide;
}

range range::inverse() const
{
	range out;
	int64_t next = MIN;

	for (int i = 0; i < n; i++) {
		if (r[i].lo > next)
			out.append(next, r[i].lo - 1);
		if (r[i].hi == MAX)
			return out;
		next = r[i].hi + 1;
	}
	out.append(next, MAX);
	return out;
}

range range::plus(int64_t c) const
{
	range out;

	for (int i = 0; i < n; i++) {
		int64_t lo, hi;

		if (__builtin_add_overflow(r[i].lo, c, &lo) ||
		    __builtin_add_overflow(r[i].hi, c, &hi))
			return all();
		out.append(lo, hi);
	}
	return out;
}

range sum(const range &r, int64_t c, const_tree type)
{
	range out = r.plus(c);

	return INTEGRAL_TYPE_P(type) && TYPE_UNSIGNED(type) && TYPE_PRECISION(type) < 64 ?
	       out.wrapped(type) : out;
}

range range::negate() const
{
	range out;

	for (int i = n - 1; i >= 0; i--) {
		if (r[i].lo == MIN)
			return all();
		out.append(-r[i].hi, -r[i].lo);
	}
	return out;
}

range range::convert(const_tree from, const_tree to) const
{
	range domain = of_type(to);
	unsigned int bits = TYPE_PRECISION(to);

	if (inside(domain))
		return *this;
	/* A sign or zero extension that only renames the upper half. */
	if (bits >= 64)
		return *this;
	if (TYPE_PRECISION(from) > bits)
		return TREE_CODE(to) == BOOLEAN_TYPE && !has(0) ? constant(1) : domain;

	return wrapped(to);
}

range range::wrapped(const_tree type) const
{
	range domain = of_type(type);

	if (inside(domain))
		return *this;

	int64_t span = (int64_t)(1ULL << TYPE_PRECISION(type));
	range low = intersect(between(MIN, domain.low() - 1)).plus(span);
	range high = intersect(between(domain.high() + 1, MAX)).plus(-span);

	return intersect(domain).unite(low).unite(high).intersect(domain);
}

range range::compared(tree_code op, int64_t v, const_tree type)
{
	bool wraps = TYPE_UNSIGNED(type) && TYPE_PRECISION(type) >= 64;

	switch (op) {
	case EQ_EXPR:
		return constant(v);
	case NE_EXPR:
		return constant(v).inverse();
	case LT_EXPR:
		if (!wraps)
			return v == MIN ? range() : range(MIN, v - 1);
		if (v == 0)
			return range();
		/* As unsigned numbers 0..MAX come before MIN..-1. */
		if (v > 0)
			return range(0, v - 1);
		return (v == MIN ? range() : range(MIN, v - 1)).unite(range(0, MAX));
	case GT_EXPR:
		return compared(LE_EXPR, v, type).inverse();
	case LE_EXPR:
		return compared(LT_EXPR, v, type).unite(constant(v));
	case GE_EXPR:
		return compared(LT_EXPR, v, type).inverse();
	default:
		return all();
	}
}

bool range::operator==(const range &o) const
{
	if (n != o.n)
		return false;
	for (int i = 0; i < n; i++)
		if (r[i].lo != o.r[i].lo || r[i].hi != o.r[i].hi)
			return false;
	return true;
}

size_t range::hash() const
{
	size_t h = n;

	for (int i = 0; i < n; i++)
		h = h * 1000003 + r[i].lo * 31 + r[i].hi;
	return h;
}

} /* namespace safe */
