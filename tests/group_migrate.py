# SPDX-License-Identifier: GPL-2.0
"""The command "safe migrate": its forms of output, and that nothing is half written.

What a migration does to a driver is tested in group_cocci and the demo.
"""
import json
import os
import pathlib
import re
import shutil
import stat
import subprocess

import testlib
from commandlib import DRIVER, bed_folder, ends, error, folder_of_drivers, left_alone, safe
from safelib import bed, convert, kbuild, migrate, paths, ui
from testlib import check


def tests():
    yield from {
        "migrate --json": migrate_json,
        "migrate --diff": migrate_diff,
        "migrate --diff of a kernel's file": migrate_diff_of_tree,
        "migrate: names of files": migrate_names,
        "migrate: summary": migrate_summary,
        "migrate --in-place": migrate_in_place,
        "migrate --in-place: all or nothing": migrate_all_or_nothing,
        "migrate: the file changed meanwhile": migrate_stale,
        "migrate: the file cannot be written": migrate_full_disk,
        "migrate --only": migrate_only,
        "migrate --idiom": migrate_idiom,
        "migrate: named twice": migrate_twice,
        "migrate -j": migrate_jobs,
    }.items()


def migrate_json():
    with folder_of_drivers() as folder:
        run = safe(folder, "migrate", "--json", "driver.c")
        ends(run, ui.OK)
        check(not run.stderr, run.stderr)
        rows = {row["function"]: row for row in json.loads(run.stdout)}
        check(list(rows) == ["foo_id", "foo_set", "foo_plain", "foo_late"], str(list(rows)))
        for row in rows.values():
            check(row["file"] == str(folder / "driver.c"), str(row))
            check(row["status"] in ("migrated", "left", "unchanged"), str(row))
            check(row["proof"] == ("equal" if row["status"] == "migrated" else "none"), str(row))
            check(isinstance(row["kinds"], list) and isinstance(row["reason"], str), str(row))
            check(bool(row["kinds"]) == (row["status"] == "migrated"), str(row))
            check(bool(row["reason"]) or row["status"] != "left", str(row))
        check({n: r["status"] for n, r in rows.items()} == {
            "foo_id": "migrated", "foo_set": "migrated", "foo_plain": "unchanged",
            "foo_late": "left"}, run.stdout)
        check(rows["foo_set"]["kinds"] == ["guard"], str(rows["foo_set"]))
        left_alone(folder)


def _patched(folder, tool, patch):
    """The driver, in a folder of its own, with the patch."""
    with paths.temporary() as other:
        shutil.copy(folder / "driver.c", other)
        run = subprocess.run(tool, cwd=other, input=patch, capture_output=True)
        check(run.returncode == 0, f"{tool}: {(run.stdout + run.stderr).decode()}\n"
              + patch.decode("latin-1"))
        check([p.name for p in pathlib.Path(other).iterdir()] == ["driver.c"],
              f"{tool[0]} leaves something behind")
        return pathlib.Path(other, "driver.c").read_bytes()


def migrate_diff():
    """A patch and nothing else, which patch(1) and git take; whatever the file's bytes."""
    with folder_of_drivers() as folder:
        # No newline at the end, a line end of Windows, and bytes that are no text.
        for text in (DRIVER.encode(), DRIVER.rstrip().encode(),
                     b"/* \f */\n" + DRIVER.encode(),
                     DRIVER.encode().replace(b"/* \xc3", b"/* \xff\x80 ")):
            (folder / "driver.c").write_bytes(text)
            run = safe(folder, "migrate", "--diff", "driver.c", text=False)
            check(run.returncode == 0 and not run.stderr, run.stderr.decode())
            check(run.stdout.startswith(b"--- a/driver.c\n+++ b/driver.c\n@@ "),
                  run.stdout.decode("latin-1"))
            check(all(re.match(rb"[-+@ \\]", line) for line in run.stdout[:-1].split(b"\n")),
                  "not only a patch")
            results = [_patched(folder, tool, run.stdout) for tool in
                       (["patch", "-p1", "-s"], ["git", "apply"])]
            check(results[0] == results[1] != text, "the patch changes nothing")
            safe(folder, "migrate", "--in-place", "driver.c")
            check((folder / "driver.c").read_bytes() == results[0],
                  "--in-place writes something else")
        check(b"guard(mutex)(&foo->lock);" in results[0], "no guard")


