# SPDX-License-Identifier: GPL-2.0
"""The proof: what must be proved equal, and what must be told apart.

tests/verify/good/*.c and broken/*.c hold functions in two versions, the second
with NEW defined.  A function of good/ is proved equal; "Rule: name" in its
comment says that it takes that rule.  A function of broken/ is refused, and the
first difference stands on the lines that say so:

	mutex_unlock(&chip->lock);	/* old: mutex_unlock */
	return 0;			/* new: return 0 */

The text is part of what the event is called in the message.  "Refused: reason"
in a comment says that there is no such event, and why nothing is proved.
"""
import functools
import json
import pathlib
import random
import re
import subprocess
import sys

import testlib
from safelib import assume, bed, equiv, operators, paths, source, terms, trace

FOLDER = paths.ROOT / "tests/verify"
SAFE = paths.ROOT / "scripts/safe"

# Files whose functions are executed against themselves: every kind of loop, goto,
# switch, assembly and local array that drivers have.
REAL = ("gpio/gpio-sim.c", "gpio/gpio-max3191x.c", "leds/led-class.c", "misc/fastrpc.c",
        "misc/hpilo.c", "rtc/rtc-ds1307.c")


# ---- cases ----

def _command(file, kernel="analysis"):
    return bed.get(kernel).tree().commands([file])[file]


@functools.cache
def _both(file, kernel="analysis"):
    """The traces of both versions of a file of cases."""
    command = _command(file, kernel)
    with paths.temporary() as folder:
        new = pathlib.Path(folder, file.name)
        new.write_text(f"#define NEW 1\n#line 1\n{file.read_text()}")
        return trace.collect(command), trace.collect(command, new)


@functools.cache
def _comments(file):
    """{function: the comment above it}"""
    return {name: comment for comment, name in re.findall(
        r"/\*((?:[^*]|\*(?!/))*)\*/\n[^\n;{}]*?(\w+)\([^;{}]*\)\n\{", file.read_text())}


def _functions(file):
    return re.findall(r"^[a-z][^\n;={}]*?\b(\w+)\([^;{}]*\)\n\{", file.read_text(), re.M)


def _verdict(file, function, kernel="analysis"):
    old, new = _both(file, kernel)
    return equiv.compare(old, new, [function])[0]


def good(file, function):
    verdict = _verdict(file, function)
    testlib.check(verdict.status == "equal", f"{function}(): {verdict.status}: {verdict.reason}")
    wanted = set(re.findall(r"Rule: ([a-z-]+)", _comments(file).get(function, "")))
    testlib.check(set(verdict.rules) == wanted,
                  f"{function}(): took the rules {verdict.rules}, its comment says {wanted}")


def broken(file, function):
    verdict = _verdict(file, function)
    refused = re.search(r"Refused: (.*)", _comments(file).get(function, ""))
    if refused:
        testlib.check(verdict.status == "unknown" and refused[1] in verdict.reason,
                      f"{function}(): {verdict.status}: {verdict.reason}")
        return
    testlib.check(verdict.status == "different",
                  f"{function}(): {verdict.status}, must be different; {verdict.reason}")
    lines = file.read_text().splitlines()
    difference = verdict.first_difference
    for side in ("old", "new"):
        place = getattr(difference, side)
        wanted = re.search(rf"/\* {side}: (.*?) \*/", lines[place.line - 1])
        testlib.check(wanted and wanted[1] in place.what,
                      f"{function}(): the {side} side differs at line {place.line} "
                      f"({lines[place.line - 1].strip()}): {place.what}\n{verdict.reason}")


def file_scope(file):
    """No case changes anything beside functions; the comparison must see that."""
    old, new = _both(file)
    verdict = equiv.compare(old, new)[0]
    testlib.check(verdict.status == "equal", f"{file.name}: {verdict.reason}")


def other_kernel(file, kernel):
    """The good cases with the macros of a newer kernel."""
    spec = bed.BEDS[kernel]
    src = source.cached(spec.series)
    if src is None or not bed.is_built(bed.location(kernel, src)):
        raise testlib.Skipped(f"the bed {kernel} is not built")
    old, new = _both(file, kernel)
    wrong = [f"{v.function}(): {v.status}: {v.reason}"
             for v in equiv.compare(old, new) if v.status != "equal"]
    testlib.check(not wrong, "\n".join(wrong))


