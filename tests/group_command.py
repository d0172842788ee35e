# SPDX-License-Identifier: GPL-2.0
"""What a user meets of scripts/safe: the commands migrate, check and report.

Their output in each form, the exit status (0 done, 1 findings, 2 could not run), and
errors, each one line that says what to do.  The commands kernel and verify have groups
of their own; what a migration does is tested in group_cocci and the demo.
"""
import contextlib
import functools
import html.parser
import json
import os
import pathlib
import pty
import re
import shutil
import stat
import subprocess
import sys

import testlib
from safelib import bed, convert, findings, kbuild, migrate, paths, ui
from testlib import check

SAFE = paths.ROOT / "scripts/safe"
FINDINGS = paths.ROOT / "tests/plugin/options/findings.c"

# A function for each status, and kinds that are converted.
DRIVER = """\
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/slab.h>

struct foo {
	struct mutex lock;
	int id;
};

int foo_probe(struct foo *foo);
int foo_id(struct foo *foo);
int foo_set(struct foo *foo, int id);
struct foo *foo_copy(const struct foo *old);
int foo_plain(int id);
int foo_late(struct foo *foo, struct mutex *other);

int foo_id(struct foo *foo)
{
	int id;

	mutex_lock(&foo->lock);
	id = foo->id;
	mutex_unlock(&foo->lock);
	return id;
}

int foo_set(struct foo *foo, int id)
{
	int ret = 0;

	mutex_lock(&foo->lock);
	if (id < 0) {
		ret = -EINVAL;	/* \u00fc\u20ac */
		goto unlock;
	}
	foo->id = id;
unlock:
	mutex_unlock(&foo->lock);
	return ret;
}

int foo_plain(int id)
{
	return id + 1;
}

int foo_late(struct foo *foo, struct mutex *other)
{
	int ret;

	mutex_lock(&foo->lock);
	mutex_lock(other);
	ret = foo_probe(foo);
	mutex_unlock(&foo->lock);
	foo->id = ret;
	mutex_unlock(other);
	return ret;
}
"""

BROKEN = "int f(void)\n{\n\treturn undeclared_thing;\n}\n"


def tests():
    for name, test in _TESTS.items():
        yield name, test


@functools.lru_cache(maxsize=None)
def _kdir():
    return str(bed.get("analysis").obj)


@contextlib.contextmanager
def _folder():
    """A folder with the driver, a broken file and one with findings."""
    with paths.temporary() as folder:
        folder = pathlib.Path(folder)
        (folder / "driver.c").write_text(DRIVER)
        (folder / "broken.c").write_text(BROKEN)
        shutil.copy(FINDINGS, folder / "findings.c")
        yield folder


def _safe(folder, command, *args, kdir=True, **kwargs):
    """Runs the command in the folder."""
    where = ["--kdir", _kdir()] if kdir else []
    kwargs.setdefault("capture_output", True)
    kwargs.setdefault("text", True)
    return subprocess.run([sys.executable, str(SAFE), command, *where, *map(str, args)],
                          cwd=folder, stdin=subprocess.DEVNULL, **kwargs)


def _ends(run, status, stdout=True):
    """Its exit status; and output where there has to be some, and no traceback."""
    check(run.returncode == status, f"status {run.returncode}: {run.stdout}{run.stderr}")
    check("Traceback" not in run.stderr, run.stderr)
    check(bool(run.stdout) == stdout, f"standard output: {run.stdout!r}")


def _error(run, status, *texts):
    """One line on standard error that has all of the texts."""
    check(run.returncode == status, f"status {run.returncode}: {run.stdout}{run.stderr}")
    check(run.stderr.startswith("error: ") and run.stderr.count("\n") == 1,
          f"not one line that begins with error: {run.stderr}")
    for text in texts:
        check(str(text) in run.stderr, f"no {text!r} in: {run.stderr}")


def _left_alone(folder):
    check((folder / "driver.c").read_text() == DRIVER, "the file has changed")
    check(not [p.name for p in folder.iterdir() if p.name.startswith(".")], "left behind")


# ---- all commands -----------------------------------------------------------

_OPTIONS = {
    "migrate": ["FILE", "--diff", "--in-place", "--json", "--kdir", "--only", "--idiom", "-j"],
    "check": ["FILE", "--json", "--sarif", "--baseline", "--audit", "--kdir", "-j"],
    "report": ["FILE", "--output", "--kdir", "--idiom", "-j"],
}


