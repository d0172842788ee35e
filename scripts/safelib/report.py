# SPDX-License-Identifier: GPL-2.0
"""Shows what a migration would do to drivers: the numbers, what is left, the diff.

No file of the kernel is changed and nothing is booted.  With -o, or with
SAFE_REPORT=FILE in the environment, the page is written as HTML too.

Exit status: 0 done, 1 a file could not be migrated, 2 could not run.
"""
import os
import pathlib
import subprocess
import sys
import time

from . import kbuild, migrate, page, paths, ui

HELP = "show what a migration would do, on the terminal or as HTML"


def arguments(parser):
    parser.add_argument("files", metavar="FILE", nargs="+", help="a C file of a kernel tree")
    parser.add_argument("-o", "--output", metavar="FILE.html", help="write the page as HTML")
    parser.add_argument("--kdir", metavar="DIR", help="the configured kernel tree to compile "
                        "with (default: the one that the file is in)")
    parser.add_argument("--idiom", choices=migrate.IDIOMS, default="mainline",
                        help="as for migrate")
    parser.add_argument("-j", metavar="N", type=int, default=os.cpu_count(),
                        help="files at once (default: %(default)s)")


def _text_size(command, folder, name, source=None):
    """Bytes of code and constants in the object of a file, by size(1)."""
    obj = folder / name
    run = command.run(source=source, output=obj)
    if run.returncode:
        raise ui.Error(f"{command.source} does not compile: {run.stderr.strip()}")
    out = subprocess.run(["size", str(obj)], capture_output=True, text=True, check=True).stdout
    return int(out.splitlines()[1].split()[0])


def sizes(results, commands):
    """{path: (text before, text after)} of the files that change."""
    found = {}
    by_path = {c.source: c for c in commands}
    with paths.temporary() as folder:
        folder = pathlib.Path(folder)
        for r in results:
            if not r.changed:
                continue
            new = folder / r.path.name
            new.write_bytes(r.new.encode("latin-1"))
            command = by_path[r.path]
            found[r.path] = (_text_size(command, folder, "old.o"),
                             _text_size(command, folder, "new.o", new))
    return found


def main(args):
    start = time.monotonic()
    results, errors = migrate.migrate(args.files, args.kdir, args.idiom, jobs=args.j)
    steps = [("migrate and prove", time.monotonic() - start)]
    start = time.monotonic()
    with ui.Progress("compiling both versions"):
        text = sizes(results, migrate.commands([str(r.path) for r in results], args.kdir))
    steps.append(("compile both versions", time.monotonic() - start))
    sys.stdout.reconfigure(errors="replace")
    title = ", ".join(kbuild.label(r.path) for r in results)
    if results:
        page.publish(page.Page(title, results, text, steps=steps), sys.stdout, args.output)
    for error in errors:
        ui.error(error)
    return ui.FINDINGS if errors else ui.OK
