# SPDX-License-Identifier: GPL-2.0
"""Runs the kernel's make: with which compiler, environment and log."""
import os
import pathlib
import re
import subprocess

from . import ui

# What a make around this program says is not for the kernel's.
_NOT_OURS = ("MAKEFLAGS", "MFLAGS", "MAKELEVEL", "MAKEOVERRIDES", "ARCH", "CROSS_COMPILE",
             "O", "M", "V", "W", "C", "KCFLAGS", "KBUILD_OUTPUT", "LIBRARY_PATH", "CPATH")

# What make says of each step: "  CC [M]  drivers/gpio/gpio-sim.o".
_STEP = re.compile(r"  [A-Z_+]+( \[M\])? +\S")


def environment():
    env = {k: v for k, v in os.environ.items() if k not in _NOT_OURS}
    return dict(env, LC_ALL="C", KBUILD_BUILD_USER="safe", KBUILD_BUILD_HOST="safe")


def jobs():
    return f"-j{os.cpu_count() or 1}"


def compiler():
    return os.environ.get("CC") or "gcc"


def compiler_version():
    try:
        run = subprocess.run([*compiler().split(), "-v"], capture_output=True, text=True)
    except OSError as e:
        raise ui.Error(f"the compiler {compiler()} does not run: {e.strerror}")
    return run.stderr.strip().rpartition("\n")[2]


def without_steps(text):
    """What make wrote, less the lines that only say what it was doing."""
    return [line for line in text.splitlines() if not _STEP.match(line)]


def logged(argv, log, progress=None):
    """Runs a make of the kernel itself; all it writes goes to the file log."""
    with open(log, "a", buffering=1) as out, \
            subprocess.Popen(["nice", "make", *argv], env=environment(),
                             stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT, text=True, errors="replace") as make:
        for line in make.stdout:
            out.write(line)
            if progress and _STEP.match(line):
                progress.step(line.strip())
    if make.returncode:
        text = pathlib.Path(log).read_text(errors="replace")
        last = "\n".join("    " + line for line in without_steps(text)[-20:])
        raise ui.Error(f"the kernel does not build; the log is {log}, its last lines:\n{last}")
