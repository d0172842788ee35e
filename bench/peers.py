# SPDX-License-Identifier: GPL-2.0
"""What other checkers say of a kernel file, so that they can be compared on the same files.

safe		this project's plugin, at its widest level
analyzer	gcc -fanalyzer
sparse		sparse, as "make C=2" calls it
coccicheck	the kernel's own scripts/coccinelle that report
"""
import dataclasses
import os
import re
import subprocess

from safelib import findings

TOOLS = ("safe", "analyzer", "sparse", "coccicheck")

_LINE = re.compile(r"^(?P<file>[^:\n]+):(?P<line>\d+):(?:\d+:)? (?P<kind>error|warning): "
                   r"(?P<text>.*)$", re.M)
_COCCI = re.compile(r"^(?P<file>[^:\n]+):(?P<line>\d+):[\d-]+: (?P<text>.*)$", re.M)

# Folders of scripts/coccinelle that look for bugs, not for style.
_BUGS = ("free", "iterators", "locks", "null")


@dataclasses.dataclass
class Said:
    line: int
    text: str

    @property
    def identity(self):
        """Without what moves when a line is added."""
        return re.sub(r"\d+", "", self.text)

    def __str__(self):
        return f"{self.line}: {self.text}"


def ask(tool, command, source=None, audit=True):
    """[Said] about command's file, or about source in its place.

    Raises ui.Error where the file cannot be compiled.
    """
    if tool == "safe":
        return [Said(f.line, f"{f.text} [{f.id}]")
                for f in findings.collect(command, source=source, audit=audit)]
    return _PEERS[tool](command, source)


def _parse(pattern, output, source):
    name = os.path.basename(str(source))
    return [Said(int(m["line"]), m["text"]) for m in pattern.finditer(output)
            if os.path.basename(m["file"]) == name]


def _analyzer(command, source):
    run = command.run(source=source, extra=["-fanalyzer", "-Wno-error", "-S",
                                            "-fdiagnostics-plain-output"])
    return [s for s in _parse(_LINE, run.stderr, source or command.source)
            if "[-Wanalyzer" in s.text]


def _sparse(command, source):
    file = source or command.source
    argv = ["sparse", "-D__linux__", "-Dlinux", "-D__STDC__", "-Dunix", "-D__unix__",
            "-Wbitwise", "-Wno-return-void", "-Wno-unknown-attribute", "-Wcontext", "-m64",
            *command.flags, "-iquote", str(command.source.parent), str(file)]
    run = subprocess.run(argv, cwd=command.tree.obj, capture_output=True, text=True)
    return _parse(_LINE, run.stderr, file)


def _coccicheck(command, source):
    file = source or command.source
    said = []
    for folder in _BUGS:
        for patch in sorted((command.tree.src / "scripts/coccinelle" / folder).glob("*.cocci")):
            run = subprocess.run(["spatch", "-D", "report", "--very-quiet", "--no-show-diff",
                                  "--cocci-file", str(patch), "--no-includes", str(file)],
                                 capture_output=True, text=True)
            said += _parse(_COCCI, run.stdout, file)
    return said


_PEERS = {"analyzer": _analyzer, "sparse": _sparse, "coccicheck": _coccicheck}


def new(before, after):
    """What is said before the fix and no more after it."""
    left = [s.identity for s in after]
    out = []
    for s in before:
        if s.identity in left:
            left.remove(s.identity)
        else:
            out.append(s)
    return out
