# SPDX-License-Identifier: GPL-2.0
"""Every fact agrees with the kernel's own headers, in every kernel, and with its bodies.

include/safe/facts/*.h are annotated prototypes.  Each is declared again behind the
headers that its file includes, with its annotations as attributes: a prototype that
is not the kernel's is an error of the compiler, so is an annotation in a wrong place.
A macro of the same name is undefined first; so the inline function or the prototype
behind it is compared.

A kernel may differ in what no fact depends on: it may have other types where the fact
says nothing, and other qualifiers.  It may not have the function, or have it as a
macro, or with another number of parameters: then the plugin leaves the fact alone, and
the fact has to say so, __kernels("6.1") and so on names those that do have it.  Several
facts of one name have different numbers of parameters.  Each fact is exactly right in
some kernel, and what a kernel has in a header that the file does not include has not
been compared and is an error.

build/facts.json has the numbers.  How facts are compared with bodies, inferred.py says.
"""
import collections
import json
import pathlib
import re
import subprocess

import factlib
import inferred
import testlib
from safelib import paths

# With these a kernel puts macros in the place of functions.
_OPTIONS = ("DYNAMIC_DEBUG", "DYNAMIC_DEBUG_CORE", "DEBUG_LOCK_ALLOC", "LOCKDEP",
            "LOCK_STAT", "PROVE_LOCKING", "PROVE_RCU", "TRACE_IRQFLAGS")

_TYPE = re.compile(r"(?:; have|with type) '([^']*)'(?: \{aka '([^']*)'\})?")

# How a kernel's function compares with the fact.
SAME, NEAR, OTHER_COUNT, ABSENT = "same", "near", "other number of parameters", "absent"


def tests():
    for kernel in factlib.KERNELS:
        yield f"{kernel}: the headers stand beside each other", lambda k=kernel: _headers(k)
        for name in factlib.files():
            yield f"{kernel}: {name}", lambda k=kernel, n=name: _right(k, n)
    for name in factlib.files():
        yield f"each is exact in some kernel: {name}", lambda n=name: _exact(n)
        yield f"the checker reads {name}", lambda n=name: _read(n)
    yield "no two files contradict each other", _contradictions
    yield "what releases is known", _releasers
    yield "most facts are compared", _enough
    yield "a wrong fact is found", _wrong_found
    yield "6.1: no fact contradicts what the body shows", _bodies
    yield "6.1: most facts are compared with a body", _enough_bodies
    yield "a fact that its body contradicts is found", _contradicted

# ---- a prototype as text ----

def _signature(message):
    """What GCC says a function's type is: [type of the result, of each parameter]"""
    plain, aka = _TYPE.search(message).groups()
    text = aka or plain
    return [text[:text.index("(")].strip(), *factlib.parameters(text)[0]]


def _unqualified(text):
    return re.sub(r"\b(?:const|volatile)\b", "", text).replace(" ", "")


def _means_the_same(ours, theirs):
    """Whether a fact about one type is true of the other."""
    return _unqualified(ours) == _unqualified(theirs) or \
        (ours.endswith("*") and theirs.endswith("*") and "void*" in
         (_unqualified(ours), _unqualified(theirs)))


def _outcome(facts, key, conflict, before):
    """How far a kernel's function differs, or an error text."""
    ours, theirs = _signature(conflict), _signature(before)
    if len(ours) != len(theirs) or (ours[-1] == "...") != (theirs[-1] == "..."):
        return OTHER_COUNT
    about = {0 if i == "returns" else i + 1 for i in facts.says(key)}
    if all(_means_the_same(ours[i], theirs[i]) for i in about):
        return NEAR
    return f"{conflict}\n    {before}"

# ---- comparing ----

