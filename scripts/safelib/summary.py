# SPDX-License-Identifier: GPL-2.0
"""The summaries that the plugin left in object files (docs/link.md).

An object has one for each source file that it was made of, in the section
.discard.safe.
"""
import dataclasses
import os
import pathlib
import re
import struct
import zlib

from . import ui

SECTION = b".discard.safe"
VERSION = 1
OPTION = "-fplugin-arg-safe_plugin-summary"


class Unusable(Exception):
    """A file has no summary that can be read.  The text says why and what to do."""


class Missing(Unusable):
    """The file is fine, but was compiled without."""


# ---- object files ------------------------------------------------------------

def _elf_sections(data, name):
    """The contents of the sections of that name in an ELF file."""
    wide, order = data[4], data[5]
    if wide not in (1, 2) or order not in (1, 2):
        raise Unusable("a damaged ELF file; build it again")
    end = "<" if order == 1 else ">"
    header, entry = ((40, "Q"), "IIQQQQ") if wide == 2 else ((32, "I"), "IIIIII")
    offset, = struct.unpack_from(end + header[1], data, header[0])
    size, count, strings = struct.unpack_from(end + "HHH", data, 58 if wide == 2 else 46)
    # More sections than 16 bits can count: the first has the numbers.
    first = struct.unpack_from(end + entry, data, offset)
    if count == 0 and offset:
        count = first[5]
    if strings == 0xffff:
        strings, = struct.unpack_from(end + "I", data, offset + (40 if wide == 2 else 24))

    def section(i):
        return struct.unpack_from(end + entry, data, offset + i * size)
    names = section(strings)
    found = []
    for i in range(count):
        s = section(i)
        start = names[4] + s[0]
        if data[start:start + len(name) + 1] == name + b"\0":
            text = data[s[4]:s[4] + s[5]]
            if len(text) != s[5]:
                raise Unusable("a truncated ELF file; build it again")
            found.append(text)
    return found


def _read(path):
    try:
        with open(path, "rb") as f:
            return f.read()
    except OSError as e:
        raise Unusable(e.strerror) from None


def members(path, data):
    """The objects of an archive, thin or not: [(name, content)]."""
    thin = data.startswith(b"!<thin>\n")
    found, names, at = [], b"", 8
    while at + 60 <= len(data):
        try:
            name, size = data[at:at + 16].rstrip(), int(data[at + 48:at + 58])
        except ValueError:
            raise Unusable("a damaged archive; build it again") from None
        at += 60
        special = name in (b"/", b"//", b"/SYM64/")
        if name == b"//":
            names = data[at:at + size]
        elif not special:
            if name[:1] == b"/":
                start = int(name[1:])
                name = names[start:names.find(b"\n", start)]
            name = os.fsdecode(name.rstrip(b"/"))
            if thin:
                member = os.path.join(os.path.dirname(path), name)
                found.append((member, _read(member)))
            else:
                found.append((f"{path}({name})", data[at:at + size]))
        if special or not thin:
            at += size + size % 2
    return found


def _units(data, path):
    """The units of an object's content."""
    if not data.startswith(b"\x7fELF"):
        raise Unusable("no object file: not ELF")
    try:
        sections = _elf_sections(data, SECTION)
    except (struct.error, IndexError):
        raise Unusable("a truncated ELF file; build it again") from None
    if not sections:
        raise Missing(f"no summary; compile it with the plugin and {OPTION}")
    units = []
    for text in sections:
        at = 0
        while at < len(text):
            end = text.find(b"\nE\t", at)
            eol = text.find(b"\n", end + 1)
            if not text.startswith(b"S\t", at) or end < 0 or eol < 0:
                raise Unusable("its summary is damaged or cut off; build it again")
            head = text[at:text.index(b"\n", at)].split(b"\t")
            if head[1] != b"%d" % VERSION:
                raise Unusable(f"its summary has version {head[1].decode(errors='replace')}, "
                               f"this program reads {VERSION}; build it again with the plugin "
                               "that belongs to it")
            tail = text[end + 1:eol].split(b"\t")
            body = text[at:end + 1]
            if len(head) != 3 or len(tail) != 3 or \
                    tail[1] != b"%08x" % zlib.crc32(body):
                raise Unusable("its summary is damaged; build it again")
            units.append(Unit(str(path), os.fsdecode(head[2]), body, tail[1],
                              int(tail[2])))
            at = eol + 1
    return units


