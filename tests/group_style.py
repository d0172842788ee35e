# SPDX-License-Identifier: GPL-2.0
"""The kernel's checkpatch over all C that a driver's author reads."""
import subprocess

import testlib
from safelib import bed, paths

# What checkpatch says of any header of this kind, linux/cleanup.h first.
IGNORE = {
    "MULTISTATEMENT_MACRO_USE_DO_WHILE": "a declaration with a cleanup cannot be in a block",
    "COMPLEX_MACRO": "nor can it be in parentheses",
    "TRAILING_SEMICOLON": "a macro that defines functions is used without a semicolon",
    "MACRO_WITH_FLOW_CONTROL": "returning is what TRY() is for; the others say it in the name",
    "NEW_TYPEDEFS": "CLASS() needs class_<name>_t",
    "FUNCTION_ARGUMENTS": "it takes a macro that has types as arguments for a prototype",
    "BRACES": "a block that holds a declaration needs them",
    "BRACKET_SPACE": "it does not know [[nodiscard]]",
    "LINE_SPACING": "it takes SAFE_PINNED for a statement",
}
IGNORE_IN_HEADERS = {
    "SPACING": "it takes the '*' of a pasted type for a multiplication, _Generic for a label",
}
# In the files that the compiler alone reads.
IGNORE_IN_TESTS = {
    "AVOID_EXTERNS": "what a test calls is declared in it",
    "DEPRECATED_API": "what drivers still use is still to be checked",
    "LONG_LINE": "a marker stands on the line that it is about",
    "LONG_LINE_COMMENT": "the same",
}

FURTHER = {"include/safe": IGNORE_IN_HEADERS, "tests/compile": IGNORE_IN_TESTS,
           "tests/misuse": IGNORE_IN_TESTS}

FOLDERS = {"include/safe": "*.h", "kunit": "*.[ch]", "tests/compile": "**/*.[ch]",
           "tests/misuse": "**/*.[ch]",
           "examples": "**/*.[ch]"}


def tests():
    checkpatch = bed.get("analysis").src / "scripts/checkpatch.pl"
    for folder, pattern in FOLDERS.items():
        for source in sorted((paths.ROOT / folder).glob(pattern)):
            ignore = {**IGNORE, **FURTHER.get(folder, {})}
            yield (str(source.relative_to(paths.ROOT)),
                   lambda s=source, i=ignore: _clean(checkpatch, s, i))


def _clean(checkpatch, source, ignore):
    run = subprocess.run(
        ["perl", checkpatch, "--no-tree", "--no-summary", "--terse", "--show-types",
         "--max-line-length=100", f"--ignore={','.join(ignore)}", "-f", source],
        capture_output=True, text=True)
    testlib.check(not run.returncode and not run.stdout.strip(), run.stdout + run.stderr)
    if "LONG_LINE" not in ignore:
        _short_lines(source)


def _short_lines(source):
    """checkpatch lets strings and comments be longer."""
    long = [f"line {number}: {len(line.expandtabs(8))} columns"
            for number, line in enumerate(source.read_text().splitlines(), 1)
            if len(line.expandtabs(8)) > 100]
    testlib.check(not long, "\n".join(long))
