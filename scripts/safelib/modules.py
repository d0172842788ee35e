# SPDX-License-Identifier: GPL-2.0
"""Builds external modules against a bed, in a mirror of their folder.

Kbuild writes its objects beside the sources.  In a mirror the checkout stays
clean, and several beds have one each.
"""
import hashlib
import os
import pathlib
import re
import shutil
import subprocess

from . import kmake, paths, ui

# Never part of a module's source.
_SKIP = {".git", "build", "__pycache__"}


def build(bed, folder, out, make_args):
    folder = pathlib.Path(folder).resolve()
    if not any((folder / name).exists() for name in ("Kbuild", "Makefile")):
        raise ui.Error(f"{folder}: no modules to build (it has no Kbuild)")
    # A folder of the checkout may name others of it: all of it is mirrored.
    inside = folder == paths.ROOT or paths.ROOT in folder.parents
    top = paths.ROOT if inside else folder
    if out is None:
        key = hashlib.sha256(repr((str(top), make_args)).encode()).hexdigest()[:10]
        out = paths.BUILD / "modules" / bed.obj.name / key
    out = pathlib.Path(out).resolve()
    with paths.locked(out):
        _mirror(top, out)
        work = out / folder.relative_to(top)
        # Reports of the running kernel name the files by their place in top.
        flags = [f"-fmacro-prefix-map={out}/="]
        flags += [a.partition("=")[2] for a in make_args if a.startswith("KCFLAGS=")]
        run = subprocess.run(
            bed.tree().make(kmake.jobs(), f"M={work}", *bed.spec.module_args, *make_args,
                            f"KCFLAGS={' '.join(flags)}", "modules"),
            env=kmake.environment(), stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if run.returncode:
            # The reader knows the files by their own place.
            text = (run.stdout + run.stderr).replace(str(out), str(top))
            raise ui.Error(f"{folder}: the modules do not build:\n"
                           + "\n".join(kmake.without_steps(text)))
        order = (work / "modules.order").read_text().split()
    # modules.order names .ko files until 6.2, .o files since.
    return [work / re.sub(r"\.o$", ".ko", re.sub(rf"^{re.escape(str(work))}/", "", name))
            for name in order]


def _mirror(top, out):
    """Makes the sources in out those of top, and leaves what is built there."""
    seen = set()
    for place, folders, files in os.walk(top):
        here = pathlib.Path(place).relative_to(top)
        folders[:] = [f for f in folders
                      if f not in _SKIP and (pathlib.Path(place) / f) != out]
        (out / here).mkdir(parents=True, exist_ok=True)
        for name in files:
            seen.add(str(here / name))
            _copy(pathlib.Path(place, name), out / here / name)
    known = out / ".safe-mirror"
    if known.exists():
        for gone in set(known.read_text().splitlines()) - seen:
            (out / gone).unlink(missing_ok=True)
    known.write_text("\n".join(sorted(seen)))


def _copy(source, target):
    """Copies a file that changed; the time goes along, for make."""
    stat = source.stat()
    if target.exists():
        old = target.stat()
        if (old.st_mtime_ns, old.st_size) == (stat.st_mtime_ns, stat.st_size):
            return
    shutil.copy2(source, target)
