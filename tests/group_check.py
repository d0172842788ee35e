# SPDX-License-Identifier: GPL-2.0
"""The command "safe check": its forms of output, and what is known already."""
import json
import re
import shutil
import stat

from commandlib import FINDINGS, ends, error, folder_of_drivers, safe
from safelib import findings, ui
from testlib import check


def tests():
    yield from {
        "check": check_text,
        "check --json": check_json,
        "check --audit": check_audit,
        "check --baseline": check_baseline,
        "check: a bad baseline": check_bad_baseline,
        "check --sarif": check_sarif,
        "a known finding excuses one": known_once,
    }.items()


def check_text():
    with folder_of_drivers() as folder:
        run = safe(folder, "check", "findings.c")
        ends(run, ui.FINDINGS)
        lines = run.stdout.splitlines()
        source = FINDINGS.read_text().splitlines()
        found = [re.match(r"findings\.c:(\d+):(\d+): warning: .* \[(SAFE_E_\w+)\]$", line)
                 for line in lines]
        found = [m for m in found if m]
        check([m[3] for m in found] == ["SAFE_E_USE_AFTER_FREE", "SAFE_E_UNCHECKED_NULL"],
              run.stdout)
        # The column is that of the text, where a tab is one.
        check([source[int(m[1]) - 1][int(m[2]) - 1:] for m in found] == ["->id;", "id = foo->id;"],
              run.stdout)
        check(any(re.match(r"findings\.c:\d+:\d+: note: released by 'kfree'$", line)
                  for line in lines), run.stdout)
        check(lines[-1] == "2 findings in 1 file", lines[-1])
        clean = safe(folder, "check", "driver.c")
        ends(clean, ui.OK)
        check(clean.stdout == "0 findings in 1 file\n", clean.stdout)
        both = safe(folder, "check", "driver.c", "findings.c", "./findings.c")
        check(both.returncode == 1 and both.stdout.endswith("2 findings in 2 files\n"), both.stdout)


def check_json():
    with folder_of_drivers() as folder:
        run = safe(folder, "check", "--json", "findings.c")
        ends(run, ui.FINDINGS)
        rows = json.loads(run.stdout)
        for row in rows:
            check(set(row) == {"file", "line", "column", "level", "id", "text", "notes"}, str(row))
            check(row["file"] == "findings.c" and row["level"] == "warning", str(row))
            check(row["notes"] and all(set(n) == {"file", "line", "column", "text"}
                                       for n in row["notes"]), str(row["notes"]))
        check(len(rows) == 2, run.stdout)
        run = safe(folder, "check", "--json", "driver.c")
        check(run.returncode == 0 and json.loads(run.stdout) == [], run.stdout)
        # One file that cannot be checked does not hide what the others have.
        run = safe(folder, "check", "--json", "broken.c", "findings.c")
        check(run.returncode == 2 and len(json.loads(run.stdout)) == 2, run.stdout + run.stderr)


def check_audit():
    with folder_of_drivers() as folder:
        run = safe(folder, "check", "--audit", "findings.c")
        check(run.returncode == 1 and "[SAFE_E_ERROR_LOST]" in run.stdout
              and run.stdout.endswith("3 findings in 1 file\n"), run.stdout)


def check_baseline():
    with folder_of_drivers() as folder:
        file, known = folder / "findings.c", folder / "known.json"
        known.write_text(safe(folder, "check", "--json", "findings.c").stdout)

        def new():
            run = safe(folder, "check", "--baseline", "known.json", "findings.c")
            check(not run.stderr, run.stderr)
            return run.returncode, run.stdout.splitlines()[-1]

        check(new() == (0, "0 new findings in 1 file"), str(new()))
        text = file.read_text()
        file.write_text("/*\n * More\n * lines.\n */\n" + text)
        check(new() == (0, "0 new findings in 1 file"), str(new()))
        # One of the same kind, with the same words, is another one.
        again = text[text.index("int rule_own(void);"):text.index("int rule_result")]
        file.write_text(text + again.replace("rule_own", "rule_own_again"))
        check(new() == (1, "1 new finding in 1 file"), str(new()))
        run = safe(folder, "check", "--baseline", "known.json", "--json", "findings.c")
        row, = json.loads(run.stdout)
        check(row["id"] == "SAFE_E_USE_AFTER_FREE", str(row))
        # What is known of another file excuses nothing here.
        shutil.copy(FINDINGS, folder / "other.c")
        run = safe(folder, "check", "--baseline", "known.json", "other.c")
        check(run.stdout.endswith("2 new findings in 1 file\n"), run.stdout)


