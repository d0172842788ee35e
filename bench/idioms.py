# SPDX-License-Identifier: GPL-2.0
"""Instructions and text bytes of each idiom against its goto version.

Each file of idioms/ is compiled with the kernel's own flags, linked with
harness.c and a stub for every kernel function it calls, and each function is
single-stepped along each of its paths.  What is counted are instructions, not
seconds: the figures are the same in every run.
"""
import math
import pathlib
import re
import subprocess

from safelib import paths, ui

HERE = pathlib.Path(__file__).resolve().parent

# Not for user space; or calls that would be the same on both sides.
_NOT_HERE = {"-mcmodel=kernel", "-pg", "-mrecord-mcount", "-mfentry"}

# Data that the headers' inline functions look at.
_DATA = {"__preempt_count": 64, "kmalloc_caches": 4096, "pcpu_hot": 64,
         "mem_section": 64, "vmemmap_base": 8, "page_offset_base": 8}

# What a stub returns: "alloc" fails with NULL, "errptr" with an error pointer,
# "int" with -EIO, "intr" with -EINTR, "try" with 0 for failure.  The
# step that fails it is its third argument of the call, or a number of its own.
_FALLIBLE = {
    "kmalloc_trace": "alloc", "__kmalloc": "alloc", "kmem_cache_alloc": "alloc",
    "kmem_cache_alloc_trace": "alloc", "kvmalloc_node": "alloc", "vzalloc": "alloc",
    "kmalloc_large": "alloc", "__alloc_pages": "alloc", "alloc_pages": "alloc",
    "kstrdup": "alloc", "mutex_lock_interruptible_nested": "intr",
    "mutex_lock_interruptible": "intr", "mutex_trylock": "try",
}
_OWN_STEP = {"bench_find": "alloc", "bench_open": "errptr", "part_init": "int",
             "obj_register": "int"}
_IN_HARNESS = {"bench_step"}
# Which argument is the step's number.
_STEP_ARG = {"bench_find": 2, "bench_open": 2, "part_init": 3, "obj_register": 2}


def _stub(name, number):
    """C code of a stand-in for a kernel function."""
    step = f"a{_STEP_ARG[name]}" if name in _OWN_STEP else str(1000 + number)
    kind = _OWN_STEP.get(name) or _FALLIBLE.get(name)
    body = {
        None: "return 0;",
        "alloc": f"return (long)bench_alloc({step}, 256);",
        "errptr": f"void *p = bench_alloc({step}, 256); return p ? (long)p : -5;",
        "int": f"return bench_step(0, {step});",
        "intr": f"return bench_step(0, {step}) ? -4 : 0;",
        "try": f"return !bench_step(0, {step});",
    }[kind]
    return (f"long {name}(long a1, long a2, long a3);\n"
            f"long {name}(long a1, long a2, long a3)\n"
            f"{{ bench_called({number}, a1); {body} }}\n")


def _stubs(undefined, functions):
    text = ["typedef unsigned long size_t;",
            "void bench_called(unsigned int id, unsigned long arg);",
            "int bench_step(void *ctx, int n);",
            "void *bench_alloc(int n, size_t size);"]
    for number, name in enumerate(sorted(undefined)):
        if name in _IN_HARNESS:
            continue
        if name in _DATA:
            text.append(f"char {name}[{_DATA[name]}] __attribute__((aligned(64)));")
        elif name == "__x86_return_thunk":
            text.append(f'asm(".globl {name}; {name}: ret");')
        else:
            text.append(_stub(name, number))
    text.append("struct bench_function { const char *name; int (*call)(void *, long); };")
    text += [f"int {f}(void *, long);" for f in functions]
    text.append("const struct bench_function bench_functions[] = {")
    text += [f'{{ "{f}", {f} }},' for f in functions]
    text.append("{ 0, 0 } };")
    return "\n".join(text) + "\n"


def _run(argv, **kwargs):
    run = subprocess.run(argv, capture_output=True, text=True, **kwargs)
    if run.returncode:
        raise ui.Error(f"{argv[0]} failed:\n{run.stderr or run.stdout}")
    return run.stdout