def migrate_diff_of_tree():
    """A file of a kernel tree goes by its name from the top, wherever we are."""
    source = bed.get("analysis").src / "drivers/gpio/gpio-sim.c"
    before = source.read_bytes()
    with folder_of_drivers() as folder:
        run = safe(folder, "migrate", "--diff", source)
        check(run.stdout.startswith("--- a/drivers/gpio/gpio-sim.c\n"
                                    "+++ b/drivers/gpio/gpio-sim.c\n"), run.stdout[:200])
        check(source.read_bytes() == before, "the kernel's file has changed")


def migrate_names():
    """A file name is bytes as well."""
    with folder_of_drivers() as folder:
        for name in ("a b.c", "\u20ac.c", "b\udcff.c"):
            shutil.copy(folder / "driver.c", folder / name)
            run = safe(folder, "migrate", "--diff", name, text=False)
            check(run.returncode == 0 and not run.stderr, run.stderr.decode(errors="replace"))
            with paths.temporary() as other:
                shutil.copy(folder / "driver.c", pathlib.Path(other, name))
                apply = subprocess.run(["patch", "-p1", "-s"], cwd=other, input=run.stdout,
                                       capture_output=True)
                check(apply.returncode == 0, apply.stdout.decode("latin-1"))
            run = safe(folder, "migrate", name, text=False)
            check(run.returncode == 0 and run.stdout.startswith(os.fsencode(name) + b": "),
                  repr(run.stdout[:50]))


def migrate_summary():
    with folder_of_drivers() as folder:
        run = safe(folder, "migrate", "driver.c", "findings.c")
        ends(run, ui.OK)
        first, rest = run.stdout.split("\n", 1)
        check(first == "driver.c: 2 functions migrated and proved, 1 left, 2 of 4 lock regions",
              first)
        check("  foo_late(): left: " in rest and "findings.c: " in rest, rest)
        check("\n+++ b/driver.c\n" in rest, rest)
        left_alone(folder)


def migrate_in_place():
    with folder_of_drivers() as folder:
        driver = folder / "driver.c"
        driver.chmod(0o640)
        with open(driver) as reader:
            run = safe(folder, "migrate", "--in-place", "driver.c")
            check(reader.read() == DRIVER, "who reads the file meanwhile gets a mixture")
        ends(run, ui.OK)
        check("guard(mutex)" in driver.read_text() and "@@" not in run.stdout, run.stdout)
        check("2 functions migrated" in run.stdout, run.stdout)
        check(stat.S_IMODE(driver.stat().st_mode) == 0o640, "the mode has changed")
        check(sorted(p.name for p in folder.iterdir()) == ["broken.c", "driver.c", "findings.c"],
              "left behind")
        # Nothing is left to do.
        before = driver.stat()
        again = safe(folder, "migrate", "--in-place", "driver.c")
        check("0 functions migrated" in again.stdout, again.stdout)
        check(driver.stat().st_ino == before.st_ino, "written without a change")


def migrate_all_or_nothing():
    with folder_of_drivers() as folder:
        run = safe(folder, "migrate", "--in-place", "driver.c", "broken.c")
        check(run.returncode == 1 and "broken.c does not compile" in run.stderr
              and "nothing was written" in run.stderr, run.stderr)
        left_alone(folder)
        # Without --in-place, what can be migrated is shown.
        run = safe(folder, "migrate", "--json", "driver.c", "broken.c")
        check(run.returncode == 1 and len(json.loads(run.stdout)) == 4, run.stdout)


def _results(folder, *names):
    commands = kbuild.Tree(bed_folder()).commands([folder / n for n in names])
    return [convert.convert(c) for c in commands.values()]


