# SPDX-License-Identifier: GPL-2.0
"""Findings as SARIF 2.1.0, which code hosting services and editors read.

The format: docs.oasis-open.org/sarif/sarif/v2.1.0.
"""
import json
import urllib.parse

from . import paths

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def _location(place, message=None):
    region = {"startLine": place.line}
    if place.column:
        region["startColumn"] = place.column
    uri = urllib.parse.quote(place.file)
    location = {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}
    if message:
        location["message"] = {"text": message}
    return location


def _result(finding):
    result = {"ruleId": finding.id, "level": finding.level,
              "message": {"text": finding.text}, "locations": [_location(finding)]}
    if finding.notes:
        steps = [*((n, n.text) for n in finding.notes), (finding, finding.text)]
        result["codeFlows"] = [{"threadFlows": [{"locations": [
            {"location": _location(place, text)} for place, text in steps]}]}]
    return result


def _rule(name):
    """A rule with the first sentence of its page."""
    page = paths.ROOT / f"docs/errors/{name}.md"
    rule = {"id": name}
    if page.exists():
        rule["shortDescription"] = {"text": page.read_text().split("\n\n")[1].replace("\n", " ")}
    return rule


def document(findings):
    """The findings as the text of a SARIF file."""
    rules = [_rule(name) for name in sorted({f.id for f in findings})]
    return json.dumps({
        "$schema": _SCHEMA, "version": "2.1.0",
        "runs": [{"tool": {"driver": {"name": "safe", "rules": rules}},
                  "columnKind": "utf16CodeUnits",
                  "results": [_result(f) for f in findings]}]}, indent=1) + "\n"