def _symbols(obj):
    """{name: size} of the functions, and the undefined names."""
    sizes, undefined = {}, set()
    for line in _run(["readelf", "-sW", str(obj)]).splitlines():
        word = line.split()
        if len(word) == 8 and word[6] == "UND":
            undefined.add(word[7])
        elif len(word) == 8 and word[3] == "FUNC":
            sizes[word[7]] = int(word[2], 0)
    return sizes, undefined


def _text(sizes, name):
    """Bytes of a function with the parts that gcc split off it."""
    return sum(size for symbol, size in sizes.items()
               if re.fullmatch(re.escape(name) + r"(\.(cold|part|isra|constprop)\S*)?", symbol))


class Idiom:
    """One file of idioms/, linked with the harness."""

    def __init__(self, command, folder):
        self.name = command.source.stem
        obj, exe = folder / f"{self.name}.o", folder / self.name
        command.flags = [f for f in command.flags if f not in _NOT_HERE]
        run = command.run(extra=[f"-I{paths.INCLUDE}", "-mcmodel=small", "-fno-ipa-icf", "-Werror"], output=obj)
        if run.returncode:
            raise ui.Error(f"{command.source} does not compile:\n{run.stderr}")
        self.sizes, undefined = _symbols(obj)
        self.functions = sorted(n[:-5] for n in self.sizes if n.endswith("_goto")
                                and f"{n[:-5]}_safe" in self.sizes and not self._helper(n))
        _run(["objcopy", "--rename-section", ".text=bench_text",
              "--rename-section", ".text.unlikely=bench_text", str(obj)])
        stubs = folder / f"{self.name}_stubs.c"
        both = [f + kind for f in self.functions for kind in ("_goto", "_safe")]
        stubs.write_text(_stubs(undefined - {""}, both))
        _run(["gcc", "-static", "-no-pie", "-O1", "-w", "-fno-builtin", "-o", str(exe),
              str(HERE / "harness.c"), str(stubs), str(obj)])
        self.exe = exe

    def _helper(self, name):
        """Whether a function is called by a benchmark, not one itself."""
        return f"{name[:-5]}_goto" in ("read_goto", "open_goto", "limit_goto")

    def _count(self, function, fill, failing):
        out = _run([str(self.exe), function, str(fill), *map(str, failing)]).split()
        return {"instructions": int(out[0]), "result": int(out[1]), "calls": out[2],
                "steps": [int(s) for s in "".join(out[3:]).split(",") if s]}

    def measure(self, function):
        """The row of one function, over all its paths."""
        seen, todo, rows = set(), [(0, ()), (1, ())], []
        while todo:
            fill, failing = todo.pop(0)
            goto = self._count(f"{function}_goto", fill, failing)
            safe = self._count(f"{function}_safe", fill, failing)
            if (goto["result"], goto["calls"]) != (safe["result"], safe["calls"]):
                raise ui.Error(f"{self.name}: {function}: the two versions differ when "
                               f"step {failing or 'none'} fails: {goto} {safe}")
            rows.append({"fill": fill, "failing": list(failing),
                         "goto": goto["instructions"], "safe": safe["instructions"]})
            for step in goto["steps"]:
                if (fill, step) not in seen:
                    seen.add((fill, step))
                    todo.append((fill, (step,)))
        total = {k: sum(r[k] for r in rows) for k in ("goto", "safe")}
        text = {k: _text(self.sizes, f"{function}_{k}") for k in ("goto", "safe")}
        return {"name": f"{self.name}: {function}", **total,
                "ratio": round(total["safe"] / total["goto"], 4), "paths": rows,
                "text": {**text, "ratio": round(text["safe"] / text["goto"], 4)}}


def measure(tree):
    """The "idioms" part of bench.json."""
    sources = sorted((HERE / "idioms").glob("*.c"))
    commands = tree.commands(sources)
    rows = []
    with paths.temporary() as folder:
        for source in sources:
            idiom = Idiom(commands[source.resolve()], pathlib.Path(folder))
            rows += [idiom.measure(f) for f in idiom.functions]

    def mean(ratios):
        return round(math.exp(sum(math.log(r) for r in ratios) / len(ratios)), 4)
    return {"geomean": mean([r["ratio"] for r in rows]), "max": max(r["ratio"] for r in rows),
            "text": {"geomean": mean([r["text"]["ratio"] for r in rows]),
                     "max": max(r["text"]["ratio"] for r in rows)},
            "functions": rows}