def check_bad_baseline():
    with folder_of_drivers() as folder:
        error(safe(folder, "check", "--baseline", "missing.json", "findings.c"), 2,
               "missing.json: No such file", "safe check --json")
        bad = folder / "bad.json"
        for text in (b"", b"nonsense", b"[1]", b"null", b'{"a": 1}', b'[{"file": "x.c"}]',
                     b"\xff\xfe", b"[[]]"):
            bad.write_bytes(text)
            error(safe(folder, "check", "--baseline", "bad.json", "findings.c"), 2,
                   "bad.json: no baseline", "safe check --json")


def check_sarif():
    with folder_of_drivers() as folder:
        (folder / "a b\u20ac.c").write_text(FINDINGS.read_text())
        run = safe(folder, "check", "--sarif", "out.sarif", "findings.c", "a b\u20ac.c")
        check(run.returncode == 1 and run.stdout.endswith("4 findings in 2 files\n"), run.stdout)
        log = json.loads((folder / "out.sarif").read_text())
        check(log["version"] == "2.1.0" and log["$schema"].endswith("sarif-2.1.0.json"), str(log))
        part, = log["runs"]
        rules = [r["id"] for r in part["tool"]["driver"]["rules"]]
        check(part["tool"]["driver"]["name"] == "safe" and len(set(rules)) == len(rules) == 2,
              str(rules))
        check({r["ruleId"] for r in part["results"]} == set(rules), str(rules))
        check(len(part["results"]) == 4, str(part["results"]))
        for result in part["results"]:
            check(result["level"] in ("warning", "error") and result["message"]["text"],
                  str(result))
            place, = result["locations"]
            _sarif_location(place)
            flow, = result["codeFlows"]
            thread, = flow["threadFlows"]
            steps = [step["location"] for step in thread["locations"]]
            for step in steps:
                _sarif_location(step)
                check(step["message"]["text"], str(step))
            check(len(steps) >= 2 and steps[-1]["physicalLocation"] == place["physicalLocation"],
                  "the path does not end at the finding")
        check(stat.S_IMODE((folder / "out.sarif").stat().st_mode) == 0o644, "others cannot read it")
        # Nothing found is a valid file as well.
        safe(folder, "check", "--sarif", "none.sarif", "driver.c")
        check(json.loads((folder / "none.sarif").read_text())["runs"][0]["results"] == [],
              "results of nothing")
        error(safe(folder, "check", "--sarif", "no/such/folder", "driver.c"), 2,
               "no/such/folder", "were not written")


def _sarif_location(location):
    physical = location["physicalLocation"]
    uri = physical["artifactLocation"]["uri"]
    # Relative, and no character that a URI cannot have.
    check(re.fullmatch(r"[\w.%-][\w./%-]*", uri, re.A) and uri in
          ("findings.c", "a%20b%E2%82%AC.c"), uri)
    region = physical["region"]
    check(region["startLine"] >= 1 and region.get("startColumn", 1) >= 1, str(region))
    check(region["startColumn"] <= len(FINDINGS.read_text().splitlines()[region["startLine"] - 1]),
          f"there is no such column: {region}")


def known_once():
    """Each known finding excuses one."""
    def one(line, text="x"):
        return findings.Finding("a.c", line, 1, "warning", "SAFE_E_LEAK", text, [])
    check(findings.without([one(5), one(9), one(2, "y")], [one(1), one(1, "z")]) ==
          [one(9), one(2, "y")], "wrong ones are left")
