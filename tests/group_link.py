# SPDX-License-Identifier: GPL-2.0
"""The command "safe link": how summaries travel in objects, and how they are joined.

What it finds is tested with the cases in tests/misuse/link.
"""
import contextlib
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import time

import twofile
from commandlib import SAFE, ends, error
from safelib import bed, findings, paths, summary, ui
from testlib import Skipped, check

CASES = paths.ROOT / "tests/misuse/link"
LEAK, DESTROY = CASES / "leak-borrower", CASES / "use-after-destroy"

# Real files of one folder, which is not all that is in its module.
REAL = ["drivers/gpio/gpio-sim.c", "lib/rhashtable.c", "net/core/skbuff.c", "ipc/sem.c"]


def tests():
    folders = [LEAK, DESTROY]
    commands = bed.get("analysis").tree().commands(
        [s for f in folders for s in twofile.sources(f)])
    for name, test in {
            "the loaded parts of an object are the same": same_parts,
            "ld -r": relocatable,
            "archives, thin ones too": archives,
            "ccache": ccache,
            "distcc": distcc,
            "text, --json, --sarif, --baseline": output,
            "facts for the compiler": facts,
            "the same names in two modules": two_modules,
            "a folder as Kbuild leaves it": kbuild_folder,
            "objects without a summary": without,
            "damaged objects": damaged,
            "another version": other_version,
            "wrong paths": wrong_paths,
    }.items():
        yield name, lambda t=test: t(commands)


# ---- transport ---------------------------------------------------------------

@contextlib.contextmanager
def _objects(commands, case=LEAK):
    """The two objects of a case, in a folder that goes away."""
    with paths.temporary() as folder:
        yield pathlib.Path(folder), twofile.compile(commands, case, folder)


def _ids(found):
    return [f.id for f in found]


def _section(path):
    return [u.text for u in summary.read(path)]


def _loaded(path):
    """What objcopy leaves of an object when the summary is taken out."""
    out = f"{path}.loaded"
    subprocess.run(["objcopy", "-R", ".discard.safe", path, out], check=True)
    return pathlib.Path(out).read_bytes()


def same_parts(commands):
    src = bed.get("analysis").src
    files = [src / name for name in REAL]
    real = bed.get("analysis").tree().commands(files)
    with paths.temporary() as folder:
        for command in [commands[LEAK / "case.c"], *real.values()]:
            objects = []
            for extra in ([], [summary.OPTION]):
                obj = f"{folder}/{len(extra)}.o"
                run = command.run(extra=[f"-I{paths.INCLUDE}", f"-fplugin={paths.plugin()}",
                                         *extra], output=obj)
                check(run.returncode == 0, run.stderr)
                objects.append(_loaded(obj))
            check(objects[0] == objects[1], f"{command.source}: the object differs")
            check(len(_section(f"{folder}/1.o")) == 1, f"{command.source}: no summary")
            try:
                summary.read(f"{folder}/0.o")
                check(False, "a summary nobody asked for")
            except summary.Missing:
                pass


def relocatable(commands):
    with _objects(commands) as (folder, objects):
        subprocess.run(["ld", "-r", "-o", folder / "module.o", *objects], check=True)
        check(_section(folder / "module.o") == [t for o in objects for t in _section(o)],
              "the summaries are not those of the parts")
        check(_ids(twofile.join([folder / "module.o"])) == ["SAFE_E_LEAK"], "not found")


def archives(commands):
    with _objects(commands) as (folder, objects):
        names = [pathlib.Path(o).name for o in objects]
        for kind in ("rcs", "rcsT"):
            archive = folder / f"{kind}.a"
            subprocess.run(["ar", kind, archive.name, *names], cwd=folder, check=True)
            check(_ids(twofile.join([archive])) == ["SAFE_E_LEAK"], f"ar {kind}: not found")


