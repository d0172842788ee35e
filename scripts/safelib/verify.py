# SPDX-License-Identifier: GPL-2.0
"""Proves, function by function, that two versions of a kernel file do the same.

OLD is a file of a configured kernel tree, or any other file together with
--kdir.  NEW may stand anywhere: it is compiled in OLD's place.

Exit status: 0 all functions equal, 1 not all, 2 could not run.
"""
import json
import pathlib

from . import equiv, kbuild, paths, trace, ui

HELP = "prove that two versions of a file do the same"


def arguments(parser):
    parser.add_argument("old", metavar="OLD.c", help="the file as it was")
    parser.add_argument("new", metavar="NEW.c", help="the file as it is to be")
    parser.add_argument("--function", metavar="F", action="append",
                        help="compare only this function; may be repeated")
    parser.add_argument("--kdir", metavar="DIR",
                        help="configured kernel tree (default: the one OLD is in)")
    parser.add_argument("--json", action="store_true", help="write the result as JSON")


def command_of(old, kdir):
    """How to compile the file old, in the tree kdir or in its own."""
    paths.plugin()
    if kdir is None:
        kdir = kbuild.source_top(old)
        if kdir is None:
            raise ui.Error(f"{old} is not in a kernel tree; name one with --kdir")
    tree = kbuild.Tree(kdir)
    command = tree.commands([old]).get(old)
    if command is None:
        raise ui.Error(f"{old}: Kbuild has no rule for this file in {kdir}")
    return command


def verdicts(old, new, functions=None, kdir=None):
    """Compiles both files and compares them."""
    for file in (old, new):
        if not file.is_file():
            raise ui.Error(f"{file}: no such file")
    command = command_of(old, kdir)
    before, after = trace.collect(command), trace.collect(command, new)
    for name in functions or ():
        if name not in before and name not in after:
            raise ui.Error(f"{old} and {new} have no function {name}() in this configuration")
    return equiv.compare(before, after, functions)


def main(args):
    old, new = pathlib.Path(args.old).resolve(), pathlib.Path(args.new).resolve()
    with ui.Progress("comparing") as progress:
        progress.show(args.old)
        found = verdicts(old, new, args.function, args.kdir)
    if args.json:
        print(json.dumps({"old": str(old), "new": str(new),
                          "functions": [v.as_json() for v in found]}, indent=1))
    else:
        show(found, args.old, args.new)
    return ui.OK if all(v.status == "equal" for v in found) else ui.FINDINGS


def show(found, old, new):
    for v in found:
        if v.status != "equal":
            show_one(v, old, new)
    count = {s: sum(v.status == s for v in found) for s in ("equal", "different", "unknown")}
    rules = sorted({rule for v in found for rule in v.rules if v.status == "equal"})
    print(f"{count['equal']} equal, {count['different']} different, {count['unknown']} unknown"
          + (f"; rules used: {', '.join(rules)}" if rules else ""))


def show_one(v, old, new):
    import sys
    red, bold, dim, plain = ("\033[31m", "\033[1m", "\033[2m", "\033[0m") \
        if ui.colour(sys.stdout) else ("",) * 4
    what = v.function if v.function == equiv.FILE_SCOPE else f"{v.function}()"
    print(f"{bold}{what}{plain}: {red}{v.status}{plain}", end="")
    d = v.first_difference
    if d is None:
        print(f": {v.reason}")
        return
    print()
    for side, file, place in (("old", old, d.old), ("new", new, d.new)):
        print(f"  {side} {file}:{place.line}: {bold}{place.what}{plain}")
        if place.source:
            print(f"      {dim}| {place.source}{plain}")
        if place.left:
            print(f"      {dim}| on leaving its scope at line {place.left}{plain}")
    if d.detail:
        print(f"  {d.detail}")
    if d.path:
        print("  when")
        for step in d.path:
            print(f"    {step['condition']}  {dim}({step['side']} line {step['line']}){plain}")
