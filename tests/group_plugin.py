# SPDX-License-Identifier: GPL-2.0
"""The plugin by itself: its options, its annotations, and that it does no harm.

What it finds is tested in tests/misuse.  Here are its options, with
tests/plugin/options/findings.c, which has a finding for each; annotations in a wrong
place or that contradict each other (tests/plugin/*.c), and those that are right and
draw no word (tests/plugin/ok/*.c); and that it disturbs no compilation: the same
object file, kernel files large and small, several at once.
"""
import collections
import json
import os
import pathlib
import random
import re
import shutil
import subprocess

import dg
from safelib import bed, paths
from testlib import check

FOLDER = paths.ROOT / "tests/plugin"
FINDINGS = FOLDER / "options/findings.c"
OPTION = "-fplugin-arg-safe_plugin-"

# What findings.c draws at level=warn, and what each option changes.
OWN, RESULT, LIKELY = "SAFE_E_USE_AFTER_FREE", "SAFE_E_UNCHECKED_NULL", "SAFE_E_ERROR_LOST"
PLAIN = [(OWN, "warning"), (RESULT, "warning")]

# Large ones, and some of each corner of the kernel.
REAL = """
mm/memory.c mm/page_alloc.c mm/slub.c mm/vmscan.c
kernel/fork.c kernel/sched/core.c kernel/workqueue.c kernel/bpf/verifier.c kernel/cgroup/cgroup.c
net/core/dev.c net/core/skbuff.c net/ipv4/tcp_input.c net/ipv6/addrconf.c
net/wireless/nl80211.c net/netfilter/nf_tables_api.c
fs/namei.c fs/ext4/super.c fs/btrfs/inode.c fs/f2fs/segment.c
drivers/base/core.c drivers/net/ethernet/intel/e1000e/netdev.c drivers/nvme/host/core.c
drivers/usb/core/hub.c drivers/gpu/drm/i915/display/intel_display.c drivers/scsi/sd.c
drivers/md/raid5.c drivers/gpio/gpiolib.c drivers/tty/n_tty.c drivers/char/ipmi/ipmi_msghandler.c
lib/xarray.c lib/vsprintf.c lib/maple_tree.c lib/rhashtable.c
lib/zstd/decompress/zstd_decompress_block.c
sound/core/pcm_native.c block/blk-mq.c ipc/sem.c crypto/algapi.c
""".split()
# Of 7.3: names that nobody declares, and locks by value, go to __acquire() and __release().
NO_LOCKS = ["net/mac80211/rx.c", "drivers/clk/clk.c"]
# In the other kernels.
OTHERS = ["drivers/base/core.c", "net/core/skbuff.c", "lib/maple_tree.c"]


def tests():
    tree = bed.get("analysis").tree()
    wrong, right = sorted(FOLDER.glob("*.c")), sorted(FOLDER.glob("ok/*.c"))
    real = {bed.get("analysis").src / name: name for name in REAL}
    commands = tree.commands([FINDINGS, *wrong, *right, *real])
    compile = _Compile(commands[FINDINGS])
    for name, test in _OPTIONS.items():
        yield name, lambda t=test: t(compile)
    for text, line, said in WRONG_FACTS:
        yield (f"wrong facts: {said}",
               lambda t=text, n=line, s=said: wrong_facts(compile, t, n, s))
    for source in wrong:
        yield source.stem, lambda s=source: _annotations(commands[s], s)
    for source in right:
        yield f"ok {source.stem}", lambda s=source: _silent(commands[s], s)
    yield "each annotation is tried in a wrong place", lambda: each_annotation(wrong)
    yield "each pair that is exclusive is tried", lambda: each_pair(wrong)
    for source, name in real.items():
        yield name, lambda s=source: _real(commands[s])
    yield "analysis-7.3: arguments that are no locks", lambda: [
        _real_other("analysis-7.3", name) for name in NO_LOCKS]
    for kernel in ("analysis-6.12", "analysis-7.3"):
        for name in OTHERS:
            yield f"{kernel}: {name}", lambda k=kernel, n=name: _real_other(k, n)


# ---- compiling --------------------------------------------------------------

