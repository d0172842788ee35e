# SPDX-License-Identifier: GPL-2.0
"""Executes one function symbolically, up to the next thing that others can see.

A Side is one of the two functions that are compared, somewhere in its execution.
run() carries it on, silently: values, local variables and decided branches are
its own business.  It comes back with an Event (a call, a store, a return, ...)
or with a Branch that the facts do not decide.
"""
import copy

from . import operators
from .terms import type_bits
from .trace import is_cleanup, stable_name

MAX_SILENT = 20000      # statements without an event before giving up


class GiveUp(Exception):
    """The comparison cannot go on; the text says why."""


class Event:
    """Something that others can see.

    key tells events of one kind apart (a function's name, an assembly text);
    args are its terms; statement is what there is left to be carried out.
    """

    def __init__(self, kind, key, args, line, statement=None):
        self.kind, self.key, self.args = kind, key, args
        self.line, self.statement = line, statement
        self.left = 0           # of a cleanup: the line where its scope was left
        self.target = None      # of a store: how the source names its place

    def changed(self, i, term):
        """The same event with another argument."""
        new = copy.copy(self)
        new.args = self.args[:i] + [term] + self.args[i + 1:]
        return new


class Branch:
    """A jump of one side that depends on cond, a term of one bit."""

    def __init__(self, side, cond):
        self.side, self.cond, self.line = side.name, cond, side.line


class Frame:
    __slots__ = ("trace", "key", "env", "block", "at", "target")

    def __init__(self, trace, key, target):
        self.trace, self.key, self.target = trace, key, target
        self.env, self.block, self.at = {}, trace.entry, 0

    def copy(self):
        new = Frame(self.trace, self.key, self.target)
        new.env, new.block, new.at = dict(self.env), self.block, self.at
        return new


class Side:
    """One function in execution: its frames, the innermost last."""

    def __init__(self, name, traces, trace):
        self.name, self.traces = name, traces
        self.frames = [Frame(trace, (), [])]
        self.cells = {}         # address of a local variable: {bit offset: (bits, term)}
        self.pending = ()       # events whose statement is already done
        self.reads = []         # (address, line) read since the last event
        self.line = trace.line
        self.cleanup = 0        # the line of the cleanup that is being executed
        self.moved = True       # since the last place that was compared
        self.step = 0           # how many cases of a switch are ruled out

    def copy(self):
        new = Side.__new__(Side)
        new.name, new.traces = self.name, self.traces
        new.frames = [f.copy() for f in self.frames]
        new.cells = dict(self.cells)
        new.pending, new.reads = self.pending, list(self.reads)
        new.line, new.cleanup = self.line, self.cleanup
        new.moved, new.step = self.moved, self.step
        return new

    def position(self):
        return tuple((f.trace.name, f.block, f.at) for f in self.frames) + \
            (self.step, len(self.pending))


