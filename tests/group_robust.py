# SPDX-License-Identifier: GPL-2.0
"""The checker never breaks a compilation, whatever the code.

It reads gcc's own torture tests and those of its analyzer, and random programs of
csmith, with every rule at its widest.  What gcc alone accepts it must accept with the
checker, which must come to an end and have looked at something.
"""
import json
import os
import pathlib
import subprocess
import tempfile

import testlib
from safelib import paths, source

# Many files a test: starting one costs more than a compilation.
BATCH = 50
# Seeds, so that a program that breaks something can be made again.
PROGRAMS = range(1, 41)
SECONDS = 60


def tests():
    top = source.gcc_tests()
    files = sorted(top.rglob("*.c"))
    for n in range(0, len(files), BATCH):
        part = files[n:n + BATCH]
        yield (f"gcc's tests, {part[0].relative_to(top)} to {part[-1].name}",
               lambda p=part: _compile(p))
    for seed in PROGRAMS:
        yield f"csmith, seed {seed}", lambda s=seed: _random(s)


def _gcc(file, extra, cwd):
    return subprocess.run(["gcc", "-O2", "-w", "-S", "-o", "/dev/null", *extra, str(file)],
                          cwd=cwd, capture_output=True, text=True, timeout=SECONDS,
                          env=dict(os.environ, LC_ALL="C"))


def _checked(file, cwd, options=()):
    """Why the checker breaks the file's compilation, or None; how much it analysed."""
    stats = pathlib.Path(cwd) / "stats"
    arg = "-fplugin-arg-safe_plugin-"
    try:
        run = _gcc(file, [f"-fplugin={paths.plugin()}", f"{arg}level=audit", f"{arg}stop",
                          f"{arg}stats={stats}", *options], cwd)
    except subprocess.TimeoutExpired:
        return f"{file}: not done after {SECONDS} s", 0
    if run.returncode and not _gcc(file, options, cwd).returncode:
        return f"{file}: {run.stderr[-800:]}", 0
    if run.returncode:
        return None, 0      # not for this machine
    return None, sum(json.loads(line)["functions"] for line in stats.read_text().splitlines())


def _compile(files):
    broken, functions = [], 0
    with tempfile.TemporaryDirectory() as cwd:
        for file in files:
            why, n = _checked(file, cwd)
            (pathlib.Path(cwd) / "stats").unlink(missing_ok=True)
            functions += n
            if why:
                broken.append(why)
    testlib.check(not broken, "\n".join(broken))
    testlib.check(functions > len(files) // 4, f"only {functions} functions were looked at")


def _random(seed):
    with tempfile.TemporaryDirectory() as cwd:
        program = pathlib.Path(cwd) / "random.c"
        with program.open("w") as out:
            made = subprocess.run(["csmith", "--seed", str(seed)], stdout=out, cwd=cwd,
                                  stderr=subprocess.PIPE, text=True)
        testlib.check(made.returncode == 0, f"csmith: {made.stderr}")
        why, functions = _checked(program, cwd, ["-I/usr/include/csmith"])
        testlib.check(not why, why)
        testlib.check(functions, "nothing was looked at: does the program compile?")
