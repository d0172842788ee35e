# SPDX-License-Identifier: GPL-2.0
"""What the plugin says of a file: its functions, and what may be converted."""
import json
import pathlib

from . import paths


class Function:
    """One function of a file, as the plugin sees it."""

    def __init__(self, row):
        self.name = row["function"]
        self.line, self.end = row["line"], row["end"]
        self.gotos, self.labels = row["gotos"], row["labels"]
        self.reason = row.get("reason", "")
        self.resources = row.get("resources", [])
        self.edits = row.get("edits", [])
        self.declarations = row.get("declarations", [])
        self.bad_jump = row.get("bad_jump")

    @property
    def regions(self):
        """The lock regions."""
        return [r for r in self.resources if r["kind"] == "lock"]

    @property
    def kinds(self):
        """How the function is converted: guard, scoped_guard, free."""
        return sorted({r["mode"] for r in self.resources} - {"left"})

    @property
    def reasons(self):
        """Why the rest of it is not."""
        found = [r["reason"] for r in self.resources if r["mode"] == "left"]
        return list(dict.fromkeys([self.reason] * bool(self.reason) + found))


def flags(path):
    """The compiler flags that make the plugin write path."""
    return [f"-fplugin={paths.plugin()}", f"-fplugin-arg-safe_plugin-sites={path}"]


def read(path):
    """The functions in a file that the plugin wrote, in the order of the text."""
    try:
        text = pathlib.Path(path).read_text()
    except FileNotFoundError:
        return []
    functions = [Function(json.loads(line)) for line in text.splitlines()]
    # A macro can define several functions at one place: they are one text.
    return sorted({f.line: f for f in functions}.values(), key=lambda f: f.line)
