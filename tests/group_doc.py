# SPDX-License-Identifier: GPL-2.0
"""The documentation in the headers: well formed, complete, and its examples compile.

Every literal block of a kernel-doc comment ("Example::" and the ones in DOC:) is
compiled with the flags of a module, silently, behind tests/doc/prelude.h.

And the cases that docs/checker.md names are there.
"""
import re
import subprocess
import textwrap

import testlib
from safelib import bed, paths

HEADERS = sorted(paths.INCLUDE.glob("safe/*.h"))
# What it defines is documented where it comes from, in the kernel.
KERNELS_WORDS = {"context_analysis.h"}

CHECKER = paths.ROOT / "docs/checker.md"
PIN_INIT = 38       # tests of pin-init that must not compile
KLINT = 13          # tests of klint
PEERS = 95          # ideas of other checkers' tests

PRELUDE = paths.ROOT / "tests/doc/prelude.h"

_COMMENT = re.compile(r"^/\*\*.*?\*/\n?", re.M | re.S)
_BLOCK = re.compile(r"::\n \*\n((?: \*(?:\t.*|)\n)+)")

# An example is a piece of a file if it has one of these, else of a function.
_FILE_SCOPE = re.compile(r"^(?:DEFINE_|#define |static |struct \w+ \{)", re.M)
# The names that a piece of code defines, and those that a prototype declares.
_DEFINES = re.compile(r"^DEFINE_\w+\((\w+)|^struct (\w+) \{|^#define (\w+)"
                      r"|^static [^=;]*?(\w+)[(;]", re.M)
_DECLARES = re.compile(r"^\w[^;=]*?(\w+)(?:\([^()]*\))?;$", re.M)


def tests():
    tree = bed.get("analysis").tree()
    for header in HEADERS:
        yield f"{header.name}: kernel-doc", lambda h=header: _well_formed(tree, h)
        yield f"{header.name}: every public name", lambda h=header: _complete(h)
        yield f"{header.name}: opens with DOC:", lambda h=header: testlib.check(
            " * DOC: " in _COMMENT.findall(h.read_text())[0], "the first comment is no DOC:")
    yield ("checker.md: the cases of pin-init's mistakes",
           lambda: _cases("The mistakes of Rust's pin-init", PIN_INIT))
    yield "checker.md: the cases of klint's tests", lambda: _cases("The tests of klint", KLINT)
    yield ("checker.md: the cases of other checkers' ideas",
           lambda: _cases("Ideas of other checkers' tests", PEERS))
    found = [(h, i, e) for h in HEADERS for i, e in enumerate(examples(h.read_text()), 1)]
    folder = paths.BUILD / "doc"
    folder.mkdir(parents=True, exist_ok=True)
    sources = {}
    for header, number, example in found:
        source = folder / f"{header.stem}-{number}.c"
        text = program(header.name, example)
        if not source.exists() or source.read_text() != text:
            source.write_text(text)
        sources[source] = example
    commands = tree.commands(sources)
    for source, example in sources.items():
        yield (f"example {source.stem}",
               lambda s=source, e=example: _compiles(commands[s], s, e))


def examples(text):
    """The code of every literal block in the kernel-doc comments of text."""
    for comment in _COMMENT.findall(text):
        for block in _BLOCK.findall(comment):
            lines = [line[2:].replace("\t", "", 1) if line.startswith(" *\t") else line[2:]
                     for line in block.rstrip().splitlines()]
            yield "\n".join(line.rstrip() for line in lines).rstrip() + "\n"


def _names(code):
    return {name for found in _DEFINES.findall(code) for name in found if name}


def program(header, example):
    """A C file: the header, what its examples talk about, the example."""
    if not _FILE_SCOPE.search(example):
        example = _function(example)
    taken = _names(example)
    blocks, place = [], None
    for block in PRELUDE.read_text().split("\n\n"):
        if not (_names(block) | set(_DECLARES.findall(block))) & taken:
            blocks.append(block)
        elif "foo" in _names(block):
            place = len(blocks)
    blocks.insert(len(blocks) if place is None else place, example)
    return f"#include <safe/{header}>\n" + "\n\n".join(blocks) + "\n"


