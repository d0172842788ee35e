# SPDX-License-Identifier: GPL-2.0
"""Rewrites functions with the semantic patches in coccinelle/.

spatch forgets the positions in a function once a rule has changed it.  All that
happens to a function has to be one rule, so the rules that a file needs are
joined: their alternatives become those of one disjunction.
"""
import json
import os
import pathlib
import re
import subprocess

from . import paths, ui

FOLDER = paths.ROOT / "coccinelle"
PATCHES = FOLDER / "mainline"
TIMEOUT = 120       # seconds for one file

_RULE = re.compile(r"^@(\w+) exists@\n(.*?)^@@\n\(\n(.*?)\n\)\n", re.M | re.S)
_IMPORT = re.compile(r"^@initialize:python@\n@@\n(.*?)\n\n", re.M | re.S)

# What spatch skipped, in the user's words.
SKIPPED = "Coccinelle cannot read the function"
FAILED = "Coccinelle fails on the function"


def _operations(text):
    """The operations of a sites list that a semantic patch asks for."""
    return set(re.findall(r'\b(?:at|text|declares)\("(\w+)"', text))


def _declarations(text):
    """Metavariable declarations, joined where only the names differ."""
    plain, others = {}, []
    for line in text.splitlines():
        found = re.fullmatch(r"([\w ]+?) (\w+(?:, \w+)*);", line)
        if found and not line.startswith("iterator name"):
            names = plain.setdefault(found[1], [])
            names += [n for n in found[2].split(", ") if n not in names]
        elif line not in others:
            others.append(line)
    return [f"{kind} {', '.join(names)};" for kind, names in plain.items()] + others


def _numbered(declarations, body, number):
    """A rule for the operations that have this number: "end.1" for "end"."""
    if not number:
        return declarations, body
    declarations = re.sub(r'\b(at|text)\("(\w+)"', rf'\1("\2.{number}"', declarations)
    for name in re.findall(r"^(?:position|fresh identifier) (\w+)", declarations, re.M):
        declarations = re.sub(rf"\b{name}\b(?!\.?\d*\")", f"{name}_{number}", declarations)
        body = re.sub(rf"\b{name}\b", f"{name}_{number}", body)
    return declarations, body


def join(operations):
    """One semantic patch for these operations.

    A function's regions are numbered, so that each begin finds its own end: the
    rule is there once a number.
    """
    declarations, bodies, rest = [], [], []
    for path in sorted(PATCHES.glob("*.cocci")):
        text = path.read_text()
        numbers = {int(op.partition(".")[2] or 0) for op in operations
                   if op.partition(".")[0] in _operations(text)}
        rule = _RULE.search(text)
        for number in sorted(numbers):
            if rule:
                d, b = _numbered(rule[2], rule[3], number)
                declarations.append(d)
                bodies.append(b)
            else:
                rest.append(text[_IMPORT.search(text).end():])
    joined = "@initialize:python@\n@@\nfrom sites import *\n\n"
    if bodies:
        joined += ("@migrate exists@\n" + "\n".join(_declarations("".join(declarations))) +
                   "\n@@\n(\n" + "\n|\n".join(bodies) + "\n)\n\n")
    return joined + "\n".join(rest)


def _sites(functions):
    """The plugin's list in the form that coccinelle/sites.py reads."""
    sites = {}
    for f in functions:
        for e in f.edits:
            sites.setdefault(e["op"], []).append((e["line"], e["column"], e["text"]))
        for d in f.declarations:
            places = sites.setdefault(d["op"], [])
            places.append((f.line, len(places), f"{f.name}.{d['name']}"))
    return sites


def _blank_others(lines, all_functions, wanted):
    """The file without the bodies that do not change: less for spatch to trip over."""
    lines = list(lines)
    wanted = {f.line for f in wanted}
    for f in all_functions:
        if f.line in wanted:
            continue
        open_line = next((i for i in range(f.line - 1, f.end)
                          if lines[i].rstrip() == "{"), None)
        if open_line is not None and lines[f.end - 1].startswith("}"):
            for i in range(open_line + 1, f.end - 1):
                lines[i] = ""
    return lines


def _split(old, new, functions):
    """The lines of each function in new: {function's line: lines}.

    Only functions changed, and each ends with a brace in the first column.
    """
    result, old_at, new_at = {}, 0, 0
    for f in sorted(functions, key=lambda f: f.line):
        between = f.line - 1 - old_at
        if new[new_at:new_at + between] != old[old_at:old_at + between]:
            return {}
        new_at += between
        end = next((i for i in range(new_at, len(new)) if new[i].startswith("}")), None)
        if end is None:
            return {}
        result[f.line] = new[new_at:end + 1]
        old_at, new_at = f.end, end + 1
    return result


def _run(folder, lines, functions, patch):
    """The rewritten lines of these functions, or None when spatch fails."""
    folder = pathlib.Path(folder)
    (folder / "in.c").write_text("\n".join(lines), encoding="latin-1")
    (folder / "sites.json").write_text(json.dumps(_sites(functions)))
    (folder / "patch.cocci").write_text(patch)
    out = folder / "out.c"
    out.unlink(missing_ok=True)
    env = dict(os.environ, SAFE_SITES=str(folder / "sites.json"), PYTHONPATH=str(FOLDER),
               PYTHONDONTWRITEBYTECODE="1", LC_ALL="C")
    try:
        run = subprocess.run(
            ["spatch", "--very-quiet", "--keep-comments",
             "--macro-file", str(FOLDER / "macros.h"), "--sp-file", str(folder / "patch.cocci"),
             str(folder / "in.c"), "-o", str(out)],
            cwd=folder, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True,
            errors="replace", timeout=TIMEOUT)
    except FileNotFoundError:
        raise ui.Error("spatch is not installed; run scripts/install-deps "
                       "(Debian package coccinelle)") from None
    except subprocess.TimeoutExpired:
        return None
    if run.returncode or not out.exists():
        return None
    return _split(lines, out.read_text(encoding="latin-1").split("\n"), functions)


def rewrite(lines, all_functions, wanted):
    """Makes the edits of the wanted functions.

    lines is the file, all_functions what the plugin says of it.  The result is
    ({function's line: new lines}, {function's line: why it was not rewritten}).
    """
    done, skipped = {}, {}
    with paths.temporary() as folder:
        patch = join(set(_sites(wanted)))
        parts = _run(folder, _blank_others(lines, all_functions, wanted), wanted, patch)
        if parts is None and len(wanted) == 1:
            return {}, {wanted[0].line: FAILED}
        if parts is None:
            # One function makes spatch give up on the file: take them singly.
            for f in wanted:
                one, why = rewrite(lines, all_functions, [f])
                done.update(one)
                skipped.update(why)
            return done, skipped
    for f in wanted:
        new = parts.get(f.line)
        if new is None or new == lines[f.line - 1:f.end]:
            skipped[f.line] = SKIPPED
        else:
            done[f.line] = new
    return done, skipped
