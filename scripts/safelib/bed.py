# SPDX-License-Identifier: GPL-2.0
"""Test beds: kernels that are configured and built once, in the cache.

A bed is a kernel series, an architecture and fragments of a configuration, from
scripts/kernel.  It is kept under a key of all that its build depends on, so that
it is never built twice and never used when out of date.
"""
import dataclasses
import hashlib
import json
import pathlib
import re
import shutil
import subprocess

from . import boot, kbuild, kmake, modules, paths, source, ui

_CONFIGS = paths.ROOT / "scripts/kernel"


@dataclasses.dataclass(frozen=True)
class Spec:
    """What a bed is made of."""

    about: str
    series: str
    base: str                   # the configuration that the fragments change
    fragments: tuple
    targets: tuple
    arch: str = "x86_64"
    memory: str = ""            # of the machine that boots it; empty: does not boot
    slow: int = 1               # times slower than the host: stretches timeouts
    module_args: tuple = ()     # for make, when modules are built for it


def _analysis(series):
    return Spec(f"linux {series}, everything a module: compiles, does not boot",
                series, "allmodconfig", ("analysis",), ("modules_prepare",),
                module_args=("KBUILD_MODPOST_WARN=1",))


def _qemu(about, sanitizer):
    return Spec(about, "6.1", "allnoconfig", ("machine", "checkers", sanitizer, "qemu"),
                ("bzImage", "modules"), memory="320M", slow=5)


BEDS = {
    "analysis": _analysis("6.1"),
    "analysis-6.12": _analysis("6.12"),
    "analysis-7.3": _analysis("7.3"),
    "uml": Spec("User Mode Linux: KUnit, KASAN, lockdep, kmemleak, fault injection",
                "6.1", "allnoconfig", ("machine", "checkers", "kasan", "uml"),
                ("linux", "modules"), arch="um", memory="512M",
                module_args=("UBSAN_SANITIZE=y",)),
    "qemu": _qemu("x86-64, 2 CPUs: the same, atomic sleep, UBSAN, GPIO", "kasan"),
    "qemu-kcsan": _qemu("x86-64, 2 CPUs, with KCSAN instead of KASAN", "kcsan"),
}


def folder():
    path = paths.cache() / "beds"
    path.mkdir(exist_ok=True)
    return path


class Bed:
    """A built kernel."""

    def __init__(self, name, src, obj):
        self.name, self.src, self.obj = name, src, obj
        self.spec = BEDS[name]

    def tree(self):
        return kbuild.Tree(self.obj)

    def build_modules(self, folder, out=None, make_args=()):
        """Builds the modules of a folder with a Kbuild; the result is their .ko files.

        The folder stays clean: it is built in a mirror of it, out (default: one
        inside build/, which is kept and so built again only where it changed).
        """
        return modules.build(self, folder, out, make_args)

    def boot(self, modules=(), script="", files=None, params=None, kernel_args=(),
             timeout=120, echo=None):
        """Boots, loads modules in order, runs the shell script, powers off.

        files: {path in the machine: path here, or bytes}; params: {module: its
        parameters}.  The machine has busybox, and the command leaks, which
        prints kmemleak's findings.  The result is a boot.Log.
        """
        image = boot.initramfs(modules, script, files, params)
        with paths.temporary() as work:
            initrd = pathlib.Path(work, "initrd")
            initrd.write_bytes(image)
            return boot.run(self.command(initrd, kernel_args), timeout * self.spec.slow, echo)

    def interact(self, modules=()):
        """Boots to a shell on this terminal."""
        with paths.temporary() as work:
            initrd = pathlib.Path(work, "initrd")
            initrd.write_bytes(boot.initramfs(modules))
            subprocess.run(self.command(initrd, (), interactive=True))

    def command(self, initrd, kernel_args, interactive=False):
        """The command line that boots this kernel."""
        if not self.spec.memory:
            raise ui.Error(f"the bed {self.name} does not boot: it is only for compiling")
        args = ["kasan_multi_shot", "printk.time=0", "loglevel=8", "oops=panic", "panic=-1",
                "no_hash_pointers", *kernel_args]
        if not interactive:
            # Process 1 speaks through the log, so that nothing needs a terminal.
            args += ["console=ttynull", "keep_bootcon"]
        if self.spec.arch == "um":
            args += ["con0=fd:0,fd:1", "con=null", "ssl=null"] if interactive else \
                ["earlyprintk", "con=null", "ssl=null"]
            return [str(self.obj / "linux"), f"mem={self.spec.memory}", f"initrd={initrd}", *args]
        emulator = shutil.which("qemu-system-x86_64")
        if not emulator:
            raise ui.Error("qemu-system-x86_64 is missing: install the package qemu-system-x86")
        # On a busy host, an emulated CPU may stand still for long.
        args += ["safe.reset", "mitigations=off", "watchdog_thresh=60",
                 "rcupdate.rcu_cpu_stall_timeout=300",
                 "console=ttyS0" if interactive else "earlyprintk=serial,ttyS0,115200,keep"]
        # Never KVM: results must not depend on what the host lets us use.
        return [emulator, "-accel", "tcg,thread=multi", "-cpu", "max", "-smp", "2",
                "-m", self.spec.memory, "-nodefaults", "-display", "none", "-no-reboot",
                "-serial", "mon:stdio" if interactive else "stdio",
                "-kernel", str(self.obj / "arch/x86/boot/bzImage"), "-initrd", str(initrd),
                "-append", " ".join(args)]