class _Comparison:
    """The facts of some files and the functions of a kernel."""

    def __init__(self, kernel, files, name):
        self.kernel, self.files, self.name = kernel, files, name
        # {(facts, key): outcome or an error text}
        self.outcomes = {(f, k): ABSENT for f in files for k in f.prototypes}
        self.errors = []        # anywhere but in the facts
        self._compare(())
        if self.absent:
            self._compare(_OPTIONS)

    @property
    def absent(self):
        return {k for k, outcome in self.outcomes.items() if outcome == ABSENT}

    def of(self, facts):
        return {k: outcome for (f, k), outcome in self.outcomes.items() if f is facts}

    def _compare(self, options):
        # The plugin knows kmalloc_noprof(), which kmalloc() is a macro for, as kmalloc().
        # Since 7.2 some have '_' before it, and a token as the last parameter.
        counted = _counted(self.kernel)
        names = {real: (f, k.name) for f, k in self.absent
                 for real in (f"_{k.name}_noprof", f"{k.name}_noprof", k.name)
                 if real == k.name or real in counted}
        # First who is there: a prototype that makes no sense would hide what follows it.
        probe = self._compile({(f, r): f"typedef typeof({r}) there_{r};"
                               for r, (f, _) in names.items()}, options)
        real = {of: r for r, of in names.items() if (of[0], r) not in probe.said}
        for number in range(max(len(f.rounds()) for f in self.files)):
            here = {(f, k): real[f, k.name] for f in self.files
                    for k in (f.rounds() + [[]] * number)[number]
                    if (f, k) in self.absent and (f, k.name) in real}
            if not here:
                continue
            compiled = self._compile({(f, k): self._declared(f, k, r)
                                      for (f, k), r in here.items()}, options)
            for f, k in here:
                self.outcomes[f, k] = _judge(f, k, compiled.said[f, k])

    @staticmethod
    def _declared(facts, key, real):
        text = re.sub(rf"\b{key.name}\(", f"{real}(", facts.prototypes[key], count=1)
        if real == f"_{key.name}_noprof":
            end = factlib.end_of_parameters(text)
            text = f"{text[:end]}, kmalloc_token_t{text[end:]}"
        return text + ";"

    def _compile(self, lines, options):
        compiled = factlib.Compile(self.kernel, self.files, lines, options, self.name)
        self.errors += compiled.others
        return compiled

    def wrong(self, facts):
        """What is wrong in a file, as text."""
        found = []
        for k, outcome in self.of(facts).items():
            has = self.kernel in facts.kernels(k)
            if outcome not in (SAME, NEAR, OTHER_COUNT, ABSENT):
                found.append(f"{k.name}: {outcome}")
            elif has and outcome in (OTHER_COUNT, ABSENT):
                found.append(f"{k.name}: {outcome}: name the others in __kernels()")
            elif not has and outcome in (SAME, NEAR):
                found.append(f"{k.name}: __kernels() leaves out a kernel that has it")
        absent = {k.name for f, k in self.absent if f is facts}
        for header, names in _elsewhere(self.kernel).items():
            missed = sorted(absent & names)
            if missed and header not in facts.headers:
                found.append(f"{', '.join(missed)}: in {header}, which "
                             f"{facts.path.name} does not include")
        return found


@factlib.once
def _compare(kernel):
    return _Comparison(kernel, tuple(factlib.files().values()), "facts")


def _judge(facts, key, said):
    # A struct or enum that only other kernels have: the types differ, which is said next.
    said = [text for text in said if "declared inside parameter list" not in text]
    if not said:
        return SAME
    if len(said) == 2 and said[0].startswith("conflicting types for"):
        return _outcome(facts, key, *said)
    return "\n    ".join(said)


# ---- the tests ----

def _right(kernel, file):
    wrong = _compare(kernel).wrong(factlib.files()[file])
    testlib.check(not wrong, "\n".join(wrong))


def _headers(kernel):
    errors = _compare(kernel).errors
    testlib.check(not errors, "\n".join(errors))


@factlib.once
def _elsewhere(kernel):
    """{header: the facts' functions that it declares}"""
    src = factlib.tree(kernel).src
    names = {k.name for f in factlib.files().values() for k in f.prototypes}
    run = subprocess.run(
        ["grep", "-roE", "--include=*.h", r"^[a-zA-Z_][a-zA-Z0-9_ *]*\(", "."],
        cwd=src / "include", capture_output=True, text=True)
    found = collections.defaultdict(set)
    for line in run.stdout.splitlines():
        header, text = line.split(":", 1)
        name = re.search(r"\w+", text[-2::-1])
        name = name and name[0][::-1]
        if name in names:
            found[header[2:]].add(name)
    testlib.check(len(found) > 50, f"hardly any header of {src} declares anything")
    return found


@factlib.once
def _counted(kernel):
    """The names of functions that count memory by caller."""
    return set(subprocess.run(
        ["grep", "-rhowE", "--include=*.h", r"[a-z0-9_]+_noprof", "include"],
        cwd=factlib.tree(kernel).src, capture_output=True, text=True).stdout.split())


def _exact(file):
    everywhere = [_compare(kernel).of(factlib.files()[file]) for kernel in factlib.KERNELS]
    wrong = [f"{k.name}: " + ", ".join(str(o[k]) for o in everywhere)
             for k in factlib.files()[file].prototypes if SAME not in (o[k] for o in everywhere)]
    gone = [h for h in factlib.files()[file].headers
            if not any((factlib.tree(k).src / "include" / h).exists() or
                       (factlib.tree(k).src / "arch/x86/include" / h).exists()
                       for k in factlib.KERNELS)]
    wrong += [f"no kernel has the header {h}" for h in gone]
    testlib.check(not wrong, "\n".join(wrong))