def helps():
    run = subprocess.run([sys.executable, str(SAFE), "--help"], capture_output=True, text=True)
    _ends(run, ui.OK)
    for command in ("migrate", "verify", "check", "report", "kernel"):
        check(re.search(rf"^ +{command} +\S", run.stdout, re.M), f"no {command} in: {run.stdout}")
    for command, options in _OPTIONS.items():
        run = _safe(None, command, "--help", kdir=False)
        _ends(run, ui.OK)
        check("Exit status:" in run.stdout, f"{command}: says no exit status")
        for option in options:
            check(re.search(rf"^  (?:-\w \S+, )?{option}\b", run.stdout, re.M),
                  f"{command}: {option} is not explained:\n{run.stdout}")


def usage_errors():
    run = subprocess.run([sys.executable, str(SAFE)], capture_output=True, text=True)
    _error(run, ui.FAILED, "COMMAND", "safe --help")
    run = subprocess.run([sys.executable, str(SAFE), "mend"], capture_output=True, text=True)
    _error(run, ui.FAILED, "'mend'", "migrate", "safe --help")
    for command in _OPTIONS:
        _error(_safe(None, command), ui.FAILED, "FILE", f"safe {command} --help")
        _error(_safe(None, command, "--nonsense", "x.c"), ui.FAILED, "--nonsense")
    _error(_safe(None, "migrate", "--diff", "--json", "x.c"), ui.FAILED, "--json", "--diff")
    _error(_safe(None, "migrate", "--idiom", "rust", "x.c"), ui.FAILED, "'rust'", "mainline")


def file_errors():
    """What is wrong with the file or the kernel tree, for each command."""
    source = bed.get("analysis").src
    with _folder() as folder:
        empty = folder / "empty"
        empty.mkdir()
        for command in _OPTIONS:
            def error(*args, command=command, **kwargs):
                return _safe(folder, command, *args, **kwargs)
            _error(error("missing.c"), 2, "missing.c: no such file")
            _error(error("driver.c", "missing.c"), 2, "missing.c: no such file")
            _error(error("driver.c", kdir=False), 2, "driver.c is not in a kernel tree", "--kdir")
            _error(error("--kdir", "nowhere", "driver.c", kdir=False), 2,
                   "nowhere: no such kernel tree")
            _error(error("--kdir", empty, "driver.c", kdir=False), 2, "not a kernel tree")
            _error(error("--kdir", source, "driver.c", kdir=False), 2, source, "not configured",
                   "make defconfig")
            # The tree that it is in is taken, and that is not configured.
            _error(error(source / "drivers/gpio/gpio-sim.c", kdir=False), 2, "not configured")
            _error(error(source / "include/linux/slab.h"), 2, "slab.h",
                   "configuration does not build this file")
        _left_alone(folder)


def compile_errors():
    with _folder() as folder:
        text = "broken.c does not compile: "
        for args in (["--diff"], ["--json"], ["--in-place"], []):
            _error(_safe(folder, "migrate", *args, "broken.c"), 1, text, "undeclared_thing")
        _error(_safe(folder, "check", "broken.c"), 2, text, "undeclared_thing")
        _error(_safe(folder, "report", "broken.c"), 1, text, "undeclared_thing")
        (folder / "missing-header.c").write_text('#include "foo.h"\n')
        _error(_safe(folder, "check", "missing-header.c"), 2, "foo.h: No such file")
        (folder / "brace.c").write_text("int f(void)\n{\n")
        _error(_safe(folder, "migrate", "--diff", "brace.c"), 1, "brace.c does not compile")


def closed_pipe():
    """Whoever stops reading gets no traceback."""
    with _folder() as folder:
        for command in ("migrate", "migrate --json", "migrate --diff", "check", "check --json",
                        "report"):
            file = "findings.c" if command.startswith("check") else "driver.c"
            run = subprocess.run(
                ["sh", "-c", f"{sys.executable} {SAFE} {command} --kdir {_kdir()} {file} "
                 "2> errors | head -n 1 > first"], cwd=folder)
            check(run.returncode == 0 and (folder / "first").read_text(), command)
            check(not (folder / "errors").read_text(), (folder / "errors").read_text())