def with_itself(file):
    traces = trace.collect(_command(file))
    verdicts = equiv.compare(traces, traces, shortcut=False)
    wrong = [f"{v.function}(): {v.status}: {v.reason}" for v in verdicts if v.status != "equal"]
    testlib.check(len(verdicts) > 3 and not wrong, "\n".join(wrong) or "hardly any function")


# ---- declarations and data ----

BASE = """
#include <linux/module.h>
static int level = 3;
static const char *const names[] = { "a", "b" };
static int helper(int x) { return x + level; }
int entry(int x) { return helper(x) + names[x & 1][0]; }
MODULE_LICENSE("GPL");
"""

CHANGES = {
    "initial value": ("level = 3", "level = 4", equiv.FILE_SCOPE),
    "string of a table": ('"b"', '"c"', equiv.FILE_SCOPE),
    "module information": ('"GPL"', '"GPL v2"', equiv.FILE_SCOPE),
    "static dropped": ("static int helper", "int helper", "helper"),
    "parameter type": ("int entry(int x)", "int entry(long x)", "entry"),
    "attribute": ("int entry(", "int __init entry(", "entry"),
    "function added": ("MODULE", "int more(void) { return 1; }\nMODULE", "more"),
    "function renamed": ("int entry(", "int entered(", "entry"),
    "callee changed": ("return x + level", "return x - level", "helper"),
}


def _compile_text(command, text):
    with paths.temporary() as folder:
        file = pathlib.Path(folder, "text.c")
        file.write_text(text)
        return trace.collect(command, file)


def declared(what):
    before, after, function = CHANGES[what]
    command = _command(FOLDER / "good/guard.c")
    old = _compile_text(command, BASE)
    new = _compile_text(command, BASE.replace(before, after))
    wrong = {v.function for v in equiv.compare(old, new) if v.status != "equal"}
    testlib.check(function in wrong, f"not seen; only {wrong or 'nothing'} differs")


def moved_lines():
    """Lines and the file's name may change: no event depends on them."""
    command = _command(FOLDER / "good/guard.c")
    text = BASE + """
int warn(struct device *dev, int x)
{
	might_sleep();
	WARN_ON(x == 3);
	WARN_ONCE(x == 4, "four");
	dev_dbg(dev, "x is %d", x);
	BUG_ON(x == 5);
	return x;
}
struct regmap *map(struct device *dev, const struct regmap_config *config)
{
	return devm_regmap_init(dev, NULL, NULL, config);
}
static int __init load(void) { return warn(NULL, 0); }
late_initcall(load);
"""
    headers = "\n#include <linux/device.h>\n#include <linux/regmap.h>"
    old = _compile_text(command, text.replace("module.h>", f"module.h>{headers}"))
    new = _compile_text(command, text.replace("module.h>", f"module.h>\n{headers}\n"))
    wrong = [f"{v.function}: {v.reason}" for v in equiv.compare(old, new) if v.status != "equal"]
    testlib.check(not wrong, "\n".join(wrong))


# ---- the trace ----

def object_unchanged():
    """Writing a trace changes nothing in the object file."""
    command = _command(bed.get("analysis").src / "drivers/gpio/gpio-sim.c")
    arg = "-fplugin-arg-safe_plugin-"
    with paths.temporary() as folder:
        out = pathlib.Path(folder)
        for name, extra in (("plain", []), ("traced", [
                f"-fplugin={paths.PLUGIN}", f"{arg}level=off", f"{arg}trace={out / 'trace'}"])):
            run = command.run(extra=extra, output=out / f"{name}.o")
            testlib.check(run.returncode == 0, run.stderr)
        testlib.check((out / "plain.o").read_bytes() == (out / "traced.o").read_bytes(),
                      "the object file differs")
        testlib.check((out / "trace").stat().st_size > 10000, "hardly any trace")


# ---- terms and facts against numbers ----