def _function(body):
    """A function around some statements; what it returns, they tell."""
    named = (re.search(r"return safe_(?:ok|err|err_with|some|none|as)\((\w+)", body)
             or re.search(r"TRY\(.*, (foo_\w+)\)", body))
    returns = f"struct {named[1]}" if named else "int"
    if "return safe_to_" in body:
        returns = "struct foo *"
    if "safe_pin_" in body and "safe_pin_new" not in body:
        returns = "struct safe_init"
        if "safe_pin_begin" not in body and "safe_pin_drop" not in body:
            body = "safe_pin_begin(foo, foo);\n" + body
    end = "return NULL;" if "*" in returns else "return 0;" if returns == "int" \
        else f"return ({returns}){{}};"
    # A block of its own: the example may have a variable of a parameter's name.
    body = textwrap.indent(f"{{\n{body}\n}}\n{end}", "\t")
    return (f"{returns} example(struct foo *foo, struct device *dev, struct list_head *list,\n"
            f"\tconst char *s, u32 id, size_t n);\n"
            f"{returns} example(struct foo *foo, struct device *dev, struct list_head *list,\n"
            f"\tconst char *s, u32 id, size_t n)\n{{\n{body}\n}}\n")


def _compiles(command, source, example):
    result = command.run(extra=[f"-I{paths.INCLUDE}", "-fdiagnostics-plain-output",
                                "-Wno-unused"])
    if result.returncode or result.stderr.strip():
        raise testlib.Failed(f"{textwrap.indent(example, '    ')}\n{result.stderr}")


def _well_formed(tree, header):
    run = subprocess.run(["perl", tree.src / "scripts/kernel-doc", "-Werror", "-none", header],
                         capture_output=True, text=True)
    testlib.check(not run.returncode and not run.stderr.strip(), run.stderr)


def _complete(header):
    """Each public macro and struct has a comment, with what a reader needs."""
    if header.name in KERNELS_WORDS:
        return
    text = header.read_text()
    wrong = []
    for name, call in re.findall(r"^#\s*define\s+(\w+)(\()?", text, re.M):
        if name.startswith(("_SAFE_", "__safe_", "__SAFE_", "__DEFINE_SAFE", "SAFE_E_")):
            continue
        comment = _comment_of(name, text)
        if comment is None:
            wrong.append(f"{name}: no kernel-doc comment")
            continue
        wrong += [f"{name}: no {part}" for part in _needs(name, call) if part not in comment]
    testlib.check(not wrong, "\n".join(wrong))


def _comment_of(name, text):
    for comment in _COMMENT.findall(text):
        if re.match(rf"/\*\*\s(?: \* )?(?:define )?{name}(?:\(\))? - ", comment):
            return comment
    return None


def _needs(name, call):
    if name.startswith("__"):           # keywords: the DOC: block shows them all
        return []
    return ["Example::"] if name.isupper() or name.startswith("DEFINE_") or not call \
        else ["Example::", "Context:"]


def _cases(title, number):
    """Each row of that table has its case, or the reason why there is none."""
    section = CHECKER.read_text().split(f"## {title}\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (.+?) \| (?:.* \| )?(.*) \|$", section, re.M)[1:]
    testlib.check(len(rows) == number, f"{len(rows)} rows, wanted {number}")
    wrong = []
    for name, case in rows:
        files = re.findall(r"`((?:(?:compile|misuse|plugin)/|group_)[^`]*)`", case)
        wrong += [f"{name}: no {f}" for f in files if not (paths.ROOT / "tests" / f).is_file()]
        if not files and not re.match(r"(?:not expressible in C|out of reach): \S", case):
            wrong.append(f"{name}: no case, and no reason")
    testlib.check(not wrong, "\n".join(wrong))
