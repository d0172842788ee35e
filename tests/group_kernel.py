# SPDX-License-Identifier: GPL-2.0
"""The command "safe kernel", and the test beds: what is wrong in a kernel must be
seen, and nothing else."""
import json
import os
import pathlib
import subprocess
import sys
import time

import testlib
from safelib import bed, cpio, kunit, paths, source, ui
from testlib import check

MODULES = paths.ROOT / "tests/kernel"


def tests():
    yield "list says what there is", list_beds
    yield "a bed that does not exist", bad_bed
    yield "a series that does not exist", bad_series
    yield "fetch of what is there needs no network", fetch_cached
    yield "fetch without network says so and leaves nothing", fetch_offline
    yield "clean removes the named bed only", clean_one
    yield "clean without a name removes what is out of date", clean_old
    yield "clean of an unknown name", clean_unknown
    yield "boot of a module that is not there", boot_missing_module
    yield "a shell needs a terminal", boot_without_terminal
    yield "boot runs a script, JSON tells its status", boot_script
    yield "a configuration that was not taken is found", wrong_configuration
    yield "the archive of the first file system is whole", whole_archive
    yield "a folder stays clean, an error names its file", clean_folder
    yield "a booted kernel is quiet, lockdep is on", quiet_kernel
    yield "a module that cannot be loaded fails the boot", no_module
    yield from _misdeeds()
    yield "a crash is seen", crash
    yield "a hang is ended and said", hang
    yield "failing allocations tell which case takes them badly", careless


def safe(*args, cache=None, **env):
    """Runs scripts/safe kernel; returns the finished process."""
    if cache:
        env["XDG_CACHE_HOME"] = str(cache)
    return subprocess.run([sys.executable, str(paths.ROOT / "scripts/safe"), "kernel", *args],
                          env={**os.environ, **env}, stdin=subprocess.DEVNULL,
                          capture_output=True, text=True)


def refused(run, *texts):
    """The command could not run, and one line says why."""
    check(run.returncode == ui.FAILED, f"status {run.returncode}: {run.stdout}{run.stderr}")
    check(run.stderr.startswith("error: "), run.stderr)
    check("Traceback" not in run.stderr, run.stderr)
    for text in texts:
        check(text in run.stderr, f"no {text!r} in: {run.stderr}")


# ---- the command ------------------------------------------------------------

def list_beds():
    run = safe("list", "--json")
    check(run.returncode == 0, run.stderr)
    rows = json.loads(run.stdout)
    named = {(row["kind"], row["name"]) for row in rows}
    check(named >= {("source", s) for s in source.SERIES} | {("bed", b) for b in bed.BEDS},
          f"not all are listed: {named}")
    plain = safe("list").stdout
    check(all(name in plain for name in bed.BEDS), plain)


def bad_bed():
    refused(safe("build", "umll"), "no such bed: umll", "uml")
    # Nothing is begun before all names are known to be good.
    refused(safe("build", "uml", "nonsense"), "nonsense")


def bad_series():
    refused(safe("fetch", "6.2"), "no such kernel: 6.2", "6.12")


# A proxy where nobody listens: there is no network for apt.
_NO_NETWORK = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}


def fetch_cached():
    path = source.get("6.1")
    run = safe("fetch", "6.1", **_NO_NETWORK)
    check(run.returncode == 0 and run.stdout.strip() == str(path), run.stdout + run.stderr)
    run = safe("build", "uml", "--json", **_NO_NETWORK)
    check(json.loads(run.stdout) == [{"name": "uml", "path": str(bed.get("uml").obj)}],
          run.stdout + run.stderr)


def fetch_offline():
    with paths.temporary() as cache:
        start = time.monotonic()
        run = safe("fetch", "7.3", cache=cache, **_NO_NETWORK)
        took = time.monotonic() - start
        refused(run, "linux 7.3 is not in the cache", "scripts/safe kernel fetch 7.3")
        left = [p.name for p in pathlib.Path(cache, "safe/src").iterdir() if p.is_dir()]
        check(not left, f"left behind: {left}")
        check(took < 60, f"took {took:.0f} s to give up")


