# SPDX-License-Identifier: GPL-2.0
"""Checks what no single file shows: joins the summaries in the objects of a module,
a folder of objects or a kernel's build tree.

The objects must have been compiled with the plugin and its option summary:

    make KCFLAGS="-fplugin=.../safe_plugin.so -fplugin-arg-safe_plugin-summary" M=...

Exit status: 0 no finding, 1 findings, 2 an object could not be used.
"""
import json
import pathlib
import sys

from . import check, findings, joined, paths, sarif, summary, ui

HELP = "check across files: join the summaries in object files"


def arguments(parser):
    parser.add_argument("paths", metavar="PATH", nargs="+",
                        help="an object, an archive, or a folder with objects")
    check.report_arguments(parser)
    parser.add_argument("--facts", metavar="FILE",
                        help="write what the functions do to FILE, for the plugin's option facts")


def main(args):
    known = check.baseline(args.baseline) if args.baseline else []
    for path in args.paths:
        if not pathlib.Path(path).exists():
            raise ui.Error(f"{path}: no such file or folder; give objects, or a folder of them")
    with ui.Progress("reading summaries"):
        units, errors, without, number = summary.load(args.paths)
    if not number:
        raise ui.Error(f"{args.paths[0]}: no objects in it; build them first")
    if without and not units and not errors:
        raise ui.Error(f"none of {number} objects has a summary; compile them with the plugin "
                       f"and {summary.OPTION}")
    with ui.Progress("joining"):
        joiner = joined.Joiner(units)
        found = findings.without(joiner.findings(args.audit), known)
    for path, write in ((args.facts, joiner.facts),
                        (args.sarif, lambda: sarif.document(found))):
        if path:
            try:
                paths.write_atomically(path, write(), 0o644)
            except OSError as e:
                raise ui.Error(f"{path}: {e.strerror}; it was not written") from None
    if args.json:
        print(json.dumps([f.as_json() for f in found], indent=1))
    else:
        check.show(found, sys.stdout)
        new = "new finding" if args.baseline else "finding"
        files = len(units)
        print(f"{len(found)} {new}{'' if len(found) == 1 else 's'} in "
              f"{files} file{'' if files == 1 else 's'}")
    sys.stdout.flush()
    return ui.FAILED if _missing(units, errors, without, number) else \
        ui.FINDINGS if found else ui.OK


def _missing(units, errors, without, number):
    """Says what the result lacks.  Return: whether something is wrong."""
    for obj, why in errors.items():
        ui.error(f"{obj}: {why}")
    silent = [obj for obj in without if obj not in errors]
    if silent:
        ui.note(f"note: {len(silent)} of {number} objects have no summary, {silent[0]} for one: "
                f"assembly, or compiled without {summary.OPTION}; of their functions nothing is "
                "known")
    left_out = sum(u.left_out for u in units)
    if left_out:
        ui.note(f"note: {left_out} facts were left out of summaries that were too long")
    if errors:
        ui.error("the result is partial: "
                 f"{len(errors)} of {number} objects could not be used")
    return bool(errors)
