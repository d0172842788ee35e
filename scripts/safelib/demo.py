# SPDX-License-Identifier: GPL-2.0
"""The main job on a real driver: drivers/gpio/gpio-sim.c of linux 6.1.

Migrates it, proves that it does what it did, checks it with the plugin, and runs
the kernel's own selftest on the original and on the migrated driver, in a kernel
with KASAN and lockdep.  With SAFE_REPORT=FILE the page is written as HTML too.

Exit status: 0 all of that holds, 1 not, 2 could not run.
"""
import contextlib
import dataclasses
import os
import pathlib
import sys
import time

from . import bed, findings, migrate, page, paths, report, selftest, source, ui, verify

HELP = "migrate, prove, check and boot drivers/gpio/gpio-sim.c"

_DRIVER = "drivers/gpio/gpio-sim.c"
_ENOUGH = 0.9       # of the driver's lock regions must be migrated


def arguments(parser):
    parser.add_argument("-o", "--output", metavar="FILE.html", help="write the page as HTML")


class _Steps:
    """The steps as they are done: what each is, and how long it took."""

    def __init__(self):
        self.done = []

    @contextlib.contextmanager
    def step(self, name):
        start = time.monotonic()
        ui.note(f"{len(self.done) + 1}. {name}")
        yield
        self.done.append((name, time.monotonic() - start))


@dataclasses.dataclass
class _Boots:
    """The selftest's results on both drivers."""

    original: object
    migrated: object

    def rows(self):
        """For the page: [(what, original, migrated)]."""
        def both(of):
            return of(self.original), of(self.migrated)
        yield "gpio-sim.sh", *both(lambda r: "passed" if r.passed else "FAILED")
        yield "lines of output", *both(lambda r: str(len(r.lines)))
        yield "reports of KASAN, lockdep, kmemleak", *both(lambda r: str(len(r.problems)))
        yield "output", "", "the same" if self.same() else "DIFFERENT"

    def same(self):
        return self.original.lines == self.migrated.lines

    def failures(self):
        for name, result in (("original", self.original), ("migrated", self.migrated)):
            if not result.passed:
                last = "\n".join("    " + line for line in
                                 [*result.lines[-5:], *result.problems[:3]])
                yield f"the selftest fails on the {name} driver:\n{last}"
        if not self.same():
            yield "the selftest's output differs between the two drivers"


def main(args):
    steps = _Steps()
    with steps.step("kernels: fetch the source, build what analyses and what boots"):
        analysis, machine = bed.get("analysis"), bed.get("qemu")
    driver = analysis.src / _DRIVER
    with steps.step("migrate"):
        results, errors = migrate.migrate([driver], analysis.obj)
        if errors:
            raise ui.Error(errors[0])
    result, = results
    with paths.temporary() as folder:
        new = pathlib.Path(folder, driver.name)
        new.write_bytes(result.new.encode("latin-1"))
        with steps.step("prove"):
            verdicts = verify.verdicts(driver, new, kdir=analysis.obj)
        with steps.step("check with the plugin"):
            command, = migrate.commands([driver], analysis.obj)
            found = findings.collect(command, new)
        with steps.step("boot: the kernel's selftest on the original and on the migrated driver"):
            boots = _Boots(*(_boot(machine, file) for file in (driver, new)))
    shown = page.Page(f"{_DRIVER}, linux {source.version(analysis.src)}: migrated",
                      results, report.sizes(results, migrate.commands([driver], analysis.obj)),
                      list(boots.rows()), steps.done)
    page.publish(shown, sys.stdout, args.output)
    failures = [*_failures(result, verdicts, found), *boots.failures()]
    for text in failures:
        ui.error(text)
    return ui.FINDINGS if failures else ui.OK


def _boot(machine, file):
    with ui.Progress(f"selftest of {os.path.basename(file)}"):
        return selftest.selftest(machine, [selftest.build_driver(machine, file)])


def _failures(result, verdicts, found):
    regions = sum(f.regions for f in result.functions)
    migrated = sum(f.migrated_regions for f in result.functions)
    if not result.count("migrated") or migrated < _ENOUGH * regions:
        yield f"only {migrated} of {regions} lock regions were migrated"
    for v in verdicts:
        if v.status != "equal":
            yield f"{v.function}() is not proved: {v.reason or v.status}"
    for finding in found:
        yield f"the plugin finds: {finding}"
