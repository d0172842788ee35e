# SPDX-License-Identifier: GPL-2.0
"""Values of a symbolic execution: terms that are the same object when equal.

A term is an operator and its arguments, which are terms, numbers and strings.
Sums are kept in one normal form (constant, then each summand with its factor),
comparisons are turned round so that each has one form, and what is known
beforehand is computed: two ways to write a value give one term.

    c      value bits            constant, as its bit pattern
    sym    number bits           a value nobody knows; mem: the same for memory
    par    index bits            a parameter
    glob, func, str              addresses of variables, functions, strings
    var    side frame index      address of a local variable: of one side only
    stat   side function index   the same for a static variable of a function
    obj    var var               a local variable that both sides have shown to others
    sum    bits constant term factor ...
    ld     address bit bits memory       what memory holds there
    st     memory address bit bits value memory after a store
    not, eq, lt, cv, ext, cat, op, call  see the functions below
"""

NAMED = ("glob", "func", "stat", "obj", "str", "var", "file")    # addresses of what is there

ERR_MIN = (1 << 64) - 4095      # (unsigned long)-MAX_ERRNO


class Term:
    __slots__ = ("op", "args", "serial", "own", "depth", "_leaves")

    def __repr__(self):
        return f"{self.op}{self.args}"


def signed(value, bits):
    return value - (1 << bits) if value >> (bits - 1) else value


def type_bits(name):
    """The bits of a value of the trace's type name, such as s32."""
    return int(name[1:]) if name[1:] != "?" else -1


