# SPDX-License-Identifier: GPL-2.0
"""Kernel trees, and the command Kbuild compiles a file of theirs with.

The command comes from Kbuild itself (make -n), so that a file is analysed with
exactly the flags it is built with.
"""
import hashlib
import json
import os
import pathlib
import re
import shlex
import subprocess

from . import paths, ui

# A folder that has all of these is the top of a kernel source tree.
_TOP = ("Kbuild", "Kconfig", "MAINTAINERS", "scripts/Kbuild.include")


def source_top(path):
    """The kernel source tree that path is in, or None."""
    path = pathlib.Path(path).resolve()
    for folder in [path, *path.parents]:
        if all((folder / name).exists() for name in _TOP):
            return folder
    return None


def label(path):
    """What a file is called: from the top of its kernel tree, or from here."""
    top = source_top(path) or pathlib.Path.cwd()
    return os.path.relpath(os.path.realpath(path), os.path.realpath(top))


class Tree:
    """A configured kernel tree: its source and its build folder.

    The two are one folder unless the kernel was built with O=.
    """

    def __init__(self, kdir):
        self.obj = pathlib.Path(kdir).resolve()
        if not self.obj.is_dir():
            raise ui.Error(f"{kdir}: no such kernel tree")
        self.src = self._find_source()
        for name in (".config", "include/generated/autoconf.h"):
            if not (self.obj / name).exists():
                raise ui.Error(
                    f"{kdir}: the kernel tree is not configured ({name} is missing); "
                    f"run make defconfig modules_prepare in it")

    def _find_source(self):
        if source_top(self.obj) == self.obj:
            return self.obj
        # A build folder made by O= has a Makefile that includes the source's.
        try:
            text = (self.obj / "Makefile").read_text()
        except OSError:
            text = ""
        found = re.search(r"^include\s+(\S+)/Makefile$", text, re.M)
        if not found or source_top(found[1]) is None:
            raise ui.Error(f"{self.obj}: not a kernel tree")
        return pathlib.Path(found[1]).resolve()

    def make(self, *args):
        return ["make", "-C", str(self.obj), "--no-print-directory", *args]

    def key(self):
        """Changes when the configuration does."""
        stat = (self.obj / "include/generated/autoconf.h").stat()
        name = f"{self.obj} {stat.st_mtime_ns} {stat.st_size}"
        return hashlib.sha256(name.encode()).hexdigest()[:16]

    def owns(self, path):
        return self.src in pathlib.Path(path).resolve().parents

    def commands(self, files):
        """The compile command of each file: {file: Command}.

        A file of this tree gets its own command, any other the one of a
        module of its folder's name.  Files that Kbuild has no rule for are left out.
        """
        files = [pathlib.Path(f).resolve() for f in files]
        memo = paths.cache() / "commands" / f"{self.key()}.json"
        with paths.locked(memo):
            try:
                known = json.loads(memo.read_text())
            except (OSError, ValueError):
                known = {}
            names = {f: str(f.relative_to(self.src)) if self.owns(f) else "" for f in files}
            missing = sorted({n for n in names.values() if n not in known})
            if missing:
                known.update(self._ask([n for n in missing if n]))
                if "" in missing:
                    known[""] = self._ask_external()
                paths.write_atomically(memo, json.dumps(known))
        return {f: Command(self, f, known[n], n or None)
                for f, n in names.items() if n in known}

    def _ask(self, names):
        """Kbuild's commands for these files of the tree: {name: command line}."""
        found = {n: line for n in names if (line := self._saved(n))}
        names = [n for n in names if n not in found]
        # Few enough for one command line, many enough to pay make's start once.
        for i in range(0, len(names), 200):
            part = names[i:i + 200]
            run = subprocess.run(
                self.make("-n", "-k", *(re.sub(r"\.c$", ".o", n) for n in part)),
                capture_output=True, text=True)
            found.update(self._parse(run.stdout, part))
        return found

    def _saved(self, name):
        """The command that a finished build left beside the object, or None.

        make -n says nothing of what is up to date.
        """
        obj = pathlib.Path(re.sub(r"\.c$", ".o", name))
        try:
            text = (self.obj / obj.parent / f".{obj.name}.cmd").read_text()
        except OSError:
            return None
        # cmd_ until 6.2, savedcmd_ since; objtool's part follows the first ';'.
        line = re.match(r"(?:saved)?cmd_\S+ := ([^;\n]*?)\s*(?:;|$)", text, re.M)
        return line and line[1]

    def _ask_external(self):
        with paths.temporary() as folder:
            pathlib.Path(folder, "Kbuild").write_text("obj-m := safe_module.o\n")
            pathlib.Path(folder, "safe_module.c").touch()
            run = subprocess.run(self.make("-n", f"M={folder}", "safe_module.o"),
                                 capture_output=True, text=True)
            lines = self._parse(run.stdout, ["safe_module.c"])
        if not lines:
            raise ui.Error(f"{self.obj}: Kbuild cannot compile a module here: "
                           f"{run.stderr.strip() or 'run make modules_prepare'}")
        return lines["safe_module.c"]

    @staticmethod
    def _parse(output, names):
        by_suffix = {}
        # Kbuild prints several commands a line, joined by ';', and repeats
        # the compile command as an argument of fixdep.
        for found in re.finditer(r"(?:^|;)\s*(\S+ -Wp,-MM?D,[^;]*? -c -o \S+ (\S+\.c))\s*(?:;|$)",
                                 output, re.M):
            by_suffix[found[2]] = found[1]
        commands = {}
        for name in names:
            for source, line in by_suffix.items():
                if source == name or source.endswith("/" + name):
                    commands[name] = line
                    break
        return commands


class Command:
    """How to compile one file."""

    # Concern the output, not what is compiled.
    _DROP = re.compile(r"-Wp,-MM?D,.*|-c|-g\S*")

    def __init__(self, tree, source, line, name):
        self.tree, self.source, self.name = tree, source, name
        words = shlex.split(line)
        self.compiler = words[0]
        self.flags = []
        skip = False
        for word in words[1:-1]:        # the last is the source
            if skip:
                skip = False
            elif word == "-o":
                skip = True
            elif not self._DROP.fullmatch(word):
                self.flags.append(word)
        if name is None:
            stem = re.sub(r"\W", "_", pathlib.Path(source).stem)
            self.flags = [w.replace("safe_module", stem) for w in self.flags]

    def argv(self, source=None, extra=(), output="/dev/null"):
        """The command line: compiles source (default: the file itself).

        Another source is compiled as if it stood in the file's place: its
        quoted includes are looked up there too, and __FILE__ is the file's.
        """
        place = ["-iquote", str(self.source.parent)]
        if source:
            place.append(f"-fmacro-prefix-map={source}={self.name or self.source}")
        return [self.compiler, *self.flags, *place, *extra,
                "-c", "-o", str(output), str(source or self.source)]

    def run(self, source=None, extra=(), output="/dev/null", **kwargs):
        """Compiles; the result is a subprocess.CompletedProcess with text."""
        env = dict(os.environ, LC_ALL="C")
        return subprocess.run(self.argv(source, extra, output), cwd=self.tree.obj,
                              env=env, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, **kwargs)
