# SPDX-License-Identifier: GPL-2.0
"""The facts of include/safe/facts as text, and compiled behind a kernel's headers.

For the tests: group_facts.py compares them with prototypes, inferred.py with bodies.
"""
import collections
import functools
import re
import threading

import testlib
from safelib import bed, paths

FOLDER = paths.INCLUDE / "safe/facts"
KERNELS = {"6.1": "analysis", "6.12": "analysis-6.12", "7.3": "analysis-7.3"}

_ANNOTATION = re.compile(r"\b__(?:takes|takes_if|keeps_if|keeps_or_frees|puts|counter|"
                         r"borrowed|deref|error_only|owned|raises|raises_if|lowers|manages|"
                         r"returned)\b")
# What is said of the result.
_RESULT = re.compile(r"\b__(?:returns_\w+|must_look)\b")
_DIAGNOSTIC = re.compile(r"^([^:\n]+):(?:(\d+):)?(?:\d+:)? (?:fatal )?(error|warning|note): (.*)$")

Key = collections.namedtuple("Key", "name parameters")


class Facts:
    """A file of facts, read as text."""

    def __init__(self, path):
        self.path = path
        text = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.S).replace("\\\n", " ")
        self.headers = re.findall(r"^#include <((?!safe/).*)>$", text, re.M)
        self.macros = dict(re.findall(r"^#define (\w+)[ \t]+(\S.*)$", text, re.M))
        body = re.sub(r"^#.*$", "", text, flags=re.M)
        self.prototypes = {}
        for statement in body.split(";"):
            statement = " ".join(statement.split())
            if "(" in statement:
                self._add(statement)

    def _add(self, prototype):
        name = re.match(r"[^(]*?(\w+)\(", prototype)[1]
        key = Key(name, len(parameters(prototype)[0]))
        testlib.check(key not in self.prototypes, f"{self.path.name}: {name}() twice")
        self.prototypes[key] = prototype

    def expanded(self, key):
        """The prototype with the file's own macros expanded."""
        return re.sub(r"\b\w+\b", lambda m: self.macros.get(m[0], m[0]), self.prototypes[key])

    def says(self, key):
        """What the fact is about: {index of a parameter, or "returns"}"""
        text = self.expanded(key)
        params, rest = parameters(text)
        about = {i for i, p in enumerate(params) if _ANNOTATION.search(p)}
        return about | ({"returns"} if _RESULT.search(rest) else set())

    def kernels(self, key):
        """The kernels that have the function as the fact says."""
        named = re.search(r"__kernels\(([^)]*)\)", self.prototypes[key])
        return set(re.findall(r'"([^"]*)"', named[1])) if named else set(KERNELS)

    def releasers(self):
        """The functions that end what others of the file begin."""
        return {n for key in self.prototypes
                for names in re.findall(r"__(?:released_by|raises|raises_if|returns_id)"
                                        r"\(([^)]*)\)", self.expanded(key))
                for n in re.findall(r'"(\w+)"', names)}

    def rounds(self):
        """The facts in groups in which each name is once."""
        groups = collections.defaultdict(list)
        seen = collections.Counter()
        for key in self.prototypes:
            groups[seen[key.name]].append(key)
            seen[key.name] += 1
        return list(groups.values())


def once(function):
    """The same value for every thread; computed by the first that asks for it."""
    locks, guard = {}, threading.Lock()
    cached = functools.lru_cache(maxsize=None)(function)

    def call(*args):
        with guard:
            lock = locks.setdefault(args, threading.Lock())
        with lock:
            return cached(*args)
    return call


@once
def files():
    return {path.name: Facts(path) for path in sorted(FOLDER.glob("*.h"))}


# ---- a prototype as text ----

def parameters(text):
    """(the parameters, what follows them)"""
    start = text.index("(") + 1
    params, depth, begin = [], 0, start
    for i in range(start, len(text)):
        if text[i] in "([":
            depth += 1
        elif text[i] == ")" and not depth or text[i] == "," and not depth:
            params.append(text[begin:i].strip())
            begin = i + 1
            if text[i] == ")":
                return params, text[begin:]
        elif text[i] in ")]":
            depth -= 1
    raise ValueError(text)


def end_of_parameters(text):
    return len(text) - len(parameters(text)[1]) - 1


# ---- compiling ----

class Compile:
    """Declarations of facts, compiled behind the headers of their files: in one go, for
    reading the headers is what takes time."""

    def __init__(self, kernel, files, lines, options, name, flags=("-fsyntax-only",)):
        """lines: {(facts, key): a line of C}"""
        text = [f"#undef CONFIG_{o}" for o in options]
        for header in dict.fromkeys(h for f in files for h in f.headers):
            text += [f"#if __has_include(<{header}>)", f"#include <{header}>", "#endif"]
        text.append("#include <safe/annotations.h>")
        text += [f"#undef {k.name}\n#undef {k.name}_noprof" for f in files
                 for k in f.prototypes]
        text = "\n".join(text).split("\n")
        at = {}
        for facts in files:
            text += [f"#define {n} {words}" for n, words in facts.macros.items()]
            for (of, key), line in lines.items():
                if of is facts:
                    text.append(line)
                    at[len(text)] = of, key
            text += [f"#undef {n}" for n in facts.macros]
        folder = paths.BUILD / "facts"
        folder.mkdir(parents=True, exist_ok=True)
        source = folder / f"{kernel}-{name}{'-plain' if options else ''}.c"
        source.write_text("\n".join(text) + "\n")
        command = tree(kernel).commands([source])[source]
        self.output = command.run(extra=[
            f"-I{paths.INCLUDE}", f"-fplugin={paths.plugin()}", "-fdiagnostics-plain-output",
            "-fmax-errors=0", *flags]).stderr
        self.said = collections.defaultdict(list)   # key: what GCC says of its line
        self.others = []                            # errors anywhere else
        self._sort(str(source), at)

    def _sort(self, source, at):
        key = None
        for line in self.output.splitlines():
            found = _DIAGNOSTIC.match(line)
            if not found:
                continue
            file, number, kind, text = found.groups()
            if kind != "note":
                key = at.get(int(number or 0)) if file == source else None
                if key is None:
                    self.others.append(line)
            if key:
                self.said[key].append(text)


@once
def tree(kernel):
    return bed.get(KERNELS[kernel]).tree()
