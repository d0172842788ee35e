# SPDX-License-Identifier: GPL-2.0
"""The proof against execution: random functions, changed at random, then run.

Each program has pairs of functions, the second a changed copy of the first.
Where the comparison says "equal", both are run with many inputs; the functions
that they call record their arguments and all memory, and what they answer
depends on that record.  The records of both must be the same.
"""
import copy
import pathlib
import random
import subprocess
import sys

import testlib
from safelib import equiv, paths, trace

PAIRS = 30          # functions of a program
RUNS = 300          # inputs that each pair is run with

HEAD = """
struct s { int x, y; unsigned char c; short h[4]; struct s *next; unsigned lo : 3, hi : 5; };
int ask(int what, long value);
int look(int what, struct s *at);
"""

MAIN = """
#include <stdio.h>
#include <string.h>
static struct s m[3];
static unsigned long log_;
static void note(const void *p, unsigned n)
{
	const unsigned char *c = p;
	while (n--)
		log_ = (log_ ^ *c++) * 1099511628211ul;
}
static void note_memory(void)
{
	for (int i = 0; i < 3; i++) {
		note(&m[i].x, 4); note(&m[i].y, 4); note(&m[i].c, 1); note(m[i].h, 8);
		int b = m[i].lo * 32 + m[i].hi;
		note(&b, 4);
	}
}
int ask(int what, long value)
{
	note(&what, 4); note(&value, 8); note_memory();
	if (log_ & 256)
		m[log_ >> 20 & 1].x += 3;
	return (int)(log_ >> 13) % 5;
}
int look(int what, struct s *at)
{
	note(&at->x, 4); note(&at->y, 4);
	at->x ^= what;
	return ask(what, 0);
}
static unsigned long run(int (*f)(struct s *, struct s *, int, unsigned), unsigned seed)
{
	memset(m, 0, sizeof(m));
	log_ = seed * 2654435761ul + 88172645463325252ul;
	for (int i = 0; i < 3; i++) {
		m[i].x = (int)(log_ >> i) % 4; m[i].y = (int)(log_ >> (i + 7)) % 4;
		m[i].c = log_ >> (i + 11); m[i].h[i] = log_ >> 9; m[i].next = &m[(i + 1) % 3];
	}
	int r = f(&m[0], &m[seed & 1], (int)(seed / 2 % 7) - 2, seed / 14 % 5);
	note(&r, 4);
	note_memory();
	return log_;
}
#define TRY(n) for (unsigned i = 0; i < RUNS; i++) \\
	if (run(old##n, i) != run(new##n, i)) { printf("%d %u\\n", n, i); break; }
"""