def _on_terminal(folder, command, *args, **more):
    """What the command writes to a terminal; more is for its environment."""
    env = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    ours, theirs = pty.openpty()
    with subprocess.Popen([sys.executable, str(SAFE), command, "--kdir", _kdir(), *args],
                          cwd=folder, stdin=subprocess.DEVNULL, stdout=theirs,
                          stderr=subprocess.DEVNULL, env={**env, **more}):
        os.close(theirs)
        data = b""
        with contextlib.suppress(OSError):      # the end of a terminal
            while part := os.read(ours, 1 << 16):
                data += part
        os.close(ours)
    return data.decode()


def colours():
    with _folder() as folder:
        for command, file, colour in (("check", "findings.c", "\033[31mwarning:"),
                                      ("migrate", "driver.c", "\033[32m+"),
                                      ("report", "driver.c", "\033[32m+")):
            with_colours = _on_terminal(folder, command, file)
            check(colour in with_colours, with_colours)
            without = _on_terminal(folder, command, file, NO_COLOR="1")
            check("\033" not in without and len(without) > 100, without)
            check("\033" not in _safe(folder, command, file).stdout, "colours in a pipe")
        check("\033" not in _on_terminal(folder, "check", "--json", "findings.c"),
              "colours in JSON")
        check("\033" not in _on_terminal(folder, "migrate", "--diff", "driver.c"),
              "colours in a patch")


# ---- migrate ----------------------------------------------------------------

def migrate_json():
    with _folder() as folder:
        run = _safe(folder, "migrate", "--json", "driver.c")
        _ends(run, ui.OK)
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
        _left_alone(folder)


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
    with _folder() as folder:
        # No newline at the end, a line end of Windows, and bytes that are no text.
        for text in (DRIVER.encode(), DRIVER.rstrip().encode(),
                     b"/* \f */\n" + DRIVER.encode(),
                     DRIVER.encode().replace(b"/* \xc3", b"/* \xff\x80 ")):
            (folder / "driver.c").write_bytes(text)
            run = _safe(folder, "migrate", "--diff", "driver.c", text=False)
            check(run.returncode == 0 and not run.stderr, run.stderr.decode())
            check(run.stdout.startswith(b"--- a/driver.c\n+++ b/driver.c\n@@ "),
                  run.stdout.decode("latin-1"))
            check(all(re.match(rb"[-+@ \\]", line) for line in run.stdout[:-1].split(b"\n")),
                  "not only a patch")
            results = [_patched(folder, tool, run.stdout) for tool in
                       (["patch", "-p1", "-s"], ["git", "apply"])]
            check(results[0] == results[1] != text, "the patch changes nothing")
            _safe(folder, "migrate", "--in-place", "driver.c")
            check((folder / "driver.c").read_bytes() == results[0],
                  "--in-place writes something else")
        check(b"guard(mutex)(&foo->lock);" in results[0], "no guard")


def migrate_diff_of_tree():
    """A file of a kernel tree goes by its name from the top, wherever we are."""
    source = bed.get("analysis").src / "drivers/gpio/gpio-sim.c"
    before = source.read_bytes()
    with _folder() as folder:
        run = _safe(folder, "migrate", "--diff", source)
        check(run.stdout.startswith("--- a/drivers/gpio/gpio-sim.c\n"
                                    "+++ b/drivers/gpio/gpio-sim.c\n"), run.stdout[:200])
        check(source.read_bytes() == before, "the kernel's file has changed")


def migrate_names():
    """A file name is bytes as well."""
    with _folder() as folder:
        for name in ("a b.c", "\u20ac.c", "b\udcff.c"):
            shutil.copy(folder / "driver.c", folder / name)
            run = _safe(folder, "migrate", "--diff", name, text=False)
            check(run.returncode == 0 and not run.stderr, run.stderr.decode(errors="replace"))
            with paths.temporary() as other:
                shutil.copy(folder / "driver.c", pathlib.Path(other, name))
                apply = subprocess.run(["patch", "-p1", "-s"], cwd=other, input=run.stdout,
                                       capture_output=True)
                check(apply.returncode == 0, apply.stdout.decode("latin-1"))
            run = _safe(folder, "migrate", name, text=False)
            check(run.returncode == 0 and run.stdout.startswith(os.fsencode(name) + b": "),
                  repr(run.stdout[:50]))


