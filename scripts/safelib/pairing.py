# SPDX-License-Identifier: GPL-2.0
"""Which variable of the new function stands for which of the old.

Local variables that nobody else sees need no partner.  When an event shows the
address of one, those of both sides become one object, if they hold the same;
static variables become one if they are born the same.  A variable has one
partner only.
"""
from .terms import Term


class Pairing:
    def __init__(self, terms, machine, old_traces, new_traces):
        self.terms, self.machine = terms, machine
        self.traces = {"old": old_traces, "new": new_traces}
        self.statics = {}               # static variable: its common name
        self.functions = set()          # whose static variables were paired

    # ---- static variables ----

    def pair_statics(self, function):
        """Pairs the static variables of a function that both sides have.

        Those that are born the same and called the same, in the order of their
        lines; if there are more on one side, an event has to tell which they are.
        """
        if function in self.functions:
            return
        self.functions.add(function)
        groups = []
        for side, traces in self.traces.items():
            found = {}
            trace = traces.get(function)
            if trace is None:
                return
            lines = trace.names["static_lines"]
            for i in sorted(range(len(lines)), key=lambda i: lines[i]):
                found.setdefault(self._birth(trace, i), []).append(
                    self.terms.make("stat", side, function, i))
            groups.append(found)
        for birth, olds in groups[0].items():
            news = groups[1].get(birth, ())
            if len(olds) == len(news):
                for a, b in zip(olds, news):
                    self.statics[a] = self.statics[b] = self._common(a, b)

    def _common(self, a, b):
        return self.terms.make("obj", a.args, b.args)

    def _birth(self, trace, number):
        """A static variable's name, type, section and initial value."""
        return (trace.names["statics"][number].rstrip("0123456789"),
                self._value(trace, trace.code["statics"][number], (number,)))

    def _value(self, trace, o, inside):
        """An initial value, with those of the static variables that it names.

        inside: the variables whose values it is part of; a list names itself.
        """
        if o.__class__ is not list:
            return o
        if o[:2] == ["&", "t"]:
            if o[2] in inside:
                return ("&", "inside", inside.index(o[2]), *o[3:])
            return ("&", self._value(trace, trace.code["statics"][o[2]], (*inside, o[2])), *o[3:])
        return tuple(self._value(trace, x, inside) for x in o)

    def _same_birth(self, a, b):
        births = [self._birth(self.traces[t.args[0]][t.args[1]], t.args[2]) for t in (a, b)]
        return a.args[0] != b.args[0] and births[0] == births[1]

    # ---- equality ----

    def equal(self, state, olds, news):
        """Whether the terms are equal, if need be by pairing variables."""
        objects, statics, found = dict(state.objects), dict(self.statics), []
        todo, done = list(zip(olds, news)), set()
        while todo:
            a, b = (self._resolved(t, objects, statics) for t in todo.pop())
            if a is b or (a, b) in done:
                continue
            done.add((a, b))
            if a.op == "var" and b.op == "var":
                if a in objects or b in objects or a.args[0] == b.args[0]:
                    return False
                objects[a] = objects[b] = self._common(a, b)
                found.append((a, b))
                todo += self._contents(state, a, b)
            elif a.op == "stat" and b.op == "stat":
                if a in statics or b in statics or not self._same_birth(a, b):
                    return False
                statics[a] = statics[b] = self._common(a, b)
            elif self._known_equal(state, a, b):
                continue
            elif (a.own or b.own) and a.op == b.op and len(a.args) == len(b.args) and \
                    all(x == y or x.__class__ is Term for x, y in zip(a.args, b.args)):
                todo += [(x, y) for x, y in zip(a.args, b.args) if x.__class__ is Term]
            else:
                return False
        if found or len(statics) != len(self.statics):
            self.statics.update(statics)
            self._show(state, found, objects)
        return True

    def _resolved(self, term, objects, statics):
        if not term.own or not (objects or statics):
            return term
        return self.terms.substitute(term, {**statics, **objects}, {})

    def _known_equal(self, state, a, b):
        if a.own or b.own:
            return False
        bits = self.terms.bits(a)
        if bits is None:
            bits = self.terms.bits(b)
        if not bits or bits < 0:
            return False
        if state.facts.decide(self.terms.equal(bits, a, b)) is True:
            return True
        constants = {}
        for term in (*self.terms.leaves(a), *self.terms.leaves(b)):
            size = self.terms.bits(term)
            if term.op != "mem" and size and 1 < size <= 64:
                low, high = state.facts.range(term, size)[:2]
                if low == high:
                    constants[term] = self.terms.const(low, size)
        if not constants:
            return False
        memo = {}
        return self.terms.substitute(a, constants, memo) is \
            self.terms.substitute(b, constants, memo)

    # ---- local variables that become visible ----

    def _contents(self, state, a, b):
        """Pairs of what two local variables hold."""
        old, new = state.old.cells.get(a, {}), state.new.cells.get(b, {})
        machine = self.machine
        if None in old or None in new:
            return [(machine.as_memory(state.old, a), machine.as_memory(state.new, b))]
        pairs = [(term, machine.read_local(state.new, b, at, size))
                 for at, (size, term) in old.items()]
        pairs += [(machine.read_local(state.old, a, at, size), term)
                  for at, (size, term) in new.items()]
        return pairs

    def _show(self, state, found, objects):
        """Local variables become visible: what they hold is in memory now."""
        state.objects = objects
        for a, b in found:
            common = objects[a]
            cells = state.old.cells.pop(a, {})
            state.new.cells.pop(b, None)
            if None in cells:
                state.memory = self.terms.make("mix", state.memory, common, cells[None])
                continue
            for at in sorted(cells):
                size, term = cells[at]
                state.memory = self.terms.store(
                    state.memory, self.terms.offset(common, at >> 3), at & 7, size,
                    state.resolve(term))
        state.learn_names(again=True)