class Terms:
    """The terms of one comparison."""

    def __init__(self):
        self.table = {}
        self.symbols = 0
        self.hints = {}         # how to name a term in a message
        self.true = self.const(1, 1)
        self.false = self.const(0, 1)

    # ---- making terms ----

    def make(self, op, *args):
        key = (op, args)
        term = self.table.get(key)
        if term is None:
            term = Term()
            term.op, term.args = op, args
            term.serial = len(self.table)
            term._leaves = None
            parts = [a for a in args if a.__class__ is Term]
            term.depth = 1 + max((a.depth for a in parts), default=0)
            # Whether it names something that only one side has.
            term.own = op in ("var", "stat") or any(a.own for a in parts)
            self.table[key] = term
        return term

    def const(self, value, bits):
        return self.make("c", value & ((1 << bits) - 1) if bits > 0 else value, bits)

    def fresh(self, bits):
        self.symbols += 1
        return self.make("sym", self.symbols, bits)

    def fresh_memory(self):
        self.symbols += 1
        return self.make("mem", self.symbols)

    def leaves(self, term):
        """The symbols, parameters and memories in a term."""
        found = term._leaves
        if found is None:
            if term.op in ("sym", "mem", "par"):
                found = frozenset((term,))
            else:
                parts = [self.leaves(a) for a in term.args if a.__class__ is Term]
                found = frozenset().union(*parts) if parts else frozenset()
            term._leaves = found
        return found

    # ---- sums ----

    def _parts(self, term, bits):
        if term.op == "c":
            return term.args[0], ()
        if term.op == "sum" and term.args[0] == bits:
            rest = term.args[2:]
            return term.args[1], tuple(zip(rest[::2], rest[1::2]))
        return 0, ((term, 1),)

    def _sum(self, bits, constant, parts):
        mask = (1 << bits) - 1
        constant &= mask
        parts = sorted(((t, f & mask) for t, f in parts if f & mask),
                       key=lambda p: p[0].serial)
        if not parts:
            return self.const(constant, bits)
        if not constant and len(parts) == 1 and parts[0][1] == 1:
            return parts[0][0]
        return self.make("sum", bits, constant, *(x for p in parts for x in p))

    def add(self, bits, a, b, factor=1):
        """a + factor * b, of that many bits."""
        if b.op == "c":
            if a.op == "c":
                return self.const(a.args[0] + factor * b.args[0], bits)
            if not b.args[0]:
                return a
        ca, pa = self._parts(a, bits)
        cb, pb = self._parts(b, bits)
        if not pb:
            if not pa:
                return self.const(ca + factor * cb, bits)
            return self._sum(bits, ca + factor * cb, pa)
        total = dict(pa)
        for term, f in pb:
            total[term] = total.get(term, 0) + factor * f
        return self._sum(bits, ca + factor * cb, total.items())

    def offset(self, address, offset):
        return self.add(64, address, self.const(offset, 64)) if offset else address

    def base(self, address):
        """An address as what it is counted from and a constant offset."""
        if address.op == "sum":
            constant, parts = self._parts(address, 64)
            if constant:
                return self._sum(64, 0, parts), signed(constant, 64)
        elif address.op == "c":
            return self.const(0, 64), signed(address.args[0], 64)
        return address, 0

    def pointer(self, address):
        """The pointer that an address is counted from, and the constant offset."""
        base, offset = self.base(address)
        if base.op == "sum":
            # An array's index is multiplied by the size of an element.
            single = [t for t, f in self._parts(base, 64)[1] if f == 1]
            named = [t for t in single if t.op in NAMED]
            if len(named or single) == 1:
                base, = named or single
        return base, offset

    # ---- comparisons: terms of one bit ----

    def negate(self, cond):
        if cond.op == "c":
            return self.false if cond.args[0] else self.true
        if cond.op == "not":
            return cond.args[0]
        return self.make("not", cond)

    def equal(self, bits, a, b):
        if a is b:
            # What is not initialised may have any value at each look.
            return self.make("eq", bits, a, b) if a.op == "undef" else self.true
        if a.op == "c":
            a, b = b, a
        if b.op == "c":
            if a.op == "c":
                return self.true if a.args[0] == b.args[0] else self.false
            if bits == 1:
                return a if b.args[0] else self.negate(a)
            if a.op == "cv":
                return self._equal_converted(a, b)
        if bits < 2 or a.op in ("cat", "undef") or b.op in ("cat", "undef"):
            if b.serial < a.serial:
                a, b = b, a
            return self.make("eq", bits, a, b)

        # What stands on both sides cancels out.
        constant, parts = self._parts(self.add(bits, a, b, -1), bits)
        minus = (1 << bits) - 1
        if not parts:
            return self.false if constant else self.true
        if self.never_equal(a, b):
            return self.false
        if len(parts) == 1 and parts[0][1] in (1, minus):
            a, factor = parts[0]
            b = self.const(-constant if factor == 1 else constant, bits)
            if a.op == "cv":
                return self._equal_converted(a, b)
            return self.false if self.never_equal(a, b) else self.make("eq", bits, a, b)
        if len(parts) == 2 and not constant and {f for _, f in parts} == {1, minus}:
            return self.make("eq", bits, parts[0][0], parts[1][0])
        if parts[0][1] >> (bits - 1):
            constant, parts = -constant, tuple((t, -f) for t, f in parts)
        return self.make("eq", bits, self._sum(bits, constant, parts), self.const(0, bits))

    def never_equal(self, a, b):
        """Whether two values are surely different as the addresses they are."""
        (pa, oa), (pb, ob) = self.base(a), self.base(b)
        if b.op == "c":
            return not b.args[0] and pa.op in ("var", "obj", "stat", "str", "file")
        # An address inside an object, or one behind it, may be the start of another.
        objects = ("var", "obj", "glob", "func")
        return pa is not pb and pa.op in objects and pb.op in objects and not oa and not ob

    def _equal_converted(self, a, b):
        """eq(conversion, constant): of what was converted, where that is the same."""
        to, source, inner = a.args
        wide, narrow = type_bits(to), type_bits(source)
        if wide < narrow:
            return self.make("eq", wide, a, b)
        value = signed(b.args[0], wide) if source[0] == "s" else b.args[0]
        low = -(1 << (narrow - 1)) if source[0] == "s" else 0
        if not low <= value < low + (1 << narrow):
            return self.false
        return self.equal(narrow, inner, self.const(value, narrow))

    def less(self, kind, a, b):
        """a < b for numbers of the type kind (s32, u64, p64, ...)."""
        bits = type_bits(kind)
        sign = kind[0] == "s"
        if a is b:
            return self.false
        if a.op == "c" and b.op == "c":
            x, y = a.args[0], b.args[0]
            if sign:
                x, y = signed(x, bits), signed(y, bits)
            return self.true if x < y else self.false
        if not sign:
            if b.op == "c" and b.args[0] == 0:
                return self.false
            if b.op == "c" and b.args[0] == 1:
                return self.equal(bits, a, self.const(0, bits))
            if a.op == "c" and a.args[0] == 0:
                return self.negate(self.equal(bits, b, a))
        narrowed = self._less_converted(kind, a, b)
        if narrowed is not None:
            return narrowed
        return self.make("lt", ("s" if sign else "u") + str(bits), a, b)

    def _less_converted(self, kind, a, b):
        """The same comparison of what was widened, if b or a is a constant in range."""
        term, other = (a, b) if a.op == "cv" else (b, a)
        if term.op != "cv" or other.op != "c":
            return None
        to, source, inner = term.args
        if type_bits(to) <= type_bits(source) or (source[0] == "s") != (kind[0] == "s"):
            return None
        bits = type_bits(source)
        value = other.args[0]
        if kind[0] == "s":
            value = signed(value, type_bits(kind))
            if not -(1 << (bits - 1)) <= value < 1 << (bits - 1):
                return None
        elif value >> bits:
            return None
        value = self.const(value, bits)
        return self.less(source, inner, value) if term is a else self.less(source, value, inner)

    # ---- other operators ----

    def convert(self, to, source, term):
        """The value of type source as one of type to."""
        if to == source or term.op == "undef":
            return term
        if to[0] not in "usp" or source[0] not in "usp":
            return self.make("op", "convert", to, source, term)
        bits, before = type_bits(to), type_bits(source)
        if bits == before:
            return term
        if term.op == "c":
            value = term.args[0]
            if source[0] == "s":
                value = signed(value, before)
            return self.const(value, bits)
        kind, source = f"u{bits}", ("s" if source[0] == "s" else "u") + str(before)
        if term.op == "cv":
            inner_to, inner_source, inner = term.args
            narrow = type_bits(inner_source)
            widened = type_bits(inner_to) > narrow
            if bits < before and (bits <= narrow or not widened):
                return self.convert(kind, inner_source, inner)
            if bits < before and widened:
                return self.make("cv", kind, inner_source, inner)
            if bits > before and widened and \
                    (inner_source[0] == "u" or source[0] == "s"):
                return self.make("cv", kind, inner_source, inner)
        return self.make("cv", kind, source, term)

    def extract(self, term, off, bits):
        """Bits of a value: bits of them, from off."""
        if term.op == "undef":
            return term
        if term.op == "c":
            if term.args[1] == bits and not off:
                return term
            return self.const(term.args[0] >> off, bits)
        if term.op == "ld" and term.args[1] == 0 and off % 8 == 0:
            address, _, size, memory = term.args
            if size != bits:
                return self.load(self.offset(address, off // 8), 0, bits, memory)
            return term
        if term.op == "cat":
            for at, size, part in zip(term.args[1::3], term.args[2::3], term.args[3::3]):
                if at <= off and off + bits <= at + size:
                    return part if size == bits else self.extract(part, off - at, bits)
        if term.op == "ext":
            inner, at, _ = term.args
            return self.extract(inner, at + off, bits)
        if not off and self.bits(term) == bits:
            return term
        return self.make("ext", term, off, bits)

    def concat(self, bits, parts):
        """A value of parts (offset, bits, term), the gaps undefined."""
        parts = [p for p in parts if p[2].op != "undef"]
        if not parts:
            return self.make("undef")
        if len(parts) == 1 and parts[0][:2] == (0, bits):
            return parts[0][2]
        whole = self._whole_load(bits, parts)
        if whole is not None:
            return whole
        if all(t.op == "c" and not t.args[0] for _, _, t in parts) and \
                sum(p[1] for p in parts) == bits:
            return self.const(0, bits)
        return self.make("cat", bits, *(x for p in parts for x in p))

    def _whole_load(self, bits, parts):
        """The one load that parts are the pieces of, or None."""
        if any(t.op != "ld" or t.args[1] for _, _, t in parts):
            return None
        address, _, _, memory = parts[0][2].args
        end = 0
        for off, size, term in parts:
            if off != end or term.args[2] != size or term.args[3] is not memory or \
                    term.args[0] is not self.offset(address, off // 8):
                return None
            end = off + size
        return self.load(address, 0, bits, memory) if end == bits else None

    def bits(self, term):
        """The bits of a value, None where its operator does not say."""
        if term.op in ("c", "sym", "par"):
            return term.args[1]
        if term.op == "sum":
            return term.args[0]
        if term.op == "ld":
            return term.args[2]
        if term.op == "cv":
            return type_bits(term.args[0])
        if term.op in ("eq", "lt", "not"):
            return 1
        if term.op in ("var", "stat", "obj", "glob", "func", "str", "file"):
            return 64
        return None

    # ---- memory ----

    def load(self, address, bit, bits, memory):
        """What memory holds at address: bits, after the first bit of them."""
        while memory.op == "st":
            before, at, at_bit, size, value = memory.args
            if at is address and at_bit == bit and size == bits:
                return value
            if not self.apart(address, bit, bits, at, at_bit, size):
                break
            memory = before
        return self.make("ld", address, bit, bits, memory)

    def store(self, memory, address, bit, bits, value):
        return self.make("st", memory, address, bit, bits, value)

    def apart(self, a, a_bit, a_bits, b, b_bit, b_bits):
        """Whether two places surely do not overlap."""
        (pa, oa), (pb, ob) = self.base(a), self.base(b)
        if pa is not pb:
            # Only the addresses of different objects themselves: a value may be any.
            named = ("glob", "obj", "stat", "str", "func")
            return pa.op in named and pb.op in named and "stat" not in (pa.op, pb.op)
        start_a, start_b = oa * 8 + a_bit, ob * 8 + b_bit
        if a_bits < 0 or b_bits < 0:
            return False
        return start_a + a_bits <= start_b or start_b + b_bits <= start_a

    def timeless(self, term):
        """The way a value is found, whenever memory was read for it."""
        if term.op == "ld":
            address, bit, bits, _ = term.args
            return self.make("ld", self.timeless(address), bit, bits, self.make("anytime"))
        args = [self.timeless(a) if a.__class__ is Term else a for a in term.args]
        return self.rebuild(term, args) if term.op == "sum" else self.make(term.op, *args)

    def retrace(self, term, known, current, memo):
        """The way to a value, from the values that known names, which may be old.

        What is read from memory as it no longer is, is read at any time.
        """
        if not any(leaf.op == "mem" for leaf in self.leaves(term)):
            return term
        if term in known:
            return known[term]
        if term not in memo:
            args = tuple(self.retrace(a, known, current, memo) if a.__class__ is Term else a
                         for a in term.args)
            if term.op == "ld" and not self.leaves(term.args[3]) <= current:
                memo[term] = self.make("ld", *args[:3], self.make("anytime"))
            else:
                memo[term] = term if args == term.args else self.rebuild(term, args)
        return memo[term]

    # ---- rewriting ----

    def rebuild(self, term, args):
        """The operator of term over other arguments, computed anew."""
        op = term.op
        if op == "sum":
            bits, total = args[0], self.const(args[1], args[0])
            for t, f in zip(args[2::2], args[3::2]):
                total = self.add(bits, total, t, f)
            return total
        if op == "not":
            return self.negate(args[0])
        if op == "eq":
            return self.equal(*args)
        if op == "lt":
            return self.less(*args)
        if op == "cv":
            return self.convert(*args)
        if op == "ld":
            return self.load(*args)
        if op == "ext":
            return self.extract(*args)
        return self.make(op, *args)

    def substitute(self, term, mapping, memo):
        """term with the terms of mapping put in for others; memo: a dict, reused."""
        new = mapping.get(term)
        if new is not None:
            return new
        if term in memo:
            return memo[term]
        args = tuple(self.substitute(a, mapping, memo) if a.__class__ is Term else a
                     for a in term.args)
        same = all(a is b for a, b in zip(args, term.args))
        memo[term] = new = term if same else self.rebuild(term, args)
        return new
