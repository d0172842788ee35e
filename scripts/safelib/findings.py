# SPDX-License-Identifier: GPL-2.0
"""What the plugin finds in a file: compiles it and reads GCC's own diagnostics."""
import collections
import dataclasses
import os
import re

from . import kbuild, paths, trace

# GCC's format; the id that ends a text makes it a finding of the plugin.
_DIAGNOSTIC = re.compile(r"^(?P<file>[^:\n]+):(?P<line>\d+):(?:(?P<column>\d+):)? "
                         r"(?P<kind>(?:fatal )?error|warning|note): (?P<text>.*)$")
_FINDING = re.compile(r"(?P<text>.*) \[(?P<id>SAFE_E_[A-Z0-9_]+)\]$")
# GCC's remarks on macros, which say nothing of the path.
_MACRO = re.compile(r"in (?:expansion|definition) of macro ")


@dataclasses.dataclass
class Place:
    """A step of the path that leads to a finding."""

    file: str
    line: int
    column: int
    text: str


@dataclasses.dataclass
class Finding:
    """One defect."""

    file: str           # from the top of its kernel tree, or from here
    line: int
    column: int
    level: str          # warning or error
    id: str             # SAFE_E_...
    text: str
    notes: list         # [Place], in the order of the path

    def as_json(self):
        return dataclasses.asdict(self)

    def __str__(self):
        return f"{self.file}:{self.line}:{self.column}: {self.level}: {self.text} [{self.id}]"

    @property
    def identity(self):
        """What stays the same when lines are added above it."""
        return self.file, self.id, self.text


def parse(output, name):
    """The findings in what GCC printed; name(file) is what a file is called."""
    found = []
    current = None
    for line in output.splitlines():
        said = _DIAGNOSTIC.match(line)
        if not said:
            continue
        place = name(said["file"]), int(said["line"]), int(said["column"] or 0)
        if said["kind"] == "note":
            if current and not _MACRO.match(said["text"]):
                current.notes.append(Place(*place, said["text"]))
            continue
        finding = _FINDING.match(said["text"])
        current = finding and Finding(*place, said["kind"], finding["id"], finding["text"], [])
        if current:
            found.append(current)
    return found


def collect(command, source=None, audit=False, rules=None):
    """Compiles command's file, or source in its place, up to the analysis.

    Functions that this configuration does not use are analysed too.
    """
    arg = "-fplugin-arg-safe_plugin-"
    run = command.run(source=source, extra=[
        f"-fplugin={paths.plugin()}", f"{arg}level={'audit' if audit else 'warn'}", f"{arg}stop",
        *([f"{arg}rules={rules}"] if rules else []),
        "-fkeep-static-functions", "-fdiagnostics-plain-output", "-S",
        # A tab is one column, as editors and SARIF count.
        "-fdiagnostics-column-unit=byte"])
    if run.returncode:
        raise trace.CompileFailed(source or command.source, run.stderr)

    def name(file):
        # A source that stands in for the file goes by the file's name.
        path = os.path.join(command.tree.obj, file)
        same = source is not None and os.path.exists(path) and os.path.samefile(path, source)
        return kbuild.label(command.source if same else path)
    return parse(run.stderr, name)


def without(found, known):
    """The findings that are not among the known ones, each of which excuses one."""
    left = collections.Counter(f.identity for f in known)
    new = []
    for f in found:
        if left[f.identity]:
            left[f.identity] -= 1
        else:
            new.append(f)
    return new
