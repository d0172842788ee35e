# SPDX-License-Identifier: GPL-2.0
"""Compares two versions of a file, function by function.

compare() gives a Verdict for each function of the file, and one for what the
file defines beside functions.  docs/proof.md says what "equal" means.
"""
import collections
import dataclasses
import re
import time

from .lockstep import FEW, MANY, Different, Lockstep, Merged
from .machine import GiveUp
from .trace import stable_name
from .wording import Difference

FILE_SCOPE = "(file scope)"     # in the place of a function's name


@dataclasses.dataclass
class Verdict:
    function: str
    status: str                 # equal, different, unknown
    rules: list = dataclasses.field(default_factory=list)
    reason: str = ""
    first_difference: object = None     # a wording.Difference
    seconds: float = 0.0

    def as_json(self):
        found = {"function": self.function, "status": self.status, "rules": self.rules,
                 "reason": self.reason, "seconds": round(self.seconds, 4)}
        if self.first_difference:
            found["first_difference"] = self.first_difference.as_json()
        return found


def compare(old, new, functions=None, shortcut=True):
    """The verdicts of two Traces; functions: only these, and not the file's data.

    Without shortcut functions of the same code are executed too.
    """
    mine, theirs = old.own(), new.own()
    if functions is None:
        verdicts = [_file_scope(old, new)]
        names = sorted(mine, key=lambda n: mine[n].line)
        names += sorted((n for n in theirs if n not in mine), key=lambda n: theirs[n].line)
        names = [n for n in names if not _only_helper(mine.get(n), theirs.get(n))]
    else:
        verdicts, names = [], functions
    for name in names:
        start = time.monotonic()
        verdict = _function(old, new, name, shortcut)
        verdict.seconds = time.monotonic() - start
        verdicts.append(verdict)
    return verdicts


def _only_helper(mine, theirs):
    """An inline function of one side only: it counts where it is called."""
    one = theirs if mine is None else mine
    return (mine is None or theirs is None) and one.static and one.inline


def _function(old, new, name, shortcut):
    mine, theirs = old.get(name), new.get(name)
    if mine is None or theirs is None:
        if mine is theirs:
            return Verdict(name, "unknown", reason=f"{name}() is inline and not called: "
                           "the compiler makes no code of it")
        where = "only the new" if mine is None else "only the old"
        return Verdict(name, "different", reason=f"{where} version has {name}()")
    for what in ("type", "static", "attributes"):
        if getattr(mine, what) != getattr(theirs, what):
            return Verdict(name, "different", reason=f"the declaration differs ({what}): "
                           f"old {getattr(mine, what)}, new {getattr(theirs, what)}")
    if shortcut and mine.code == theirs.code and not _touched(old, new, mine):
        return Verdict(name, "equal")
    for trace in (mine, theirs):
        if trace.unsupported:
            return Verdict(name, "unknown", reason=f"the function has {trace.unsupported}")
    return _execute(old, new, mine, theirs)


def _touched(old, new, trace):
    """Whether a helper of the file itself, that is looked into, has changed."""
    return any(s[0] == "call" and s[3].__class__ is str and s[3] in old.helpers
               and old[s[3]].main and (s[3] not in new or old[s[3]].code != new[s[3]].code)
               for block in trace.code["blocks"] for s in block[2])


def _execute(old, new, mine, theirs):
    for apart in (FEW, MANY):
        run = Lockstep(old, new, mine, theirs, apart)
        verdict = Verdict(mine.name, "equal")
        try:
            run.run()
        except Merged as e:
            verdict.status, found = "unknown", e.found
        except Different as e:
            verdict.status, found = "different", e
        except GiveUp as e:
            return Verdict(mine.name, "unknown", reason=str(e))
        verdict.rules = sorted(run.rules)
        if verdict.status != "unknown":
            break
    if verdict.status != "equal":
        verdict.first_difference = Difference(found, run.terms, old.source, new.source)
        verdict.reason = verdict.first_difference.text()
    if verdict.status == "unknown":
        verdict.reason = "too many paths meet here, on one of them perhaps: " + verdict.reason
    return verdict


# ---- beside functions ----

# An initcall's symbol has a counter and its line in its name.
_COUNTER = re.compile(r"(__UNIQUE_ID_\w*?)\d+\b|(__initcall__\w*?__)\d+_\d+_")


def _plain(value):
    """A variable's description without counters and lines."""
    if value.__class__ is list:
        return tuple(_plain(v) for v in value)
    return _COUNTER.sub(r"\1\2", value) if value.__class__ is str else value


def _file_scope(old, new):
    def variables(traces):
        return collections.Counter(
            (stable_name(v[0]), _plain(v[2:])) for v in traces.variables)

    def plain(values):
        return collections.Counter(_plain(v) for v in values)

    for what, first, second in (
            ("variable", variables(old), variables(new)),
            ("alias", plain(old.aliases), plain(new.aliases)),
            ("assembly", plain(old.assembly), plain(new.assembly))):
        if first != second:
            only = sorted({str(x[0]) for x in (first - second) + (second - first)})
            return Verdict(FILE_SCOPE, "different",
                           reason=f"the file's {what} {', '.join(only)} differs")
    return Verdict(FILE_SCOPE, "equal")
