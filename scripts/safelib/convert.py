# SPDX-License-Identifier: GPL-2.0
"""Migrates one file: decides, rewrites, proves, and puts back what is not proved.

The plugin chooses the places, Coccinelle rewrites them, and the plugin's traces
of the old and of the new file are compared.  A function that does not compile,
draws a new warning, or is not proved gets its old text back.
"""
import dataclasses
import pathlib
import re

from . import equiv, paths, rewrite, sites, tidy, trace

ROUNDS = 4      # conversions that make others possible

# What --idiom safe converts to.
_HEADER = "#include <safe/scope.h>"

_MESSAGE = re.compile(r"^(?P<file>[^:\n]+):(?P<line>\d+):(?:\d+:)? "
                      r"(?P<kind>warning|(?:fatal )?error): (?P<text>.*)$", re.M)


@dataclasses.dataclass
class FunctionResult:
    file: str
    function: str
    line: int               # in the old file
    status: str             # migrated, left, unchanged
    kinds: list
    reason: str
    proof: str              # equal, fix, none
    regions: int = 0        # lock regions, and how many were migrated
    migrated_regions: int = 0
    gotos: tuple = (0, 0)   # before, after
    labels: tuple = (0, 0)

    def as_json(self):
        return dataclasses.asdict(self)


@dataclasses.dataclass
class Result:
    """What became of one file."""
    path: pathlib.Path
    old: str
    new: str
    functions: list

    @property
    def changed(self):
        return self.old != self.new

    def count(self, status):
        return sum(f.status == status for f in self.functions)


class _Version:
    """One text of the file, compiled: functions, traces and messages."""

    def __init__(self, command, lines, source=None):
        self.lines = lines
        with paths.temporary() as folder:
            folder = pathlib.Path(folder)
            if source is None:
                source = folder / command.source.name
                source.write_text("\n".join(lines), encoding="latin-1")
            arg = "-fplugin-arg-safe_plugin-"
            run = command.run(source=source, extra=[
                *sites.flags(folder / "sites"), f"{arg}trace={folder / 'trace'}",
                f"{arg}stop", f"{arg}level=off", "-fkeep-static-functions", "-S"])
            self.failed = bool(run.returncode)
            self.output = run.stderr
            self.functions = sites.read(folder / "sites")
            self.traces = None if self.failed else trace.read(folder / "trace", source)
        # Of the file itself: (line, text) of each error and warning.
        self.messages = [(int(m["line"]), f"{m['kind']}: {m['text']}")
                         for m in _MESSAGE.finditer(run.stderr)
                         if pathlib.Path(m["file"]).name == source.name]

    def by_name(self):
        return {f.name: f for f in self.functions}