def _fake_beds(cache, *names):
    for name in names:
        pathlib.Path(cache, "safe/beds", name).mkdir(parents=True)


def clean_one():
    with paths.temporary() as cache:
        _fake_beds(cache, "uml-6.1.0-0123456789", "qemu-6.1.0-0123456789",
                   "qemu-kcsan-6.1.0-0123456789")
        run = safe("clean", "qemu", "--json", cache=cache)
        check(run.returncode == 0, run.stderr)
        check([row["name"] for row in json.loads(run.stdout)] == ["qemu"], run.stdout)
        left = sorted(p.name.partition("-6")[0] for p in pathlib.Path(cache, "safe/beds").iterdir()
                      if p.is_dir())
        check(left == ["qemu-kcsan", "uml"], f"left: {left}")


def clean_old():
    with paths.temporary() as cache:
        _fake_beds(cache, "uml-6.1.0-0123456789", "something-else")
        run = safe("clean", cache=cache)
        left = [p.name for p in pathlib.Path(cache, "safe/beds").iterdir() if p.is_dir()]
        check(run.returncode == 0 and left == ["something-else"], f"{run.stderr} left: {left}")


def clean_unknown():
    refused(safe("clean", "umll"), "umll")


def boot_missing_module():
    refused(safe("boot", "uml", "--module", "/no/such.ko"), "/no/such.ko: no such file")


def boot_without_terminal():
    refused(safe("boot", "uml"), "--script")


def boot_script():
    with paths.temporary() as folder:
        script = pathlib.Path(folder, "script")
        script.write_text("echo 'a  b'; exit 3\n")
        run = safe("boot", "uml", "--json", "--script", str(script))
    result = json.loads(run.stdout)
    check(run.returncode == ui.FINDINGS, f"status {run.returncode}")
    check(result["status"] == 3 and not result["problems"], run.stdout)
    check("\na  b\n" in result["console"], "the script's output is not in the console")


# ---- its parts --------------------------------------------------------------

def wrong_configuration():
    wanted = "CONFIG_A=y\nCONFIG_B=n\n# CONFIG_C is not set\nCONFIG_D=\"x\"\nCONFIG_E=y\n"
    have = "CONFIG_A=y\nCONFIG_C=m\nCONFIG_D=\"x\"\n# CONFIG_E is not set\n"
    wrong = bed.not_set(wanted, have)
    check(wrong == ["CONFIG_E=y", "CONFIG_C=n"], str(wrong))


def whole_archive():
    archive = cpio.Archive()
    archive.file("/a/b/c", b"text\n", 0o640)
    archive.device("dev/null", 1, 3)
    archive.file("a/d", b"")
    run = subprocess.run(["busybox", "cpio", "-tv"], input=archive.bytes(), capture_output=True)
    rows = [line.split() for line in run.stdout.decode().splitlines()]
    found = {row[-1]: row[0] for row in rows}
    check(run.returncode == 0, run.stderr.decode())
    check(found == {"a": "drwxr-xr-x", "a/b": "drwxr-xr-x", "a/b/c": "-rw-r-----",
                    "dev": "drwxr-xr-x", "dev/null": "crw-------", "a/d": "-rwxr-xr-x"},
          str(found))


def clean_folder():
    machine = bed.get("uml")
    with paths.temporary() as folder:
        folder = pathlib.Path(folder)
        (folder / "Kbuild").write_text("obj-m := x.o\n")
        (folder / "x.c").write_text("int x = nonsense;\n")
        with paths.temporary() as out:
            try:
                machine.build_modules(folder, out)
                raise testlib.Failed("it compiled")
            except ui.Error as e:
                check(f"{folder}/x.c:1" in str(e) and "nonsense" in str(e), str(e))
            (folder / "x.c").write_text('#include <linux/module.h>\nMODULE_LICENSE("GPL");\n')
            built = machine.build_modules(folder, out)
            check([p.name for p in built] == ["x.ko"] and built[0].exists(), str(built))
        left = sorted(p.name for p in folder.iterdir())
        check(left == ["Kbuild", "x.c"], f"in the folder: {left}")