def _compiled(commands, compiler, folder, env, flags=twofile.FLAGS):
    """Compiles a case with another command instead of gcc; the objects, and what it said."""
    objects, said = [], ""
    for source in twofile.sources(LEAK):
        objects.append(f"{folder}/{source.stem}.o")
        command = commands[source]
        argv = command.argv(extra=flags, output=objects[-1])
        run = subprocess.run([*compiler, *argv[1:]], cwd=command.tree.obj,
                             env={**os.environ, **env}, capture_output=True, text=True)
        check(run.returncode == 0, run.stderr)
        said += run.stderr
    return objects, said


def _needs(*programs):
    for program in programs:
        if not shutil.which(program):
            raise Skipped(f"{program} is not installed")


def ccache(commands):
    _needs("ccache")
    with paths.temporary() as folder:
        env = {"CCACHE_DIR": f"{folder}/cache", "CCACHE_DISABLE": "", "CCACHE_NODISABLE": "1"}
        sections = []
        for name in ("first", "second"):
            out = pathlib.Path(folder, name)
            out.mkdir()
            objects, _ = _compiled(commands, ["ccache", "gcc"], out, env)
            sections.append([_section(o) for o in objects])
        stats = subprocess.run(["ccache", "--print-stats"], env={**os.environ, **env},
                               capture_output=True, text=True).stdout
        counts = dict(line.split("\t") for line in stats.splitlines())
        hits = int(counts["direct_cache_hit"]) + int(counts["preprocessed_cache_hit"])
        check(hits == 2, stats)
        check(sections[0] == sections[1], "a hit has another summary")
        check(_ids(twofile.join(objects)) == ["SAFE_E_LEAK"], "not found")


