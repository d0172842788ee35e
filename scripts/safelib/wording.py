# SPDX-License-Identifier: GPL-2.0
"""Says in words what a comparison found: terms, events, the path to them."""
import pathlib

from .terms import ERR_MIN, signed, type_bits

_SIGNS = {"plus_expr": "+", "minus_expr": "-", "mult_expr": "*", "bit_and_expr": "&",
          "bit_ior_expr": "|", "bit_xor_expr": "^", "lshift_expr": "<<", "rshift_expr": ">>",
          "trunc_div_expr": "/", "trunc_mod_expr": "%"}
_DEEP = 6       # terms inside terms that are still shown


class Wording:
    def __init__(self, terms):
        self.terms = terms

    def term(self, t, deep=0):
        """A value as the source could write it."""
        if deep > _DEEP:
            return "…"
        hint = self.terms.hints.get(t)
        if hint:
            prefix, base, text = hint
            return prefix + (self.term(base, deep + 1) if base is not None else "") + text
        shown = getattr(self, f"_{t.op}", None)
        return shown(t, deep) if shown else "(a value)"

    def _c(self, t, deep):
        value, bits = t.args
        if bits == 64 and value >= ERR_MIN or bits in (32, 64) and \
                signed(value, bits) < 0 and signed(value, bits) > -100000:
            return str(signed(value, bits))
        return str(value) if value < 100000 else hex(value)

    def _str(self, t, deep):
        return '"' + t.args[0].rstrip("\0").replace("\n", "\\n") + '"'

    def _glob(self, t, deep):
        return "&" + t.args[0]

    def _func(self, t, deep):
        return t.args[0]

    def _var(self, t, deep):
        return "&(a local variable)"

    def _obj(self, t, deep):
        return "&(a local variable)"

    _stat = _obj

    def _undef(self, t, deep):
        return "(not initialised)"

    def _cv(self, t, deep):
        return self.term(t.args[2], deep)

    def _ext(self, t, deep):
        return f"(part of {self.term(t.args[0], deep + 1)})"

    def _ld(self, t, deep):
        return f"*({self.term(t.args[0], deep + 1)})"

    def _call(self, t, deep):
        return f"{t.args[0]}(…)" if t.args[0].__class__ is str else "(assembly)"

    def _sum(self, t, deep):
        bits, constant, *parts = t.args
        text = ""
        for term, factor in zip(parts[::2], parts[1::2]):
            factor = signed(factor, bits)
            sign = ("-" if factor < 0 else "+") if text or factor < 0 else ""
            many = f"{abs(factor)} * " if abs(factor) != 1 else ""
            text += (f" {sign} " if text else sign) + many + self.term(term, deep + 1)
        if constant:
            constant = signed(constant, bits)
            text += f" {'-' if constant < 0 else '+'} {abs(constant)}"
        return text

    def _op(self, t, deep):
        code, _, _, *args = t.args
        if len(args) == 2 and code in _SIGNS:
            return f"({self.term(args[0], deep + 1)} {_SIGNS[code]} {self.term(args[1], deep + 1)})"
        return f"{code}({', '.join(self.term(a, deep + 1) for a in args)})"

    def _eq(self, t, deep):
        return self.condition(t, True)

    _lt = _not = _eq

    def condition(self, t, holds):
        """What it means that a condition holds, or does not."""
        if t.op == "not":
            return self.condition(t.args[0], not holds)
        if t.op == "eq":
            return f"{self.term(t.args[1])} {'==' if holds else '!='} {self.term(t.args[2])}"
        if t.op == "lt":
            kind, a, b = t.args
            if a.op == "c" and type_bits(kind) == 64 and a.args[0] == ERR_MIN - 1:
                return ("" if holds else "!") + f"IS_ERR({self.term(b)})"
            if a.op == "c":
                return f"{self.term(b)} {'>' if holds else '<='} {self.term(a)}"
            return f"{self.term(a)} {'<' if holds else '>='} {self.term(b)}"
        return ("" if holds else "!") + self.term(t)

    def event(self, event, state):
        """What an event does."""
        args = [self.term(state.resolve(a) if a.own and a not in self.terms.hints else a)
                for a in event.args]
        if event.kind == "call":
            name = event.key or f"(*{args.pop(0)})"
            return f"{name}({', '.join(args)})"
        if event.kind in ("store", "write"):
            target = f"*({args[0]})"
            if event.target:
                _, base, text = event.target
                target = (self.term(base) if base is not None else "") + text
            return f"{target} = {args[1]}"
        if event.kind == "read":
            return f"volatile read of {args[0].lstrip('&')}"
        if event.kind == "return":
            return "return" + (f" {args[0]}" if args else "")
        if event.kind == "asm":
            return "assembly"
        return {"stop": "end without return", "unreachable": "code said to be unreachable"}[event.kind]


class Difference:
    """The first difference of two functions."""

    def __init__(self, found, terms, old_source, new_source):
        wording = Wording(terms)
        state, old, new = found.state, found.old, found.new
        self.old = Place(wording.event(old, state), old, old_source)
        self.new = Place(wording.event(new, state), new, new_source)
        self.path = []
        trail = state.trail
        while trail is not None:
            trail, branch, cond, holds = trail
            self.path.insert(0, {"side": branch.side, "line": branch.line,
                                 "condition": wording.condition(cond, holds)})
        self.detail = self._detail(wording, state, old, new)

    @staticmethod
    def _detail(wording, state, old, new):
        if (old.kind, old.key, len(old.args)) != (new.kind, new.key, len(new.args)):
            return ""
        for i, (a, b) in enumerate(zip(old.args, new.args), 1):
            if state.resolve(a) is not state.resolve(b):
                where = f"argument {i}" if old.kind == "call" else "the value"
                if a.op == b.op == "var":
                    return f"{where}: the local variables that it points to differ"
                a, b = wording.term(a), wording.term(b)
                if a == b:
                    return f"{where}, {a}, is not the same in both: memory has changed between"
                return f"{where}: old {a}, new {b}"
        if state.new.reads:
            pointer, line = state.new.reads[0]
            return f"new reads through {wording.term(pointer)} (line {line}), which may be " \
                "NULL here; old does not"
        return "local variables passed along differ"

    def text(self):
        detail = f" ({self.detail})" if self.detail else ""
        return f"old: {self.old}; new: {self.new}{detail}"

    def as_json(self):
        return {"old": self.old.as_json(), "new": self.new.as_json(), "path": self.path,
                "detail": self.detail}


class Place:
    """One side of a difference."""

    def __init__(self, what, event, source):
        self.what, self.line = what, event.line
        # Of a cleanup: where its scope is left, if not at the end.
        self.left = event.left if event.left != event.line else 0
        self.source = _line(source, event.line)

    def __str__(self):
        left = f", leaving its scope at line {self.left}" if self.left else ""
        return f"{self.what} at {self.line}{left}"

    def as_json(self):
        return {"line": self.line, "event": self.what, "source": self.source,
                "left_at": self.left or None}


def _line(source, number):
    try:
        lines = pathlib.Path(source).read_text(errors="replace").splitlines()
        return lines[number - 1].strip() if number else ""
    except (OSError, IndexError):
        return ""
