# SPDX-License-Identifier: GPL-2.0
"""The state of a comparison: both sides, and what they share.

Also the two operations that make the exploration finite: whether one state is
an instance of another, and the most special state that two are instances of.
"""
from .assume import Facts
from .machine import GiveUp
from .terms import Term

MEMORY = ("mem", "st", "mix", "blank", "anytime")


DEEP = 60       # terms inside terms that are kept


class State:
    def __init__(self, terms, old, new, pairing):
        self.terms, self.old, self.new = terms, old, new
        self.pairing = pairing
        self.facts = Facts(terms)
        self.memory = terms.fresh_memory()
        self.held = ()                  # locks: (address, the way it was found)
        self.objects = {}               # local variable: its common name, once shown
        self.names = 0                  # of static variables, when facts were last put so
        self.trail = None               # (before, line of old, line of new, cond, holds)
        self.node = None                # the last place that was compared
        self.depth = 0
        self.doubt = None               # the events for which functions were looked into
        self.merged = False             # whether states of several paths were made one

    def copy(self):
        new = State.__new__(State)
        new.terms, new.pairing = self.terms, self.pairing
        new.old, new.new = self.old.copy(), self.new.copy()
        new.facts = self.facts.copy()
        new.memory, new.objects = self.memory, dict(self.objects)
        new.held = self.held
        new.trail, new.node, new.depth = self.trail, self.node, self.depth
        new.names, new.merged, new.doubt = self.names, self.merged, self.doubt
        return new

    def sides(self):
        return self.old, self.new

    def resolve(self, term):
        """term in terms of what both sides know."""
        statics = self.pairing.statics
        if not term.own or not (self.objects or statics):
            return term
        return self.terms.substitute(term, {**statics, **self.objects}, {})

    def learn_names(self, again=False):
        """Puts facts about one side's variables in common names that were found since."""
        if again or self.names != len(self.pairing.statics):
            self.names = len(self.pairing.statics)
            for cond, holds in list(self.facts.known.items()):
                if cond.own:
                    self.facts.assume(self.resolve(cond), holds)

    def end(self, side, var):
        """The life of a local variable ends: it is no longer the other side's."""
        self.objects.pop(var, None)


class Slots:
    """The values of a state that can still matter, and the form they stand in.

    Two states of the same form have the same slots in the same order.
    """

    def __init__(self, state):
        self.state = state
        self.places, self.values = [("memory",)], [state.memory]
        form = [len(state.held)]
        for i, lock in enumerate(state.held):
            for part, term in enumerate(lock):
                self._add(("held", i, part), term)
        for side in state.sides():
            form.append(self._side(side))
        objects = sorted(((a.args, b.args) for a, b in state.objects.items()), key=repr)
        # A pointer to a local variable is never like one to something else.
        own = [(i, _own_leaves(v)) for i, v in enumerate(self.values) if v.own]
        self.form = (tuple(form), tuple(objects), tuple(own))

    def _side(self, side):
        state, form, named = self.state, [], set()
        for number, frame in enumerate(side.frames):
            live = frame.trace.live(frame.block, frame.at)
            for name in sorted(live, key=str):
                if name.__class__ is tuple and name[0] == "v":
                    named.add(state.terms.make("var", side.name, frame.key, name[1]))
                elif name in frame.env:
                    form.append((number, name))
                    self._add(("env", side, number, name), frame.env[name])
        for n, event in enumerate(side.pending):
            form.append((event.kind, event.key))
            for i, term in enumerate(event.args):
                self._add(("pending", side, n, i), term)
        for i, (address, _) in enumerate(side.reads):
            self._add(("read", side, i), address)
        form.append(len(side.reads))
        form += self._cells(side, named)
        return tuple(form)

    def _add(self, place, term):
        self.places.append(place)
        self.values.append(self.state.resolve(term))

    def _cells(self, side, named):
        """The local variables that are named, or whose address is held somewhere."""
        form = []
        todo = [t for t in self.values if t.own]
        todo += [v for v in named if v in side.cells]
        seen = set()
        kept = set()
        while todo:
            term = todo.pop()
            if term in seen or not term.own:
                continue
            seen.add(term)
            todo += [a for a in term.args if a.__class__ is Term]
            if term.op == "var" and term in side.cells:
                kept.add(term)
                todo += [t if at is None else t[1] for at, t in side.cells[term].items()]
        for var in sorted(kept, key=lambda v: repr(v.args)):
            cells = side.cells[var]
            for at in sorted(cells, key=str):
                if at is None:
                    form.append((var.args, None))
                    self._add(("memory of", side, var), cells[None])
                else:
                    form.append((var.args, at, cells[at][0]))
                    self._add(("cell", side, var, at), cells[at][1])
        for var in list(side.cells):
            if var not in kept:
                del side.cells[var]
        return form

    def loosened(self, form, machine):
        """The slots with local variables, whose parts differ from form's, as a whole."""
        def parts(form):
            found = {}
            for entry in (*form[0][1], *form[0][2]):
                if entry.__class__ is tuple and entry[0].__class__ is tuple:
                    found.setdefault(entry[0], set()).add(entry[1:])
            return found
        other, changed = parts(form), False
        for name, mine in parts(self.form).items():
            if name in other and other[name] != mine and (None,) not in mine:
                side = self.state.old if name[0] == "old" else self.state.new
                machine.as_memory(side, self.state.terms.make("var", *name))
                changed = True
        return Slots(self.state) if changed else self

    def write(self, values):
        """Puts new values into the slots, and drops all that has none."""
        state = self.state
        env = {id(f): {} for side in state.sides() for f in side.frames}
        held = [[None, None] for _ in state.held]
        self.values = list(values)
        for place, term in zip(self.places, self.values):
            kind = place[0]
            if kind == "memory":
                state.memory = term
            elif kind == "env":
                env[id(place[1].frames[place[2]])][place[3]] = term
            elif kind == "held":
                held[place[1]][place[2]] = term
            elif kind == "cell":
                _, side, var, at = place
                side.cells[var] = {**side.cells[var], at: (side.cells[var][at][0], term)}
            elif kind == "memory of":
                place[1].cells[place[2]] = {None: term}
            elif kind == "read":
                place[1].reads[place[2]] = (term, place[1].reads[place[2]][1])
            elif kind == "pending":
                _, side, n, i = place
                side.pending = side.pending[:n] + (side.pending[n].changed(i, term),) + \
                    side.pending[n + 1:]
        state.held = tuple(tuple(lock) for lock in held)
        for side in state.sides():
            for f in side.frames:
                f.env = env[id(f)]


