# SPDX-License-Identifier: GPL-2.0
"""Cases of two files, case.c and helper.c in a folder: what "safe link" finds in them.

The markers are those of dg.py.  No file alone draws a word.
"""
import dg
import testlib
from safelib import joined, paths, summary

FLAGS = [f"-I{paths.INCLUDE}", f"-fplugin={paths.plugin()}", summary.OPTION,
         "-fdiagnostics-column-unit=byte", "-fdiagnostics-plain-output"]


def sources(folder):
    return [folder / "case.c", folder / "helper.c"]


def compile(commands, folder, out, flags=FLAGS):
    """Compiles both files; the result is their objects in out."""
    objects = []
    for source in sources(folder):
        objects.append(f"{out}/{source.stem}.o")
        run = commands[source].run(extra=flags, output=objects[-1])
        testlib.check(run.returncode == 0 and not run.stderr.strip(),
                      f"{source}: draws a word by itself:\n{run.stderr}")
    return objects


def join(objects, audit=False):
    units, errors, without, _ = summary.load(objects)
    testlib.check(not errors and not without, f"{errors} {without}")
    return joined.Joiner(units).findings(audit)


def found(commands, folder):
    with paths.temporary() as out:
        return join(compile(commands, folder, out))


def refused(commands, folder):
    said = found(commands, folder)
    wrong = []
    for source in sources(folder):
        expected = dg.markers(source.read_text())
        for f in said:
            if not f.file.endswith(f"{folder.name}/{source.name}"):
                continue
            fits = [m for m in expected if m.kind == "warning" and m.line == f.line
                    and m.pattern.search(f"{f.text} [{f.id}]")]
            for m in fits:
                m.met = True
            if not fits:
                wrong.append(f"not expected: {f}")
        for f in said:
            for n in f.notes:
                for m in expected:
                    m.met |= m.kind == "note" and m.line == n.line and \
                        n.file.endswith(source.name) and bool(m.pattern.search(n.text))
        wrong += [f"did not appear: {m}" for m in expected if not m.met]
    wrong += [] if said else ["nothing was found"]
    testlib.check(not wrong, "\n".join([f"{folder.name}:", *wrong, *map(str, said)]))


def silent(commands, folder):
    said = found(commands, folder)
    testlib.check(not said, f"{folder.name}:\n" + "\n".join(map(str, said)))
