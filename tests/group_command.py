# SPDX-License-Identifier: GPL-2.0
"""What all commands of scripts/safe have in common.

The exit status (0 done, 1 findings, 2 could not run), help, and errors, each one line
that says what to do.  The commands kernel and verify have groups of their own.
"""
import contextlib
import os
import pty
import re
import subprocess
import sys

from commandlib import SAFE, ends, error, folder_of_drivers, bed_folder, left_alone, safe
from safelib import bed, ui
from testlib import check


def tests():
    yield from {
        "help": helps,
        "errors of usage": usage_errors,
        "errors of files and trees": file_errors,
        "errors of the compiler": compile_errors,
        "a closed pipe": closed_pipe,
        "colours": colours,
    }.items()


_OPTIONS = {
    "migrate": ["FILE", "--diff", "--in-place", "--json", "--kdir", "--only", "--idiom", "-j"],
    "check": ["FILE", "--json", "--sarif", "--baseline", "--audit", "--kdir", "-j"],
    "report": ["FILE", "--output", "--kdir", "--idiom", "-j"],
}


def helps():
    run = subprocess.run([sys.executable, str(SAFE), "--help"], capture_output=True, text=True)
    ends(run, ui.OK)
    for command in ("migrate", "verify", "check", "report", "kernel"):
        check(re.search(rf"^ +{command} +\S", run.stdout, re.M), f"no {command} in: {run.stdout}")
    for command, options in _OPTIONS.items():
        run = safe(None, command, "--help", kdir=False)
        ends(run, ui.OK)
        check("Exit status:" in run.stdout, f"{command}: says no exit status")
        for option in options:
            check(re.search(rf"^  (?:-\w \S+, )?{option}\b", run.stdout, re.M),
                  f"{command}: {option} is not explained:\n{run.stdout}")


def usage_errors():
    run = subprocess.run([sys.executable, str(SAFE)], capture_output=True, text=True)
    error(run, ui.FAILED, "COMMAND", "safe --help")
    run = subprocess.run([sys.executable, str(SAFE), "mend"], capture_output=True, text=True)
    error(run, ui.FAILED, "'mend'", "migrate", "safe --help")
    for command in _OPTIONS:
        error(safe(None, command), ui.FAILED, "FILE", f"safe {command} --help")
        error(safe(None, command, "--nonsense", "x.c"), ui.FAILED, "--nonsense")
    error(safe(None, "migrate", "--diff", "--json", "x.c"), ui.FAILED, "--json", "--diff")
    error(safe(None, "migrate", "--idiom", "rust", "x.c"), ui.FAILED, "'rust'", "mainline")


def file_errors():
    """What is wrong with the file or the kernel tree, for each command."""
    source = bed.get("analysis").src
    with folder_of_drivers() as folder:
        empty = folder / "empty"
        empty.mkdir()
        for command in _OPTIONS:
            def error(*args, command=command, **kwargs):
                return safe(folder, command, *args, **kwargs)
            error(error("missing.c"), 2, "missing.c: no such file")
            error(error("driver.c", "missing.c"), 2, "missing.c: no such file")
            error(error("driver.c", kdir=False), 2, "driver.c is not in a kernel tree", "--kdir")
            error(error("--kdir", "nowhere", "driver.c", kdir=False), 2,
                   "nowhere: no such kernel tree")
            error(error("--kdir", empty, "driver.c", kdir=False), 2, "not a kernel tree")
            error(error("--kdir", source, "driver.c", kdir=False), 2, source, "not configured",
                   "make defconfig")
            # The tree that it is in is taken, and that is not configured.
            error(error(source / "drivers/gpio/gpio-sim.c", kdir=False), 2, "not configured")
            error(error(source / "include/linux/slab.h"), 2, "slab.h",
                   "configuration does not build this file")
        left_alone(folder)


def compile_errors():
    with folder_of_drivers() as folder:
        text = "broken.c does not compile: "
        for args in (["--diff"], ["--json"], ["--in-place"], []):
            error(safe(folder, "migrate", *args, "broken.c"), 1, text, "undeclared_thing")
        error(safe(folder, "check", "broken.c"), 2, text, "undeclared_thing")
        error(safe(folder, "report", "broken.c"), 1, text, "undeclared_thing")
        (folder / "missing-header.c").write_text('#include "foo.h"\n')
        error(safe(folder, "check", "missing-header.c"), 2, "foo.h: No such file")
        (folder / "brace.c").write_text("int f(void)\n{\n")
        error(safe(folder, "migrate", "--diff", "brace.c"), 1, "brace.c does not compile")


def closed_pipe():
    """Whoever stops reading gets no traceback."""
    with folder_of_drivers() as folder:
        for command in ("migrate", "migrate --json", "migrate --diff", "check", "check --json",
                        "report"):
            file = "findings.c" if command.startswith("check") else "driver.c"
            run = subprocess.run(
                ["sh", "-c", f"{sys.executable} {SAFE} {command} --kdir {bed_folder()} {file} "
                 "2> errors | head -n 1 > first"], cwd=folder)
            check(run.returncode == 0 and (folder / "first").read_text(), command)
            check(not (folder / "errors").read_text(), (folder / "errors").read_text())


def _on_terminal(folder, command, *args, **more):
    """What the command writes to a terminal; more is for its environment."""
    env = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    ours, theirs = pty.openpty()
    with subprocess.Popen([sys.executable, str(SAFE), command, "--kdir", bed_folder(), *args],
                          cwd=folder, stdin=subprocess.DEVNULL, stdout=theirs,
                          stderr=subprocess.DEVNULL, env={**env, **more}):
        os.close(theirs)
        data = b""
        with contextlib.suppress(OSError):      # the end of a terminal
            while part := os.read(ours, 1 << 16):
                data += part
        os.close(ours)
    return data.decode()


def colours():
    with folder_of_drivers() as folder:
        for command, file, colour in (("check", "findings.c", "\033[31mwarning:"),
                                      ("migrate", "driver.c", "\033[32m+"),
                                      ("report", "driver.c", "\033[32m+")):
            with_colours = _on_terminal(folder, command, file)
            check(colour in with_colours, with_colours)
            without = _on_terminal(folder, command, file, NO_COLOR="1")
            check("\033" not in without and len(without) > 100, without)
            check("\033" not in safe(folder, command, file).stdout, "colours in a pipe")
        check("\033" not in _on_terminal(folder, "check", "--json", "findings.c"),
              "colours in JSON")
        check("\033" not in _on_terminal(folder, "migrate", "--diff", "driver.c"),
              "colours in a patch")