def _own_leaves(term):
    """The variables of one side that a term names."""
    if term.op in ("var", "stat"):
        return (term.args,)
    return tuple(leaf for a in term.args if a.__class__ is Term and a.own
                 for leaf in _own_leaves(a))


def forget_stale(slots):
    """Replaces what was read from memory as it no longer is by plain symbols.

    No later load can give the same term, so that nothing but its identity is
    left of it.  So is what has grown very deep.  Facts that no later condition
    can meet are dropped.
    """
    state = slots.state
    terms = state.terms
    if state.memory.depth > DEEP:
        state.memory = slots.values[0] = terms.fresh_memory()
    current = terms.leaves(slots.values[0])
    mapping, seen = {}, set()

    def forget(term):
        mapping[term] = new = terms.fresh(terms.bits(term) or 0)
        if term in terms.hints:
            terms.hints[new] = terms.hints[term]

    def walk(term):
        if term in seen or not any(leaf.op == "mem" for leaf in terms.leaves(term)):
            return
        seen.add(term)
        for a in term.args:
            if a.__class__ is Term and a.op in MEMORY and not terms.leaves(a) <= current:
                forget(term)
                return
        for a in term.args:
            if a.__class__ is Term and a.op not in MEMORY:
                walk(a)

    rest = []
    for place, value in zip(slots.places, slots.values):
        if value.op not in MEMORY:
            if value.depth > DEEP and not value.own:
                forget(value)
            elif len(place) > 1 and place[1] is state.old:
                walk(value)
            else:
                rest.append(value)
    of_old = dict(mapping)      # what old may still use to find a lock again
    for value in rest:
        walk(value)
    memo, memo_ways = {}, {}
    values = []
    for place, value in zip(slots.places, slots.values):
        if place[0] == "held" and place[2] == 1:
            value = terms.retrace(value, of_old, current, memo_ways)
        elif mapping and value.op not in MEMORY:
            value = terms.substitute(value, mapping, memo)
        values.append(value)
    slots.write(values)

    alive = set().union(*(terms.leaves(v) for v in slots.values))
    facts = Facts(terms)
    memo = {}
    for cond, holds in state.facts.known.items():
        cond = terms.substitute(cond, mapping, memo) if mapping else cond
        if terms.leaves(cond) <= alive:
            facts.assume(cond, holds)
    state.facts = facts


class Node:
    """A place of both sides with a state there, from which all goes well."""

    def __init__(self, key, slots, parent):
        state = slots.state
        self.key, self.form, self.values = key, slots.form, list(slots.values)
        self.known = dict(state.facts.known)
        self.parent = parent
        self.edges = []         # (node, old moved, new moved)
        self.general = 0        # how often it was generalised

    def covers(self, slots):
        """Whether the state is an instance of this node's."""
        if slots.form != self.form:
            return False
        binding, done = {}, set()
        for p, t in zip(self.values, slots.values):
            if not _match(p, t, binding, done):
                return False
        terms, facts = slots.state.terms, slots.state.facts
        memo = {}
        for cond, holds in self.known.items():
            decided = facts.decide(terms.substitute(cond, binding, memo))
            if decided is not holds:
                return False
        return True