class Generator:
    """Statements are lists: a kind, then expressions as text and bodies as lists."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.calls = 0

    def pick(self, *choices):
        return self.random.choice(choices)

    def value(self, deep=2):
        r = self.random
        if deep == 0 or r.random() < .3:
            return self.pick("a", "(int)b", "l0", "l1", "l2", "p->x", "q->x", "p->y", "q->c",
                             "t->x", "p->lo", "q->hi", "g.x", str(r.randrange(-2, 9)))
        if r.random() < .15:
            return f"{self.pick('p->h', 'q->h', 'arr')}[{self.value(deep - 1)} & 3]"
        if r.random() < .15:
            return f"({self.pick('short', 'unsigned char', 'unsigned', 'long')})({self.value(deep - 1)})"
        op = self.pick("+", "-", "*", "&", "|", "^", "<", "==", "!=", "&&", "||")
        return f"({self.value(deep - 1)} {op} {self.value(deep - 1)})"

    def place(self):
        return self.pick("l0", "l1", "l2", "l0", "l1", "p->x", "q->x", "t->y", "p->c", "q->lo",
                         "p->hi", "g.x", "g.y", f"arr[{self.value(1)} & 3]",
                         f"q->h[{self.value(1)} & 3]")

    def statement(self, deep, loop):
        r = self.random.random()
        if r < .35 or deep == 0 and r < .6:
            return ["set", self.place(), self.value()]
        if r < .5 or deep == 0:
            self.calls += 1
            if r < .38:
                return ["set", self.pick("l0", "l1"), f"look({self.calls}, &g)"]
            return ["set", self.pick("l0", "l1", "l2"), f"ask({self.calls}, {self.value(1)})"]
        if r < .56:
            return ["set", "t", self.pick("p", "q", "p->next", "t->next", "&g")]
        if r < .76:
            return ["if", self.value(), self.body(deep - 1, loop),
                    self.body(deep - 1, loop) if r < .68 else []]
        if r < .86 and loop < 2:
            return ["for", f"i{loop}", f"({self.value(1)} & 3)", self.body(deep - 1, loop + 1)]
        if r < .9:
            return ["switch", self.value(1), [self.body(deep - 1, 0) for _ in range(3)]]
        if r < .94 and loop:
            return [self.pick("break", "continue")]
        return ["return", self.value()]

    def body(self, deep, loop):
        return [self.statement(deep, loop) for _ in range(self.random.randrange(1, 4))]

    def function(self):
        return [s for _ in range(3) for s in self.body(2, 0)] + [["return", self.value()]]

    # ---- changes ----

    def bodies(self, body):
        yield body
        for s in body:
            for part in s[1:]:
                if part.__class__ is list:
                    for inner in part if s[0] == "switch" else [part]:
                        yield from self.bodies(inner)

    def change(self, body):
        """Changes a function, in a way that may or may not matter."""
        where = self.random.choice([b for b in self.bodies(body) if b])
        i = self.random.randrange(len(where))
        s = where[i]
        r = self.random.random()
        if s[0] == "if" and r < .7:
            s[1], s[2], s[3] = f"!({s[1]})", s[3], s[2]         # the same
        elif r < .3:
            where.insert(i, ["set", self.pick("l0", "l1", "arr[1]"), self.value(1)])
        elif r < .45 and len(where) > 1:
            del where[i]
        elif r < .6 and i + 1 < len(where):
            where[i], where[i + 1] = where[i + 1], where[i]
        elif r < .75 and s[0] in ("set", "return"):
            s[-1] = self.value(1) if "(" not in s[-1] else f"({s[-1]}) + 0"
        elif r < .9 and s[0] == "set" and not s[1].startswith("t"):
            where[i:i + 1] = [["set", "l3", s[2]], ["set", s[1], "l3"]]     # often the same
        else:
            where.insert(i, copy.deepcopy(s))


def text(body, deep=1):
    pad, lines = "\t" * deep, []
    for s in body:
        kind = s[0]
        if kind == "set":
            lines.append(f"{pad}{s[1]} = {s[2]};")
        elif kind == "if":
            lines.append(f"{pad}if ({s[1]}) {{\n{text(s[2], deep + 1)}{pad}}} else {{\n"
                         f"{text(s[3], deep + 1)}{pad}}}")
        elif kind == "for":
            lines.append(f"{pad}for (int {s[1]} = 0; {s[1]} < {s[2]} && {s[1]} < 3; {s[1]}++) {{\n"
                         f"{text(s[3], deep + 1)}{pad}}}")
        elif kind == "switch":
            cases = "".join(f"{pad}case {i * 2} ... {i * 2 + 1}:\n{text(b, deep + 1)}{pad}\tbreak;\n"
                            for i, b in enumerate(s[2]))
            lines.append(f"{pad}switch ({s[1]}) {{\n{cases}{pad}}}")
        else:
            lines.append(f"{pad}{' '.join(s)};")
    return "".join(line + "\n" for line in lines)


def define(name, body):
    return (f"int {name}(struct s *p, struct s *q, int a, unsigned b)\n{{\n"
            "\tint l0 = 1, l1 = 2, l2 = 3, l3 = 0, arr[4] = { 4, 3, 2, 1 };\n"
            f"\tstruct s g = {{ 5 }}, *t = q;\n\n\tl3 = 0; g.next = p;\n{text(body)}}}\n")


class Plain:
    """A compile command outside the kernel."""

    def __init__(self, source):
        self.source = source

    def run(self, source=None, extra=()):
        return subprocess.run(
            ["gcc", "-O2", "-w", "-fno-strict-aliasing", "-fno-strict-overflow",
             "-fno-delete-null-pointer-checks", *extra, "-c", "-o", "/dev/null",
             str(source or self.source)],
            capture_output=True, text=True)


def program(seed):
    """(old functions, new functions, generator)"""
    make = Generator(seed)
    olds, news = [], []
    for _ in range(PAIRS):
        old = make.function()
        new = copy.deepcopy(old)
        for _ in range(make.random.randrange(1, 3)):
            make.change(new)
        olds.append(old)
        news.append(new)
    return olds, news


def compare(seed, folder):
    """The numbers of the pairs that are said to be equal, and those that are not known."""
    olds, news = program(seed)
    files = []
    for name, bodies in (("old", olds), ("new", news)):
        file = pathlib.Path(folder, f"{name}.c")
        file.write_text(HEAD + "".join(define(f"f{i}", b) for i, b in enumerate(bodies)))
        files.append(file)
    old, new = (trace.collect(Plain(file)) for file in files)
    verdicts = equiv.compare(old, new, [f"f{i}" for i in range(PAIRS)], shortcut=False)
    # Run all, to know how many of those that differ were told so for a reason.
    run = pathlib.Path(folder, "run.c")
    tries = "".join(f"\tTRY({i})\n" for i in range(PAIRS))
    run.write_text(f"#define RUNS {RUNS}\n{HEAD}" + "".join(
        define(f"old{i}", a) + define(f"new{i}", b) for i, (a, b) in enumerate(zip(olds, news)))
        + f"{MAIN}int main(void)\n{{\n{tries}\treturn 0;\n}}\n")
    binary = pathlib.Path(folder, "run")
    built = subprocess.run(["gcc", "-O1", "-w", "-fwrapv", "-fno-strict-aliasing", "-o", binary, run],
                           capture_output=True, text=True)
    testlib.check(built.returncode == 0, built.stderr)
    out = subprocess.run([binary], capture_output=True, text=True, timeout=60)
    testlib.check(out.returncode == 0, f"seed {seed}: the program ends with {out.returncode}")
    differ = {int(line.split()[0]) for line in out.stdout.splitlines()}
    return verdicts, differ


def check(seed):
    """No pair that is said to be equal may differ; most that never differ are equal."""
    with paths.temporary() as folder:
        verdicts, differ = compare(seed, folder)
    equal = {i for i, v in enumerate(verdicts) if v.status == "equal"}
    testlib.check(not equal & differ, f"seed {seed}: said to be equal, but differ when they are "
                  f"run: {sorted(equal & differ)}")
    same = PAIRS - len(differ)
    testlib.check(len(equal) >= same / 2, f"seed {seed}: only {len(equal)} of {same} pairs, that "
                  "never differ when they are run, are proved equal")


if __name__ == "__main__":
    # Usage: verify_fuzz.py FIRST LAST: tries these seeds, and counts.
    total = [0, 0, 0]
    for seed in range(int(sys.argv[1]), int(sys.argv[2])):
        with paths.temporary() as folder:
            verdicts, differ = compare(seed, folder)
        equal = {i for i, v in enumerate(verdicts) if v.status == "equal"}
        total[0] += len(equal)
        total[1] += PAIRS - len(differ)
        total[2] += len(differ)
        if equal & differ:
            print(f"WRONG: seed {seed}: {sorted(equal & differ)}")
    print(f"{total[0]} proved of {total[1]} that never differ; {total[2]} differ")