def _read(file):
    """The plugin's own reader takes the file without a word."""
    source = paths.BUILD / "facts/empty.c"
    source.parent.mkdir(parents=True, exist_ok=True)
    source.touch()
    command = factlib.tree("6.1").commands([source])[source]
    run = command.run(extra=[f"-fplugin={paths.plugin()}", "-fsyntax-only",
                             f"-fplugin-arg-safe_plugin-facts={factlib.FOLDER / file}"])
    testlib.check(not run.returncode and not run.stderr.strip(), run.stderr)


def _contradictions():
    places = collections.defaultdict(dict)
    for file, facts in factlib.files().items():
        for key in facts.prototypes:
            places[key][file] = facts.expanded(key)
    wrong = [f"{key.name}:\n" + "\n".join(f"    {f}: {text}" for f, text in said.items())
             for key, said in places.items() if len(said) > 1]
    testlib.check(not wrong, "said in more than one file:\n" + "\n".join(wrong))


def _releasers():
    known = {key.name for facts in factlib.files().values() for key in facts.prototypes
             if re.search(r"\b__(?:takes|puts|lowers)\b", facts.expanded(key))}
    wrong = {f"{name} ({file})" for file, facts in factlib.files().items()
             for name in facts.releasers() if name not in known}
    testlib.check(not wrong, "named by another fact, but no fact says that it releases: "
                  + ", ".join(sorted(wrong)))


def _enough():
    total = sum(len(f.prototypes) for f in factlib.files().values())
    numbers = {}
    for kernel in factlib.KERNELS:
        outcomes = {f"{k.name}/{k.parameters}": o
                    for (_, k), o in _compare(kernel).outcomes.items()}
        count = collections.Counter(outcomes.values())
        numbers[kernel] = {
            "facts": total, "compared": count[SAME] + count[NEAR], "exact": count[SAME],
            "left alone": sorted(n for n, o in outcomes.items() if o == OTHER_COUNT),
            "absent": sorted(n for n, o in outcomes.items() if o == ABSENT)}
    paths.write_atomically(paths.BUILD / "facts.json", json.dumps(numbers, indent=1) + "\n")
    testlib.check(total >= 1500, f"{total} facts were found in {factlib.FOLDER}")
    for kernel, number in numbers.items():
        testlib.check(number["compared"] >= .85 * total,
                      f"{kernel}: only {number['compared']} of {total} facts are compared; "
                      f"absent: {', '.join(number['absent'])}")


# Facts that are wrong, and what must become of them.
_WRONG = """
#include <linux/bitmap.h>
#include <linux/string.h>

void bitmap_free(unsigned long * __takes bitmap);
unsigned long *bitmap_alloc(unsigned int nbits) __returns_owned;
struct page *bitmap_zalloc(unsigned int nbits, gfp_t flags) __returns_owned;
int match_string(char **array, size_t n, const char * __borrowed string);
char *kstrdup(const struct page * __borrowed s, gfp_t gfp) __returns_owned;
char *kstrndup(const char * __borrowed s, size_t __borrowed len, gfp_t gfp);
void bitmap_nonsense(unsigned long * __takes bitmap);
void regulator_put(struct regulator * __takes regulator);
void *kmemdup(const void *src, size_t len, gfp_t) __nonsense;
"""


def _wrong_found():
    """Nothing else shows that a comparison can fail."""
    with paths.temporary() as folder:
        path = pathlib.Path(folder, "wrong.h")
        path.write_text(_WRONG)
        facts = factlib.Facts(path)
        compared = _Comparison("6.1", (facts,), "wrong")
    for name, expected in {
            "bitmap_free": NEAR, "bitmap_alloc": OTHER_COUNT, "match_string": NEAR,
            "bitmap_zalloc": "conflicting types", "kstrdup": "conflicting types",
            "kstrndup": "SAFE_E_ATTRIBUTE", "kmemdup": "__nonsense",
            "bitmap_nonsense": ABSENT, "regulator_put": ABSENT}.items():
        outcome = next(o for k, o in compared.of(facts).items() if k.name == name)
        testlib.check(expected in outcome, f"{name} is judged: {outcome}")
    wrong = "\n".join(compared.wrong(facts))
    for text in ("kstrdup: conflicting", "regulator_put: in linux/regulator/consumer.h"):
        testlib.check(text in wrong, f"no {text!r} in:\n{wrong}")


# ---- facts and bodies ----

@factlib.once
def _inferred():
    compared = inferred.Comparison("6.1")
    print(compared)
    return compared


def _bodies():
    testlib.check(not _inferred().wrong, "\n".join(_inferred().wrong))