class _Sums:
    """Random expressions over two numbers, as terms and as Python functions."""

    KINDS = ("u8", "s8", "u16", "s32", "u64")
    CODES = ("plus_expr", "minus_expr", "mult_expr", "bit_and_expr", "bit_ior_expr",
             "bit_xor_expr", "min_expr", "max_expr", "lshift_expr", "rshift_expr")

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.terms = terms.Terms()
        self.symbols = {kind: [self.terms.make("par", i, terms.type_bits(kind))
                               for i in (0, 1)] for kind in self.KINDS}

    def leaf(self, kind):
        if self.random.random() < .3:
            value = self.random.choice((0, 1, 2, 3, 7, -1, -128, 100))
            return self.terms.const(value, terms.type_bits(kind))
        return self.random.choice(self.symbols[kind])

    def build(self, kind, deep):
        """(term, function of the numbers that gives its value)"""
        if deep == 0:
            term = self.leaf(kind)
            return term, lambda n: self.number(term, n)
        if self.random.random() < .3:
            source = self.random.choice(self.KINDS)
            term, value = self.build(source, deep - 1)
            return self.terms.convert(kind, source, term), \
                lambda n: _bits(_signed(value(n), source), kind)
        code = self.random.choice(self.CODES)
        (a, x), (b, y) = self.build(kind, deep - 1), self.build(kind, deep - 1)
        if code in ("lshift_expr", "rshift_expr"):
            by = self.random.randrange(terms.type_bits(kind))
            b, y = self.terms.const(by, terms.type_bits(kind)), lambda n: by
        return operators.compute(self.terms, code, kind, kind, [a, b]), \
            lambda n: _bits(_OPERATORS[code](_signed(x(n), kind), _signed(y(n), kind)), kind)

    def number(self, term, n):
        """A term's value, for numbers put in for the two symbols."""
        op, args = term.op, term.args
        if op == "c":
            return args[0]
        if op == "par":
            return n[args[0]] & ((1 << args[1]) - 1)
        if op == "sum":
            total = args[1] + sum(self.number(t, n) * f for t, f in zip(args[2::2], args[3::2]))
            return total & ((1 << args[0]) - 1)
        if op == "cv":
            return _bits(_signed(self.number(args[2], n), args[1]), args[0])
        if op == "not":
            return 1 - self.number(args[0], n)
        if op == "eq":
            return int(self.number(args[1], n) == self.number(args[2], n))
        if op == "lt":
            return int(_signed(self.number(args[1], n), args[0]) <
                       _signed(self.number(args[2], n), args[0]))
        code, kind = args[:2]
        a, b = (_signed(self.number(t, n), kind) for t in args[3:])
        return _bits(_OPERATORS[code](a, b), kind)


_OPERATORS = {
    "plus_expr": lambda a, b: a + b, "minus_expr": lambda a, b: a - b,
    "mult_expr": lambda a, b: a * b, "bit_and_expr": lambda a, b: a & b,
    "bit_ior_expr": lambda a, b: a | b, "bit_xor_expr": lambda a, b: a ^ b,
    "min_expr": min, "max_expr": max,
    "lshift_expr": lambda a, b: a << b, "rshift_expr": lambda a, b: a >> b,
}


def _bits(value, kind):
    return value & ((1 << terms.type_bits(kind)) - 1)


def _signed(value, kind):
    return terms.signed(value, terms.type_bits(kind)) if kind[0] == "s" else value


def simplified():
    """However a term is simplified, its value is that of the expression."""
    for seed in range(400):
        make = _Sums(seed)
        kind = make.random.choice(make.KINDS)
        term, value = make.build(kind, 4)
        for _ in range(12):
            n = [make.random.choice((0, 1, 3, 127, 128, 255, make.random.getrandbits(64)))
                 for _ in range(2)]
            testlib.check(make.number(term, n) == value(n),
                          f"seed {seed}: {term} at {n} is not {value(n)}")


