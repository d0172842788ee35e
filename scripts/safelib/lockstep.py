# SPDX-License-Identifier: GPL-2.0
"""Executes an old and a new function side by side and compares what others see.

Both run silently up to their next event.  Equal events carry both on, with one
symbol for what the outside answers; an undecided branch splits the state in
two.  A place that was seen with a state at least as general is done; a place
that comes round again is generalised until it is.  docs/proof.md has the
argument that this proves the two functions equal.
"""
import collections
import heapq
import re
import time

from . import known
from .machine import Branch, Event, GiveUp, Machine, Side
from .pairing import Pairing
from .states import Generaliser, Node, Slots, State, forget_stale
from .terms import NAMED, Terms, type_bits

MAX_NODES = 6000
MAX_SECONDS = 60
MAX_ROUNDS = 24         # generalisations of one place
DEEP_ROUNDS = 4         # of these, how many keep the structure of values, and then facts
FEW, MANY = 6, 40       # states of one place that are kept apart: first, second try
NULL_PAGE = 4096        # what lies below is never there
MAX_RUN = 8             # frees that are compared as one run


class Different(Exception):
    """The first difference: both pauses, and the state they were met in."""

    def __init__(self, state, old, new):
        super().__init__()
        self.state, self.old, self.new = state, old, new


class Merged(Exception):
    """A difference that may only come from states that were merged."""

    def __init__(self, found):
        super().__init__()
        self.found = found


