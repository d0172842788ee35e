# SPDX-License-Identifier: GPL-2.0
"""Converts locks to guards and allocations to owned pointers, with a proof.

Each function that changes is proved to do what it did; what cannot be proved
stays as it is, and the reason is listed.  Without --diff, --in-place or --json
the summary and the diff are printed and no file is touched.

Exit status: 0 done, whether or not functions were left; 1 a file could not be
migrated (it does not parse or compile); 2 could not run.  With --in-place
nothing is written unless every file could be migrated.
"""
import concurrent.futures
import difflib
import json
import os
import pathlib
import sys

from . import convert, kbuild, paths, ui

HELP = "convert drivers to guards and owned pointers, with a proof"

# What a migration may write.
_WRITES = {"mainline": "guards of linux/cleanup.h", "safe": "guards and scopes of safe/scope.h"}
IDIOMS = tuple(_WRITES)


def arguments(parser):
    parser.add_argument("files", metavar="FILE", nargs="+", help="a C file of a kernel tree")
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--diff", action="store_true",
                        help="write a patch to standard output and nothing else")
    output.add_argument("--in-place", action="store_true", help="change the files")
    output.add_argument("--json", action="store_true",
                        help="write what became of each function as JSON")
    parser.add_argument("--kdir", metavar="DIR", help="the configured kernel tree to compile "
                        "with (default: the one that the file is in)")
    parser.add_argument("--only", metavar="FUNCTION", help="change only this function")
    parser.add_argument("--idiom", choices=IDIOMS, default="mainline",
                        help="; ".join(f"{name}: {_WRITES[name]}" for name in IDIOMS)
                        + " (default: %(default)s)")
    parser.add_argument("-j", metavar="N", type=int, default=os.cpu_count(),
                        help="files at once (default: %(default)s)")


def commands(files, kdir=None):
    """How to compile each file: [Command], in the order of files, each once."""
    trees = {}
    for file in files:
        path = pathlib.Path(file)
        if not path.is_file():
            raise ui.Error(f"{file}: no such file")
        top = kdir or kbuild.source_top(path)
        if top is None:
            raise ui.Error(f"{file} is not in a kernel tree; name a configured one with --kdir")
        trees.setdefault(str(top), []).append(path.resolve())
    found = {}
    for top, members in trees.items():
        found.update(kbuild.Tree(top).commands(members))
    for file in files:
        if pathlib.Path(file).resolve() not in found:
            raise ui.Error(f"{file}: the kernel's configuration does not build this file")
    return list(dict.fromkeys(found[pathlib.Path(file).resolve()] for file in files))


def _one(command, idiom, only):
    """A Result, or the error's text: errors do not travel between processes."""
    try:
        return convert.convert(command, idiom, only)
    except ui.Error as e:
        return str(e)


def migrate(files, kdir=None, idiom="mainline", only=None, jobs=1):
    """([Result], [error text])"""
    todo = commands(files, kdir)
    results, errors = [], []

    def take(found):
        (errors if isinstance(found, str) else results).append(found)

    with ui.Progress("migrating", len(todo)) as progress:
        if len(todo) == 1 or jobs <= 1:
            for command in todo:
                progress.show(command.source.name)
                take(_one(command, idiom, only))
                progress.step()
        else:
            with concurrent.futures.ProcessPoolExecutor(min(jobs, len(todo))) as pool:
                futures = [pool.submit(_one, c, idiom, only) for c in todo]
                for command, future in zip(todo, futures):
                    take(future.result())
                    progress.step(command.source.name)
    if only and not any(f.function == only for r in results for f in r.functions):
        raise ui.Error(f"no function {only}() in {', '.join(map(str, files))}")
    return results, errors


def _name(result):
    """What the file is called, as the characters of its bytes, like its text."""
    return os.fsencode(kbuild.label(result.path)).decode("latin-1")


def diff(result):
    """The change as a patch: lines with their ends."""
    def lines(text):
        # Only a newline ends a line for patch(1).
        return [line + "\n" for line in text.split("\n")[:-1]] + \
            ([text.split("\n")[-1] + "\n\\ No newline at end of file\n"]
             if text and not text.endswith("\n") else [])
    name = _name(result)
    # Where a name ends that has spaces, patch(1) knows by a tab.
    name += "\t" * (" " in name)
    return list(difflib.unified_diff(lines(result.old), lines(result.new),
                                     f"a/{name}", f"b/{name}"))


def write(results):
    """Writes all changed files, or none."""
    changed = [r for r in results if r.changed]
    for r in changed:
        try:
            now = r.path.read_bytes().decode("latin-1")
        except OSError as e:
            raise ui.Error(f"{r.path}: {e.strerror}; nothing was written") from None
        if now != r.old:
            raise ui.Error(f"{r.path} changed meanwhile; nothing was written, run it again")
    written = []
    try:
        for r in changed:
            paths.write_atomically(r.path, r.new.encode("latin-1"))
            written.append(r)
    except OSError as e:
        for w in written:
            paths.write_atomically(w.path, w.old.encode("latin-1"))
        raise ui.Error(f"{r.path}: {e.strerror}; nothing was written") from None


def _plural(n, what):
    return f"{n} {what}" + ("" if n == 1 else "s")


def summary(result):
    """The lines that say what became of a file."""
    regions = sum(f.regions for f in result.functions)
    migrated = sum(f.migrated_regions for f in result.functions)
    yield (f"{_name(result)}: {_plural(result.count('migrated'), 'function')} migrated "
           f"and proved, {result.count('left')} left, {migrated} of "
           f"{_plural(regions, 'lock region')}")
    for f in result.functions:
        if f.reason:
            yield f"  {f.function}(): {'partly ' * (f.status == 'migrated')}left: {f.reason}"


def coloured(line):
    code = "1" if line.startswith(("+++", "---")) else \
        {"+": "32", "-": "31", "@": "36"}.get(line[:1])
    return f"\033[{code}m{line}\033[0m" if code else line


def show(results, stream):
    colour = ui.colour(stream)
    for r in results:
        for line in summary(r):
            print(line, file=stream)
    for r in results:
        for line in diff(r):
            stream.write(coloured(line.rstrip("\n")) + "\n" if colour else line)


def main(args):
    results, errors = migrate(args.files, args.kdir, args.idiom, args.only, args.j)
    sys.stdout.reconfigure(encoding="latin-1")      # files' bytes, whatever they mean
    if args.in_place and not errors:
        write(results)
    if args.diff:
        for r in results:
            sys.stdout.writelines(diff(r))
    elif args.json:
        print(json.dumps([f.as_json() for r in results for f in r.functions], indent=1))
    elif args.in_place:
        for r in results:
            print("\n".join(summary(r)))
    else:
        show(results, sys.stdout)
    sys.stdout.flush()
    for text in errors:
        ui.error(text + ("; nothing was written" if args.in_place else ""))
    return ui.FINDINGS if errors else ui.OK
