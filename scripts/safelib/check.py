# SPDX-License-Identifier: GPL-2.0
"""Checks kernel files with the plugin: ownership and results, on every path.

Nothing is built or changed.  What is known already is left out with --baseline:
FILE is what an earlier "safe check --json" wrote.  A finding is known by its
file, id and text, so that it stays known when lines are added above it.

Exit status: 0 no finding, 1 findings, 2 a file could not be checked.
"""
import concurrent.futures
import json
import os
import pathlib
import sys

from . import findings, migrate, paths, sarif, ui

HELP = "check files with the plugin"


def report_arguments(parser):
    """How findings are chosen and written, here and in safe link."""
    parser.add_argument("--json", action="store_true", help="write the findings as JSON")
    parser.add_argument("--sarif", metavar="FILE", help="write the findings to FILE as SARIF too")
    parser.add_argument("--baseline", metavar="FILE",
                        help="report only what is not in FILE, an earlier --json")
    parser.add_argument("--audit", action="store_true",
                        help="report what is only likely, too")


def arguments(parser):
    parser.add_argument("files", metavar="FILE", nargs="+", help="a C file of a kernel tree")
    report_arguments(parser)
    parser.add_argument("--rules", metavar="RULE,...",
                        help="only these rules; all but these with a minus before each")
    parser.add_argument("--kdir", metavar="DIR", help="the configured kernel tree to compile "
                        "with (default: the one that the file is in)")
    parser.add_argument("-j", metavar="N", type=int, default=os.cpu_count(),
                        help="files at once (default: %(default)s)")


def check(files, kdir=None, audit=False, jobs=1, rules=None):
    """([Finding], [error text])"""
    paths.plugin()
    todo = migrate.commands(files, kdir)
    found, errors = [], []
    with ui.Progress("checking", len(todo)) as progress, \
            concurrent.futures.ThreadPoolExecutor(max(jobs, 1)) as pool:
        futures = [pool.submit(findings.collect, c, audit=audit, rules=rules) for c in todo]
        for command, future in zip(todo, futures):
            try:
                found += future.result()
            except ui.Error as e:
                errors.append(str(e))
            progress.step(command.source.name)
    return found, errors


def baseline(path):
    """The findings in a file that --json wrote."""
    try:
        rows = json.loads(pathlib.Path(path).read_text())
        return [findings.Finding(**row) for row in rows]
    except OSError as e:
        raise ui.Error(f"{path}: {e.strerror}; a baseline is what safe check --json writes") \
            from None
    except (TypeError, ValueError):
        raise ui.Error(f"{path}: no baseline: not what safe check --json writes") from None


def show(found, stream):
    red, bold, plain = ("\033[31m", "\033[1m", "\033[0m") if ui.colour(stream) else ("",) * 3
    for f in found:
        print(f"{bold}{f.file}:{f.line}:{f.column}:{plain} {red}{f.level}:{plain} {f.text} "
              f"[{f.id}]", file=stream)
        for n in f.notes:
            print(f"{n.file}:{n.line}:{n.column}: note: {n.text}", file=stream)


def main(args):
    # Known before the work begins, so that a wrong name costs none of it.
    known = baseline(args.baseline) if args.baseline else []
    found, errors = check(args.files, args.kdir, args.audit, args.j, args.rules)
    found = findings.without(found, known)
    if args.sarif:
        try:
            paths.write_atomically(args.sarif, sarif.document(found), 0o644)
        except OSError as e:
            raise ui.Error(f"{args.sarif}: {e.strerror}; the findings were not written") from None
    if args.json:
        print(json.dumps([f.as_json() for f in found], indent=1))
    else:
        show(found, sys.stdout)
        new = "new finding" if args.baseline else "finding"
        files = len({pathlib.Path(f).resolve() for f in args.files}) - len(errors)
        print(f"{len(found)} {new}{'' if len(found) == 1 else 's'} in "
              f"{files} file{'' if files == 1 else 's'}")
    sys.stdout.flush()
    for text in errors:
        ui.error(text)
    return ui.FAILED if errors else ui.FINDINGS if found else ui.OK