def read(path):
    """The units in an object or an archive."""
    data = _read(path)
    if data.startswith((b"!<arch>\n", b"!<thin>\n")):
        units = []
        for name, content in members(str(path), data):
            try:
                units += _units(content, name)
            except Missing:
                pass
        if not units:
            raise Missing(f"no summary in any member; compile them with the plugin and {OPTION}")
        return units
    return _units(data, path)


# ---- what they say -----------------------------------------------------------

@dataclasses.dataclass(slots=True)
class Place:
    file: str
    line: int
    column: int


@dataclasses.dataclass(slots=True)
class Given:
    """An argument that goes on to a function."""

    how: str            # "=": released by it, "-": a reference is dropped, "": passed
    to: str
    param: int
    distance: int       # in bytes from the argument; None: unknown
    always: bool


@dataclasses.dataclass(slots=True)
class Function:
    name: str
    place: Place
    params: int
    variadic: bool
    args: dict          # number: (flags, [Given])
    result: tuple       # (releasers, callees, conditions), or None
    properties: dict    # name: Place
    inherits: list      # (property, callee, Place)


@dataclasses.dataclass(slots=True)
class Obligation:
    id: str
    likely: bool
    place: Place
    function: str
    conditions: list
    text: str
    notes: list         # (Place, text)


_GIVEN = re.compile(r"([=-]?)(.+)#(\d+)(\+\*|[+-]\d+)?(\?)?$")
_PLACE = re.compile(r"(?:(.*):)?(\d+):(\d+)$")


class Unit:
    """What one source file says.  Little is parsed before it is asked for."""

    __slots__ = ("object", "file", "text", "crc", "left_out", "module", "_functions")

    def __init__(self, obj, file, text, crc, left_out):
        self.object, self.file, self.text, self.crc = obj, file, text, crc
        self.left_out = left_out
        self.module = None
        self._functions = None

    def place(self, text):
        found = _PLACE.match(text)
        return Place(found[1] or self.file, int(found[2]), int(found[3]))

    def names(self):
        """The functions that other files can call."""
        return re.findall(rb"^F\t([^\t~]+)\t", self.text, re.M)

    def members(self):
        """[(struct.member, function, place)]"""
        return [(m.decode(), f.decode(), p.decode()) for m, f, p in
                re.findall(rb"^M\t([^\t]+)\t([^\t]+)\t([^\n]+)$", self.text, re.M)]

    def promises(self):
        """[(struct.member, {argument: promise}, place)]"""
        return [(m.decode(), dict(p.split("=") for p in ps.decode().split()), w.decode())
                for m, ps, w in
                re.findall(rb"^K\t([^\t]+)\t([^\t]+)\t([^\n]+)$", self.text, re.M)]

    def function(self, name):
        """The function of that name, or None."""
        if self._functions is None:
            self._functions = {}
        if name not in self._functions:
            self._functions[name] = self._parse_function(name)
        return self._functions[name]

    def _parse_function(self, name):
        start = self.text.find(f"\nF\t{name}\t".encode())
        if start < 0:
            return None
        end = re.compile(rb"^[^ARPC]", re.M).search(self.text, self.text.index(b"\n", start + 1) + 1)
        lines = self.text[start + 1:end.start() if end else None].decode(errors="replace")
        head, *rest = lines.splitlines()
        _, _, place, params = head.split("\t")
        f = Function(name, self.place(place), int(params.rstrip("+")), params.endswith("+"),
                     {}, None, {}, [])
        for line in rest:
            kind, *fields = line.split("\t")
            if kind == "A":
                flags, *given = fields[1].split(" ")
                f.args[int(fields[0])] = flags.strip("-"), [self._given(g) for g in given]
            elif kind == "R":
                f.result = ([r for r in fields[0].split(",") if r], fields[1].split(),
                            fields[2].split())
            elif kind == "P":
                f.properties[fields[0]] = self.place(fields[1])
            elif kind == "C":
                f.inherits.append((fields[0], fields[1], self.place(fields[2])))
        return f

    @staticmethod
    def _given(text):
        how, to, param, distance, sometimes = _GIVEN.match(text).groups()
        far = None if distance == "+*" else int(distance or 0)
        return Given(how, to, int(param), far, not sometimes)

    def all_functions(self):
        return [self.function(n.decode()) for n in self.names()]

    def obligations(self):
        found = []
        at = self.text.find(b"\nO\t")
        if at < 0:
            return found
        for line in self.text[at + 1:].decode(errors="replace").splitlines():
            kind, *fields = line.split("\t")
            if kind == "O":
                found.append(Obligation(fields[0], fields[1] == "l", self.place(fields[2]),
                                        fields[3], fields[4].split(), fields[5], []))
            elif kind == "N":
                found[-1].notes.append((self.place(fields[0]), fields[1]))
        return found

    def later_uses(self):
        """Uses after a pointer was passed to a function, as obligations."""
        found = []
        for line in re.findall(rb"^U\t([^\n]*)$", self.text, re.M):
            by, use, passed, to, name = line.decode(errors="replace").split("\t")
            what = f"'{name}'" if name else "the object"
            callee = to.partition("#")[0].lstrip("~")
            text = f"{what} is released by '{by}' after it was released by '{callee}'; " \
                "release it once" if by else \
                f"{what} is used after it was released by '{callee}'; use it before that"
            found.append(Obligation(
                "SAFE_E_DOUBLE_FREE" if by else "SAFE_E_USE_AFTER_FREE", False,
                self.place(use), "", [f"{to}/frees"], text,
                [(self.place(passed), f"passed to '{callee}'")]))
        return found


