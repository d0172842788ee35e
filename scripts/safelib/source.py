# SPDX-License-Identifier: GPL-2.0
"""Kernel sources: Debian's linux-source packages, fetched once into the cache.

apt does the download, with a state of its own inside the cache: the system's
package lists and sources stay as they are, and no root is needed.  Every file is
verified with Debian's archive keys.
"""
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time

from . import paths, ui

# Where Debian keeps each series: (mirror, suite), of which the newest is taken.
_DEBIAN = "http://deb.debian.org/debian"
_SECURITY = "http://deb.debian.org/debian-security"
SERIES = {
    "6.1": ((_DEBIAN, "bookworm"), (_SECURITY, "bookworm-security")),
    "6.12": ((_DEBIAN, "bookworm-backports"), (_SECURITY, "bookworm-security")),
    "7.3": ((_DEBIAN, "trixie-backports"),),
}
_KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"

# A package that is installed has its archive here.
_SYSTEM = pathlib.Path("/usr/src")


def folder():
    path = paths.cache() / "src"
    path.mkdir(exist_ok=True)
    return path


def version(src):
    """The kernel version of a source folder that get() returned."""
    return src.name.partition("-")[2]


def _number(path):
    return tuple(int(n) for n in re.findall(r"\d+", path.name))


def cached(series):
    """The newest source of series that is in the cache, or None."""
    found = [p for p in folder().glob(f"linux-{series}*")
             if re.fullmatch(rf"linux-{re.escape(series)}(\.\d+)?", p.name)]
    return max(found, key=_number, default=None)


def get(series):
    """The folder of the source of series; fetches it if it is not there."""
    if series not in SERIES:
        raise ui.Error(f"no such kernel: {series}; there are {', '.join(SERIES)}")
    found = cached(series)
    if found:
        return found
    with paths.locked(folder() / series):
        return cached(series) or _fetch(series)


def _fetch(series):
    # Left by a run that was killed; the lock says that nobody uses them.
    for stale in folder().glob(f".{series}-*"):
        shutil.rmtree(stale)
    work = pathlib.Path(tempfile.mkdtemp(prefix=f".{series}-", dir=folder()))
    try:
        archive = _SYSTEM / f"linux-source-{series}.tar.xz"
        if not archive.exists():
            archive = _download(series, work)
        tree = work / "tree"
        tree.mkdir()
        _unpack(archive, tree, series)
        final = folder() / f"linux-{_kernel_version(tree)}"
        tree.rename(final)
        return final
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _kernel_version(tree):
    text = (tree / "Makefile").read_text()
    parts = [re.search(rf"^{name} = (\d+)$", text, re.M)
             for name in ("VERSION", "PATCHLEVEL", "SUBLEVEL")]
    if not all(parts):
        raise ui.Error(f"{tree}: its Makefile has no kernel version")
    return ".".join(p[1] for p in parts)


def _unpack(archive, tree, series):
    total = archive.stat().st_size
    with ui.Progress(f"unpacking linux {series}") as progress, \
            open(archive, "rb") as data, \
            subprocess.Popen(["tar", "-xJ", "--strip-components=1", "-C", str(tree)],
                             stdin=subprocess.PIPE, stderr=subprocess.PIPE) as tar:
        try:
            while chunk := data.read(1 << 20):
                tar.stdin.write(chunk)
                progress.show(f"{100 * data.tell() // total} %")
        except BrokenPipeError:
            pass        # tar says why
        _, complaint = tar.communicate()
    if tar.returncode:
        raise ui.Error(f"cannot unpack {archive}: {complaint.decode().strip()}")


# ---- download ---------------------------------------------------------------

