# SPDX-License-Identifier: GPL-2.0
"""The KUnit suites of kunit/: in User Mode Linux, on a machine with several
CPUs, and with every allocation that they make failing once."""
import testlib
from safelib import bed, kunit


def tests():
    yield from _plain("uml")
    yield from _with_faults("uml")
    yield from _plain("qemu")


def _plain(name):
    machine = bed.get(name)
    run = kunit.run(machine, kunit.modules(machine))
    for case in run.cases:
        yield f"{name}: {case.suite}: {case.name}", lambda case=case: _passed(case)
    yield f"{name}: every suite ran", lambda: testlib.check(
        not run.silent, f"without a result: {', '.join(run.silent)}\n{run.log.text[-3000:]}")
    yield f"{name}: no report of the kernel's checkers", lambda: _quiet(run.problems())


def _passed(case):
    if case.status == "skipped":
        raise testlib.Skipped(case.detail or "no reason given")
    testlib.check(case.status == "passed", case.detail)


def _quiet(problems):
    testlib.check(not problems, "\n\n".join(problems))


def _with_faults(name):
    machine = bed.get(name)
    suites = kunit.modules(machine)
    run = kunit.run_with_faults(machine, suites)
    for module in suites:
        yield (f"{name}: {module.stem}: every allocation fails once",
               lambda stem=module.stem: _survived(run, stem))
    yield f"{name}: faults: some allocations failed", lambda: testlib.check(
        any(n for kinds in run.rounds.values() for n in kinds.values()), str(run.rounds))
    yield f"{name}: faults: no report of the kernel's checkers", lambda: _quiet(run.problems())


def _survived(run, stem):
    if stem in run.bad:
        bad = run.bad[stem]
        raise testlib.Failed(f"{len(bad)} cases failed, the first:\n{bad[0]}")
    testlib.check(stem in run.rounds, "the rounds did not end:\n" + run.log.text[-3000:])