def _refused(results, *texts):
    try:
        migrate.write(results)
    except ui.Error as e:
        for text in (*texts, "nothing was written"):
            check(text in str(e), str(e))
        return
    raise testlib.Failed("it was written")


def migrate_stale():
    """Who changed the file since it was read keeps the change."""
    with folder_of_drivers() as folder:
        shutil.copy(folder / "driver.c", folder / "a.c")
        results = _results(folder, "a.c", "driver.c")
        check(all(r.changed for r in results), "nothing to write")
        mine = DRIVER + "/* mine */\n"
        (folder / "driver.c").write_text(mine)
        _refused(results, "driver.c changed meanwhile")
        check((folder / "driver.c").read_text() == mine and
              (folder / "a.c").read_text() == DRIVER, "something was written")
        (folder / "driver.c").unlink()
        _refused(results, "driver.c: No such file")
        check((folder / "a.c").read_text() == DRIVER, "something was written")


def migrate_full_disk():
    """A file that cannot be written takes back what was written before it."""
    with folder_of_drivers() as folder:
        (folder / "sub").mkdir()
        shutil.copy(folder / "driver.c", folder / "sub/driver.c")
        first, second = _results(folder, "driver.c", "sub/driver.c")
        second.path = _Vanishing(second.path)
        _refused([first, second], "sub/driver.c: No such file")
        left_alone(folder)


class _Vanishing(type(pathlib.Path())):
    """A path whose folder is gone once the file has been read."""

    def read_bytes(self):
        data = super().read_bytes()
        self.parent.rename(f"{self.parent}-gone")
        return data


def migrate_only():
    with folder_of_drivers() as folder:
        run = safe(folder, "migrate", "--only", "foo_id", "--json", "driver.c")
        status = {row["function"]: row["status"] for row in json.loads(run.stdout)}
        check(status["foo_id"] == "migrated" and "migrated" not in
              (status["foo_set"], status["foo_plain"], status["foo_late"]), str(status))
        run = safe(folder, "migrate", "--only", "foo_id", "--diff", "driver.c")
        check("foo->id;" in run.stdout and "goto" not in run.stdout, run.stdout)
        error(safe(folder, "migrate", "--only", "nobody", "driver.c", "findings.c"), 2,
               "no function nobody()", "driver.c, findings.c")
        # In one of several files is enough.
        ends(safe(folder, "migrate", "--only", "foo_id", "driver.c", "findings.c"), ui.OK)
        error(safe(folder, "migrate", "--only", "nobody", "--in-place", "driver.c"), 2,
               "nobody")
        left_alone(folder)


def migrate_idiom():
    """What can be chosen can be done."""
    with folder_of_drivers() as folder:
        check("mainline" in migrate.IDIOMS, str(migrate.IDIOMS))
        for idiom in migrate.IDIOMS:
            run = safe(folder, "migrate", "--idiom", idiom, "--json", "driver.c")
            check(run.returncode == 0, run.stderr)
            check(any(row["status"] == "migrated" for row in json.loads(run.stdout)), run.stdout)
        default = safe(folder, "migrate", "--diff", "driver.c").stdout
        check(default == safe(folder, "migrate", "--idiom", "mainline", "--diff",
                               "driver.c").stdout, "mainline is not the default")


def migrate_twice():
    """A file that is named twice is migrated once."""
    with folder_of_drivers() as folder:
        run = safe(folder, "migrate", "--json", "driver.c", "driver.c", "./driver.c",
                    folder / "driver.c")
        check(len(json.loads(run.stdout)) == 4, run.stdout)


def migrate_jobs():
    """The output is in the order of the files, however many are done at once."""
    with folder_of_drivers() as folder:
        names = [f"d{n}.c" for n in range(6)]
        for name in names:
            shutil.copy(folder / "driver.c", folder / name)
        outputs = [safe(folder, "migrate", "--json", "-j", jobs, *reversed(names)).stdout
                   for jobs in (1, 4)]
        files = [pathlib.Path(row["file"]).name for row in json.loads(outputs[0])]
        check(outputs[0] == outputs[1] and files == [n for n in reversed(names) for _ in range(4)],
              str(files))
