# SPDX-License-Identifier: GPL-2.0
"""Each error id has a page in docs/errors/, and each page an id.

What a page shows is tried out: the wrong code draws the message as it is printed
there, the right code compiles silently.  The headers report without the checker,
its own ids need it.
"""
import re

import group_compile
import group_doc
import testlib
from safelib import bed, paths

PAGES = paths.ROOT / "docs/errors"
SECTIONS = ["Wrong", "Why", "Right"]

# Not code but facts: tried in group_plugin.
NO_CODE = {"SAFE_E_FACTS"}

_ID = re.compile(r"SAFE_E_[A-Z0-9]+(?:_[A-Z0-9]+)*")
_CODE = re.compile(r"^```c\n(.*?)^```", re.M | re.S)
_MESSAGE = re.compile(r"^```c\n.*?^```\n+```\n(.*?)^```", re.M | re.S)


def tests():
    headers = group_compile.ids((paths.INCLUDE / "safe/diag.h").read_text())
    yield "no id without a page", lambda: _same(_used() - _pages(), "no page in docs/errors for")
    yield "no page without an id", lambda: _same(_pages() - _used(), "nothing reports")
    for page in sorted(PAGES.glob("*.md")):
        yield f"{page.stem}: form", lambda p=page: _form(p)
    tree = bed.get("analysis").tree()
    checker = [f"-fplugin={paths.plugin()}", "-fplugin-arg-safe_plugin-level=audit"]
    for page in sorted(p for p in PAGES.glob("*.md") if p.stem not in NO_CODE):
        extra = [] if page.stem in headers else checker
        yield f"{page.stem}: as shown", lambda p=page, e=extra: _as_shown(tree, p, e)


def _used():
    """The ids that the headers and the checker report."""
    files = [*paths.INCLUDE.glob("safe/*.h"),
             *(f for f in (paths.ROOT / "plugin").rglob("*") if f.suffix in (".cc", ".h"))]
    return {i for f in files for i in _ID.findall(f.read_text())}


def _pages():
    return {p.stem for p in PAGES.glob("*.md")}


def _same(difference, text):
    testlib.check(not difference, f"{text}: {', '.join(sorted(difference))}")


def _form(page):
    text = page.read_text()
    testlib.check(text.startswith(f"# {page.stem}\n"), f"{page.name}: its title is not its id")
    found = re.findall(r"^## (.*)$", text, re.M)
    testlib.check(found == SECTIONS, f"{page.name}: has the sections {found}, wants {SECTIONS}")
    for section in ("Wrong", "Right"):
        testlib.check(_CODE.search(_section(text, section)), f"{page.name}: {section} has no code")
    testlib.check(_MESSAGE.search(_section(text, "Wrong")),
                  f"{page.name}: does not show the message")


def _section(text, title):
    return text.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def _compile(tree, name, code, extra):
    folder = paths.BUILD / "errors"
    folder.mkdir(parents=True, exist_ok=True)
    source = folder / f"{name}.c"
    source.write_text(group_doc.program("pin.h", code))
    command = tree.commands([source])[source]
    # A function that nobody calls must be compiled to the end all the same.
    return command.run(extra=[f"-I{paths.INCLUDE}", "-fdiagnostics-plain-output", "-Wno-unused",
                              "-fkeep-static-functions", *extra]).stderr


def _as_shown(tree, page, extra):
    text = page.read_text()
    wrong, right = (_CODE.search(_section(text, s))[1] for s in ("Wrong", "Right"))
    output = re.sub(r"(__UNIQUE_ID_\w*?)_?\d+", r"\1", _compile(tree, page.stem, wrong, extra))
    for line in _MESSAGE.search(_section(text, "Wrong"))[1].splitlines():
        testlib.check(line in output, f"the page shows\n    {line}\nthe compiler said\n{output}")
    output = _compile(tree, f"{page.stem}-right", right, extra)
    testlib.check(not output.strip(), f"the right code does not compile silently:\n{output}")