class Converter:
    def __init__(self, command, idiom, only=None):
        self.command, self.idiom, self.only = command, idiom, only
        self.data = command.source.read_bytes()
        lines = self.data.decode("latin-1").split("\n")
        self.old = _Version(command, lines, command.source)
        if self.old.failed:
            raise trace.CompileFailed(command.source, self.old.output)
        self.refused = {}       # function: why it has its old text
        self.proofs = {}        # function: equal or fix
        self.kinds = {}         # function: how it was converted

    def run(self):
        version = start = self._with_headers()
        for _ in range(ROUNDS):
            wanted = [f for f in version.functions if f.edits and f.name not in self.refused
                      and (not self.only or f.name == self.only)]
            if not wanted:
                break
            version = self._convert(version, wanted)
        return self._result(self.old if version is start else version)

    def _with_headers(self):
        """The version that the conversion begins with: the idiom's header is there."""
        lines = self.old.lines
        if self.idiom != "safe" or any(_HEADER in line for line in lines):
            return self.old
        at = [i for i, line in enumerate(lines) if line.startswith("#include")]
        own = [i + 1 for i in at if lines[i].startswith("#include <")]
        place = (own or at[:1] or [0])[-1]
        self.command.flags.append(f"-I{paths.INCLUDE}")
        version = _Version(self.command, [*lines[:place], _HEADER, *lines[place:]])
        if version.failed:
            raise trace.CompileFailed(f"{self.command.source} with {_HEADER}", version.output)
        return version

    def _convert(self, version, wanted):
        """The next version, with those of the wanted functions that are proved."""
        new, skipped = rewrite.rewrite(version.lines, version.functions, wanted)
        for f in wanted:
            if f.line in skipped:
                self.refused[f.name] = skipped[f.line]
        texts = {f.name: tidy.tidy(version.lines[f.line - 1:f.end], new[f.line],
                                   _edited_lines(f))
                 for f in wanted if f.line in new}
        wanted = {f.name: f for f in wanted}
        while texts:
            candidate = _Version(self.command, _replace(version, wanted, texts))
            bad = self._find_bad(candidate, texts)
            if not bad:
                for name in texts:
                    self.kinds.setdefault(name, set()).update(wanted[name].kinds)
                return candidate
            self.refused.update(bad)
            for name in bad:
                texts.pop(name, None)
        return version

    def _find_bad(self, candidate, texts):
        """{function: why} of the changed functions that have to be put back."""
        bad = self._new_messages(candidate, texts)
        if candidate.failed and not bad:
            return dict.fromkeys(texts, "the result does not compile")
        for f in candidate.functions:
            if f.bad_jump and f.name in texts:
                bad[f.name] = "jump over a variable with a cleanup"
        if bad or candidate.failed:
            return bad
        for verdict in equiv.compare(self.old.traces, candidate.traces, list(texts)):
            if verdict.status != "equal":
                bad[verdict.function] = f"not proved: {verdict.reason}"
            else:
                self.proofs[verdict.function] = "equal"
        return bad

    def _new_messages(self, candidate, texts):
        """Functions with errors or warnings that the old file did not have."""
        known = [text for _, text in self.old.messages]
        bad = {}
        for line, text in candidate.messages:
            if text in known:
                known.remove(text)
                continue
            name = _owner(candidate.lines, texts, line)
            if name:
                bad.setdefault(name, f"the compiler says: {text}")
        return bad

    def _result(self, version):
        now = version.by_name()
        functions = []
        for f in self.old.functions:
            after = now.get(f.name, f)
            changed = (self.old.lines[f.line - 1:f.end] !=
                       version.lines[after.line - 1:after.end])
            left = [self.refused[f.name]] if f.name in self.refused else after.reasons
            status = "migrated" if changed else "left" if left else "unchanged"
            functions.append(FunctionResult(
                file=str(self.command.source), function=f.name, line=f.line, status=status,
                kinds=sorted(self.kinds.get(f.name, ())), reason="; ".join(left),
                proof=self.proofs[f.name] if changed else "none",
                regions=len(f.regions),
                migrated_regions=len(f.regions) - len(after.regions),
                gotos=(f.gotos, after.gotos), labels=(f.labels, after.labels)))
        return Result(self.command.source, self.data.decode("latin-1"),
                      "\n".join(version.lines), functions)


def _edited_lines(f):
    """{index of the line in the function: whether something stands in its place}"""
    edited = {}
    for e in f.edits:
        index = e["line"] - f.line
        edited[index] = edited.get(index, False) or e["op"] not in ("drop", "label")
    return edited


def _replace(version, functions, texts):
    """The version's lines with the functions' new texts."""
    lines = list(version.lines)
    for f in sorted(functions.values(), key=lambda f: f.line, reverse=True):
        if f.name in texts:
            lines[f.line - 1:f.end] = texts[f.name]
    return lines


def _owner(lines, texts, line):
    """The changed function that a line of the new file is in."""
    for name, text in texts.items():
        # A function's text is found by its own lines: nothing else moves.
        for start in range(len(lines) - len(text) + 1):
            if lines[start] == text[0] and lines[start:start + len(text)] == text:
                if start < line <= start + len(text):
                    return name
                break
    return None


def convert(command, idiom="mainline", only=None):
    """Migrates command's file.  Nothing is written."""
    return Converter(command, idiom, only).run()
