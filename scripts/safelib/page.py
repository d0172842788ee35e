# SPDX-License-Identifier: GPL-2.0
"""The page that says what a migration did: for a terminal, and as HTML.

The HTML is one file without anything from a network, so that it can be mailed,
and is readable on a phone and in the dark.
"""
import dataclasses
import html
import os
import pathlib

from . import migrate, paths, ui


@dataclasses.dataclass
class Page:
    title: str
    results: list                                   # [convert.Result]
    sizes: dict = dataclasses.field(default_factory=dict)   # {path: (before, after)}
    tests: list = dataclasses.field(default_factory=list)   # [(name, original, migrated)]
    steps: list = dataclasses.field(default_factory=list)   # [(name, seconds)]

    def functions(self):
        return [f for r in self.results for f in r.functions]

    def facts(self):
        """The numbers: [(what, value)]."""
        functions = self.functions()
        count = {s: [f for f in functions if f.status == s]
                 for s in ("migrated", "left", "unchanged")}
        proved = sum(f.proof != "none" for f in count["migrated"])
        regions = sum(f.regions for f in functions)
        yield "functions migrated", str(len(count["migrated"]))
        yield "of these proved", str(proved)
        yield "functions left", str(len(count["left"]))
        yield "nothing to do", str(len(count["unchanged"]))
        yield "lock regions migrated", \
            f"{sum(f.migrated_regions for f in functions)} of {regions}"
        for what, pairs in (("unwind labels", [f.labels for f in functions]),
                            ("gotos", [f.gotos for f in functions]),
                            ("bytes of text", list(self.sizes.values()))):
            if pairs:
                before, after = (sum(p[i] for p in pairs) for i in (0, 1))
                yield what, f"{before} → {after}" + (f" ({after - before:+d})"
                                                     if after != before else "")

    def left(self):
        """[(function, reason)] of what was left, whole functions or parts of one."""
        return [(f.function, f.reason, f.status) for f in self.functions() if f.reason]


def _diff(result):
    """The lines of the change, as characters: a file's bytes are mostly UTF-8."""
    for line in migrate.diff(result):
        yield line.rstrip("\n").encode("latin-1").decode("utf-8", "replace")


# ---- terminal ----

def _table(rows):
    width = max((len(row[0]) for row in rows), default=0)
    return [f"  {row[0]:<{width}}  " + "  ".join(row[1:]) for row in rows]


def text(page, colour=False):
    """The page as lines of text."""
    bold, plain = ("\033[1m", "\033[0m") if colour else ("", "")

    def heading(what):
        return ["", f"{bold}{what}{plain}"]

    lines = [f"{bold}{page.title}{plain}", ""]
    for r in page.results:
        lines += [migrate.coloured(line) if colour else line for line in _diff(r)]
    lines += heading("Result") + _table(list(page.facts()))
    if page.left():
        lines += heading("Left as it was")
        lines += _table([(f"{name}()", ("part: " if status == "migrated" else "") + reason)
                         for name, reason, status in page.left()])
    if page.tests:
        lines += heading("Tests") + _table([("", "original", "migrated"), *page.tests])
    if page.steps:
        lines += heading("Time") + _table([(name, f"{seconds:7.1f} s")
                                           for name, seconds in page.steps])
    return "\n".join(lines) + "\n"


# ---- HTML ----

_STYLE = """
:root { color-scheme: light dark; --back: #fff; --ink: #1c1e21; --dim: #6a6f76;
  --line: #d8dbdf; --add: #e3f6e6; --del: #fce8e8; --at: #e8eefc; }
@media (prefers-color-scheme: dark) { :root { --back: #15171a; --ink: #e3e5e8;
  --dim: #9aa0a8; --line: #34383e; --add: #12351b; --del: #421a1c; --at: #1c2740; } }
body { background: var(--back); color: var(--ink); margin: 0 auto; max-width: 60rem;
  padding: 1rem; font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; }
td, th { border-bottom: 1px solid var(--line); padding: .3rem .5rem .3rem 0;
  text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { color: var(--dim); font-weight: normal; }
pre { overflow-x: auto; border: 1px solid var(--line); border-radius: .3rem; padding: .5rem 0;
  font: 13px/1.45 ui-monospace, monospace; tab-size: 8; }
pre span { display: block; padding: 0 .7rem; width: max-content; min-width: calc(100% - 1.4rem); }
.add { background: var(--add); } .del { background: var(--del); } .at { background: var(--at); }
.file { color: var(--dim); }
"""


def _rows(rows, head=None):
    out = ["<table>"]
    if head:
        out.append("<tr>" + "".join(f"<th>{html.escape(c)}</th>" for c in head) + "</tr>")
    for row in rows:
        out.append("<tr>" + "".join(f"<td>{html.escape(c)}</td>" for c in row) + "</tr>")
    return out + ["</table>"]


def _html_diff(result):
    out = ["<pre>"]
    for line in _diff(result):
        kind = "file" if line.startswith(("+++", "---")) else \
            {"+": "add", "-": "del", "@": "at"}.get(line[0])
        shown = html.escape(line) or " "
        out.append(f'<span class="{kind}">{shown}</span>' if kind else f"<span>{shown}</span>")
    return "".join(out) + "</pre>"


def as_html(page):
    """The page as one HTML document."""
    title = html.escape(page.title)
    out = ["<!DOCTYPE html>", '<html lang="en"><head><meta charset="utf-8">',
           '<meta name="viewport" content="width=device-width, initial-scale=1">',
           f"<title>{title}</title><style>{_STYLE}</style></head><body>", f"<h1>{title}</h1>",
           *_rows(page.facts())]
    if page.tests:
        out += ["<h2>Tests</h2>", *_rows(page.tests, ("", "original", "migrated"))]
    if page.left():
        out += ["<h2>Left as it was</h2>",
                *_rows([(f"{name}()", "part" if status == "migrated" else "all", reason)
                        for name, reason, status in page.left()], ("function", "", "reason"))]
    if page.steps:
        out += ["<h2>Time</h2>", *_rows([(name, f"{seconds:.1f} s")
                                         for name, seconds in page.steps])]
    changed = [r for r in page.results if r.changed]
    if changed:
        out += ["<h2>Change</h2>", *(_html_diff(r) for r in changed)]
    return "\n".join([*out, "</body></html>", ""])


def publish(page, stream, path=None):
    """Prints the page; writes it as HTML to path, or to what SAFE_REPORT names."""
    stream.write(text(page, ui.colour(stream)))
    stream.flush()
    path = path or os.environ.get("SAFE_REPORT")
    if path:
        try:
            paths.write_atomically(pathlib.Path(path), as_html(page), 0o644)
        except OSError as e:
            raise ui.Error(f"{path}: {e.strerror}; the page was not written") from None
        ui.note(f"{path} written")
