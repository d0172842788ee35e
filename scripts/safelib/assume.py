# SPDX-License-Identifier: GPL-2.0
"""What is known on a path: conditions that were decided, and what follows.

A condition is a term of one bit.  Beside the conditions themselves the range of
each value is kept, as an unsigned and as a signed number, so that ret < 0
decides ret != 0, and p != NULL && !IS_ERR(p) decides IS_ERR_OR_NULL(p).
"""
from .terms import signed, type_bits

LOGIC = ("bit_and_expr", "bit_ior_expr")    # over conditions


class Facts:
    def __init__(self, terms):
        self.terms = terms
        self.known = {}         # condition (not a negation): whether it holds
        self.ranges = {}        # term: (unsigned low, high, signed low, high, unequal)

    def copy(self):
        new = Facts(self.terms)
        new.known, new.ranges = dict(self.known), dict(self.ranges)
        return new

    # ---- ranges ----

    def range(self, term, bits):
        """(unsigned low, high, signed low, high, set of values it has not)."""
        if term.op == "c":
            value = term.args[0]
            low = signed(value, bits)
            return value, value, low, low, ()
        half = 1 << (bits - 1)
        found = self.ranges.get(term) or (0, 2 * half - 1, -half, half - 1, ())
        derived = self._derived(term, bits)
        return _meet(found, derived, bits) if derived else found

    def _derived(self, term, bits):
        half = 1 << (bits - 1)
        if term.op == "cv":
            _, source, inner = term.args
            narrow = type_bits(source)
            if narrow >= bits:
                return None
            low, high, slow, shigh, _ = self.range(inner, narrow)
            if source[0] == "s":
                return 0, 2 * half - 1, slow, shigh, ()
            return low, high, low, high, ()
        if term.op == "op" and term.args[0] == "bit_and_expr":
            masks = [a.args[0] for a in term.args[3:] if a.op == "c"]
            if masks:
                return 0, masks[0], -half, half - 1, ()
        if term.op == "sum" and len(term.args) == 4 and term.args[3] == 1:
            low, high, slow, shigh, unequal = self.range(term.args[2], bits)
            step, mask = term.args[1], 2 * half - 1
            unequal = tuple((u + step) & mask for u in unequal)
            if low + step > mask:
                low, high = low + step - mask - 1, high + step - mask - 1
            elif high + step <= mask:
                low, high = low + step, high + step
            else:
                low, high = 0, mask
            step = signed(step, bits)
            slow, shigh = slow + step, shigh + step
            if slow < -half or shigh >= half:
                slow, shigh = -half, half - 1
            return low, high, slow, shigh, unequal
        return None

    def _narrow(self, term, bits, new):
        """Meets the range of term with new.  False: nothing is left."""
        if term.op == "c":
            return not _empty(_meet(self.range(term, bits), new, bits))
        met = _meet(self.range(term, bits), new, bits)
        self.ranges[term] = met
        if _empty(met):
            return False
        if term.op == "sum" and len(term.args) == 4 and term.args[3] == 1:
            step, inner = signed(term.args[1], bits), term.args[2]
            low, high = met[0] - step, met[1] - step
            if low < 0 or high >= 1 << bits:
                return True         # wraps round
            half = 1 << (bits - 1)
            return self._narrow(inner, bits, (low, high, -half, half - 1, ()))
        if term.op == "cv" and type_bits(term.args[1]) < bits:
            _, source, inner = term.args
            narrow = type_bits(source)
            half = 1 << (narrow - 1)
            if source[0] == "s":
                part = 0, 2 * half - 1, max(met[2], -half), min(met[3], half - 1), ()
            else:
                part = met[0], min(met[1], 2 * half - 1), -half, half - 1, ()
            return self._narrow(inner, narrow, part)
        return True

    # ---- conditions ----

    def decide(self, cond):
        """True, False, or None when it may be either."""
        if cond.op == "c":
            return bool(cond.args[0])
        if cond.op == "not":
            inner = self.decide(cond.args[0])
            return None if inner is None else not inner
        found = self.known.get(cond)
        if found is not None:
            return found
        if cond.op == "eq":
            return self._decide_equal(*cond.args)
        if cond.op == "lt":
            return self._decide_less(*cond.args)
        if cond.op == "op" and cond.args[1] == "u1":
            return self._decide_logic(cond)
        return None

    def _decide_equal(self, bits, a, b):
        if bits < 2:
            return None
        ra, rb = self.range(a, bits), self.range(b, bits)
        if ra[0] > rb[1] or rb[0] > ra[1] or ra[2] > rb[3] or rb[2] > ra[3]:
            return False
        if b.op == "c" and b.args[0] in ra[4]:
            return False
        if ra[0] == ra[1] == rb[0] == rb[1]:
            return True
        if b.op != "c" and any(self._compared(f"{sign}{bits}", *pair)
                               for sign in "su" for pair in ((a, b), (b, a))):
            return False
        return None

    def _compared(self, kind, a, b):
        """What was found of a < b itself."""
        cond = self.terms.table.get(("lt", (kind, a, b)))
        return cond and self.known.get(cond)

    def _decide_less(self, kind, a, b):
        bits = type_bits(kind)
        if a.op != "c" and b.op != "c":
            other = self._compared(kind, b, a)
            equal = None if other else self.known.get(self.terms.equal(bits, a, b))
            if other or equal:
                return False
            if other is False and equal is False:
                return True
        ra, rb = self.range(a, bits), self.range(b, bits)
        at = 2 if kind[0] == "s" else 0
        if ra[at + 1] < rb[at]:
            return True
        if ra[at] >= rb[at + 1]:
            return False
        return None

    def undecided_part(self, cond):
        """The first condition inside cond, not an "and" or "or", that is not decided."""
        while cond.op == "not" or cond.op == "op" and cond.args[0] in LOGIC and \
                cond.args[1] == "u1":
            parts = cond.args if cond.op == "not" else cond.args[3:]
            cond = next(c for c in parts if self.decide(c) is None)
        return cond

    def _decide_logic(self, cond):
        if cond.args[0] not in LOGIC:
            return None
        a, b = (self.decide(c) for c in cond.args[3:])
        settles = cond.args[0] == "bit_ior_expr"     # the value that decides alone
        if a is settles or b is settles:
            return settles
        return None if a is None or b is None else not settles

    def assume(self, cond, holds):
        """Adds a fact.  False: it contradicts what is known."""
        while cond.op == "not":
            cond, holds = cond.args[0], not holds
        decided = self.decide(cond)
        if decided is not None:
            return decided == holds
        self.known[cond] = holds
        if cond.op == "eq":
            return self._assume_equal(*cond.args, holds)
        if cond.op == "lt":
            return self._assume_less(*cond.args, holds)
        if cond.op == "op" and cond.args[0] == ("bit_and_expr" if holds else "bit_ior_expr") \
                and cond.args[1] == "u1":
            return all(self.assume(c, holds) for c in cond.args[3:])
        return True

    def _assume_equal(self, bits, a, b, holds):
        if bits < 2:
            return True
        if holds:
            ra, rb = self.range(a, bits), self.range(b, bits)
            return self._narrow(a, bits, rb) and self._narrow(b, bits, ra)
        if b.op != "c":
            return True
        low, high, slow, shigh, unequal = self.range(a, bits)
        value = b.args[0]
        return self._narrow(a, bits, (low, high, slow, shigh, unequal + (value,)))

    def _assume_less(self, kind, a, b, holds):
        bits = type_bits(kind)
        half = 1 << (bits - 1)
        low, high = (-half, half - 1) if kind[0] == "s" else (0, 2 * half - 1)
        at = 2 if kind[0] == "s" else 0
        ra, rb = self.range(a, bits), self.range(b, bits)
        if holds:
            below, above = (low, rb[at + 1] - 1), (ra[at] + 1, high)
        else:
            below, above = (rb[at], high), (low, ra[at + 1])
        return self._narrow(a, bits, _bound(kind, bits, *below)) and \
            self._narrow(b, bits, _bound(kind, bits, *above))


def _bound(kind, bits, low, high):
    half = 1 << (bits - 1)
    if kind[0] == "s":
        return 0, 2 * half - 1, low, high, ()
    return low, high, -half, half - 1, ()


def _empty(r):
    return r[0] > r[1] or r[2] > r[3]


def _meet(a, b, bits):
    """What is in both ranges; each view, signed and unsigned, narrows the other."""
    low, high = max(a[0], b[0]), min(a[1], b[1])
    slow, shigh = max(a[2], b[2]), min(a[3], b[3])
    unequal = a[4] if not b[4] else tuple(sorted(set(a[4]) | set(b[4])))
    size = 1 << bits
    for value in unequal:
        low += value == low
        if value == high:
            high -= 1
        slow += signed(value, bits) == slow
        if signed(value, bits) == shigh:
            shigh -= 1
    if slow >= 0:
        low, high = max(low, slow), min(high, shigh)
    elif shigh < 0:
        low, high = max(low, slow + size), min(high, shigh + size)
    if high < size // 2:
        slow, shigh = max(slow, low), min(shigh, high)
    elif low >= size // 2:
        slow, shigh = max(slow, low - size), min(shigh, high - size)
    return low, high, slow, shigh, unequal