class Lockstep:
    def __init__(self, old_traces, new_traces, old, new, apart):
        self.terms = Terms()
        self.machine = Machine(self.terms)
        self.pairing = Pairing(self.terms, self.machine, old_traces, new_traces)
        self.old_traces, self.new_traces = old_traces, new_traces
        self.old, self.new = old, new
        self.apart = apart              # states of one place that are kept apart
        self.places = collections.defaultdict(list)
        self.nodes = 0
        self.rules = set()
        self.queue = []
        self.pushed = 0

    # ---- exploration ----

    def run(self):
        """Returns when all is equal; raises Different or GiveUp when not."""
        deadline = time.monotonic() + MAX_SECONDS
        state = State(self.terms, Side("old", self.old_traces, self.old),
                      Side("new", self.new_traces, self.new), self.pairing)
        for i, (kind, local) in enumerate(self.old.code["parameters"]):
            term = self.terms.make("par", i, type_bits(kind))
            self.terms.hints[term] = ("", None, self.old.names["parameters"][i])
            for side, trace in ((state.old, self.old), (state.new, self.new)):
                local = trace.code["parameters"][i][1]
                if local < 0:
                    side.frames[0].env["p", i] = term
                else:
                    var = self.terms.make("var", side.name, (), local)
                    self.machine.write_local(side, var, 0, type_bits(kind), term)
        self._push(state)
        while self.queue:
            if self.nodes > MAX_NODES:
                raise GiveUp(f"more than {MAX_NODES} states")
            if time.monotonic() > deadline:
                raise GiveUp(f"more than {MAX_SECONDS} s")
            try:
                self._process(heapq.heappop(self.queue)[2])
            except Different as found:
                if found.state.merged:
                    raise Merged(found) from None
                raise
        self._check_progress()

    def _push(self, state):
        self.pushed += 1
        heapq.heappush(self.queue, (state.depth, self.pushed, state))

    def _pause(self, state):
        """Runs both sides up to their next event or branch."""
        while True:
            old = self.machine.run(state.old, state)
            if not self._survives(state):
                return None, None
            new = self.machine.run(state.new, state)
            if not self._can_happen(state, old):
                return None, None
            self._justify(state)
            idle = [self._nothing(state, pause) for pause in (old, new)]
            if idle == [False, False] or all(idle) and old.key == new.key:
                return old, new
            self.rules.add("free-null")
            for side, pause, nothing in zip(state.sides(), (old, new), idle):
                if nothing:
                    self.machine.finish(side, state, pause, [])

    def _survives(self, state):
        """What old has read was there: False when it cannot have been.

        A read through NULL or an error pointer ends the old function, and with it
        the comparison.
        """
        for address, _ in state.old.reads:
            if not self._assume_there(state, address):
                return False
        state.old.reads = []
        return True

    def _can_happen(self, state, event):
        """Takes for granted what old's next call needs."""
        if not isinstance(event, Event) or event.kind != "call" or \
                event.key not in known.USES_FIRST or not event.args:
            return True
        lock = state.resolve(event.args[0])
        return state.facts.assume(self._in_null_page(lock), False) and \
            state.facts.assume(self._is_error(lock), False)

    def _in_null_page(self, term):
        return self.terms.less("u64", term, self.terms.const(NULL_PAGE, 64))

    def _assume_there(self, state, address):
        base, offset = self.terms.pointer(state.resolve(address))
        if base.op == "c" or base.op in NAMED or not 0 <= offset < NULL_PAGE:
            return True
        return state.facts.assume(self._is_null(base), False) and \
            state.facts.assume(self._is_error(base), False)

    def _justify(self, state):
        """Keeps those reads of new that old has not made sure of."""
        kept = {}
        for address, line in state.new.reads:
            base, offset = self.terms.pointer(state.resolve(address))
            if base.op == "c" or base.op in NAMED or not 0 <= offset < NULL_PAGE:
                continue
            if state.facts.decide(self._is_null(base)) is not False or \
                    state.facts.decide(self._is_error(base)) is not False:
                kept.setdefault(base, line)
        state.new.reads = list(kept.items())

    def _process(self, state):
        state.learn_names()
        old, new = self._pause(state)
        if old is not None and self._admit(state):
            self._meet(state)

    def _meet(self, state):
        """Compares what both sides are about to do."""
        old, new = self._pause(state)
        if old is None:
            return
        if isinstance(old, Branch) or isinstance(new, Branch):
            if isinstance(old, Branch) and isinstance(new, Branch):
                self.pairing.equal(state, [old.cond], [new.cond])
                old.cond = state.resolve(old.cond)
            self._split(state, old if isinstance(old, Branch) else new)
        else:
            self._events(state, old, new)

    def _split(self, state, branch):
        """Goes on with all that a branch's condition may be."""
        # Of a && b, decide a first: the other side may test them one by one.
        cond = state.facts.undecided_part(branch.cond)
        for holds in (True, False):
            child = state.copy()
            if not child.facts.assume(cond, holds):
                continue
            child.trail = (state.trail, branch, cond, holds)
            if child.facts.decide(branch.cond) is None:
                self._split(child, branch)
            else:
                child.depth += 1
                self._push(child)

    # ---- places that were seen ----

    def _admit(self, state):
        """False when the state is an instance of one that was seen here."""
        key = (state.old.position(), state.new.position())
        slots = Slots(state)
        forget_stale(slots)
        seen = self.places[key]
        for node in seen:
            if node.covers(slots):
                self._edge(state, node)
                return False
        ancestor = state.node
        while ancestor is not None and ancestor.key != key:
            ancestor = ancestor.parent
        general = 0
        if ancestor is not None:
            slots, general = self._generalise(ancestor, slots)
        elif len(seen) >= self.apart:
            state.merged = True
            like = [node for node in seen if node.form == slots.form]
            if like:
                slots, general = self._generalise(max(like, key=lambda n: n.general), slots)
        node = Node(key, slots, state.node)
        node.general = general
        seen.append(node)
        self.nodes += 1
        self._edge(state, node)
        state.node = node
        state.old.moved = state.new.moved = False
        return True

    def _generalise(self, node, slots):
        """Makes the state more general, guided by one that was here before."""
        if node.general >= MAX_ROUNDS:
            raise GiveUp("a loop that does not settle")
        if node.form != slots.form:
            # An array that is filled bit by bit, or a variable that is new: the
            # next round finds it as it is now.
            slots = slots.loosened(node.form, self.machine)
        if node.form == slots.form:
            Generaliser(node, slots, node.general // DEEP_ROUNDS).run()
        return slots, node.general + 1

    def _edge(self, state, node):
        if state.node is not None:
            state.node.edges.append((node, state.old.moved, state.new.moved))

    def _check_progress(self):
        """No loop in which one side waits: the other might never come out of it."""
        for moved in (1, 2):
            done, on_path = set(), set()
            for nodes in list(self.places.values()):
                for root in nodes:
                    if root in done:
                        continue
                    stack = [(root, iter(root.edges))]
                    on_path.add(root)
                    while stack:
                        node, edges = stack[-1]
                        for edge in edges:
                            if edge[moved] or edge[0] in done:
                                continue
                            if edge[0] in on_path:
                                raise GiveUp("a loop without an event that only "
                                             "one of the two has")
                            on_path.add(edge[0])
                            stack.append((edge[0], iter(edge[0].edges)))
                            break
                        else:
                            stack.pop()
                            on_path.discard(node)
                            done.add(node)

    # ---- events ----

    def _events(self, state, old, new):
        if old.kind == "unreachable":
            return      # old promises not to get here
        if self._equal(state, old, new):
            self._advance(state, old, new)
        elif not (self._frees(state, old, new) or self._same_lock(state, old, new) or
                  self._expand(state, old, new) or self._error_freed(state, old)):
            raise Different(state, *(state.doubt or (old, new)))

    def _nothing(self, state, event):
        """Whether an event is a call that does nothing, since its argument is NULL."""
        if isinstance(event, Branch) or event.kind != "call" or \
                known.plain(event.key) not in known.NOTHING_FOR_NULL:
            return False
        return state.facts.decide(self._is_null(state.resolve(event.args[0]))) is True

    def _equal(self, state, old, new):
        """Whether the events are equal, if need be by pairing local variables."""
        if old.kind != new.kind or old.key != new.key or len(old.args) != len(new.args) or \
                state.new.reads:
            return False
        olds, news = old.args, new.args
        if old.kind == "call":
            pairs = [(a, b) for a, b in zip(olds, news) if not self._own_lines(old, a, new, b)]
            if len(pairs) != len(olds):
                self.rules.add("line-number")
                olds, news = zip(*pairs)
        return self.pairing.equal(state, olds, news)

    @staticmethod
    def _own_lines(old, a, new, b):
        """Whether each side says the line it stands in: prints it, or has it in a name."""
        if a.op != b.op or a is b:
            return False
        if a.op == "str":
            return re.sub(rf"(?<!\d){old.line}(?!\d)", str(new.line), a.args[0]) == b.args[0]
        return a.op == "c" and known.prints(old.key) and \
            (a.args[0], b.args[0]) == (old.line, new.line)

    def _advance(self, state, old, new):
        """Carries both sides over equal events."""
        if old.kind in ("return", "stop"):
            return
        results = []
        terms = self.terms
        args = [state.resolve(a) for a in old.args]
        if old.kind in ("store", "write"):
            bit, size = old.key
            if not self._assume_there(state, args[0]):
                return
            state.memory = terms.store(state.memory, args[0], bit, size, args[1])
        elif old.kind == "read":
            results = [self._result(state, old)]
            if not self._assume_there(state, args[0]):
                return
        elif old.kind == "asm":
            results = [terms.fresh(0) for _ in old.statement[3][1::2]]
            results = [terms.fresh(self._target_bits(old, i)) for i in range(len(results))]
            results.append(terms.fresh(32))
            if "memory" in old.key[3]:
                state.memory = terms.fresh_memory()
        else:
            state.memory = terms.fresh_memory()
            results = [self._result(state, old)]
            self._facts_of_call(state, old.key, args, results[0])
        for side, event in ((state.old, old), (state.new, new)):
            self.machine.finish(side, state, event, results)
            side.reads = []
        state.doubt = None
        state.depth += 1
        self._push(state)

    @staticmethod
    def _target_bits(event, i):
        target = event.statement[3][1::2][i]
        return target[3] if target.__class__ is list else 64

    def _result(self, state, event):
        s = event.statement
        bits = s[2][4] if s[0] == "=" else type_bits(s[2])
        return self.terms.fresh(bits)

    def _facts_of_call(self, state, name, args, result):
        name = known.plain(name)
        if name in known.TAKES_LOCK and args:
            state.held += ((args[0], args[0]),)
        elif name in known.DROPS_LOCK and args:
            state.held = tuple(lock for lock in state.held if lock[0] is not args[0])
        if name in known.NULL_OR_OBJECT:
            state.facts.assume(self._is_error(result), False)

    def _is_null(self, term):
        return self.terms.equal(64, term, self.terms.const(0, 64))

    def _is_error(self, term):
        return self.terms.less("u64", self.terms.const(-4096, 64), term)

    # ---- rules, and looking into functions ----

    def _expand(self, state, old, new):
        """Looks into a function that only one side calls."""
        bodies = []
        for side, event in ((state.old, old), (state.new, new)):
            body = side.traces.get(event.key) if event.kind == "call" else None
            if body is not None and not body.unsupported and not body.replaceable and \
                    all(f.trace is not body for f in side.frames):
                bodies.append((side, event, body))
        if len(bodies) == 2:
            first, second = (self._calls(side.traces, body) for side, _, body in bodies)
            if new.key in first and old.key not in second:
                bodies = bodies[:1]
            elif old.key in second and new.key not in first:
                bodies = bodies[1:]
        for side, event, body in bodies:
            self.machine.enter(side, state, body, event.args)
        if bodies:
            # If it leads nowhere, the calls are what differs, not what they do.
            state.doubt = state.doubt or (old, new)
            self._push(state)
        return bool(bodies)

    def _calls(self, traces, trace):
        """The names of all that a function may call, as far as bodies are known."""
        names, todo = set(), [trace]
        while todo:
            for block in todo.pop().code["blocks"]:
                for s in block[2]:
                    if s[0] == "call" and s[3].__class__ is str and s[3] not in names:
                        names.add(s[3])
                        if s[3] in traces:
                            todo.append(traces[s[3]])
        return names

    def _same_lock(self, state, old, new):
        """Old looks up anew which lock to drop, new drops the one that was taken."""
        if old.kind != "call" or old.key != new.key or old.key not in known.DROPS_LOCK:
            return False
        found, taken = state.resolve(old.args[0]), state.resolve(new.args[0])
        way = self.terms.timeless(found)
        if found is taken or \
                not any(lock is taken and self.terms.timeless(its) is way
                        for lock, its in state.held) or \
                not state.facts.assume(self.terms.equal(64, found, taken), True) or \
                not self._equal(state, old, new):
            return False
        self.rules.add("lock-reread")
        self._advance(state, old, new)
        return True

    def _error_freed(self, state, old):
        """Old frees what may be an error pointer: it does not survive that."""
        if old.kind != "call" or known.plain(old.key) not in known.FREES:
            return False
        error = self._is_error(state.resolve(old.args[0]))
        decided = state.facts.decide(error)
        if decided is False:
            return False
        self.rules.add("free-error")
        if state.facts.assume(error, False):
            self._meet(state)
        return True

    def _frees(self, state, old, new):
        """The same frees in another order: carries both sides over them."""
        if not self._is_free(old) or not self._is_free(new):
            return False
        trial = state.copy()
        pauses = [old, new]
        done = [collections.Counter(), collections.Counter()]
        for _ in range(MAX_RUN):
            for i, side in enumerate(trial.sides()):
                event = pauses[i]
                if not self._is_free(event):
                    return False
                args = tuple(trial.resolve(a) for a in event.args)
                done[i][(event.key, args)] += 1
                # What is read from now on may be gone: it is this side's alone.
                shared, trial.memory = trial.memory, self.terms.fresh_memory()
                self.machine.finish(side, trial, event, [])
                pauses[i] = self._skip_nothing(trial, side)
                trial.memory = shared
            if done[0] == done[1]:
                break
            for pause in pauses:
                if isinstance(pause, Branch):
                    if any(leaf.op == "mem" and leaf not in self.terms.leaves(state.memory)
                           for leaf in self.terms.leaves(pause.cond)):
                        return False
                    self._split(state, pause)
                    return True
        if done[0] != done[1]:
            return False
        self.rules.add("free-order")
        trial.memory = self.terms.fresh_memory()
        trial.depth += sum(done[0].values())
        self._push(trial)
        return True

    def _skip_nothing(self, state, side):
        pause = self.machine.run(side, state)
        while self._nothing(state, pause):
            self.rules.add("free-null")
            self.machine.finish(side, state, pause, [])
            pause = self.machine.run(side, state)
        return pause

    @staticmethod
    def _is_free(pause):
        return isinstance(pause, Event) and pause.kind == "call" and \
            known.plain(pause.key) in known.FREES
