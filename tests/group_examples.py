# SPDX-License-Identifier: GPL-2.0
"""The drivers in examples/: each does in a kernel with KASAN what its README says.

The README has the commands, then what they print, then what is in the kernel's
log, each as a block of code.
"""
import re

import testlib
from safelib import bed, paths

EXAMPLES = paths.ROOT / "examples"
LONGEST = 150       # lines of code: an example is read from top to bottom


def tests():
    yield "one Kbuild builds all modules", _all_build
    for readme in sorted(EXAMPLES.glob("*/README.md")):
        name = readme.parent.name
        yield f"{name}: runs as its README says", lambda r=readme: _runs(r)
        yield f"{name}: can be read in one go", lambda r=readme: _short(r.parent)


def _all_build():
    built = {m.stem for m in bed.get("uml").build_modules(paths.ROOT)}
    wanted = {f"safe_{p.stem}" for p in (paths.ROOT / "kunit").glob("*_kunit.c")}
    wanted |= {f"safe_{p.parent.name}" for p in EXAMPLES.glob("*/Kbuild")}
    testlib.check(built == wanted, f"built {sorted(built)}, wanted {sorted(wanted)}")


def _short(folder):
    for source in folder.glob("*.c"):
        lines = len(source.read_text().splitlines())
        testlib.check(lines <= LONGEST, f"{source.name} has {lines} lines, "
                      f"more than {LONGEST}")


def _runs(readme):
    text = readme.read_text().partition("\n## Run it\n")[2]
    blocks = re.findall(r"^```\n(.*?)^```", text, re.M | re.S)
    testlib.check(len(blocks) == 3, "the README must show commands, output and log")
    commands, output, log = blocks
    machine = bed.get("uml")
    modules = machine.build_modules(readme.parent)
    # As in a shell: a command that fails does not end it.
    script = f"cd /tmp\ncp /examples/*.ko .\n{commands}\ntrue\n"
    run = machine.boot(script=script, files={f"examples/{m.name}": m for m in modules})
    problems = run.problems()
    testlib.check(not problems, "\n\n".join(problems))
    testlib.check(run.output == output, f"the README says\n{output}\nit was\n{run.output}")
    missing = [line for line in log.splitlines() if line not in run.text]
    testlib.check(not missing, f"not in the kernel's log: {missing}\n{run.text[-2000:]}")
