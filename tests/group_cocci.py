# SPDX-License-Identifier: GPL-2.0
"""The semantic patches: coccinelle/<idiom>/tests/*.c become exactly their .res.

The places come from the plugin, as in a migration, and what changes is proved.
A case whose first lines say "left: reason" has to be left, at least in part, for
that reason.
"""
import difflib
import re

import testlib
from safelib import bed, convert, paths, rewrite

FOLDER = paths.ROOT / "coccinelle"


def tests():
    cases = sorted(FOLDER.glob("*/tests/*.c"))
    commands = bed.get("analysis").tree().commands(cases)
    for case in cases:
        idiom = case.parent.parent.name
        yield f"{idiom} {case.stem}", lambda c=case, i=idiom: check_case(commands[c], c, i)
    for path in sorted(FOLDER.glob("*/*.cocci")):
        yield f"header of {path.parent.name}/{path.name}", lambda p=path: check_header(p)
    yield "numbered regions", check_numbers


def check_case(command, case, idiom):
    result = convert.convert(command, idiom)
    expected = case.with_suffix(".res").read_text()
    difference = "".join(difflib.unified_diff(
        expected.splitlines(True), result.new.splitlines(True),
        case.with_suffix(".res").name, "what became of it"))
    testlib.check(not difference, difference)
    reason = re.search(r"^/\* left: (.*) \*/$", case.read_text(), re.M)
    reasons = [r for f in result.functions for r in f.reason.split("; ") if r]
    if reason:
        testlib.check(reason[1] in reasons, f"left for {reasons}, not for: {reason[1]}")
    for f in result.functions:
        testlib.check(f.status != "migrated" or f.proof in ("equal", "fix"),
                      f"{f.function}() was changed without a proof")


def check_header(path):
    """The grammar that the kernel's scripts/coccicheck reads."""
    text = path.read_text()
    testlib.check(re.match(r"/// \S", text), "the first line does not say what it does (///)")
    for field in ("Confidence: (?:High|Moderate|Low)", "Options: --", "Keywords: "):
        testlib.check(re.search(rf"^// {field}", text, re.M), f"no line // {field}")


def check_numbers():
    """Each region of a function has operations of its own, so that ends are not mixed up."""
    patch = rewrite.join({"scoped_guard", "end", "scoped_guard.1", "end.1"})
    for op in ("scoped_guard", "scoped_guard.1", "end", "end.1"):
        testlib.check(f'at("{op}"' in patch, f"the joined rule has no {op}")
