# SPDX-License-Identifier: GPL-2.0
"""Sources from Debian, fetched once into the cache: of kernels, and of gcc for its tests.

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
            package = f"linux-source-{series}"
            deb = _download(series, package, SERIES[series], f"linux {series}",
                            f"With a network: scripts/safe kernel fetch {series}.  Or put Debian's "
                            f"{archive.name} into {_SYSTEM}.")
            archive = work / archive.name
            _extract(deb, f"./usr/src/{archive.name}", archive)
            shutil.rmtree(deb.parent)
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

def _apt_setup(key, suites, advice):
    """Writes apt's private state; returns its folder and environment."""
    if not shutil.which("apt-get"):
        raise ui.Error(f"apt-get is not here.  {advice}")
    if not os.path.exists(_KEYRING):
        raise ui.Error(f"{_KEYRING} is missing: install the package debian-archive-keyring")
    state = paths.cache() / "apt" / key
    for part in ("lists/partial", "archives/partial"):
        (state / part).mkdir(parents=True, exist_ok=True)
    (state / "status").touch()
    (state / "sources.list").write_text("".join(
        f"deb [signed-by={_KEYRING}] {mirror} {suite} main\n"
        for mirror, suite in suites))
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


class _Refused(Exception):
    """What apt complained of."""


def _apt(args, state, env):
    run = subprocess.run(["apt-get", "-qq", *args], env=env, cwd=state, text=True,
                         stdin=subprocess.DEVNULL, capture_output=True)
    if run.returncode:
        raise _Refused(run.stderr)
    return run.stdout


def _download(key, package, suites, what, advice):
    """Downloads the package from suites, in a folder of its own; returns the .deb."""
    state, env = _apt_setup(key, suites, advice)
    try:
        return _get(package, state, env, what)
    except _Refused as e:
        lines = re.findall(r"^E: (.*)", str(e), re.M) or str(e).splitlines() or ["no reason given"]
        raise ui.Error(f"{what} is not in the cache and cannot be downloaded: "
                       f"{lines[0].strip()}\n  {advice}") from None


def _get(package, state, env, what):
    with ui.Progress(f"downloading {what}") as progress:
        # Without error-mode=any a dead network is only a warning.
        _apt(["-o", "APT::Update::Error-Mode=any", "update"], state, env)
        # 'URI' name size hash
        line = _apt(["--print-uris", "download", package], state, env)
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
                raise _Refused(log.read())
    return deb


def _extract(deb, member, to):
    """Takes one file out of a Debian package."""
    with open(to, "wb") as out, \
            subprocess.Popen(["dpkg-deb", "--fsys-tarfile", str(deb)],
                             stdout=subprocess.PIPE) as unpack:
        run = subprocess.run(["tar", "-xO", member], stdin=unpack.stdout, stdout=out,
                             stderr=subprocess.PIPE, text=True)
    if run.returncode or unpack.returncode:
        raise ui.Error(f"{deb.name} does not hold {member}: {run.stderr.strip()}")


# ---- gcc --------------------------------------------------------------------

_GCC = "gcc-12-source"


def gcc_tests():
    """The folder of gcc's own C tests (gcc/testsuite); fetches them if they are not there."""
    final = folder() / _GCC
    with paths.locked(final):
        if final.exists():
            return final
        deb = _download(_GCC, _GCC, SERIES["6.1"], "gcc's tests", "Run this with a network.")
        work = pathlib.Path(tempfile.mkdtemp(prefix=f".{_GCC}-", dir=folder()))
        try:
            with subprocess.Popen(["dpkg-deb", "--fsys-tarfile", str(deb)],
                                  stdout=subprocess.PIPE) as unpack, \
                    subprocess.Popen(["tar", "-xO", "--wildcards", "*-dfsg.tar.xz"],
                                     stdin=unpack.stdout, stdout=subprocess.PIPE) as inner:
                run = subprocess.run(["tar", "-xJ", "--strip-components=3", "-C", str(work),
                                      "--wildcards", "*/gcc/testsuite/gcc.c-torture/*.[ch]",
                                      "*/gcc/testsuite/gcc.dg/analyzer/*.[ch]"],
                                     stdin=inner.stdout, stderr=subprocess.PIPE, text=True)
            if run.returncode:
                raise ui.Error(f"cannot unpack {deb.name}: {run.stderr.strip()}")
            shutil.rmtree(deb.parent)
            work.rename(final)
        finally:
            shutil.rmtree(work, ignore_errors=True)
        return final
