# SPDX-License-Identifier: GPL-2.0
"""GCC's operators and builtin functions over terms."""
import re

from .terms import signed, type_bits


def compare(terms, code, kind, a, b):
    """The condition "a code b" of operands of the type kind."""
    bits = type_bits(kind)
    if kind[0] not in "usp":
        return terms.make("op", code, "u1", kind, a, b)
    if code == "eq_expr":
        return terms.equal(bits, a, b)
    if code == "ne_expr":
        return terms.negate(terms.equal(bits, a, b))
    if code == "lt_expr":
        return terms.less(kind, a, b)
    if code == "gt_expr":
        return terms.less(kind, b, a)
    if code == "ge_expr":
        return terms.negate(terms.less(kind, a, b))
    if code == "le_expr":
        return terms.negate(terms.less(kind, b, a))
    return terms.make("op", code, "u1", kind, a, b)


def _fold(code, kind, a, b):
    """The value of an operator over constants, or None."""
    bits = type_bits(kind)
    x, y = a.args[0], b.args[0]
    if kind[0] == "s":
        sx, sy = signed(x, bits), signed(y, b.args[1])
    else:
        sx, sy = x, y
    if code == "bit_and_expr":
        return x & y
    if code == "bit_ior_expr":
        return x | y
    if code == "bit_xor_expr":
        return x ^ y
    if code == "mult_expr":
        return x * y
    if code == "lshift_expr" and y < bits:
        return x << y
    if code == "rshift_expr" and y < bits:
        return sx >> y
    if code == "trunc_div_expr" and sy:
        return abs(sx) // abs(sy) * (1 if (sx < 0) == (sy < 0) else -1)
    if code == "trunc_mod_expr" and sy:
        return abs(sx) % abs(sy) * (-1 if sx < 0 else 1)
    if code in ("min_expr", "max_expr"):
        return (min if code == "min_expr" else max)(sx, sy)
    return None


_COMMUTES = {"bit_and_expr", "bit_ior_expr", "bit_xor_expr", "mult_expr", "min_expr",
             "max_expr"}


def _logic(terms, code, kind, a, b):
    """What a bit operator gives with a constant second operand, or None."""
    bits = type_bits(kind)
    if a is b and code in ("bit_and_expr", "bit_ior_expr"):
        return a
    if b.op != "c":
        return None
    value, ones = b.args[0], (1 << bits) - 1
    if code == "bit_and_expr" and value in (0, ones):
        return a if value else b
    if code == "bit_ior_expr" and value in (0, ones):
        return b if value else a
    if code == "bit_xor_expr" and not value:
        return a
    if code == "bit_xor_expr" and bits == 1:
        return terms.negate(a)
    return None


def compute(terms, code, kind, source, args):
    """The value of an operator; kind is its type, source that of its operands."""
    if code in ("nop_expr", "convert_expr", "view_convert_expr"):
        return terms.convert(kind, source, args[0])
    if kind == "u1" and code.endswith("_expr") and len(args) == 2 and \
            code[:-5] in ("eq", "ne", "lt", "le", "gt", "ge"):
        return compare(terms, code, source, *args)
    if kind[0] not in "usp":
        return terms.make("op", code, kind, source, *args)

    bits = type_bits(kind)
    if code in ("plus_expr", "pointer_plus_expr"):
        return terms.add(bits, *args)
    if code in ("minus_expr", "pointer_diff_expr"):
        return terms.add(bits, *args, -1)
    if code == "negate_expr":
        return terms.add(bits, terms.const(0, bits), args[0], -1)
    if code == "bit_not_expr":
        if bits == 1:
            return terms.negate(args[0])
        return terms.add(bits, terms.const(-1, bits), args[0], -1)
    if len(args) != 2:
        return terms.make("op", code, kind, source, *args)

    a, b = args
    if code in _COMMUTES and (a.op == "c" or b.op != "c" and b.serial < a.serial):
        a, b = b, a
    if a.op == "c" and b.op == "c":
        value = _fold(code, kind, a, b)
        if value is not None:
            return terms.const(value, bits)
    if b.op == "c" and code == "mult_expr":
        return terms.add(bits, terms.const(0, bits), a, b.args[0])
    if b.op == "c" and code == "lshift_expr" and b.args[0] < bits:
        return terms.add(bits, terms.const(0, bits), a, 1 << b.args[0])
    simpler = _logic(terms, code, kind, a, b)
    return simpler if simpler is not None else terms.make("op", code, kind, source, a, b)


def _first(terms, kind, args):
    return args[0]


def _constant_p(terms, kind, args):
    """Left to the optimiser: the same answer for the same value."""
    return terms.const(1, 32) if args[0].op == "c" else \
        terms.make("call", "__builtin_constant_p", kind, *args)


def _pure(name):
    def builtin(terms, kind, args):
        return terms.make("call", name, kind, *args)
    return builtin


# Builtin functions that are no events: (terms, type, arguments) -> term.
BUILTINS = {
    "__builtin_expect": _first,
    "__builtin_expect_with_probability": _first,
    "__builtin_constant_p": _constant_p,
}
for _name in ("object_size", "dynamic_object_size", "bswap16", "bswap32", "bswap64",
              "ffs", "ffsl", "ffsll", "clz", "clzl", "clzll", "ctz", "ctzl", "ctzll",
              "popcount", "popcountl", "popcountll", "return_address", "frame_address"):
    BUILTINS[f"__builtin_{_name}"] = _pure(f"__builtin_{_name}")


_LABEL = re.compile(r"(?m)^\s*(\d+):")


def plain_assembly(terms, text, inputs):
    """Assembly and its inputs without the counters that only name its labels."""
    for i, label in enumerate(dict.fromkeys(_LABEL.findall(text))):
        text = re.sub(rf"\b{label}(?=[:bf]\b|:)", f"@{i}", text)
        inputs = [terms.make("label", i) if t.op == "c" and str(t.args[0]) == label else t
                  for t in inputs]
    return text, inputs