# ---- finding them ------------------------------------------------------------

def _modules(folder, names, memo):
    """{object: module} as Kbuild's .mod files in the folder say."""
    for name in names:
        if not name.endswith(".mod"):
            continue
        try:
            text = pathlib.Path(folder, name).read_text()
        except (OSError, UnicodeDecodeError):
            continue
        module = os.path.join(folder, name[:-4])
        # Since 5.19 one object a line, before that all in the first one; from the
        # top of the build folder, or beside the .mod.
        for obj in text.split():
            memo[os.path.join(folder, os.path.basename(obj))] = module
        memo[module + ".o"] = module


def objects(paths):
    """({object: module}, the objects that were named) in files and folders."""
    named, found, modules = [], {}, {}
    for path in paths:
        if os.path.isdir(path):
            for folder, folders, names in os.walk(path):
                folders.sort()
                _modules(folder, names, modules)
                for name in sorted(names):
                    if name.endswith(".o") and not name.endswith((".mod.o", ".vmlinux.o")):
                        found[os.path.join(folder, name)] = folder
        elif str(path).endswith(".ko"):
            raise ui.Error(f"{path}: the linker drops summaries from modules; give the "
                           "folder with its .o files")
        else:
            named.append(str(path))
    for obj in found:
        found[obj] = modules.get(obj, found[obj])
    for obj in named:
        found[obj] = "the named files"
    return found, set(named)


def load(paths):
    """(units, {object: why it cannot be used}, objects without, number of objects)"""
    found, named = objects(paths)
    units, errors, without = [], {}, []
    seen = set()
    for obj, module in found.items():
        try:
            new = read(obj)
        except Missing as e:
            # Assembly never has one; who names a file wants to know.
            if obj in named:
                errors[obj] = str(e)
            without.append(obj)
            continue
        except Unusable as e:
            errors[obj] = str(e)
            continue
        for unit in new:
            unit.module = module
            # What a module's parts have, the module linked from them has again.
            key = module, unit.file, unit.crc
            if key not in seen:
                seen.add(key)
                units.append(unit)
    return units, errors, without, len(found)
