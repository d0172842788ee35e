# SPDX-License-Identifier: GPL-2.0
"""The places that the plugin chose, for the semantic patches beside this file.

SAFE_SITES names a JSON file: {operation: [[line, column, text], ...]}, lines and
columns counted from 1.  A semantic patch asks whether a position is one of an
operation's places, and for the text that goes there.
"""
import json
import os


def _load(path):
    with open(path) as file:
        sites = json.load(file)
    return {op: {(line, column): text for line, column, text in places}
            for op, places in sites.items()}


_sites = _load(os.environ["SAFE_SITES"])


def _place(position):
    # spatch counts columns from 0.
    return int(position[0].line), int(position[0].column) + 1


def at(op, position):
    return _place(position) in _sites.get(op, ())


def text(op, position):
    return _sites[op][_place(position)]


# Changes of declarations are known by function and name: (function, variable).
_declarations = {op: {tuple(name.split(".")) for name in places.values()}
                 for op, places in _sites.items()}


def declares(op, variable, position):
    """Whether op is for the variable that is declared here."""
    return (position[0].current_element, variable) in _declarations.get(op, ())