def migrate_summary():
    with _folder() as folder:
        run = _safe(folder, "migrate", "driver.c", "findings.c")
        _ends(run, ui.OK)
        first, rest = run.stdout.split("\n", 1)
        check(first == "driver.c: 2 functions migrated and proved, 1 left, 2 of 4 lock regions",
              first)
        check("  foo_late(): left: " in rest and "findings.c: " in rest, rest)
        check("\n+++ b/driver.c\n" in rest, rest)
        _left_alone(folder)


def migrate_in_place():
    with _folder() as folder:
        driver = folder / "driver.c"
        driver.chmod(0o640)
        with open(driver) as reader:
            run = _safe(folder, "migrate", "--in-place", "driver.c")
            check(reader.read() == DRIVER, "who reads the file meanwhile gets a mixture")
        _ends(run, ui.OK)
        check("guard(mutex)" in driver.read_text() and "@@" not in run.stdout, run.stdout)
        check("2 functions migrated" in run.stdout, run.stdout)
        check(stat.S_IMODE(driver.stat().st_mode) == 0o640, "the mode has changed")
        check(sorted(p.name for p in folder.iterdir()) == ["broken.c", "driver.c", "findings.c"],
              "left behind")
        # Nothing is left to do.
        before = driver.stat()
        again = _safe(folder, "migrate", "--in-place", "driver.c")
        check("0 functions migrated" in again.stdout, again.stdout)
        check(driver.stat().st_ino == before.st_ino, "written without a change")


def migrate_all_or_nothing():
    with _folder() as folder:
        run = _safe(folder, "migrate", "--in-place", "driver.c", "broken.c")
        check(run.returncode == 1 and "broken.c does not compile" in run.stderr
              and "nothing was written" in run.stderr, run.stderr)
        _left_alone(folder)
        # Without --in-place, what can be migrated is shown.
        run = _safe(folder, "migrate", "--json", "driver.c", "broken.c")
        check(run.returncode == 1 and len(json.loads(run.stdout)) == 4, run.stdout)


def _results(folder, *names):
    commands = kbuild.Tree(_kdir()).commands([folder / n for n in names])
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
    with _folder() as folder:
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
    with _folder() as folder:
        (folder / "sub").mkdir()
        shutil.copy(folder / "driver.c", folder / "sub/driver.c")
        first, second = _results(folder, "driver.c", "sub/driver.c")
        second.path = _Vanishing(second.path)
        _refused([first, second], "sub/driver.c: No such file")
        _left_alone(folder)


class _Vanishing(type(pathlib.Path())):
    """A path whose folder is gone once the file has been read."""

    def read_bytes(self):
        data = super().read_bytes()
        self.parent.rename(f"{self.parent}-gone")
        return data


def migrate_only():
    with _folder() as folder:
        run = _safe(folder, "migrate", "--only", "foo_id", "--json", "driver.c")
        status = {row["function"]: row["status"] for row in json.loads(run.stdout)}
        check(status["foo_id"] == "migrated" and "migrated" not in
              (status["foo_set"], status["foo_plain"], status["foo_late"]), str(status))
        run = _safe(folder, "migrate", "--only", "foo_id", "--diff", "driver.c")
        check("foo->id;" in run.stdout and "goto" not in run.stdout, run.stdout)
        _error(_safe(folder, "migrate", "--only", "nobody", "driver.c", "findings.c"), 2,
               "no function nobody()", "driver.c, findings.c")
        # In one of several files is enough.
        _ends(_safe(folder, "migrate", "--only", "foo_id", "driver.c", "findings.c"), ui.OK)
        _error(_safe(folder, "migrate", "--only", "nobody", "--in-place", "driver.c"), 2,
               "nobody")
        _left_alone(folder)


def migrate_idiom():
    """What can be chosen can be done."""
    with _folder() as folder:
        check("mainline" in migrate.IDIOMS, str(migrate.IDIOMS))
        for idiom in migrate.IDIOMS:
            run = _safe(folder, "migrate", "--idiom", idiom, "--json", "driver.c")
            check(run.returncode == 0, run.stderr)
            check(any(row["status"] == "migrated" for row in json.loads(run.stdout)), run.stdout)
        default = _safe(folder, "migrate", "--diff", "driver.c").stdout
        check(default == _safe(folder, "migrate", "--idiom", "mainline", "--diff",
                               "driver.c").stdout, "mainline is not the default")


