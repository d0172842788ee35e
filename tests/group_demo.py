# SPDX-License-Identifier: GPL-2.0
"""The main job, as the README shows it: make demo."""
import html.parser
import os
import pathlib
import re
import subprocess
import sys

from safelib import paths
from testlib import check


def tests():
    yield "gpio-sim is migrated, proved, checked, booted", demo


class _Text(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.words, self.links = [], []

    def handle_data(self, data):
        self.words.append(data)

    def handle_starttag(self, tag, attrs):
        self.links += [value for name, value in attrs if name in ("src", "href")]


def demo():
    with paths.temporary() as folder:
        report = pathlib.Path(folder, "demo.html")
        run = subprocess.run([sys.executable, str(paths.ROOT / "scripts/safe"), "demo"],
                             env={**os.environ, "SAFE_REPORT": str(report)},
                             stdin=subprocess.DEVNULL, capture_output=True, text=True)
        check(run.returncode == 0, run.stdout[-3000:] + run.stderr)
        page = _Text()
        page.feed(report.read_text())
    check(not page.links, f"the page needs other files: {page.links}")
    written = " ".join(page.words)
    readme = (paths.ROOT / "README.md").read_text()
    shown = re.search(r"^Result\n((?:  .*\n)+)\nTests\n((?:  .*\n)+)", readme, re.M)
    for line in (shown[1] + shown[2]).splitlines():
        check(line in run.stdout, f"the README shows {line!r}, the demo printed:\n{run.stdout}")
        for cell in re.split(r" {2,}", line.strip()):
            check(cell in written, f"{cell!r} is not on the HTML page")
    check("--- a/drivers/gpio/gpio-sim.c" in run.stdout, "the diff is not shown")
    check("\033[" not in run.stdout, "colours where no terminal is")