class Machine:
    """Executes the sides of one comparison.

    ctx is what both sides share: facts, memory, and resolve() and end() for
    local variables that others have seen.
    """

    def __init__(self, terms):
        self.terms = terms

    # ---- places ----

    def address(self, side, ctx, place):
        """The address of a place, and its first bit there (of bit fields)."""
        terms = self.terms
        kind, base, bits = place[0], place[1], place[2]
        frame = side.frames[-1]
        if kind == "*":
            address = self.value(side, ctx, base)
        elif kind == "v":
            address = terms.make("var", side.name, frame.key, base)
        elif kind == "g":
            address = terms.make("glob", base)
        elif kind == "f":
            address = terms.make("func", base)
        elif kind == "t":
            address = terms.make("stat", side.name, frame.trace.name, base)
            ctx.pairing.pair_statics(frame.trace.name)
        else:
            address = self.value(side, ctx, base)
        address = terms.offset(address, bits >> 3)
        for index, of, size in zip(place[7::3], place[8::3], place[9::3]):
            value = terms.convert("s64", of, self.value(side, ctx, index))
            address = terms.add(64, address, value, size)
        if address.own:
            address = ctx.resolve(address)
        return address, bits & 7

    def _local(self, address):
        """(variable, constant offset or None, offset term) if address is in a local."""
        if not address.own:
            return None
        base, offset = self.terms.base(address)
        if base.op == "var":
            return base, offset, None
        if base.op == "sum":
            _, parts = self.terms._parts(base, 64)
            found = [t for t, f in parts if t.op == "var" and f == 1]
            if len(found) == 1:
                return found[0], None, self.terms.add(64, address, found[0], -1)
        return None

    # ---- local variables ----

    def read_local(self, side, var, offset, bits):
        """bits of a local variable from the bit offset on."""
        terms = self.terms
        cells = side.cells.get(var)
        if cells is None:
            return terms.make("undef")
        if None in cells:
            return terms.load(terms.const(offset >> 3, 64), offset & 7, bits, cells[None])
        exact = cells.get(offset)
        if exact and exact[0] == bits:
            return exact[1]
        parts = []
        for at in sorted(cells):
            size, term = cells[at]
            start, end = max(at, offset), min(at + size, offset + bits)
            if start < end:
                parts.append((start - offset, end - start,
                              terms.extract(term, start - at, end - start)))
        return terms.concat(bits, parts)

    def write_local(self, side, var, offset, bits, term):
        cells = side.cells.get(var, {})
        if None in cells:
            memory = self.terms.store(cells[None], self.terms.const(offset >> 3, 64),
                                      offset & 7, bits, term)
            side.cells[var] = {None: memory}
            return
        new = {}
        for at, (size, old) in cells.items():
            end = at + size
            if end <= offset or offset + bits <= at:
                new[at] = (size, old)
                continue
            if at < offset:
                new[at] = (offset - at, self.terms.extract(old, 0, offset - at))
            if end > offset + bits:
                rest = offset + bits
                new[rest] = (end - rest, self.terms.extract(old, rest - at, end - rest))
        if term.op != "undef":
            new[offset] = (bits, term)
        side.cells[var] = new

    def as_memory(self, side, var):
        """A local variable's contents as memory counted from 0."""
        cells = side.cells.get(var, {})
        if None not in cells:
            memory = self.terms.make("blank")
            for at in sorted(cells):
                size, term = cells[at]
                memory = self.terms.store(memory, self.terms.const(at >> 3, 64), at & 7,
                                          size, term)
            side.cells[var] = cells = {None: memory}
        return cells[None]

    def load(self, side, ctx, place, address=None):
        """The value that a place holds."""
        terms = self.terms
        size, kind = place[3], place[4]
        if place[0] == "=":
            return terms.extract(self.value(side, ctx, place[1]), place[2], size)
        if place[0] == "r":
            return terms.make("reg", place[1])
        address, bit = address or self.address(side, ctx, place)
        local = self._local(address)
        if local is None:
            side.reads.append((address, side.line))
            term = terms.load(address, bit, size, ctx.memory)
            self._hint(side, term, place)
        elif local[2] is None:
            term = self.read_local(side, local[0], local[1] * 8 + bit, size)
        else:
            term = terms.load(local[2], bit, size, self.as_memory(side, local[0]))
        if kind[0] in "usp" and type_bits(kind) < size:
            term = terms.convert(kind, f"u{size}", term)
        return term

    def store(self, side, ctx, place, term, line):
        """Stores to a place: None when it is a local variable, else the event."""
        terms = self.terms
        size, kind = place[3], place[4]
        if place[0] == "r":
            return None         # the stack pointer, which assembly names to be kept in order
        address, bit = self.address(side, ctx, place)
        if kind[0] in "usp" and type_bits(kind) < size:
            term = terms.convert(f"u{size}", kind, term)
        local = self._local(address)
        if local is None:
            event = Event("write" if place[5] else "store", (bit, size), [address, term], line)
            event.target = self._name(side, place, "")
            return event
        if local[2] is None:
            self.write_local(side, local[0], local[1] * 8 + bit, size, term)
        else:
            memory = self.as_memory(side, local[0])
            side.cells[local[0]] = {None: terms.store(memory, local[2], bit, size, term)}
        return None

    # ---- operands ----

    def value(self, side, ctx, o):
        terms = self.terms
        if o.__class__ is int:
            return side.frames[-1].env.get(o) or terms.make("undef")
        kind = o[0]
        if kind == "c":
            return terms.const(int(o[1]), type_bits(o[2]))
        if kind == "&":
            term = self.address(side, ctx, o[1:])[0]
            self._hint(side, term, o[1:], "&")
            return term
        if kind == "ld":
            return self.load(side, ctx, o[1:])
        if kind == "p":
            return side.frames[-1].env[("p", o[1])]
        if kind == "u":
            return terms.make("undef")
        if kind == "s":
            return terms.make("str", o[1])
        if kind == "0":
            return terms.const(0, type_bits(o[1]))
        return terms.make(*o)       # "file", "line", a constant as text

    def _hint(self, side, term, place, prefix=""):
        """Remembers how the source names the value of a place, for messages."""
        if term not in self.terms.hints and term.op not in ("c", "str"):
            name = self._name(side, place, prefix)
            if name and name[1] is not term:
                self.terms.hints[term] = name

    @staticmethod
    def _name(side, place, prefix):
        """A place as (prefix, term of the pointer or None, text), or None."""
        frame, base = side.frames[-1], place[1]
        if place[0] == "*" and place[6]:
            pointer = frame.env.get(base if base.__class__ is int else tuple(base))
            return prefix, pointer, "->" + place[6][1:]
        if place[0] in ("g", "f", "t", "v"):
            kind = {"t": "statics", "v": "locals"}.get(place[0])
            name = frame.trace.names[kind][base] if kind else base
            return prefix, None, name + place[6]
        return None

    def assign(self, side, ctx, target, term, line):
        """Puts a value where a statement wants it: None, or the event of a store."""
        if target.__class__ is int:
            frame = side.frames[-1]
            frame.env[target] = term
            name = frame.trace.names["values"].get(str(target))
            if name and term.op != "c" and term not in self.terms.hints:
                self.terms.hints[term] = ("", None, name)
            return None
        return self.store(side, ctx, target, term, line) if target else None

    # ---- execution ----

    def run(self, side, ctx):
        """Executes silently up to the next Event or undecided Branch."""
        for _ in range(MAX_SILENT):
            if side.pending:
                return side.pending[0]
            frame = side.frames[-1]
            block = frame.trace.blocks[frame.block]
            if len(side.frames) == 1:
                self._note_line(side, block, frame.at)
            if frame.at < len(block.statements):
                found = self._statement(side, ctx, frame, block.statements[frame.at])
            else:
                found = self._jump(side, ctx, frame, block)
            if found is not None:
                if side.cleanup and found.__class__ is Event:
                    found.line, found.left = side.cleanup, side.line
                return found
        raise GiveUp(f"{MAX_SILENT} statements without anything that others can see")

    @staticmethod
    def _note_line(side, block, at):
        """A cleanup stands where its variable is declared, and runs elsewhere."""
        s = block.statements[at] if at < len(block.statements) else ()
        line = block.lines[at]
        if s and s[0] == "call" and s[3].__class__ is str and is_cleanup(s[3]):
            side.cleanup = line
        else:
            side.cleanup = 0
            side.line = line or side.line

    def _statement(self, side, ctx, frame, s):
        kind = s[0]
        found = None
        if kind == "=":
            found = self._copy(side, ctx, s)
        elif kind == "op":
            args = [self.value(side, ctx, o) for o in s[5:]]
            term = operators.compute(self.terms, s[2], s[3], s[4], args)
            found = self.assign(side, ctx, s[1], term, side.line)
        elif kind == "call":
            return self._call(side, ctx, frame, s)
        elif kind == "asm":
            return self._asm(side, ctx, frame, s)
        else:
            self._end(side, ctx, s[1])
        if found is None:
            frame.at += 1
            side.moved = True
        elif found.statement is None:
            found.statement = s
        return found

    def _copy(self, side, ctx, s):
        target, o = s[1], s[2]
        if o.__class__ is list and o[0] == "ld" and o[6]:
            address, bit = self.address(side, ctx, o[1:])
            if self._local(address) is None:
                return Event("read", (bit, o[4], o[5]), [address], side.line)
        return self.assign(side, ctx, target, self.value(side, ctx, o), side.line)

    def _end(self, side, ctx, place):
        """The life of a local variable ends."""
        if place[0] != "v":
            return
        var = self.terms.make("var", side.name, side.frames[-1].key, place[1])
        side.cells.pop(var, None)
        ctx.end(side, var)

    def _call(self, side, ctx, frame, s):
        _, target, kind, callee, flags, *operands = s
        terms = self.terms
        if callee == ".DEFERRED_INIT":
            return self._quiet(side, ctx, target, terms.make("undef"))
        if callee == "__builtin_unreachable":
            return Event("unreachable", None, [], side.line, s)
        args = [self.value(side, ctx, o) for o in operands]
        if callee.__class__ is list:
            function = self.value(side, ctx, callee[0])
            if function.op == "func":
                callee = function.args[0]
            else:
                return Event("call", "", [function, *args], side.line, s)
        callee = stable_name(callee)
        if callee in operators.BUILTINS:
            term = operators.BUILTINS[callee](terms, kind, args)
            if term is not None:
                return self._quiet(side, ctx, target, term)
        if flags in ("c", "p") and not any(a.own for a in args):
            memory = [ctx.memory] if flags == "p" else []
            return self._quiet(side, ctx, target, terms.make("call", callee, kind, *args, *memory))
        helper = side.traces.get(callee)
        if helper is not None and callee in side.traces.helpers:
            self.enter(side, ctx, helper, args)
            return None
        return Event("call", callee, args, side.line, s)

    def _quiet(self, side, ctx, target, term):
        found = self.assign(side, ctx, target, term, side.line)
        if found is None:
            side.frames[-1].at += 1
            side.moved = True
        else:
            found.statement = ["=", target, None]
        return found

    def enter(self, side, ctx, trace, args):
        """Goes into the function that the current statement calls."""
        if trace.unsupported:
            raise GiveUp(f"{trace.name}() has {trace.unsupported}")
        if len(side.frames) > 12:
            raise GiveUp(f"{trace.name}() calls itself")
        caller = side.frames[-1]
        target = caller.trace.blocks[caller.block].statements[caller.at][1]
        caller.at += 1
        side.moved = True
        frame = Frame(trace, caller.key + ((caller.block, caller.at),), target)
        side.frames.append(frame)
        for i, (kind, local) in enumerate(trace.code["parameters"]):
            term = args[i] if i < len(args) else self.terms.make("undef")
            if local < 0:
                frame.env[("p", i)] = term
            else:
                var = self.terms.make("var", side.name, frame.key, local)
                self.write_local(side, var, 0, type_bits(kind), term)

    def _asm(self, side, ctx, frame, s):
        _, volatile, text, outs, ins, clobbers = s
        inputs, reads = [], len(side.reads)
        for constraint, o in zip(ins[::2], ins[1::2]):
            place = o[1:] if o.__class__ is list and o[0] == "ld" else None
            if place and place[0] not in ("v", "r") and "m" in constraint:
                inputs.append(self.address(side, ctx, place)[0])
            inputs.append(self.value(side, ctx, o))
        del side.reads[reads:]      # it may only prefetch, or take the address
        text, inputs = operators.plain_assembly(self.terms, text, inputs)
        places = [self.address(side, ctx, t)[0] for t in outs[1::2]
                  if t.__class__ is list and t and t[0] not in ("v", "r")]
        key = (text, tuple(outs[::2]), tuple(ins[::2]), tuple(clobbers))
        if not volatile and "memory" not in clobbers and not places:
            for i, t in enumerate(outs[1::2]):
                term = self.terms.make("call", key, i, *inputs)
                self.assign(side, ctx, t, term, side.line)
            frame.at += 1
            side.moved = True
            return None
        return Event("asm", key, places + inputs, side.line, s)

    def _jump(self, side, ctx, frame, block):
        jump = block.jump
        kind = jump[0]
        if kind == "jump":
            self.go(side, ctx, frame, jump[1])
        elif kind == "if":
            a, b = self.value(side, ctx, jump[3]), self.value(side, ctx, jump[4])
            cond = ctx.resolve(operators.compare(self.terms, jump[1], jump[2], a, b))
            holds = ctx.facts.decide(cond)
            if holds is None:
                return Branch(side, cond)
            self.go(side, ctx, frame, jump[5] if holds else jump[6])
        elif kind == "switch":
            return self._switch(side, ctx, frame, jump)
        elif kind == "any":
            return self._any(side, ctx, frame, jump)
        elif kind == "return":
            return self._return(side, ctx, frame, jump)
        else:
            return Event("stop", None, [], side.line)
        return None

    def go(self, side, ctx, frame, block):
        values = frame.trace.blocks[block].values.get(frame.block, ())
        # All PHIs of a block read before any of them sets.
        new = [(target, self.value(side, ctx, o)) for target, o in values]
        for target, term in new:
            self.assign(side, ctx, target, term, 0)
        frame.block, frame.at = block, 0
        side.moved, side.step = True, 0

    def _switch(self, side, ctx, frame, jump):
        kind, value = jump[1], ctx.resolve(self.value(side, ctx, jump[2]))
        terms, bits = self.terms, type_bits(kind)
        for step, (low, high, block) in enumerate(jump[4:]):
            first = self.value(side, ctx, low)
            if low == high:
                conds = [terms.equal(bits, value, first)]
            else:
                last = self.value(side, ctx, high)
                conds = [terms.negate(terms.less(kind, value, first)),
                         terms.negate(terms.less(kind, last, value))]
            holds = True
            for cond in conds:
                holds = ctx.facts.decide(cond)
                if holds is None:
                    return self._undecided(side, cond, step * 2 + (cond is conds[-1]))
                if not holds:
                    break
            if holds:
                self.go(side, ctx, frame, block)
                return None
        self.go(side, ctx, frame, jump[3])
        return None

    @staticmethod
    def _undecided(side, cond, step):
        side.moved |= side.step != step
        side.step = step
        return Branch(side, cond)

    def _any(self, side, ctx, frame, jump):
        """An asm goto: its event left a symbol that chooses the label."""
        chosen = frame.env["any"]
        for i, block in enumerate(jump[1:-1]):
            cond = self.terms.equal(32, chosen, self.terms.const(i, 32))
            holds = ctx.facts.decide(cond)
            if holds is None:
                return self._undecided(side, cond, i)
            if holds:
                self.go(side, ctx, frame, block)
                return None
        self.go(side, ctx, frame, jump[-1])
        return None

    def _return(self, side, ctx, frame, jump):
        value = self.value(side, ctx, jump[1]) if len(jump) > 1 else self.terms.make("undef")
        if len(side.frames) == 1:
            return Event("return", None, [value] if len(jump) > 1 else [], side.line)
        side.frames.pop()
        for var in [v for v in side.cells if v.args[1] == frame.key]:
            del side.cells[var]
            ctx.end(side, var)
        side.moved = True
        found = self.assign(side, ctx, frame.target, value, side.line)
        if found is not None:
            found.statement = ["=", frame.target, None]
            side.pending += (found,)
        return None

    def finish(self, side, ctx, event, results):
        """Carries out the statement of an event that was matched."""
        side.moved = True
        if side.pending:
            side.pending = side.pending[1:]
            return
        s = event.statement
        frame = side.frames[-1]
        frame.at += 1
        if event.kind in ("store", "write"):
            return
        if event.kind == "asm":
            frame.env["any"] = results[-1]
            targets = s[3][1::2]
        else:
            targets = [s[1]]
        for target, term in zip(targets, results):
            found = self.assign(side, ctx, target, term, event.line)
            if found is not None:
                found.statement = s
                side.pending += (found,)

