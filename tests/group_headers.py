# SPDX-License-Identifier: GPL-2.0
"""The headers in every kernel they support, and with clang.

Each header compiles alone; so do the KUnit suites, the examples and what must
compile of tests/compile: the same source with each kernel, with W=1, silently.
With the checker they are as silent, and the same object code.
"""
import functools
import hashlib
import pathlib
import shutil
import subprocess
import threading

import testlib
from safelib import bed, kbuild, paths, ui

KERNELS = {"6.1": "analysis", "6.12": "analysis-6.12", "7.3": "analysis-7.3"}
LONGEST = 600       # lines of a header


class _Variant(kbuild.Tree):
    """A kernel tree whose make gets further arguments."""

    def __init__(self, kdir, *args):
        self.args = args
        super().__init__(kdir)

    def make(self, *args):
        return super().make(*self.args, *args)

    def key(self):
        return f"{super().key()}-{hashlib.sha256(repr(self.args).encode()).hexdigest()[:8]}"


def tests():
    headers = sorted(paths.INCLUDE.glob("safe/*.h"))
    folder = paths.BUILD / "headers"
    folder.mkdir(parents=True, exist_ok=True)
    sources = [_alone(folder, h) for h in headers] + _sources()
    for kernel, name in KERNELS.items():
        strict = functools.lru_cache(lambda name=name: _Variant(bed.get(name).obj, "W=1"))
        for source in sources:
            yield (f"{kernel}: {source.stem}",
                   lambda strict=strict, source=source: _silent(strict(), source))
    clang = _once(_clang_tree)
    for source in sources:
        yield f"clang: {source.stem}", lambda source=source: _silent(clang(), source)
    for header in headers:
        yield f"length of {header.name}", lambda header=header: _length(header)
    tree = functools.lru_cache(lambda: bed.get("analysis").tree())
    for source in _sources():
        yield f"with the checker: {source.stem}", lambda source=source: _checked(tree(), source)
    yield "annotations vanish", lambda: _vanish(tree(), paths.ROOT / "kunit/own_kunit.c")


def _once(function):
    """The same value for every thread; computed by the first."""
    lock = threading.Lock()
    cached = functools.lru_cache(function)

    def call():
        with lock:
            return cached()
    return call


def _alone(folder, header):
    source = folder / f"alone-{header.stem}.c"
    text = f"#include <safe/{header.name}>\n"
    if not source.exists() or source.read_text() != text:
        source.write_text(text)
    return source


def _sources():
    """All C files that are compiled as modules, or as if they were."""
    found = [*paths.ROOT.glob("kunit/*.c"), *paths.ROOT.glob("examples/*/*.c"),
             *paths.ROOT.glob("tests/compile/ok/*.c")]
    return sorted(found)


def _silent(tree, source):
    command = tree.commands([source])[source]
    result = command.run(extra=[f"-I{paths.INCLUDE}", "-Werror"])
    if result.returncode or result.stderr.strip():
        raise testlib.Failed(result.stderr)


def _clang_tree():
    """A kernel configured for clang: one that was configured for gcc has gcc's flags."""
    if not shutil.which("clang"):
        raise testlib.Skipped("clang is not installed")
    source = bed.get("analysis").src
    out = paths.BUILD / "headers/clang"
    args = ("CC=clang",)
    with paths.locked(out):
        if not (out / "safe-built").exists():
            run = subprocess.run(
                ["make", "-C", source, f"O={out}", *args, "defconfig", "modules_prepare"],
                stdin=subprocess.DEVNULL, capture_output=True, text=True)
            if run.returncode:
                raise ui.Error(f"{source} cannot be prepared for clang:\n{run.stderr[-2000:]}")
            (out / "safe-built").touch()
    return _Variant(out, *args)


def _length(header):
    lines = len(header.read_text().splitlines())
    testlib.check(lines <= LONGEST, f"{header.name} has {lines} lines; at most {LONGEST} "
                  "can be read at one sitting: split it")


def _checked(tree, source):
    """Good code: the checker has nothing to say."""
    command = tree.commands([source])[source]
    result = command.run(extra=[f"-I{paths.INCLUDE}", f"-fplugin={_plugin()}"])
    testlib.check(not result.returncode and not result.stderr.strip(), result.stderr)


def _plugin():
    if not paths.PLUGIN.exists():
        raise testlib.Skipped("the checker is not built: make plugin")
    return paths.PLUGIN


def _vanish(tree, source):
    """The object code is the same with the checker and without."""
    command = tree.commands([source])[source]
    outputs = []
    with paths.temporary() as folder:
        for i, plugin in enumerate(([], [f"-fplugin={_plugin()}"])):
            out = pathlib.Path(folder, f"{i}.s")
            result = command.run(extra=[f"-I{paths.INCLUDE}", "-S", *plugin], output=out)
            testlib.check(not result.returncode, result.stderr)
            outputs.append(out.read_text())
    testlib.check(outputs[0] == outputs[1] and "kunit" in outputs[0],
                  "the annotations change what is compiled")
