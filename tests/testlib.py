# SPDX-License-Identifier: GPL-2.0
"""What the test groups share."""


class Failed(Exception):
    """The test failed; the text says what was expected and what was seen."""


class Skipped(Exception):
    """The test cannot run here; the text says why."""


def check(condition, text):
    if not condition:
        raise Failed(text)