def migrate_twice():
    """A file that is named twice is migrated once."""
    with _folder() as folder:
        run = _safe(folder, "migrate", "--json", "driver.c", "driver.c", "./driver.c",
                    folder / "driver.c")
        check(len(json.loads(run.stdout)) == 4, run.stdout)


def migrate_jobs():
    """The output is in the order of the files, however many are done at once."""
    with _folder() as folder:
        names = [f"d{n}.c" for n in range(6)]
        for name in names:
            shutil.copy(folder / "driver.c", folder / name)
        outputs = [_safe(folder, "migrate", "--json", "-j", jobs, *reversed(names)).stdout
                   for jobs in (1, 4)]
        files = [pathlib.Path(row["file"]).name for row in json.loads(outputs[0])]
        check(outputs[0] == outputs[1] and files == [n for n in reversed(names) for _ in range(4)],
              str(files))


# ---- check ------------------------------------------------------------------

def check_text():
    with _folder() as folder:
        run = _safe(folder, "check", "findings.c")
        _ends(run, ui.FINDINGS)
        lines = run.stdout.splitlines()
        source = FINDINGS.read_text().splitlines()
        found = [re.match(r"findings\.c:(\d+):(\d+): warning: .* \[(SAFE_E_\w+)\]$", line)
                 for line in lines]
        found = [m for m in found if m]
        check([m[3] for m in found] == ["SAFE_E_USE_AFTER_FREE", "SAFE_E_UNCHECKED_NULL"],
              run.stdout)
        # The column is that of the text, where a tab is one.
        check([source[int(m[1]) - 1][int(m[2]) - 1:] for m in found] == ["->id;", "id = foo->id;"],
              run.stdout)
        check(any(re.match(r"findings\.c:\d+:\d+: note: released by 'kfree'$", line)
                  for line in lines), run.stdout)
        check(lines[-1] == "2 findings in 1 file", lines[-1])
        clean = _safe(folder, "check", "driver.c")
        _ends(clean, ui.OK)
        check(clean.stdout == "0 findings in 1 file\n", clean.stdout)
        both = _safe(folder, "check", "driver.c", "findings.c", "./findings.c")
        check(both.returncode == 1 and both.stdout.endswith("2 findings in 2 files\n"), both.stdout)


def check_json():
    with _folder() as folder:
        run = _safe(folder, "check", "--json", "findings.c")
        _ends(run, ui.FINDINGS)
        rows = json.loads(run.stdout)
        for row in rows:
            check(set(row) == {"file", "line", "column", "level", "id", "text", "notes"}, str(row))
            check(row["file"] == "findings.c" and row["level"] == "warning", str(row))
            check(row["notes"] and all(set(n) == {"file", "line", "column", "text"}
                                       for n in row["notes"]), str(row["notes"]))
        check(len(rows) == 2, run.stdout)
        run = _safe(folder, "check", "--json", "driver.c")
        check(run.returncode == 0 and json.loads(run.stdout) == [], run.stdout)
        # One file that cannot be checked does not hide what the others have.
        run = _safe(folder, "check", "--json", "broken.c", "findings.c")
        check(run.returncode == 2 and len(json.loads(run.stdout)) == 2, run.stdout + run.stderr)


def check_audit():
    with _folder() as folder:
        run = _safe(folder, "check", "--audit", "findings.c")
        check(run.returncode == 1 and "[SAFE_E_ERROR_LOST]" in run.stdout
              and run.stdout.endswith("3 findings in 1 file\n"), run.stdout)


def check_baseline():
    with _folder() as folder:
        file, known = folder / "findings.c", folder / "known.json"
        known.write_text(_safe(folder, "check", "--json", "findings.c").stdout)

        def new():
            run = _safe(folder, "check", "--baseline", "known.json", "findings.c")
            check(not run.stderr, run.stderr)
            return run.returncode, run.stdout.splitlines()[-1]

        check(new() == (0, "0 new findings in 1 file"), str(new()))
        text = file.read_text()
        file.write_text("/*\n * More\n * lines.\n */\n" + text)
        check(new() == (0, "0 new findings in 1 file"), str(new()))
        # One of the same kind, with the same words, is another one.
        again = text[text.index("int rule_own(void);"):text.index("int rule_result")]
        file.write_text(text + again.replace("rule_own", "rule_own_again"))
        check(new() == (1, "1 new finding in 1 file"), str(new()))
        run = _safe(folder, "check", "--baseline", "known.json", "--json", "findings.c")
        row, = json.loads(run.stdout)
        check(row["id"] == "SAFE_E_USE_AFTER_FREE", str(row))
        # What is known of another file excuses nothing here.
        shutil.copy(FINDINGS, folder / "other.c")
        run = _safe(folder, "check", "--baseline", "known.json", "other.c")
        check(run.stdout.endswith("2 new findings in 1 file\n"), run.stdout)