# ---- building ---------------------------------------------------------------

def _fragment(spec):
    return "".join((_CONFIGS / f"{name}.config").read_text() for name in spec.fragments)


def location(name, src):
    """The folder of the bed, whether it is built or not."""
    spec = BEDS[name]
    version = source.version(src)
    parts = (version, spec.base, spec.arch, spec.targets, _fragment(spec), kmake.compiler_version())
    key = hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:10]
    return folder() / f"{name}-{version}-{key}"


def folders(name):
    """Every folder of the bed, of older keys too."""
    return [p for p in sorted(folder().iterdir())
            if re.fullmatch(rf"{re.escape(name)}-\d[\d.]*-[0-9a-f]{{10}}", p.name)]


def is_built(obj):
    return (obj / "safe-built").exists()


def get(name):
    """The bed of that name; fetches and builds what is missing."""
    if name not in BEDS:
        raise ui.Error(f"no such bed: {name}; there are {', '.join(BEDS)}")
    src = source.get(BEDS[name].series)
    obj = location(name, src)
    if not is_built(obj):
        # One lock for all: two kernels at once would only be slower.
        with paths.locked(folder() / "building"):
            if not is_built(obj):
                _build(name, src, obj)
    return Bed(name, src, obj)


def _build(name, src, obj):
    spec = BEDS[name]
    obj.mkdir(exist_ok=True)
    log = obj / "build.log"
    log.write_text("")
    args = ("-C", src, f"O={obj}", f"ARCH={spec.arch}", f"CC={kmake.compiler()}")
    with ui.Progress(f"building the test kernel {name}") as progress:
        _configure(spec, obj, args, log)
        kmake.logged((*args, kmake.jobs(), *spec.targets), log, progress)
    (obj / "safe-built").touch()


def _configure(spec, obj, args, log):
    fragment = obj / "fragment.config"
    fragment.write_text(_fragment(spec))
    kmake.logged((*args, f"KCONFIG_ALLCONFIG={fragment}", spec.base), log)
    # What "make -C obj" alone must know.
    (obj / "GNUmakefile").write_text(
        "# Made by safe: what this kernel is built with.\n"
        f"export ARCH := {spec.arch}\n"
        f"MAKEFLAGS += CC='{kmake.compiler()}'\n"
        "include Makefile\n")
    wrong = not_set(fragment.read_text(), (obj / ".config").read_text())
    if wrong:
        raise ui.Error(f"linux {spec.series} cannot be configured as "
                       f"{_CONFIGS} wants: {', '.join(wrong)}")


def not_set(wanted, config):
    """The lines of the fragment that the configuration does not have."""
    have = dict(re.findall(r"^(CONFIG_\w+)=(.*)$", config, re.M))
    wrong = [f"{name}={value}" for name, value in
             re.findall(r"^(CONFIG_\w+)=(.*)$", wanted, re.M)
             if have.get(name, "n") != value]
    wrong += [f"{name}=n" for name in re.findall(r"^# (CONFIG_\w+) is not set$", wanted, re.M)
              if name in have]
    return wrong


def clean(obj):
    """Removes a bed's folder."""
    with paths.locked(folder() / "building"):
        shutil.rmtree(obj)
