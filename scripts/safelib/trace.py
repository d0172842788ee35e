# SPDX-License-Identifier: GPL-2.0
"""Traces: the code of functions as the plugin writes it, ready to be executed.

docs/proof.md describes the form.  collect() compiles a file; the functions come
back by name, with the file's variables beside them.
"""
import functools
import json
import pathlib
import re

from . import paths, ui


class CompileFailed(ui.Error):
    """The file does not compile; output is what the compiler said."""

    def __init__(self, source, output):
        first = next((line for line in output.splitlines() if "error:" in line),
                     output.strip().split("\n")[-1])
        super().__init__(f"{source} does not compile: {first}")
        self.output = output


class Traces(dict):
    """The functions of a file by name: those of the file itself, and helpers."""

    def __init__(self, source):
        super().__init__()
        self.source = str(source)
        self.variables, self.aliases, self.assembly = [], [], []

    def own(self):
        return {name: t for name, t in self.items() if t.main}

    @functools.cached_property
    def helpers(self):
        """The functions that are looked into wherever they are called.

        Cleanups, and what only computes: a call of theirs is nobody's business.
        """
        return {name for name, t in self.items()
                if _HELPER.match(name) or self._computes(t)}

    def _computes(self, trace):
        return not trace.main and not trace.unsupported and all(
            s[0] == "op" or s[0] == "=" and s[1].__class__ is int and s[2].__class__ is int
            or s[0] == "=" and s[1].__class__ is int and s[2][0] in ("c", "p", "u", "0", "&")
            or s[0] == "call" and s[3] in ("__builtin_expect", ".DEFERRED_INIT")
            or s[0] == "call" and s[3].__class__ is str and s[3] in self and s[3] != trace.name
            and self._computes(self[s[3]])
            for block in trace.code["blocks"] for s in block[2])


# What guard(), CLASS(), __free() and the project's own macros call.
_HELPER = re.compile(r"class_\w+_(con|de)structor$|class_\w+_lock_(ptr|err)$|__free_|_*safe_")

_CLEANUP = re.compile(r"class_\w+_destructor$|__free_")

# Counted through the whole file, so that they change with every use before.
_UNIQUE = re.compile(r"(__UNIQUE_ID_\w*?|__compiletime_assert_)\d+$")


def stable_name(name):
    """A name without the number that only makes it unique in its file."""
    return _UNIQUE.sub(r"\1", name)


def is_cleanup(name):
    """Whether a function of this name runs when a scope is left."""
    return _CLEANUP.match(name) is not None


class Trace:
    """One function."""

    def __init__(self, line, source):
        self.name = line["function"]
        self.file, self.line, self.main = line["file"], line["line"], line["main"]
        self.static, self.inline = line["static"], line["inline"]
        self.type, self.attributes = line["type"], line["attributes"]
        self.code, self.names, self.source = line["code"], line["names"], source
        self._lines = line["lines"]
        self._blocks = self._live = None

    @property
    def unsupported(self):
        return self.code.get("unsupported")

    @property
    def replaceable(self):
        """Whether another file may have another body for this function."""
        return "weak;" in self.attributes

    @property
    def blocks(self):
        """{index: Block}"""
        if self._blocks is None:
            self._blocks, at = {}, 0
            for index, phis, statements, jump in self.code["blocks"]:
                count = len(statements) + 1
                self._blocks[index] = Block(index, phis, statements, jump,
                                            self._lines[at:at + count])
                at += count
        return self._blocks

    @property
    def entry(self):
        return self.code["blocks"][0][0]

    def live(self, block, at):
        """What may be read from statement number at of a block on.

        SSA names as numbers; local variables as ("v", number), as far as they
        are named: an address that is held elsewhere keeps one alive too.
        """
        if self._live is None:
            self._live = _live_in(self.blocks)
        live = set(self._live[block])
        b = self.blocks[block]
        for s in reversed(b.accesses[at:]):
            s.backward(live)
        return live


