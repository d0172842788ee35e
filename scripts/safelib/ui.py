# SPDX-License-Identifier: GPL-2.0
"""What the user sees: errors, progress, colour."""
import os
import sys
import time

# Exit status of every command.
OK, FINDINGS, FAILED = 0, 1, 2


class Error(Exception):
    """The command could not run.  The text says what is wrong and what to do."""


def error(text):
    print(f"error: {text}", file=sys.stderr)


def note(text):
    print(text, file=sys.stderr, flush=True)


def colour(stream):
    """Whether to write colours to stream."""
    return stream.isatty() and "NO_COLOR" not in os.environ


class Progress:
    """A line on the terminal that says what is being done.

    On a terminal the line is overwritten as the work goes on; elsewhere only
    the steps that took long enough to wonder about are printed, when they end.
    """

    SLOW = 5.0      # seconds after which a step is worth a line in a log

    def __init__(self, what, total=None, stream=sys.stderr):
        self.what, self.total, self.stream = what, total, stream
        self.done = 0
        self.start = time.monotonic()
        self.show("")

    def show(self, detail):
        if self.stream.isatty():
            count = f" {self.done}/{self.total}" if self.total else ""
            line = f"{self.what}{count} {detail}"
            width = os.get_terminal_size(self.stream.fileno()).columns or 80
            self.stream.write("\r\033[K" + line[:width - 1])
            self.stream.flush()

    def step(self, detail=""):
        self.done += 1
        self.show(detail)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        took = time.monotonic() - self.start
        if self.stream.isatty():
            self.stream.write("\r\033[K")
            self.stream.flush()
        elif took > self.SLOW and exc[0] is None:
            note(f"{self.what}: {took:.0f} s")
        return False
