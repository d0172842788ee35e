# SPDX-License-Identifier: GPL-2.0
"""Every rule of the checker is proved twice.

tests/misuse/<rule>/*.c are modules with two functions, wrong() and right().  The
checker draws exactly the errors that the markers of the file expect.  In a kernel
wrong() runs into what the first comment says, a report of KASAN, kmemleak, or a
broken promise ("must: ..."), and right() into nothing: so the rule is about a real
bug, and its cure works.

tests/misuse/<rule>/ok/*.c look like misuse and are not: the checker is silent.

tests/misuse/link/ has folders with two files each, of which "safe link" draws it.
"""
import re

import dg
import testlib
import twofile
from safelib import bed, paths

FOLDER = paths.ROOT / "tests/misuse"

# The checker finds the same with the headers of later kernels.
LATER = ("analysis-6.12", "analysis-7.3")
NOT_LATER = {
    "leak-realloc": "krealloc() of 7.3 sets the pointer in several branches: the leak is there",
}

# Reported where an annotation or a fact is read: no code runs into these.
NO_CODE = {"SAFE_E_ATTRIBUTE", "SAFE_E_CONTRADICTION", "SAFE_E_FACTS", "SAFE_E_ALLOW_UNUSED"}
# The member by which <safe/pin.h> knows a type: no finding, but looked for by this name.
NO_FINDING = {"SAFE_E_PIN_MARK"}

# One after the other, each with its place in the log.
_RIGHTS = """
for module in /cases/*.ko; do
	name=${module##*/}
	echo "case ${name%.ko}" > /dev/kmsg
	insmod $module right=1 && rmmod ${name%.ko}
done
echo "case end" > /dev/kmsg
leaks
"""


def tests():
    cases = sorted(FOLDER.glob("*/*.c"))
    harmless = sorted(FOLDER.glob("*/ok/*.c"))
    pairs = sorted(p.parent for p in FOLDER.glob("link/*/case.c"))
    harmless_pairs = sorted(p.parent for p in FOLDER.glob("link/ok/*/case.c"))
    two = [s for p in [*pairs, *harmless_pairs] for s in twofile.sources(p)]
    commands = bed.get("analysis").tree().commands([*cases, *harmless, *two])
    flags = [f"-I{paths.INCLUDE}", "-fkeep-static-functions", f"-fplugin={paths.plugin()}",
             "-fplugin-arg-safe_plugin-level=error"]
    for source in cases:
        yield (f"{_name(source)}: refused",
               lambda s=source: dg.run(commands[s], s, extra_flags=flags))
    for source in harmless:
        yield (f"{_name(source)}: silent",
               lambda s=source: dg.silent(commands[s], s, extra_flags=flags))
    for folder in pairs:
        yield f"{_name(folder)}: refused", lambda f=folder: twofile.refused(commands, f)
    for folder in harmless_pairs:
        yield f"{_name(folder)}: silent", lambda f=folder: twofile.silent(commands, f)
    for kernel in LATER:
        for source in [*cases, *harmless]:
            if source.stem not in NOT_LATER:
                yield f"{kernel}: {_name(source)}", lambda s=source, k=kernel: _later(s, k, flags)
    yield "every id of the checker has a case", lambda: _every_id(cases)
    yield "every rule has harmless twins", lambda: _every_rule(cases, harmless)
    yield from _booted([*cases, *(p / "case.c" for p in pairs)])


def _later(source, kernel, flags):
    command = bed.get(kernel).tree().commands([source])[source]
    test = dg.silent if source.parent.name == "ok" else dg.run
    test(command, source, extra_flags=flags)


def _module(case):
    """The module that a case is: link/leak-borrower of link/leak-borrower/case.c."""
    return _name(case.parent if case.name == "case.c" else case)


def _name(source):
    return str(source.relative_to(FOLDER).with_suffix(""))


def _runs_into(source):
    found = re.search(r"^/\* Runs into: (.*) \*/$", source.read_text(), re.M)
    testlib.check(found, f"{source.name}: does not say what it runs into")
    return found[1]


def ids():
    """What the checker reports."""
    return {i for f in (paths.ROOT / "plugin").rglob("*.cc")
            for i in re.findall(r'"(SAFE_E_[A-Z_]+)"', f.read_text())}


def _every_id(cases):
    tried = "".join(m.text for s in cases for m in dg.markers(s.read_text()))
    missing = sorted(i for i in ids() - NO_CODE - NO_FINDING if i not in tried)
    testlib.check(not missing, f"no case in {FOLDER} for: {', '.join(missing)}")


def _every_rule(cases, harmless):
    missing = {c.parent.name for c in cases} - {h.parent.parent.name for h in harmless}
    testlib.check(not missing, f"nothing harmless is tried with: {', '.join(sorted(missing))}")


def _booted(cases):
    machine = bed.get("uml")
    built = {f"{m.parent.name}/{m.stem.replace('_', '-')}": m
             for m in machine.build_modules(FOLDER)}
    modules = {c: built[_module(c)] for c in cases}
    for case, module in modules.items():
        yield (f"{_module(case)}: runs into it",
               lambda c=case, m=module: _wrong(machine, c, m))
    log = machine.boot(script=_RIGHTS, files={
        f"cases/{m.name}": m for m in modules.values()})
    yield "all corrected twins run quietly", lambda: _rights(log, cases)


def _wrong(machine, case, module):
    wanted = _runs_into(case)
    # kmemleak takes its time: only where a leak is expected.
    log = machine.boot([module], script="leaks" if "unreferenced" in wanted else "")
    problems = log.problems()
    testlib.check(any(re.search(wanted, p) for p in problems),
                  f"{case.name}: no {wanted!r} among:\n" + "\n".join(problems)
                  + f"\nthe kernel's last words:\n{log.text[-1500:]}")


def _rights(log, cases):
    testlib.check(log.status == 0, log.text[-2000:])
    ran = log.text.count("right() returned")
    testlib.check(ran == len(cases), f"{ran} of {len(cases)} ran:\n{log.text[-2000:]}")
    testlib.check(not log.problems(), "\n".join(log.problems()))