def decided():
    """What facts decide holds for every pair of numbers that the facts allow."""
    for seed in range(300):
        make = _Sums(seed)
        kind = make.random.choice(("u8", "s8"))
        code = ("eq_expr", "ne_expr", "lt_expr", "le_expr", "gt_expr", "ge_expr")

        def condition():
            a, b = make.build(kind, 1)[0], make.build(kind, 1)[0]
            return operators.compare(make.terms, make.random.choice(code), kind, a, b)
        facts, known = assume.Facts(make.terms), []
        allowed = [(a, b) for a in range(0, 256, 3) for b in range(0, 256, 5)]
        for _ in range(4):
            cond, holds = condition(), make.random.random() < .5
            rest = [n for n in allowed if make.number(cond, n) == holds]
            possible = facts.assume(cond, holds)
            testlib.check(possible or not rest, f"seed {seed}: {known} rules out {cond}")
            if not possible:
                break
            known, allowed = known + [(cond, holds)], rest
            other = condition()
            told = facts.decide(other)
            wrong = [n for n in allowed if told is not None and make.number(other, n) != told]
            testlib.check(not wrong, f"seed {seed}: {known}: {other} is said to be {told}, "
                          f"but not at {wrong[:1]}")


# ---- the command ----

def _run(*args, **kwargs):
    return subprocess.run([sys.executable, str(SAFE), "verify", *map(str, args)],
                          capture_output=True, text=True, **kwargs)


def command_line():
    kdir = bed.get("analysis").obj
    file = FOLDER / "broken/value.c"
    with paths.temporary() as folder:
        new = pathlib.Path(folder, "new.c")
        new.write_text(f"#define NEW 1\n#line 1\n{file.read_text()}")

        same = _run(file, file, "--kdir", kdir)
        testlib.check(same.returncode == 0 and " 0 different, 0 unknown" in same.stdout,
                      same.stdout + same.stderr)
        differs = _run(file, new, "--kdir", kdir, "--function", "error_lost")
        testlib.check(differs.returncode == 1 and "error_lost(): different" in differs.stdout
                      and "return ret" in differs.stdout and "return 0" in differs.stdout,
                      differs.stdout + differs.stderr)
        machine = _run(file, new, "--kdir", kdir, "--json")
        found = {f["function"]: f for f in json.loads(machine.stdout)["functions"]}
        testlib.check(machine.returncode == 1 and
                      found["error_lost"]["first_difference"]["new"]["event"] == "return 0" and
                      found[equiv.FILE_SCOPE]["status"] == "equal", machine.stdout)


def command_errors():
    kdir = bed.get("analysis").obj
    file = FOLDER / "good/guard.c"
    with paths.temporary() as folder:
        folder = pathlib.Path(folder)
        wrong = folder / "wrong.c"
        wrong.write_text("int f(void) { return undeclared_thing; }\n")
        for args, text in (
                ((file, folder / "missing.c", "--kdir", kdir), "no such file"),
                ((file, file), "--kdir"),
                ((file, file, "--kdir", folder / "nowhere"), "no such kernel tree"),
                ((file, file, "--kdir", bed.get("analysis").src), "not configured"),
                ((file, wrong, "--kdir", kdir), "undeclared_thing"),
                ((file, file, "--kdir", kdir, "--function", "nobody"), "nobody")):
            run = _run(*args)
            testlib.check(run.returncode == 2 and text in run.stderr
                          and run.stderr.count("\n") == 1,
                          f"{args}: status {run.returncode}: {run.stderr}")


def tests():
    for kind, test in (("good", good), ("broken", broken)):
        for file in sorted((FOLDER / kind).glob("*.c")):
            for function in _functions(file):
                yield f"{kind}/{file.stem}: {function}", \
                    lambda t=test, f=file, n=function: t(f, n)
            yield f"{kind}/{file.stem}: nothing but functions", lambda f=file: file_scope(f)
    for kernel in ("analysis-6.12", "analysis-7.3"):
        for file in sorted((FOLDER / "good").glob("*.c")):
            yield f"{kernel}: {file.stem}", lambda f=file, k=kernel: other_kernel(f, k)
    for name in REAL:
        yield f"{name} with itself", \
            lambda n=name: with_itself(bed.get("analysis").src / "drivers" / n)
    for what in CHANGES:
        yield f"changed: {what}", lambda w=what: declared(w)
    yield "lines and the file's name may change", moved_lines
    yield "a trace leaves the object file alone", object_unchanged
    yield "terms have the value of what they stand for", simplified
    yield "facts decide only what is true", decided
    yield "command line", command_line
    yield "command line: errors", command_errors