def _enough_bodies():
    compared = _inferred()
    testlib.check(len(compared.compared) >= .65 * compared.facts, str(compared))
    testlib.check(len(compared.broken) <= .05 * compared.files,
                  f"do not compile: {', '.join(compared.broken)}")


_BODIES = """
#include <linux/delay.h>
#include <linux/err.h>
#include <linux/mutex.h>
#include <linux/slab.h>

struct thing { int n; struct mutex lock; };

struct thing only_thing;

struct thing *thing_new(void) { return kzalloc(sizeof(struct thing), GFP_KERNEL); }
struct thing *thing_made(void)
{
	struct thing *t = kzalloc(sizeof(*t), GFP_KERNEL);

	return t ? t : ERR_PTR(-ENOMEM);
}
struct thing *thing_only(void) { return &only_thing; }
struct thing *thing_same(struct thing *t) { t->n = 1; return t; }
void thing_free(struct thing *t) { kfree(t); }
int thing_look(struct thing *t) { return t->n; }
int thing_give(struct thing *t)
{
	if (t->n)
		return -EINVAL;
	kfree(t);
	return 0;
}
void thing_wait(void) { msleep(20); }
int thing_calm(void) { return 0; }
int thing_null(struct thing *t) { return t ? t->n : 0; }
void thing_lock(struct thing *t) { mutex_lock(&t->lock); }
"""

# {a prototype: what its body has to contradict}
_OF_BODIES = {
    "struct thing *thing_new(void) __returns_owned __returns_null": "",
    "struct thing *thing_new(void) __returns_owned __returns_err":
        "__returns_err: it never returns an error pointer",
    "struct thing *thing_new(void) __returns_borrowed":
        "__returns_borrowed: it returns what it has",
    'struct thing *thing_new(void) __returns_owned __returns_null __released_by("vfree")':
        "__released_by: it comes from kzalloc()",
    "struct thing *thing_made(void) __returns_owned __returns_err": "",
    "struct thing *thing_made(void) __returns_null":
        "__returns_null: it returns an error pointer",
    "struct thing *thing_only(void) __returns_borrowed": None,
    "struct thing *thing_only(void) __returns_owned": "__returns_owned: it returns an object",
    "struct thing *thing_same(struct thing * __returned t)": "",
    "struct thing *thing_new(int) __returns_null": None,
    "void thing_free(struct thing * __takes t)": "",
    "void thing_free(struct thing * __borrowed t)":
        "__borrowed argument 1: argument 1 goes to kfree()",
    "int thing_look(struct thing * __borrowed __deref t)": "",
    "int thing_look(struct thing * __takes t)": "__takes argument 1: it only looks at",
    'int thing_look(struct thing * __raises("thing_free") t)':
        "__raises argument 1: nothing in it counts",
    'int thing_give(struct thing * __takes_if("ret == 0") t)': "",
    "int thing_give(struct thing * __takes t)": "__takes argument 1: where it fails",
    "void thing_wait(void) __sleeps": "",
    "void thing_wait(void) __nosleep": "__nosleep: it always sleeps",
    "int thing_calm(void) __nosleep": "",
    "int thing_calm(void) __sleeps": "__sleeps: nothing in it sleeps",
    "int thing_calm(void) __must_look": "__must_look: it always returns the same number",
    "int thing_null(struct thing * __borrowed t)": "",
    "int thing_null(struct thing * __deref t)": "__deref argument 1: it may be given NULL",
    "void thing_lock(struct thing * __borrowed t)": "locks: a lock is taken when it returns",
}


def _contradicted():
    """Each fact about these bodies: "" is agreed with, None is not compared."""
    wrong = []
    with paths.temporary() as folder:
        source = paths.BUILD / "facts/bodies.c"
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_text(_BODIES)
        command = factlib.tree("6.1").commands([source])[source]
        for number, (prototype, expected) in enumerate(_OF_BODIES.items()):
            facts = pathlib.Path(folder, f"{number}.h")
            facts.write_text(f"{prototype};\n")
            out = pathlib.Path(folder, f"{number}.json")
            run = command.run(extra=[*inferred.flags(out),
                                     f"-fplugin-arg-safe_plugin-facts={facts}"])
            testlib.check(not run.returncode, run.stderr)
            judges = [inferred.Judge(r) for r in inferred.read(out)]
            said = [f"{claim}: {text}" for j in judges for claim, text in j.wrong]
            agreed = any(j.agreed for j in judges)
            if not (len(said) == 1 and said[0].startswith(expected) if expected else
                    not said and agreed == (expected == "")):
                wrong.append(f"{prototype}: {said}, agreed: {agreed}")
    testlib.check(not wrong, "\n".join(wrong))