def _match(p, t, binding, done):
    """Binds the symbols of p so that it becomes t."""
    if p.op in ("sym", "par", "mem"):
        if p in binding:
            return binding[p] is t
        if t.own:
            return False    # a local variable is not any memory
        if (p.op == "mem") != (t.op in MEMORY):
            return False
        binding[p] = t
        return True
    if p.op != t.op or len(p.args) != len(t.args):
        return False
    if (p, t) in done:
        return True
    for a, b in zip(p.args, t.args):
        if a.__class__ is Term:
            if b.__class__ is not Term or not _match(a, b, binding, done):
                return False
        elif a != b:
            return False
    done.add((p, t))
    return True


class Generaliser:
    """The most special state that a node's and a new one are instances of.

    Values that differ become symbols, one for each pair of values: what was
    equal in both stays equal.
    """

    def __init__(self, node, slots, haste):
        self.node, self.slots = node, slots
        self.terms = slots.state.terms
        self.shallow = haste > 0    # keep no structure above what differs
        self.forget = haste > 1     # keep no facts but the simplest
        self.pairs = {}
        self.steps = {}             # how far values moved: the first pair that did

    def run(self):
        values = [self._join(a, b) for a, b in zip(self.node.values, self.slots.values)]
        alive = set().union(*(self.terms.leaves(v) for v in values))
        facts = self._facts(alive)
        self.slots.write(values)
        self.slots.state.facts = facts

    def _join(self, a, b):
        if a is b:
            return a
        found = self.pairs.get((a, b))
        if found is None:
            self.pairs[a, b] = found = self._join_new(a, b)
            if b in self.terms.hints and found not in self.terms.hints:
                self.terms.hints[found] = self.terms.hints[b]
        return found

    def _join_new(self, a, b):
        memory, own = a.op in MEMORY, a.own or b.own
        if (not self.shallow or own) and a.op == b.op and len(a.args) == len(b.args) and \
                a.op not in ("c", "sym", "par", "mem", "var", "obj", "str") and \
                all(x == y for x, y in zip(a.args, b.args) if x.__class__ is not Term):
            args = [self._join(x, y) if x.__class__ is Term and y.__class__ is Term else x
                    for x, y in zip(a.args, b.args)]
            return self.terms.rebuild(a, args)
        if own:
            raise GiveUp("a pointer to a local variable or to something else")
        if memory:
            return self.terms.fresh_memory()
        bits = self.terms.bits(a)
        if bits is None:
            bits = self.terms.bits(b) or 0
        if not 8 <= bits <= 64 or self.shallow:
            return self.terms.fresh(bits)
        # Values that move by the same step keep their distance: a counter that one
        # side has already increased is the other's plus one.
        step = self.terms.add(bits, b, a, -1)
        if (bits, step) not in self.steps:
            self.steps[bits, step] = a, self.terms.fresh(bits)
        first, symbol = self.steps[bits, step]
        distance = self.terms.add(bits, a, first, -1)
        if distance.op != "c":
            return self.terms.fresh(bits)
        return self.terms.add(bits, symbol, distance)

    def _facts(self, alive):
        """The facts that hold in both, about symbols that are still there."""
        terms, now = self.terms, self.slots.state.facts
        before = Facts(terms)
        for cond, holds in self.node.known.items():
            before.assume(cond, holds)
        general = {a: g for (a, _), g in self.pairs.items() if a.op != "c"}
        back = {g: b for (_, b), g in self.pairs.items() if g.op in ("sym", "mem")}
        for (bits, step), (a, symbol) in self.steps.items():
            back[symbol] = self.terms.add(bits, a, step)
        facts, memo, memo_back = Facts(terms), {}, {}
        for cond, holds in () if self.forget else self.node.known.items():
            cond = terms.substitute(cond, general, memo)
            if terms.leaves(cond) <= alive and \
                    now.decide(terms.substitute(cond, back, memo_back)) is holds:
                facts.assume(cond, holds)
        for (a, b), g in self.pairs.items():
            bits = terms.bits(g)
            if g.op != "sym" or g not in alive or not bits or not 2 <= bits <= 64:
                continue
            zero = terms.const(0, bits)
            for make in (lambda x: terms.equal(bits, x, zero),
                         lambda x: terms.less(f"s{bits}", x, zero),
                         lambda x: terms.less(f"u{bits}", terms.const(-4096, bits), x)):
                first = before.decide(make(a))
                if first is not None and first is now.decide(make(b)):
                    facts.assume(make(g), first)
        return facts
