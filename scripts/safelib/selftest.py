# SPDX-License-Identifier: GPL-2.0
"""Runs the kernel's own selftest of gpio-sim, on any version of the driver.

The driver is built as a module from a given file; kernel, test script and its
tools stay the same, so that two versions of the driver can be compared.
"""
import dataclasses
import hashlib
import pathlib
import shutil
import subprocess

from . import kmake, paths, ui

_TEST = "tools/testing/selftests/gpio"
_TOOLS = ("gpio-chip-info", "gpio-line-name", "gpio-mockup-cdev")
_PASSED = "GPIO gpio-sim test PASS"

# The test kills a tool that has the chip open and does not wait for its end, so
# the module may still be in use for a moment: rmmod is left to tell a reference
# that stays, not one that is about to go.
_SCRIPT = """
cd /selftest
./gpio-sim.sh
status=$?
for wait in 1 2 3 4 5 6 7 8 9 10; do
	[ "$(cat /sys/module/gpio_sim/refcnt)" = 0 ] && break
	sleep 1
done
rmmod gpio-sim || status=1
leaks
exit $status
"""


@dataclasses.dataclass
class Result:
    """What a run of the selftest came to."""

    lines: list         # what the selftest wrote
    problems: list      # what the kernel's checkers reported
    log: object         # boot.Log

    @property
    def passed(self):
        return self.log.status == 0 and _PASSED in self.lines and not self.problems


def build_driver(bed, file, place="drivers/gpio", name="gpio-sim"):
    """Builds one file as the module of that name, as if it stood in place."""
    with paths.temporary() as folder:
        folder = pathlib.Path(folder)
        shutil.copy(file, folder / f"{name}.c")
        (folder / "Kbuild").write_text(f"obj-m := {name}.o\n"
                                       f"ccflags-y := -I$(srctree)/{place} -I{paths.INCLUDE}\n")
        key = hashlib.sha256(f"{bed.obj} {pathlib.Path(file).resolve()}".encode())
        out = paths.BUILD / "selftest" / key.hexdigest()[:10]
        try:
            module, = bed.build_modules(folder, out)
        except ui.Error as e:
            raise ui.Error(str(e).replace(str(folder / f"{name}.c"), str(file)))
    return module


def _tools(bed, folder):
    """Builds the selftest's tools, static: the test machine has no libraries."""
    for tool in _TOOLS:
        run = subprocess.run(
            [*kmake.compiler().split(), "-O2", "-static", "-o", str(folder / tool),
             str(bed.src / _TEST / f"{tool}.c")], capture_output=True, text=True)
        if run.returncode:
            raise ui.Error(f"the selftest's tool {tool} does not compile:\n{run.stderr}")
    return {f"selftest/{tool}": folder / tool for tool in _TOOLS}


def selftest(bed, module_paths):
    """Runs gpio-sim.sh with these modules (gpio-sim last); the result is a Result."""
    release = (bed.obj / "include/config/kernel.release").read_text().strip()
    with paths.temporary() as folder:
        files = _tools(bed, pathlib.Path(folder))
        files["selftest/gpio-sim.sh"] = bed.src / _TEST / "gpio-sim.sh"
        names = []
        for module in map(pathlib.Path, module_paths):
            files[f"lib/modules/{release}/{module.name}"] = module
            names.append(module.name)
        # Each module needs those before it.
        files[f"lib/modules/{release}/modules.dep"] = "".join(
            f"{name}: {' '.join(reversed(names[:i]))}\n" for i, name in enumerate(names)).encode()
        log = bed.boot(script=_SCRIPT, files=files)
    return Result(log.output.splitlines(), log.problems(), log)