class _Compile:
    """Compiles findings.c, or another file in its place, with the plugin."""

    def __init__(self, command):
        self.command = command

    def __call__(self, *options, plugin=None, **kwargs):
        """Options are the plugin's, or the compiler's if they begin with "-"."""
        flags = [o if o.startswith("-") else OPTION + o for o in options]
        return self.command.run(extra=[f"-fplugin={plugin or paths.plugin()}",
                                       "-fdiagnostics-plain-output", *flags], **kwargs)


def _found(run):
    """[(id, warning or error)] in what the compiler printed."""
    return [(m[2], m[1]) for m in
            re.finditer(r": (warning|error): .*\[(SAFE_E_\w+)\]$", run.stderr, re.M)]


def _finds(run, expected, returncode=0):
    check(_found(run) == expected and run.returncode == returncode,
          f"expected {expected}, status {returncode}; status {run.returncode}:\n{run.stderr}")


def _refused(run, *texts):
    """The option is wrong: an error that says all of texts, and nothing is compiled."""
    check(run.returncode != 0, f"compiled:\n{run.stderr}")
    first = run.stderr.splitlines()[0]
    for text in texts:
        check(text in first, f"no {text!r} in: {run.stderr}")


def _rows(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


def _file(folder, name, text=""):
    path = pathlib.Path(folder, name)
    path.write_text(text)
    return path


# ---- options ----------------------------------------------------------------

def levels(compile):
    _finds(compile(), PLAIN)
    _finds(compile("level=warn"), PLAIN)
    _finds(compile("level=try"), PLAIN)
    off = compile("level=off")
    check(not off.returncode and not off.stderr, off.stderr)
    _finds(compile("level=error"), [(i, "error") for i, _ in PLAIN], 1)
    _finds(compile("level=audit"), [*PLAIN, (LIKELY, "warning")])
    # The last one counts, so that a user can change what a build system says.
    _finds(compile("level=error", "level=warn"), PLAIN)


def warnings_stay(compile):
    """The level says what a finding is, whatever the kernel's CONFIG_WERROR."""
    for level in ("try", "warn", "audit"):
        run = compile(f"level={level}", "-Werror")
        check(run.returncode == 0 and OWN in run.stderr, run.stderr)
    # And a warning of GCC's own is an error as before.
    with paths.temporary() as folder:
        source = _file(folder, "unused.c", "static int unused;\n" + FINDINGS.read_text())
        run = compile("-Werror", "-Wunused-variable", source=source)
        check(run.returncode != 0 and "-Werror=unused-variable" in run.stderr
              and (OWN, "error") not in _found(run), run.stderr)


def rules(compile):
    _finds(compile("rules=own"), PLAIN[:1])
    _finds(compile("rules=result"), PLAIN[1:])
    _finds(compile("rules=own,result"), PLAIN)
    _finds(compile("rules=result", "level=error"), [(RESULT, "error")], 1)
    _finds(compile("rules=-own"), PLAIN[1:])
    _finds(compile("rules=own,result,-own"), PLAIN[1:])
    _finds(compile("rules=-own,-result"), [])


ALLOWED = '''#include <linux/slab.h>
#include <safe/annotations.h>
static int id;
struct foo { int id; };
'''


def allow(compile):
    """__safe_allow(): by id or by rule, in its function alone."""
    function = ('void %s(void);\n%s\nvoid %s(void)\n{\n\tstruct foo *foo = kzalloc(4, 0);\n\n'
                '\tif (!foo)\n\t\treturn;\n\tkfree(foo);\n\tid = foo->id;\n}\n')
    with paths.temporary() as folder:
        def finds(*expected, what="own", options=("level=audit", "rules=own")):
            allowed = f'__safe_allow("{what}", "it is never unloaded")' if what else ""
            text = ALLOWED + function % ("a", allowed, "a") + function % ("b", "", "b")
            source = _file(folder, "allow.c", text)
            _finds(compile(*options, f"-I{paths.INCLUDE}", source=source),
                   [(i, "warning") for i in expected])
        unused = "SAFE_E_ALLOW_UNUSED"
        finds(OWN, OWN, what="")
        finds(OWN)
        finds(OWN, what=OWN)
        finds(unused, OWN, OWN, what="SAFE_E_LEAK")
        # A rule that is not asked finds nothing, and not even that is said without audit.
        finds(OWN, OWN, what="result")
        finds(OWN, OWN, what="SAFE_E_LEAK", options=())


def ids_have_rules(compile):
    """Each id that a rule reports is known to be of one."""
    made = (paths.BUILD / "plugin/ids_text.cc").read_text()
    for source in (paths.ROOT / "plugin/rules").glob("*.cc"):
        for found in re.findall(r'"(SAFE_E_[A-Z_]+)"', source.read_text()):
            check(f'", "{found}" }}' in made, f"{found} is of no rule")


def wrong_options(compile):
    arg = OPTION
    _refused(compile("level=loud"), f"'{arg}level=loud'", "off, try, warn, error or audit")
    _refused(compile("level"), f"'{arg}level'", "lacks its value")
    _refused(compile("rules=own,lick"), f"'{arg}rules=own,lick'", "unknown rule 'lick'",
             "the rules are bounds, context, ")
    _refused(compile("rules=own,"), f"'{arg}rules=own,'", "unknown rule ''")
    _refused(compile("stop=1"), f"'{arg}stop'", "takes no value")
    for option in ("stat=x", "stats", "trace", "sites", "facts", "facts=", "rules=", "nonsense"):
        _refused(compile(option), f"'{arg}{option.partition('=')[0]}'", "'level'", "'rules'",
                 "'facts'", "'stats'", "'trace'", "'sites'", "'stop'")
    # However quiet the checker is to be, it does not guess.
    _refused(compile("level=off", "nonsense"), f"'{arg}nonsense'")
    _refused(compile("level=try", "rules=lick"), "unknown rule")


def stats(compile):
    with paths.temporary() as folder:
        path = pathlib.Path(folder, "stats")
        compile(f"stats={path}")
        compile(f"stats={path}", "level=audit")
        first, second = _rows(path)
        check(first["file"] == str(FINDINGS), str(first))
        check(first["functions"] == 4 and 3 <= first["analysed"] <= 4, str(first))
        check((first["findings"], second["findings"]) == (2, 3), f"{first} {second}")
        check(0 <= first["microseconds"] < 5e6, str(first))
        check(first["skipped"] == {}, str(first))


def stats_skipped(compile):
    """What the checker could not follow is named."""
    branches = "".join(f"\tif (flags & {1 << bit})\n\t\tfoo->p[{bit}] = kzalloc(8, GFP_KERNEL);\n"
                       for bit in range(24))
    text = ("#include <linux/slab.h>\nstruct foo { void *p[24]; };\n"
            "void too_much(struct foo *foo, unsigned int flags);\n"
            f"void too_much(struct foo *foo, unsigned int flags)\n{{\n{branches}}}\n")
    with paths.temporary() as folder:
        source, path = _file(folder, "large.c", text), pathlib.Path(folder, "stats")
        run = compile(f"stats={path}", source=source)
        row, = _rows(path)
        check(run.returncode == 0 and not _found(run), run.stderr)
        skipped = sum(row["skipped"].values(), [])
        check(row["functions"] == 1 and skipped == ["too_much"], str(row))


def unwritable(compile):
    for option in ("stats", "trace", "sites"):
        run = compile(f"{option}=/no/such/folder/file")
        check(run.returncode != 0 and "cannot write '/no/such/folder/file': No such file"
              in run.stderr, run.stderr)


def written_lines(compile):
    """trace= and sites= write JSON, a function a line."""
    names = ["rule_own", "rule_result", "only_likely", "more_facts"]
    with paths.temporary() as folder:
        trace, sites = pathlib.Path(folder, "trace"), pathlib.Path(folder, "sites")
        _finds(compile(f"trace={trace}", f"sites={sites}"), PLAIN)
        rows = _rows(trace)
        check(rows[0]["main"] == str(FINDINGS), str(rows[0]))
        own = [row for row in rows[1:] if row["main"]]
        check(sorted(row["function"] for row in own) == sorted(names), str(own))
        lines = FINDINGS.read_text().splitlines()
        for row in own:
            check(row["function"] in lines[row["line"] - 1], str(row["line"]))
        rows = _rows(sites)
        check([row["function"] for row in rows] == names, str(rows))
        for row in rows:
            first, last = lines[row["line"] - 1], lines[row["end"] - 1]
            check(row["function"] in first and last == "}", str(row))
        edits = rows[names.index("rule_result")]["edits"]
        check(any("__free(kfree)" in e["text"] for e in edits), str(edits))
        # They do not need the checker, and it does not need them.
        again = pathlib.Path(folder, "again")
        check(not compile("level=off", f"trace={again}").stderr, "level=off is not silent")
        check(again.read_text() == trace.read_text(), "level=off changes the trace")


def stop(compile):
    with paths.temporary() as folder:
        stats, whole, cut = (pathlib.Path(folder, n) for n in ("stats", "whole.s", "cut.s"))
        _finds(compile("-S", output=whole), PLAIN)
        _finds(compile("-S", "stop", f"stats={stats}", output=cut), PLAIN)
        check("rule_own:" in whole.read_text(), "no function in a whole compilation")
        check("rule_own:" not in cut.read_text(), "it was compiled to the end all the same")
        check(_rows(stats)[0]["findings"] == 2, stats.read_text())
        _finds(compile("-S", "stop", "level=error"), [(i, "error") for i, _ in PLAIN], 1)
        broken = _file(folder, "broken.c", "int f(void) { return undeclared; }\n")
        run = compile("-S", "stop", source=broken)
        check(run.returncode != 0 and "undeclared" in run.stderr, run.stderr)


# ---- facts ------------------------------------------------------------------

def facts(compile):
    with paths.temporary() as folder:
        borrows = _file(folder, "borrows.h", "void kfree(const void * __borrowed objp);\n")
        more = _file(folder, "more.h",
                     "/* Of a driver. */\n#ifndef MORE_H\n#define MORE_H\n"
                     "#include <linux/types.h>\n#include \"foo.h\"\n"
                     "#define __foo_object __returns_owned __returns_null \\\n"
                     "\t__released_by(\"foo_put\")\n"
                     "struct foo;\n// a pair\nstruct foo *foo_get(int id) __foo_object;\n"
                     "void foo_put(struct foo * __takes foo);\n#endif\n")
        run = compile(f"facts={borrows}")
        check(OWN not in run.stderr and run.stderr.count("SAFE_E_LEAK") >= 2, run.stderr)
        leak = ("SAFE_E_LEAK", "warning")
        run = compile(f"facts={more}")
        _finds(run, [*PLAIN, leak])
        check("release it with foo_put()" in run.stderr, run.stderr)
        # Several files; the last one that speaks of a function counts.
        takes = _file(folder, "takes.h", "void kfree(const void * __takes objp);\n")
        _finds(compile(f"facts={borrows}", f"facts={more}", f"facts={takes}"), [*PLAIN, leak])
        # A function with other parameters is another function.
        other = _file(folder, "other.h", "struct foo *foo_get(void) __returns_owned;\n")
        _finds(compile(f"facts={other}"), PLAIN)


def unreadable_facts(compile):
    with paths.temporary() as folder:
        missing = pathlib.Path(folder, "missing.h")
        for path, why in ((missing, "No such file"), (folder, "Is a directory")):
            run = compile(f"facts={path}")
            _refused(run, f"cannot read the facts in '{path}': {why}", "[SAFE_E_FACTS]")
            check(OWN not in run.stderr, "it went on:\n" + run.stderr)


def facts_when_trying(compile):
    """At level=try the compilation succeeds without what cannot be read."""
    with paths.temporary() as folder:
        wrong = _file(folder, "wrong.h", "\nint nothing(void *p);\n")
        for path, said in ((wrong, f"{wrong}:2: "), ("/no/such/file", "'/no/such/file'")):
            for extra in ((), ("-Werror",)):
                run = compile("level=try", f"facts={path}", *extra)
                _finds(run, [("SAFE_E_FACTS", "warning"), *PLAIN])
                check(said in run.stderr, run.stderr)


# A file of facts, the line that is wrong, and what is said of it.
WRONG_FACTS = [
    ("void f(int __takes id);\n", 1, "only a pointer parameter has an owner"),
    ("\nvoid f(void * __takes p)\n", 2, "this declaration does not end with ';'"),
    ("void f(void * __takes p);\nvoid g(void *p);\n", 2, "nothing is said of 'g'"),
    ("void f(int a,\n\tvoid * __takes __borrowed p);\n", 2,
     "'__borrowed' contradicts what stands before it"),
    ("int f(void * __takes_if(\"maybe\") p);\n", 1, "'__takes_if' needs a condition"),
    ("int f(void * __takes_if p);\n", 1, "'__takes_if' needs a condition"),
    ("void *f(void)\n\n\t__returns_ownd;\n", 3, "unknown annotation '__returns_ownd'"),
    ("void *f(void) __returns_null __returns_err;\n", 1,
     "'__returns_err' contradicts what stands before it"),
    ("void *f(void) __returns_owned __returns_borrowed;\n", 1,
     "'__returns_borrowed' contradicts what stands before it"),
    ("void f(void * __returns_null p);\n", 1, "'__returns_null' belongs after the parameter list"),
    ("void f(void * __released_by(\"g\") p);\n", 1,
     "'__released_by' belongs after the parameter list"),
    ("void *f(void) __released_by;\n", 1, "'__released_by' needs names"),
    ("void *f(void) __released_by(kfree);\n", 1, "'__released_by' takes names"),
    ("void *f(void) __released_by(\"a, b\");\n", 1, "'__released_by' takes names of functions"),
    ("void f(void * __owned p);\n", 1, "'__owned' of a parameter says what an out parameter"),
    ("void f(, void * __takes p);\n", 1, "a parameter is missing"),
    ("int f(void * __raises p);\n", 1, "'__raises' needs names"),
    ("int f(void * __raises(\"a b\") p);\n", 1, "'__raises' takes names of functions"),
    ("int f(void * __raises_if(\"g\") p);\n", 1, "'__raises_if' needs a condition and names"),
    ("int f(void * __raises_if(\"yes\", \"g\") p);\n", 1, "'__raises_if' needs a condition"),
    ("int f(void * __raises(\"g\") __lowers p);\n", 1, "'__lowers' contradicts what"),
    ("int f(void * __keeps_if p);\n", 1, "'__keeps_if' needs a condition"),
    ("int f(void) __returns_id(1);\n", 1, "'__returns_id' takes names"),
    ("int x;\n", 1, "this is no prototype"),
    ("/* no end\n", 1, "this comment does not end"),
    ("void *f(void) __released_by(\"kfree);\n", 1, "this string does not end"),
    ("#if 1\nvoid f(void * __takes p);\n", 1, "facts know no #if"),
    ("#define F(x) \\\n\tx\n#pragma once\n", 3, "facts know no #pragma"),
    ("#\n", 1, "this is no preprocessor directive"),
]


def wrong_facts(compile, text, line, said):
    with paths.temporary() as folder:
        path = _file(folder, "wrong.h", text)
        run = compile(f"facts={path}", "-fsyntax-only")
        _refused(run, f"{path}:{line}: {said}", "[SAFE_E_FACTS]")


def facts_page(compile):
    """What the page about them shows is so."""
    page = (paths.ROOT / "docs/errors/SAFE_E_FACTS.md").read_text()
    (_, wrong), (_, messages), (_, right) = re.findall(r"^```(c?)\n(.*?)^```$", page, re.M | re.S)
    with paths.temporary() as folder:
        path = _file(folder, "foo_facts.h", wrong)
        output = compile(f"facts={path}").stderr
        check(messages.strip(), "the page shows no message")
        for line in messages.splitlines():
            check(f"/{line}\n" in output,
                  f"the page shows\n    {line}\nthe compiler said\n{output}")
        path.write_text(right)
        _finds(compile(f"facts={path}"), [*PLAIN, ("SAFE_E_LEAK", "warning")])


def garbled_facts(compile):
    """Whatever stands in the file: a complaint or nothing, and no crash."""
    source = paths.INCLUDE / "safe/facts/slab.h"
    dice = random.Random(1)
    text = source.read_text()
    with paths.temporary() as folder:
        for _ in range(40):
            cut = list(text[dice.randrange(len(text)):dice.randrange(len(text))] or text)
            for _ in range(dice.randrange(4)):
                cut[dice.randrange(len(cut))] = dice.choice("();,*\"#/\\\n\t _a1")
            run = compile(f"facts={_file(folder, 'garbled.h', ''.join(cut))}", "-fsyntax-only")
            complaint = re.search(r"garbled\.h:\d+: .*\[SAFE_E_FACTS\]", run.stderr)
            check((complaint if run.returncode else not run.stderr)
                  and "internal compiler error" not in run.stderr,
                  f"{''.join(cut)!r}:\n{run.stderr}")


def macros_around_functions(compile):
    """In later kernels kmalloc() is a macro around kmalloc_noprof()."""
    for kernel in ("analysis-6.12", "analysis-7.3"):
        command = bed.get(kernel).tree().commands([FINDINGS])[FINDINGS]
        found = _found(_Compile(command)())
        check((RESULT, "warning") in found, f"{kernel}: {found}")


# ---- harmless ---------------------------------------------------------------

def same_object(compile):
    """Byte for byte; with debug information too, but for the options that it records."""
    src = bed.get("analysis").src
    files = [src / name for name in ("drivers/gpio/gpio-sim.c", "lib/rhashtable.c",
                                     "drivers/tty/n_tty.c", "ipc/sem.c")]
    commands = compile.command.tree.commands(files)
    with paths.temporary() as folder:
        for command in [compile.command, *commands.values()]:
            objects = []
            for plugin in ([], [f"-fplugin={paths.plugin()}", f"{OPTION}level=warn"],
                           [f"-fplugin={paths.plugin()}", f"{OPTION}level=audit",
                            f"{OPTION}trace={folder}/trace", f"{OPTION}sites={folder}/sites"]):
                run = command.run(extra=["-g", "-gno-record-gcc-switches", *plugin],
                                  output=f"{folder}/object.o")
                check(not run.returncode, run.stderr)
                objects.append(pathlib.Path(folder, "object.o").read_bytes())
            check(objects[0] == objects[1] == objects[2] and len(objects[0]) > 1000,
                  f"{command.source.name}: the plugin changes the object file")


def alone(compile):
    """It loads with nothing beside it, and without an environment."""
    with paths.temporary() as folder:
        plugin = pathlib.Path(folder, "elsewhere/safe_plugin.so")
        plugin.parent.mkdir()
        shutil.copy(paths.plugin(), plugin)
        source = _file(folder, "plain.c",
                       "void *kmalloc(unsigned long size, unsigned int flags);\n"
                       "void kfree(const void *p);\n"
                       "int f(void)\n{\n\tint *p = kmalloc(4, 0);\n\tint i;\n\n"
                       "\tif (!p)\n\t\treturn 0;\n\tkfree(p);\n\ti = *p;\n\treturn i;\n}\n")
        run = subprocess.run([compile.command.compiler, f"-fplugin={plugin}", "-c", "-o",
                              "plain.o", "plain.c"], cwd=folder, capture_output=True, text=True,
                             env={"PATH": os.environ["PATH"], "LC_ALL": "C"})
        check(run.returncode == 0 and "plain.c:11:" in run.stderr and OWN in run.stderr,
              run.stderr)
        left = sorted(p.name for p in pathlib.Path(folder).iterdir())
        check(left == ["elsewhere", "plain.c", "plain.o"], f"in the folder: {left}")
        check([p.name for p in plugin.parent.iterdir()] == [plugin.name], "beside the plugin")
        # A kernel's file, with a plugin that is elsewhere.
        _finds(compile(plugin=plugin), PLAIN)


def at_once(compile):
    """Compilations that append to the same files do not mix their lines."""
    src = bed.get("analysis").src
    files = [src / name for name in ("drivers/gpio/gpio-sim.c", "drivers/tty/n_tty.c",
                                     "lib/xarray.c", "ipc/sem.c")] * 3
    commands = compile.command.tree.commands(files)
    arg = [f"-fplugin={paths.plugin()}", f"{OPTION}stop", "-S"]
    with paths.temporary() as folder:
        def outputs(name):
            return [f"{OPTION}{o}={folder}/{name}-{o}" for o in ("stats", "trace", "sites")]
        started = [subprocess.Popen(commands[f].argv(extra=[*arg, *outputs("all")]),
                                    cwd=compile.command.tree.obj, stderr=subprocess.PIPE, text=True)
                   for f in files]
        for process in started:
            _, errors = process.communicate()
            check(process.returncode == 0, errors)
        for f in files:
            commands[f].run(extra=[*arg, *outputs("single")])
        stats = [row["file"] for row in _rows(pathlib.Path(folder, "all-stats"))]
        check(collections.Counter(stats) == collections.Counter(map(str, files)), str(stats))
        for kind in ("trace", "sites"):
            both = [sorted(pathlib.Path(folder, f"{name}-{kind}").read_text().splitlines())
                    for name in ("all", "single")]
            check(both[0] == both[1] and len(both[0]) > 100, f"the lines of {kind} are mixed up")


def _real(command):
    """A file of the kernel: compiled to the end, with all that the plugin does."""
    with paths.temporary() as folder:
        stats, trace, sites = (pathlib.Path(folder, n) for n in ("stats", "trace", "sites"))
        run = command.run(extra=[
            f"-fplugin={paths.plugin()}", f"{OPTION}level=audit", f"{OPTION}stats={stats}",
            f"{OPTION}trace={trace}", f"{OPTION}sites={sites}"])
        check("internal compiler error" not in run.stderr and run.returncode == 0,
              run.stderr[-3000:])
        row, = _rows(stats)
        check(row["functions"] >= 10, str(row))
        check(row["findings"] == len(_found(run)), f"{row}\n{run.stderr}")
        # Few are too much for it.
        skipped = sum(map(len, row["skipped"].values()))
        check(skipped <= .15 * row["functions"], f"skipped: {row['skipped']}")
        check(len(_rows(trace)) > row["functions"] / 2, "functions are missing in the trace")
        check(len(_rows(sites)) > row["functions"] / 2, "functions are missing in the sites")


def _real_other(kernel, name):
    machine = bed.get(kernel)
    source = machine.src / name
    _real(machine.tree().commands([source])[source])


_OPTIONS = {
    "levels": levels,
    "warnings stay warnings": warnings_stay,
    "rules": rules,
    "wrong options": wrong_options,
    "__safe_allow": allow,
    "ids have rules": ids_have_rules,
    "stats": stats,
    "stats: what was skipped": stats_skipped,
    "files that cannot be written": unwritable,
    "trace and sites": written_lines,
    "stop": stop,
    "facts": facts,
    "facts that cannot be read": unreadable_facts,
    "facts at level=try": facts_when_trying,
    "facts: the page about them": facts_page,
    "facts that are garbled": garbled_facts,
    "facts about what a macro calls": macros_around_functions,
    "the object file is the same": same_object,
    "it loads with nothing beside it": alone,
    "several compilations at once": at_once,
}


# ---- annotations ------------------------------------------------------------

FLAGS = [f"-I{paths.INCLUDE}"]


def _with_plugin(level):
    return [*FLAGS, f"-fplugin={paths.plugin()}", f"{OPTION}level={level}"]


def _annotations(command, source):
    """Without the plugin and at level=off there is nothing to see."""
    dg.silent(command, source, extra_flags=FLAGS)
    dg.silent(command, source, extra_flags=_with_plugin("off"))
    dg.run(command, source, extra_flags=_with_plugin("error"))


def _silent(command, source):
    dg.silent(command, source, extra_flags=FLAGS)
    dg.silent(command, source, extra_flags=_with_plugin("error"))


def _markers(sources, name):
    return [m.text for s in sources for m in dg.markers(s.read_text()) if name in m.text]


def each_annotation(sources):
    names = re.findall(r"\b__safe_attr\((safe_\w+)",
                       (paths.INCLUDE / "safe/annotations.h").read_text())
    check(len(names) >= 14, f"only {names} were found in annotations.h")
    tried = _markers(sources, "SAFE_E_ATTRIBUTE")
    missing = [n for n in names if not any(re.search(rf"'{n}'", text) for text in tried)]
    check(not missing, f"no case for: {', '.join(missing)}")


def each_pair(sources):
    text = (paths.ROOT / "plugin/attributes.cc").read_text()
    table = re.search(r"exclusive\[\]\[\d+\] = \{\n(.*?)^\};", text, re.M | re.S)[1]
    lines = [re.findall(r'"(\w+)"', line) for line in table.splitlines()]
    pairs = [(a, b) for line in lines for a in line for b in line if a < b]
    check(len(pairs) >= 15, f"only {pairs} were found in attributes.cc")
    tried = _markers(sources, "SAFE_E_CONTRADICTION")
    missing = [f"{a} and {b}" for a, b in pairs
               if not any(a[5:] in t and b[5:] in t for t in tried)]
    check(not missing, f"no case for: {'; '.join(missing)}")
