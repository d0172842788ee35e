# SPDX-License-Identifier: GPL-2.0
"""What must not compile, and what must, with the flags of a kernel module.

tests/compile/fail/*.c compile silently, and with -DFAIL draw exactly the errors
that they expect.  tests/compile/ok/*.c compile silently.  No checker is loaded:
this is what the headers find by themselves.
"""
import re

import dg
import testlib
from safelib import bed, paths

FOLDER = paths.ROOT / "tests/compile"
FLAGS = [f"-I{paths.INCLUDE}"]


def tests():
    fail = sorted((FOLDER / "fail").glob("*.c"))
    ok = sorted((FOLDER / "ok").glob("*.c"))
    commands = bed.get("analysis").tree().commands([*fail, *ok])
    for source in fail:
        yield source.stem, lambda s=source: dg.twice(commands[s], s, extra_flags=FLAGS)
    for source in ok:
        yield f"ok {source.stem}", lambda s=source: dg.silent(commands[s], s, extra_flags=FLAGS)
    yield "every id of the headers has a case", lambda: every_id(fail)


def ids(text):
    """The ids that enum safe_error has."""
    return re.findall(r"^\t(SAFE_E_[A-Z_]+)", text.partition("enum safe_error {")[2], re.M)


def every_id(sources):
    tried = "".join(m.text for s in sources for m in dg.markers(s.read_text()))
    missing = [i for i in ids((paths.INCLUDE / "safe/diag.h").read_text())
               if i not in tried]
    testlib.check(not missing, f"no case in {FOLDER / 'fail'} for: {', '.join(missing)}")