@contextlib.contextmanager
def _distccd(folder):
    """A server on this machine; its port."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    # --enable-tcp-insecure: any command in PATH, not only those of /usr/lib/distcc.
    server = subprocess.Popen(
        ["distccd", "--daemon", "--no-detach", "--allow", "127.0.0.1", "--listen", "127.0.0.1",
         "--port", str(port), "--enable-tcp-insecure", "--jobs", "2", "--user", "nobody",
         "--log-file", f"{folder}/log"], stderr=subprocess.DEVNULL,
        env={**os.environ, "PATH": f"{folder}:{os.environ['PATH']}"})
    try:
        for _ in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                break
            time.sleep(.1)
        yield port
    finally:
        server.terminate()
        server.wait()


def distcc(commands):
    """distccd takes no -fplugin=, and the client compiles here; a compiler that has the
    plugin in itself, as docs/link.md shows it, is taken."""
    _needs("distcc", "distccd")
    with paths.temporary() as folder, _objects(commands) as (_, local):
        os.chmod(folder, 0o777)
        for name in ("log", "client", "plain", "wrapped"):
            path = pathlib.Path(folder, name)
            path.touch() if name == "log" else path.mkdir()
            os.chmod(path, 0o777)
        plugin = shutil.copy(paths.plugin(), folder)
        wrapper = pathlib.Path(folder, "safe-gcc")
        wrapper.write_text(f'#!/bin/sh\nexec gcc -fplugin={plugin} {summary.OPTION} "$@"\n')
        wrapper.chmod(0o755)
        env = {"DISTCC_DIR": f"{folder}/client", "PATH": f"{folder}:{os.environ['PATH']}"}
        log = pathlib.Path(folder, "log")
        with _distccd(folder) as port:
            env["DISTCC_HOSTS"] = f"127.0.0.1:{port}/2"
            plain, said = _compiled(commands, ["distcc", "gcc"], f"{folder}/plain", env)
            check("COMPILE_OK" not in log.read_text(), "distccd took a plugin")
            flags = [f for f in twofile.FLAGS if "plugin" not in f]
            # A failed host is left alone for a minute.
            shutil.rmtree(f"{folder}/client")
            pathlib.Path(folder, "client").mkdir()
            wrapped, said = _compiled(commands, ["distcc", "safe-gcc"], f"{folder}/wrapped",
                                      {**env, "DISTCC_FALLBACK": "0"}, flags)
        check(log.read_text().count("COMPILE_OK") == 2, said + log.read_text()[-3000:])
        for objects in plain, wrapped:
            check([_section(o) for o in objects] == [_section(o) for o in local],
                  "the summaries are not those of a local compilation")
            check(_ids(twofile.join(objects)) == ["SAFE_E_LEAK"], "not found")


# ---- the command -------------------------------------------------------------

def safe(folder, *args):
    return subprocess.run([sys.executable, SAFE, *map(str, args)], cwd=folder,
                          capture_output=True, text=True)


def output(commands):
    with _objects(commands) as (folder, objects):
        run = safe(folder, "link", *objects)
        ends(run, ui.FINDINGS)
        lines = run.stdout.splitlines()
        check("warning: 'foo' is leaked" in lines[0] and lines[0].endswith("[SAFE_E_LEAK]"),
              run.stdout)
        check(any("helper.c:11:5: note: 'foo_sum' only looks at its argument 1" in line
                  for line in lines), run.stdout)
        check(lines[-1] == "1 finding in 2 files", run.stdout)
        again = safe(folder, "link", "--json", "--sarif", "found.sarif", folder)
        ends(again, ui.FINDINGS)
        rows = json.loads(again.stdout)
        found = findings.Finding(**rows[0])
        check(len(rows) == 1 and found.id == "SAFE_E_LEAK" and len(found.notes) == 5,
              again.stdout)
        sarif = json.loads((folder / "found.sarif").read_text())
        check(len(sarif["runs"][0]["results"]) == 1, str(sarif))
        (folder / "known.json").write_text(again.stdout)
        quiet = safe(folder, "link", "--baseline", "known.json", *objects)
        ends(quiet, ui.OK)
        check(quiet.stdout == "0 new findings in 2 files\n", quiet.stdout)


def facts(commands):
    """What is written for the compiler, it reads, and finds the same by itself."""
    for case, expected in (LEAK, "SAFE_E_LEAK"), (DESTROY, "SAFE_E_USE_AFTER_MOVE"):
        with _objects(commands, case) as (folder, objects):
            ends(safe(folder, "link", "--facts", "facts.h", *objects), ui.FINDINGS)
            run = commands[case / "case.c"].run(
                extra=[*twofile.FLAGS, f"-fplugin-arg-safe_plugin-facts={folder}/facts.h"])
            check(run.returncode == 0 and f"[{expected}]" in run.stderr and
                  "SAFE_E_FACTS" not in run.stderr,
                  (folder / "facts.h").read_text() + run.stderr)


def two_modules(commands):
    """A function is looked for in the module of who calls it first."""
    with paths.temporary() as folder:
        for name, case in ("one", LEAK), ("two", DESTROY):
            out = pathlib.Path(folder, name)
            out.mkdir()
            twofile.compile(commands, case, out)
        # The other module has a foo_sum() that keeps what it is given.
        keeps = pathlib.Path(folder, "keeps.c")
        keeps.write_text("struct foo *foo_kept;\n"
                         "int foo_sum(struct foo *foo, int more);\n"
                         "int foo_sum(struct foo *foo, int more)\n"
                         "{\n\tfoo_kept = foo;\n\treturn more;\n}\n")
        command = bed.get("analysis").tree().commands([keeps])[keeps]
        run = command.run(extra=twofile.FLAGS, output=f"{folder}/two/keeps.o")
        check(run.returncode == 0, run.stderr)
        check(sorted(_ids(twofile.join([folder]))) == ["SAFE_E_LEAK", "SAFE_E_USE_AFTER_FREE"],
              "not both, or not only these")
        (pathlib.Path(folder, "one/helper.o")).unlink()
        check(_ids(twofile.join([folder])) == ["SAFE_E_USE_AFTER_FREE"], "another was taken")


def kbuild_folder(commands):
    """The object that a module is linked from has the summaries of its parts again."""
    with _objects(commands) as (folder, objects):
        subprocess.run(["ld", "-r", "-o", folder / "foo.o", *objects], check=True)
        (folder / "foo.mod").write_text("".join(f"drivers/foo/{pathlib.Path(o).name}\n"
                                                for o in objects))
        (folder / "foo.mod.o").write_bytes(b"not looked at")
        run = safe(folder, "link", folder)
        ends(run, ui.FINDINGS)
        check(run.stdout.endswith("1 finding in 2 files\n"), run.stdout)


def without(commands):
    with _objects(commands) as (folder, objects):
        source = LEAK / "helper.c"
        commands[source].run(extra=[f"-I{paths.INCLUDE}"], output=objects[1])
        run = safe(folder, "link", *objects)
        ends(run, ui.FAILED)
        check("helper.o: no summary" in run.stderr and summary.OPTION in run.stderr and
              "partial: 1 of 2 objects" in run.stderr, run.stderr)
        run = safe(folder, "link", folder)
        ends(run, ui.OK)
        check("note: 1 of 2 objects have no summary" in run.stderr and "helper.o" in run.stderr,
              run.stderr)
        (folder / "case.o").unlink()
        error(safe(folder, "link", folder), ui.FAILED, "none of 1 objects has a summary", summary.OPTION)


def damaged(commands):
    with _objects(commands) as (folder, objects):
        whole = pathlib.Path(objects[1]).read_bytes()
        at = whole.index(b"S\t1\t")
        bad = {
            "no object file": b"no object\n",
            "empty": b"",
            "a header alone": whole[:64],
            "cut off": whole[:len(whole) // 2],
            "cut off in the summary": whole.replace(b"\nE\t", b"\nX\t"),
            "one letter": whole[:at + 30] + b"?" + whole[at + 31:],
            "zeros": whole[:at] + bytes(len(whole) - at),
            "another class": whole[:4] + b"\x07" + whole[5:],
        }
        for name, content in bad.items():
            pathlib.Path(objects[1]).write_bytes(content)
            run = safe(folder, "link", *objects)
            check(run.returncode == ui.FAILED and "Traceback" not in run.stderr and
                  "helper.o: " in run.stderr and "partial" in run.stderr,
                  f"{name}: {run.returncode}\n{run.stdout}{run.stderr}")
            check(run.stdout == "0 findings in 1 file\n", f"{name}: {run.stdout}")
        # Any byte may be wrong: it is said, or it does not matter.
        for i in range(0, len(whole), max(len(whole) // 60, 1)):
            pathlib.Path(objects[1]).write_bytes(whole[:i] + b"\xff" + whole[i + 1:])
            try:
                summary.read(objects[1])
            except summary.Unusable:
                pass


def other_version(commands):
    with _objects(commands) as (folder, objects):
        path = pathlib.Path(objects[0])
        path.write_bytes(path.read_bytes().replace(b"S\t1\t", b"S\t9\t"))
        run = safe(folder, "link", *objects)
        ends(run, ui.FAILED)
        check("has version 9" in run.stderr and "reads 1; build it again" in run.stderr,
              run.stderr)


def wrong_paths(commands):
    with _objects(commands) as (folder, objects):
        error(safe(folder, "link", "nothing.o"), ui.FAILED, "nothing.o: no such file or folder")
        (folder / "empty").mkdir()
        error(safe(folder, "link", "empty"), ui.FAILED, "no objects in it; build them")
        (folder / "foo.ko").write_bytes(pathlib.Path(objects[0]).read_bytes())
        error(safe(folder, "link", "foo.ko"), ui.FAILED, "foo.ko", "give the folder with its .o files")
        ends(safe(folder, "link"), ui.FAILED, stdout=False)
        error(safe(folder, "link", "--facts", "/nowhere/f.h", *objects), ui.FAILED, "/nowhere/f.h",
              "not written")
