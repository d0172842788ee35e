# SPDX-License-Identifier: GPL-2.0
"""A strict module says so: what modinfo shows, and when it shows nothing.

tests/strict is a module that is strict by its Kbuild; built for the kernel that runs
here, with the checker, and loaded.  An object that was not checked for everything says
nothing.
"""
import pathlib
import subprocess

from safelib import bed, paths
from testlib import check

FOLDER = paths.ROOT / "tests/strict"
OPTION = "-fplugin-arg-safe_plugin-"


def tests():
    yield "modinfo", _modinfo
    yield "without the checker", lambda: _stamp([], False)
    plugin = [f"-fplugin={paths.plugin()}"]
    yield "with the checker", lambda: _stamp(plugin, True)
    for options in (["level=off"], ["level=try"], ["rules=strict"], ["rules=-own"]):
        yield (f"with the checker at {options[0]}",
               lambda o=options: _stamp([*plugin, *(OPTION + text for text in o)], False))
    yield "a file that is not a module", _builtin
    yield "findings are errors", lambda: _refused(plugin)


def _modinfo():
    machine = bed.get("uml")
    with paths.temporary() as out:
        module, = machine.build_modules(FOLDER, out,
                                        [f"KCFLAGS=-fplugin={paths.plugin()}"])
        _says(machine, module)


def _says(machine, module):
    text = subprocess.run(["modinfo", module], capture_output=True, text=True, check=True).stdout
    lines = {" ".join(line.split()) for line in text.splitlines() if line.startswith("safe")}
    wanted = {"safe: strict, unsafe=1", "safe: strict, unsafe=2",
              "safe_unsafe: main.c:12: all callers have one",
              "safe_unsafe: parts.c:5: i is less than n", "safe_unsafe: parts.c:14: n of them"}
    check(lines == wanted, text)
    log = machine.boot([module])
    check("safe_strict: 1 10" in log.text and not log.problems(), log.text[-2000:])


def _compile(flags, source=FOLDER / "main.c", text=None, module=True):
    command = bed.get("analysis").tree().commands([source])[source]
    with paths.temporary() as folder:
        if text:
            source = pathlib.Path(folder, "strict.c")
            source.write_text(text)
        run = command.run(source=source, output=f"{folder}/strict.o", extra=[
            *(["-DMODULE"] if module else ["-UMODULE"]), f"-I{paths.INCLUDE}", "-DSAFE_STRICT",
            "-include", f"{paths.INCLUDE}/safe/strict.h", *flags])
        built = pathlib.Path(folder, "strict.o")
        return run, built.read_bytes() if built.exists() else b""


def _stamp(flags, wanted):
    run, built = _compile(flags)
    check(not run.returncode and not run.stderr, run.stderr)
    check((b"safe=strict, unsafe=1" in built) == wanted and len(built) > 500,
          f"wanted {'a' if wanted else 'no'} stamp")


def _builtin():
    run, built = _compile([f"-fplugin={paths.plugin()}"], FOLDER / "parts.c", module=False)
    check(not run.returncode and b"safe=strict" not in built and len(built) > 500, run.stderr)


def _refused(plugin):
    """Of every rule, whatever the level; not what is only likely."""
    text = (paths.ROOT / "tests/plugin/options/findings.c").read_text()
    for level in ("warn", "audit"):
        run, built = _compile([*plugin, f"{OPTION}level={level}"], text=text)
        check(run.returncode and not built, f"compiled: {run.stderr}")
        for found in ("SAFE_E_USE_AFTER_FREE", "SAFE_E_UNCHECKED_NULL", "SAFE_E_RAW_CALL"):
            check(any("error:" in line and found in line for line in run.stderr.splitlines()),
                  f"{found} is no error:\n{run.stderr}")
    check("warning:" in run.stderr, f"what is likely is no warning:\n{run.stderr}")