def check_bad_baseline():
    with _folder() as folder:
        _error(_safe(folder, "check", "--baseline", "missing.json", "findings.c"), 2,
               "missing.json: No such file", "safe check --json")
        bad = folder / "bad.json"
        for text in (b"", b"nonsense", b"[1]", b"null", b'{"a": 1}', b'[{"file": "x.c"}]',
                     b"\xff\xfe", b"[[]]"):
            bad.write_bytes(text)
            _error(_safe(folder, "check", "--baseline", "bad.json", "findings.c"), 2,
                   "bad.json: no baseline", "safe check --json")


def check_sarif():
    with _folder() as folder:
        (folder / "a b\u20ac.c").write_text(FINDINGS.read_text())
        run = _safe(folder, "check", "--sarif", "out.sarif", "findings.c", "a b\u20ac.c")
        check(run.returncode == 1 and run.stdout.endswith("4 findings in 2 files\n"), run.stdout)
        log = json.loads((folder / "out.sarif").read_text())
        check(log["version"] == "2.1.0" and log["$schema"].endswith("sarif-2.1.0.json"), str(log))
        part, = log["runs"]
        rules = [r["id"] for r in part["tool"]["driver"]["rules"]]
        check(part["tool"]["driver"]["name"] == "safe" and len(set(rules)) == len(rules) == 2,
              str(rules))
        check({r["ruleId"] for r in part["results"]} == set(rules), str(rules))
        check(len(part["results"]) == 4, str(part["results"]))
        for result in part["results"]:
            check(result["level"] in ("warning", "error") and result["message"]["text"],
                  str(result))
            place, = result["locations"]
            _sarif_location(place)
            flow, = result["codeFlows"]
            thread, = flow["threadFlows"]
            steps = [step["location"] for step in thread["locations"]]
            for step in steps:
                _sarif_location(step)
                check(step["message"]["text"], str(step))
            check(len(steps) >= 2 and steps[-1]["physicalLocation"] == place["physicalLocation"],
                  "the path does not end at the finding")
        check(stat.S_IMODE((folder / "out.sarif").stat().st_mode) == 0o644, "others cannot read it")
        # Nothing found is a valid file as well.
        _safe(folder, "check", "--sarif", "none.sarif", "driver.c")
        check(json.loads((folder / "none.sarif").read_text())["runs"][0]["results"] == [],
              "results of nothing")
        _error(_safe(folder, "check", "--sarif", "no/such/folder", "driver.c"), 2,
               "no/such/folder", "were not written")


def _sarif_location(location):
    physical = location["physicalLocation"]
    uri = physical["artifactLocation"]["uri"]
    # Relative, and no character that a URI cannot have.
    check(re.fullmatch(r"[\w.%-][\w./%-]*", uri, re.A) and uri in
          ("findings.c", "a%20b%E2%82%AC.c"), uri)
    region = physical["region"]
    check(region["startLine"] >= 1 and region.get("startColumn", 1) >= 1, str(region))
    check(region["startColumn"] <= len(FINDINGS.read_text().splitlines()[region["startLine"] - 1]),
          f"there is no such column: {region}")


def known_once():
    """Each known finding excuses one."""
    def one(line, text="x"):
        return findings.Finding("a.c", line, 1, "warning", "SAFE_E_LEAK", text, [])
    check(findings.without([one(5), one(9), one(2, "y")], [one(1), one(1, "z")]) ==
          [one(9), one(2, "y")], "wrong ones are left")


# ---- report -----------------------------------------------------------------

