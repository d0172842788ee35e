# SPDX-License-Identifier: GPL-2.0
"""Runs KUnit suites that are modules, in a bed, and reads their results.

The results are read by the kernel's own tools/testing/kunit/kunit.py.
"""
import dataclasses
import json
import re
import string
import subprocess
import sys

from . import paths, ui

_FAULT = paths.ROOT / "scripts/kernel/fault"
_STATUS = {"PASS": "passed", "SKIP": "skipped", "FAIL": "failed", "ERROR": "failed"}

# The marks go straight to the kernel's log, where they keep their place among
# the results.

# Loads the suites one after the other; unloads them, since a leak hides behind
# what a module's own variables point to.
_PLAIN = """
for module in /suites/*.ko; do
	echo "suite module ${module##*/}" > /dev/kmsg
	insmod $module || exit
done
for module in /suites/*.ko; do
	name=${module##*/}
	rmmod ${name%.ko} || exit
done
leaks
"""

# Each suite again and again: in round n of a sweep, the nth allocation of every
# case fails, until none makes that many.
#
# One sweep is over slab objects.  What kmemleak takes for itself is left out, so
# that a case makes the same ones each time.  The other is over pages; slabs are
# refilled from these at times of their own, which shifts the count: so each
# round is done three times.
_FAULTS = """
cd /sys/kernel/debug
for kind in failslab fail_page_alloc; do
	echo N > $kind/ignore-gfp-wait
	echo 0 > $kind/verbose
done
echo Y > failslab/cache-filter
echo N > fail_page_alloc/ignore-gfp-highmem

sweep() {
	nth=0
	hits=1
	while [ $hits != 0 ]; do
		nth=$((nth + 1))
		echo $nth > nth
		echo 0 > hits
		for time in $2; do
			echo "fault round ${name%.ko} $1 $nth" > /dev/kmsg
			insmod $module && rmmod ${name%.ko} || exit
		done
		hits=$(cat hits)
	done
	echo "fault sweep ${name%.ko} $1 $((nth - 1))" > /dev/kmsg
}

cd /sys/module/safe_fault/parameters
for module in /suites/*.ko; do
	name=${module##*/}
	echo N > /sys/kernel/debug/failslab/ignore-gfp-wait
	echo 99 > /sys/kernel/debug/fail_page_alloc/min-order
	sweep object 1
	echo Y > /sys/kernel/debug/failslab/ignore-gfp-wait
	echo 0 > /sys/kernel/debug/fail_page_alloc/min-order
	sweep page "1 2 3"
done
rmmod safe_fault
leaks
"""
# Marks the caches that may fail: all but kmemleak_*.  A name is compared up to '*'.
_LETTERS = string.ascii_letters
_FAULT_ARGS = ("slub_debug=A," + ",".join(
    [f"{c}*" for c in _LETTERS.replace("k", "")]
    + [f"k{c}*" for c in _LETTERS.replace("m", "")] + ["kmalloc*"]),)


@dataclasses.dataclass
class Case:
    """A test case's result."""

    suite: str
    name: str
    status: str         # passed, failed, skipped
    detail: str = ""    # what the kernel said, when it failed or was skipped


@dataclasses.dataclass
class Run:
    """What came of running some suites in a kernel."""

    cases: list
    log: object         # boot.Log
    silent: list        # modules that ran no case

    def problems(self):
        return self.log.problems()


def modules(bed, folder=paths.ROOT / "kunit"):
    """The suites of a folder, built for the bed."""
    return bed.build_modules(folder)


def run(bed, suites, kernel_args=()):
    """Runs each suite once."""
    log = bed.boot(script=_PLAIN, files=_guest_files(suites), kernel_args=kernel_args)
    parts = re.split(r"^suite module (\S+)$", log.text, flags=re.M)[1:]
    cases, silent = [], []
    for module, text in zip(parts[::2], parts[1::2]):
        found = parse(bed.src, text)
        cases += found
        if not found:
            silent.append(module)
    silent += [s.name for s in suites if s.name not in parts[::2]]
    return Run(cases, log, silent)


@dataclasses.dataclass
class Faults:
    """What came of failing every allocation of some suites."""

    rounds: dict        # {module: {object or page: how many its longest case takes}}
    bad: dict           # module: texts, one for each case that did not take it
    log: object         # boot.Log

    def problems(self):
        return [self._named(p) for p in self.log.problems() if not _of_kernel(p)]

    def _named(self, problem):
        """A leak with the case that caused it, which its thread tells."""
        thread = re.search(r'^  comm .*, pid (\d+),', problem, re.M)
        case = thread and re.search(rf"^safe_fault: (.*) \(thread {thread[1]}\)$",
                                    self.log.text, re.M)
        return f"after {case[1]}:\n{problem}" if case else problem


