# SPDX-License-Identifier: GPL-2.0
"""Kernel sources and test kernels, in ${XDG_CACHE_HOME:-~/.cache}/safe.

A bed is a kernel that is configured and built for testing.  Nothing is
downloaded or built twice; what is there works without a network.
"""
import json
import pathlib
import shutil
import sys

from . import bed, boot, paths, source, ui

HELP = "fetch kernel sources, build and boot test kernels"

# Built when no bed is named: what "make check" needs.
_USUAL = ("analysis", "uml", "qemu")


def arguments(parser):
    sub = parser.add_subparsers(dest="action", metavar="ACTION", required=True)

    fetch = sub.add_parser("fetch", help="download and unpack Debian's kernel source")
    fetch.add_argument("series", nargs="*", metavar="SERIES", default=["6.1"],
                       help=f"of {', '.join(source.SERIES)} (default: 6.1)")
    fetch.add_argument("--json", action="store_true", help="write where each is as JSON")
    fetch.set_defaults(act=_fetch)

    build = sub.add_parser("build", help="build test kernels")
    build.add_argument("beds", nargs="*", metavar="BED", default=_USUAL,
                       help=f"of {', '.join(bed.BEDS)} (default: {', '.join(_USUAL)})")
    build.add_argument("--json", action="store_true", help="write where each is as JSON")
    build.set_defaults(act=_build)

    start = sub.add_parser("boot", help="boot a test kernel: a shell, or run a script")
    start.add_argument("bed", metavar="BED")
    start.add_argument("--module", action="append", default=[], metavar="KO",
                       help="load this module first; may be repeated")
    start.add_argument("--script", metavar="FILE",
                       help="run this shell script, then power off; the exit status is 1 "
                       "if it fails or the kernel's checkers report anything")
    start.add_argument("--timeout", type=int, default=120, metavar="SECONDS",
                       help="longest time, several times as long on an emulated machine "
                       "(default: 120)")
    start.add_argument("--json", action="store_true",
                       help="with --script: status, seconds, problems and console")
    start.set_defaults(act=_boot)

    show = sub.add_parser("list", help="what is fetched and built, and how large it is")
    show.add_argument("--json", action="store_true")
    show.set_defaults(act=_list)

    clean = sub.add_parser("clean", help="remove test kernels or sources")
    clean.add_argument("names", nargs="*", metavar="NAME",
                       help="a bed or a series (default: the beds that are out of date)")
    clean.add_argument("--all", action="store_true", help="everything, sources too")
    clean.add_argument("--json", action="store_true", help="write what was removed as JSON")
    clean.set_defaults(act=_clean)


def main(args):
    return args.act(args)


def _fetch(args):
    rows = []
    for series in _known(args.series, source.SERIES, "kernel"):
        rows.append({"name": series, "path": str(source.get(series))})
        if not args.json:
            print(rows[-1]["path"])
    return _done(args, rows)


def _build(args):
    rows = []
    for name in _known(args.beds, bed.BEDS, "bed"):
        rows.append({"name": name, "path": str(bed.get(name).obj)})
        if not args.json:
            print(f"{name}: {rows[-1]['path']}")
    return _done(args, rows)


def _done(args, rows):
    if args.json:
        print(json.dumps(rows, indent=1))
    return ui.OK


def _known(names, table, what):
    """The names, once all of them are known to be good."""
    for name in names:
        if name not in table:
            raise ui.Error(f"no such {what}: {name}; there are {', '.join(table)}")
    return names


def _boot(args):
    _known([args.bed], bed.BEDS, "bed")
    for path in [*args.module, *filter(None, [args.script])]:
        if not pathlib.Path(path).is_file():
            raise ui.Error(f"{path}: no such file")
    machine = bed.get(args.bed)
    if args.script is None:
        if not sys.stdin.isatty():
            raise ui.Error("a shell in the test kernel needs a terminal; else use --script")
        machine.interact(args.module)
        return ui.OK
    log = machine.boot(args.module, pathlib.Path(args.script).read_text(),
                       timeout=args.timeout, echo=None if args.json else _echo)
    problems = log.problems()
    if args.json:
        print(json.dumps({"status": log.status, "seconds": round(log.seconds, 1),
                          "problems": problems, "console": log.text}, indent=1))
    else:
        print(f"status {log.status}, {log.seconds:.1f} s, {len(problems)} problems")
        for problem in problems:
            print(f"  {problem.splitlines()[0]}")
    return ui.OK if log.status == 0 and not problems else ui.FINDINGS


def _echo(piece):
    sys.stdout.write(piece.replace("\r", "").replace(boot.SCRIPT, ""))
    sys.stdout.flush()


# ---- what is there ----------------------------------------------------------

def _size(path):
    return sum(p.lstat().st_size for p in path.rglob("*") if not p.is_dir())


def _inventory():
    """A row for each source and bed: what it is, its state, path and size."""
    rows = []
    for series in source.SERIES:
        path = source.cached(series)
        rows.append({"kind": "source", "name": series, "path": path,
                     "state": "fetched" if path else "missing",
                     "about": path.name if path else ""})
    for name, spec in bed.BEDS.items():
        src = source.cached(spec.series)
        path = bed.location(name, src) if src else None
        state = "missing" if not path or not path.exists() else \
            "built" if bed.is_built(path) else "unfinished"
        rows.append({"kind": "bed", "name": name, "state": state, "about": spec.about,
                     "path": path if state != "missing" else None})
        rows += [{"kind": "bed", "name": name, "state": "out of date", "about": spec.about,
                  "path": old} for old in bed.folders(name) if old != path]
    return rows


def _list(args):
    rows = _inventory()
    for row in rows:
        row["megabytes"] = _size(row["path"]) >> 20 if row["path"] else 0
        row["path"] = str(row["path"] or "")
    if args.json:
        print(json.dumps(rows, indent=1))
        return ui.OK
    for row in rows:
        size = f"{row['megabytes']} MB" if row["path"] else ""
        print(f"{row['kind']:<7} {row['name']:<14} {row['state']:<12} {size:>8}  {row['about']}")
    print(f"in {paths.cache()}")
    return ui.OK


def _clean(args):
    rows = [row for row in _inventory() if row["path"]]
    names = {row["name"] for row in rows} | set(bed.BEDS) | set(source.SERIES)
    _known(args.names, dict.fromkeys(sorted(names)), "bed or kernel")
    removed = []
    for row in rows:
        if args.all or row["name"] in args.names or \
                not args.names and row["state"] == "out of date":
            if row["kind"] == "bed":
                bed.clean(row["path"])
            else:
                shutil.rmtree(row["path"])
            removed.append({"name": row["name"], "path": str(row["path"])})
            if not args.json:
                print(f"removed {row['path']}")
    return _done(args, removed)