class _Page(html.parser.HTMLParser):
    """Reads a page; each element must be closed, and nothing comes from elsewhere."""

    _EMPTY = {"meta", "br", "hr", "img", "link", "input"}

    def __init__(self, text):
        super().__init__()
        self.open, self.text, self.rows, self.tags = [], "", [], set()
        self.feed(text)
        self.close()
        check(not self.open, f"not closed: {self.open}")

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        for name, value in attrs:
            check(name not in ("src", "href", "onload", "onclick"), f"<{tag} {name}={value}>")
        if tag not in self._EMPTY:
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_endtag(self, tag):
        check(self.open and self.open[-1] == tag, f"</{tag}> closes {self.open}")
        self.open.pop()

    def handle_data(self, data):
        self.text += data
        if self.open and self.open[-1] in ("td", "th"):
            self.rows[-1][-1] += data


def report_html():
    with _folder() as folder:
        (folder / "left.c").write_text(DRIVER.replace("foo_", "bar_").replace(
            "id + 1", 'id + sizeof("<b>&amp;")'))
        run = _safe(folder, "report", "-o", "page.html", "driver.c", "left.c")
        _ends(run, ui.OK)
        check(run.stderr == "page.html written\n", run.stderr)
        text = (folder / "page.html").read_text()
        check(text.startswith("<!DOCTYPE html>\n") and not re.search(r"https?://|@import|url\(",
                                                                    text), "not by itself")
        page = _Page(text)
        check(not page.tags & {"script", "link", "img", "iframe"}, str(page.tags))
        check({"html", "head", "title", "style", "body", "h1", "table", "pre"} <= page.tags,
              str(page.tags))
        rows = json.loads(_safe(folder, "migrate", "--json", "driver.c", "left.c").stdout)
        left = [r for r in rows if r["reason"]]
        check({r["function"] for r in left} >= {"foo_late", "bar_late"}, str(left))
        for row in left:
            check([f"{row['function']}()", "all" if row["status"] == "left" else "part",
                   row["reason"]] in page.rows, f"{row['function']} is missing: {page.rows}")
        for what, value in (("functions migrated", "4"), ("of these proved", "4"),
                            ("functions left", "2"), ("nothing to do", "2"),
                            ("lock regions migrated", "4 of 8")):
            check([what, value] in page.rows, f"no {what} {value} in {page.rows}")
        # The change is there, as text.
        check("+\tguard(mutex)(&foo->lock);" in page.text and "\u00fc\u20ac" in page.text,
              "the change is missing")


def report_text():
    with _folder() as folder:
        run = _safe(folder, "report", "driver.c")
        _ends(run, ui.OK)
        for line in (r"  functions migrated +2", r"  of these proved +2", r"  functions left +1",
                     r"  lock regions migrated +2 of 4", r"  bytes of text +\d+ → \d+.*",
                     r"  foo_late\(\) +\S.*", r"\+\tguard\(mutex\)\(&foo->lock\);"):
            check(re.search(rf"^{line}$", run.stdout, re.M), f"no {line} in:\n{run.stdout}")
        _left_alone(folder)
        # A file that cannot be migrated does not hide the others.
        run = _safe(folder, "report", "driver.c", "broken.c")
        check(run.returncode == 1 and "foo_late()" in run.stdout
              and "broken.c does not compile" in run.stderr, run.stdout + run.stderr)


def report_environment():
    """SAFE_REPORT says where the page goes, -o goes before it."""
    with _folder() as folder:
        env = dict(os.environ, SAFE_REPORT=str(folder / "env.html"))
        _safe(folder, "report", "driver.c", env=env)
        check((folder / "env.html").exists(), "SAFE_REPORT is not heeded")
        (folder / "env.html").unlink()
        _safe(folder, "report", "-o", "page.html", "driver.c", env=env)
        check((folder / "page.html").exists() and not (folder / "env.html").exists(),
              "-o does not go before")
        _error(_safe(folder, "report", "-o", "no/such/folder/page.html", "driver.c"), 2,
               "no/such/folder/page.html", "was not written")


_TESTS = {
    "help": helps,
    "errors of usage": usage_errors,
    "errors of files and trees": file_errors,
    "errors of the compiler": compile_errors,
    "a closed pipe": closed_pipe,
    "colours": colours,
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
    "check": check_text,
    "check --json": check_json,
    "check --audit": check_audit,
    "check --baseline": check_baseline,
    "check: a bad baseline": check_bad_baseline,
    "check --sarif": check_sarif,
    "a known finding excuses one": known_once,
    "report -o": report_html,
    "report": report_text,
    "report: where the page goes": report_environment,
}
