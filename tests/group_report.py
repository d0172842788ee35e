# SPDX-License-Identifier: GPL-2.0
"""The command "safe report": the page on a terminal and as HTML."""
import html.parser
import json
import os
import re

from commandlib import DRIVER, ends, error, folder_of_drivers, left_alone, safe
from safelib import ui
from testlib import check


def tests():
    yield from {
        "report -o": report_html,
        "report": report_text,
        "report: where the page goes": report_environment,
    }.items()


class _Page(html.parser.HTMLParser):
    """Reads a page; each element must be closed, and nothing comes from elsewhere."""

    _EMPTY = {"meta", "br", "hr", "img", "link", "input"}

    def __init__(self, text):
        super().__init__()
        self.open, self.text, self.rows, self.tags = [], "", [], set()
        self.feed(text)
        self.close()
        check(not self.open, f"not closed: {self.open}")

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        for name, value in attrs:
            check(name not in ("src", "href", "onload", "onclick"), f"<{tag} {name}={value}>")
        if tag not in self._EMPTY:
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_endtag(self, tag):
        check(self.open and self.open[-1] == tag, f"</{tag}> closes {self.open}")
        self.open.pop()

    def handle_data(self, data):
        self.text += data
        if self.open and self.open[-1] in ("td", "th"):
            self.rows[-1][-1] += data


def report_html():
    with folder_of_drivers() as folder:
        (folder / "left.c").write_text(DRIVER.replace("foo_", "bar_").replace(
            "id + 1", 'id + sizeof("<b>&amp;")'))
        run = safe(folder, "report", "-o", "page.html", "driver.c", "left.c")
        ends(run, ui.OK)
        check(run.stderr == "page.html written\n", run.stderr)
        text = (folder / "page.html").read_text()
        check(text.startswith("<!DOCTYPE html>\n") and not re.search(r"https?://|@import|url\(",
                                                                    text), "not by itself")
        page = _Page(text)
        check(not page.tags & {"script", "link", "img", "iframe"}, str(page.tags))
        check({"html", "head", "title", "style", "body", "h1", "table", "pre"} <= page.tags,
              str(page.tags))
        rows = json.loads(safe(folder, "migrate", "--json", "driver.c", "left.c").stdout)
        left = [r for r in rows if r["reason"]]
        check({r["function"] for r in left} >= {"foo_late", "bar_late"}, str(left))
        for row in left:
            check([f"{row['function']}()", "all" if row["status"] == "left" else "part",
                   row["reason"]] in page.rows, f"{row['function']} is missing: {page.rows}")
        for what, value in (("functions migrated", "4"), ("of these proved", "4"),
                            ("functions left", "2"), ("nothing to do", "2"),
                            ("lock regions migrated", "4 of 8")):
            check([what, value] in page.rows, f"no {what} {value} in {page.rows}")
        # The change is there, as text.
        check("+\tguard(mutex)(&foo->lock);" in page.text and "\u00fc\u20ac" in page.text,
              "the change is missing")


def report_text():
    with folder_of_drivers() as folder:
        run = safe(folder, "report", "driver.c")
        ends(run, ui.OK)
        for line in (r"  functions migrated +2", r"  of these proved +2", r"  functions left +1",
                     r"  lock regions migrated +2 of 4", r"  bytes of text +\d+ → \d+.*",
                     r"  foo_late\(\) +\S.*", r"\+\tguard\(mutex\)\(&foo->lock\);"):
            check(re.search(rf"^{line}$", run.stdout, re.M), f"no {line} in:\n{run.stdout}")
        left_alone(folder)
        # A file that cannot be migrated does not hide the others.
        run = safe(folder, "report", "driver.c", "broken.c")
        check(run.returncode == 1 and "foo_late()" in run.stdout
              and "broken.c does not compile" in run.stderr, run.stdout + run.stderr)


def report_environment():
    """SAFE_REPORT says where the page goes, -o goes before it."""
    with folder_of_drivers() as folder:
        env = dict(os.environ, SAFE_REPORT=str(folder / "env.html"))
        safe(folder, "report", "driver.c", env=env)
        check((folder / "env.html").exists(), "SAFE_REPORT is not heeded")
        (folder / "env.html").unlink()
        safe(folder, "report", "-o", "page.html", "driver.c", env=env)
        check((folder / "page.html").exists() and not (folder / "env.html").exists(),
              "-o does not go before")
        error(safe(folder, "report", "-o", "no/such/folder/page.html", "driver.c"), 2,
               "no/such/folder/page.html", "was not written")
