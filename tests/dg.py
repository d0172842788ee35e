# SPDX-License-Identifier: GPL-2.0
"""Compiles a file and compares what the compiler says with what the file expects.

The expectation stands on the line that the diagnostic is to be reported for:

	x = TRY(p);	/* { dg-error "SAFE_E_NOT_RESULT: TRY\\(p\\)" } */

dg-error, dg-warning and dg-note take a regular expression that is searched in
the message.  "{ dg-error "..." -1 }" means the line above.  An error or warning
that no marker expects fails the test, so does a marker that nothing matches,
and a file without any.  A note is compared only where a marker asks for one.

A line "/* { dg-options "-fno-inline" } */" adds compiler options.
"""
import re
import shlex

import testlib

_MARKER = re.compile(
    r'\{\s*dg-(error|warning|note)\s+"((?:[^"\\]|\\.)*)"\s*([+-]\d+)?\s*\}')
_OPTIONS = re.compile(r'\{\s*dg-options\s+"([^"]*)"\s*\}')
_DIAGNOSTIC = re.compile(
    r"^(?P<file>[^:\n]+):(?P<line>\d+):(?:\d+:)? (?P<kind>fatal error|error|warning|note): "
    r"(?P<text>.*)$", re.M)

# What is wrong with the command line has no line: "cc1: error: ...".
_NO_LINE = re.compile(r"^[^\s:]+: (?:fatal )?error: .*$", re.M)

# Without these the compiler draws the source between its messages.
_FLAGS = {"gcc": ["-fdiagnostics-plain-output"],
          "clang": ["-fno-caret-diagnostics", "-fno-color-diagnostics"]}


class _Marker:
    def __init__(self, kind, text, line):
        self.kind, self.text, self.line = kind, text, line
        self.pattern = re.compile(text)
        self.met = False

    def __str__(self):
        return f'line {self.line}: {self.kind} "{self.text}"'


def markers(text):
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        for kind, pattern, offset in _MARKER.findall(line):
            found.append(_Marker(kind, pattern.replace('\\"', '"'), number + int(offset or 0)))
    return found


def _flags(command, text, extra_flags):
    family = "clang" if "clang" in command.compiler else "gcc"
    options = [word for found in _OPTIONS.findall(text) for word in shlex.split(found)]
    return [*_FLAGS[family], *extra_flags, *options]


def compile(command, source, defines=(), extra_flags=()):
    """Compiles source; the result has returncode and stderr."""
    flags = _flags(command, source.read_text(), extra_flags)
    return command.run(source, extra=[*flags, *(f"-D{d}" for d in defines)])


def silent(command, source, defines=(), extra_flags=()):
    """The file must compile, and without a word."""
    result = compile(command, source, defines, extra_flags)
    if result.returncode or result.stderr.strip():
        raise testlib.Failed(f"{source.name}: must compile silently"
                             f"{_with(defines)}:\n{result.stderr}")


def run(command, source, defines=(), extra_flags=()):
    """The file must draw exactly the diagnostics that its markers expect."""
    expected = markers(source.read_text())
    if not expected:
        raise testlib.Failed(f"{source.name}: no dg- marker: nothing would be tested")
    result = compile(command, source, defines, extra_flags)
    wrong = []
    for found, lines in _diagnostics(result.stderr, source):
        kind = found["kind"].replace("fatal error", "error")
        fits = [m for m in expected
                if m.kind == kind and m.line in lines and m.pattern.search(found["text"])]
        for marker in fits:
            marker.met = True
        if not fits and kind != "note":
            wrong.append(f"not expected: {found[0]}")
    wrong += [f"not expected: {text}" for text in _NO_LINE.findall(result.stderr)]
    wrong += [f"did not appear: {m}" for m in expected if not m.met]
    if not wrong and any(m.kind == "error" for m in expected) and not result.returncode:
        wrong.append("the compiler printed an error and succeeded all the same")
    if wrong:
        raise testlib.Failed("\n".join([f"{source.name}{_with(defines)}:", *wrong,
                                        "the compiler's output:", result.stderr]))


def _diagnostics(output, source):
    """Each diagnostic, and the lines of source that it is about.

    What a macro of a header is blamed for stands at the header's line, and the
    user's line in a note that follows.  (-ftrack-macro-expansion=0 would give the
    user's line at once, but no pragma in a macro works with it.)
    """
    found = []
    lines = []
    for match in _DIAGNOSTIC.finditer(output):
        # Notes on expansion belong to what stands before them.
        if not re.match(r"in (?:expansion|definition) of macro", match["text"]):
            lines = []
        if match["file"] == str(source):
            lines.append(int(match["line"]))
        found.append((match, lines))
    return found


def twice(command, source, define="FAIL", extra_flags=()):
    """With define: the diagnostics expected; without: a control that compiles silently."""
    silent(command, source, (), extra_flags)
    run(command, source, (define,), extra_flags)


def _with(defines):
    return "".join(f" -D{d}" for d in defines)
