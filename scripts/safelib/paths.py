# SPDX-License-Identifier: GPL-2.0
"""Where things are: the checkout, its build folder, and the cache outside it."""
import contextlib
import fcntl
import os
import pathlib
import shutil
import tempfile

from . import ui

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = ROOT / "build"
INCLUDE = ROOT / "include"
PLUGIN = BUILD / "safe_plugin.so"


def plugin():
    """The plugin, which must have been built."""
    if not PLUGIN.exists():
        raise ui.Error(f"{PLUGIN} is missing; run make plugin")
    return PLUGIN


def cache():
    """The folder of what is expensive to make and is shared by all checkouts."""
    base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    path = pathlib.Path(base) / "safe"
    path.mkdir(parents=True, exist_ok=True)
    return path


def temporary(prefix="safe-"):
    """A context manager: a folder that goes away with the block."""
    return tempfile.TemporaryDirectory(prefix=prefix)


@contextlib.contextmanager
def locked(path):
    """Holds an exclusive lock named after path: two runs at once wait in turn."""
    path = pathlib.Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(f"{path}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def write_atomically(path, data, mode=None):
    """Replaces path by data in one step: a reader sees the old or the new."""
    path = pathlib.Path(path)
    fd, tmp = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(fd, "wb") as out:
            out.write(data if isinstance(data, bytes) else data.encode())
            out.flush()
            os.fsync(out.fileno())
        if mode is not None:
            os.chmod(tmp, mode)
        elif path.exists():
            shutil.copymode(path, tmp)
        os.replace(tmp, path)
    except BaseException:
        os.unlink(tmp)
        raise