# ---- booting ----------------------------------------------------------------

def _module():
    module, = bed.get("uml").build_modules(MODULES / "misdeed")
    return module


def quiet_kernel():
    log = bed.get("uml").boot(script="grep debug_locks: /proc/lockdep_stats; leaks")
    check(log.status == 0, log.text[-2000:])
    check(not log.problems(), "\n".join(log.problems()))
    check(log.output.split() == ["debug_locks:", "1"], log.output)


def no_module():
    log = bed.get("uml").boot([_module()], "echo reached")
    check(log.status not in (0, None), f"status {log.status}")
    check("cannot load misdeed.ko" in log.output and "reached" not in log.output, log.output)


# What each deed must be reported as.
_DEEDS = {
    "use_after_free": "KASAN: use-after-free in use_after_free",
    "double_free": "KASAN: double-free",
    "out_of_bounds": "KASAN: slab-out-of-bounds in out_of_bounds",
    "wrong_shift": "UBSAN: shift-out-of-bounds",
    "warning": "at tests/kernel/misdeed/misdeed.c",
    "leak": "unreferenced object",
}
# Lockdep says no more after any first report: each in a boot of its own.
_LOCK_DEEDS = {
    "unlock_twice": "WARNING: bad unlock balance",
    "mutex_under_spinlock": "BUG: Invalid wait context",
}


def _misdeeds():
    """One boot does all that a kernel survives; each is a test of its own."""
    script = "".join(
        f"echo deed {deed} > /dev/kmsg\ninsmod /m.ko deed={deed}\nrmmod misdeed\n"
        for deed in _DEEDS) + "leaks\n"
    log = bed.get("uml").boot(script=script, files={"m.ko": _module()})
    problems = log.problems()

    def seen(deed):
        expected = _DEEDS[deed]
        check(any(expected in p for p in problems),
              f"no {expected!r} among:\n" + "\n".join(p.splitlines()[0] for p in problems))

    for deed in _DEEDS:
        yield f"seen: {deed}", lambda deed=deed: seen(deed)
    yield "each deed is one problem", lambda: check(
        len(problems) == len(_DEEDS), "\n\n".join(problems))
    for deed, expected in _LOCK_DEEDS.items():
        yield f"seen: {deed}", lambda deed=deed, expected=expected: _alone(deed, expected)


def _alone(deed, expected, timeout=60):
    log = bed.get("uml").boot([_module()], params={"misdeed": f"deed={deed}"}, timeout=timeout)
    problems = log.problems()
    check(any(expected in p for p in problems), "\n".join(problems) + log.text[-2000:])
    return log


def crash():
    log = _alone("null_dereference", "Kernel panic")
    check(log.status is None, f"status {log.status}")
    check(len(log.problems()) == 1, "\n".join(log.problems()))


def hang():
    log = _alone("hang", "the kernel hung", timeout=6)
    check(log.status is None and log.seconds < 12, f"status {log.status}, {log.seconds} s")
    check("killed: no end after 6 s" in log.text, log.text[-500:])


def careless():
    machine = bed.get("uml")
    suites = kunit.modules(machine, MODULES / "careless")
    plain = kunit.run(machine, suites)
    check([c.status for c in plain.cases] == ["passed"] * 3 and not plain.problems(),
          plain.log.text[-3000:])
    faults = kunit.run_with_faults(machine, suites)
    check(faults.rounds.get("careless_kunit", {}).get("object", 0) >= 2, str(faults.rounds))
    bad = faults.bad.get("careless_kunit", [])
    check(bad and all(text.startswith("insists, when object") for text in bad), str(bad))
    leaks = faults.problems()
    check(leaks and all(p.startswith("after leaks_the_first: allocation") and "(size 64)" in p
                        for p in leaks), "\n".join(leaks))