class Block:
    def __init__(self, index, phis, statements, jump, lines):
        self.index, self.phis, self.statements, self.jump = index, phis, statements, jump
        self.lines = lines
        self.values = {}        # block it comes from: [(target, operand)]
        for phi in phis:
            for source, value in zip(phi[1::2], phi[2::2]):
                self.values.setdefault(source, []).append((phi[0], value))
        self._accesses = None

    @property
    def accesses(self):
        """What each statement, and last the jump, reads and sets."""
        if self._accesses is None:
            self._accesses = [_statement(s) for s in self.statements] + [_jump(self.jump)]
        return self._accesses

    def successors(self):
        kind = self.jump[0]
        if kind == "if":
            return self.jump[5:7]
        if kind == "switch":
            return [self.jump[3], *(case[2] for case in self.jump[4:])]
        return self.jump[1:] if kind in ("jump", "any") else []


class _Access:
    """What one statement reads and sets."""

    def __init__(self):
        self.reads, self.sets = set(), set()

    def backward(self, live):
        live -= self.sets
        live |= self.reads

    def operand(self, o):
        if o.__class__ is int:
            self.reads.add(o)
        elif o[0] == "p":
            self.reads.add(("p", o[1]))
        elif o[0] in ("ld", "&"):
            self.place(o[1:])

    def place(self, p, target=False):
        if p[0] in ("*", "="):
            self.operand(p[1])
        elif p[0] == "v" and not target:
            self.reads.add(("v", p[1]))
        for index in p[7::3]:
            self.operand(index)

    def target(self, t):
        if t.__class__ is int:
            self.sets.add(t)
        elif t:
            self.place(t, target=True)


def _statement(s):
    a = _Access()
    kind = s[0]
    if kind == "=":
        a.target(s[1])
        a.operand(s[2])
    elif kind == "op":
        a.target(s[1])
        for o in s[5:]:
            a.operand(o)
    elif kind == "call":
        a.target(s[1])
        if s[3].__class__ is list:
            a.operand(s[3][0])
        for o in s[5:]:
            a.operand(o)
    elif kind == "asm":
        for t in s[3][1::2]:
            a.target(t)
        for o in s[4][1::2]:
            a.operand(o)
        a.sets.add("any")
    elif s[1][0] == "v":        # the end of a variable's life
        a.sets.add(("v", s[1][1]))
    return a


def _jump(j):
    a = _Access()
    if j[0] == "if":
        a.operand(j[3])
        a.operand(j[4])
    elif j[0] == "switch":
        a.operand(j[2])
    elif j[0] == "any":
        a.reads.add("any")      # what the assembly before it left
    elif j[0] == "return":
        for o in j[1:]:
            a.operand(o)
    return a


def _live_in(blocks):
    """What is live at the end of each block."""
    end = {index: set() for index in blocks}
    begin = {index: set() for index in blocks}
    sources = {index: [] for index in blocks}
    for b in blocks.values():
        for s in b.successors():
            sources[s].append(b.index)
    todo = list(blocks)
    while todo:
        b = blocks[todo.pop()]
        live = set(end[b.index])
        for s in reversed(b.accesses):
            s.backward(live)
        if live == begin[b.index] and live:
            continue
        begin[b.index] = live
        targets = {phi[0] for phi in b.phis}
        for source in sources[b.index]:
            more = _Access()
            more.reads = live - targets
            for _, value in b.values.get(source, ()):
                more.operand(value)
            if not more.reads <= end[source]:
                end[source] |= more.reads
                todo.append(source)
    return end


def read(path, source):
    """The Traces in a file that the plugin wrote for source."""
    traces = Traces(source)
    with open(path) as lines:
        for text in lines:
            line = json.loads(text)
            if "function" in line:
                traces[line["function"]] = Trace(line, traces.source)
            else:
                traces.variables = line["variables"]
                traces.aliases = line["aliases"]
                traces.assembly = line["assembly"]
    return traces


def collect(command, source=None):
    """Compiles command's file, or source in its place: its Traces."""
    with paths.temporary() as folder:
        out = pathlib.Path(folder) / "trace"
        arg = "-fplugin-arg-safe_plugin-"
        run = command.run(source=source, extra=[
            f"-fplugin={paths.plugin()}", f"{arg}trace={out}", f"{arg}stop",
            f"{arg}level=off", "-fkeep-static-functions", "-S", "-w"])
        if run.returncode or not out.exists():
            raise CompileFailed(source or command.source, run.stderr)
        return read(out, source or command.source)