def _apt_setup(series):
    """Writes apt's private state; returns its folder and environment."""
    if not shutil.which("apt-get"):
        raise ui.Error(f"apt-get is not here: put Debian's linux-source-{series}.tar.xz "
                       f"into {_SYSTEM}")
    if not os.path.exists(_KEYRING):
        raise ui.Error(f"{_KEYRING} is missing: install the package debian-archive-keyring")
    state = paths.cache() / "apt" / series
    for part in ("lists/partial", "archives/partial"):
        (state / part).mkdir(parents=True, exist_ok=True)
    (state / "status").touch()
    (state / "sources.list").write_text("".join(
        f"deb [signed-by={_KEYRING}] {mirror} {suite} main\n"
        for mirror, suite in SERIES[series]))
    # Proxies and the like are the system's; its hooks and sources are not.
    acquire = subprocess.run(["apt-config", "dump", "Acquire"], capture_output=True,
                             text=True, check=True).stdout
    (state / "apt.conf").write_text(acquire + f'''
Acquire::Languages "none";
Acquire::Retries "3";
Dir::State "{state}";
Dir::State::lists "{state}/lists";
Dir::State::status "{state}/status";
Dir::Cache "{state}";
Dir::Cache::archives "{state}/archives";
Dir::Etc::sourcelist "{state}/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::parts "/dev/null";
Dir::Etc::main "/dev/null";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
APT::Sandbox::User "";
APT::Default-Release "";
''')
    return state, dict(os.environ, APT_CONFIG=str(state / "apt.conf"), LC_ALL="C")


def _apt(args, state, env, series):
    run = subprocess.run(["apt-get", "-qq", *args], env=env, cwd=state, text=True,
                         stdin=subprocess.DEVNULL, capture_output=True)
    if run.returncode:
        _give_up(run.stderr, series)
    return run.stdout


def _give_up(complaint, series):
    lines = re.findall(r"^E: (.*)", complaint, re.M) or complaint.splitlines() or ["no reason given"]
    raise ui.Error(f"linux {series} is not in the cache and cannot be downloaded: "
                   f"{lines[0].strip()}\n  With a network: scripts/safe kernel fetch {series}.  "
                   f"Or put Debian's linux-source-{series}.tar.xz into {_SYSTEM}.")


def _download(series, work):
    """Downloads the package; returns the source archive that it holds."""
    state, env = _apt_setup(series)
    package = f"linux-source-{series}"
    with ui.Progress(f"downloading linux {series}") as progress:
        # Without error-mode=any a dead network is only a warning.
        _apt(["-o", "APT::Update::Error-Mode=any", "update"], state, env, series)
        # 'URI' name size hash
        line = _apt(["--print-uris", "download", package], state, env, series)
        found = re.search(r"^'\S+' (\S+) (\d+)", line, re.M)
        if not found:
            raise ui.Error(f"Debian has no package {package} any more")
        deb, size = state / found[1], int(found[2])
        with open(state / "log", "w+") as log, \
                subprocess.Popen(["apt-get", "-qq", "download", package], env=env, cwd=state,
                                 stdin=subprocess.DEVNULL, stdout=log, stderr=log) as apt:
            while apt.poll() is None:
                got = sum(p.stat().st_size for p in state.glob("**/*.deb"))
                progress.show(f"{got >> 20} of {size >> 20} MB")
                time.sleep(0.5)
            log.seek(0)
            if apt.returncode:
                _give_up(log.read(), series)
    archive = work / f"{package}.tar.xz"
    _extract(deb, f"./usr/src/{archive.name}", archive)
    shutil.rmtree(state)
    return archive


def _extract(deb, member, to):
    """Takes one file out of a Debian package."""
    with open(to, "wb") as out, \
            subprocess.Popen(["dpkg-deb", "--fsys-tarfile", str(deb)],
                             stdout=subprocess.PIPE) as unpack:
        run = subprocess.run(["tar", "-xO", member], stdin=unpack.stdout, stdout=out,
                             stderr=subprocess.PIPE, text=True)
    if run.returncode or unpack.returncode:
        raise ui.Error(f"{deb.name} does not hold {member}: {run.stderr.strip()}")
