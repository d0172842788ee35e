# SPDX-License-Identifier: GPL-2.0
"""Joins the summaries of files: what a function does, followed through those it calls.

Only what some finding depends on is followed.
"""
import collections
import re

from . import findings, kbuild

# A function is known as (unit, name), a member of a struct as (None, "struct.member").
_CONDITION = re.compile(r"([!?]?)([^#/]+)(?:#(\d+)([+-]\d+)?)?/([\w-]+)$")
_ORDINALS = 1       # people count arguments from one


def plain(name):
    return name.lstrip("~")


class Joiner:
    def __init__(self, units):
        self.units = units
        self.by_name = collections.defaultdict(list)
        for unit in units:
            for name in unit.names():
                self.by_name[name].append(unit)
        self._members = None
        self._tested = None
        self._memo = {}

    # ---- who is called -------------------------------------------------------

    def members(self):
        """{struct.member: [(unit, function, place)]}"""
        if self._members is None:
            self._members = collections.defaultdict(list)
            for unit in self.units:
                for member, function, place in unit.members():
                    self._members[member].append((unit, function, place))
        return self._members

    def resolve(self, unit, name):
        """The functions that a call of name in unit may reach; [] if that is not known."""
        if name.startswith("~"):
            f = unit.function(name)
            return [(unit, f)] if f else []
        if "." in name:
            found = []
            for u, function, _ in self.members().get(name, ()):
                functions = self.resolve(u, function)
                if not functions:
                    return []
                found += functions
            return found
        candidates = self.by_name.get(name.encode(), ())
        # In the module first, then whoever exports it.
        near = [u for u in candidates if u.module == unit.module] or candidates
        return [(u, u.function(name)) for u in near]

    # ---- what they do --------------------------------------------------------

    def keeps(self, unit, name, i, seen=None):
        """Whether a function may do more with an argument than look at it."""
        seen = set() if seen is None else seen
        todo = [(unit, name, i)]
        while todo:
            u, n, k = todo.pop()
            functions = self.resolve(u, n)
            if not functions:
                return True
            for owner, f in functions:
                if (id(owner), f.name, k) in seen:
                    continue
                seen.add((id(owner), f.name, k))
                if k not in f.args:
                    return True
                flags, given = f.args[k]
                if "k" in flags or "r" in flags or any(g.how for g in given):
                    return True
                todo += [(owner, g.to, g.param) for g in given]
        return False

    def releases(self, unit, name, i, distance, counted, depth=0):
        """How a function releases an argument whenever it is called: notes, or None.

        The argument points distance bytes into the object.  counted: a reference that
        is dropped will do.
        """
        functions = self.resolve(unit, name)
        chains = [self._releases(u, f, i, distance, counted, depth) for u, f in functions]
        return chains[0] if chains and all(chains) else None

    def _releases(self, unit, f, i, distance, counted, depth):
        if i not in f.args or depth > 20:
            return None
        key = id(unit), f.name, i, distance, counted
        if key in self._memo:
            return self._memo[key]
        self._memo[key] = None      # it calls itself: not known to end
        who = f"'{plain(f.name)}'"
        chain = None
        for g in f.args[i][1]:
            if not g.always or g.distance is None or chain:
                continue
            there = distance + g.distance
            if g.how == "=" or (g.how == "-" and counted and self._only_drops(unit, f, i)):
                if there == 0:
                    chain = [(f.place, f"{who} releases it with '{plain(g.to)}'")]
            elif not g.how:
                inner = self.releases(unit, g.to, g.param, there, counted, depth + 1)
                if inner:
                    chain = [(f.place, f"{who} passes it on to '{plain(g.to)}'"), *inner]
        self._memo[key] = chain
        return chain

    def _only_drops(self, unit, f, i):
        """Whether a function does nothing else with an argument whose reference it drops:
        it may have taken that reference itself."""
        flags, given = f.args[i]
        return "k" not in flags and not any(
            self.keeps(unit, g.to, g.param) for g in given if not g.how)

    def derefs(self, unit, name, i, depth=0):
        """Notes, if a function relies on an argument to be no NULL; or None."""
        functions = self.resolve(unit, name)
        chains = [self._derefs(u, f, i, depth) for u, f in functions]
        return chains[0] if chains and all(chains) else None

    def _derefs(self, unit, f, i, depth):
        if i not in f.args or depth > 20:
            return None
        flags, given = f.args[i]
        who = f"'{plain(f.name)}'"
        if "d" in flags:
            return [(f.place, f"{who} uses it without a test")]
        if "t" in flags:
            return None
        for g in given:
            if not g.how and g.always and g.distance == 0:
                inner = self.derefs(unit, g.to, g.param, depth + 1)
                if inner:
                    return [(f.place, f"{who} passes it on to '{plain(g.to)}'"), *inner]
        return None

    def may(self, unit, name, wanted):
        """(notes or None, whether all functions behind it are known)"""
        todo = [(unit, name, [])]
        seen, known = set(), True
        while todo:
            u, n, path = todo.pop(0)
            functions = self.resolve(u, n)
            known &= bool(functions)
            for owner, f in functions:
                if (id(owner), f.name) in seen:
                    continue
                seen.add((id(owner), f.name))
                if wanted in f.properties:
                    return [*path, (f.properties[wanted], self._says(f, wanted))], known
                todo += [(owner, callee, [*path, (place, f"'{plain(f.name)}' calls "
                                                         f"'{plain(callee)}'")])
                         for prop, callee, place in f.inherits if prop == wanted]
        return None, known

    @staticmethod
    def _says(f, wanted):
        text = {"fails-null": "returns NULL when it fails", "returns-null": "may return NULL",
                "fails-err": "returns an error pointer when it fails",
                "sleeps": "sleeps here, whenever it is called"}
        return f"'{plain(f.name)}' {text.get(wanted, 'is said to have: ' + wanted)}"

    def owned(self, unit, name, depth=0):
        """Notes, if the caller owns what a function returns; or None."""
        functions = self.resolve(unit, name)
        chains = [self._owned(u, f, depth) for u, f in functions]
        return chains[0] if chains and all(chains) else None

    def _owned(self, unit, f, depth):
        if not f.result or depth > 20:
            return None
        releasers, callees, conditions = f.result
        notes = [(f.place, f"'{plain(f.name)}' returns an object that its caller releases"
                  + (f" with {releasers[0]}()" if releasers else ""))]
        for c in callees:
            inner = self.owned(unit, c, depth + 1)
            if not inner:
                return None
            notes += inner
        for c in conditions:
            if not self.holds(unit, c)[0]:
                return None
        return notes

    # ---- findings ------------------------------------------------------------

    def holds(self, unit, condition):
        """(whether it is true, whether that is only likely, notes)"""
        parts = _CONDITION.match(condition)
        if not parts:
            return False, False, []
        negated, name, param, distance, prop = parts.groups()
        likely = "." in name and not any(u.module == unit.module
                                         for u, _, _ in self.members().get(name, ()))
        if param is None:
            if prop == "owned":
                notes = self.owned(unit, name)
                return bool(notes), likely, notes or []
            notes, known = self.may(unit, name, prop)
            if negated:
                # "?": what is not known is taken not to.
                return (known or negated == "?") and notes is None, likely, []
            if notes is None and prop == "fails-null" and self._mostly_tested(unit, name):
                # Not because something failed: who calls it may know that it cannot be.
                notes, _ = self.may(unit, name, "returns-null")
                likely = True
            return notes is not None, likely, notes or []
        i, far = int(param), int(distance or 0)
        if prop == "borrows":
            if self.keeps(unit, name, i):
                return False, likely, []
            return True, likely, [(f.place, f"'{plain(f.name)}' only looks at its argument "
                                   f"{i + _ORDINALS}") for _, f in self.resolve(unit, name)[:1]]
        if prop in ("releases", "frees"):
            notes = self.releases(unit, name, i, far, prop == "releases")
        elif prop == "derefs":
            notes = self.derefs(unit, name, i) if not far else None
        else:
            notes = None
        return bool(notes), likely, notes or []

    def _mostly_tested(self, unit, name):
        """Whether nearly all who call a function test for NULL what it returns."""
        if self._tested is None:
            self._tested = collections.Counter()
            for u in self.units:
                for o in u.obligations():
                    if o.id in ("SAFE_E_ERR_AS_NULL", "SAFE_E_UNCHECKED_NULL"):
                        callee = o.conditions[0].partition("/")[0]
                        for owner, f in self.resolve(u, callee):
                            self._tested[id(owner), f.name, o.id] += 1
        yes, no = (sum(self._tested[id(u), f.name, i] for u, f in self.resolve(unit, name))
                   for i in ("SAFE_E_ERR_AS_NULL", "SAFE_E_UNCHECKED_NULL"))
        return yes >= 3 * no

    def findings(self, audit=False):
        found = {}
        for unit in self.units:
            for o in [*unit.obligations(), *unit.later_uses()]:
                f = self._resolved(unit, o, audit)
                if f:
                    found.setdefault((f.file, f.line, f.column, f.id), f)
            for f in self._promises(unit):
                found.setdefault((f.file, f.line, f.column, f.id, f.text), f)
        return sorted(found.values(), key=lambda f: (f.file, f.line, f.column))

    def _resolved(self, unit, o, audit):
        likely, notes = o.likely, []
        for condition in o.conditions:
            true, unsure, why = self.holds(unit, condition)
            if not true:
                return None
            likely |= unsure
            notes += why
        if likely and not audit:
            return None
        return self._finding(o.id, o.place, o.text, [*o.notes, *notes])

    def _finding(self, name, place, text, notes):
        def at(p):
            return kbuild.label(p.file), p.line, p.column
        return findings.Finding(*at(place), "warning", name, text,
                                [findings.Place(*at(p), t) for p, t in notes])

    def _promises(self, unit):
        """What is set as a member must do what the member promises."""
        for member, promises, place in unit.promises():
            for u, function, where in self.members().get(member, ()):
                if u is not unit:
                    continue
                for i, promise in promises.items():
                    yield from self._broken(unit, member, function, int(i), promise,
                                            unit.place(where), unit.place(place))

    def _broken(self, unit, member, function, i, promise, where, declared):
        who = f"'{plain(function)}' is set as '{member}'"
        note = [(declared, f"'{member}' is declared here")]
        if not self.resolve(unit, function):
            return
        if promise == "takes" and not self.keeps(unit, function, i):
            yield self._finding(
                "SAFE_E_LEAK", where, f"{who}, which takes over its argument {i + _ORDINALS}, "
                "but only looks at it: the object is leaked; release it, or declare the "
                "argument __borrowed", note)
        elif promise == "borrows":
            notes = self.releases(unit, function, i, 0, True)
            if notes:
                yield self._finding(
                    "SAFE_E_FREE_BORROWED", where, f"{who}, which only borrows its argument "
                    f"{i + _ORDINALS}, but releases it; leave it to its owner, or declare the "
                    "argument __takes", [*note, *notes])

    # ---- facts ---------------------------------------------------------------

    def facts(self):
        """What is known of the functions, as the plugin reads it (-facts=FILE)."""
        said = {}
        for unit in self.units:
            for f in unit.all_functions():
                said.setdefault(f.name, set()).add(self._prototype(unit, f))
        lines = [texts.pop() for name, texts in sorted(said.items()) if len(texts) == 1]
        return "".join(line + "\n" for line in lines if line)

    def _prototype(self, unit, f):
        params = []
        for i in range(f.params):
            words = ""
            if i in f.args:
                if self.releases(unit, f.name, i, 0, False):
                    words = " __takes"
                elif self.releases(unit, f.name, i, 0, True):
                    words = " __puts"
                elif not self.keeps(unit, f.name, i):
                    words = " __borrowed"
                if self.derefs(unit, f.name, i):
                    words += " __deref"
            params.append(f"void *{words} a{i}" if i in f.args else f"long a{i}")
        if f.variadic:
            params.append("...")
        after = ""
        if self.owned(unit, f.name) and f.result[0]:
            after += " __returns_owned"
        null = self.may(unit, f.name, "fails-null")[0]
        err = self.may(unit, f.name, "fails-err")[0]
        if null or err:
            after += " __returns_err_or_null" if null and err else \
                " __returns_null" if null else " __returns_err"
        if "__returns_owned" in after:
            names = ", ".join(f'"{r}"' for r in f.result[0])
            after += f" __released_by({names})"
        text = f"void *{f.name}({', '.join(params) or 'void'}){after};"
        return text if "__" in text.replace(f.name, "") else ""
