# SPDX-License-Identifier: GPL-2.0
"""What facts say of the kernel's functions, beside what the plugin infers from their bodies.

python3 tests/inferred.py [--kernel 7.3] compares; "make check GROUP=facts" does so for 6.1.

A file that defines functions with facts is compiled with the plugin's option "infer";
the plugin follows each body without the fact about it, and writes down both.  Functions
of headers are compiled once, in a file that refers to all of them.  Only what the
inference is sure of is compared: what a function does that it calls through a pointer,
or in another file without a fact, is not known.
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys
import time

if __name__ == "__main__":
    sys.dont_write_bytecode = True
    HERE = pathlib.Path(__file__).resolve().parent
    sys.path[:0] = [str(HERE), str(HERE.parent / "scripts")]

import factlib
import testlib
from safelib import paths

_ERRORS = (-4095, -1)


# ---- ranges, as [[low, high], ...] ----

def _meets(spans, low, high):
    return any(a <= high and b >= low for a, b in spans)


def _inside(spans, low, high):
    return all(a >= low and b <= high for a, b in spans)


def _is_object(spans):
    """Whether a pointer with these values can point to something."""
    return any(b < _ERRORS[0] or b > 4095 for _, b in spans) or _meets(spans, -2**63, -4096)


def _holds(condition, spans):
    """Whether a value in spans surely meets a condition on the result, or surely not; None."""
    low, high = {"==0": (0, 0), ">=0": (0, 2**63), "<0": (-2**63, -1), ">0": (1, 2**63),
                 "<=0": (-2**63, 0), "!=0": (0, 0)}[condition]
    if _inside(spans, low, high):
        return condition != "!=0"
    if not _meets(spans, low, high):
        return condition == "!=0"
    return None


# ---- one parameter, in the outcomes in which it is an object ----

class _Use:
    """What becomes of an argument on one path."""

    def __init__(self, outcome, index):
        given = outcome["params"][index]
        self.returned = outcome["returned"]["param"] == index
        did = given.get("did", [])
        self.released = [d for d in did if d["act"] == "releases" and not d["maybe"]
                         and not d["distance"]]
        self.given = [d for d in did if d["act"] == "gives" and not d["maybe"]
                      and not d["distance"]]
        # Anything that is not reading.
        self.touched = self.returned or given.get("kept") or \
            any(d["act"] != "reads" for d in did)


class Judge:
    """The claims of one fact, each agreed with, contradicted or not known."""

    def __init__(self, record):
        self.record, self.fact = record, record["fact"]
        self.outcomes = record["outcomes"]
        self.agreed, self.wrong = [], []
        self._context()
        if self.outcomes:
            self._result()
            for index, param in enumerate(self.fact["params"]):
                if index < len(self.outcomes[0]["params"]):
                    self._param(index, param)
            self._locks()

    def _say(self, claim, truth, text=""):
        """truth: True, False or None."""
        if truth:
            self.agreed.append(claim)
        elif truth is False:
            self.wrong.append((claim, text))

    def _context(self):
        said = self.fact["sleep"]
        if said == "sleeps":
            self._say("__sleeps", True if self.record["sleeps"] else
                      False if self.record["cannot_sleep"] else None,
                      "nothing in it sleeps")
        elif said == "nosleep":
            self._say("__nosleep", False if self.record["sleeps"] else
                      True if self.record["cannot_sleep"] else None, "it always sleeps")

    # ---- what is returned ----

    def _result(self):
        results = [o["returned"] for o in self.outcomes]
        fails, returns = self.fact["fails"], self.fact["returns"]
        if self.record["result"] == "pointer":
            null = any(_inside(r["range"], 0, 0) for r in results)
            error = any(_inside(r["range"], *_ERRORS) for r in results)
            # Both, as far as it has looked.
            either = any(_inside(r["range"], _ERRORS[0], 0) for r in results)
            never_null = not any(_meets(r["range"], 0, 0) for r in results)
            never_error = not any(_meets(r["range"], *_ERRORS) for r in results)
            if fails == "null":
                word = "__returns_none" if self.fact["none"] else "__returns_null"
                self._say(word, False if error else True if null else
                          False if never_null else None,
                          "it returns an error pointer" if error else "it never returns NULL")
            elif fails == "error":
                self._say("__returns_err", False if null else True if error else
                          False if never_error else None,
                          "it returns NULL" if null else "it never returns an error pointer")
            elif fails:
                self._say("__returns_err_or_null", True if either else
                          False if never_null and never_error else None, "it never fails")
            self._object([r for r in results if _is_object(r["range"])], returns)
        elif self.fact["must_look"] and self.record["result"] == "number":
            constant = len(results) and all(
                r["origin"] == "constant" and r["range"] == results[0]["range"]
                for r in results)
            several = len({json.dumps(r["range"]) for r in results}) > 1
            self._say("__must_look", False if constant else True if several else None,
                      "it always returns the same number")

    def _object(self, results, returns):
        if not results:
            return
        owned = [r.get("is") == "owned" for r in results]
        if returns == "owned":
            # An argument or a global, and nothing that counts it.
            plain = all(r["origin"] in ("param", "address") for r in results) and \
                not self.record["raised_by"] and not self.record["opaque"]
            self._say("__returns_owned", True if all(owned) else False if plain else None,
                      "it returns an object that it has not made, nor counted")
            self._releasers(results)
        elif returns == "borrowed":
            fresh = any(o and not r.get("kept") for o, r in zip(owned, results))
            self._say("__returns_borrowed", False if fresh else None,
                      "it returns what it has made and nobody else has")

    def _releasers(self, results):
        """Memory of one allocator, and a release of another."""
        generic = {"kfree", "vfree", "kvfree", "kmem_cache_free", "free_pages",
                   "kfree_sensitive", "kvfree_sensitive"}
        said = set(self.fact["releasers"])
        for r in results:
            made = set(r.get("releasers") or [])
            if r.get("is") != "owned" or not made or not said:
                continue
            if made & said:
                self._say("__released_by", True)
            elif said <= generic and made <= generic:
                self._say("__released_by", False, f"it comes from {r['from']}()")

    # ---- what becomes of the arguments ----

    def _param(self, index, param):
        given = [o for o in self.outcomes if o["params"][index].get("range")]
        if not given or not given[0]["params"][index]["pointer"]:
            return
        ranges = [o["params"][index]["range"] for o in given]
        number = f"argument {index + 1}"
        if param["deref"]:
            none = any(_inside(r, 0, 0) for r in ranges)
            read = all(any(d["act"] == "reads" for d in o["params"][index]["did"])
                       for o in given)
            self._say(f"__deref {number}", False if none else True if read else None,
                      f"it may be given NULL as {number}")
        if param["no_error"]:
            error = any(_inside(r, *_ERRORS) for r in ranges)
            self._say(f"__no_error {number}", False if error else None,
                      f"it may be given an error pointer as {number}")
        if param["returned"]:
            back = [o["returned"] for o, r in zip(given, ranges) if _is_object(r)]
            other = [b for b in back if b["param"] != index and b["origin"] != "name"
                     and _is_object(b["range"]) and b["origin"] != "unknown"]
            self._say(f"__returned {number}", False if other else
                      True if back and all(b["param"] == index for b in back) else None,
                      f"it returns something else than {number}")
        given = [o for o, r in zip(given, ranges) if _is_object(r)]
        uses = [(_Use(o, index), o["returned"]["range"]) for o in given]
        if uses:
            self._passing(number, param, uses)
        if param["out_owned"] and uses:
            set_ = [o["params"][index].get("set") for o in given]
            touched = any(use.touched for use, _ in uses)
            self._say(f"__owned {number}", True if any(set_) else None if touched else
                      False, f"nothing is put where {number} points to")

    def _passing(self, number, param, uses):
        passing = param["passing"]
        released = [u.released[0] for u, _ in uses if u.released]
        given = [u.given[0] for u, _ in uses if u.given]
        looked = all(not u.touched for u, _ in uses)

        def where(did):
            return f"{did['callee']}() at {did['place']}"

        if passing == "borrowed" and not param["lowers"]:
            # A reference that is dropped may be one of its own.
            gone = [d for d in released if not d["puts"]] + given
            self._say(f"__borrowed {number}", False if gone else True if looked else None,
                      gone and f"{number} goes to {where(gone[0])}")
        elif passing in ("takes", "puts"):
            word = f"__{passing} {number}"
            fails = self.record["result"] == "number" and [
                u for u, r in uses if _inside(r, -4095, -1) and not u.touched]
            changed = self.record["lowered_by"] or self.record["opaque"] or \
                any(o["beside"] for o in self.outcomes)
            if looked and not changed:
                self._say(word, False, f"it only looks at {number}")
            elif fails and passing == "takes":
                self._say(word, False, f"where it fails it only looks at {number}")
            else:
                self._say(word, True if released or given else None)
        elif passing in ("takes_if", "keeps_if"):
            self._conditional(number, param, uses)
        if param["raises"] or param["lowers"]:
            self._counted(number, param, not looked)

    def _conditional(self, number, param, uses):
        word = f"__{param['passing']} {number}"
        well = [u for u, r in uses if _holds(param["condition"], r)]
        badly = [u for u, r in uses if _holds(param["condition"], r) is False]
        gone = [u.released[0] for u in badly if u.released]
        if param["or_frees"]:
            if badly and not any(u.touched for u in badly):
                self._say(word, False, f"where it fails it only looks at {number}")
                return
            gone = []
        if gone:
            self._say(word, False, f"where it fails {number} goes to {gone[0]['callee']}() "
                      f"at {gone[0]['place']}")
        elif well and not any(u.touched for u in well) and not self.record["opaque"]:
            self._say(word, False, f"where it succeeds it only looks at {number}")
        else:
            self._say(word, True if well and all(u.touched for u in well) and badly and
                      not any(u.touched for u in badly) else None)

    def _counted(self, number, param, touched):
        up, down = self.record["raised_by"], self.record["lowered_by"]
        opaque = self.record["opaque"] or self.record["described"] or touched or \
            any(o["locks"] for o in self.outcomes)
        word = f"__raises {number}" if param["raises"] else f"__lowers {number}"
        if not param["raises"]:
            up, down = down, up
        self._say(word, True if up and not down else
                  False if not up and not opaque else None,
                  f"it calls {down[0]}()" if down else "nothing in it counts")

    # ---- locks ----

    def _locks(self):
        """A call that a fact describes is not followed: what it does to locks is lost."""
        if self.record["known_lock"] or any(p["raises"] or p["lowers"]
                                            for p in self.fact["params"]):
            return
        for word in ("taken", "dropped"):
            if all(word in o["locks"] for o in self.outcomes):
                self._say("locks", False, f"a lock is {word} when it returns")


# ---- what is compared ----

class Exempt:
    """A claim that stays although a body contradicts it."""

    def __init__(self, name, claim, why, kernels=tuple(factlib.KERNELS)):
        self.name, self.claim, self.why, self.kernels = name, claim, why, kernels


_NO_CLOCK = "NULL is a clock that does nothing, and no failure: clk.h takes it everywhere"

EXEMPT = [
    Exempt("of_clk_get", "__returns_err", _NO_CLOCK),
    Exempt("of_clk_get_by_name", "__returns_err", _NO_CLOCK),
    Exempt("of_clk_get_from_provider", "__returns_err", _NO_CLOCK),
    Exempt("devm_clk_hw_get_clk", "__returns_err", _NO_CLOCK),
    Exempt("soc_device_register", "__returns_err",
           "NULL is the answer before core_initcall(), and no failure"),
    Exempt("reset_controller_register", "__must_look", "since 6.12 it can fail", ("6.1",)),
    Exempt("ioport_unmap", "__takes argument 1", "only x86 has nothing to undo"),
]


class Comparison:
    """The facts, and the bodies of one kernel."""

    def __init__(self, kernel):
        self.kernel = kernel
        self.src = factlib.tree(kernel).src
        self.facts = sum(len(f.prototypes) for f in factlib.files().values())
        self.files, self.broken = 0, []
        self.compared, self.claims, self.exempt = set(), 0, set()
        self.judged, self.wrong = set(), []
        start = time.monotonic()
        for record in self._records():
            self._judge(record)
        self.seconds = time.monotonic() - start
        self._find_stale()

    def _records(self):
        """A function of several files, or of a file and a header, may be there twice."""
        exported = _exporting(self.src, _names())
        commands = factlib.tree(self.kernel).commands([self.src / f for f in exported])
        self.files = len(commands)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            headers = pool.submit(_of_headers, self.kernel)
            for command, found in zip(commands, pool.map(_of_file, commands.values())):
                if found is None:
                    self.broken.append(os.path.relpath(command, self.src))
                yield from found or ()
            yield from headers.result()

    def _judge(self, record):
        judge, name = Judge(record), record["fact_name"]
        key = name, len(record["fact"]["params"])
        self.judged.add(key)
        if judge.agreed or judge.wrong:
            self.compared.add(key)
        self.claims += len(judge.agreed) + len(judge.wrong)
        for claim, text in judge.wrong:
            exempt = [e for e in EXEMPT if (e.name, e.claim) == (name, claim)
                      and self.kernel in e.kernels]
            self.exempt.update(exempt)
            if not exempt:
                place = os.path.relpath(record["place"], self.src)
                self.wrong.append(contradiction(name, claim, place, text))

    def _find_stale(self):
        judged = {name for name, _ in self.judged}
        for e in EXEMPT:
            if self.kernel in e.kernels and e not in self.exempt and e.name in judged:
                self.wrong.append(f"{e.name}: {e.claim}: no body of {self.kernel} contradicts "
                                  "it: take the exemption out of tests/inferred.py")

    def __str__(self):
        return (f"{self.kernel}: {len(self.compared)} of {self.facts} facts are compared with "
                f"a body ({len(self.judged)} have one), {self.claims} claims; "
                f"{len(self.wrong)} contradictions, {len(self.exempt)} exempt; "
                f"{self.files} files, {len(self.broken)} do not compile, {self.seconds:.0f} s")


def contradiction(name, claim, place, text):
    header = next((h for h, f in factlib.files().items()
                   if any(k.name == name for k in f.prototypes)), "?")
    return (f"{header}: {name}: {claim}, but {place} shows: {text}: correct the fact, "
            "or exempt it in tests/inferred.py and say why")


def _names():
    return {k.name for f in factlib.files().values() for k in f.prototypes}


def _exporting(src, names):
    """The files that export one of names: others cannot call what is not exported."""
    run = subprocess.run(
        ["grep", "-rE", "--include=*.c", "--exclude-dir=tools", "--exclude-dir=Documentation",
         "--exclude-dir=samples", r"^\s*EXPORT_[A-Z_]*SYMBOL[A-Z_]*\(\w+", "."],
        cwd=src, capture_output=True, text=True)
    found = {}
    for line in run.stdout.splitlines():
        file, text = line[2:].split(":", 1)
        name = re.search(r"\(_?(\w+?)(?:_noprof)?\b", text)[1]
        if (name in names or f"_{name}" in names) and not re.match(r"arch/(?!x86/)", file):
            found[file] = True
    return list(found)


def flags(out):
    return [f"-I{paths.INCLUDE}", f"-fplugin={paths.plugin()}", "-w",
            "-fplugin-arg-safe_plugin-stop", f"-fplugin-arg-safe_plugin-infer={out}"]


def read(out):
    return [json.loads(line) for line in out.read_text().splitlines()] if out.exists() else []


def _of_file(command):
    """The records of one file; None where it does not compile."""
    with paths.temporary() as folder:
        out = pathlib.Path(folder, "inferred")
        run = command.run(extra=flags(out))
        return None if run.returncode else read(out)


def _of_headers(kernel):
    """The records of the functions that are defined in headers."""
    lines = {}
    for facts in factlib.files().values():
        for key in facts.prototypes:
            lines.setdefault(key.name, (facts, key))
    lines = {of: f"void *at_{name} = (void *){name};" for name, of in lines.items()}
    files = tuple(factlib.files().values())
    there = factlib.Compile(kernel, files, lines, (), "there")
    lines = {of: line for of, line in lines.items() if of not in there.said}
    with paths.temporary() as folder:
        out = pathlib.Path(folder, "inferred")
        run = factlib.Compile(kernel, files, lines, (), "bodies", flags(out))
        testlib.check(not run.others and not run.said, run.output)
        return read(out)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kernel", choices=factlib.KERNELS, default="6.1")
    comparison = Comparison(parser.parse_args().kernel)
    for line in [*comparison.wrong, *(f"does not compile: {f}" for f in comparison.broken)]:
        print(line)
    print(comparison)
    return bool(comparison.wrong)


if __name__ == "__main__":
    sys.exit(main())