def run_with_faults(bed, suites):
    """Runs each suite once for each of its allocations, which then fails."""
    fault, = bed.build_modules(_FAULT)
    log = bed.boot([fault], _FAULTS, _guest_files(suites), kernel_args=_FAULT_ARGS, timeout=600)
    rounds = {}
    for module, kind, count in re.findall(r"^fault sweep (\S+) (\S+) (\d+)$", log.text, re.M):
        rounds.setdefault(module, {})[kind] = int(count)
    bad = {}
    parts = re.split(r"^fault round (\S+) (\S+) (\d+)$", log.text, flags=re.M)[1:]
    for module, kind, nth, text in zip(parts[::4], parts[1::4], parts[2::4], parts[3::4]):
        for case, detail in _not_taken(text):
            bad.setdefault(module, []).append(f"{case}, when {kind} {nth} failed:\n{detail}")
    return Faults(rounds, bad, log)


def _not_taken(text):
    """The cases of a round that failed because an allocation did."""
    start = 0
    for end in re.finditer(r"^ +(not )?ok \d+ (?:- )?(\S+).*$", text, re.M):
        of_case = text[start:end.end()]
        start = end.end()
        # KUnit counts an init() that says -ENOMEM as a failure; it is the right answer.
        if end[1] and f"safe_fault: {end[2]}: allocation" in of_case \
                and f"# {end[2]}: failed to initialize: -12" not in of_case:
            yield end[2], of_case.strip("\n")


# How an allocation looks from inside, in the trace of a leak.
_ALLOCATOR = re.compile(r"save_stack_trace|stack_trace_save|set_track|__create_object|kmemleak_"
                        r"|_*kmem_cache_alloc|_*kmalloc|_*vmalloc")
# KUnit 6.1 loses the record of a resource whose set-up fails.
_KUNIT = re.compile(r"kunit_|string_stream_|alloc_string_stream|is_literal")
# kmem_cache_create() of 6.1 loses the name when its entry in sysfs fails.
_SLAB = "sysfs_slab_add"


def _of_kernel(problem):
    """Whether it is a leak of the kernel's own, after a failure inside its function."""
    if not problem.startswith("unreferenced object"):
        return False
    frames = re.findall(r"^    \[<\w+>\] (\w+)", problem, re.M)
    caller = next((f for f in frames if not _ALLOCATOR.match(f)), "")
    return bool(_KUNIT.match(caller)) or _SLAB in frames


def _guest_files(suites):
    if not suites:
        raise ui.Error("there are no KUnit suites to run")
    return {f"suites/{s.name}": s for s in suites}


def parse(src, text):
    """The cases in the text of a kernel's console."""
    # The suites of a module come without the header that a boot would print.
    whole = "KTAP version 1\n" + text
    run = subprocess.run([sys.executable, "-B", str(src / "tools/testing/kunit/kunit.py"),
                          "parse", "--json"], input=whole, capture_output=True, text=True)
    start = run.stdout.find("{\n")
    if start < 0:
        raise ui.Error(f"the kernel's kunit.py cannot read the results: "
                       f"{run.stderr.strip() or run.stdout.strip()}")
    groups, _ = json.JSONDecoder().raw_decode(run.stdout[start:])
    return [Case(suite, case["name"], _STATUS[case["status"]],
                 _detail(text, suite, case["name"], case["status"]))
            for suite, case in _cases(groups)]


def _cases(group, suite=""):
    for case in group["test_cases"]:
        yield suite, case
    for sub in group["sub_groups"]:
        yield from _cases(sub, f"{suite}.{sub['name']}" if suite else sub["name"])


def _detail(text, suite, name, status):
    """What the kernel said of a case that did not pass."""
    if status == "PASS":
        return ""
    start = text.find(f"# Subtest: {suite.split('.')[0]}")
    found = re.compile(rf"^ *(not )?ok \d+ (?:- )?{re.escape(name)}\b(.*)$", re.M).search(
        text, max(start, 0))
    if not found:
        return "the case did not end:\n" + text[-2000:]
    if status == "SKIP":
        return found[2].partition("SKIP")[2].strip()
    return "\n".join(text[:found.end()].splitlines()[-25:])
