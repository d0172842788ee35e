# SPDX-License-Identifier: GPL-2.0
"""Boots a test kernel with modules and a script, and reads what it says."""
import dataclasses
import os
import pathlib
import re
import select
import shutil
import signal
import subprocess
import time
import tty

from . import cpio, paths, ui

_GUEST = paths.ROOT / "scripts/kernel"

# What process 1 (scripts/kernel/init) marks its lines with.
SCRIPT = "script: "
_BEGIN = "script begins\n"
_END = re.compile(r"^script ended: (\d+)$", re.M)

# The first line of each kind of report.  A pattern names the kind, never a
# test's own text.
_TITLE = re.compile(r"""
    BUG:\ | \bBUG\ [\w-]+\ \( | kernel\ BUG\ at
    | WARNING:\ | UBSAN: | \bOops\b | general\ protection\ fault
    | Kernel\ panic | Internal\ error:
    | INFO:\ (?:possible|trying\ to\ register|task\ .*\ blocked|rcu)
    | rcu:\ INFO: | \[\ BUG: | \bINFO:\ lockdep
    | unreferenced\ object\ 0x
    | (?:list_add|list_del)\ corruption | refcount_t:\ | ODEBUG:
    | DEBUG_LOCKS_WARN_ON | bad:\ scheduling | Unable\ to\ handle
    | detected\ buffer\ overflow
    """, re.X)
# Inside a report, these belong to it.
_WITHIN = re.compile(r"WARNING: .*(?:is deprecated|possible circular)|Oops: |kernel BUG at")
# Never part of a report.
_OVER = re.compile(r"^script ended|^=+$|^---\[ end trace|^ *(?:not )?ok \d+ ")
_LONGEST = 24       # lines kept of a report
# Of no use to a reader: addresses that only happen to lie on the stack.
_NOISE = re.compile(r"^ \[<[0-9a-f]+>\] \? |^ ? \? \S+\+0x|^Stack:$|^( [0-9a-f]{8}){4}$")


@dataclasses.dataclass
class Log:
    """What a kernel said from its start to its end."""

    console: str            # with the marks of process 1
    seconds: float
    timeout: float = 0      # what it was killed after, if it was

    @property
    def text(self):
        """The console as a reader wants it."""
        end = f"the kernel was killed: no end after {self.timeout:.0f} s\n" if self.timeout else ""
        return re.sub(rf"^{SCRIPT}", "", self.console, flags=re.M) + end

    @property
    def output(self):
        """What the script wrote, without the kernel's messages."""
        return "".join(line[len(SCRIPT):] + "\n" for line in self.console.splitlines()
                       if line.startswith(SCRIPT))

    @property
    def status(self):
        """The script's exit status, None if the kernel died or hung before."""
        found = _END.search(self.console)
        return int(found[1]) if found else None

    def problems(self):
        """Every report of the kernel's checkers: its first lines, one text each.

        What comes before the first module is about the kernel itself: it counts
        only if the kernel did not get any further.
        """
        found = []
        current = None
        before, _, after = self.text.partition(_BEGIN)
        for line in (after or before).splitlines():
            if _TITLE.search(line) and not (current and self._goes_on(current, line)):
                current = [line]
                found.append(current)
            elif current is not None:
                if len(current) >= _LONGEST or _OVER.search(line) \
                        or not line.strip() and len(current) > 8:
                    current = None
                elif not _NOISE.search(line):
                    current.append(line)
        problems = ["\n".join(report).rstrip() for report in found]
        if self.timeout:
            problems.append(f"the kernel hung: no end after {self.timeout:.0f} s")
        elif self.status is None and not problems:
            problems.append("the kernel ended before the script did")
        return problems

    @staticmethod
    def _goes_on(report, line):
        """Whether line, itself a title, is part of the report before it."""
        if line.startswith("unreferenced object"):
            return False
        return len(report) < 4 and bool(_WITHIN.search(line))


def initramfs(modules=(), script=None, files=None, params=None):
    """The first file system of a test kernel, as bytes.

    Without a script, process 1 starts a shell on the console.
    """
    params = dict(params or {})
    archive = cpio.Archive()
    for name in ("bin", "proc", "sys", "dev", "tmp", "modules", "etc"):
        archive.folder(name)
    archive.device("dev/console", 5, 1)
    archive.device("dev/null", 1, 3)
    busybox = shutil.which("busybox")
    if not busybox:
        raise ui.Error("busybox is missing: install the package busybox-static")
    archive.file("bin/busybox", pathlib.Path(busybox).read_bytes())
    archive.file("init", (_GUEST / "init").read_bytes())
    for tool in ("leaks", "mountpoint"):
        archive.file(f"bin/{tool}", (_GUEST / tool).read_bytes())
    lines = []
    for module in map(pathlib.Path, modules):
        archive.file(f"modules/{module.name}", module.read_bytes())
        lines.append(f"{module.name} {params.pop(module.stem, '')}\n")
    if params:
        raise ValueError(f"parameters for modules that are not loaded: {', '.join(params)}")
    archive.file("etc/modules", "".join(lines).encode(), 0o644)
    if script is not None:
        archive.file("etc/script", script.encode(), 0o644)
    for name, data in (files or {}).items():
        if isinstance(data, bytes):
            archive.file(name, data)
        else:
            data = pathlib.Path(data)
            archive.file(name, data.read_bytes(), data.stat().st_mode & 0o777)
    return archive.bytes()


def run(argv, timeout, echo=None):
    """Runs the emulator to its end; the result is its Log.

    echo is called with each piece of the console as it comes.
    """
    start = time.monotonic()
    console = bytearray()
    killed = 0
    # A terminal, so that what the emulator prints comes at once, line by line.
    terminal, its_end = os.openpty()
    tty.setraw(its_end)
    # A group of its own, so that a kernel's processes go all at once; and never
    # left behind when this program is killed.
    process = subprocess.Popen(["setpriv", "--pdeathsig", "KILL", *argv],
                               stdin=subprocess.DEVNULL, stdout=its_end, stderr=its_end,
                               start_new_session=True)
    os.close(its_end)
    try:
        while True:
            left = start + timeout - time.monotonic()
            if left <= 0:
                killed = timeout
                break
            if not select.select([terminal], [], [], min(left, 1))[0]:
                if process.poll() is not None:
                    break
                continue
            try:
                piece = os.read(terminal, 1 << 16)
            except OSError:         # the other end is closed
                break
            if not piece:
                break
            console += piece
            if echo:
                echo(piece.decode(errors="replace"))
    finally:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        process.wait()
        os.close(terminal)
    text = console.decode(errors="replace").replace("\r", "")
    # A UML kernel that panics says all again.
    text = text.partition("\nkmsg_dump:\n")[0]
    return Log(text, time.monotonic() - start, killed)
