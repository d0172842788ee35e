# SPDX-License-Identifier: GPL-2.0
"""What facts say of the kernel's functions, beside what the plugin infers from their bodies.

python3 tests/inferred.py [--kernel 6.1] [--all] [-v] compares all facts whose functions
are defined in a kernel's source, or as many as there is time for in "make check".

A file that defines functions with facts is compiled with the plugin's option "infer";
the plugin follows each body without the fact about it, and writes down both.  Functions
of headers are compiled once, in a file that refers to all of them.  Only what the
inference is sure of is compared: what a function does that it calls through a pointer,
or in another file without a fact, is not known.
"""
import argparse
import collections
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
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "scripts"))

from safelib import bed, paths

KERNELS = {"6.1": "analysis", "6.12": "analysis-6.12", "7.3": "analysis-7.3"}

_ERRORS = (-4095, -1)
_EXPORT = re.compile(r"\((?:\w+, *)?(\w+)")


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
            known = all(not _meets(r["range"], -4095, 0) or _inside(r["range"], -4095, 0)
                        for r in results)
            if fails == "null":
                word = "__returns_none" if self.fact["none"] else "__returns_null"
                self._say(word, False if error else True if null else
                          False if known else None,
                          "it returns an error pointer" if error else "it never returns NULL")
            elif fails == "error":
                self._say("__returns_err", False if null else True if error else
                          False if known else None,
                          "it returns NULL" if null else "it never returns an error pointer")
            elif fails:
                self._say("__returns_err_or_null", True if either else
                          False if known else None,
                          "it never fails")
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
        generic = {"kfree", "vfree", "kvfree", "kmem_cache_free", "free_pages", "kfree_sensitive"}
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
        opaque = self.record["opaque"] or touched or any(o["locks"] for o in self.outcomes)
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


# ---- which files ----

def _definitions(src, names):
    """{file: the functions of names that it exports}"""
    run = subprocess.run(
        ["grep", "-rE", "--include=*.c", "--exclude-dir=tools", "--exclude-dir=Documentation",
         "--exclude-dir=samples", r"^\s*EXPORT_[A-Z_]*SYMBOL[A-Z_]*\(\w+", "."],
        cwd=src, capture_output=True, text=True)
    found = collections.defaultdict(set)
    for line in run.stdout.splitlines():
        file, text = line[2:].split(":", 1)
        name = re.search(r"\((\w+)", text)[1]
        if name in names and not re.match(r"arch/(?!x86/)", file):
            found[file].add(name)
    return found


def _infer(command, source=None):
    """The records of one file: [dict], or None where it does not compile."""
    with paths.temporary() as folder:
        out = pathlib.Path(folder, "inferred")
        run = command.run(source=source, extra=[
            f"-I{paths.INCLUDE}", f"-fplugin={paths.plugin()}", "-w",
            "-fplugin-arg-safe_plugin-stop", f"-fplugin-arg-safe_plugin-infer={out}"])
        if run.returncode:
            return None
        return [json.loads(line) for line in out.read_text().splitlines()] \
            if out.exists() else []


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kernel", choices=KERNELS, default="6.1")
    args = parser.parse_args()
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
    import group_facts
    names = {k.name for f in group_facts._files().values() for k in f.prototypes}
    tree = bed.get(KERNELS[args.kernel]).tree()
    start = time.monotonic()
    files = _definitions(tree.src, names)
    commands = tree.commands([tree.src / f for f in files])
    records, broken = [], []
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for command, found in zip(commands.values(), pool.map(_infer, commands.values())):
            if found is None:
                broken.append(command.name)
            else:
                records += found
    print(len(files), "files", len(broken), "do not compile", broken)
    compared = 0
    json.dump(records, open(f"/tmp/fa-records-{args.kernel}.json", "w"))
    for r in records:
        j = Judge(r)
        compared += bool(j.agreed or j.wrong)
        for claim, text in j.wrong:
            print(f"{r['fact_name']}: {os.path.relpath(r['place'], tree.src)}: {claim}: {text}")
    print(len(records), compared, time.monotonic() - start)


if __name__ == "__main__":
    main()
