# SPDX-License-Identifier: GPL-2.0
"""Makes what spatch wrote look as if its author had written it.

Lines that did not change get back their own form, one level deeper inside a new
scoped_guard().  Then the traces of what went are removed: empty lines, braces
around what is now one statement, continuation lines that no longer align.
"""
import difflib
import re

TAB = 8
WIDTH = 80      # what a line is broken at when there is a choice


# A scope that name_scopes() will write as safe/scope.h has it.
_SAFE_SCOPE = re.compile(r"\s*scoped_guard\((safe_\w+)(?:, (.*))?\) \{$")


class Line:
    def __init__(self, text, old=None):
        self.text = text
        self.old = old          # index of the same line in the old text
        self.code = ""          # text without comments and the inside of strings

    @property
    def blank(self):
        return not self.text.strip()

    def indent(self):
        return self.text[:len(self.text) - len(self.text.lstrip())]


def width(text):
    return len(text.expandtabs(TAB))


def indentation(columns):
    return "\t" * (columns // TAB) + " " * (columns % TAB)


def mark_code(lines):
    """Sets each line's code: comments become spaces, strings keep their quotes."""
    in_comment = False
    for line in lines:
        out, i, text = [], 0, line.text
        while i < len(text):
            if in_comment:
                end = text.find("*/", i)
                in_comment = end < 0
                stop = len(text) if end < 0 else end + 2
                out.append(" " * (stop - i))
                i = stop
            elif text.startswith("/*", i):
                in_comment = True
            elif text.startswith("//", i):
                break
            elif text[i] in "\"'":
                end = i + 1
                while end < len(text) and text[end] != text[i]:
                    end += 2 if text[end] == "\\" else 1
                out.append(text[i] + " " * (end - i - 1) + text[i])
                i = end + 1
            else:
                out.append(text[i])
                i += 1
        line.code = "".join(out)


def common(first, second):
    """Pairs of indices of the longest common subsequence."""
    if len(first) * len(second) > 4_000_000:
        blocks = difflib.SequenceMatcher(None, first, second, autojunk=False)
        return [(a + i, b + i) for a, b, size in blocks.get_matching_blocks()
                for i in range(size)]
    # length[i][j]: of the longest one of first[i:] and second[j:].
    length = [[0] * (len(second) + 1)]
    for x in reversed(first):
        below, row = length[-1], [0]
        for j in range(len(second) - 1, -1, -1):
            row.append(below[j + 1] + 1 if x == second[j] else max(below[j], row[-1]))
        length.append(row[::-1])
    length.reverse()
    pairs, i, j = [], 0, 0
    while i < len(first) and j < len(second):
        if first[i] == second[j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif length[i + 1][j] >= length[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def match(old, new, edited):
    """Lines of the new text, each with the old line it is, if any.

    Lines are neither moved nor changed but where there was an edit.
    """
    lines = [Line(text) for text in new]
    mark_code(lines)
    before = [i for i, text in enumerate(old) if text.strip() and i not in edited]
    after = [i for i, line in enumerate(lines) if not line.blank]
    for i, j in common([old[i].strip() for i in before], [new[i].strip() for i in after]):
        lines[after[j]].old = before[i]
    return lines


def closing(lines, start):
    """The line with the brace that closes the one at the end of line start."""
    depth = 0
    for i in range(start, len(lines)):
        code = lines[i].code
        if i == start:
            code = code[code.rindex("{"):]
        for c in code:
            depth += (c == "{") - (c == "}")
            if depth == 0:
                return i
    return None


def region_depth(old, lines):
    """How many new scoped_guard() blocks each line is in."""
    known = {text.strip() for text in old}
    depth = [0] * len(lines)
    for i, line in enumerate(lines):
        if re.match(r"\s*scoped_guard\(.*\{$", line.code.rstrip()) and \
                line.text.strip() not in known:
            for j in range(i + 1, closing(lines, i) or i):
                depth[j] += 1
    return depth


def replaced(lines, i, edited):
    """The edited line of the old text that has become line i, or None."""
    first = i
    while first > 0 and lines[first - 1].old is None:
        first -= 1
    before = lines[first - 1].old if first > 0 else -1
    after = next((n.old for n in lines[i:] if n.old is not None), None)
    places = [j for j, remains in sorted(edited.items())
              if remains and j > before and (after is None or j < after)]
    number = sum(bool(n.code.strip()) for n in lines[first:i])
    return places[min(number, len(places) - 1)] if places else None


def restore(old, lines, edited):
    """Gives each line the indent that it had, one tab more for each region."""
    for i, (line, extra) in enumerate(zip(lines, region_depth(old, lines))):
        if line.blank:
            continue
        if line.old is not None:
            directive = old[line.old].startswith("#")
            line.text = "\t" * (0 if directive else extra) + old[line.old]
            continue
        place = replaced(lines, i, edited)
        if place is not None and line.code.strip():
            line.text = "\t" * extra + re.match(r"\s*", old[place])[0] + line.text.lstrip()
    mark_code(lines)


def single(lines, first, last):
    """Whether lines first..last are one simple statement on a line of its own."""
    if first != last:
        return False
    code = lines[first].code.strip()
    return (code.endswith(";") and code.count(";") == 1 and
            not re.match(r"(?:if|for|while|do|switch|else|case|default|guard|CLASS)\b|\w+:",
                         code) and
            "{" not in code)


def _chain(lines, start):
    """The blocks of if {} else if {} else {} that begins at start: [(open, close)]."""
    blocks = []
    while start is not None:
        close = closing(lines, start)
        if close is None:
            return []
        blocks.append((start, close))
        code = lines[close].code.strip()
        follows = code.startswith("} else")
        if follows and not code.endswith("{"):
            return []
        start = close if follows else None
    return blocks


def drop_braces(lines):
    """Removes braces around what has become one statement."""
    for i in range(len(lines)):
        if i >= len(lines):
            break
        code = lines[i].code.strip()
        if not (code.endswith("{") and re.match(r"(?:if|for|while|\w*for_each\w*|scoped_guard)\b",
                                                code)):
            continue
        if re.match(r"scoped_guard\b", code) and lines[i].old is not None or _SAFE_SCOPE.match(code):
            continue
        blocks = _chain(lines, i)
        touched = any(lines[a].old is None or lines[b].old is None or
                      lines[b].old - lines[a].old != b - a for a, b in blocks)
        if not blocks or not touched or not all(single(lines, a + 1, b - 1) for a, b in blocks):
            continue
        # From the end, so that the indices before stay.
        for a, b in reversed(blocks):
            brace = lines[a].code.rindex("{")
            lines[a].text = (lines[a].text[:brace].rstrip() + " " +
                             lines[a].text[brace + 1:].strip()).rstrip()
            rest = lines[b].text.strip()[1:].strip()
            if rest:
                lines[b].text = lines[b].indent() + rest
            else:
                del lines[b]
        mark_code(lines)


def open_paren(code, start=0):
    """The column behind the innermost bracket that the text leaves open, or None."""
    stack = []
    columns = start
    for c in code:
        columns = (columns // TAB + 1) * TAB if c == "\t" else columns + 1
        if c in "([":
            stack.append(columns)
        elif c in ")]" and stack:
            stack.pop()
    return stack[-1] if stack else None


def realign(old, lines):
    """Moves continuation lines with the bracket that they are aligned to."""
    for i, line in enumerate(lines[:-1]):
        following = lines[i + 1]
        if line.old is not None or following.old is None or following.old == 0:
            continue
        before, after = open_paren(old[following.old - 1]), open_paren(line.code)
        if before is None or after is None:
            continue
        depth = width(following.indent()) - width(re.match(r"\s*", old[following.old])[0])
        shift = after - (before + depth)
        for other in lines[i + 1:]:
            columns = width(other.indent())
            if other.old is None or columns < before + depth:
                break
            other.text = indentation(columns + shift) + other.text.lstrip()
            if other.code.rstrip().endswith((";", "{", "}")):
                break


def wrap_declarations(lines):
    """Declarations that own: on one line, or broken behind the '='."""
    i = 0
    while i < len(lines):
        line = lines[i]
        line.text = re.sub(r"(\w) (\*+) (\w+ __free\()", r"\1 \2\3", line.text)
        if line.old is None and "__free(" in line.code and " = " in line.text:
            last = i
            while last + 1 < len(lines) and not lines[last].code.rstrip().endswith(";"):
                last += 1
            parts = [each.text.strip() for each in lines[i:last + 1]]
            whole = line.indent() + " ".join(parts).replace("( ", "(")
            head, value = whole.split(" = ", 1)
            broken = [head + " =", line.indent() + "\t" + value]
            if any("/*" in part for part in parts):
                pass
            elif width(whole) <= WIDTH:
                lines[i:last + 1] = [Line(whole)]
            elif width(broken[1]) <= WIDTH:
                lines[i:last + 1] = [Line(text) for text in broken]
        i += 1
    mark_code(lines)


def indent_comments(lines):
    """Comments that stood beside something that went get the indent of what follows."""
    for i, line in enumerate(lines[:-1]):
        if line.old is None and line.text.startswith("/*"):
            following = next((n for n in lines[i + 1:] if not n.blank), None)
            if following and not following.text.startswith("}"):
                line.text = following.indent() + line.text


def _checked_call(lines, i):
    """Whether line i calls and sets a variable that an if tests right behind it."""
    found = re.match(r"\s*(\w+) = .*\(", lines[i].code)
    while i + 1 < len(lines) and not lines[i].code.rstrip().endswith(";"):
        i += 1
    return bool(found) and i + 1 < len(lines) and bool(
        re.match(rf"\s*if \(.*\b{found[1]}\b", lines[i + 1].code))


def space_guards(lines):
    """An empty line behind guard(), except before a call that is checked at once."""
    i = 0
    while i + 1 < len(lines):
        following = lines[i + 1]
        if (lines[i].old is None and re.match(r"\s*guard\(\w+\)\(", lines[i].code) and
                lines[i].code.rstrip().endswith(";") and not following.blank and
                not re.match(r"\s*(?:guard\(|\})", following.code) and
                not _checked_call(lines, i + 1)):
            lines.insert(i + 1, Line(""))
        i += 1


def drop_blank(old, lines):
    """Removes empty lines that were between what has gone."""
    i = 0
    while i < len(lines):
        if not lines[i].blank:
            i += 1
            continue
        before = lines[i - 1] if i else None
        after = lines[i + 1] if i + 1 < len(lines) else None
        doubled = after is not None and after.blank
        opens = before is not None and before.code.rstrip().endswith("{")
        closes = after is not None and after.code.strip().startswith("}")
        # What the author wrote so stays so.
        was = (before is not None and after is not None and
               before.old is not None and after.old is not None and
               after.old - before.old == 2 and not old[before.old + 1].strip())
        if (doubled or opens or closes) and not was:
            del lines[i]
            continue
        lines[i].text = ""
        i += 1


def keep_apart(old, lines, edited):
    """Lines that an empty line stood between stay apart."""
    i = 0
    while i + 1 < len(lines):
        before, after = lines[i], lines[i + 1]
        place = after.old if after.old is not None else replaced(lines, i + 1, edited)
        if after.old is None and after.text.startswith("\treturn") and i + 3 == len(lines):
            place = len(old) - 1        # apart from all that led to this return
        if (before.old is not None and place is not None and not after.blank and
                not before.code.rstrip().endswith("{") and
                not after.code.strip().startswith("}") and
                any(not text.strip() for text in old[before.old + 1:place])):
            lines.insert(i + 1, Line(""))
        i += 1


def name_scopes(lines):
    """scoped_guard(safe_mutex, &x) { becomes safe_scope { guard(safe_mutex)(&x);"""
    for i in range(len(lines) - 1, -1, -1):
        found = _SAFE_SCOPE.match(lines[i].text)
        if found:
            indent = lines[i].indent()
            lines[i].text = f"{indent}safe_scope {{"
            lines.insert(i + 1, Line(f"{indent}\tguard({found[1]})({found[2] or ''});"))


def tidy(old, new, edited):
    """The new lines of a function, in good form.

    old are its lines before; edited the indices of those that were rewritten:
    whether something stands in the line's place.
    """
    lines = match(old, new, edited)
    restore(old, lines, edited)
    indent_comments(lines)
    drop_braces(lines)
    realign(old, lines)
    wrap_declarations(lines)
    keep_apart(old, lines, edited)
    drop_blank(old, lines)
    name_scopes(lines)
    space_guards(lines)
    return [line.text for line in lines]
