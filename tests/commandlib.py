# SPDX-License-Identifier: GPL-2.0
"""Runs scripts/safe as a user does, on a driver of the tests' own."""
import contextlib
import functools
import pathlib
import shutil
import subprocess
import sys

from safelib import bed, paths
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


@functools.lru_cache(maxsize=None)
def bed_folder():
    return str(bed.get("analysis").obj)


@contextlib.contextmanager
def folder_of_drivers():
    """A folder with the driver, a broken file and one with findings."""
    with paths.temporary() as folder:
        folder = pathlib.Path(folder)
        (folder / "driver.c").write_text(DRIVER)
        (folder / "broken.c").write_text(BROKEN)
        shutil.copy(FINDINGS, folder / "findings.c")
        yield folder


def safe(folder, command, *args, kdir=True, **kwargs):
    """Runs the command in the folder."""
    where = ["--kdir", bed_folder()] if kdir else []
    kwargs.setdefault("capture_output", True)
    kwargs.setdefault("text", True)
    return subprocess.run([sys.executable, str(SAFE), command, *where, *map(str, args)],
                          cwd=folder, stdin=subprocess.DEVNULL, **kwargs)


def ends(run, status, stdout=True):
    """Its exit status; and output where there has to be some, and no traceback."""
    check(run.returncode == status, f"status {run.returncode}: {run.stdout}{run.stderr}")
    check("Traceback" not in run.stderr, run.stderr)
    check(bool(run.stdout) == stdout, f"standard output: {run.stdout!r}")


def error(run, status, *texts):
    """One line on standard error that has all of the texts."""
    check(run.returncode == status, f"status {run.returncode}: {run.stdout}{run.stderr}")
    check(run.stderr.startswith("error: ") and run.stderr.count("\n") == 1,
          f"not one line that begins with error: {run.stderr}")
    for text in texts:
        check(str(text) in run.stderr, f"no {text!r} in: {run.stderr}")


def left_alone(folder):
    check((folder / "driver.c").read_text() == DRIVER, "the file has changed")
    check(not [p.name for p in folder.iterdir() if p.name.startswith(".")], "left behind")
